"""The self-assessment in the office: the grid, an element, rounds, and what is refused."""

import datetime as dt

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile

from answerable.actions.accounts import change_roles
from answerable.actions.standards.elements import give_element
from answerable.actions.standards.evidence import inspect_evidence
from answerable.actions.standards.promises import tie_elements
from answerable.actions.standards.reports import load_report
from answerable.domain.roles import Role
from answerable.records.standards.models import (
    AssessmentRound,
    ElementResult,
    Evidence,
    ImprovementAction,
    RoundPassage,
)
from tests.functional.casework.conftest import seen
from tests.support.accounts import KEEPER
from tests.support.casework import (
    AT,
    ELEMENT_OWNER,
    MANAGER,
    OFFICER,
    QUALITY_LEAD,
    STANDARDS_READER,
    doing_by,
)
from tests.support.promise_doors import promised
from tests.support.standards_doors import REPORT, loaded, open_round, shown_by_file

pytestmark = pytest.mark.django_db
GRID, ELEMENT = "/standards/", "/standards/elements/5.3.2/"
_DAY = {
    "evidence-dated_on_day": "1",
    "evidence-dated_on_month": "9",
    "evidence-dated_on_year": "2025",
}


def evidence(name="sailings.csv", data=b"month,late\n2025-08,3\n", **more):
    """What somebody posts who adds a file of evidence."""
    file = SimpleUploadedFile(name, data)
    return {"do": "evidence", "evidence-title": "Sailings", "evidence-file": file, **_DAY, **more}


def test_the_grid_shows_every_element_with_its_level(as_):
    loaded()

    page = seen(as_(STANDARDS_READER).get(GRID))

    assert page.count('class="an-element ') == 57
    assert "Review 1</a> of 9 March 2025" in page
    assert "Compliance Plus" in page
    assert "57 elements have no evidence newer than 12 months" in page
    assert "1 element is not met, and nothing is planned for it" in page


def test_a_grid_without_a_round_says_what_to_do(as_):
    page = seen(as_(QUALITY_LEAD).get(GRID))

    assert "There is no round yet." in page
    assert "Load an assessor’s report" in page


def test_an_officer_has_no_part_in_it(as_):
    assert as_(OFFICER).get(GRID).status_code == 403


def test_a_report_that_is_uploaded_makes_a_round(as_):
    given = {"file": SimpleUploadedFile("report.txt", REPORT.encode())}

    page = seen(as_(QUALITY_LEAD).post("/standards/rounds/report/", given, follow=True))

    assert "The round was made" in page
    assert "Partly met: 5.3.2" in page
    assert AssessmentRound.objects.get().kind == "review 1"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "report.txt"),
        (b"Dear Sir, thank you for your letter about the ferry.", "report.txt"),
        (b"a" * 40_000_001, "at most 40,000,000"),
    ],
    ids=["empty", "no report", "too large"],
)
def test_a_file_that_makes_no_round_is_refused_in_a_sentence(as_, data, says):
    given = {"file": SimpleUploadedFile("report.txt", data)}

    page = seen(as_(QUALITY_LEAD).post("/standards/rounds/report/", given), 422)

    assert says in page
    assert not AssessmentRound.objects.exists()


def test_levels_are_given_while_a_round_is_open_and_not_after(as_):
    open_round()
    number = AssessmentRound.objects.get().pk
    page, browser = f"/standards/rounds/{number}/", as_(QUALITY_LEAD)

    browser.post(page, {"do": "levels", "1.1.1": "compliant", "4.1.2": "partial"})
    browser.post(page, {"do": "close"})
    refused = seen(browser.post(page, {"do": "levels", "1.1.1": "plus"}), 409)

    given = dict(ElementResult.objects.values_list("element", "level"))
    assert given == {"1.1.1": "compliant", "4.1.2": "partial"}
    assert "closed" in refused


