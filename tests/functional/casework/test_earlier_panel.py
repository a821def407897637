"""The earlier answers beside the form on which a question is decided."""

import pytest

from answerable.actions.casework import restrict_request
from answerable.actions.casework.unlike import put_aside
from answerable.domain.decisions import Outcome
from answerable.queries import search
from answerable.queries.casework import earlier as found_earlier
from answerable.queries.ledger import ledger_rows
from answerable.records.casework.models import DecisionVersion, UnlikePair
from answerable.web.casework import deciding
from tests.functional.casework.conftest import seen
from tests.support.casework import AUDITOR, MANAGER, OFFICER, WITHHELD, doing_by
from tests.support.earlier import asked, earlier, published, sent, theirs, withheld
from tests.support.entries import OTHER
from tests.support.forms import typed_in

pytestmark = pytest.mark.django_db


def page_of(reference):
    return f"/requests/{reference}/questions/-/"


def test_an_earlier_answer_stands_with_its_decision_its_month_and_what_it_is_to_the_question(as_):
    withheld("How many tandems did the workshop own in 2019?")
    own = asked("How many tandems did the workshop own in 2024?")

    page = seen(as_(OFFICER).get(page_of(own)))

    assert "The same, for another time" in page
    assert '<a class="govuk-link" href="/log/7000001/1">7000001 question 1</a>, March 2025' in page
    assert "Withheld under 31(1)(a)" in page
    assert "It is exempt under section 31(1)(a)." in page
    assert "This question asks for 2024, the earlier for 2019" in page
    assert "Why it was found: " in page


def test_what_is_not_published_leads_to_its_request(as_):
    reference = sent()
    own = asked()

    page = seen(as_(AUDITOR).get(page_of(own)))

    assert f'href="/requests/{reference}/">{reference}</a>, October 2025, not published' in page


def test_another_body_decides_and_nothing_of_it_can_be_used(as_):
    theirs()
    own = asked()

    page = seen(as_(OFFICER).get(page_of(own)))

    assert f"{OTHER.name} decided in March 2025: <strong>disclosed</strong>" in page
    assert "their words are not taken over" in page
    assert "No earlier answer was found that could be used" in page


def test_where_search_fails_the_page_says_so_and_works(as_, monkeypatch):
    def fails(*_, **__):
        raise search.SearchUnavailable

    monkeypatch.setattr(found_earlier, "sent_like", fails)
    published()
    own = asked()

    page = seen(as_(OFFICER).get(page_of(own)))

    assert "Search cannot be used now" in page
    assert 'name="do" value="forward"' in page


EMPTY = {"grounds": "1", "tables": "1", "work": "3", "together": "1"}


def form_of(page):
    """Return what a browser would send of the form: one value for each field, but for outcomes."""
    found = typed_in(page, "data-checks")
    return {name: one if name == "outcomes" else one[0] for name, one in found.items()}


def key_in(page, button="use"):
    return page.split(f'value="{button}:')[1].split('"')[0]


def pressed(browser, address, button, **typed):
    """Press a button of the first earlier answer, and return what stands in the form then."""
    key = key_in(seen(browser.get(address)), button)
    page = seen(browser.post(address, {**EMPTY, **typed, "do": f"{button}:{key}"}))
    return form_of(page)


def test_an_answer_is_used_below_what_was_typed_and_nothing_is_saved_yet(as_):
    published()
    own = asked()

    form = pressed(as_(OFFICER), page_of(own), "use", answer="As we said:", caveats="Live data")

    assert form["answer"] == "As we said:\n\nThere are seven."
    assert (form["caveats"], form.get("outcomes", [])) == ("Live data", [])
    assert not DecisionVersion.objects.exists()


def test_an_answer_that_stands_there_already_is_not_put_in_twice(as_):
    published()
    own = asked()

    form = pressed(as_(OFFICER), page_of(own), "decide", answer="There are  seven.")

    assert form["answer"] == "There are  seven."
    assert form["outcomes"] == ["disclosed"]


def test_what_nobody_decides_on_is_no_part_of_a_decision_that_is_used(as_):
    published(outcomes=(Outcome.UNANSWERED,))
    own = asked()

    form = pressed(as_(OFFICER), page_of(own), "decide", outcomes=["not_held"])

    assert (form["outcomes"], form["answer"]) == (["not_held"], "There are seven.")


