"""The page on which an officer decides a question: what is typed, checked, saved and put forward."""

import datetime as dt
from dataclasses import replace

import pytest

from answerable.actions.casework import Draft, write_decision
from answerable.actions.casework.lines import Wording, keep_line
from answerable.domain.decisions import Outcome
from answerable.domain.decisions.decision import Balance, Decision, Likelihood
from answerable.domain.decisions.estimates import Estimate, work_of
from answerable.domain.decisions.particulars import Particulars
from answerable.domain.decisions.written import decision_of
from answerable.domain.law.limbs import Need
from answerable.records.casework.models import DecisionVersion, Question
from tests.functional.casework.conftest import seen
from tests.support.casework import (
    CHECKER,
    DISCLOSED,
    OFFICER,
    OTHER_OFFICER,
    REF,
    WITHHELD,
    begun,
    doing_by,
)
from tests.support.decisions import whole_ground
from tests.support.forms import typed_in
from tests.support.indexed import indexed

pytestmark = pytest.mark.django_db
PAGE = f"/requests/{REF}/questions/1/"
GROUND = {
    "grounds": "1",
    "tables": "1",
    "work": "3",
    "outcomes": ["withheld"],
    "g0-citation": "31(1)(a)",
    "g0-why": "It shows which systems are in use",
    "g0-likelihood": "would be likely to",
    "g0-harm": "An attacker would know where to begin",
    "g0-for_disclosure": "People can see how money is spent",
    "g0-for_withholding": "Plans would be known\nCrime would be easier",
    "g0-balance": "withholding",
    "g0-not-section-30": "No investigation is concerned",
}


@pytest.fixture(autouse=True)
def a_request(october):
    begun()


def latest():
    return DecisionVersion.objects.order_by("-pk").first()


def test_an_empty_page_offers_what_can_be_decided(as_):
    indexed()

    page = seen(as_(OFFICER).get(PAGE))

    assert "How many?" in page
    assert 'value="31(1)(a)"' in page
    assert "No earlier answer was found that could be used" in page
    assert 'name="do" value="forward"' in page


def test_a_limb_shows_the_fields_that_it_needs_and_what_is_still_missing(as_):
    typed = {"grounds": "1", "tables": "1", "work": "3", "g0-citation": "31(1)(g)", "do": "check"}

    page = seen(as_(OFFICER).post(PAGE, typed))

    for name in ("g0-harm", "g0-likelihood", "g0-purpose", "g0-for_disclosure", "g0-balance"):
        assert f'name="{name}"' in page
    assert "31(1)(g)</strong> needs its harm" in page
    assert "is qualified: record the public-interest test" not in page
    assert latest() is None


def test_while_somebody_types_the_objections_alone_are_asked_for(as_):
    typed = {"grounds": "1", "tables": "1", "work": "3", "outcomes": ["withheld"]}

    answer = seen(as_(OFFICER).post(PAGE, typed, headers={"X-Checks-Only": "1"}))

    assert answer.lstrip().startswith("<p")
    assert "rests on an exemption: cite it to the limb" in answer
    assert "<html" not in answer


def test_what_is_typed_is_what_is_saved(as_):
    typed = {**GROUND, "do": "save", "answer": "We withhold it.", "caveats": "As of October"}

    page = as_(OFFICER).post(PAGE, typed, follow=True)

    assert "Saved" in seen(page)
    saved = decision_of(latest().decision)
    (ground,) = saved.grounds
    assert (saved.outcomes, latest().answer) == ((Outcome.WITHHELD,), "We withhold it.")
    assert (ground.citation, ground.likelihood) == ("31(1)(a)", Likelihood.WOULD_BE_LIKELY)
    test = ground.public_interest
    assert test.for_withholding == ("Plans would be known", "Crime would be easier")
    assert test.balance is Balance.WITHHOLDING
    assert 'name="g0-harm"' in seen(page)


def test_what_was_saved_comes_back_into_the_form_unchanged(as_):
    estimate = Estimate((work_of("locate:1200:5"), work_of("extract:3:0.5:2")), "50 files")
    decision = Decision(
        (Outcome.PART_DISCLOSED, Outcome.COST_LIMIT),
        (whole_ground("12(1)"), whole_ground("36(2)(c)"), whole_ground("31(1)(g)")),
        estimate,
        "on our site",
        "the police force",
        "which year",
    )
    tables = ({"caption": "By year", "rows": [["Year", "Cases"], ["2024", "12"]]},)
    draft = Draft(decision, "Answer", "Live data", tables, Particulars("one year", "two systems"))
    write_decision(REF, "1", draft, doing=doing_by(OFFICER))
    browser = as_(OFFICER)

    # The first time, what no limb needs is left out: there is no field for it.
    for _ in range(2):
        form = typed_in(seen(browser.get(PAGE)), "data-checks")
        browser.post(PAGE, {**form, "do": "save"})

    assert DecisionVersion.objects.count() == 2
    saved = decision_of(latest().decision)
    assert replace(saved, grounds=()) == replace(decision, grounds=())
    assert saved.grounds[1].opinion == decision.grounds[1].opinion
    assert saved.grounds[2] == replace(decision.grounds[2], opinion=None)
    assert (latest().tables, latest().caveats) == (list(tables), "Live data")
    assert latest().particulars["narrow"] == "one year"


def test_a_lawful_decision_is_put_forward_and_an_unlawful_one_says_why_not(as_):
    browser = as_(OFFICER)
    lacking = {**GROUND, "g0-harm": "", "do": "forward"}

    refused = seen(browser.post(PAGE, lacking), 409)
    assert "31(1)(a) needs its harm" in refused
    assert "Saved, but not put forward" in refused
    browser.post(PAGE, {**GROUND, "do": "forward"})

    assert Question.objects.get(label="1").stage == "drafted"
    assert DecisionVersion.objects.count() == 2