def test_a_level_that_there_is_not_is_refused(as_):
    open_round()

    page = f"/standards/rounds/{AssessmentRound.objects.get().pk}/"
    seen(as_(QUALITY_LEAD).post(page, {"do": "levels", "1.1.1": "splendid"}), 422)

    assert not ElementResult.objects.exists()


def test_an_element_says_what_assessors_said_and_what_is_kept(as_):
    loaded()
    shown_by_file()

    page = seen(as_(STANDARDS_READER).get(ELEMENT))

    assert "Sailings leave late more often than is promised" in page
    assert "Looked after by Elin." in page
    assert "waits to be inspected" in page
    assert "Publish it" in page
    assert "Write it" not in page


def test_evidence_is_added_by_whoever_looks_after_the_element_and_by_nobody_else(as_):
    browser = as_(ELEMENT_OWNER)

    refused = seen(browser.post(ELEMENT, evidence()), 403)
    give_element("cse", "5.3.2", owner=ELEMENT_OWNER.key, doing=doing_by(QUALITY_LEAD))
    browser.post(ELEMENT, evidence())

    assert "Element 5.3.2 is not yours" in refused
    assert Evidence.objects.get().file_name == "sailings.csv"


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (evidence(data=b""), "is empty"),
        (evidence(data=b"a" * 40 * 1024**2), "sailings.csv has 40 MB"),
        (evidence(**{"evidence-address": "ferry.example"}), "Give a file or an address"),
    ],
    ids=["empty", "too large", "two at once"],
)
def test_evidence_that_cannot_be_kept_is_refused_in_a_sentence(as_, given, says):
    page = seen(as_(QUALITY_LEAD).post(ELEMENT, given), 409)

    assert says in page
    assert not Evidence.objects.exists()


def test_an_element_that_does_not_exist_has_no_page(as_):
    assert as_(QUALITY_LEAD).get("/standards/elements/9.9.9/").status_code == 404


def test_a_file_of_evidence_is_kept_and_not_shown_by_the_browser(as_):
    shown_by_file()

    answer = as_(MANAGER).get(f"/standards/evidence/{Evidence.objects.get().pk}/")

    assert answer.content == b"month,late\n2025-08,3\n"
    assert answer["Content-Disposition"] == 'attachment; filename="sailings.csv"'


def test_the_grid_leaves_as_csv_and_json(as_):
    loaded()
    browser = as_(QUALITY_LEAD)

    lines = browser.get("/standards/grid.csv").content.decode().splitlines()
    rows = browser.get("/standards/grid.json").json()["elements"]

    assert len(lines) == 58
    assert next(one for one in rows if one["element"] == "5.3.2")["level"] == "Partially Compliant"


def test_what_is_missing_has_a_list_and_what_is_no_list_has_none(as_):
    loaded()
    browser = as_(QUALITY_LEAD)

    assert "5.3.2" in seen(browser.get("/standards/readiness/partial-without-action/"))
    assert browser.get("/standards/readiness/splendour/").status_code == 404


def test_what_was_found_in_evidence_is_shown_masked_and_decided_with_a_reason(as_):
    browser = as_(QUALITY_LEAD)
    names = b"name,case\nPlease write to anna.example@body.example,1\n"
    browser.post(ELEMENT, evidence(data=names))
    inspect_evidence(clock=lambda: AT)
    which = {"do": "decide", "which": Evidence.objects.get().pk}

    page = seen(browser.get(ELEMENT))
    refused = seen(browser.post(ELEMENT, which), 409)
    browser.post(ELEMENT, {**which, "reason": "A made address"})

    assert "Let it into the pack" in page
    assert "Last inspected on 6 October 2025, 10:00" in page
    assert "e-mail" in page.lower()
    assert "anna.example@body.example" not in page
    assert "Say why it goes into the pack" in refused
    assert "goes into the pack: A made address" in seen(browser.get(ELEMENT))


