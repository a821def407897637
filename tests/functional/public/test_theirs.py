"""What another body answered is shown as theirs at every exit, and counted nowhere as ours."""

import datetime as dt
import re

import pytest
from django.urls import get_resolver
from django.utils import timezone

from answerable.actions.archive.documents import _PREFIXES_OF_THE_SITE
from answerable.domain.disclosure_log import Body
from answerable.matching.precedents import Filed
from answerable.queries.archive import log_statistics, newest_entries, other_logs
from answerable.queries.archive.filed import filed_questions
from answerable.queries.casework.precedents import sent_questions
from answerable.queries.precedents import among
from tests.support.casework import MANAGER
from tests.support.entries import OTHER, keep, make_entry

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("log")]


@pytest.fixture(scope="module")
def db(built_once):
    """Stand in the place of the fixture that undoes everything behind each test."""


@pytest.fixture
def log(standing):
    return standing


ANSWER = "The answer of Northshire County Council, kept here for comparison; this office did not give it."
LOG = "The log of Northshire County Council, kept here for comparison; this office did not give these answers."
ANSWER_CY = (
    "Ateb Northshire County Council, a gedwir yma er cymhariaeth; nid y swyddfa hon a’i rhoddodd."
)
LOG_CY = "Log Northshire County Council, a gedwir yma er cymhariaeth; nid y swyddfa hon a roddodd yr atebion hyn."

EXITS = [
    ("/ncc/log/1", ANSWER),
    ("/ncc/log/1/1", ANSWER),
    ("/ncc/log/2025-12", LOG),
    ("/ncc/log", LOG),
    ("/cy/ncc/log/1", ANSWER_CY),
    ("/cy/ncc/log/1/1", ANSWER_CY),
    ("/cy/ncc/log/2025-12", LOG_CY),
    ("/cy/ncc/log", LOG_CY),
    ("/search?q=lanes", "kept here for comparison: not our answer"),
    ("/cy/search?q=lanes", "a gedwir yma er cymhariaeth: nid ein hateb ni"),
    ("/ncc/log.atom", ANSWER),
    ("/ncc/log/2025-12.atom", ANSWER),
    ("/search.atom?q=lanes", ANSWER),
    ("/ncc/log/2025-12.html", ANSWER),
    ("/ncc/log/1.html", ANSWER),
]
NAMED = [
    "/ncc/log.json",
    "/ncc/log/1.json",
    "/ncc/log/1.csv",
    "/ncc/log/1.md",
    "/search.csv?q=lanes",
]


def words(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    said = response.getvalue() if response.streaming else response.content
    return said.decode()


@pytest.mark.parametrize(("address", "said"), EXITS)
def test_it_is_said_whose_answer_it_is(client, address, said):
    assert said in words(client, address)


@pytest.mark.parametrize("address", NAMED)
def test_files_for_machines_name_the_body_by_its_code(client, address):
    assert "NCC" in words(client, address)


OURS = [
    "/",
    "/log",
    "/log/2026-01",
    "/log/7000001",
    "/log/7000001/1",
    "/log.atom",
    "/search?q=tricycles",
]


@pytest.mark.parametrize("address", OURS)
def test_nothing_of_ours_is_said_to_be_theirs(client, address):
    page = words(client, address)

    assert ANSWER not in page
    assert LOG not in page
    assert "not our answer" not in page


def test_the_home_page_counts_ours_and_lists_theirs_apart(client):
    keep(make_entry(ref="2", title="Horse lanes"), body=OTHER, month="2026-02", name="newest",
         at=timezone.now())  # fmt: skip

    page = words(client, "/")

    figures = re.findall(r"<dd>(\d+)</dd>", page)
    assert figures == ["2", "3"]
    assert "Horse lanes" not in page
    assert "February 2026" not in page
    assert re.search(r'href="/ncc/log" lang="en">Northshire County Council</a> \(2\)', page)
    assert "counts none of them as its own" in page
    assert "/search?outcome=withheld&amp;body=OPA" in page


def test_statistics_and_what_is_new_are_of_one_body_or_of_all():
    now = timezone.now()

    assert log_statistics("", at=now).entries == 2
    assert log_statistics(at=now).entries == 3
    assert [one.entries for one in other_logs(at=now)] == [1]
    assert {one.body.code for one in newest_entries(at=now, limit=9, body_prefix="")} == {"OPA"}


def test_a_log_of_which_nothing_is_to_be_seen_is_not_listed(client):
    later = timezone.now() + dt.timedelta(days=1)
    keep(make_entry(), body=Body("MET", "Metro Office", None, "met"), at=later, name="later")

    assert "Metro Office" not in words(client, "/")


def test_our_own_precedents_never_hold_theirs():
    assert [one.body for one in filed_questions(at=timezone.now()) if one.is_theirs] == [OTHER.name]
    assert not any(one.is_theirs for one in sent_questions(MANAGER))


@pytest.mark.parametrize(("body", "count"), [("Office for Public Answers", 1), (OTHER.name, 0)])
def test_only_answers_of_one_body_contradict_each_other(body, count):
    today = timezone.localdate()
    ours = Filed(
        "1", None, "Office for Public Answers", "How many kites were flown in 2021?", today,
        ("disclosed",), (), "Seven.",
    )  # fmt: skip
    theirs = Filed(
        "2", None, body, "How many kites were flown in 2021?", today, ("withheld",), (), "No.",
        is_theirs=body == OTHER.name,
    )  # fmt: skip

    found = list(among([ours, theirs], today=today).contradictions())

    assert len(found) == count


def _first_parts(patterns, before=""):
    for one in patterns:
        if hasattr(one, "url_patterns"):
            yield from _first_parts(one.url_patterns, before + str(one.pattern))
        else:
            yield (before + str(one.pattern)).lstrip("^").partition("/")[0]


def test_no_body_gets_an_address_where_a_page_of_the_site_stands():
    words_of_the_site = {
        one for one in _first_parts(get_resolver().url_patterns) if re.fullmatch("[a-z-]+", one)
    }

    assert words_of_the_site <= _PREFIXES_OF_THE_SITE
