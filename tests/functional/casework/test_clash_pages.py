"""The pages of answers that contradict each other: open ones first, both sides, settled, a file."""

import csv
import io

import pytest

from answerable.actions.casework import restrict_request
from answerable.records.casework.models import Clash
from answerable.records.ledger.models import LedgerLine
from tests.functional.casework.conftest import done, seen
from tests.support.casework import AUDITOR, CHECKER, MANAGER, OFFICER, doing_by, somebody
from tests.support.clashes import ASKED, both, found, refused, sent, settled, told

pytestmark = pytest.mark.django_db
PAGE = "/contradictions/"
SETTLING = {"do": "settle", "because": "circumstances changed", "words": "Lifts are attacked."}


def headings(page):
    return [
        one.split("</a>")[0].rpartition(">")[2]
        for one in page.split('<h2 class="govuk-heading-m" id="clash-')[1:]
    ]


def of_each_kind():
    """A contradiction of each kind, and another of decisions that is settled."""
    settled()
    lifts, boats = "How many lifts are there?", "How many boats are moored here?"
    told("7000011", text=lifts, answer="There are 45.", month="2026-01")
    told("7000012", text=lifts, answer="There are 12.", month="2026-02")
    told("7000021", text=boats, answer="There are 3.", month="2021-01")
    told("7000022", text=boats, answer="There are 9.", month="2026-02")
    told("7000031", text="Who paints the railings?", answer="Elm Paints Ltd.")
    refused("7000032", text="Who paints the railings?", limb="43(2)")
    found()


def test_open_ones_come_first_decisions_before_answers_before_changes(as_):
    of_each_kind()

    page = seen(as_(AUDITOR).get(PAGE))

    assert headings(page) == [
        "Withheld under 43(2) in February 2026, disclosed in January 2026",
        "First 45, then 12",
        "First 3, then 9",
        "Withheld under 31(1)(a) in February 2026, disclosed in January 2026",
    ]
    assert "1 to 4 of 4" in page


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ("state=open", 3),
        ("state=settled", 1),
        ("kind=decision", 2),
        ("kind=answer", 1),
        ("kind=change", 1),
        ("limb=31%281%29%28a%29", 1),
        ("limb=43%282%29&state=open&kind=decision", 1),
        ("limb=43%282%29&state=settled", 0),
    ],
)
def test_the_list_is_narrowed(as_, asked, count):
    of_each_kind()

    assert len(headings(seen(as_(OFFICER).get(f"{PAGE}?{asked}")))) == count


def test_a_limb_that_none_is_about_is_said(as_):
    both()

    page = seen(as_(OFFICER).get(f"{PAGE}?limb=40%282%29"))

    assert "No contradiction is about the limb 40(2)" in page
    assert headings(page) == []


def test_a_long_list_goes_on_over_several_pages_with_its_filters(as_, monkeypatch):
    monkeypatch.setattr("answerable.web.casework.clashes.pages._ON_A_PAGE", 1)
    of_each_kind()
    browser = as_(OFFICER)

    first, second = (seen(browser.get(f"{PAGE}?state=open{more}")) for more in ("", "&page=2"))

    assert "1 to 1 of 3" in first
    assert 'href="/contradictions/?state=open&amp;page=2"' in first
    assert (headings(first), headings(second)) != (headings(second), headings(first))
    assert "2 to 2 of 3" in second
    assert 'href="/contradictions/?state=open"' in second
    assert "Nothing stands on this page" in seen(browser.get(f"{PAGE}?page=99"))


def test_both_sides_stand_beside_each_other_with_what_differs_marked(as_):
    number = both()

    page = seen(as_(CHECKER).get(f"{PAGE}{number}/"))

    assert 'Earlier: <a class="govuk-link" href="/log/7000001/1">7000001, question 1</a>' in page
    assert 'Later: <a class="govuk-link" href="/log/7000002/1">7000002, question 1</a>' in page
    assert "<mark>Disclosed</mark>" in page
    assert "<mark>Withheld</mark>, <mark>31(1)(a)</mark>" in page
    assert page.count("Who maintains the lifts of the town hall?") == 2
    assert "January 2026" in page


def test_nothing_is_called_later_where_no_day_says_so(as_):
    told()
    refused(month=None)
    found()

    page = seen(as_(OFFICER).get(PAGE))

    assert "Nothing says when" in page
    assert "Later: " not in page
    assert "Earlier: " not in page


def test_a_long_answer_is_shortened_and_there_as_a_whole(as_):
    answer = " ".join(f"Lift {number} is mended." for number in range(30))
    told(answer=answer)
    refused()
    found()

    page = seen(as_(OFFICER).get(PAGE))

    assert "The whole answer" in page
    assert page.count("Lift 29 is mended.") == 1


def test_one_is_settled_with_a_reason_and_says_who_when_and_why(as_):
    number = both()
    browser = as_(OFFICER)

    done(browser.post(f"{PAGE}{number}/", SETTLING, follow=True), "Settled: it stays quiet")
    page = seen(browser.get(PAGE))

    assert "Settled by Olive on 6 October 2025: circumstances changed." in page
    assert "Lifts are attacked." in page


