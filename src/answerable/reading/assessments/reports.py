"""An assessor's report from the blocks of a document, whatever its format was."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from answerable.domain.assurance import Doubt, Framework, PassageKind, Report, RoundKind
from answerable.reading.assessments.dates import day_in
from answerable.reading.assessments.doubts import doubts_of, levels_of
from answerable.reading.assessments.found import Counted, Found
from answerable.reading.assessments.front import (
    Fact,
    assessor_of,
    best,
    facts_of,
    organisation_in,
    round_of,
    spoken_round,
    unused,
)
from answerable.reading.assessments.gathering import Gatherer
from answerable.reading.assessments.levels import (
    best_level,
    named_apart,
    named_in,
    sentences,
    usual_level,
)
from answerable.reading.assessments.lines import Line, framing_of, lines_of
from answerable.reading.assessments.method import (
    NUMBER,
    count_of,
    counted_elements,
    figures_in,
)
from answerable.reading.assessments.parting import parted
from answerable.reading.assessments.sections import known_lines
from answerable.reading.assessments.standards import framework_in, frameworks_at_hand
from answerable.reading.assessments.tables import take_table
from answerable.reading.assessments.words import says
from answerable.reading.blocks import Block
from answerable.reading.documents import Explained


def report_of(blocks: Sequence[Block]) -> tuple[Report, tuple[Explained, ...]]:
    """Return what an assessor's report says, and by which rule each of its lines was taken."""
    text = "\n".join(_texts(blocks))
    framework, standard = framework_in(text)
    # A report about a standard that is not known is still read for its facts, by the shape of one that is.
    shape = framework or frameworks_at_hand()[0]
    lines = parted(lines_of(blocks, known_lines(shape)), shape)
    facts = facts_of(lines, shape)
    taken = {id(one.line) for one in facts}
    found = _gathered(shape, [one for one in lines if id(one) not in taken or one.rows])
    for one in unused(facts):
        found.note("front", one)
    found.unread[:0] = framing_of(blocks, known_lines(shape))
    report = _report(found, facts, lines, text, framework=framework, standard=standard)
    rules = [
        (one.line.start, one.line.end, f"a fact of the front page: {one.key}") for one in facts
    ]
    return report, _explained(blocks, [*rules, *found.explained])


