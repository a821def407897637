"""Measured tables go by their rule, or with their request; what a reader knows of them stays."""

import datetime as dt

import pytest

from answerable.actions.casework.retaining import dispose_approved
from answerable.actions.casework.retaining.tables import dispose_tables
from answerable.domain.retention import standard_schedule
from answerable.domain.roles import MoveNotAllowed
from answerable.domain.suppression.withholding import QUESTIONS
from answerable.records.ledger.models import LedgerLine
from answerable.records.registers.models import MeasuredTable
from tests.functional.casework.conftest import seen
from tests.support.casework import AT, OFFICER, doing_by
from tests.support.ended import approved, closed, machine
from tests.support.site_registers import PROCEEDINGS, loaded

pytestmark = pytest.mark.django_db
PAGE = "/figures/measures/proceedings-directed/"
ASSESSED = {name: f"Said of {name}." for name in QUESTIONS} | {"is_identifying": "yes"}


def kept(browser):
    snapshot = loaded("misconduct-proceedings", PROCEEDINGS).sha256[:16]
    given = {"snapshot": snapshot, "p_year": "2019/20", "profile": "ons-10", **ASSESSED}
    browser.post(PAGE, given)
    return MeasuredTable.objects.get()


def aged(table, days):
    MeasuredTable.objects.filter(pk=table.pk).update(at=AT - dt.timedelta(days=days))


def disposed():
    return dispose_tables(schedule=standard_schedule(), doing=machine(at=AT))


@pytest.mark.parametrize(("days", "count"), [(3 * 365 - 2, 0), (3 * 365 + 2, 1)])
def test_a_table_for_no_question_goes_after_three_years(as_, days, count):
    aged(kept(as_(OFFICER)), days)

    assert disposed() == count


def test_whom_it_identified_goes_and_what_a_reader_knows_stays(as_):
    browser = as_(OFFICER)
    table = kept(browser)
    aged(table, 2000)

    disposed()

    left = MeasuredTable.objects.get()
    assert left.assessment == {}
    assert "rows" not in left.result
    assert "Said of" not in str(left.__dict__)
    assert left.released == table.released
    assert browser.get(f"/figures/tables/{table.pk}/").status_code == 404
    assert f"/figures/tables/{table.pk}/" not in seen(browser.get("/figures/measures/"))
    assert LedgerLine.objects.filter(action="table disposed of").count() == 1
    assert disposed() == 0


def test_the_same_table_can_be_kept_again(as_):
    browser = as_(OFFICER)
    aged(kept(browser), 2000)
    disposed()

    table = kept(browser)

    assert table.disposed_at is None
    assert table.assessment["who_might_look"] == "Said of who_might_look."
    assert "withheld" in seen(browser.get(f"/figures/tables/{table.pk}/"))


@pytest.mark.parametrize(("question", "is_gone"), [("{} 1", True), ("{}", True), ("{}0 1", False)])
def test_a_table_for_a_question_goes_with_its_request_alone(as_, question, is_gone):
    reference = closed()
    table = kept(as_(OFFICER))
    MeasuredTable.objects.update(question=question.format(reference), at=AT - dt.timedelta(2000))

    assert disposed() == 0
    approved()
    dispose_approved(schedule=standard_schedule(), doing=machine())

    table.refresh_from_db()
    assert (table.disposed_at is not None) is is_gone


def test_only_the_system_disposes(as_):
    with pytest.raises(MoveNotAllowed):
        dispose_tables(schedule=standard_schedule(), doing=doing_by(OFFICER))
