"""A workbook, table or document redacted in processes of its own, and proved to be: no proof, no file."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, astuple
from typing import Any

from answerable.inspecting import Inspection, Severity, Verdict, inspect_bytes
from answerable.inspecting.labelling.cells import named_area
from answerable.inspecting.labelling.looked import (
    FoundWords,
    Going,
    Looked,
    Part,
    found_from,
    going_from,
    looked_from,
)
from answerable.inspecting.labelling.marks import PlaceMark
from answerable.inspecting.labelling.redacted import RedactedFiles
from answerable.inspecting.rebuilding import RebuiltFile
from answerable.inspecting.redacting.asked import (
    MOST_LOST,
    TOO_MUCH,
    answer_apart,
    check_has_marks,
    check_size,
    traces_left,
)
from answerable.inspecting.redacting.cannot import CannotRedact
from answerable.inspecting.redacting.proved import NotProved, Proof

STARTED_AS: tuple[str, ...] = ("-m", "answerable.inspecting.labelling.child")
"""What Python is told to run."""


def redact_rebuilt(data: bytes, marks: Sequence[PlaceMark], *, name: str) -> RedactedFiles:
    """Return the files that are rebuilt of a file, with labels for what is marked, once it is proved that it is gone.

    :raises CannotRedact: if nothing can be redacted in the file, or a mark meets nothing, and why.
    :raises NotProved: if something of what was marked is left, too much else is gone, or a new file is not clear.
    """
    check_has_marks(marks, name=name)
    check_size(data, name=name)
    asked = {"name": name, "marks": _as_json(marks)}
    head, rest = _said({"step": "make", **asked}, data)
    files = _files(head, rest)
    proof: Counter[str] = Counter()
    worst = (0, 0)
    tables = 0
    for file in files:
        prove = {"step": "prove", **asked, "size": len(data), "file": file.name, "sheet": tables}
        tables += file.name.endswith(".csv")
        said, _ = _said(prove, data + file.data)
        for reader, left, lost, count in said["rows"]:
            proof[reader] += left
            worst = max(worst, (lost, count))
    proof["sweep"] = _swept(files, head["sought"], asked, data, name)
    inspections = [inspect_bytes(one.data, name=one.name) for one in files]
    proof["inspection"] = sum(_stops(one) for one in inspections)
    _check_proved(proof, worst, name)
    return RedactedFiles(
        files,
        tuple(Proof(*one) for one in proof.items()),
        head["labels"],
        worst[0],
        worst[1],
        head["not_swept"],
        tuple(str(one) for one in head["told"]),
        tuple(str(one) for one in head["left_out"]),
        tuple(_to_decide(inspections)),
    )


def shown_places(data: bytes, *, name: str) -> dict[str, Any]:
    """Return the places of a file that can be marked, as it shows them.

    Of a workbook or table `{"sheets": [{"name", "rows": [[number, [[column, words]]]]}]}`, with the numbers (from 1)
    that rows and columns have in the file; of a document `{"paragraphs": [words]}`, the first of which is 1.

    :raises CannotRedact: if nothing can be marked in it, and why.
    """
    check_size(data, name=name)
    return _said({"step": "show", "name": name}, data)[0]


def looked_at(data: bytes, marks: Sequence[PlaceMark], *, name: str, part: Part) -> Looked:
    """Return a part of what a file shows, before and after the labels of its marks.

    :raises CannotRedact: if nothing can be marked in it, or a mark has a place of another kind of file.
    """
    check_size(data, name=name)
    asked = {"step": "look", "name": name, "marks": _marks_said(marks), "part": astuple(part)}
    return looked_from(_said(asked, data)[0])


def what_goes(data: bytes, marks: Sequence[PlaceMark], *, name: str) -> tuple[Going, ...]:
    """Return what goes by each of some marks for itself, without making anything.

    :raises CannotRedact: if nothing can be marked in the file, or a mark has a place of another kind of file.
    """
    check_size(data, name=name)
    return going_from(_said({"step": "going", "name": name, "marks": _marks_said(marks)}, data)[0])


def where_found(
    data: bytes, sought: Sequence[str], marks: Sequence[PlaceMark], *, name: str
) -> FoundWords:
    """Return where words stand in a file that no mark takes yet.

    :raises CannotRedact: if nothing can be marked in it.
    """
    check_size(data, name=name)
    asked = {"step": "find", "name": name, "marks": _marks_said(marks), "sought": [*sought]}
    return found_from(_said(asked, data)[0])


def _marks_said(marks: Sequence[PlaceMark]) -> str:
    return _as_json(marks) if marks else ""


def _check_proved(proof: Mapping[str, int], worst: tuple[int, int], name: str) -> None:
    if any(proof.values()):
        left = ", ".join(f"{reader} {count}" for reader, count in proof.items() if count)
        raise NotProved(
            f"{name} is not redacted: something of what was marked is left, or a new file is not clear, as found by"
            f" {left}. Mark the whole of the cells or paragraphs that it is in, or the words themselves"
        )
    lost, count = worst
    if lost > MOST_LOST * count:
        raise NotProved(
            f"{name} is not redacted: {lost:,} of {count:,} cells or words that nobody marked would be lost with it."
            " Rebuild it first, and redact what is made"
        )


def _swept(
    files: Sequence[RebuiltFile],
    sought: Sequence[str],
    asked: Mapping[str, object],
    data: bytes,
    name: str,
) -> int:
    """Return how many words that have to be gone leave a trace, but for those that are words of the formats."""

    def bare() -> list[bytes]:
        head, rest = _said({"step": "bare", **asked}, data)
        return [one.data for one in _files(head, rest)]

    return traces_left([one.data for one in files], sought, bare, name=name)


def _stops(inspection: Inspection) -> int:
    """Return how many findings keep a new file from leaving, whatever anybody decides."""
    if inspection.verdict is Verdict.CANNOT_SAY:
        return 1
    return inspection.count(Severity.STOP)


def _to_decide(inspections: Iterable[Inspection]) -> Iterator[str]:
    for inspection in inspections:
        for one in inspection.findings:
            if one.severity is Severity.CHECK:
                yield f"{inspection.file}: {one.severity.level}  {one.code}  {one.where}: {one.evidence}"


def _files(head: Mapping[str, Any], rest: bytes) -> tuple[RebuiltFile, ...]:
    files, at = [], 0
    for one in head["files"]:
        files.append(RebuiltFile(one["name"], rest[at : at + one["size"]]))
        at += one["size"]
    if at != len(rest):
        raise CannotRedact(TOO_MUCH)
    return tuple(files)


def _as_json(marks: Sequence[PlaceMark]) -> str:
    rows = []
    for one in marks:
        row: dict[str, object] = {
            name: value for name, value in asdict(one).items() if value and name != "cells"
        }
        if one.cells is not None:
            row["cells"] = named_area(one.cells)
        rows.append(row)
    return json.dumps({"marks": rows})


def _said(asked: Mapping[str, object], data: bytes) -> tuple[dict[str, Any], bytes]:
    return answer_apart(STARTED_AS, asked, data)
