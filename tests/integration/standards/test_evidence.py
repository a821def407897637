"""Evidence that is a file is inspected, and goes into the pack when somebody who looked says so."""

import datetime as dt

import pytest
from django_q.models import OrmQ

from answerable.actions.standards.elements import (
    ElementRefused,
    GivenEvidence,
    add_evidence,
    give_element,
    take_back_evidence,
)
from answerable.actions.standards.evidence import (
    decide_evidence,
    inspect_again,
    inspect_evidence,
)
from answerable.domain.roles import MoveNotAllowed
from answerable.inspecting.version import rules_version
from answerable.jobs.running import run_job
from answerable.records.ledger.models import LedgerLine
from answerable.records.standards.models import Evidence
from tests.support.casework import (
    AT,
    ELEMENT_OWNER,
    QUALITY_LEAD,
    STANDARDS_READER,
    doing_by,
    somebody,
)
from tests.support.inspecting import HONEST, workbook

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("staff")]
LEAD, OWNER, READER = map(doing_by, (QUALITY_LEAD, ELEMENT_OWNER, STANDARDS_READER))
SECOND = doing_by(somebody("Olwen", "quality lead"))
NAMED = b"name,case\nPlease write to anna.example@body.example,1\n"
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


def severities(number):
    """Return how severe what was found in a piece of evidence is."""
    return {one["severity"] for one in Evidence.objects.get(pk=number).report["findings"]}


def test_another_lets_a_file_with_a_stop_into_the_pack_and_the_ledger_keeps_why():
    number = added(workbook(hidden="Raw figures"), "figures.xlsx")
    inspect()
    assert "stop" in severities(number)

    with pytest.raises(MoveNotAllowed, match="another decides"):
        decide_evidence(number, reason="It is public", doing=LEAD)
    decide_evidence(number, reason="The rows are published", doing=SECOND)

    row = Evidence.objects.get(pk=number)
    assert (row.decided_by, row.decided_reason) == (SECOND.by.key, "The rows are published")
    line = LedgerLine.objects.get(action="evidence decided")
    assert (line.subject, line.by) == ("element cse/5.3.2", SECOND.by.key)
    assert "The rows are published" in line.data
    with pytest.raises(ElementRefused, match="goes into the pack already"):
        decide_evidence(number, reason="Again", doing=SECOND)


def test_whoever_added_a_file_without_a_stop_may_decide_on_it():
    number = added(NAMED)
    inspect()
    row = Evidence.objects.get(pk=number)
    assert (row.verdict, severities(number)) == ("findings", set())

    decide_evidence(number, reason="A public mailbox", doing=LEAD)

    assert Evidence.objects.get(pk=number).decided_by == LEAD.by.key


@pytest.mark.parametrize(
    ("data", "name", "is_inspected", "words"),
    [
        (HONEST, "figures.csv", False, "waits for its inspection"),
        (HONEST, "figures.csv", True, "nothing was found in it"),
        (b"%PDF-1.7 and no more", "minutes.pdf", True, "cannot be inspected, and stays out"),
    ],
)
def test_only_findings_are_decided_on(data, name, is_inspected, words):
    number = added(data, name)
    if is_inspected:
        inspect()

    with pytest.raises(ElementRefused, match=words):
        decide_evidence(number, reason="It is public", doing=SECOND)
    assert Evidence.objects.get(pk=number).decided_by == ""


def test_nobody_decides_without_a_reason_on_an_address_or_on_what_is_not_there():
    number = added(NAMED)
    inspect()
    page = GivenEvidence("Our page", DAY, address="https:" + "//body.example/performance")
    address = add_evidence("cse", "5.3.2", page, doing=LEAD)

    for one, words in (
        (number, "Say why"),
        (address, "nothing to decide"),
        (number + 9, "There is no evidence"),
    ):
        with pytest.raises(ElementRefused, match=words):
            decide_evidence(one, reason=" ", doing=SECOND)
    assert told("evidence decided") == []


def test_the_owner_of_the_element_decides_and_nobody_elses_owner_or_reader():
    number = added(workbook(hidden="Raw figures"), "figures.xlsx")
    inspect()
    for doing in (OWNER, READER):
        with pytest.raises(MoveNotAllowed):
            decide_evidence(number, reason="Published", doing=doing)
    give_element("cse", "5.3.2", owner=OWNER.by.key, doing=LEAD)

    decide_evidence(number, reason="Published", doing=OWNER)

    assert Evidence.objects.get(pk=number).decided_by == OWNER.by.key


def test_what_was_inspected_by_other_rules_waits_again_and_comes_after_what_is_new():
    old, later = added(), AT + dt.timedelta(days=1)
    inspect()
    Evidence.objects.filter(pk=old).update(rules="1-earlier")
    new = added(b"month,late\n2025-08,3\n")

    assert (inspect_again(at=later), inspect_again(at=later)) == (1, 0)
    seen = iter([True, False])
    inspect_evidence(clock=lambda: later, goes_on=lambda: next(seen))
    assert Evidence.objects.get(pk=new).verdict == "clear"
    assert Evidence.objects.get(pk=old).verdict == ""
    inspect(later)

    row = Evidence.objects.get(pk=old)
    assert (row.verdict, row.rules, row.inspected_at) == ("clear", rules_version(), later)
    assert told("evidence waits again") == ["evidence"]


def test_a_decision_stands_while_nothing_new_is_found_and_is_open_again_if_it_is():
    number = added(NAMED)
    inspect()
    decide_evidence(number, reason="A public mailbox", doing=LEAD)
    row = Evidence.objects.filter(pk=number)

    row.update(rules="1-earlier")
    inspect_again(at=AT)
    inspect()
    assert row.get().decided_reason == "A public mailbox"

    earlier = {**row.get().report, "personal": [], "verdict": "clear"}
    row.update(rules="1-earlier", report=earlier)
    inspect_again(at=AT)
    inspect()
    assert (row.get().verdict, row.get().decided_by) == ("findings", "")
    assert "open_again" in LedgerLine.objects.filter(action="evidence inspected").last().data


def test_the_job_that_looks_back_lets_evidence_wait_again():
    number = added()
    inspect()
    Evidence.objects.filter(pk=number).update(rules="1-earlier")

    assert run_job("look back on what left") == "1 files of evidence to inspect again"
