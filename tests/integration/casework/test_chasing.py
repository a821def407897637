"""Owners are reminded by themselves, once however often the worker runs, and however long it slept."""

import datetime as dt

import pytest

from answerable.actions.casework.contributing import (
    ContributionRefused,
    chase_due,
    remind_owner,
    withdraw_contribution,
)
from answerable.domain.clock import OutsideCalendar
from answerable.domain.roles import Actor, MoveNotAllowed, Role
from answerable.domain.roles.people import MACHINE
from answerable.queries.ledger import ledger_rows
from answerable.records.casework.models import Contribution, Outgoing, Question, Request
from tests.support.casework import AT, doing_by
from tests.support.contributions import (
    ASKER,
    ASKER_ADDRESS,
    OFFICER,
    REF,
    answer,
    ask,
    given_to,
    mails,
    on,
    request_with_owner,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def asked():
    request_with_owner()
    ask()


def chase(day, times=1):
    return sum(chase_due(doing_by(MACHINE, at=on(day))) for _ in range(times))


def reminders():
    return [f"{one.written_at:%m-%d} {one.subject.split(':')[0]}" for one in mails()[1:]]


def test_a_worker_that_runs_every_hour_reminds_on_the_days_of_the_plan():
    for count in range(50):
        day = AT.date() + dt.timedelta(days=count)
        chase(f"{day:%m-%d}", times=2)

    assert reminders() == [
        "10-13 Reminder",
        "10-16 Overdue",
        "10-21 Overdue",
        "10-24 Overdue",
        "10-29 Overdue",
        "11-03 Overdue",
    ]
    assert [f"{one.written_at:%m-%d} {one.subject}" for one in mails(OFFICER.key)] == [
        "10-21 No answer yet: question 1 of 2025-0001",
        "11-03 No answer after all reminders: question 1 of 2025-0001",
    ]
    lines = [one for one in ledger_rows() if one.action == "owner reminded"]
    assert [one.data["times"] for one in lines] == [1, 2, 3, 4, 5, 6]
    assert {one.by for one in lines} == {"answerable"}


def test_a_worker_that_slept_sends_one_reminder_and_not_those_that_it_missed():
    assert chase("10-22", times=3) == 1
    assert reminders() == ["10-22 Overdue"]

    assert chase("10-24") == 0
    assert chase("10-27") == 1


def test_a_mail_says_what_was_asked_by_when_and_not_by_whom():
    chase("10-13")
    chase("10-16")

    soon, late = mails()[1:]
    assert "is needed by Wednesday 15 October 2025" in soon.text
    assert "was needed by Wednesday 15 October 2025" in late.text
    first_link = mails()[0].text.split("/contributions/")[1].split()[0]
    for mail in (soon, late):
        assert first_link in mail.text
        assert "    How many printers are there?" in mail.text
    everything = "".join(f"{one.subject}{one.text}" for one in Outgoing.objects.all()).casefold()
    for part in (*ASKER.split(), *ASKER_ADDRESS.split("@")):
        assert part.casefold() not in everything


def put_forward():
    Question.objects.update(stage="drafted")


def withdraw():
    withdraw_contribution(REF, "1", 1, doing=doing_by(OFFICER))


@pytest.mark.parametrize("happens", [answer, withdraw, put_forward])
def test_where_nothing_is_waited_for_nobody_is_reminded(happens):
    happens()

    assert chase("10-16") == 0


def test_nobody_is_reminded_on_a_weekend():
    assert chase("10-18") == 0


def test_of_a_restricted_request_owners_are_reminded_too():
    Request.objects.update(is_restricted=True)

    assert chase("10-13") == 1


def test_one_that_was_put_forward_meanwhile_stops_no_other(monkeypatch):
    ask("2")
    from answerable.actions.casework.contributing import chasing

    find = chasing.question_for

    def put_forward_meanwhile(reference, label, *rest):
        Question.objects.filter(label="1").update(stage="drafted")
        return find(reference, label, *rest)

    monkeypatch.setattr(chasing, "question_for", put_forward_meanwhile)

    assert chase("10-13") == 1


def test_a_calendar_that_ends_too_early_is_said():
    with pytest.raises(OutsideCalendar):
        chase_due(doing_by(MACHINE, at=AT.replace(year=2999)))


def test_an_officer_who_has_no_address_is_told_by_the_lists_only():
    given_to(Actor("root", "root", frozenset({Role.OFFICER})))
    for day in ("10-13", "10-16", "10-21"):
        chase(day)

    assert Outgoing.objects.count() == len(mails())


def remind(at=AT, by=OFFICER):
    remind_owner(REF, "1", 1, doing=doing_by(by, at=at))


def test_an_officer_reminds_by_hand_and_that_counts():
    remind(on("10-13"))

    assert chase("10-13") == 0
    assert Contribution.objects.get().chased == 1


@pytest.mark.parametrize(
    ("happens", "moment", "refusal"),
    [
        (remind, AT, "Wim Owner was reminded today already: wait until tomorrow"),
        (answer, AT, "It was answered: there is nothing to remind of"),
        (lambda: None, on("11-15"), "Their link has ended: ask again, with a new day"),
    ],
)
def test_a_reminder_by_hand_is_refused_with_a_reason(happens, moment, refusal):
    happens()

    with pytest.raises(ContributionRefused, match=refusal):
        remind(moment)


def test_only_officers_and_the_system_remind():
    with pytest.raises(MoveNotAllowed, match="Reminding information owners is for"):
        remind(by=Actor("m@body.example", "M", frozenset({Role.MANAGER})))
