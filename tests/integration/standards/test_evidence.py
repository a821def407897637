"""Evidence that is a file is inspected, and goes into the pack when somebody who looked says so."""

import datetime as dt

import pytest
from django_q.models import OrmQ

from answerable.actions.standards.elements import (
    GivenEvidence,
    add_evidence,
    take_back_evidence,
)
from answerable.actions.standards.evidence import inspect_evidence
from answerable.jobs.running import run_job
from answerable.records.ledger.models import LedgerLine
from answerable.records.standards.models import Evidence
from tests.support.casework import AT, QUALITY_LEAD, doing_by
from tests.support.inspecting import HONEST, workbook

pytestmark = pytest.mark.django_db
LEAD = doing_by(QUALITY_LEAD)
DAY = dt.date(2025, 10, 1)


def added(data=HONEST, name="figures.csv", *, doing=LEAD, element="5.3.2"):
    """Add a file as evidence, and return its number."""
    given = GivenEvidence("Figures", DAY, file_name=name, data=data)
    return add_evidence("cse", element, given, doing=doing)


def inspect(at=AT):
    """Inspect what waits, and return how many files that were."""
    return inspect_evidence(clock=lambda: at)


def told(action):
    """Return whose elements a kind of line tells of."""
    return list(LedgerLine.objects.filter(action=action).values_list("subject", flat=True))


@pytest.mark.parametrize(
    ("data", "name", "verdict"),
    [
        (HONEST, "figures.csv", "clear"),
        (workbook(hidden="Raw figures"), "figures.xlsx", "findings"),
        (b"%PDF-1.7 and no more", "minutes.pdf", "cannot_say"),
    ],
)
def test_a_file_that_waits_is_inspected_once(data, name, verdict):
    number = added(data, name)

    assert (inspect(), inspect()) == (1, 0)

    row = Evidence.objects.get(pk=number)
    assert (row.verdict, row.inspected_at, bool(row.rules)) == (verdict, AT, True)
    assert row.report["verdict"] == verdict
    assert told("evidence inspected") == ["element cse/5.3.2"]


def test_bytes_that_are_not_those_that_were_added_are_never_clear():
    number = added()
    Evidence.objects.filter(pk=number).update(data=b"Other bytes")

    inspect()

    row = Evidence.objects.get(pk=number)
    assert row.verdict == "cannot_say"
    assert "not those that were added" in row.report["reason"]


def test_an_address_and_what_was_taken_back_wait_for_nothing():
    page = GivenEvidence("Our page", DAY, address="https:" + "//body.example/performance")
    add_evidence("cse", "5.3.2", page, doing=LEAD)
    take_back_evidence(added(), doing=LEAD)

    assert inspect() == 0


def test_what_a_worker_has_is_left_to_it_until_it_does_not_come_back():
    number = added()
    Evidence.objects.filter(pk=number).update(taken_at=AT)

    assert inspect(AT + dt.timedelta(minutes=29)) == 0
    assert inspect(AT + dt.timedelta(minutes=31)) == 1


def test_a_file_begins_soon_and_an_address_does_not(django_capture_on_commit_callbacks):
    page = GivenEvidence("Our page", DAY, address="https:" + "//body.example/performance")
    with django_capture_on_commit_callbacks(execute=True):
        add_evidence("cse", "5.3.2", page, doing=LEAD)
    assert OrmQ.objects.count() == 0

    with django_capture_on_commit_callbacks(execute=True):
        added()
    assert [one.task["args"] for one in OrmQ.objects.all()] == [("inspect evidence",)]


def test_the_job_says_how_many_it_inspected():
    added()

    assert run_job("inspect evidence") == "1 files of evidence inspected"
    assert run_job("inspect evidence") == ""
