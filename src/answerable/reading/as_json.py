"""A reading as the JSON that docs/reference/cli.md promises."""

from collections.abc import Sequence
from typing import Any

from answerable.domain.disclosure_log import entry_as_json
from answerable.reading.documents import Place, Printed, Reading


def reading_as_json(reading: Reading) -> dict[str, Any]:
    """Return a reading as plain lists, dicts, strings and numbers, in the promised order."""
    coverage = reading.coverage
    return {
        "source": reading.source,
        "sha256": reading.sha256,
        "format": reading.format,
        "how": reading.how,
        "kind": reading.kind,
        "body": reading.body,
        "month": reading.month,
        "index": list(reading.index),
        "entries": _entries(reading),
        "unread": [
            {
                "text": one.text,
                "reason": one.reason,
                "start": one.start,
                "end": one.end,
                "pages": list(one.pages) if one.pages else None,
            }
            for one in reading.unread
        ],
        "repairs": [
            {"was": one.was, "now": one.now, "why": one.why, "times": one.times}
            for one in reading.repairs
        ],
        "coverage": {
            "characters": coverage.characters,
            "entries": coverage.entries,
            "index": coverage.index,
            "furniture": coverage.furniture,
            "unread": coverage.unread,
        },
        "gates": [
            {"gate": one.name, "holds": one.holds, "says": one.says, "lacks": list(one.lacks)}
            for one in reading.gates
        ],
        "beside": [
            {"source": one.source, "format": one.format, "why": one.why} for one in reading.beside
        ],
        "explained": [
            {"start": one.start, "end": one.end, "text": one.text, "rule": one.rule}
            for one in reading.explained
        ],
    }


def _entries(reading: Reading) -> list[dict[str, Any]]:
    """Return the entries with what the reading knows of each beside them."""
    found = [entry_as_json(entry) for entry in reading.entries]
    for entry in found:
        entry |= {"printed_at": None, "unassigned": [], "remarks": []}
    for entry, printed in zip(found, reading.printed, strict=False):
        entry["printed_at"] = printed_as_json(printed)
    for passage in reading.unassigned:
        found[passage.entry]["unassigned"].append(
            {"text": passage.text, "start": passage.start, "end": passage.end}
        )
    for remark in reading.remarks:
        found[remark.entry]["remarks"].append(
            {"what": remark.what, "says": remark.says, "label": remark.label}
        )
    return found


def printed_as_json(printed: Printed) -> dict[str, Any]:
    """Return where the fields of an entry are printed, as plain lists, dicts and numbers."""
    return {
        "ref": places_as_json(printed.ref),
        "title": places_as_json(printed.title),
        "request": places_as_json(printed.request),
        "response": places_as_json(printed.response),
        "questions": [places_as_json(one) for one in printed.questions],
        "answers": [places_as_json(one) for one in printed.answers],
    }


def places_as_json(places: Sequence[Place]) -> list[dict[str, Any]]:
    """Return places as plain dicts: `{"page": 3, "box": [left, top, right, bottom] or null}`."""
    return [{"page": one.page, "box": list(one.box) if one.box else None} for one in places]
