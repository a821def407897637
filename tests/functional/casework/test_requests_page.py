"""The list of requests, the work of the day, and bulk assignment, as people use them."""

import csv
import datetime as dt
import io
import re

import pytest
import time_machine

from answerable.domain.roles import Stage
from answerable.queries.casework import request_page
from answerable.queries.ledger import ledger_rows
from answerable.records.casework.models import Request, SavedFilter
from tests.functional.casework.conftest import RITA
from tests.support.casework import AUDITOR, CHECKER, INTAKE, MANAGER, OFFICER
from tests.support.lists import NOON, TABLE, TODAY, make_request, send_message, tag

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _a_monday_in_october():
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def three(people):
    one = make_request("2025-0001", title="Bicycles", officer=OFFICER.key)
    make_request("2025-0002", title="Firewalls", work_to=TODAY - dt.timedelta(days=3))
    make_request("2025-0003", title="Quokkas", named=(OFFICER.key,), officer=OFFICER.key)
    tag(one, "outcome", "withheld")
    tag(one, "exemption", "31", "31(1)", "31(1)(a)")
    send_message(one)


def says(response):
    return response.content.decode()


def words_of(response):
    return " ".join(re.sub(r"<[^>]+>", " ", says(response)).split())


def test_my_work_says_in_words_how_many_days_are_left(visit, three):
    page = visit(OFFICER, "/work/")

    assert page.status_code == 200
    assert "Yours, due within 5 working days (2)" in words_of(page)
    assert "2 working days left" in words_of(page)
    assert '<a class="govuk-link govuk-task-list__link" href="/requests/2025-0001/"' in says(page)
    assert 'href="/requests/?officer=%40me&amp;due=5"' in says(page)


def test_more_of_a_group_is_shown_to_whoever_asks(visit, people):
    for number in range(12):
        make_request(f"2025-{number:04d}", officer=OFFICER.key, is_accepted=False, work_to=None)

    page = visit(OFFICER, "/work/")
    assert "These are the 10 most urgent." in words_of(page)
    assert 'href="/work/?all=offered#offered"' in says(page)

    whole = visit(OFFICER, "/work/?all=offered")
    assert says(whole).count("govuk-task-list__item ") == 12
    assert "most urgent" not in words_of(whole)
    assert visit(OFFICER, "/work/?all=nonsense").status_code == 200


def test_where_nothing_waits_the_page_says_so(visit, three):
    assert "Nothing waits for you." in words_of(visit(AUDITOR, "/work/"))


@pytest.mark.parametrize(
    "address",
    ["/work/", "/requests/", "/requests.csv", "/requests/workload/", "/requests/search/?q=x"],
)
def test_an_administrator_alone_is_told_why_requests_are_not_for_them(visit, address):
    page = visit(RITA, address)

    assert page.status_code == 403
    assert "for intake staff, officers" in words_of(page)


@pytest.mark.parametrize("address", ["/work/", "/requests/", "/requests.csv", "/requests/assign/"])
def test_nobody_comes_in_without_signing_in(client, db, address):
    assert client.get(address).url.startswith("/account/sign-in")


def test_the_list_shows_what_is_urgent_first_and_nothing_that_is_restricted(visit, three):
    page = visit(MANAGER, "/requests/")

    assert "1 to 2 of 2" in words_of(page)
    assert says(page).index("Firewalls") < says(page).index("Bicycles")
    assert "1 working day late" in words_of(page)
    assert "1 new message" in words_of(page)
    assert "Quokkas" not in says(page)
    assert "Quokkas" in says(visit(OFFICER, "/requests/"))


