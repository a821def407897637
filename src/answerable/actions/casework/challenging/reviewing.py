"""What happens to a review until it is decided: taken, handed over, extended, withdrawn, acknowledged."""

from django.db import transaction

from answerable.actions.casework.challenging.holding import (
    challenge_for,
    check_can_review,
    check_kind,
    check_state,
    questions_in,
    review_for,
)
from answerable.actions.casework.counting import recount
from answerable.actions.casework.doing import Doing
from answerable.actions.casework.lettering import Rendered, leave_letter, rendered_letter
from answerable.actions.casework.locking import locked_request
from answerable.actions.casework.rounds import forget_review
from answerable.actions.casework.telling import short_digest, tell
from answerable.domain.clock import OutsideCalendar
from answerable.domain.decisions.challenges import may_extend
from answerable.domain.decisions.letters import Office
from answerable.domain.law.letters import LetterKind
from answerable.domain.roles import NO_REQUEST, Actor, Move, MoveNotAllowed, check_move
from answerable.queries.casework.challengeable import DONE, regimes_of
from answerable.queries.casework.review_letters import acknowledgement_draft, extension_draft
from answerable.records.casework.models import Challenge, Letter

_LONGEST = 5000


def take_review(reference: str, number: int, *, doing: Doing) -> None:
    """Take a review that nobody has: somebody who had no part in any round of any of its answers.

    :raises RequestNotFound: if there is no such request or challenge.
    :raises MoveNotAllowed: if they may not, had a part in it, or somebody was quicker.
    """
    with transaction.atomic():
        challenge = challenge_for(reference, number, Move.TAKE_REVIEW, doing)
        check_kind(challenge, Challenge.Kind.REVIEW)
        check_state(challenge, Challenge.State.ASKED)
        _give(challenge, doing.by, doing)
        tell("review taken", reference, doing, {"challenge": number})


def hand_over_review(reference: str, number: int, to: Actor, *, reason: str, doing: Doing) -> None:
    """Give a review to somebody, or to somebody else, with a reason that the ledger keeps.

    :raises RequestNotFound: if there is no such request or challenge.
    :raises MoveNotAllowed: if they may not, do not say why, or the other cannot review it.
    """
    with transaction.atomic():
        challenge = challenge_for(reference, number, Move.HAND_REVIEW, doing, reason=reason)
        check_kind(challenge, Challenge.Kind.REVIEW)
        check_state(challenge, Challenge.State.ASKED, Challenge.State.TAKEN)
        check_can_review(challenge, to)
        _give(challenge, to, doing)
        data = {"challenge": number, "reviewer": to.key, "reason": reason}
        tell("review handed over", reference, doing, data)


def withdraw_review(reference: str, number: int, *, doing: Doing) -> None:
    """End a review because whoever asked for it no longer wants it: the answers stand.

    :raises RequestNotFound: if there is no such request or challenge.
    :raises MoveNotAllowed: if they may not, or its outcome is leaving or has left.
    """
    with transaction.atomic():
        challenge = challenge_for(reference, number, Move.ASK_REVIEW, doing)
        check_kind(challenge, Challenge.Kind.REVIEW)
        check_state(challenge, Challenge.State.ASKED, Challenge.State.TAKEN)
        challenge.state, challenge.decided_on = Challenge.State.WITHDRAWN, doing.on
        challenge.save(update_fields=["state", "decided_on"])
        forget_review(questions_in(challenge), since=challenge.asked_on)
        recount(challenge.request, doing.table)
        tell("review withdrawn", reference, doing, {"challenge": number})


