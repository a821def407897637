"""The service standards for everybody: months in both languages, as files, and nothing of small numbers."""

import csv
import datetime as dt
import io
import json
from importlib.resources import files

import jsonschema
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from answerable.actions.standards.months import enter_figure
from answerable.actions.standards.promises import PromiseRefused, change_target, end_standard
from answerable.actions.standards.publishing import (
    publish_round,
    publish_standard,
    take_back_round,
    take_back_standard,
)
from answerable.actions.standards.reports import load_report
from answerable.actions.standards.rounds import close_round
from answerable.domain.assurance.promises import counted
from answerable.records.standards.models import AssessmentRound, ServiceStandard
from answerable.web.public.errors import failed
from tests.functional.casework.conftest import october, office  # noqa: F401 fixtures
from tests.support.casework import QUALITY_LEAD, doing_by
from tests.support.open_standards import WHY, kept_inside, opened, opened_round
from tests.support.standards_doors import REPORT

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("october", "office")]
LIST, ONE, ROUND = (
    "/service-standards/",
    "/service-standards/leave/",
    "/service-standards/assessment/",
)
LEAD = doing_by(QUALITY_LEAD)
SCHEMA = json.loads(
    files("answerable.publishing")
    .joinpath("schema/service-standard.schema.json")
    .read_text("utf-8")
)


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def months(client):
    text = client.get("/service-standards/leave.csv").content.decode("utf-8-sig")
    return {row["month"]: row for row in csv.DictReader(io.StringIO(text))}


@pytest.mark.parametrize(
    ("address", "english", "welsh"),
    [
        (LIST, "Leave is settled in a week", "Caiff gwyliau eu setlo mewn wythnos"),
        (ONE, "at least 95%", "o leiaf 95%"),
        (ONE, "Missed", "Methwyd"),
        (ONE, "Two posts were empty", "Roedd dwy swydd yn wag"),
        (ROUND, "Review 1 of 9 March 2025", "Adolygiad 1 ar 9 Mawrth 2025"),
        (ROUND, "Partially Compliant", "Yn Cydymffurfio&#x27;n Rhannol"),
        (ROUND, "This limit is not verified", "Nid yw’r terfyn hwn wedi’i wirio"),
        (
            ROUND,
            "No element may be “Non Compliant”",
            "Ni chaiff unrhyw elfen fod yn “Ddim yn Cydymffurfio”",
        ),
        ("/", "Our service standards", "Ein safonau gwasanaeth"),
    ],
)
def test_standards_are_read_in_both_languages(client, address, english, welsh):
    opened()
    opened_round()

    assert english in read(client, address)
    assert welsh in read(client, f"/cy{address}")


def test_before_anything_is_published_nothing_leads_there_and_the_page_says_so(client):
    kept_inside()

    assert "No service standard has been published yet" in read(client, LIST)
    assert "/service-standards/" not in read(client, "/")
    for address in (ONE, ROUND, "/service-standards/leave.csv", "/service-standards/leave.json"):
        assert client.get(address).status_code == 404


def test_what_is_published_is_in_the_sitemap(client):
    before = b"".join(client.get("/sitemap-1.xml").streaming_content).decode()

    opened()

    after = b"".join(client.get("/sitemap-1.xml").streaming_content).decode()
    assert "/service-standards/" not in before
    assert "/service-standards/</loc>" in after


def test_a_standard_that_nobody_published_stays_inside_beside_one_that_is(client):
    opened()
    kept_inside("Overtime")

    assert "Overtime" not in read(client, LIST)
    assert client.get("/service-standards/overtime/").status_code == 404


def test_small_numbers_are_not_shown_and_the_page_says_so(client):
    opened()

    page, rows = read(client, ONE), months(client)

    assert "Not shown: small numbers" in page
    for told in ("38 of 40", "59 of 60", "98.33", "98.3"):
        assert told not in page
    assert rows["2025-06"]["figure"] == "100"
    assert rows["2025-07"] | {"figure": "66.666", "met": "no", "numerator": "40"} == rows["2025-07"]
    # One or two of 40 meet 95 per cent, three or four miss it: that it was met tells no number.
    assert (rows["2025-08"]["withheld"], rows["2025-08"]["met"]) == ("yes", "yes")
    assert rows["2025-08"]["figure"] == rows["2025-08"]["numerator"] == ""
    # Of 60, four alone would miss it.
    assert (rows["2025-09"]["withheld"], rows["2025-09"]["met"]) == ("yes", "")
    assert rows["2025-09"]["explanation"] == ""


def test_met_and_missed_are_words_and_the_chart_has_its_text(client):
    opened()

    page = read(client, ONE)

    assert '<strong class="govuk-tag govuk-tag--red">Missed</strong>' in page
    assert ">Met</td>" in page
    assert page.count("<svg") == 1
    assert "The table below holds the same figures." in page
    assert "style=" not in page


def test_the_json_keeps_to_its_schema_and_tells_no_more_than_the_page(client):
    opened()

    response = client.get("/service-standards/leave.json")
    data = json.loads(response.content)

    jsonschema.Draft202012Validator(SCHEMA).validate(data)
    assert response.headers["Content-Type"] == "application/json"
    assert [one["figure"] for one in data["months"]] == [100, 66.666, None, None]
    assert [one["withheld"] for one in data["months"]] == [False, False, True, True]
    assert data["target"] == 95


def _corrects():
    enter_figure("leave", dt.date(2025, 7, 1), counted(50, 60), doing=LEAD)