def test_filters_stand_above_the_list_and_each_can_be_taken_away(visit, three):
    page = visit(
        MANAGER,
        "/requests/?stage=any&outcome=withheld&exemption=s.31&received_from_day=1"
        "&received_from_month=9&received_from_year=2025&other=1",
    )

    assert "Bicycles" in says(page)
    assert "Firewalls" not in says(page)
    assert "Outcome: Withheld" in words_of(page)
    assert "Received from: 1 September 2025" in words_of(page)
    without = re.search(
        r'href="/requests/\?([^"]*)"><span[^>]*>Remove the filter </span>Outcome', says(page)
    )
    assert "outcome" not in without[1]
    assert "exemption=s.31" in without[1]
    assert "received_from_day=1" in without[1]
    assert "other" not in without[1]


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ("exemption=nonsense", "Enter an exemption as it is cited"),
        ("due_from_day=31&due_from_month=2&due_from_year=2025", "must be a real date"),
        (
            "received_from_day=2&received_from_month=1&received_from_year=2025"
            "&received_to_day=1&received_to_month=1&received_to_year=2025",
            "The last day of receipt must be on or after the first",
        ),
        ("stage=finished", "Select a valid choice"),
    ],
)
def test_what_cannot_be_understood_is_said_and_no_list_shown(visit, three, query, problem):
    page = visit(MANAGER, f"/requests/?{query}")

    assert problem in words_of(page)
    assert "Firewalls" not in says(page)
    assert visit(MANAGER, f"/requests.csv?{query}").status_code == 400


def test_columns_put_the_list_in_their_order_and_say_so(visit, three):
    page = says(visit(MANAGER, "/requests/?sort=newest&outcome=withheld"))

    assert 'aria-sort="descending"' in page
    assert 'href="/requests/?outcome=withheld&amp;sort=oldest"' in page
    assert 'href="/requests/?outcome=withheld&amp;sort=reference"' in page


def test_a_long_list_has_pages(visit, people):
    for number in range(51):
        make_request(f"2025-{number:04d}")

    page = visit(MANAGER, "/requests/?stage=open")

    assert "1 to 50 of 51" in words_of(page)
    assert 'href="/requests/?stage=open&amp;page=2" rel="next"' in says(page)
    assert "51 to 51 of 51" in words_of(visit(MANAGER, "/requests/?stage=open&page=2"))
    assert visit(MANAGER, "/requests/?page=9999999999").status_code == 200


def test_a_filter_is_saved_under_a_name_and_deleted(visit, three):
    saved = visit(MANAGER, "/requests/filters/", name="  Southern   work ", team="", waits="on")
    page = visit(MANAGER, saved.url)

    assert "The filter was saved" in words_of(page)
    assert 'href="/requests/?waits=on">Southern work</a>' in says(page)
    assert "Save this list under a name" not in says(page)
    assert "Southern work" not in says(visit(OFFICER, "/requests/"))

    visit(MANAGER, "/requests/filters/removal/", name="Southern work")
    assert not SavedFilter.objects.exists()
    assert "Enter a name" in words_of(
        visit(MANAGER, visit(MANAGER, "/requests/filters/", name=" ").url)
    )
    assert [row.action for row in ledger_rows(last=200) if "filter" in row.action] == []


def test_ticked_requests_are_assigned_after_a_look_at_what_would_happen(visit, three):
    ticked = ["2025-0001", "2025-0002", "2025-0003", "2025-9999"]
    page = visit(MANAGER, f"/requests/assign/?{'&'.join(f'request={one}' for one in ticked)}")
    assert "Assign 4 requests" in words_of(page)
    assert CHECKER.key not in says(page)

    given = {"request": ticked, "officer": OFFICER.key, "team": ""}
    trial = visit(MANAGER, "/requests/assign/", **given)
    assert "2 of 4 would be assigned to Olive. Nothing is changed yet." in words_of(trial)
    # A restricted request is to others what one is that does not exist.
    for missing in ("2025-0003", "2025-9999"):
        assert f"There is no request {missing}" in words_of(trial)
    assert Request.objects.get(reference="2025-0002").officer == ""

    done = visit(MANAGER, "/requests/assign/", **given, confirm="yes")
    assert done.url == "/requests/"
    page = visit(MANAGER, "/requests/")
    assert "2 requests were assigned to Olive" in words_of(page)
    assert "2025-9999 was not assigned" in words_of(page)
    assert Request.objects.get(reference="2025-0002").officer == OFFICER.key


