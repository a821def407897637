"""What it means that the outcome of a review left, or that more time was needed; or that it was stopped."""

from answerable.actions.casework.events import write_event
from answerable.actions.casework.gone import Gone
from answerable.actions.casework.rounds import open_round
from answerable.actions.ledger import record
from answerable.domain.clock import EventKind
from answerable.domain.decisions.challenges import Finding, Ground, reopens, review_due_on
from answerable.queries.casework.challengeable import DONE, regimes_of
from answerable.records.casework.models import Challenge, ChallengedQuestion, Letter


def outcome_left(letter: Letter, gone: Gone) -> None:
    """Decide a review whose outcome left: what was overturned is open again, in another round."""
    challenge = _of(letter)
    challenge.state, challenge.decided_on = Challenge.State.DECIDED, gone.on
    challenge.save(update_fields=["state", "decided_on"])
    listed = _questions(challenge)
    answered = [one.question for one in listed if _is_present_answer(one)]
    write_event(answered, EventKind.REVIEW_ANSWERED, on=gone.on, at=gone.at, by=gone.by)
    opened = [
        one.question.label
        for one in listed
        if _reopens(one) and open_round(one, on=gone.on, others=[challenge.reviewer])
    ]
    record(
        "review decided",
        subject=f"request {letter.request.reference}",
        by=gone.by,
        at=gone.at,
        data={
            "challenge": challenge.number,
            "reviewer": challenge.reviewer,
            "findings": [f"{one.question.label or '-'} {one.finding}" for one in listed],
            "open_again": opened,
            "on": str(gone.on),
        },
    )


def outcome_stopped(letter: Letter) -> None:
    """Give a review back to its reviewer, whose outcome was stopped before it left."""
    challenge = _of(letter)
    challenge.state, challenge.letter = Challenge.State.TAKEN, None
    challenge.save(update_fields=["state", "letter"])


def extension_left(letter: Letter, gone: Gone) -> None:
    """Let a review take longer, from the day on which whoever asked was told so."""
    for one in _to_extend(letter):
        one.request = letter.request
        listed = _questions(one)
        regimes = regimes_of([each.question for each in listed], gone.table)
        one.extended_on = gone.on
        one.due_on = review_due_on(regimes, one.asked_on, gone.table, is_extended=True)
        one.calendar = gone.table.version
        one.save(update_fields=["extended_on", "due_on", "calendar"])
        answered = [each.question for each in listed if _is_present_answer(each)]
        write_event(answered, EventKind.REVIEW_EXTENSION, on=gone.on, at=gone.at, by=gone.by)


def extension_stopped(letter: Letter) -> None:
    """Take it back that a review takes longer: nobody was told."""
    for one in _to_extend(letter):
        one.extended_because = ""
        one.save(update_fields=["extended_because"])


def _to_extend(letter: Letter) -> list[Challenge]:
    """Return the review that a letter says takes longer: a question has one in hand at most."""
    waiting = letter.request.challenges.filter(
        extended_on=None, extended_because__gt="", questions__question__label__in=letter.labels
    )
    return list(waiting.exclude(state__in=DONE).distinct())


def _of(letter: Letter) -> Challenge:
    return letter.request.challenges.get(letter=letter)


def _questions(challenge: Challenge) -> list[ChallengedQuestion]:
    """Return the questions of a challenge, each with the request that is locked."""
    listed = list(challenge.questions.select_related("question").order_by("question__place"))
    for one in listed:
        one.question.request = challenge.request
    return listed


def _is_present_answer(one: ChallengedQuestion) -> bool:
    """Return whether a challenge is about the answer that stands: a later round has a clock of its own."""
    return one.version_id is not None and one.round == one.question.round


def _reopens(one: ChallengedQuestion) -> bool:
    grounds = [Ground(ground) for ground in one.grounds]
    return reopens(Finding(one.finding), grounds, is_answered=one.version_id is not None)
