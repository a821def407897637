"""Decisions as officers make them, beyond the rows of the law page."""

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import pytest

from answerable.domain.decisions.checking import check_decision
from answerable.domain.decisions.decision import Authority, BodyKind, Decision, Likelihood, Opinion
from answerable.domain.decisions.estimates import Together, estimate, work_of
from answerable.domain.decisions.outcomes import Outcome
from answerable.domain.law.costs import Payer
from answerable.domain.law.limbs import Need, limbs
from tests.support.decisions import DAY, whole_ground

OTHER, DEPARTMENT = Authority(), Authority(BodyKind.DEPARTMENT)
OVER = estimate([work_of("locate:217:5")])


def reasons(outcomes, *grounds, authority=OTHER, on=DAY, **more):
    decision = Decision(tuple(map(Outcome, outcomes)), grounds, **more)
    return [str(one) for one in check_decision(decision, authority=authority, on=on)]


USABLE = [
    one.citation
    for one in limbs().values()
    if one.section not in ("12", "14", "21") and not one.citation.startswith(("40(3", "40(4"))
]


@pytest.mark.parametrize("citation", USABLE)
def test_a_refusal_with_everything_recorded_is_lawful_under_every_limb(citation):
    assert reasons(["withheld"], whole_ground(citation), authority=DEPARTMENT) == []


@pytest.mark.parametrize("citation", USABLE)
def test_a_refusal_with_nothing_recorded_is_lawful_under_none(citation):
    bare = replace(whole_ground(citation), why="", harm="", public_interest=None, recorded={})

    assert reasons(["withheld"], bare, authority=DEPARTMENT) != []


DENIALS = [
    ("31(3)", "likelihood", True),
    ("43(3)", "likelihood", True),
    ("22A(2)", "harm", True),
    ("27(4)(a)", "harm", True),
    ("27(4)(b)", "harm", False),
    ("23(5)", "public interest", False),
    ("31(3)", "public interest", True),
    ("37(2)", "public interest", True),
    ("40(5B)(a)(i)", "public interest", False),
    ("36(3)", "opinion", True),
    ("EIR 12(6)", "harm", True),
]


@pytest.mark.parametrize(("citation", "lacks", "is_needed"), DENIALS)
def test_neither_confirming_nor_denying_needs_what_its_own_limb_asks(citation, lacks, is_needed):
    assert reasons(["ncnd"], whole_ground(citation)) == []
    assert bool(reasons(["ncnd"], whole_ground(citation, lacks=lacks))) is is_needed


def test_royal_letters_are_absolute_for_the_sovereign_and_the_heir():
    ground = whole_ground("37(2)", lacks="public interest")

    assert reasons(["ncnd"], replace(ground, recorded={Need.CONDITION: "37(1)(aa)"})) == []


def test_some_may_be_given_and_the_rest_neither_confirmed_nor_denied():
    assert reasons(["disclosed", "ncnd"], whole_ground("31(3)")) == []


def test_a_limb_for_denying_withholds_nothing():
    assert reasons(["withheld"], whole_ground("31(3)")) == [
        "Withheld rests on an exemption: cite it to the limb"
    ]


def test_a_condition_is_no_limb_of_its_own():
    assert reasons(["withheld"], whole_ground("40(3A)(a)")) == [
        "40(3A)(a) is a condition of 40(2): cite 40(2), and name the condition"
    ]


@pytest.mark.parametrize(
    "citation", ["41(1)(c)", "31(1)(z)", "22(1)(d)", "31(2)(b)", "12(4)", "99"]
)
def test_a_limb_that_does_not_exist_carries_nothing(citation):
    assert any(
        "nothing on which a request can be refused" in one
        for one in reasons(["withheld"], whole_ground(citation))
    )


def test_not_held_is_an_exception_under_the_regulations():
    assert reasons(["not_held"], whole_ground("EIR 12(4)(a)")) == []


def test_a_department_has_the_higher_limit():
    ground = whole_ground("12(1)")

    assert reasons(["cost_limit"], ground, estimate=OVER) == []
    assert (
        "not over the limit of 24 hours"
        in reasons(["cost_limit"], ground, estimate=OVER, authority=DEPARTMENT)[0]
    )
    own = Authority(BodyKind.DEPARTMENT, Payer.OTHER)
    assert reasons(["cost_limit"], ground, estimate=OVER, authority=own) == []


