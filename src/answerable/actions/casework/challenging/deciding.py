"""Decide a review: write down what was found of each answer, and let its outcome leave."""

from collections.abc import Mapping

from django.db import transaction

from answerable.actions.casework.challenging.holding import review_for
from answerable.actions.casework.doing import Doing
from answerable.actions.casework.lettering import LetterNotComplete, Rendered, leave_letter
from answerable.actions.casework.locking import RequestNotFound
from answerable.actions.casework.telling import short_digest, tell
from answerable.domain.decisions.challenges import Found, Ground, checked_limit
from answerable.domain.decisions.letters import Office
from answerable.domain.law.letters import LetterKind
from answerable.domain.roles import Move, MoveNotAllowed
from answerable.queries.casework.review_letters import outcome_draft
from answerable.records.casework.models import Challenge, ChallengedQuestion


def write_findings(
    reference: str,
    number: int,
    findings: Mapping[str, Found],
    *,
    summary: str = "",
    doing: Doing,
) -> None:
    """Keep what a reviewer found of each question so far, whole or not; it is told when it is decided.

    :raises RequestNotFound: if there is no such request, challenge or question of it.
    :raises MoveNotAllowed: if they have not taken it.
    :raises ClockRefused: if a limit is none, or too long.
    """
    with transaction.atomic():
        challenge = review_for(reference, number, Move.DECIDE_REVIEW, doing)
        listed = {one.question.label: one for one in challenge.questions.select_related("question")}
        unknown = set(findings) - set(listed)
        if unknown:
            message = f"This review is not about question {min(unknown)}"
            raise RequestNotFound(message)
        for label, found in findings.items():
            keep_finding(listed[label], found)
        challenge.summary = summary.replace("\0", "")
        challenge.save(update_fields=["summary"])
        data = {
            "challenge": number,
            "questions": list(findings),
            "digest": short_digest(repr((sorted(findings.items()), summary))),
        }
        tell("review written", reference, doing, data)


def decide_review(
    reference: str, number: int, ready: Rendered, *, way: str, office: Office, doing: Doing
) -> int:
    """Let the outcome of a review leave as it was looked at; return the number of the letter.

    When it has left, the review is decided, and what was overturned is open again in another round.

    :raises RequestNotFound: if there is no such request or challenge.
    :raises MoveNotAllowed: if they have not taken it, it changed meanwhile, or no address is known.
    :raises LetterNotComplete: if a finding, its reasons or an answer to a point is missing.
    :raises OutsideCalendar: if the calendar does not reach so far.
    :raises ValueError: if there is no such way.
    """
    with transaction.atomic():
        challenge = review_for(reference, number, Move.DECIDE_REVIEW, doing)
        draft = outcome_draft(reference, number, office=office, table=doing.table, on=doing.on)
        if draft is None or draft.letter != ready.letter:
            message = "The outcome changed meanwhile: look at it again before you send it"
            raise MoveNotAllowed(message)
        if draft.problems:
            raise LetterNotComplete(draft.problems)
        challenge.letter = leave_letter(
            challenge.request,
            ready,
            kind=LetterKind.REVIEW_OUTCOME.value,
            labels=draft.labels,
            way=way,
            doing=doing,
        )
        challenge.state = Challenge.State.LEAVING
        challenge.save(update_fields=["state", "letter"])
        data = {"challenge": number, "letter": challenge.letter.number}
        tell("review outcome leaves", reference, doing, data)
    return challenge.letter.number


def keep_finding(one: ChallengedQuestion, found: Found) -> None:
    """Store what was found of a question that is challenged.

    :raises ClockRefused: if its limit is none, or too long.
    """
    answers = found.answers or {}
    one.finding = found.finding.value if found.finding else ""
    one.reasons = found.reasons.replace("\0", "")
    one.limit = checked_limit(found.limit)
    one.answers = {
        ground: answers[Ground(ground)].replace("\0", "")
        for ground in one.grounds
        if answers.get(Ground(ground), "").strip()
    }
    one.save(update_fields=["finding", "reasons", "limit", "answers"])
