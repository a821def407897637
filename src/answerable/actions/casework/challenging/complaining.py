"""Record complaints to the regulator and appeals: what was asked for, and what was ruled."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db import transaction

from answerable.actions.casework.challenging.asking import next_number, questions_of
from answerable.actions.casework.challenging.deciding import keep_finding
from answerable.actions.casework.challenging.holding import (
    challenge_for,
    check_kind,
    check_state,
)
from answerable.actions.casework.counting import recount
from answerable.actions.casework.doing import Doing
from answerable.actions.casework.locking import RequestNotFound, request_for
from answerable.actions.casework.rounds import open_round
from answerable.actions.casework.telling import short_digest, tell
from answerable.domain.decisions.aloud import day_in_words
from answerable.domain.decisions.challenges import Finding, Found, Ground, appeal_by, reopens
from answerable.domain.roles import Move, MoveNotAllowed
from answerable.queries.casework.challengeable import DONE, answered_version
from answerable.queries.casework.review_letters import question_name
from answerable.records.casework.models import (
    Challenge,
    ChallengedQuestion,
    Enquiry,
    Question,
    Request,
)

_OUTSIDE = (Challenge.Kind.COMPLAINT, Challenge.Kind.TRIBUNAL)


@dataclass(frozen=True, slots=True)
class ComplaintMade:
    """A complaint to the regulator, or an appeal: whose reference, since when, about what.

    `grounds` stand by the label of each question. `follows` is the number of the challenge before it: a
    review, or none, for a complaint; a complaint for an appeal. `brought_by` is `requester` or `office`.
    """

    kind: str
    their_reference: str
    on: dt.date
    grounds: Mapping[str, tuple[Ground, ...]]
    words: str = ""
    follows: int | None = None
    brought_by: str = Challenge.Party.REQUESTER.value


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision notice or a judgment: its day, what it finds of each question, the steps it requires.

    The limit of a finding is within which the steps must be taken.
    """

    on: dt.date
    findings: Mapping[str, Found] = field(default_factory=dict)
    steps: str = ""


def record_complaint(reference: str, made: ComplaintMade, *, doing: Doing) -> int:
    """Record a complaint to the regulator, or an appeal; return the number of the challenge.

    :raises RequestNotFound: if there is no such request, question or challenge before it.
    :raises MoveNotAllowed: if they may not, or it cannot have come so; the message says why.
    :raises ValueError: if there is no such kind or party.
    """
    kind, party = Challenge.Kind(made.kind), Challenge.Party(made.brought_by)
    with transaction.atomic():
        request = request_for(reference, Move.RECORD_COMPLAINT, doing)
        _check_made(made, kind, doing)
        before = _before(request, kind, made.follows)
        questions = questions_of(request, tuple(made.grounds))
        _check_alone(kind, questions)
        challenge = Challenge.objects.create(
            request=request,
            number=next_number(request),
            kind=kind,
            follows=before,
            brought_by=party,
            their_reference=made.their_reference.strip()[:100],
            asked_on=made.on,
            entered_at=doing.at,
            entered_by=doing.by.key,
            said=made.words.replace("\0", ""),
        )
        _keep_questions(challenge, questions, made, before)
        tell("complaint recorded", reference, doing, _line(challenge, made))
    return challenge.number


def record_enquiry(
    reference: str,
    number: int,
    what: str,
    *,
    asked_on: dt.date,
    due_on: dt.date | None,
    doing: Doing,
) -> None:
    """Record that the regulator or a tribunal asked for something, and by when.

    :raises RequestNotFound: if there is no such request or challenge.
    :raises MoveNotAllowed: if they may not, the complaint is over, or nothing is said.
    """
    with transaction.atomic():
        challenge = _open(reference, number, Move.RECORD_COMPLAINT, doing)
        if not what.strip():
            message = "Say what they asked for"
            raise MoveNotAllowed(message)
        _check_day(asked_on, challenge, doing)
        if due_on is not None and due_on < asked_on:
            message = f"It was asked for on {day_in_words(asked_on)}: it cannot be due before that"
            raise MoveNotAllowed(message)
        Enquiry.objects.create(
            challenge=challenge,
            asked_on=asked_on,
            what=what.replace("\0", ""),
            due_on=due_on,
            entered_at=doing.at,
            entered_by=doing.by.key,
        )
        data = {"challenge": number, "on": str(asked_on), "due_on": str(due_on or "")}
        tell("enquiry recorded", reference, doing, {**data, "words": short_digest(what)})


