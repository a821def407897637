"""A request as whoever asked sees it: what they said, what they were told, and nothing before it is sent."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Prefetch

from answerable.domain.clock import (
    Clock,
    ClockRefused,
    EventKind,
    Holidays,
    OutsideCalendar,
    Regime,
    State,
)
from answerable.domain.clock.clocks import question_clock
from answerable.domain.clock.events import awaited
from answerable.domain.decisions.challenges import Challenged
from answerable.domain.roles import Situation, Stage
from answerable.queries.casework.clocks import clock_facts, events_in
from answerable.queries.following.links import request_followed
from answerable.records.casework.models import (
    Challenge,
    DecisionVersion,
    Letter,
    LetterFile,
    Message,
    MessageFile,
    Question,
    Request,
)


class Standing(StrEnum):
    """How far a question is, as whoever asked is told: nothing of who has it, or of drafts."""

    WORKING = "working"
    WAITING = "waiting"
    ANSWERED = "answered"
    REVIEWED = "reviewed"
    AGAIN = "again"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True)
class Told:
    """What was decided about a question in a letter that was sent; `citations` are the limbs relied on."""

    round: int
    answered_on: dt.date
    outcomes: tuple[str, ...]
    citations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FollowedQuestion:
    """A question as whoever asked follows it; `clock` is None where none can be counted.

    `is_unclear` is whether we asked what it means, and have not heard.
    """

    label: str
    heading: str
    text: str
    standing: Standing
    situation: Situation
    due_on: dt.date | None
    answered_on: dt.date | None
    clock: Clock | None
    told: tuple[Told, ...]
    challenged: Challenged
    is_unclear: bool


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file that went with a letter."""

    place: int
    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class SentLetter:
    """A letter that was sent, and the files that went with it."""

    number: int
    title: str
    sent_on: dt.date
    by_post: bool
    labels: tuple[str, ...]
    files: tuple[SentFile, ...]


@dataclass(frozen=True, slots=True)
class OwnMessage:
    """A message of whoever asked."""

    arrived_at: dt.datetime
    channel: str
    text: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FollowedChallenge:
    """A review or a complaint, how far it is, and which answers it is about.

    `said` is what whoever asked wrote in asking for a review.
    """

    kind: str
    asked_on: dt.date
    due_on: dt.date | None
    decided_on: dt.date | None
    labels: tuple[str, ...]
    said: str
    findings: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FollowedRequest:
    """A request as whoever asked follows it."""

    reference: str
    title: str
    received_on: dt.date
    language: str
    situation: Situation
    has_address: bool
    questions: tuple[FollowedQuestion, ...]
    letters: tuple[SentLetter, ...]
    messages: tuple[OwnMessage, ...]
    challenges: tuple[FollowedChallenge, ...]


_DECISIONS = Prefetch(
    "decisions",
    DecisionVersion.objects.only("question_id", "number", "round", "decision").order_by("number"),
)
_FILES = Prefetch(
    "files",
    LetterFile.objects.select_related("file").defer("file__data").order_by("place"),
)
_IN_HAND = (Challenge.State.ASKED, Challenge.State.TAKEN, Challenge.State.LEAVING)


def followed_request(token: str, *, table: Holidays) -> FollowedRequest:
    """Return the request that a link leads to, as whoever asked sees it.

    :raises LinkNotOurs: if the link is forged, or leads to nothing any more.
    :raises LinkReplaced: if a newer link ended it.
    """
    found = request_followed(token)
    questions = list(found.questions.order_by("place").prefetch_related("events", _DECISIONS))
    challenges = list(found.challenges.order_by("number").prefetch_related("questions__question"))
    clocks: dict[object, Clock | None] = {}
    return FollowedRequest(
        reference=found.reference,
        title=found.title,
        received_on=found.received_on,
        language=found.language,
        situation=Situation(Stage(found.stage), is_restricted=found.is_restricted),
        has_address=bool(found.requester.address),
        questions=tuple(
            _question(found, one, _reviews(one, challenges), clocks, table) for one in questions
        ),
        letters=_letters(found),
        messages=_messages(found),
        challenges=tuple(map(_challenge, challenges)),
    )


def told_in(question: Question) -> tuple[Told, ...]:
    """Return what was decided about a question and told, round by round: nothing that is not sent."""
    return tuple(
        told
        for number in range(1, question.round + 1)
        if (told := _told(question, number)) is not None
    )


def told_version(question: Question, number: int) -> tuple[DecisionVersion, dt.date] | None:
    """Return the decision that was sent in a round of a question, and the day; None if none was."""
    if number == question.round and question.stage != Stage.SENT:
        return None
    days = [one.on for one in events_in(question, number) if one.kind is EventKind.ANSWERED]
    versions = [one for one in question.decisions.all() if one.round == number]
    if not days or not versions:
        return None
    return max(versions, key=lambda one: one.number), days[-1]


def _told(question: Question, number: int) -> Told | None:
    found = told_version(question, number)
    if found is None:
        return None
    version, on = found
    citations = dict.fromkeys(one["citation"] for one in version.decision["grounds"])
    return Told(number, on, tuple(version.decision["outcomes"]), tuple(citations))