def _texts(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        yield "\n".join(" | ".join(row) for row in block.rows) if block.rows else block.text


def _gathered(framework: Framework, lines: Sequence[Line]) -> Found:
    found = Found(framework)
    gatherer = Gatherer(framework, found)
    for line in lines:
        if line.rows:
            take_table(gatherer, line)
        else:
            gatherer.take(line)
    gatherer.end()
    return found


def _report(
    found: Found,
    facts: Sequence[Fact],
    lines: Sequence[Line],
    text: str,
    *,
    framework: Framework | None,
    standard: str | None,
) -> Report:
    shape = found.framework
    _scoped(found)
    found.counted += _counted_in(found)
    levels, _ = levels_of(found)
    elements = counted_elements(text)
    report_type = best(facts, "report_type") or _type_in(lines, shape)
    kind = (round_of(report_type, shape) if report_type else None) or spoken_round(text, shape)
    review, evidence = _days(facts)
    doubts = doubts_of(found, text, levels=levels, element_count=elements)
    return Report(
        framework=framework.key if framework else None,
        standard=best(facts, "standard") or standard,
        organisation=best(facts, "organisation") or organisation_in(lines),
        assessor=assessor_of(facts, lines),
        report_type=report_type,
        round_kind=kind.key if kind else None,
        project_number=best(facts, "project_number"),
        document_review_on=review,
        evidence_on=evidence,
        element_count=elements,
        method=figures_in(_method_text(found)),
        listed={kind: tuple(listed) for kind, listed in found.listed.items()},
        levels=levels,
        passages=tuple(found.passages),
        quotations=tuple(found.quotations),
        doubts=(*doubts, *_of_facts(framework, standard, kind=kind, evidence_on=evidence)),
        unread=tuple(found.unread),
        notes=tuple(found.notes),
        else_met=kind is not None and not says("rounds", "not_whole", text),
    )


def _of_facts(
    framework: Framework | None,
    standard: str | None,
    *,
    kind: RoundKind | None,
    evidence_on: dt.date | None,
) -> Iterator[Doubt]:
    if framework is None:
        named = f"It is about {standard}, which is" if standard else "It names no standard that is"
        yield Doubt("standard", f"{named} not known here")
    if kind is None:
        yield Doubt(
            "round", "The report does not say in known words which round of the cycle it is"
        )
    if evidence_on is None:
        yield Doubt("day", "The report does not say on which day evidence was gathered")


def _days(facts: Sequence[Fact]) -> tuple[dt.date | None, dt.date | None]:
    review, evidence = best(facts, "document_review_on"), best(facts, "evidence_on")
    return (day_in(review) if review else None, day_in(evidence) if evidence else None)


def _type_in(lines: Sequence[Line], framework: Framework) -> str | None:
    """Return the kind of a report that its title page names without a label."""
    for line in lines[:15]:
        if not line.rows and len(line.text) < 90 and round_of(line.text, framework):  # noqa: PLR2004 a title
            return line.text
    return None


def _method_text(found: Found) -> str:
    texts = [one.text for one in found.notes if one.section == "methodology"]
    return "\n".join(
        texts or [one.text for one in found.notes if one.section == "introduction"] or found.unread
    )


def _scoped(found: Found) -> None:
    """Give listed elements the level that the report gives its strengths as a whole, and those of other lists theirs."""
    top = best_level(found.framework)
    strong = dict.fromkeys(
        (
            *found.listed.get(PassageKind.STRENGTH, ()),
            *(
                one
                for each in found.passages
                if each.kind is PassageKind.STRENGTH
                for one in each.elements
            ),
        )
    )
    if top and _strengths_are(found, top):
        found.give(strong, top)
    unmet = {
        PassageKind.PARTIAL: [one.key for one in found.framework.levels if not one.is_met][:1],
        PassageKind.FAILING: [one.key for one in found.framework.levels if not one.is_met][-1:],
    }
    for kind, keys in unmet.items():
        if keys:
            found.give(found.listed.get(kind, ()), keys[0])


def _strengths_are(found: Found, top: str) -> bool:
    """Return whether a sentence that is about no element says that the strengths are at the highest level."""
    return any(
        says("leads", "strengths", sentence) or note.section == "strength"
        for note in found.notes
        if not note.elements
        for sentence in sentences(note.text)
        if any(one.level.key == top for one in named_in(sentence, found.framework))
        and not says("leads", "not_awarded", sentence)
    )


_ELEMENTS = re.compile(
    rf"(?<!these\s)(?<![\w.])(?P<count>{NUMBER})\s+(?:of\s+the\s+\w+\s+)?(?:elements?|areas|criteria)\b",
    re.IGNORECASE,
)
_FURTHEST = 80


def _counted_in(found: Found) -> Iterator[Counted]:
    """Yield counts that the report says in words: "two elements were found to be Partially Compliant"."""
    texts = [one.text for one in found.notes if not one.elements] + found.unread
    for sentence in (one for text in texts for one in sentences(text)):
        named = named_in(sentence, found.framework)
        for one in named:
            before = [
                c for c in _ELEMENTS.finditer(sentence) if 0 <= one.start - c.end() < _FURTHEST
            ]
            direct = re.search(
                rf"(?<![\w.])(?P<count>{NUMBER})\s+$", sentence[: one.start], re.IGNORECASE
            )
            behind = re.match(
                rf"\s*(?:in|for|:|to|on)\s+(?P<count>{NUMBER})(?:\s+of\s+the\s+\w+)?\s*(?:elements?|areas)?\b(?!\.\d)",
                sentence[one.end :],
                re.IGNORECASE,
            )
            count = direct or behind or (before[-1] if before else None)
            if count and not says("leads", "not_awarded", sentence):
                yield Counted(one.level.key, count_of(count["count"]), sentence)


def _explained(
    blocks: Sequence[Block], rules: Sequence[tuple[int, int, str]]
) -> tuple[Explained, ...]:
    by_place = {(start, end): rule for start, end, rule in rules if end}
    return tuple(
        Explained(block.start, block.end, next(_texts([block])), rule)
        for block in blocks
        if (rule := by_place.get((block.start, block.end)))
    )


def is_report(blocks: Sequence[Block]) -> bool:
    """Return whether blocks are a report about a known standard: it names the standard, levels and elements."""
    text = "\n".join(_texts(blocks))
    framework, printed = framework_in(text)
    if framework is None or printed is None:
        return False
    from answerable.reading.assessments.numbers import numbers_in  # noqa: PLC0415

    known = {one for one in numbers_in(text, framework) if framework.element(one)}
    levels = bool(named_in(text, framework)) or len(named_apart(text, framework)) > 1
    return len(known) > _FEWEST_ELEMENTS and levels and usual_level(framework) is not None


_FEWEST_ELEMENTS = 3
