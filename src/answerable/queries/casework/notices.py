"""The notices of a request: what each says, and its letter as it would leave today."""

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace

from answerable.domain.clock import Holidays
from answerable.domain.decisions.letters import (
    Letter,
    NoticeDates,
    NoticeSaid,
    Office,
    notice_letter,
)
from answerable.domain.decisions.notice_kinds import NOTICE_NAMES, WrittenNotice, said_of
from answerable.domain.decisions.notices import check_notice
from answerable.domain.law.letters import LetterKind
from answerable.domain.roles import Situation, Stage
from answerable.queries.casework.notice_dates import dates_of
from answerable.queries.casework.situations import situation_of
from answerable.queries.casework.told import notice_facts, without_requester
from answerable.records.casework.models import Notice, Question, Request


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """A notice and how far it is; `situations` are those of its questions for whoever lets it go."""

    number: int
    kind: LetterKind
    labels: tuple[str, ...]
    said: NoticeSaid
    state: str
    written_by: str
    written_at: dt.datetime
    let_go_by: str
    letter_number: int | None
    sent_on: dt.date | None
    situations: tuple[Situation, ...]

    @property
    def name(self) -> str:
        """Return what it is about, as a heading says it."""
        return NOTICE_NAMES[self.kind]


@dataclass(frozen=True, slots=True)
class NoticeDraft:
    """The letter of a notice as it would leave today; `blind` is the same without who asked.

    `problems` say what a statute asks for and the letter lacks.
    """

    letter: Letter
    blind: Letter
    dates: NoticeDates
    problems: tuple[str, ...]

    @property
    def digest(self) -> str:
        """Return what tells whether a letter is still the one that was looked at."""
        return hashlib.sha256(repr(self.letter).encode()).hexdigest()[:32]


def notices_of(reference: str) -> tuple[NoticeRow, ...]:
    """Return the notices of a request, the latest first."""
    request = Request.objects.filter(reference=reference).prefetch_related("named").first()
    if request is None:
        return ()
    questions = {one.label: one for one in request.questions.prefetch_related("decisions")}
    found = request.notices.select_related("letter").order_by("-number")
    return tuple(_row(request, one, questions) for one in found)


def draft_of_notice(
    reference: str, number: int, *, office: Office, table: Holidays, on: dt.date
) -> NoticeDraft | None:
    """Return the letter of a notice as it would leave on a day; None if there is no such notice.

    :raises NoticeRefused: if it may not say that, or a question is not there any more.
    :raises ClockRefused: if it gives no time to a question.
    :raises OutsideCalendar: if the calendar does not reach so far.
    """
    found = Notice.objects.filter(request__reference=reference, number=number)
    one = found.select_related("request__requester").first()
    if one is None:
        return None
    return notice_draft(one, office=office, table=table, on=on)


def notice_draft(one: Notice, *, office: Office, table: Holidays, on: dt.date) -> NoticeDraft:
    """Return the letter of a stored notice as it would leave on a day.

    :raises NoticeRefused: if it may not say that, or a question is not there any more.
    :raises ClockRefused: if it gives no time to a question.
    :raises OutsideCalendar: if the calendar does not reach so far.
    """
    notice, request = written_notice(one), one.request
    dates = dates_of(request, notice, authority=office.authority, table=table, on=on)
    facts = notice_facts(request, notice.labels, on=on)
    letter = notice_letter(notice.kind, facts, notice.said, dates, office)
    blind = without_requester(request, facts)
    check = check_notice([], letter.contents, sent_on=on, due_on=on, kinds=[notice.kind])
    return NoticeDraft(
        letter=letter,
        blind=notice_letter(notice.kind, blind, notice.said, dates, office),
        dates=dates,
        problems=tuple(str(each) for each in check.missing if each.is_unlawful),
    )


def written_notice(one: Notice) -> WrittenNotice:
    """Return a stored notice as it was written."""
    return WrittenNotice(LetterKind(one.kind), tuple(one.labels), said_of(one.facts))


def situation_of_notice(one: Notice, question: Question) -> Situation:
    """Return how far a question is, for somebody who did not write the notice about it."""
    situation = situation_of(question.request, question)
    return replace(situation, writers=frozenset({one.written_by}))


def taking_back(situation: Situation) -> Situation:
    """Return what the table of moves is asked about before a notice is taken back: that has no end.

    A notice can be left behind by its questions, and must not wait to be let go for ever.
    """
    return replace(situation, stage=Stage.OPEN)


def _row(request: Request, one: Notice, questions: Mapping[str, Question]) -> NoticeRow:
    notice = written_notice(one)
    named = [questions[label] for label in notice.labels if label in questions]
    for each in named:
        each.request = request
    return NoticeRow(
        number=one.number,
        kind=notice.kind,
        labels=notice.labels,
        said=notice.said,
        state=one.state,
        written_by=one.written_by,
        written_at=one.written_at,
        let_go_by=one.let_go_by,
        letter_number=one.letter.number if one.letter else None,
        sent_on=one.letter.sent_on if one.letter else None,
        situations=tuple(situation_of_notice(one, each) for each in named),
    )
