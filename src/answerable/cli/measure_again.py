"""`answerable measure --again`: whether an old result still holds, and what has changed since."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from answerable.cli.measured_rows import rows_again
from answerable.cli.printing import harmless
from answerable.domain.clock.calendars import Holidays
from answerable.domain.measures.as_json import Stored, stored_result
from answerable.measuring.proving import Finding, Present, Proof, prove
from answerable.queries.calendars import holidays, versions
from answerable.queries.registers.declared import known_measures, known_registers
from answerable.reading.json_files import json_in

_MOST_PRINTED = 40


def prove_again(file: Path, *, where: str, as_json: bool) -> int:
    """Compute an old result again, print whether it holds, and return 0 if it does and 1 if not."""
    stored = stored_result(json_in(file))
    result = stored.result
    with rows_again(stored.register, result.snapshot, where) as (rows, other_rows):
        present = Present(
            rows=rows,
            other_rows=other_rows,
            calendar_then=_calendar_then(stored),
            calendar_now=holidays(),
            measure=known_measures().get(result.measure),
            register=known_registers().get(stored.register.name),
        )
        proof = prove(stored, present)
    if as_json:
        print(json.dumps(_as_json(stored, proof), ensure_ascii=False, indent=1))
    else:
        print(harmless("\n".join(_lines(stored, proof))))
    return 0 if proof.holds else 1


def _calendar_then(stored: Stored) -> Holidays | None:
    calendars = stored.result.calendars
    if not calendars:
        return holidays()
    version = calendars[0].rpartition("@")[2]
    return holidays(version) if version in versions() else None


def _as_json(stored: Stored, proof: Proof) -> dict[str, object]:
    return {
        "measure": stored.result.measure,
        "result_sha256": stored.result_sha256,
        "holds": proof.holds,
        "proved": proof.is_proved,
        "findings": [asdict(one) for one in proof.findings],
    }


def _lines(stored: Stored, proof: Proof) -> Iterator[str]:
    result = stored.result
    what = f"{result.measure} version {result.version} as at {result.as_at}"
    if proof.holds:
        yield f"It holds: {what} is the same again, {result.sha256}"
    elif proof.is_proved:
        yield f"It is proved, and would be another today: {what}"
    else:
        yield f"It is not proved: {what}"
    for finding in proof.findings:
        yield from _finding(finding)


def _finding(finding: Finding) -> Iterator[str]:
    yield f"- {finding.words}"
    yield from (f"    {change}" for change in finding.changes)
    for one in finding.differences[:_MOST_PRINTED]:
        yield f"    {one.row}, {one.column}: {one.then} then, {one.now} now"
    if len(finding.differences) > _MOST_PRINTED:
        yield f"    and {len(finding.differences) - _MOST_PRINTED} more: --json lists them"
