"""The pack as one PDF/UA-1 and PDF/A-3a by Typst."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from answerable.publishing.assurance.pack import (
    Pack,
    PackAction,
    PackElement,
    PackEvidence,
    PackPassage,
    PackQuotation,
    PackStandard,
    counts_by_criterion,
)
from answerable.publishing.glyphs import Substitution
from answerable.publishing.letters.inert import in_one_line, inert, runs_in
from answerable.publishing.pdf_bounds import MOST_CELLS, MOST_CHARACTERS
from answerable.publishing.publications import CannotPublish, day_in_words
from answerable.publishing.tagged_pdf import tagged_pdf

Data = dict[str, Any]


def pack_pdf(pack: Pack) -> bytes:
    """Return the pack as a PDF file, the same bytes on every run.

    A table of counts comes first, then a section for each element; both are in the bookmarks.

    :raises CannotPublish: if it is too large, Typst refuses or warns, or a mark of accessibility
        is missing after.
    """
    font = Substitution()
    blocks = [_shown(one, font) for one in _blocks(pack)]
    _check_size(blocks)
    day = pack.made_on
    data = {
        "title": font.shown(in_one_line(pack.title)) or "Pack",
        "organisation": font.shown(in_one_line(pack.organisation)),
        "date": {"year": day.year, "month": day.month, "day": day.day},
        "blocks": blocks,
        "missing": font.report(),
    }
    return tagged_pdf("pack.typ", {"pack": json.dumps(data, ensure_ascii=False)}, attached=0)


def _check_size(blocks: list[Data]) -> None:
    tables = [one for one in blocks if one["kind"] == "table"]
    counts = (
        ("cells of tables", sum(len(one["rows"]) * one["columns"] for one in tables), MOST_CELLS),
        ("characters", len(json.dumps(blocks, ensure_ascii=False)), MOST_CHARACTERS),
    )
    for what, count, most in counts:
        if count > most:
            raise CannotPublish(
                f"A pack as PDF can hold {most:,} {what}, this one has {count:,}: shorten its storyboards,"
                " or leave evidence out that no element needs"
            )


def _blocks(pack: Pack) -> Iterator[Data]:
    of_day = f" on {day_in_words(pack.round_on)}" if pack.round_on else ""
    yield _paragraph(
        f"What {pack.organisation} shows for its assessment{of_day}. Made on {day_in_words(pack.made_on)}."
    )
    yield _heading(2, "Levels by criterion")
    head, rows = counts_by_criterion(pack)
    yield _table("Elements of each criterion by their level now", head, rows)
    for criterion in pack.criteria:
        yield _heading(2, f"Criterion {criterion.number}: {criterion.name}")
        for element in criterion.elements:
            yield from _element(element)
    yield from _quotations(pack.quotations)


def _quotations(quotations: tuple[PackQuotation, ...]) -> Iterator[Data]:
    if not quotations:
        return
    yield _heading(2, "What people wrote")
    yield _paragraph(
        "Words of people who used the service, each looked through, and shortened where it told of somebody."
    )
    for one in quotations:
        yield {"kind": "quotation", "text": inert(one.words)}
        of = "Quoted by an assessor\u2019s report" if one.is_of_report else "From the survey"
        about = f", for {', '.join(one.elements)}" if one.elements else ""
        yield _paragraph(f"{of}, {one.year}{about}.")


def _element(element: PackElement) -> Iterator[Data]:
    yield _heading(3, f"{element.number} {element.name}")
    before = f"; before: {element.level_before}" if element.level_before else ""
    yield _paragraph(f"Level now: {element.level or 'none yet'}{before}.")
    yield _heading(4, "Storyboard")
    for words in element.storyboard.split("\n\n"):
        if words.strip():
            yield _paragraph(words.strip())
    if not element.storyboard.strip():
        yield _paragraph("Nothing is written yet.")
    yield from _evidence(element.number, element.evidence)
    yield from _actions(element.number, element.actions)
    yield from _passages(element.passages)
    yield from _standards(element.standards)


def _evidence(number: str, evidence: tuple[PackEvidence, ...]) -> Iterator[Data]:
    yield _heading(4, "Evidence")
    if not evidence:
        yield _paragraph("There is none.")
        return
    yield _table(
        f"Evidence for {number}",
        ("Title", "Dated", "File or address", "Inspection", "In the pack"),
        (
            (
                one.title,
                _day(one.dated_on),
                "\n".join(filter(None, (one.file_name, one.link))),
                one.verdict,
                "Yes" if one.goes_in else f"No: {one.why_not}",
            )
            for one in evidence
        ),
    )


def _actions(number: str, actions: tuple[PackAction, ...]) -> Iterator[Data]:
    if actions:
        yield _heading(4, "Actions")
        yield _table(
            f"Actions for {number}",
            ("What", "Who", "Due", "Done"),
            (
                (one.what, one.owner, _day(one.due_on), _day(one.done_on) or "Not yet")
                for one in actions
            ),
        )


def _passages(passages: tuple[PackPassage, ...]) -> Iterator[Data]:
    if passages:
        yield _heading(4, "The last report, and what has come of it")
    for one in passages:
        yield _paragraph(f"{one.kind[:1].upper()}{one.kind[1:]}:")
        yield {"kind": "quotation", "text": inert(one.text)}
        yield _paragraph(f"Progress: {one.progress or 'nothing is written yet'}")


def _standards(standards: tuple[PackStandard, ...]) -> Iterator[Data]:
    if standards:
        yield _heading(4, "Service standards")
    for one in standards:
        if not one.months:
            yield _paragraph(f"{one.promise}: no month is recorded yet.")
            continue
        yield _table(
            one.promise,
            ("Month", "Figure", "Target", "Met"),
            (
                (each.month, each.figure, each.target, _met(is_met=each.is_met))
                for each in one.months
            ),
        )


def _met(*, is_met: bool | None) -> str:
    return "Not measured" if is_met is None else "Yes" if is_met else "No"


def _day(day: date | None) -> str:
    return day_in_words(day) if day else ""


def _heading(level: int, text: str) -> Data:
    return {"kind": "heading", "level": level, "text": in_one_line(text)}


def _paragraph(text: str) -> Data:
    return {
        "kind": "paragraph",
        "runs": [{"text": one.text, "href": one.href} for one in runs_in(text)],
    }


def _table(caption: str, head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Data:
    return {
        "kind": "table",
        "columns": len(head),
        "caption": in_one_line(caption),
        "head": [list(head)],
        "rows": [[inert(cell) for cell in row] for row in rows],
    }


def _shown(value: Any, font: Substitution) -> Any:
    """Return the block with every text as the font can show it; an address of a link stays."""
    if isinstance(value, dict):
        return {
            key: each if key in ("href", "kind") else _shown(each, font)
            for key, each in value.items()
        }
    if isinstance(value, list):
        return [_shown(each, font) for each in value]
    return font.shown(value) if isinstance(value, str) else value
