"""Answers for tests: an office, questions with complete decisions, and the letters made of them."""

import datetime as dt
from dataclasses import replace
from fractions import Fraction

from answerable.domain.decisions.decision import Authority, BodyKind, Decision, Ground
from answerable.domain.decisions.estimates import Estimate, Work
from answerable.domain.decisions.letters import (
    AnsweredQuestion,
    AnswerTable,
    LetterFacts,
    Office,
    TakenOut,
    answer_letter,
)
from answerable.domain.decisions.notices import check_notice
from answerable.domain.decisions.outcomes import Outcome
from answerable.domain.law.costs import activities
from answerable.domain.law.exemptions import exemptions, section_of
from answerable.domain.law.limbs import limbs
from tests.support.decisions import whole_ground

SENT = dt.date(2026, 11, 20)
DUE = dt.date(2026, 11, 30)
OFFICE = Office(
    body="Orchard Protection Authority",
    team="Information Rights Team",
    email="foi@opa.example",
    address="1 Orchard Row, Appleby AP1 1AA",
    review_contact="reviews@opa.example",
    regulator_address="Wycliffe House, Water Lane, Wilmslow SK9 5AF",
    licence="You may re-use this information under the Open Government Licence v3.0.",
    copyright="The copyright is ours, except where the letter names another owner.",
    authority=Authority(BodyKind.DEPARTMENT),
)
ESTIMATE = Estimate(
    (
        Work(activities()["locate"], 1_200, Fraction(5)),
        Work(activities()["redact"], 100, Fraction(3)),
    ),
    sample="twenty files, taken at random",
)
TABLE = AnswerTable(
    "Printers by office",
    ("Office", "Printers"),
    (("Appleby", "12"), ("Pearton", "7")),
    ("Counted on 1 October.",),
)
DENIALS = (
    *"22(2) 22A(2) 23(5) 24(2) 26(3) 27(4)(a) 28(3) 29(2) 30(3) 31(3) 32(3) 33(3)".split(),
    *"34(2) 35(3) 36(3) 37(2) 38(2) 39(2) 40(5A) 40(5B)(a)(i) 41(2) 42(2) 43(3) 44(2)".split(),
    *("EIR 12(6)", "EIR 13(5A)", "EIR 13(5B)"),
)
_PROCEDURES = {
    "12(1)": Outcome.COST_LIMIT,
    "12(2)": Outcome.COST_LIMIT,
    "14(1)": Outcome.VEXATIOUS,
    "14(2)": Outcome.REPEATED,
    "EIR 12(4)(a)": Outcome.NOT_HELD,
}


def outcome_for(citation):
    """Return the outcome that a refusal under a limb comes to."""
    if citation in DENIALS:
        return Outcome.NCND
    if section_of(citation) == "21":
        return Outcome.ELSEWHERE
    return _PROCEDURES.get(citation, Outcome.WITHHELD)


def every_limb():
    """Return the citation of every limb, and of every denial."""
    known = {deny for one in exemptions() for deny in one.denials}
    assert {section_of(one) for one in DENIALS} == {section_of(one) for one in known}
    return [*limbs(), *DENIALS]


def complete(*outcomes, grounds=(), **more):
    """Return a question with everything that its outcomes could need."""
    made = tuple(one if isinstance(one, Ground) else whole_ground(one) for one in grounds)
    question = AnsweredQuestion(
        label="1",
        text="How many printers do you have?",
        decision=Decision(
            tuple(map(Outcome, outcomes)),
            made,
            estimate=ESTIMATE,
            where="https://opa.example/printers",
            signposted_to="Orchard County Council",
            asked="which office you mean",
        ),
        answer="We have nineteen.",
        tables=(TABLE,),
        attachments=("printers.csv",),
        caveats=("Leased printers are left out.",),
        narrow="ask about one office, or one year",
        searches="we asked the two teams that buy printers",
        taken_out=tuple(TakenOut("the model numbers", one.citation) for one in made),
    )
    return replace(question, **more)


def refused(citation, *, lacks=""):
    """Return a question that is refused under one limb, whole but for what it lacks."""
    return complete(outcome_for(citation), grounds=[whole_ground(citation, lacks=lacks)])


def facts_of(*questions, **more):
    """Return the facts of a letter about some questions, numbered from 1."""
    facts = LetterFacts(
        reference="FOI-2026-0042",
        received_on=dt.date(2026, 11, 2),
        sent_on=SENT,
        due_on=DUE,
        calendar="uk-any",
        questions=tuple(
            replace(one, label=str(number)) for number, one in enumerate(questions, start=1)
        ),
        salutation="A. Person",
    )
    return replace(facts, **more)


def letter_of(*questions, office=OFFICE, **more):
    """Return the letter about some questions, numbered from 1."""
    return answer_letter(facts_of(*questions, **more), office)


def missing_from(letter, *questions):
    """Return the names of the items that a letter about some questions lacks, and must by statute."""
    decisions = [one.decision for one in questions]
    checked = check_notice(decisions, letter.contents, sent_on=SENT, due_on=DUE)
    named = {one.item.name for one in checked.missing}
    return named, {one.item.name for one in checked.missing if one.is_unlawful}
