"""What a letter says that it contains is what stands in it, for every ground and every gap."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.domain.decisions.decision import Balance, Decision, PublicInterestTest
from answerable.domain.decisions.letters import TakenOut, answer_letter
from answerable.domain.decisions.notices import check_notice, states_of
from answerable.domain.decisions.outcomes import Outcome
from answerable.domain.law import exemptions as law
from answerable.domain.law.exemptions import section_of
from answerable.domain.law.letters import When
from answerable.domain.law.limbs import Need, denial, limb
from tests.support.answers import (
    DENIALS,
    DUE,
    OFFICE,
    SENT,
    complete,
    every_limb,
    facts_of,
    letter_of,
    missing_from,
    refused,
)
from tests.support.decisions import whole_ground

LACKS = ["why", "likelihood", "harm", "public interest", "opinion", *Need]
WITHHELD = [
    one for one in every_limb() if one not in DENIALS and section_of(one) not in ("12", "14")
]


def expected(citation, lacks):
    """Return the item that a letter about one refusal is without, and None if it needs nothing more."""
    found = limb(citation) or denial(citation)
    is_eir, is_denial = citation.startswith("EIR"), citation in DENIALS
    group = "eir-refusal" if is_eir else "neither-confirm-nor-deny" if is_denial else "refusal"
    if section_of(citation) in ("12", "14"):
        return None
    if lacks == "why":
        return {"eir-refusal": "eir-refusal.exception", "refusal": "refusal.why"}.get(group)
    if lacks == "public interest":
        is_due = found.test is law.PublicInterestTest.APPLIES or found.section == "36"
        return f"{group}.public-interest" if is_due else None
    if group == "neither-confirm-nor-deny":
        return None
    is_harm = lacks in ("likelihood", "harm") and When.PREJUDICE in states_of(
        whole_ground(citation)
    )
    items = {
        "opinion": (Need.QUALIFIED_PERSON in found.needs, "refusal.opinion"),
        Need.PURPOSE: (Need.PURPOSE in found.needs, "refusal.purpose"),
        Need.ENACTMENT: (Need.ENACTMENT in found.needs, "refusal.enactment"),
        Need.ORDER: (Need.ORDER in found.needs, "refusal.enactment"),
        Need.FINISHED_BY: (Need.FINISHED_BY in found.needs, "eir-refusal.unfinished"),
        "likelihood": (is_harm, "refusal.likelihood"),
        "harm": (is_harm, "refusal.likelihood"),
    }
    is_due, item = items.get(lacks, (False, None))
    return item if is_due else None


@pytest.mark.parametrize("citation", every_limb())
def test_a_complete_refusal_lacks_nothing(citation):
    question = refused(citation)

    assert missing_from(letter_of(question), question) == (set(), set())


@pytest.mark.parametrize("citation", every_limb())
def test_a_letter_is_without_just_what_was_not_recorded(citation):
    found = {}
    for lacks in LACKS:
        question = refused(citation, lacks=lacks)
        found[lacks], _ = missing_from(letter_of(question), question)

    wanted = {lacks: expected(citation, lacks) for lacks in LACKS}
    assert found == {lacks: {item} if item else set() for lacks, item in wanted.items()}


@given(
    st.lists(st.sampled_from(every_limb()), min_size=1, max_size=5),
    st.data(),
)
def test_what_one_refusal_lacks_no_other_makes_good(citations, data):
    place = data.draw(st.integers(0, len(citations) - 1))
    lacks = data.draw(st.sampled_from(LACKS))
    questions = [refused(one) for one in citations]
    whole = letter_of(*questions)
    questions[place] = refused(citations[place], lacks=lacks)

    named, _ = missing_from(letter_of(*questions), *questions)

    item = expected(citations[place], lacks)
    assert missing_from(whole, *questions)[0] == set()
    assert named == ({item} if item else set())


@given(st.lists(st.sampled_from(Outcome), max_size=4, unique=True))
def test_outcomes_without_their_grounds_never_make_a_letter_that_may_go(outcomes):
    grounds = [Outcome.WITHHELD, Outcome.PART_DISCLOSED, Outcome.NCND, Outcome.COST_LIMIT]
    needing = {*grounds, Outcome.VEXATIOUS, Outcome.REPEATED}
    question = complete(*outcomes)
    beside = refused("31(1)(a)"), refused("31(3)"), refused("12(1)"), refused("14(1)")

    _, unlawful = missing_from(letter_of(question, *beside), question, *beside)

    if needing & set(outcomes) or set(outcomes) <= {Outcome.UNANSWERED}:
        assert unlawful


@pytest.mark.parametrize(
    ("question", "item"),
    [
        (complete("disclosed", text=" "), "common.questions"),
        (complete("disclosed", answer="", tables=(), attachments=()), "disclosure.information"),
        (complete("disclosed", caveats=(), tables=()), "disclosure.caveats"),
        (complete("not_held", searches=""), "not-held.searches"),
        (complete("cost_limit", grounds=["12(1)"], narrow=""), "cost-refusal.narrow"),
        (complete("part_disclosed", grounds=["31(1)(a)", "42(1)"], taken_out=()), "refusal.marks"),
        (
            complete(
                "part_disclosed",
                grounds=["31(1)(a)", "42(1)"],
                taken_out=(TakenOut("names", "42(1)"),),
            ),
            "refusal.marks",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_letter_is_without_what_the_answer_leaves_out(question, item):
    named, _ = missing_from(letter_of(question), question)

    assert item in named


@pytest.mark.parametrize(
    ("outcome", "citation", "change", "item"),
    [
        ("not_held", None, {"signposted_to": ""}, "not-held.help"),
        ("elsewhere", None, {"where": " "}, "disclosure.information"),
        ("clarification", None, {"asked": ""}, "clarification.needed"),
        ("cost_limit", "12(1)", {"estimate": None}, "cost-refusal.estimate"),
    ],
)
def test_a_letter_is_without_what_the_decision_leaves_out(outcome, citation, change, item):
    question = complete(outcome, grounds=[citation] if citation else [])
    changed = replace(question, decision=replace(question.decision, **change))

    before, _ = missing_from(letter_of(question), question)
    named, _ = missing_from(letter_of(changed), changed)

    assert named - before == {item}


@pytest.mark.parametrize(
    ("change", "item"),
    [
        ({"licence": ""}, "common.reuse"),
        ({"copyright": " "}, "common.reuse"),
        ({"email": "", "address": ""}, "common.contact"),
        ({"team": ""}, "common.contact"),
        ({"review_contact": ""}, "notice.review"),
        ({"regulator_address": ""}, "notice.complaint"),
    ],
)
def test_a_letter_is_without_what_the_office_leaves_out(change, item):
    question = refused("31(1)(a)")

    named, _ = missing_from(letter_of(question, office=replace(OFFICE, **change)), question)

    assert named == {item}


@pytest.mark.parametrize(
    "test",
    [
        PublicInterestTest((), ("plans would be known",), Balance.WITHHOLDING),
        PublicInterestTest(("people can see",), ("  ",), Balance.WITHHOLDING),
        PublicInterestTest(("people can see",), ("plans would be known",), None),
        PublicInterestTest(("people can see",), ("plans would be known",), Balance.DISCLOSURE),
    ],
    ids=["nothing for disclosure", "nothing for withholding", "no balance", "the other balance"],
)
@pytest.mark.parametrize("citation", ["31(1)(a)", "31(3)", "EIR 12(5)(b)", "EIR 12(6)"])
def test_half_a_weighing_is_none(citation, test):
    question = refused(citation)
    ground = replace(question.decision.grounds[0], public_interest=test)
    question = replace(question, decision=replace(question.decision, grounds=(ground,)))

    _, unlawful = missing_from(letter_of(question), question)

    assert [one.rpartition(".")[2] for one in unlawful] == ["public-interest"]


@pytest.mark.parametrize("citation", ["31(1)", "31", "25(1)", "", "<b>", "EIR 99", "12", "14"])
def test_a_citation_that_is_no_limb_says_nothing(citation):
    ground = replace(whole_ground("31(1)(a)"), citation=citation)
    outcome = {"12": "cost_limit", "14": "vexatious"}.get(citation, "withheld")
    question = complete(outcome, grounds=[ground])

    _, unlawful = missing_from(letter_of(question), question)

    assert any(one.endswith((".limb", ".exception", ".section")) for one in unlawful)


def test_an_opinion_on_another_limb_is_none():
    ground = whole_ground("36(2)(c)")
    other = replace(ground, opinion=replace(ground.opinion, citations=("36(2)(b)(i)",)))
    question = complete("withheld", grounds=[other])

    assert missing_from(letter_of(question), question)[0] == {"refusal.opinion"}


def test_an_estimate_within_the_limit_is_not_said_to_be_over_it():
    question = refused("12(1)")
    small = replace(question.decision.estimate.work[0], count=1)
    estimate = replace(question.decision.estimate, work=(small,))
    question = replace(question, decision=replace(question.decision, estimate=estimate))

    assert missing_from(letter_of(question), question)[0] == {"cost-refusal.estimate"}


def test_a_letter_about_nothing_says_no_decision():
    letter = answer_letter(facts_of(), OFFICE)

    assert not letter.contents & {"common.questions", "common.each-decision"}
    assert not check_notice([], letter.contents, sent_on=SENT, due_on=DUE).may_go


def test_silence_beside_not_held_is_never_sent():
    decision = Decision((Outcome.NCND, Outcome.NOT_HELD), (whole_ground("31(3)"),))
    question = complete("ncnd", decision=decision)
    letter = letter_of(question)

    assert "not-held.not-held" in missing_from(letter, question)[1]
    assert all("not hold" not in getattr(block, "text", "") for block in letter.sections[1].blocks)


def test_a_vexatious_request_needs_its_own_subsection():
    question = complete("vexatious", grounds=["14(2)"])

    assert missing_from(letter_of(question), question)[1] == {"vexatious-or-repeated.section"}


def test_nothing_is_in_the_letter_that_no_block_says():
    letter = letter_of(*(refused(one) for one in WITHHELD))
    said = {item for one in letter.sections for block in one.blocks for item in block.says}

    assert letter.contents == said
    assert replace(letter, sections=()).contents == frozenset()
