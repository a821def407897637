"""All that passed between whoever asked and the office, as the rows of a folder: nothing that was not sent."""

import datetime as dt
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from email.utils import format_datetime
from typing import Any

from django.conf import settings
from django.db.models import Prefetch

from answerable.domain.clock import Clock, ClockRefused, Holidays, OutsideCalendar
from answerable.domain.clock.as_json import clock_as_json
from answerable.domain.clock.clocks import ClockFacts, question_clock
from answerable.domain.clock.steps import explained
from answerable.domain.decisions.outcomes import OUTCOME_WORDS, Outcome
from answerable.publishing.case_folder import (
    HeldCase,
    HeldChallenge,
    HeldFile,
    HeldGround,
    HeldLetter,
    HeldMessage,
    HeldQuestion,
    HeldRound,
)
from answerable.queries.casework.clocks import clock_facts, past_facts
from answerable.queries.casework.letters import ANSWER
from answerable.queries.casework.releasing.fetching import may_still_be_fetched
from answerable.queries.following.links import request_followed
from answerable.queries.following.request_pages import own_messages, told_version
from answerable.records.casework.models import (
    CaseFile,
    Challenge,
    ChallengedQuestion,
    DecisionVersion,
    Letter,
    LetterFile,
    Message,
    Outgoing,
    Question,
    Request,
)

MOST_BYTES = 100 * 1024 * 1024
"""Of files in one folder: what is more is named with its digest, and fetched from the page by itself."""
_TOO_LARGE = "it is too large for this folder: fetch it from the page of the request"
_NOT_HANDED_OUT = "it is being looked at again, and is not handed out now: ask the office for it"
_MARKS = re.compile(r"^(?:- |> )", re.MULTILINE)
_STANDINGS = {"sent": "answered", "closed": "closed without an answer"}


@dataclass(frozen=True, slots=True)
class _Sent:
    """A letter that was sent, with its words in one line, to find in them what a decision says."""

    letter: Letter
    words: str


def evidence_of(token: str, *, table: Holidays, on: dt.date) -> HeldCase:
    """Return what stands in the folder of a request that a link leads to, as it is on a day.

    :raises LinkNotOurs: if the link is forged, or leads to nothing any more.
    :raises LinkReplaced: if a newer link ended it.
    """
    found = request_followed(token)
    sent = [
        _Sent(one, _in_one_line(one.text))
        for one in found.letters.filter(state=Letter.State.SENT)
        .order_by("number")
        .select_related("outgoing")
    ]
    decisions = Prefetch("decisions", DecisionVersion.objects.order_by("number"))
    questions = found.questions.order_by("place").prefetch_related("events", decisions)
    starts = _starts(found)
    return HeldCase(
        reference=found.reference,
        title=found.title,
        received_on=found.received_on,
        made_on=on,
        questions=tuple(_question(found, one, sent, starts, table) for one in questions),
        letters=tuple(_letters(sent)),
        messages=tuple(_messages(found)),
        challenges=tuple(_challenges(found)),
    )


def _question(
    found: Request,
    one: Question,
    sent: list[_Sent],
    starts: Mapping[tuple[int, int], tuple[dt.date, str]],
    table: Holidays,
) -> HeldQuestion:
    rounds = (
        _round(one, number, _facts(found, one, number, starts), sent, table)
        for number in range(1, one.round + 1)
    )
    standing = _STANDINGS.get(one.stage, "being worked on")
    return HeldQuestion(one.label, one.text, standing, tuple(rounds))


def _starts(found: Request) -> dict[tuple[int, int], tuple[dt.date, str]]:
    """Return where each later round of each question began, and its limit: a review opened it."""
    opened = ChallengedQuestion.objects.filter(
        challenge__request=found, opens_round__isnull=False, opened_on__isnull=False
    )
    return {
        (one.question_id, one.opens_round or 0): (one.opened_on or found.received_on, one.limit)
        for one in opened
    }


def _facts(
    found: Request,
    one: Question,
    number: int,
    starts: Mapping[tuple[int, int], tuple[dt.date, str]],
) -> ClockFacts:
    if number == one.round:
        return clock_facts(found, one)
    begun_on, limit = starts.get((one.pk, number), (None, ""))
    return past_facts(found, one, number, begun_on=begun_on, limit=limit)


def _round(
    one: Question, number: int, facts: ClockFacts, sent: list[_Sent], table: Holidays
) -> HeldRound:
    clock = _clock(facts, table)
    due_on = clock.due_on if clock else None
    counted = HeldRound(
        number=number,
        answered_on=None,
        due_on=one.due_on if number == one.round and one.due_on else due_on,
        events=tuple((str(each.on), each.kind.words) for each in facts.events),
        clock=clock_as_json(clock) if clock else None,
        counted=tuple(explained(clock)) if clock and due_on else (),
    )
    told = told_version(one, number)
    if told is None:
        return counted
    version, answered_on = told
    by = [each for each in sent if _tells(each.letter, one, answered_on)]
    said = by[-1] if by else None
    return replace(
        counted,
        answered_on=answered_on,
        outcomes=tuple(OUTCOME_WORDS[Outcome(each)] for each in version.decision["outcomes"]),
        grounds=tuple(_ground(each, said) for each in version.decision["grounds"]),
        letter=said.letter.number if said else None,
    )


