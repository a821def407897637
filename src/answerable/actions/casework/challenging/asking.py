"""Ask for a review of answers: by whoever asked, or by staff who record that somebody did."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max

from answerable.actions.casework.counting import recount
from answerable.actions.casework.doing import Doing
from answerable.actions.casework.events import write_event
from answerable.actions.casework.locking import RequestNotFound, request_for
from answerable.actions.casework.telling import short_digest, tell
from answerable.domain.clock import EventKind, Holidays
from answerable.domain.decisions.aloud import day_in_words
from answerable.domain.decisions.challenges import (
    Challenged,
    Ground,
    last_day_to_ask,
    review_due_on,
    why_no_review,
)
from answerable.domain.roles import Actor, Move, MoveNotAllowed
from answerable.domain.roles.people import Role
from answerable.queries.casework.challengeable import answered_version, challenged_of
from answerable.records.casework.models import Challenge, ChallengedQuestion, Question, Request


@dataclass(frozen=True, slots=True)
class ReviewAsked:
    """A review as somebody asks for it: of which answers on which grounds, in which words, since when.

    `grounds` stand by the label of each question. `late_because` is why staff take one that comes after
    its time; `contact` how the office is reached, which a refusal names.
    """

    grounds: Mapping[str, tuple[Ground, ...]]
    words: str
    asked_on: dt.date
    late_because: str = ""
    contact: str = ""


def ask_review(reference: str, asked: ReviewAsked, *, doing: Doing) -> int:
    """Take it that a review of some answers is asked for; return the number of the challenge.

    Its clock runs from the day on which it was asked for (s.45 Code; EIR reg.11(4)). What whoever asked
    says by their link is said today, whatever day stands in it.

    :raises RequestNotFound: if there is no such request or question.
    :raises MoveNotAllowed: if it cannot be asked for; the message says why, and what can be done.
    :raises OutsideCalendar: if the calendar does not reach so far.
    """
    with transaction.atomic():
        request = request_for(reference, Move.ASK_REVIEW, doing)
        on = doing.on if is_requester(doing.by) else asked.asked_on
        questions = questions_of(request, tuple(asked.grounds))
        found = [challenged_of(request, one, doing.table) for one in questions]
        _check(asked, questions, found, on, doing)
        challenge = _entered(request, asked, found, on, doing)
        _keep_questions(challenge, questions, asked.grounds)
        answered = _answered(questions, found)
        write_event(answered, EventKind.REVIEW_REQUESTED, on=on, at=doing.at, by=doing.by.key)
        recount(request, doing.table)
        tell("review asked for", reference, doing, _line(challenge, asked))
    return challenge.number


def is_requester(actor: Actor) -> bool:
    """Return whether somebody is whoever asked, by their link."""
    return Role.REQUESTER in actor.roles


def questions_of(request: Request, labels: Sequence[str]) -> list[Question]:
    """Return questions of a request by their labels, in their order.

    :raises RequestNotFound: if there is no such question.
    :raises MoveNotAllowed: if none is named.
    """
    if not labels:
        message = "Say which answers it is about"
        raise MoveNotAllowed(message)
    found = list(request.questions.order_by("place").prefetch_related("events"))
    unknown = set(labels) - {one.label for one in found}
    if unknown:
        known = ", ".join(one.label or "(one without a label)" for one in found)
        message = f"{request.reference} has no question {min(unknown)}: it has {known or 'none'}"
        raise RequestNotFound(message)
    return [one for one in found if one.label in labels]


def next_number(request: Request) -> int:
    """Return the number that the next challenge of a locked request gets."""
    return (request.challenges.aggregate(last=Max("number"))["last"] or 0) + 1


def _check(
    asked: ReviewAsked,
    questions: Sequence[Question],
    found: Sequence[Challenged],
    on: dt.date,
    doing: Doing,
) -> None:
    if on > doing.on:
        message = f"A review cannot be asked for on {day_in_words(on)}: that day has not come"
        raise MoveNotAllowed(message)
    for question, one in zip(questions, found, strict=True):
        refusal = why_no_review(one, asked.grounds[question.label], on=on)
        if refusal:
            raise MoveNotAllowed(refusal)
    _check_in_time(asked, found, on, doing)


def _check_in_time(
    asked: ReviewAsked, found: Iterable[Challenged], on: dt.date, doing: Doing
) -> None:
    """Refuse what comes too late, unless staff say why they take it all the same."""
    for one in found:
        last = last_day_to_ask(one, doing.table)
        if last is None or on <= last:
            continue
        if is_requester(doing.by):
            message = (
                f"The last day to ask for a review of {_lower(one.name)} was {day_in_words(last)}. "
                f"If something kept you from it, write to {asked.contact or 'us'} and say what: "
                "we can still take it. You can also complain to the regulator"
            )
            raise MoveNotAllowed(message)
        if not asked.late_because.strip():
            message = (
                f"The last day to ask for a review of {_lower(one.name)} was {day_in_words(last)}: "
                "say why it is taken all the same"
            )
            raise MoveNotAllowed(message)


def _entered(
    request: Request,
    asked: ReviewAsked,
    found: Sequence[Challenged],
    on: dt.date,
    doing: Doing,
) -> Challenge:
    is_late = any(_is_late(one, on, doing.table) for one in found)
    return Challenge.objects.create(
        request=request,
        number=next_number(request),
        kind=Challenge.Kind.REVIEW,
        asked_on=on,
        entered_at=doing.at,
        entered_by=doing.by.key,
        said=asked.words.replace("\0", ""),
        late_because=asked.late_because.replace("\0", "") if is_late else "",
        due_on=review_due_on([one.regime for one in found], on, doing.table),
        calendar=doing.table.version,
    )


def _is_late(one: Challenged, on: dt.date, table: Holidays) -> bool:
    last = last_day_to_ask(one, table)
    return last is not None and on > last


def _keep_questions(
    challenge: Challenge, questions: Iterable[Question], grounds: Mapping[str, Sequence[Ground]]
) -> None:
    ChallengedQuestion.objects.bulk_create(
        ChallengedQuestion(
            challenge=challenge,
            question=one,
            version=answered_version(one),
            round=one.round,
            grounds=[ground.value for ground in Ground if ground in grounds[one.label]],
        )
        for one in questions
    )


def _answered(questions: Sequence[Question], found: Sequence[Challenged]) -> list[Question]:
    """Return the questions whose clocks show the review: the clock of no answer knows of none."""
    pairs = zip(questions, found, strict=True)
    return [one for one, said in pairs if said.answered_on is not None]


def _line(challenge: Challenge, asked: ReviewAsked) -> dict[str, object]:
    return {
        "challenge": challenge.number,
        "on": str(challenge.asked_on),
        "due_on": str(challenge.due_on or ""),
        "questions": list(asked.grounds),
        "grounds": sorted({one.value for grounds in asked.grounds.values() for one in grounds}),
        "words": short_digest(asked.words),
        "late_because": short_digest(challenge.late_because) if challenge.late_because else "",
    }


def _lower(name: str) -> str:
    return f"{name[:1].lower()}{name[1:]}"
