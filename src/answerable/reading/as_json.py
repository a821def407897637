"""A reading as the JSON that docs/reference/cli.md promises."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from answerable.domain.disclosure_log import entry_as_json
from answerable.reading.documents import Place, Printed, Reading

if TYPE_CHECKING:
    from answerable.domain.assurance import Passage, Report


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
        "assessment": report_as_json(reading.assessment) if reading.assessment else None,
    }


def report_as_json(report: "Report") -> dict[str, Any]:
    """Return what an assessor's report says as plain lists, dicts, strings and numbers."""
    by_kind = {kind: [one for one in report.passages if one.kind == kind] for kind in _KINDS}
    return {
        "framework": report.framework,
        "standard": report.standard,
        "organisation": report.organisation,
        "assessor": report.assessor,
        "report_type": report.report_type,
        "round": report.round_kind,
        "project_number": report.project_number,
        "document_review_on": _day(report.document_review_on),
        "evidence_on": _day(report.evidence_on),
        "element_count": report.element_count,
        "method": [{"count": one.count, "of": one.of} for one in report.method],
        "listed": {kind.value: list(listed) for kind, listed in report.listed.items()},
        "levels": dict(report.levels),
        "strengths": [_passage(one) for one in by_kind["strength"]],
        "improvements": [_passage(one) for one in by_kind["improvement"]],
        "partial": [_passage(one) for one in by_kind["partial"]],
        "failing": [_passage(one) for one in by_kind["failing"]],
        "quotations": list(report.quotations),
        "doubts": [
            {"code": one.code, "says": one.says, "elements": list(one.elements)}
            for one in report.doubts
        ],
        "notes": [
            {"section": one.section, "text": one.text, "elements": list(one.elements)}
            for one in report.notes
        ],
        "unread": list(report.unread),
        "else_met": report.else_met,
    }


_KINDS = ("strength", "improvement", "partial", "failing")


def _passage(passage: "Passage") -> dict[str, Any]:
    return {"elements": list(passage.elements), "text": passage.text, "level": passage.level}


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


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