def test_a_cost_refusal_needs_a_real_estimate_and_a_limit_of_its_day():
    ground = replace(whole_ground("12(1)"), recorded={Need.ESTIMATE: "a lot"})

    assert reasons(["cost_limit"], ground) == [
        "12(1) needs more: record the estimate: how many items, and how many minutes each"
    ]
    early = reasons(["cost_limit"], ground, estimate=OVER, on=dt.date(2004, 12, 31))
    assert any("has held since 2005-01-01" in one for one in early)


def test_where_it_can_be_found_is_said_once():
    bare = replace(whole_ground("21(1)"), recorded={})

    assert reasons(["elsewhere"], bare, where="https://www.example.org/statistics") == []
    assert reasons(["elsewhere"], bare) != []


def test_several_purposes_may_be_named():
    ground = whole_ground("31(1)(g)")
    needed = {Need.NOT_SECTION_30: "it is not an investigation"}

    two = replace(ground, recorded={**needed, Need.PURPOSE: "31(2)(b) and 31(2)(c)"})
    wrong = replace(ground, recorded={**needed, Need.PURPOSE: "31(2)(b), 31(2)(z)"})

    assert reasons(["withheld"], two) == []
    assert "cannot rest on '31(2)(b), 31(2)(z)'" in reasons(["withheld"], wrong)[0]


OPINIONS = [
    (Opinion("the chair", DAY, ("36(2)(b)",)), ""),
    (Opinion("the chair", DAY, ("36(2)(c)",)), "needs an opinion of its own"),
    (Opinion("the chair", DAY + dt.timedelta(days=1), ("36(2)(b)(i)",)), "that is there already"),
    (Opinion("the chair", DAY, ("36(2)(b)(i)",), Likelihood.WOULD), 'said "would"'),
    (Opinion(" ", DAY, ("36(2)(b)(i)",)), "record the qualified person's opinion"),
]


@pytest.mark.parametrize(("opinion", "words"), OPINIONS)
def test_a_qualified_persons_opinion_must_be_on_the_limb_and_there_already(opinion, words):
    found = reasons(["withheld"], replace(whole_ground("36(2)(b)(i)"), opinion=opinion))

    assert (words in found[0]) if words else found == []


def test_statistics_need_no_qualified_person():
    ground = replace(
        whole_ground("36(2)(c)", lacks="opinion"),
        recorded={Need.QUALIFIED_PERSON: "36(4): these are statistics"},
    )

    assert reasons(["withheld"], ground) == []


THEMES = ("burden", "motive", "value", "distress", "evidence")
ASKED_AGAIN = ("earlier-request", "earlier-answer", "interval")
UNREASONABLE = [
    ("vexatious", "14(1)", THEMES),
    ("vexatious", "EIR 12(4)(b)", THEMES),
    ("repeated", "14(2)", ASKED_AGAIN),
    ("repeated", "EIR 12(4)(b)", ASKED_AGAIN),
]


@pytest.mark.parametrize(("outcome", "citation", "needed"), UNREASONABLE)
def test_what_is_vexatious_or_repeated_needs_its_evidence_under_both_laws(
    outcome, citation, needed
):
    bare = replace(whole_ground(citation), recorded={})
    recorded = {Need(name): "said" for name in needed}

    assert reasons([outcome], bare) == [
        f"{citation} needs more: {Need(name).words}" for name in needed
    ]
    assert reasons([outcome], replace(bare, recorded=recorded)) == []


def test_what_is_manifestly_unreasonable_for_its_cost_alone_needs_no_themes():
    assert reasons(["withheld"], whole_ground("EIR 12(4)(b)")) == []


def test_requests_that_are_taken_together_add_up_to_the_limit():
    within = estimate([work_of("locate:120:5")])
    others = (Together("2025-0002", Fraction(9), True, "the same figures for another year"),)

    assert reasons(["cost_limit"], whole_ground("12(1)"), estimate=within) != []
    assert (
        reasons(["cost_limit"], whole_ground("12(1)"), estimate=replace(within, together=others))
        == []
    )


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (Together("2025-0002", Fraction(9), True, " "),
         "The estimate takes in 2025-0002: say why it asks for the same or similar information"),
        (Together("2025-0002", Fraction(0), True, "the same"),
         "The estimate takes in 2025-0002: estimate the hours that it would take"),
    ],
)  # fmt: skip
def test_each_request_that_is_taken_in_says_why_and_how_long(other, reason):
    whole = replace(OVER, together=(other,))

    assert reasons(["cost_limit"], whole_ground("12(1)"), estimate=whole) == [reason]