def test_the_same_decision_is_given_to_other_questions(as_):
    as_(OFFICER).post(PAGE, {**GROUND, "also": ["2"], "do": "forward"})

    assert set(Question.objects.values_list("stage", flat=True)) == {"drafted"}


def test_the_estimate_is_held_against_the_limit(as_):
    typed = {
        **GROUND,
        "outcomes": ["cost_limit"],
        "g0-citation": "12(1)",
        "w0-activity": "locate",
        "w0-count": "1200",
        "w0-minutes": "5",
        "do": "check",
    }

    page = seen(as_(OFFICER).post(PAGE, typed))

    assert "The estimate is 100 hours, or £2,500.00: over the limit of 18 hours, or £450" in page


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"w0-activity": "locate"}, "Say which work, how many items, and how many minutes each"),
        ({"w0-minutes": "-1"}, "greater than or equal to 0"),
        ({"g0-citation": "36(2)(c)", "g0-opinion_on_day": "31", "g0-opinion_on_month": "2",
          "g0-opinion_on_year": "2025"}, "must be a real date"),
        ({"outcomes": ["nonsense"]}, "nonsense is not one of the available choices"),
    ],
)  # fmt: skip
def test_what_cannot_be_understood_is_marked_and_nothing_is_saved(as_, typed, words):
    page = seen(as_(OFFICER).post(PAGE, {**GROUND, **typed, "do": "save"}))

    assert words in page
    assert "There is a problem" in page
    assert latest() is None


def test_a_table_is_pasted_from_a_spreadsheet(as_):
    cells = "Year\tCases\r\n2024\t12\r\n2025"
    typed = {**GROUND, "t0-caption": "Cases by year", "t0-cells": cells, "do": "save"}

    as_(OFFICER).post(PAGE, typed)

    assert latest().tables == [
        {"caption": "Cases by year", "rows": [["Year", "Cases"], ["2024", "12"], ["2025", ""]]}
    ]


def test_more_grounds_and_tables_are_asked_for_without_losing_what_was_typed(as_):
    page = seen(as_(OFFICER).post(PAGE, {**GROUND, "do": "add-grounds"}))

    assert 'name="g1-citation"' in page
    assert "An attacker would know where to begin" in page


def test_a_number_of_grounds_that_no_form_sends_makes_no_page_of_millions(as_):
    for count in ("99999999", "-1", "x", "²"):
        page = seen(as_(OFFICER).post(PAGE, {**GROUND, "grounds": count, "do": "check"}))
        assert page.count("-citation") < 500


@pytest.mark.parametrize("do", ["line:", "line:answer", "line:nowhere:Thanks", "nonsense"])
def test_a_button_that_no_page_has_does_no_harm(as_, do):
    page = seen(as_(OFFICER).post(PAGE, {"grounds": "1", "tables": "1", "work": "3", "do": do}))
    assert "What was decided" in page
    assert not DecisionVersion.objects.exists()


def test_a_standard_line_is_put_into_the_reason_of_its_limb(as_):
    line = Wording("It would show how we are protected.", dt.date(2026, 3, 1), "31(1)(a)")
    keep_line("Systems", line, doing=doing_by(CHECKER))
    browser = as_(OFFICER)
    page = seen(browser.post(PAGE, {**GROUND, "do": "check"}))
    assert "Standard lines that fit" in page

    filled = seen(
        browser.post(PAGE, {**GROUND, "do": "line:g0-why:It would show how we are protected."})
    )

    assert "It shows which systems are in use\n\nIt would show how we are protected." in (
        filled.replace("\r", "")
    )


def test_an_earlier_version_is_looked_at_again(as_):
    write_decision(REF, "1", DISCLOSED, doing=doing_by(OFFICER))
    write_decision(REF, "1", WITHHELD, doing=doing_by(OFFICER))
    browser = as_(OFFICER)

    assert "There are twelve." not in seen(browser.get(PAGE))
    assert "There are twelve." in seen(browser.get(f"{PAGE}?version=1"))


def test_whoever_does_not_have_the_request_sees_the_words_of_the_refusal(as_):
    browser = as_(OTHER_OFFICER)

    page = seen(browser.get(PAGE))
    refused = browser.post(PAGE, {**GROUND, "do": "save"})

    assert 'value="save" disabled' in page
    assert "olive@body.example has it: ask a manager to assign it to you" in page
    assert "olive@body.example has it" in seen(refused, 403)
    assert latest() is None


def test_a_limb_needs_nothing_that_the_form_has_no_field_for(as_):
    from answerable.domain.law.limbs import limbs
    from answerable.web.casework.grounds import GroundForm

    own = {Need.QUALIFIED_PERSON: "opinion_by", Need.ESTIMATE: None}
    lacking = [
        (citation, need)
        for citation, limb in limbs().items()
        for need in limb.needs
        if (field := own.get(need, need.value))
        and field not in GroundForm({"g0-citation": citation}, prefix="g0").fields
    ]
    assert lacking == []


def test_a_question_without_a_number_has_its_page(as_):
    from tests.support.casework import arrive
    from tests.support.letters import make_mail

    arrive(make_mail(Message_ID="<2@x.example>", text="How many pens do you have?"))

    page = seen(as_(OFFICER).get("/requests/2025-0002/questions/-/"))

    assert "How many pens do you have?" in page