def _question(
    found: Request,
    one: Question,
    reviews: "_Reviews",
    clocks: dict[object, Clock | None],
    table: Holidays,
) -> FollowedQuestion:
    told = told_in(one)
    facts = clock_facts(found, one)
    history = (facts.received_on, facts.limit, facts.regime, facts.events)
    if history not in clocks:
        # Most questions of a request share their history: thirty need one count.
        try:
            clocks[history] = question_clock(facts, table)
        except (ClockRefused, OutsideCalendar):
            clocks[history] = None
    clock = clocks[history]
    if clock is not None and one.due_on and clock.due_on != one.due_on:
        # What was told stays told: a later calendar explains another date.
        clock = None
    is_sent = one.stage == Stage.SENT
    return FollowedQuestion(
        label=one.label,
        heading=one.heading,
        text=one.text,
        standing=_standing(one, is_reviewed=bool(reviews.in_hand)),
        situation=Situation(Stage(one.stage), is_restricted=found.is_restricted),
        due_on=one.due_on,
        answered_on=told[-1].answered_on if told and is_sent else None,
        clock=clock,
        told=told,
        challenged=Challenged(
            name=f"Question {one.label}" if one.label else "The question",
            regime=Regime(clock.regime) if clock else facts.regime,
            answered_on=told[-1].answered_on if told and is_sent else None,
            due_on=one.due_on,
            is_closed=one.stage == Stage.CLOSED,
            in_hand=reviews.in_hand,
            reviewed=reviews.decided,
        ),
        is_unclear=EventKind.CLARIFICATION_REQUESTED
        in {each.kind for each in awaited(facts.events)},
    )


@dataclass(frozen=True, slots=True)
class _Reviews:
    """The numbers of the reviews of a question in its round: in hand, and decided of this answer."""

    in_hand: int
    decided: int


def _reviews(question: Question, challenges: Sequence[Challenge]) -> _Reviews:
    pairs = [
        (one, each)
        for one in challenges
        if one.kind == Challenge.Kind.REVIEW
        for each in one.questions.all()
        if each.question_id == question.pk and each.round == question.round
    ]
    is_answered = question.stage == Stage.SENT
    in_hand = [one.number for one, _ in pairs if one.state in _IN_HAND]
    decided = [
        one.number
        for one, each in pairs
        if one.state == Challenge.State.DECIDED and (each.version_id is not None) == is_answered
    ]
    return _Reviews(max(in_hand, default=0), max(decided, default=0))


_ENDS = {
    Question.End.WITHDRAWN.value: Standing.WITHDRAWN,
    Question.End.LAPSED.value: Standing.LAPSED,
}


def _standing(question: Question, *, is_reviewed: bool) -> Standing:
    stage = Stage(question.stage)
    if is_reviewed:
        return Standing.REVIEWED
    if stage is Stage.SENT:
        return Standing.ANSWERED
    if stage is Stage.CLOSED:
        return _ENDS.get(question.ended_as, Standing.ENDED)
    if question.clock_state == State.LAPSED:
        return Standing.LAPSED
    if stage is Stage.OPEN and question.clock_state == State.WAITING:
        return Standing.WAITING
    return Standing.AGAIN if question.round > 1 else Standing.WORKING


def _letters(found: Request) -> tuple[SentLetter, ...]:
    sent = found.letters.filter(state=Letter.State.SENT, sent_on__isnull=False)
    listed = sent.defer("pdf", "html", "text").order_by("number").prefetch_related(_FILES)
    return tuple(
        SentLetter(
            number=one.number,
            title=one.title,
            sent_on=one.sent_on or one.made_at.date(),
            by_post=one.way == Letter.Way.POST,
            labels=tuple(one.labels),
            files=tuple(
                SentFile(each.place, each.file.name, each.file.size, each.file.sha256)
                for each in one.files.all()
            ),
        )
        for one in listed
    )


def own_messages(found: Request) -> Sequence[Message]:
    """Return the messages of whoever asked, in their order: those of others are none of theirs."""
    address = found.requester.address
    files = Prefetch("files", MessageFile.objects.defer("data").order_by("place"))
    listed = found.messages.filter(is_repeated=False).order_by("arrived_at", "pk")
    first = None
    own = []
    for one in listed.defer("raw").prefetch_related(files):
        first = first or one
        is_theirs = address and one.sender == address
        if one is first or is_theirs or one.taken_in_by == f"link of {found.reference}":
            own.append(one)
    return own


def _messages(found: Request) -> tuple[OwnMessage, ...]:
    return tuple(
        OwnMessage(
            one.arrived_at, one.channel, one.text, tuple(each.name for each in one.files.all())
        )
        for one in own_messages(found)
    )


def _challenge(one: Challenge) -> FollowedChallenge:
    is_decided = one.state == Challenge.State.DECIDED
    questions = sorted(one.questions.all(), key=lambda each: each.question.place)
    return FollowedChallenge(
        kind=one.kind,
        asked_on=one.asked_on,
        due_on=one.due_on,
        decided_on=one.decided_on if is_decided else None,
        labels=tuple(each.question.label for each in questions),
        said=one.said if one.kind == Challenge.Kind.REVIEW else "",
        findings=tuple((each.question.label, each.finding) for each in questions if is_decided),
    )