def extend_review(
    reference: str, number: int, *, because: str, way: str, office: Office, doing: Doing
) -> int:
    """Let the letter leave that says why a review takes longer; return its number.

    The review is due later from the day on which the letter left.

    :raises RequestNotFound: if there is no such request or challenge.
    :raises MoveNotAllowed: if they have not taken it, do not say why, or it cannot take longer.
    :raises OutsideCalendar: if the calendar does not reach so far.
    :raises ValueError: if there is no such way.
    """
    because = because.replace("\0", "").strip()
    _check_short(because)
    ready = _extension(reference, number, because, office, doing)
    with transaction.atomic():
        challenge = review_for(reference, number, Move.DECIDE_REVIEW, doing)
        _check_may_extend(challenge, because, doing)
        challenge.extended_because = because
        challenge.save(update_fields=["extended_because"])
        letter = leave_letter(
            challenge.request,
            ready,
            kind=LetterKind.REVIEW_EXTENSION.value,
            labels=[one.label for one in questions_in(challenge)],
            way=way,
            doing=doing,
        )
        data = {"challenge": number, "letter": letter.number, "words": short_digest(because)}
        tell("review extended", reference, doing, data)
    return letter.number


def acknowledge_reviews(*, office: Office, doing: Doing) -> int:
    """Acknowledge every review that is in hand and was not yet, each in its own transaction; return how many.

    It goes by mail where an address is known, and otherwise waits to be posted. One whose date cannot be
    counted waits.

    :raises MoveNotAllowed: if they may not acknowledge.
    """
    check_move(Move.ACKNOWLEDGE, actor=doing.by, situation=NO_REQUEST)
    waiting = Challenge.objects.filter(kind=Challenge.Kind.REVIEW, acknowledged_at=None)
    listed = waiting.exclude(state__in=DONE).select_related("request__requester").order_by("pk")
    return sum(_acknowledge(one, office, doing) for one in listed)


def _give(challenge: Challenge, to: Actor, doing: Doing) -> None:
    challenge.state = Challenge.State.TAKEN
    challenge.reviewer, challenge.taken_at = to.key, doing.at
    challenge.save(update_fields=["state", "reviewer", "taken_at"])


def _extension(reference: str, number: int, because: str, office: Office, doing: Doing) -> Rendered:
    """Return the letter, rendered before the transaction: others should not wait for that."""
    draft = extension_draft(
        reference, number, because, office=office, table=doing.table, on=doing.on
    )
    if draft is None:
        message = f"{reference} has no review {number}: look at its page for those that it has"
        raise MoveNotAllowed(message)
    return rendered_letter(draft.letter)


def _check_short(because: str) -> None:
    if len(because) > _LONGEST:
        message = (
            f"Say why it takes longer in {_LONGEST:,} characters at most: it goes into a letter"
        )
        raise MoveNotAllowed(message)


def _check_may_extend(challenge: Challenge, because: str, doing: Doing) -> None:
    if not because:
        message = "Say why the review takes longer: whoever asked is told"
        raise MoveNotAllowed(message)
    if challenge.extended_because:
        message = "It was extended already: a review is extended once"
        raise MoveNotAllowed(message)
    regimes = regimes_of(questions_in(challenge), doing.table)
    if not all(map(may_extend, regimes)):
        message = "The law gives this review one limit alone: it cannot take longer"
        raise MoveNotAllowed(message)
    if challenge.due_on is not None and doing.on > challenge.due_on:
        message = f"It was due on {challenge.due_on:%-d %B %Y}: more time is asked for before that"
        raise MoveNotAllowed(message)


def _acknowledge(found: Challenge, office: Office, doing: Doing) -> bool:
    try:
        draft = acknowledgement_draft(found, office=office, table=doing.table, on=doing.on)
    except OutsideCalendar:
        return False
    ready = rendered_letter(draft.letter)
    with transaction.atomic():
        request = locked_request(found.request.reference)
        challenge = request.challenges.get(pk=found.pk)
        if challenge.acknowledged_at is not None or challenge.state in DONE:
            return False
        challenge.acknowledged_at = doing.at
        challenge.save(update_fields=["acknowledged_at"])
        leave_letter(
            request,
            ready,
            kind=LetterKind.REVIEW_ACKNOWLEDGEMENT.value,
            labels=draft.labels,
            way=Letter.Way.EMAIL if request.requester.address else Letter.Way.POST,
            doing=doing,
        )
        tell("review acknowledged", request.reference, doing, {"challenge": challenge.number})
    return True