def test_with_the_decision_of_a_published_answer_come_its_outcomes_and_its_limbs(as_):
    withheld()
    own = asked()
    typed = {"outcomes": ["disclosed"], "g0-citation": "40(2)", "g0-why": "Names"}

    form = pressed(as_(OFFICER), page_of(own), "decide", **typed)

    assert form["outcomes"] == ["disclosed", "withheld"]
    assert (form["g0-citation"], form["g0-why"]) == ("40(2)", "Names")
    assert (form["g1-citation"], form["g1-why"]) == ("31(1)(a)", "")


def test_with_the_decision_of_what_was_sent_come_its_reasons_but_nobody_has_weighed_them_again(as_):
    sent(draft=WITHHELD)
    own = asked()

    form = pressed(as_(OFFICER), page_of(own), "decide")

    (ground,) = WITHHELD.decision.grounds
    assert form["g0-citation"] == "31(1)(a)"
    assert (form["g0-why"], form["g0-harm"]) == (ground.why, ground.harm)
    assert form["g0-for_withholding"].split("\n") == list(ground.public_interest.for_withholding)
    assert not form.get("g0-balance")
    assert not form["g0-not-section-30"]


def test_a_saved_decision_says_from_where_it_was_taken_also_after_it_was_changed(as_):
    published()
    own = asked()
    browser, address = as_(OFFICER), page_of(own)

    form = pressed(browser, address, "decide")
    browser.post(address, {**form, "do": "save"})
    page = seen(browser.get(address))
    assert "The answer is taken from 7000001 question 1." in page
    assert (
        'taken from <a class="govuk-link" href="/log/7000001/1">7000001 question 1</a> (March 2025)</li>'
        in page
    )
    form = form_of(page)
    browser.post(address, {**form, "answer": "There are eight now.", "do": "save"})
    page = seen(browser.get(address))

    assert "The answer is taken from 7000001 question 1, then changed." in page
    assert "(March 2025), then changed</li>" in page
    assert "taken from 7000001 question 1" in seen(browser.get(f"/requests/{own}/"))
    lines = [one.data for one in ledger_rows(subject=f"request {own}", last=9)]
    assert [one["taken_from"] for one in lines if "taken_from" in one] == [
        ["7000001 question 1"],
        ["7000001 question 1"],
    ]


def test_an_answer_can_be_called_ones_own_again(as_):
    published()
    own = asked()
    browser, address = as_(OFFICER), page_of(own)
    form = pressed(browser, address, "use")

    page = seen(browser.post(address, {**form, "do": "own"}))
    browser.post(address, {**form_of(page), "do": "save"})

    assert DecisionVersion.objects.get().taken_from == []
    assert DecisionVersion.objects.get().answer == "There are seven."


def test_a_source_that_was_made_up_is_not_kept(as_):
    own = asked()

    as_(OFFICER).post(page_of(own), {**EMPTY, "answer": "x", "taken": "[]:made-up", "do": "save"})

    assert DecisionVersion.objects.get().taken_from == []


@pytest.mark.parametrize("key", ["", "0" * 16, "nonsense", "{theirs}"])
def test_what_cannot_be_used_is_refused_and_what_was_typed_stays(as_, key):
    theirs()
    own = asked()
    key = key.replace("{theirs}", earlier(own).theirs[0].key)

    page = seen(
        as_(OFFICER).post(page_of(own), {**EMPTY, "answer": "Typed", "do": f"use:{key}"}), 409
    )

    assert "That earlier answer" in page
    assert form_of(page)["answer"] == "Typed"


def test_whoever_may_not_decide_is_shown_the_answers_and_offered_nothing(as_):
    published()
    own = asked()
    browser = as_(AUDITOR)

    page = seen(browser.get(page_of(own)))
    refused = seen(
        browser.post(page_of(own), {**EMPTY, "do": f"use:{earlier(own).usable[0].key}"}), 403
    )

    assert "There are seven." in page
    assert "Use this answer" not in page
    assert "There are seven." not in form_of(refused)["answer"]