@pytest.mark.parametrize(
    ("left_out", "said"),
    [
        ("words", "Say why: the reason is kept in the ledger"),
        ("because", "Choose why they may stand"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_settled(as_, left_out, said):
    number = both()

    page = seen(as_(OFFICER).post(f"{PAGE}{number}/", {**SETTLING, left_out: ""}), 422)

    assert said in page
    assert "<title>Error: " in page
    assert Clash.objects.get().state == "open"


def test_the_second_of_two_is_told_who_was_quicker(as_):
    number = both()
    as_(MANAGER).post(f"{PAGE}{number}/", SETTLING)

    page = seen(as_(OFFICER).post(f"{PAGE}{number}/", {**SETTLING, "because": "other"}), 409)

    assert "mary@body.example settled it already (circumstances changed)" in page
    assert "Settled by Mary on 6 October 2025" in page


def test_one_is_opened_again_with_a_reason_and_marked_as_such(as_):
    number = settled()
    browser = as_(MANAGER)

    posted = browser.post(
        f"{PAGE}{number}/", {"do": "reopen", "reason": "They are as before."}, follow=True
    )
    done(posted, "It is open again")
    page = seen(browser.get(PAGE))

    assert "Open again since 6 October 2025, by Mary: They are as before." in page
    assert "Before that, olive@body.example had settled it" in page


def test_those_who_may_only_read_are_told_why(as_):
    number = both()

    page = seen(as_(AUDITOR).get(f"{PAGE}{number}/"))
    answer = as_(AUDITOR).post(f"{PAGE}{number}/", SETTLING)

    refusal = "Saying why answers that contradict each other may stand is for officers and managers"
    assert refusal in page
    assert refusal in seen(answer, 403)


def test_the_file_holds_both_sides_and_is_told_in_the_ledger(as_):
    of_each_kind()

    answer = as_(OFFICER).get("/contradictions.csv?state=settled")

    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text))
    assert (row["state"], row["kind"], row["one_reference"]) == (
        "settled", "decision", "7000001",
    )  # fmt: skip
    assert (row["other_decision"], row["other_month"]) == ("Withheld; 31(1)(a)", "2026-02")
    assert row["settled_words"] == "Lifts are attacked."
    assert '"filters":"state=settled"' in LedgerLine.objects.latest("number").data.replace(" ", "")


def test_a_file_of_filters_that_are_none_is_a_page_that_says_so(as_):
    both()

    assert "Select a valid choice" in seen(as_(OFFICER).get("/contradictions.csv?kind=x"), 400)


def test_the_way_about_counts_the_open_ones(as_):
    browser = as_(OFFICER)
    both()

    before = seen(browser.get("/requests/"))
    inside = seen(browser.get("/contradictions/"))
    browser.post(f"{PAGE}{Clash.objects.get().pk}/", SETTLING)
    after = seen(browser.get("/requests/"))

    assert ">Publishing (1 open)</a>" in before
    assert "<strong>Contradictions (1 open)</strong>" in inside
    assert ">Publishing</a>" in after


def test_the_request_and_its_question_say_what_contradicts_them(as_):
    browser = as_(OFFICER)
    reference = sent()
    told()
    found()
    line = "The question and 7000001, question 1: <a"

    for address in (f"/requests/{reference}/", f"/requests/{reference}/questions/-/"):
        page = seen(browser.get(address))
        assert line in page
        assert f'href="{PAGE}{Clash.objects.get().pk}/"' in page
    browser.post(f"{PAGE}{Clash.objects.get().pk}/", SETTLING)

    assert line not in seen(browser.get(f"/requests/{reference}/"))


def test_what_has_a_restricted_side_is_shown_to_nobody_else(as_):
    as_(OFFICER)
    first, second = sent(), sent(f"Please tell me: {ASKED}", is_refused=False)
    found()
    named = somebody("Nina", "manager")
    number = Clash.objects.get().pk
    assert "1 to 1 of 1" in seen(as_(MANAGER).get(PAGE))
    restrict_request(first, people=[], reason="It is about us", doing=doing_by(named))
    browser = as_(MANAGER)

    listed, beside = seen(browser.get(PAGE)), seen(browser.get(f"/requests/{second}/"))

    assert "None is there" in listed
    assert "open)" not in listed
    assert 'id="clashes-title"' not in beside
    assert first not in listed
    assert browser.get(f"{PAGE}{number}/").status_code == 404
    assert browser.post(f"{PAGE}{number}/", SETTLING).status_code == 404
    rows = b"".join(browser.get("/contradictions.csv").streaming_content).decode()
    assert rows.count("\r\n") == 1
    assert "1 to 1 of 1" in seen(as_(named).get(PAGE))


def test_a_number_that_is_none_is_not_there(as_):
    assert as_(OFFICER).get(f"{PAGE}999/").status_code == 404
    assert as_(OFFICER).get(f"{PAGE}{10**30}/").status_code == 404
