"""The requests of the demo: invented, alive on the day, and made by what officers do."""

import datetime as dt
import json
import re

import pytest
from django.db import transaction

from answerable.cli import main
from answerable.cli.sample_cases import (
    FOLDER,
    Setting,
    build_cases,
    let_people_in,
    sample_cases,
)
from answerable.domain.clock import State, shipped_holidays
from answerable.domain.clock.as_json import clock_as_json
from answerable.domain.clock.clocks import question_clock
from answerable.domain.decisions.decision import Authority
from answerable.domain.retention import standard_schedule
from answerable.domain.roles import OFFICE_ROLES
from answerable.queries.casework.campaigns import campaigns
from answerable.queries.casework.cases import case_page
from answerable.queries.casework.clocks import clock_arguments, clock_facts
from answerable.queries.casework.contributions import question_contributions
from answerable.queries.casework.lines import LineState, lines_for, standard_lines
from answerable.queries.casework.log_drafts import entry_page
from answerable.queries.casework.retention import requests_to_go
from answerable.queries.casework.reviews import reviews_to_take
from answerable.queries.casework.transfers import transfer_page
from answerable.queries.casework.whose_time import late_answers_of
from answerable.queries.ledger import checked_lines, ledger_rows
from answerable.queries.office import office_of
from answerable.records.casework.models import Question

TABLE = shipped_holidays()
# A Wednesday, a Sunday behind bank holidays, a Monday, a leap day.
DAYS = ["2026-11-25", "2026-12-27", "2027-04-05", "2028-02-29"]


@pytest.fixture(scope="module")
def today(request):
    return dt.date.fromisoformat(getattr(request, "param", DAYS[0]))


# What day it is asks nothing else of another database: there, one of them is enough.
on_each_day = pytest.mark.parametrize(
    "today",
    [DAYS[0], *(pytest.param(day, marks=pytest.mark.once) for day in DAYS[1:])],
    indirect=True,
    scope="module",
)


@pytest.fixture(scope="module")
def db(built_once):
    """Stand in the place of the fixture that undoes everything behind each test."""


@pytest.fixture(scope="module")
def built(today, db):
    """Return the people, and the page of each request by its name; the tests only read them."""
    with transaction.atomic():
        at = dt.datetime.combine(today - dt.timedelta(days=600), dt.time(9), dt.UTC)
        people = let_people_in("a password for one afternoon", at=at)
        office = office_of(FOLDER / "office.toml", authority=Authority())
        said = []
        references = build_cases(Setting(people, TABLE, today, office), told=said.append)
        assert len(said) == len(references)
        yield (
            people,
            {name: case_page(one, table=TABLE, check=_anybody) for name, one in references.items()},
        )
        transaction.set_rollback(True)


def _anybody(situation):
    """Let whoever asks see it."""


@on_each_day
def test_each_request_is_at_the_stage_that_its_file_says(built, today):
    _, pages = built

    assert {name: page.stage for name, page in pages.items()} == {
        one.name: one.stage for one in sample_cases()
    }
    assert {page.stage for page in pages.values()} == {
        *("open", "drafted", "checked", "cleared", "leaving", "sent", "closed")
    }
    *_, last = checked_lines()
    assert last.problems == ()
    moments = [row.at for row in ledger_rows(subject=None, last=10_000)]
    assert moments == sorted(moments)
    assert moments[-1].date() < today


@on_each_day
def test_the_requests_show_what_their_names_promise(built, today):
    people, pages = built

    assert pages["new"].officer == ""
    assert (pages["offered"].officer, pages["offered"].is_accepted) == (
        people["officer"].key,
        False,
    )
    assert len(pages["split"].questions) == 6
    (unclear,) = pages["unclear"].questions
    assert unclear.clock.state is State.WAITING
    assert not pages["sent in time"].questions[0].clock.is_late
    assert pages["sent late"].questions[0].clock.is_late
    assert pages["drafted"].questions[0].exemptions
    assert pages["restricted"].situation.is_restricted
    validated = entry_page(pages["validated for the log"].reference)
    assert (validated.state, [one.kind for one in validated.taken_out]) == ("validated", ["name"])
    assert entry_page(pages["sent late"].reference).state == "draft"
    assert pages["withdrawn"].questions[0].outcomes == ()
    still = [page for page in pages.values() if page.stage in ("open", "drafted", "checked")]
    assert all(page.work_to is None or page.work_to > today for page in still)


