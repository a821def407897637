"""People are reminded once a working day of what is due: one mail, whatever the worker missed."""

import datetime as dt

import pytest

from answerable.actions.casework import (
    accept_request,
    assign_request,
    put_forward,
    restrict_request,
    send_back,
)
from answerable.actions.casework.mail_choices import choose_mail
from answerable.actions.casework.reminding import remind_people
from answerable.domain.roles.people import MACHINE
from answerable.queries.casework.mail_choices import MailChoiceRow
from answerable.queries.ledger import ledger_rows
from answerable.records.accounts.models import Person
from answerable.records.casework.models import Outgoing, Question, Request
from tests.support.accounts import let_in, make_person
from tests.support.casework import (
    CHECKER,
    MANAGER,
    OFFICER,
    OTHER_OFFICER,
    REF,
    arrive,
    begun,
    doing_by,
    drafted,
)
from tests.support.letters import make_mail

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _people():
    for one in (OFFICER, OTHER_OFFICER, MANAGER, CHECKER):
        let_in(one)


def remind(day, hour=9, *, times=1, draft_days=10):
    """Let the worker run on a day of 2025; return how many mails it wrote."""
    at = dt.datetime.fromisoformat(f"2025-{day}T{hour:02}:10:00+00:00")
    doing = doing_by(MACHINE, at=at)
    return sum(remind_people(doing, draft_days=draft_days) for _ in range(times))


def mails(to=OFFICER):
    return list(Outgoing.objects.filter(address=to.key).order_by("pk"))


# It was received on Monday 6 October, and is due on Monday 3 November.
DAYS = [
    ("10-20", None, None),
    ("10-21", "1 draft late", "The draft is late\n    2025-0001, draft by Monday 20 October 2025"),
    (
        "10-29",
        "1 due soon",
        "Due within 3 working days\n    2025-0001, answer by Monday 3 November 2025",
    ),
    ("11-03", "1 due today", "Due today\n    2025-0001, answer by Monday 3 November 2025"),
    ("11-04", "1 overdue", "Overdue\n    2025-0001, answer by Monday 3 November 2025"),
    ("11-01", None, None),
]


@pytest.mark.parametrize(("day", "subject", "words"), DAYS)
def test_an_officer_is_told_what_is_most_urgent_about_their_request(day, subject, words):
    begun()

    assert remind(day) == (1 if subject else 0)

    for mail in mails():
        assert mail.subject.startswith(f"{subject}: your requests on ")
        assert words in mail.text
        assert mail.text.count(REF) == 1
        assert mail.request is None


def test_an_office_with_a_later_day_for_drafts_reminds_later():
    begun()

    assert remind("10-21", draft_days=5) == 0
    assert remind("10-28", draft_days=5) == 1


def test_one_mail_goes_in_a_day_however_often_the_worker_runs():
    begun()

    assert remind("11-04", times=3) == 1
    assert remind("11-04", hour=16) == 0
    assert remind("11-05") == 1


def test_a_worker_that_slept_for_days_sends_one_mail():
    begun()
    remind("11-04")

    assert remind("11-10", times=3) == 1


def test_mail_that_could_not_leave_is_replaced_by_the_latest():
    begun()
    for day in ("11-04", "11-05", "11-06"):
        remind(day)

    assert [one.state for one in mails()] == ["stopped", "stopped", "waiting"]


def test_mail_that_left_stays_as_it_is():
    begun()
    remind("11-04")
    Outgoing.objects.update(state="sent")

    remind("11-05")

    assert [one.state for one in mails()] == ["sent", "waiting"]


@pytest.mark.parametrize(("day", "hour"), [("11-08", 9), ("12-01", 9), ("11-04", 6), ("11-04", 0)])
def test_nobody_is_reminded_on_a_day_that_does_not_count_or_in_the_night(day, hour):
    begun()

    assert remind(day, hour) == 0


def test_where_nothing_is_due_nothing_is_written():
    begun()

    assert remind("10-08") == 0
    assert not Outgoing.objects.exists()
    assert "person reminded" not in {one.action for one in ledger_rows()}