CHANGES = {
    "83.33%": _corrects,
    "Corrected on": _corrects,
    "from December 2027: at least 97%": lambda: change_target(
        "leave", 97_000, from_month=dt.date(2027, 12, 1), doing=LEAD
    ),
    "From June 2025 to December 2025": lambda: end_standard(
        "leave", last_month=dt.date(2025, 12, 1), doing=LEAD
    ),
}


@pytest.mark.parametrize("words", CHANGES)
def test_a_page_that_is_kept_is_made_anew_after_a_change(client, words):
    opened()
    assert words not in read(client, ONE)

    CHANGES[words]()

    assert words in read(client, ONE)


def test_what_is_taken_back_is_gone_at_once_and_nothing_leads_there(client):
    opened()
    number = opened_round()
    for address in (ONE, ROUND, LIST, "/"):
        read(client, address)

    take_back_standard("leave", reason=WHY, doing=LEAD)
    take_back_round(number, reason=WHY, doing=LEAD)

    assert client.get(ONE).status_code == client.get(ROUND).status_code == 404
    assert "Leave" not in read(client, LIST)
    assert "/service-standards/" not in read(client, "/")


def test_the_page_of_the_assessment_counts_levels_by_criterion_and_names_what_is_below(client):
    opened_round()

    page = read(client, ROUND)

    assert "5. " in page
    assert "5.3.2 " in page
    assert "<li>1.1.1 " not in page
    assert ">54</td>" in page, "elements without a level are counted"
    assert "Not verified: the place of elements" in page
    assert "An assessor from outside judged the service" in page


def test_the_files_of_the_assessment_say_what_its_page_does(client):
    assert client.get("/service-standards/assessment.csv").status_code == 404
    opened_round()

    page = read(client, ROUND)
    text = client.get("/service-standards/assessment.csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    data = json.loads(client.get("/service-standards/assessment.json").content)

    schema = files("answerable.publishing").joinpath("schema/assessment.schema.json")
    jsonschema.Draft202012Validator(json.loads(schema.read_text("utf-8"))).validate(data)
    assert 'href="/service-standards/assessment.csv"' in page
    partial = [one for one in rows if one["level"] == "partial"]
    assert [(one["criterion"], one["elements"], one["numbers"]) for one in partial] == [
        ("1", "0", ""), ("2", "0", ""), ("3", "0", ""), ("4", "0", ""), ("5", "1", "5.3.2"),
    ]  # fmt: skip
    # Which elements are above what is usual stands on no page, and in no file.
    assert {one["numbers"] for one in rows if one["met"] == "yes"} == {""}
    (found,) = data["rounds"]
    assert found["whole"] == {
        "counts": {"plus": 1, "compliant": 1, "partial": 1, "non": 0},
        "without": 54,
    }
    assert [one["number"] for one in found["not_met"]] == ["5.3.2"]


def test_no_word_of_a_report_and_no_assessor_is_shown(client):
    number = load_report("report.txt", REPORT.encode(), doing=LEAD).round_id
    AssessmentRound.objects.filter(pk=number).update(assessor="Anna Assessor")
    close_round(number, doing=LEAD)
    publish_round(number, reason=WHY, doing=LEAD)

    page = read(client, ROUND)

    assert "Brindlewick Ferries" in page
    assert "The report does not state the level of" in page
    assert "Anna" not in page
    assert "Sailings" not in page


def test_a_page_that_failed_asks_nothing_of_the_database(django_assert_num_queries, rf):
    opened()

    with django_assert_num_queries(0):
        assert failed(rf.get("/")).status_code == 500


def test_a_list_costs_the_same_however_many_there_are(client):
    opened()
    with CaptureQueriesContext(connection) as few:
        client.get(f"{LIST}?a")
    for name in ("One", "Two"):
        publish_standard(kept_inside(name), reason=WHY, doing=LEAD)

    with CaptureQueriesContext(connection) as more:
        client.get(f"{LIST}?a")

    assert len(more) == len(few) <= 8


@pytest.mark.parametrize("name", ["New", "Assessment"])
def test_no_standard_takes_the_address_of_another_page(name):
    with pytest.raises(PromiseRefused, match="Another page has the address"):
        kept_inside(name)


def test_what_is_typed_breaks_nothing(client):
    for address in (
        "/service-standards/%00/",
        "/service-standards/leave.xml",
        f"/service-standards/{'x' * 3000}/",
        "/service-standards/..%2f/",
        "/cy/service-standards/leave.csv",
    ):
        assert client.get(address).status_code == 404
    assert client.post(LIST).status_code == 405


def test_a_share_of_few_who_answered_the_survey_says_on_which_side_it_is(client):
    slug = kept_inside()
    standard = ServiceStandard.objects.get(slug=slug)
    standard.source = "satisfied"
    standard.save(update_fields=["source"])
    given = {"numerator": None, "denominator": None, "told": "", "is_met": None}
    standard.months.filter(month=dt.date(2025, 8, 1)).update(
        value=90_000, bound="more than", **given
    )
    standard.months.filter(month=dt.date(2025, 9, 1)).update(value=None, **given)
    publish_standard(slug, reason=WHY, doing=LEAD)

    assert "more than 90%" in read(client, ONE)
    assert "mwy na 90%" in read(client, f"/cy{ONE}")
    assert "too few answered" in read(client, ONE)
    row = months(client)["2025-08"]
    assert (row["bound"], row["figure"], row["met"]) == ("more than", "90", "")
    found = json.loads(client.get("/service-standards/leave.json").content)
    jsonschema.validate(found, SCHEMA)
    assert found["months"][2]["bound"] == "more than"
