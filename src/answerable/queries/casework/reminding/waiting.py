"""What waits for a person: each kind has its row, with the move whose roles it is for.

A part of the office's work that waits for somebody adds its row here, and is in every reminder.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from answerable.domain.roles import Actor, Move, Role, Stage, rule, why_not
from answerable.queries.casework.filters import IN_HAND, with_unseen_messages
from answerable.queries.casework.log_lists import to_validate
from answerable.queries.casework.reminding.rows import ReminderGroup, ReminderLine, Why
from answerable.queries.casework.sent_back import sent_back_requests
from answerable.queries.casework.situations import situation_of
from answerable.queries.casework.visible import requests_seen_by, seen_by
from answerable.records.casework.models import (
    Challenge,
    Contribution,
    DecisionVersion,
    Notice,
    Question,
    Request,
)

_Found = Callable[[Actor], Iterable[ReminderLine]]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A reason why something waits: whose it may be, and what of it waits for one of them."""

    why: Why
    move: Move
    found: _Found


def waiting_for(person: Actor) -> tuple[ReminderGroup, ...]:
    """Return what waits for a person, of requests that they may see, whatever its date."""
    theirs = (one for one in WAITING if person.roles & set(rule(one.move).roles))
    groups = (ReminderGroup(one.why, tuple(dict.fromkeys(one.found(person)))) for one in theirs)
    return tuple(one for one in groups if one.lines)


def _mine(person: Actor) -> QuerySet[Request]:
    return requests_seen_by(person).filter(officer=person.key, stage__in=IN_HAND)


def _came_back(person: Actor) -> Iterable[ReminderLine]:
    return _lines(sent_back_requests(_mine(person)))


def _offered(person: Actor) -> Iterable[ReminderLine]:
    return _lines(_mine(person).filter(is_accepted=False))


def _unseen(person: Actor) -> Iterable[ReminderLine]:
    """Return requests with messages that nobody looked at: their own, for intake those of no officer."""
    care = Q(officer=person.key)
    if Role.INTAKE in person.roles:
        care |= Q(officer="")
    return _lines(requests_seen_by(person).filter(care).filter(with_unseen_messages()))


def _answered(person: Actor) -> Iterable[ReminderLine]:
    """Return requests of which owners said something about a question that is still open."""
    said = (Contribution.State.ANSWERED, Contribution.State.DECLINED)
    open_ones = Contribution.objects.filter(state__in=said, question__stage=Stage.OPEN)
    # What was written since then took it into account.
    written = DecisionVersion.objects.filter(
        question=OuterRef("question"), at__gte=OuterRef("answered_at")
    )
    unread = open_ones.filter(~Exists(written)).values("question__request")
    return _lines(_mine(person).filter(pk__in=unread))


def _to_check(person: Actor) -> Iterable[ReminderLine]:
    return _questions(person, _of_others(person).filter(stage=Stage.DRAFTED))


def _to_clear(person: Actor) -> Iterable[ReminderLine]:
    checked = _of_others(person).filter(stage=Stage.CHECKED)
    return _questions(person, checked.exclude(checked_by=person.key))


def _notices(person: Actor) -> Iterable[ReminderLine]:
    written = Notice.objects.filter(state=Notice.State.WRITTEN).exclude(written_by=person.key)
    # What has ended meanwhile has nothing to be told of any more.
    open_ones = requests_seen_by(person).filter(stage__in=IN_HAND)
    return _lines(open_ones.filter(pk__in=written.values("request")))


def _reviews_to_take(person: Actor) -> Iterable[ReminderLine]:
    """Return the reviews that nobody has, and that this person may take: who had a part may not."""
    asked = Challenge.objects.filter(kind=Challenge.Kind.REVIEW, state=Challenge.State.ASKED)
    waiting = asked.filter(seen_by(person, through="request")).select_related("request")
    for one in waiting.order_by("due_on", "request__reference"):
        questions = [each.question for each in one.questions.select_related("question")]
        refusals = [
            why_not(Move.TAKE_REVIEW, actor=person, situation=situation_of(one.request, question))
            for question in questions
        ]
        if not any(refusals):
            yield ReminderLine(one.request.reference, one.due_on)


def _reviews(person: Actor) -> Iterable[ReminderLine]:
    taken = Challenge.objects.filter(state=Challenge.State.TAKEN, reviewer=person.key)
    mine = taken.filter(seen_by(person, through="request")).order_by("due_on", "pk")
    for reference, due_on in mine.values_list("request__reference", "due_on"):
        yield ReminderLine(reference, due_on)


def _entries(person: Actor) -> Iterable[ReminderLine]:
    return _lines(to_validate(person))


def _of_others(person: Actor) -> QuerySet[Question]:
    """Return the questions whose decision this person had no part in: the table of moves as a query."""
    decided = DecisionVersion.objects.filter(question=OuterRef("pk"), by=person.key)
    return Question.objects.filter(~Q(drafted_by=person.key), ~Exists(decided))


def _questions(person: Actor, found: QuerySet[Question]) -> Iterable[ReminderLine]:
    rows = found.filter(seen_by(person, through="request")).order_by("work_to", "request_id")
    for reference, work_to in rows.values_list("request__reference", "request__work_to"):
        yield ReminderLine(reference, work_to)


def _lines(found: QuerySet[Request]) -> Iterable[ReminderLine]:
    for reference in found.order_by("reference").values_list("reference", flat=True):
        yield ReminderLine(reference)


WAITING = (
    Waiting(Why.CAME_BACK, Move.WRITE, _came_back),
    Waiting(Why.OFFERED, Move.ACCEPT, _offered),
    Waiting(Why.UNSEEN, Move.LOOK, _unseen),
    Waiting(Why.ANSWERED, Move.WRITE, _answered),
    Waiting(Why.TO_CHECK, Move.CHECK, _to_check),
    Waiting(Why.TO_CLEAR, Move.CLEAR, _to_clear),
    Waiting(Why.NOTICES, Move.LET_GO, _notices),
    Waiting(Why.REVIEWS_TO_TAKE, Move.TAKE_REVIEW, _reviews_to_take),
    Waiting(Why.REVIEWS, Move.DECIDE_REVIEW, _reviews),
    Waiting(Why.ENTRIES, Move.VALIDATE_ENTRY, _entries),
)
"""Each reason why something waits for somebody, in the order of the mail."""
