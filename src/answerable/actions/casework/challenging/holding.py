"""Hold a challenge while something is done with it, by somebody who may do it."""

from dataclasses import replace

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.locking import RequestNotFound, request_for
from answerable.domain.roles import Actor, Move, MoveNotAllowed, Situation, check_move
from answerable.queries.accounts import person_name
from answerable.queries.casework.challengeable import hands_of
from answerable.queries.casework.situations import situation_of
from answerable.records.casework.models import Challenge, Question

_KINDS = {
    Challenge.Kind.REVIEW: "review",
    Challenge.Kind.COMPLAINT: "complaint",
    Challenge.Kind.TRIBUNAL: "appeal",
}


def challenge_for(
    reference: str, number: int, move: Move, doing: Doing, *, reason: str = "-"
) -> Challenge:
    """Return a challenge, its request locked, with which somebody may do something now.

    Those who had a part in any round of any of its answers stand as its hands.

    :raises RequestNotFound: if there is no such request or challenge, or it is restricted to others.
    :raises MoveNotAllowed: if they may not; the message says why.
    """
    request = request_for(reference, move, doing, reason=reason)
    challenge = request.challenges.filter(number=number).first()
    if challenge is None:
        message = f"{reference} has no challenge {number}: look at its page for those that it has"
        raise RequestNotFound(message)
    challenge.request = request
    check_move(move, actor=doing.by, situation=situation_of_challenge(challenge), reason=reason)
    return challenge


def review_for(reference: str, number: int, move: Move, doing: Doing) -> Challenge:
    """Return a review that whoever does this has taken, its request locked.

    :raises RequestNotFound: if there is no such request or challenge, or it is restricted to others.
    :raises MoveNotAllowed: if they may not, or have not taken it.
    """
    challenge = challenge_for(reference, number, move, doing)
    check_kind(challenge, Challenge.Kind.REVIEW)
    check_state(challenge, Challenge.State.TAKEN)
    if challenge.reviewer != doing.by.key:
        name = person_name(challenge.reviewer)
        message = f"{name} has this review: ask a manager to hand it over to you"
        raise MoveNotAllowed(message)
    return challenge


def situation_of_challenge(challenge: Challenge) -> Situation:
    """Return what the table of moves is asked about: with the hands of all answers that are challenged."""
    return replace(situation_of(challenge.request), hands=hands_of(challenge))


def check_kind(challenge: Challenge, *kinds: Challenge.Kind) -> None:
    """Do nothing if a challenge is of one of some kinds.

    :raises MoveNotAllowed: if it is of another.
    """
    if challenge.kind not in kinds:
        wanted = " or ".join(_KINDS[one] for one in kinds)
        kind = _KINDS[Challenge.Kind(challenge.kind)]
        message = (
            f"Challenge {challenge.number} is of another kind ({kind}): this is for a {wanted}"
        )
        raise MoveNotAllowed(message)


def check_state(challenge: Challenge, *states: Challenge.State) -> None:
    """Do nothing if a challenge is as far as that.

    :raises MoveNotAllowed: if it is not; the message says how far it is.
    """
    if challenge.state in states:
        return
    kind = _KINDS[Challenge.Kind(challenge.kind)]
    said = {
        Challenge.State.ASKED: "nobody has taken it yet: take it first",
        Challenge.State.TAKEN: f"{person_name(challenge.reviewer)} has taken it already",
        Challenge.State.LEAVING: "its outcome is leaving: stop the letter first",
        Challenge.State.DECIDED: "it was decided already",
        Challenge.State.WITHDRAWN: "it was withdrawn",
    }[Challenge.State(challenge.state)]
    message = f"This {kind} cannot be changed so: {said}"
    raise MoveNotAllowed(message)


def questions_in(challenge: Challenge) -> list[Question]:
    """Return the questions of a challenge, each with the request that is locked."""
    listed = challenge.questions.select_related("question").order_by("question__place")
    questions = [one.question for one in listed]
    for one in questions:
        one.request = challenge.request
    return questions


def check_can_review(challenge: Challenge, somebody: Actor) -> None:
    """Do nothing if somebody else can review it, as the table of moves says.

    :raises MoveNotAllowed: if not; the message names them.
    """
    situation = situation_of_challenge(challenge)
    if somebody.key in situation.hands:
        message = f"{somebody.name} had a part in the answer: choose somebody else to review it"
        raise MoveNotAllowed(message)
    try:
        check_move(Move.TAKE_REVIEW, actor=somebody, situation=situation)
    except MoveNotAllowed as refusal:
        message = f"{somebody.name} cannot review it. {refusal}"
        raise MoveNotAllowed(message) from refusal