def test_what_is_not_the_same_is_put_aside_with_a_reason_and_shown_again(as_):
    published()
    own = asked()
    browser, address = as_(OFFICER), page_of(own)
    key = key_in(seen(browser.get(address)), "aside")
    typed = {
        **EMPTY,
        "answer": "Typed",
        f"reason-{key}": "Ours are unicycles",
        f"relation-{key}": "",
    }

    page = seen(browser.post(address, {**typed, "do": f"aside:{key}"}))

    assert "No earlier answer was found that could be used" in page
    assert "Put aside (1)" in page
    assert "said on 6 October 2025 that it is not the same: Ours are unicycles" in page
    assert form_of(page)["answer"] == "Typed"
    assert "Earlier answer put aside, answer 7000001 question 1" in seen(
        browser.get(f"/requests/{own}/")
    )

    page = seen(browser.post(address, {**typed, "do": f"again:{key}"}))

    assert "Put aside" not in page
    assert f'value="use:{key}"' in page


def test_what_it_is_then_is_one_of_those_that_can_be_chosen(as_):
    published()
    own = asked()
    browser, address = as_(OFFICER), page_of(own)
    key = key_in(seen(browser.get(address)), "aside")

    for value in ("same", "nonsense"):
        typed = {**EMPTY, f"relation-{key}": value, "do": f"aside:{key}"}
        page = seen(browser.post(address, typed), 409)

    assert "Choose what the earlier question is, if it is not the same" in page
    assert not UnlikePair.objects.exists()


def test_readers_see_what_was_put_aside_and_cannot_change_it(as_):
    published()
    own = asked()
    found = earlier(own).usable[0]
    put_aside(own, "", found, relation=None, reason="", doing=doing_by(OFFICER))
    browser = as_(AUDITOR)

    page = seen(browser.get(page_of(own)))
    refused = browser.post(page_of(own), {**EMPTY, "do": f"again:{found.key}"})

    assert "Put aside (1)" in page
    assert "Show it again" not in page
    assert refused.status_code == 403
    assert UnlikePair.objects.exists()


def test_a_contradiction_warns_while_something_is_typed_and_after_it_was_saved_and_blocks_nothing(
    as_,
):
    published()
    own = asked()
    browser, address = as_(OFFICER), page_of(own)
    warning = "7000001 question 1 disclosed this in March 2025; you withhold it under 31(1)(a)"
    typed = {**EMPTY, "outcomes": ["withheld"], "g0-citation": "31(1)(a)"}
    assert "This forbids nothing" not in seen(browser.get(address))

    checked = seen(browser.post(address, {**typed, "do": "check"}))
    saved = browser.post(address, {**typed, "do": "save"}, follow=True)

    assert warning in checked
    assert warning in seen(saved)
    assert DecisionVersion.objects.count() == 1


def test_an_earlier_answer_whose_request_is_restricted_since_is_named_no_more(as_):
    first = sent()
    own, put = asked(), asked()
    browser = as_(OFFICER)
    form = pressed(browser, page_of(own), "use")
    browser.post(page_of(own), {**form, "do": "save"})
    put_aside(put, "", earlier(put).usable[0], relation=None, reason="", doing=doing_by(OFFICER))
    browser = as_(AUDITOR)
    addresses = [f"/requests/{own}/", page_of(own), f"/requests/{put}/", page_of(put)]
    assert [first in seen(browser.get(one)) for one in addresses] == [True] * 4

    restrict_request(first, people=[], reason="It is about us", doing=doing_by(MANAGER))

    assert [first in seen(browser.get(one)) for one in addresses] == [False] * 4
    assert "taken from an earlier answer" in seen(browser.get(addresses[0]))
    assert "taken from an earlier answer (October 2025)" in seen(browser.get(addresses[1]))
    assert "put aside, answer an earlier answer" in seen(browser.get(addresses[2]))


@pytest.mark.parametrize(
    ("button", "times"),
    # What was put aside is shown apart: of that button alone the page must look again.
    [("use", 1), ("decide", 1), ("own", 1), ("again", 1), ("aside", 2)],
)
def test_a_press_looks_earlier_answers_up_once_where_it_changes_none_of_them(
    as_, monkeypatch, button, times
):
    published()
    own = asked()
    (found,) = earlier(own).usable
    if button == "again":
        put_aside(own, "", found, relation=None, reason="", doing=doing_by(OFFICER))
    looked_up = []

    def counted(*about, **how):
        looked_up.append(about)
        return found_earlier.earlier_answers(*about, **how)

    monkeypatch.setattr(deciding, "earlier_answers", counted)

    page = seen(as_(OFFICER).post(page_of(own), {**EMPTY, "do": f"{button}:{found.key}"}))

    assert found.named in page
    assert len(looked_up) == times
