"""What stands against a decision: the law, or else what the letter about it would lack."""

import datetime as dt
from collections.abc import Iterator

from answerable.domain.decisions.checking import Reason, check_decision
from answerable.domain.decisions.decision import Authority
from answerable.domain.decisions.letters.answering import answer_letter
from answerable.domain.decisions.letters.asking import clarification_letter
from answerable.domain.decisions.letters.blocks import Letter
from answerable.domain.decisions.letters.facts import (
    AnsweredQuestion,
    ClarificationFacts,
    LetterFacts,
    Office,
    UnclearQuestion,
)
from answerable.domain.decisions.notices import check_notice
from answerable.domain.decisions.outcomes import Outcome
from answerable.domain.law.letters import LetterKind

_OF_OTHERS = ("40(2)", "EIR 13(1)")
"""The limbs under which figures are withheld that identify somebody other than whoever asked."""
_KNOWN = "–"
"""Stands for what every letter of an office says: here only what one question lacks is looked for."""


def objections_to(
    question: AnsweredQuestion, *, authority: Authority, on: dt.date
) -> tuple[Reason, ...]:
    """Return why a decision cannot be put forward: what the law says, or what its letter would lack.

    What is not lawful is told first; a letter that could not go is told before anybody clears it.
    """
    reasons = (
        *check_decision(question.decision, authority=authority, on=on, regime=question.regime),
        *_of_tables(question),
    )
    return reasons or _lacking(question, authority=authority, on=on)


def _of_tables(question: AnsweredQuestion) -> Iterator[Reason]:
    """Yield each table that withholds figures in silence: that is a refusal without its notice (s.17)."""
    if any(one.citation in _OF_OTHERS for one in question.decision.grounds):
        return
    for table in question.tables:
        if table.withholds:
            yield Reason(
                f"The table “{table.caption}”",
                f"withholds or rounds figures, which refuses them: cite {' or '.join(_OF_OTHERS)}, or give the"
                " figures as they were counted",
            )


def unclear_question(question: AnsweredQuestion) -> UnclearQuestion:
    """Return a question as the letter that asks what is meant puts it."""
    return UnclearQuestion(
        question.label, question.text, question.decision.asked, question.answer, question.narrow
    )


def asks_back(question: AnsweredQuestion) -> bool:
    """Return whether nothing is decided but to ask what is meant: that makes a letter of its own."""
    return question.decision.outcomes == (Outcome.CLARIFICATION,)


def _lacking(
    question: AnsweredQuestion, *, authority: Authority, on: dt.date
) -> tuple[Reason, ...]:
    kinds = (LetterKind.CLARIFICATION,) if asks_back(question) else ()
    contents = _letter(question, authority=authority, on=on).contents
    check = check_notice([question.decision], contents, sent_on=on, due_on=on, kinds=kinds)
    missing = (one for one in check.missing if one.is_unlawful)
    return tuple(Reason("Its letter", one.words) for one in missing)


def _letter(question: AnsweredQuestion, *, authority: Authority, on: dt.date) -> Letter:
    """Return the letter about a question alone, from an office of which everything is known."""
    office = Office(
        body=_KNOWN,
        team=_KNOWN,
        email=_KNOWN,
        address=_KNOWN,
        review_contact=_KNOWN,
        regulator_address=_KNOWN,
        licence=_KNOWN,
        copyright=_KNOWN,
        authority=authority,
    )
    if asks_back(question):
        asked = ClarificationFacts(_KNOWN, on, on, (unclear_question(question),))
        return clarification_letter(asked, office)
    facts = LetterFacts(_KNOWN, on, on, on, calendar=_KNOWN, questions=(question,))
    return answer_letter(facts, office)