def test_it_must_be_said_to_whom_and_what_is_assigned(visit, three):
    nobody = visit(INTAKE, "/requests/assign/", request=["2025-0001"], officer="", team="")
    assert "Select an officer, a team, or both" in words_of(nobody)

    checker = visit(INTAKE, "/requests/assign/", request=["2025-0001"], officer=CHECKER.key)
    assert "Select a valid choice" in words_of(checker)

    assert visit(INTAKE, "/requests/assign/").url == "/requests/"
    assert visit(OFFICER, "/requests/assign/?request=2025-0001").status_code == 403
    assert "Assign those that are ticked" not in says(visit(OFFICER, "/requests/"))


def rows_of(response):
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_the_list_is_taken_out_as_csv_and_told_in_the_ledger(visit, three):
    response = visit(MANAGER, "/requests.csv?outcome=withheld&q=A.+Person")
    (row,) = rows_of(response)

    assert response.headers["Content-Disposition"].endswith('"requests-2025-10-06.csv"')
    assert (row["reference"], row["outcomes"], row["exemptions"]) == (
        "2025-0001",
        "withheld",
        "31(1)(a)",
    )
    assert (row["days_left"], row["officer"], row["stage"]) == ("2", "Olive", "open")
    (line,) = ledger_rows(last=1)
    assert (line.action, line.subject, line.by) == (
        "requests exported",
        "the requests",
        MANAGER.key,
    )
    # What was typed and is no filter is not kept.
    assert line.data == {"filters": "outcome=withheld", "requests": 1}


def test_a_file_holds_nothing_restricted_and_a_checker_takes_none(visit, three):
    assert [row["reference"] for row in rows_of(visit(AUDITOR, "/requests.csv"))] == [
        "2025-0002",
        "2025-0001",
    ]
    assert len(rows_of(visit(OFFICER, "/requests.csv"))) == 3
    assert visit(CHECKER, "/requests.csv").status_code == 403
    assert "Take the whole list out" not in says(visit(CHECKER, "/requests/"))


@pytest.mark.parametrize(
    ("title", "cell"),
    [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("+44 1234", "'+44 1234"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1+1", "'\t=1+1"),
        ("\r=1+1", " =1+1"),
        ("\uff1d1+1", "'\uff1d1+1"),
        ('Bicycles, "tandems"\nand more', 'Bicycles, "tandems"\nand more'),
        ("By Jane Doe", "By [the requester]"),
    ],
)
def test_no_cell_is_a_formula_and_none_names_who_asked(visit, people, title, cell):
    make_request("2025-0001", title=title, asker="Jane Doe")

    (row,) = rows_of(visit(MANAGER, "/requests.csv"))

    assert row["title"] == cell
    assert "Doe" not in "".join(row.values())


def test_workload_says_who_has_how_much(visit, three):
    page = words_of(visit(MANAGER, "/requests/workload/"))

    assert re.search(r"Nobody yet 1 0 1 0 \d+", page)
    assert re.search(r"Olive 1 1 0 0 \d+", page)


def test_the_navigation_leads_to_the_work_of_whoever_reads_requests(visit, three):
    page = says(visit(OFFICER, "/requests/"))

    for words, address in (("My work", "/work/"), ("Search", "/requests/search/")):
        assert f'href="{address}">{words}</a>' in page
    assert 'href="/requests/" aria-current="true"' in page
    assert "/work/" not in says(visit(RITA, "/people"))


def test_a_request_taken_in_stands_in_the_list(visit, people):
    make_request("2025-0001", stage=Stage.OPEN, title="<script>alert(1)</script>")

    page = says(visit(OFFICER, "/requests/"))

    assert "&lt;script&gt;" in page
    assert "<script>alert" not in page
    assert request_page("2025-0001", table=TABLE) is not None
