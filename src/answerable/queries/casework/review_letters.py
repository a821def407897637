"""The letters of a review as they would be sent on a day, and what keeps its outcome from going."""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from answerable.domain.clock import Holidays
from answerable.domain.clock.regimes import Regime, calendar_of
from answerable.domain.decisions.challenges import Finding, Found, Ground, review_due_on
from answerable.domain.decisions.letters import Letter, Office
from answerable.domain.decisions.letters.reviewing import (
    ReviewedQuestion,
    ReviewFacts,
    review_acknowledgement,
    review_extension,
    review_outcome,
)
from answerable.domain.law.letters import LetterKind, letter_items
from answerable.domain.questions.blind import MARK, Identity, blinded
from answerable.queries.casework.cases import identity_of
from answerable.queries.casework.challengeable import regimes_of
from answerable.records.casework.models import Challenge, ChallengedQuestion

Written = Callable[[ReviewFacts, Office], Letter]


@dataclass(frozen=True, slots=True)
class ReviewDraft:
    """A letter of a review as it would go today; `blind` is the same without who asked, to be looked at.

    `problems` are sentences: without one, it may go.
    """

    letter: Letter
    blind: Letter
    labels: tuple[str, ...]
    problems: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """Return what tells whether a letter is still the one that was looked at."""
        return hashlib.sha256(repr(self.letter).encode()).hexdigest()[:32]


def outcome_draft(
    reference: str, number: int, *, office: Office, table: Holidays, on: dt.date
) -> ReviewDraft | None:
    """Return the outcome of a review as its findings stand, None if there is no such review.

    :raises OutsideCalendar: if the calendar does not reach so far.
    """
    challenge = _review(reference, number)
    if challenge is None:
        return None
    facts = _facts(challenge, table, on)
    draft = _draft(challenge, facts, office, review_outcome)
    return replace(draft, problems=tuple(_problems(facts, draft.letter, on)))


def acknowledgement_draft(
    challenge: Challenge, *, office: Office, table: Holidays, on: dt.date
) -> ReviewDraft:
    """Return the letter that says that a review was asked for.

    :raises OutsideCalendar: if the calendar does not reach so far.
    """
    return _draft(challenge, _facts(challenge, table, on), office, review_acknowledgement)


def extension_draft(
    reference: str, number: int, why: str, *, office: Office, table: Holidays, on: dt.date
) -> ReviewDraft | None:
    """Return the letter that says why a review takes longer, None if there is no such review.

    :raises OutsideCalendar: if the calendar does not reach so far.
    """
    challenge = _review(reference, number)
    if challenge is None:
        return None
    regimes = _regimes(challenge, table)
    longer = review_due_on(regimes, challenge.asked_on, table, is_extended=True)
    facts = replace(_facts(challenge, table, on), why=why)
    return _draft(
        challenge, replace(facts, due_on=longer or facts.due_on), office, review_extension
    )


def found_of(one: ChallengedQuestion) -> Found:
    """Return what was found about a question, as far as it was written down."""
    return Found(
        Finding(one.finding) if one.finding else None,
        one.reasons,
        {Ground(name): words for name, words in one.answers.items()},
        one.limit or Found().limit,
    )


def question_name(label: str) -> str:
    """Return how a sentence names a question."""
    return f"Question {label}" if label else "The question"


def _review(reference: str, number: int) -> Challenge | None:
    found = Challenge.objects.filter(
        request__reference=reference, number=number, kind=Challenge.Kind.REVIEW
    )
    return found.select_related("request__requester").first()


def _regimes(challenge: Challenge, table: Holidays) -> list[Regime]:
    questions = [one.question for one in challenge.questions.select_related("question__request")]
    return regimes_of(questions, table)


def _facts(challenge: Challenge, table: Holidays, on: dt.date) -> ReviewFacts:
    regimes = _regimes(challenge, table)
    listed = challenge.questions.select_related("question").order_by("question__place")
    return ReviewFacts(
        reference=challenge.request.reference,
        asked_on=challenge.asked_on,
        sent_on=on,
        due_on=challenge.due_on or on,
        calendar=calendar_of(regimes[0], table).name,
        questions=tuple(
            ReviewedQuestion(
                label=one.question.label,
                text=one.question.text,
                is_answered=one.version_id is not None,
                grounds=tuple(map(Ground, one.grounds)),
                found=found_of(one),
            )
            for one in listed
        ),
        salutation=challenge.request.requester.name,
        summary=challenge.summary,
    )


def _draft(
    challenge: Challenge, facts: ReviewFacts, office: Office, written: Written
) -> ReviewDraft:
    identity = identity_of(challenge.request)
    return ReviewDraft(
        letter=written(facts, office),
        blind=written(_without_requester(facts, identity), office),
        labels=tuple(one.label for one in facts.questions),
    )


def _without_requester(facts: ReviewFacts, identity: Identity) -> ReviewFacts:
    questions = tuple(
        replace(one, text=blinded(one.text, identity), found=_blind(one.found, identity))
        for one in facts.questions
    )
    return replace(
        facts,
        questions=questions,
        salutation=MARK if facts.salutation else "",
        why=blinded(facts.why, identity),
        summary=blinded(facts.summary, identity),
    )


def _blind(found: Found, identity: Identity) -> Found:
    answers = {one: blinded(words, identity) for one, words in (found.answers or {}).items()}
    return replace(found, reasons=blinded(found.reasons, identity), answers=answers)


def _problems(facts: ReviewFacts, letter: Letter, on: dt.date) -> Iterator[str]:
    missing = [
        problem
        for one in facts.questions
        for problem in one.found.lacks(question_name(one.label), one.grounds)
    ]
    yield from missing
    if missing:
        return
    for item in letter_items(LetterKind.REVIEW_OUTCOME, on=on):
        if item.name not in letter.contents:
            yield f"The letter does not say {item.what} ({item.provision})"
