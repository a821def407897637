"""An entry for the log, made of an answered request: what its letter said of each question, and no more."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from answerable.domain.decisions.decision import Authority
from answerable.domain.decisions.letters import (
    AnsweredQuestion,
    Block,
    Heading,
    ItemList,
    LetterFacts,
    LetterTable,
    Office,
    Paragraph,
    answer_letter,
)
from answerable.domain.decisions.letters.questions import spoken, spoken_refusals
from answerable.domain.decisions.outcomes import Outcome
from answerable.domain.disclosure_log.entries import Attachment, Entry, Question, Table
from answerable.domain.disclosure_log.texts import BREAK, composed


@dataclass(frozen=True, slots=True)
class CaseQuestion:
    """A question of a request: what it asks, and the answer that stands, if it was ever answered.

    `heading` stood over it in the request. Where it was closed without an answer, `answered` is None.
    """

    label: str
    text: str
    heading: str = ""
    answered: AnsweredQuestion | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A request as an entry is made of it: nothing of it says who asked, but for what they wrote."""

    reference: str
    title: str
    received_on: dt.date
    answered_on: dt.date
    questions: tuple[CaseQuestion, ...]
    files: tuple[str, ...] = ()
    authority: Authority = field(default_factory=Authority)


def entry_of(case: Case) -> Entry:
    """Return the entry of a request: each question with what its letter said, its outcomes and its tables.

    Nothing is taken out yet.
    """
    # Each by itself: what a letter says of several at once stands with each of them.
    told = [(one, _told(one, case)) for one in case.questions]
    tables = tuple(table for one, (_, blocks) in told for table in _tables(one, blocks))
    return composed(
        Entry(
            ref=case.reference,
            title=case.title,
            request="",
            response="",
            questions=tuple(_question(one, answer) for one, (answer, _) in told),
            received_on=case.received_on,
            answered_on=case.answered_on,
            tables=tables,
            attachments=tuple(map(Attachment, case.files)),
        )
    )


def month_of(day: dt.date) -> str:
    """Return the month of the log to which a day belongs: `2025-10`."""
    return f"{day:%Y-%m}"


_BULLET = "• "
_WHOLE = "-"


def _question(one: CaseQuestion, answer: str) -> Question:
    return Question(
        label=one.label or None,
        printed=f"{one.label}." if one.label else None,
        text=one.text,
        answer=answer or None,
        outcomes=spoken(one.answered.decision) if one.answered else (Outcome.LAPSED,),
        exemptions=_cited(one.answered) if one.answered else (),
        heading=one.heading or None,
    )


def _cited(answered: AnsweredQuestion) -> tuple[str, ...]:
    """Return the limbs that the letter names: what it is silent about, the log is silent about, too."""
    return tuple(dict.fromkeys(one.ground.citation for one in spoken_refusals(answered)))


def _told(one: CaseQuestion, case: Case) -> tuple[str, tuple[Block, ...]]:
    """Return what the letter says of a question in words, and all its blocks."""
    if one.answered is None:
        return "", ()
    blocks = _blocks(one.answered, case)
    return BREAK.join(text for block in blocks for text in _words(block)), blocks


def _blocks(answered: AnsweredQuestion, case: Case) -> tuple[Block, ...]:
    # The files are listed once for the whole entry, under the names under which they are published.
    asked = replace(answered, label=answered.label or _WHOLE, printed="", attachments=())
    on = case.answered_on
    facts = LetterFacts(case.reference, case.received_on, on, on, "", (asked,))
    # What stands before and after is about the office and the way on: it is not part of the answer.
    _, question, *_ = answer_letter(facts, _nobody(case.authority)).sections
    return question.blocks


def _nobody(authority: Authority) -> Office:
    return Office("", "", "", "", "", "", "", "", authority=authority)


def _words(block: Block) -> Iterator[str]:
    if isinstance(block, Heading | Paragraph):
        yield block.text
    elif isinstance(block, ItemList):
        yield from (f"{_BULLET}{item}" for item in block.items)
    elif isinstance(block, LetterTable):
        yield from block.notes


def _tables(one: CaseQuestion, blocks: Sequence[Block]) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, LetterTable):
            rows = (block.header, *block.rows)
            width = max(map(len, rows))
            yield Table(
                rows=tuple((*row, *[""] * (width - len(row))) for row in rows),
                caption=block.caption or None,
                question=one.label or None,
            )