def test_how_far_the_office_is_with_an_improvement_is_kept_and_counted(as_):
    number, browser = loaded(), as_(QUALITY_LEAD)
    place = RoundPassage.objects.get(elements__contains=" 5.3.2 ").place
    moved = {"do": "progress", "which": number, "place": place, "progress": "under way"}

    browser.post(ELEMENT, {**moved, "note": "From May on"})
    seen(browser.post(ELEMENT, {**moved, "progress": "perhaps"}), 409)

    assert "under way. From May on" in seen(browser.get(ELEMENT))
    assert "1 under way, 1 not begun" in seen(browser.get(GRID))


def test_actions_are_listed_by_how_they_stand(as_):
    shown_by_file()
    browser = as_(QUALITY_LEAD)
    key = {"action-owner": ELEMENT_OWNER.key, "action-due_on_day": "7"}
    key |= {"action-due_on_month": "10", "action-due_on_year": "2025"}
    browser.post(ELEMENT, {"do": "action", "action-text": "Count delays", **key})
    browser.post(ELEMENT, {"do": "finish", "which": ImprovementAction.objects.first().pk})

    with time_machine.travel(AT + dt.timedelta(days=9), tick=False):
        browser = as_(QUALITY_LEAD)
        every = seen(browser.get("/standards/actions/"))
        overdue = seen(browser.get("/standards/actions/?stands=overdue"))

    assert "Overdue (1)" in every
    assert "Done (1)" in every
    assert "Count delays" in overdue
    assert "Publish it" not in overdue


def test_an_action_may_follow_what_a_report_asks_for(as_):
    number = loaded()
    shown_by_file()
    browser = as_(QUALITY_LEAD)
    place = RoundPassage.objects.get(elements__contains=" 5.3.2 ").place
    data = {"do": "action", "action-text": "Count delays", "action-owner": ELEMENT_OWNER.key}
    data |= {"action-due_on_day": "7", "action-due_on_month": "10", "action-due_on_year": "2025"}

    seen(browser.post(ELEMENT, {**data, "action-follows": "9:9"}), 422)
    browser.post(ELEMENT, {**data, "action-follows": f"{number}:{place}"})

    assert f"round {number}</a> asks" in seen(browser.get(ELEMENT))


def test_an_owner_who_may_write_no_more_is_said_to(as_):
    shown_by_file()
    change_roles(ELEMENT_OWNER.key, roles=[Role.STANDARDS_READER], by=KEEPER, at=AT)

    assert "Elin, who may not write about it any more" in seen(as_(QUALITY_LEAD).get(ELEMENT))


def test_an_element_without_a_level_is_led_to_on_the_page_of_its_round(as_):
    report = REPORT + "\n\nFindings\n\n1.3.1 – Compliance Plus\n\n1.3.1 – Partially Compliant\n"
    number = load_report("two.txt", report.encode(), doing=doing_by(QUALITY_LEAD)).round_id

    page = seen(as_(QUALITY_LEAD).get(f"/standards/rounds/{number}/"))

    assert "it has none until somebody chooses" in page
    assert (
        'Without a level, to be chosen: <a class="govuk-link" href="#id_1.3.1">1.3.1</a>.' in page
    )
    assert 'id="id_1.3.1"' in page


def test_an_element_leads_to_the_service_standards_and_one_of_those_back(as_):
    promised()
    tie_elements("leave", "cse", ["5.3.2"], doing=doing_by(QUALITY_LEAD))
    client = as_(QUALITY_LEAD)

    untied = seen(client.get("/standards/elements/4.1.2/"))
    standard = seen(client.get("/standards/service/leave/"))

    assert "None shows it yet." in untied
    assert "name 4.1.2 under its elements" in untied
    assert 'href="/standards/elements/5.3.2/?framework=cse">5.3.2</a>' in standard
    assert "name 4.1.2" not in seen(as_(STANDARDS_READER).get("/standards/elements/4.1.2/"))