def _tells(letter: Letter, question: Question, on: dt.date) -> bool:
    return letter.kind == ANSWER and question.label in letter.labels and letter.sent_on == on


def _ground(ground: Mapping[str, Any], said: _Sent | None) -> HeldGround:
    """Return a ground with as much of its reasons as the letter gave: some must not be given (s.17(4))."""
    test = ground["public_interest"] or {}
    return HeldGround(
        citation=ground["citation"],
        why=_as_said(ground["why"], said),
        for_disclosure=_all_said(test.get("for_disclosure", ()), said),
        for_withholding=_all_said(test.get("for_withholding", ()), said),
    )


def _all_said(points: Any, said: _Sent | None) -> tuple[str, ...]:
    return tuple(one for one in map(str, points) if _as_said(one, said))


def _as_said(words: str, said: _Sent | None) -> str:
    line = _in_one_line(words)
    return words if said is not None and line and line in said.words else ""


def _in_one_line(text: str) -> str:
    return " ".join(_MARKS.sub("", text).split())


def _clock(facts: ClockFacts, table: Holidays) -> Clock | None:
    try:
        return question_clock(facts, table)
    except (ClockRefused, OutsideCalendar):
        return None


def _letters(sent: list[_Sent]) -> Iterator[HeldLetter]:
    room = MOST_BYTES
    for one in sent:
        letter = one.letter
        files = []
        listed = LetterFile.objects.filter(letter=letter).select_related("file")
        for each in listed.defer("file__data").order_by("place"):
            room -= each.file.size
            files.append(_file(each, is_held=room >= 0))
        yield HeldLetter(
            number=letter.number,
            title=letter.title,
            sent_on=letter.sent_on or letter.made_at.date(),
            way="e-mail" if letter.way == Letter.Way.EMAIL else "post",
            labels=tuple(letter.labels),
            text=letter.text,
            html=letter.html,
            pdf=bytes(letter.pdf),
            headers=_headers(letter),
            files=tuple(files),
        )


def _file(one: LetterFile, *, is_held: bool) -> HeldFile:
    file = one.file
    if not is_held:
        return HeldFile(file.name, file.size, file.sha256, None, _TOO_LARGE)
    if not may_still_be_fetched(one):
        return HeldFile(file.name, file.size, file.sha256, None, _NOT_HANDED_OUT)
    data = bytes(CaseFile.objects.values_list("data", flat=True).get(pk=file.pk))
    return HeldFile(file.name, file.size, hashlib.sha256(data).hexdigest(), data)


def _headers(letter: Letter) -> tuple[tuple[str, str], ...]:
    """Return the headers of the mail that carried a letter."""
    mail: Outgoing | None = getattr(letter, "outgoing", None)
    if mail is None or mail.sent_at is None:
        return ()
    return (
        ("From", settings.DEFAULT_FROM_EMAIL),
        ("To", mail.address),
        ("Subject", mail.subject),
        ("Date", format_datetime(mail.handed_at or mail.sent_at)),
        ("Message-ID", mail.message_id),
        ("Sent-At", mail.sent_at.isoformat()),
    )


def _messages(found: Request) -> Iterator[HeldMessage]:
    for number, one in enumerate(own_messages(found), start=1):
        yield HeldMessage(
            number=number,
            arrived_at=one.arrived_at,
            channel=one.channel,
            suffix=_suffix(one),
            subject=one.subject,
            text=one.text,
            raw=bytes(Message.objects.values_list("raw", flat=True).get(pk=one.pk)),
        )


def _suffix(one: Message) -> str:
    if one.channel == "email":
        return ".eml"
    return ".json" if one.channel in ("web", "api") else ".txt"


def _challenges(found: Request) -> Iterator[HeldChallenge]:
    for one in found.challenges.order_by("number").prefetch_related("questions__question"):
        questions = sorted(one.questions.all(), key=lambda each: each.question.place)
        is_decided = one.state == Challenge.State.DECIDED
        by_requester = one.kind == Challenge.Kind.REVIEW
        yield HeldChallenge(
            kind=one.kind,
            asked_on=one.asked_on,
            said=one.said if by_requester else "",
            due_on=one.due_on,
            decided_on=one.decided_on if is_decided else None,
            labels=tuple(each.question.label for each in questions),
            findings=tuple((each.question.label, each.finding) for each in questions if is_decided),
        )