def answer_enquiry(reference: str, number: int, place: int, *, doing: Doing) -> None:
    """Record that what was asked for was given today; `place` counts what was asked for from 1.

    :raises RequestNotFound: if there is no such request, challenge or enquiry.
    :raises MoveNotAllowed: if they may not, or it was given already.
    """
    with transaction.atomic():
        challenge = challenge_for(reference, number, Move.RECORD_COMPLAINT, doing)
        listed = list(challenge.enquiries.order_by("pk"))
        if not 1 <= place <= len(listed):
            message = f"Challenge {number} has no enquiry {place}"
            raise RequestNotFound(message)
        enquiry = listed[place - 1]
        if enquiry.answered_on is not None:
            message = f"It was answered on {day_in_words(enquiry.answered_on)} already"
            raise MoveNotAllowed(message)
        enquiry.answered_on = doing.on
        enquiry.save(update_fields=["answered_on"])
        tell("enquiry answered", reference, doing, {"challenge": number, "on": str(doing.on)})


def withdraw_complaint(reference: str, number: int, *, doing: Doing) -> None:
    """Record that a complaint or an appeal was withdrawn or closed without a ruling.

    :raises RequestNotFound: if there is no such request or challenge.
    :raises MoveNotAllowed: if they may not, or it is over.
    """
    with transaction.atomic():
        challenge = _open(reference, number, Move.RECORD_COMPLAINT, doing)
        challenge.state, challenge.decided_on = Challenge.State.WITHDRAWN, doing.on
        challenge.save(update_fields=["state", "decided_on"])
        tell("complaint withdrawn", reference, doing, {"challenge": number})


def record_ruling(reference: str, number: int, ruling: Ruling, *, doing: Doing) -> None:
    """Record a decision notice or a judgment: what was overturned is open again, in another round.

    The limit of that round is counted from the day of the ruling. What was upheld stays as it is.

    :raises RequestNotFound: if there is no such request or challenge.
    :raises MoveNotAllowed: if they may not, it is over, or a question has no outcome.
    :raises ClockRefused: if a limit is none, or too long.
    """
    with transaction.atomic():
        challenge = _open(reference, number, Move.RECORD_RULING, doing)
        _check_day(ruling.on, challenge, doing)
        listed = list(challenge.questions.select_related("question").order_by("question__place"))
        for one in listed:
            one.question.request = challenge.request
            keep_finding(one, _outcome(one, ruling))
        opened = [one.question.label for one in listed if _reopen(one, ruling.on)]
        challenge.state, challenge.decided_on = Challenge.State.DECIDED, ruling.on
        challenge.summary = ruling.steps.replace("\0", "")
        if challenge.kind == Challenge.Kind.COMPLAINT:
            challenge.appeal_by = appeal_by(ruling.on)
        challenge.save(update_fields=["state", "decided_on", "summary", "appeal_by"])
        recount(challenge.request, doing.table)
        data = {
            "challenge": number,
            "on": str(ruling.on),
            "findings": [f"{one.question.label or '-'} {one.finding}" for one in listed],
            "open_again": opened,
            "appeal_by": str(challenge.appeal_by or ""),
        }
        tell("ruling recorded", reference, doing, data)


def _open(reference: str, number: int, move: Move, doing: Doing) -> Challenge:
    challenge = challenge_for(reference, number, move, doing)
    check_kind(challenge, *_OUTSIDE)
    check_state(challenge, Challenge.State.ASKED)
    return challenge