def test_what_waits_to_be_accepted_is_said_whatever_its_date():
    arrive(make_mail())
    assign_request(REF, officer=OFFICER, doing=doing_by(MANAGER))

    assert remind("10-08") == 1
    assert f"Waiting for you to accept\n    {REF}\n" in mails()[0].text


def test_what_was_sent_back_is_said_until_it_is_put_forward_again():
    drafted("1")
    send_back(REF, ["1"], reason="Say which year", doing=doing_by(CHECKER))

    assert remind("10-08") == 1
    assert f"Sent back to you\n    {REF}\n" in mails()[0].text
    put_forward(REF, ["1"], doing=doing_by(OFFICER))
    remind("10-09")
    assert len(mails()) == 1


def test_a_draft_that_was_put_forward_is_not_late():
    drafted("1", "2")
    remind("10-21")

    assert mails() == []


@pytest.mark.parametrize("stage", ["sent", "closed"])
def test_of_what_ended_nobody_is_reminded(stage):
    begun()
    Question.objects.update(stage=stage)
    Request.objects.update(stage=stage)

    assert remind("11-04") == 0


def test_what_waits_for_the_requester_has_no_date_and_no_reminder():
    begun()
    Question.objects.update(work_to=None)
    Request.objects.update(work_to=None)

    assert remind("11-04") == 0


def test_what_nobody_has_is_said_to_managers():
    arrive(make_mail())

    assert remind("11-04") == 1

    (mail,) = mails(MANAGER)
    assert mail.text.startswith(
        "Hello Mary,\n\nNobody works on these requests:\n\nOverdue\n    2025"
    )
    assert mail.subject.startswith("1 overdue: ")


def test_what_somebody_has_who_left_is_nobodys():
    begun()
    Person.objects.filter(email=OFFICER.key).update(is_active=False)

    assert remind("11-04") == 1
    assert REF in mails(MANAGER)[0].text
    assert mails() == []


def test_a_restricted_request_is_named_to_those_who_may_see_it_only():
    arrive(make_mail())
    restrict_request(REF, people=[], reason="About a colleague", doing=doing_by(MANAGER))
    make_person("molly@body.example", name="Molly", roles=["manager"])

    assert remind("11-04") == 1
    assert REF in mails(MANAGER)[0].text


def test_no_mail_says_who_asked_or_what():
    begun("1. How many printers does A. Person have?")
    remind("11-04")

    (mail,) = mails()
    for word in ("Person", "example.org", "printers", "Printers"):
        assert word not in mail.subject + mail.text


def test_whoever_wants_no_reminders_gets_none_until_they_do():
    begun()
    choose_mail(MailChoiceRow(reminders=False), doing=doing_by(OFFICER))
    assert remind("11-04") == 0

    choose_mail(MailChoiceRow(), doing=doing_by(OFFICER))

    assert remind("11-04") == 0
    assert remind("11-05") == 1


def test_the_ledger_holds_how_many_and_not_which():
    begun()
    remind("11-04")

    line = ledger_rows()[-1]
    assert (line.action, line.subject, line.by) == (
        "person reminded",
        f"person {OFFICER.key}",
        "answerable",
    )
    assert line.data == {"own": {"overdue": 1}, "nobodys": {}}


def test_many_requests_are_counted_where_they_are_not_listed():
    for number in range(60):
        (taken,) = arrive(make_mail(Message_ID=f"<{number}@example.org>"))
        assign_request(taken.reference, officer=OFFICER, doing=doing_by(MANAGER))
        accept_request(taken.reference, doing=doing_by(OFFICER))

    remind("11-04")

    (mail,) = mails()
    assert mail.subject.startswith("60 overdue: ")
    assert mail.text.count("2025-00") == 50
    assert "    and 10 more\n" in mail.text


def test_a_draft_that_is_due_long_before_its_answer_is_late_all_the_same():
    begun()
    far = dt.date(2026, 1, 30)
    Question.objects.update(work_to=far)
    Request.objects.update(work_to=far)

    assert remind("10-21", draft_days=70) == 1
    assert "1 draft late" in mails()[0].subject