def test_a_team_is_overdue_and_another_has_answered(built, today):
    people, pages = built

    def contributed(name, label):
        reference = pages[name].reference
        found = question_contributions(reference, label, actor=people["officer"], today=today)
        return found.rows

    (late,) = contributed("waiting for a team", "")
    assert (late.state, late.is_overdue) == ("asked", True)
    (answered,) = contributed("answered by a team", "1")
    assert answered.state == "answered"


def test_lines_are_in_use_to_review_and_expired(built, today):
    states = [one.state for one in standard_lines(on=today)]

    assert len(states) == 12
    assert states.count(LineState.TO_REVIEW) == 1
    assert states.count(LineState.EXPIRED) == 1
    assert lines_for(["31(1)(a)"], on=today).usable
    assert lines_for(["43(2)"], on=today).usable == ()


def test_there_is_somebody_to_sign_in_for_each_role(built):
    people, _ = built

    assert {role for one in people.values() for role in one.roles} == set(OFFICE_ROLES)


REAL = re.compile(
    r"\bmet(ropolitan)? police|\b(avon|bedford|cambridge|cheshire|cleveland|cumbria|derby|devon|"
    r"dorset|durham|dyfed|essex|gloucester|gwent|hampshire|hertford|humberside|kent|lancashire|"
    r"leicester|lincoln|london|merseyside|norfolk|northampton|northumbria|nottingham|staffordshire|"
    r"suffolk|surrey|sussex|thames|warwick|mercia|midlands|wiltshire|yorkshire)|"
    r"\bIOPC|\bIPCC|operation [A-Z]|\b50\d{5}\b|\+?\d[\d ]{8,}\d",
    re.IGNORECASE,
)


@pytest.mark.parametrize("path", sorted(FOLDER.iterdir()), ids=lambda path: path.name)
def test_nobody_real_no_force_no_case_and_no_number_stands_in_a_file(path):
    text = path.read_text(encoding="utf-8")

    assert REAL.findall(text) == []
    assert {found.partition("@")[2] for found in re.findall(r"[\w.]+@[\w.]+\w", text)} <= {
        *("iocs.example", "post.example")
    }


@on_each_day
def test_the_clock_of_each_question_is_the_one_that_the_command_line_counts(built, capsys):
    for question in Question.objects.select_related("request").prefetch_related("events"):
        clock = question_clock(clock_facts(question.request, question), TABLE)

        assert main(["clock", *clock_arguments(question.request, question), "--json"]) == 0

        assert json.loads(capsys.readouterr().out) == clock_as_json(clock)


def test_more_time_and_a_fee_show_in_their_clocks(built):
    _, pages = built

    first, second = pages["extended"].questions
    assert (first.first_due_on, second.first_due_on) == (None, first.clock.due_on)
    assert second.clock.due_on > first.clock.due_on
    (fee,) = pages["fee"].questions
    assert (fee.clock.state, fee.clock.pay_by is None) == (State.WAITING, False)


def test_the_late_answer_of_the_demo_shows_whose_time_it_was(built):
    _, pages = built

    (late,) = late_answers_of(pages["sent late"].reference)

    held = [one.who for one in late.shares]
    assert held == ["intake", "officer", "checker", "manager", "sending"]
    calendar = TABLE.calendar("uk-any")
    received_on = pages["sent late"].received_on
    assert sum(one.days for one in late.shares) == calendar.count(received_on, late.answered_on)


def test_the_question_of_the_demo_that_goes_on_was_sent_to_its_body(built):
    _, pages = built

    page = transfer_page(pages["transferred"].reference, "")

    assert (page.body, page.mail) == ("Registry of Public Buildings", "waiting")
    assert "Farrow" not in page.text


def test_what_comes_after_the_answer_has_its_samples(built, today):
    people, pages = built
    manager, checker = people["manager"], people["checker"]

    published = entry_page(pages["published"].reference)
    assert published.state == "waiting"
    (campaign,) = campaigns(viewer=manager)
    assert campaign.model.reference == pages["model of a campaign"].reference
    (to_take,) = reviews_to_take(checker, today=today)
    assert to_take.reference == pages["review asked for"].reference
    assert pages["notice to let go"].waiting_notices == 1
    to_go = requests_to_go(schedule=standard_schedule(), viewer=manager, on=today)
    assert [one.reference for one, _ in to_go] == [pages["long over"].reference]