def _check_made(made: ComplaintMade, kind: Challenge.Kind, doing: Doing) -> None:
    if kind not in _OUTSIDE:
        message = "A review is asked for, not recorded as a complaint: use the page for reviews"
        raise MoveNotAllowed(message)
    if not made.their_reference.strip():
        message = "Give the reference that the regulator or the tribunal has for it"
        raise MoveNotAllowed(message)
    if made.on > doing.on:
        message = f"It cannot have come on {day_in_words(made.on)}: that day has not come"
        raise MoveNotAllowed(message)
    for label, grounds in made.grounds.items():
        if not grounds:
            message = f"{question_name(label)}: say what the complaint is about"
            raise MoveNotAllowed(message)


def _before(request: Request, kind: Challenge.Kind, number: int | None) -> Challenge | None:
    wanted = Challenge.Kind.REVIEW if kind == Challenge.Kind.COMPLAINT else Challenge.Kind.COMPLAINT
    if number is None:
        if kind == Challenge.Kind.TRIBUNAL:
            message = "Say against which decision notice the appeal is: it follows a complaint"
            raise MoveNotAllowed(message)
        return None
    before = request.challenges.filter(number=number).first()
    if before is None:
        message = f"{request.reference} has no challenge {number} that it could follow"
        raise RequestNotFound(message)
    if before.kind != wanted:
        message = f"A {kind} follows a {wanted}: challenge {number} is a {before.kind}"
        raise MoveNotAllowed(message)
    if kind == Challenge.Kind.TRIBUNAL and before.state != Challenge.State.DECIDED:
        message = f"There is no decision notice on complaint {number} yet: record it first"
        raise MoveNotAllowed(message)
    return before


def _check_alone(kind: Challenge.Kind, questions: list[Question]) -> None:
    """Refuse a second complaint, or appeal, about a question while one is in hand."""
    in_hand = ChallengedQuestion.objects.filter(
        question__in=questions, challenge__kind=kind
    ).exclude(challenge__state__in=DONE)
    first = in_hand.select_related("question", "challenge").first()
    if first is not None:
        name = question_name(first.question.label)
        message = f"{name} is before them already (challenge {first.challenge.number})"
        raise MoveNotAllowed(message)


def _keep_questions(
    challenge: Challenge,
    questions: list[Question],
    made: ComplaintMade,
    before: Challenge | None,
) -> None:
    """Keep which answers are challenged: an appeal is about those that the complaint was about."""
    earlier: dict[int, ChallengedQuestion] = {}
    if before is not None and challenge.kind == Challenge.Kind.TRIBUNAL:
        earlier = {one.question_id: one for one in before.questions.all()}
    for question in questions:
        was = earlier.get(question.pk)
        grounds = made.grounds[question.label]
        ChallengedQuestion.objects.create(
            challenge=challenge,
            question=question,
            version=was.version if was else answered_version(question),
            round=was.round if was else question.round,
            grounds=[one.value for one in Ground if one in grounds],
        )


def _check_day(on: dt.date, challenge: Challenge, doing: Doing) -> None:
    if on > doing.on:
        message = f"It cannot have come on {day_in_words(on)}: that day has not come"
        raise MoveNotAllowed(message)
    if on < challenge.asked_on:
        message = (
            f"They were turned to on {day_in_words(challenge.asked_on)}: it cannot have come before"
        )
        raise MoveNotAllowed(message)


def _outcome(one: ChallengedQuestion, ruling: Ruling) -> Found:
    found = ruling.findings.get(one.question.label)
    if found is None or found.finding is None:
        message = f"{question_name(one.question.label)}: say whether the answer is upheld"
        raise MoveNotAllowed(message)
    return found


def _reopen(one: ChallengedQuestion, on: dt.date) -> bool:
    grounds = [Ground(ground) for ground in one.grounds]
    opens = reopens(Finding(one.finding), grounds, is_answered=one.version_id is not None)
    return opens and open_round(one, on=on)


def _line(challenge: Challenge, made: ComplaintMade) -> dict[str, object]:
    return {
        "challenge": challenge.number,
        "kind": challenge.kind,
        "follows": made.follows or "",
        "their_reference": challenge.their_reference,
        "on": str(made.on),
        "questions": list(made.grounds),
        "grounds": sorted({one.value for grounds in made.grounds.values() for one in grounds}),
        "words": short_digest(made.words),
    }
