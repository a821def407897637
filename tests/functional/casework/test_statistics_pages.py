"""The office's figures, their cases, their files, and what is frozen of them."""

import csv
import io
import json

import pytest

from answerable.domain.measures.office.written import office_of
from answerable.records.casework.models import FrozenFigures, Request
from tests.functional.casework.conftest import done, seen
from tests.support import figure_doors, scenes
from tests.support.casework import AUDITOR, MANAGER, OFFICER, REF

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office")]
OCTOBER = "period=2025-10"
OWN_DAYS = (
    "period=days&first_day=1&first_month=10&first_year=2025&last_day=5&last_month=10&last_year=2025"
)


def test_each_number_stands_beside_its_denominator_and_leads_to_its_cases(as_):
    scenes.posted()

    words = seen(as_(AUDITOR).get(f"/statistics/?{OCTOBER}"))

    assert "1 October 2025 to 31 October 2025, as at 6 October 2025" in words
    assert "/statistics/cases/?period=2025-10&amp;by=request&amp;line=in_time" in words
    assert "100.0 %" in words
    assert "Sums that must come out" in words


def test_the_page_draws_charts_that_need_no_style(as_):
    scenes.posted()

    words = seen(as_(AUDITOR).get(f"/statistics/?{OCTOBER}"))

    assert words.count('<svg xmlns="http://www.w3.org/2000/svg"') == 2
    assert "style=" not in words


def test_at_first_it_is_the_present_financial_year(as_):
    scenes.begun()

    words = seen(as_(OFFICER).get("/statistics/"))

    assert "1 April 2025 to 31 March 2026" in words
    assert "The period has not ended" in words


def test_the_cases_behind_a_number_are_listed_by_question_too(as_):
    scenes.posted()

    words = seen(as_(OFFICER).get(f"/statistics/cases/?{OCTOBER}&by=question&line=granted"))

    assert "2 cases" in words
    assert f'<a class="govuk-link" href="/requests/{REF}/">{REF}</a>, question 1' in words


def test_restricted_cases_are_counted_and_not_named(as_):
    scenes.posted()
    Request.objects.update(is_restricted=True)

    words = seen(as_(OFFICER).get(f"/statistics/cases/?{OCTOBER}&line=granted"))

    assert "1 case," in words
    assert "1 of them is restricted to others" in words
    assert REF not in words


REFUSED = [
    (f"{OWN_DAYS}&last_month=9", "cannot end on"),
    ("period=days", "Enter the first day"),
    ("period=never", "Select a valid choice"),
    (f"{OCTOBER}&as_at_day=7&as_at_month=10&as_at_year=2025", "must not be after today"),
]


@pytest.mark.parametrize(("query", "why"), REFUSED)
@pytest.mark.parametrize("page", ["statistics/", "statistics/cases/", "statistics.csv"])
def test_what_cannot_be_counted_is_refused(as_, page, query, why):
    assert why in seen(as_(OFFICER).get(f"/{page}?{query}"), 422)


def test_days_of_ones_own_are_counted(as_):
    assert "1 October 2025 to 5 October 2025" in seen(as_(OFFICER).get(f"/statistics/?{OWN_DAYS}"))


@pytest.mark.parametrize(
    "query", [f"{OCTOBER}&line=nothing", "frozen=7", "frozen=x", "line=limb:99"]
)
def test_a_line_that_there_is_not_is_not_found(as_, query):
    assert as_(OFFICER).get(f"/statistics/cases/?{query}").status_code == 404


def test_the_files_hold_numbers_and_no_case(as_):
    scenes.posted()
    browser = as_(AUDITOR)

    table = browser.get(f"/statistics.csv?{OCTOBER}").content.decode("utf-8-sig")
    data = browser.get(f"/statistics.json?{OCTOBER}").json()

    rows = {(one["counted"], one["id"]): one for one in csv.DictReader(io.StringIO(table))}
    in_time = rows["request", "in_time"]
    assert (in_time["numerator"], in_time["denominator"], in_time["percent"]) == ("1", "1", "100.0")
    assert rows["question", "received"]["numerator"] == "2"
    assert rows["request", "outcomes"]["holds"] == "yes"
    assert data["tables"]["request"]["lines"][0]["numerator"] == 1
    assert REF not in table
    assert REF not in json.dumps(data)


def test_figures_are_frozen_by_one_person_and_published_by_another(as_):
    scenes.begun()
    words = seen(as_(OFFICER).get("/statistics/?period=2025-09"))
    assert "Freeze them as at today" in words

    page = as_(OFFICER).post("/statistics/frozen/", {"period": "2025-09"}, follow=True)
    done(page, "The figures were frozen")
    number = FrozenFigures.objects.get().pk
    assert "is for managers" in seen(as_(OFFICER).post(f"/statistics/frozen/{number}/"), 403)
    done(
        as_(MANAGER).post(f"/statistics/frozen/{number}/", follow=True),
        "The figures were published",
    )

    assert "30 September 2025" in seen(as_(AUDITOR).get("/statistics/frozen/"))
    assert "published already" in seen(as_(MANAGER).post(f"/statistics/frozen/{number}/"), 409)


def test_what_cannot_be_frozen_says_why(as_):
    browser = as_(OFFICER)

    assert "The period ends on" in seen(
        browser.post("/statistics/frozen/", {"period": "2025-10"}), 409
    )
    assert "is no period" in seen(browser.post("/statistics/frozen/", {"period": "soon"}), 422)
    assert browser.get("/statistics/frozen/7/").status_code == 404


def test_frozen_figures_show_what_changed_since_and_their_own_cases(as_):
    figure_doors.frozen()
    frozen = FrozenFigures.objects.get()
    Request.objects.update(received_on="2025-09-29")

    words = seen(as_(AUDITOR).get(f"/statistics/frozen/{frozen.pk}/"))
    cases = seen(
        as_(AUDITOR).get(f"/statistics/cases/?frozen={frozen.pk}&by=request&line=received")
    )

    assert "By request, frozen and as at 6 October 2025" in words
    assert "0 cases" in cases


def test_figures_that_are_not_what_was_frozen_are_shown_as_such(as_):
    figure_doors.frozen()
    frozen = FrozenFigures.objects.get()
    data = json.loads(frozen.data)
    data["request"]["lines"][0]["numerator"] = 3
    FrozenFigures.objects.update(data=json.dumps(data))

    words = seen(as_(AUDITOR).get(f"/statistics/frozen/{frozen.pk}/"))

    assert "their digest differs" in words
    assert "of the sums below do not come out" in words
    assert [one.ident for _, one in office_of(data).failed] == ["outcomes", "times", "resolvable"]
