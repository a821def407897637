"""What waits for somebody is told in the morning or at once: to those who may do it, once, and by reference."""

import datetime as dt

import pytest

from answerable.actions.casework import (
    accept_request,
    assign_request,
    check_draft,
    restrict_request,
    send_back,
)
from answerable.actions.casework.contributing import Asking, ask_owner
from answerable.actions.casework.mail_choices import choose_mail
from answerable.actions.casework.owners import add_owner
from answerable.actions.casework.reminding import remind_people, tell_what_waits
from answerable.domain.roles.people import MACHINE
from answerable.queries.casework.mail_choices import MailChoiceRow
from answerable.queries.casework.reminding import WAITING, Why, waiting_for
from answerable.queries.ledger import ledger_rows
from answerable.records.accounts.models import Person
from answerable.records.casework.models import (
    Challenge,
    ChallengedQuestion,
    LogDraft,
    Notice,
    Outgoing,
    Question,
    Request,
)
from tests.support.accounts import let_in
from tests.support.casework import (
    AT,
    AUDITOR,
    CHECKER,
    INTAKE,
    MANAGER,
    OFFICER,
    OTHER_OFFICER,
    REF,
    arrive,
    begun,
    doing_by,
    drafted,
)
from tests.support.contributions import DUE, OWNER, answer
from tests.support.letters import make_mail

pytestmark = pytest.mark.django_db
PEOPLE = (OFFICER, OTHER_OFFICER, MANAGER, CHECKER, INTAKE, AUDITOR)
NAMES = {one.key: one.name for one in PEOPLE}


@pytest.fixture(autouse=True)
def _people():
    for one in PEOPLE:
        let_in(one)


def at(day, hour=9):
    return dt.datetime.fromisoformat(f"2025-{day}T{hour:02}:10:00+00:00")


def tell(day, hour=9):
    return tell_what_waits(doing_by(MACHINE, at=at(day, hour)))


def remind(day):
    return remind_people(doing_by(MACHINE, at=at(day)), draft_days=10)


def mails(to=OFFICER):
    return list(Outgoing.objects.filter(address=to.key).order_by("pk"))


def whom(why):
    """Return the names of those for whom something waits for a reason."""
    return {
        one.name for one in PEOPLE for group in waiting_for(one) if group.why is why and group.lines
    }


def offered():
    arrive(make_mail())
    assign_request(REF, officer=OFFICER, doing=doing_by(MANAGER))


def came_back():
    drafted("1")
    send_back(REF, ["1"], reason="Say which year", doing=doing_by(CHECKER))


def with_message():
    begun()
    arrive(make_mail(Message_ID="<2@x.example>", In_Reply_To="<1@example.org>", text="And pens?"))


def contributed():
    begun()
    add_owner(OWNER, name="Wim Owner", area="Printers", doing=doing_by(OFFICER))
    ask_owner(REF, "1", OWNER, Asking("How many?", DUE, ""), doing=doing_by(OFFICER))
    answer("There are 12.")


def checked():
    drafted("1")
    check_draft(REF, ["1"], doing=doing_by(CHECKER))


def noticed():
    begun()
    request = Request.objects.get()
    Notice.objects.create(
        request=request, number=1, kind="fees-notice", written_by=MANAGER.key, written_at=AT
    )


def challenged(**about):
    drafted("1")
    challenge = Challenge.objects.create(
        request=Request.objects.get(),
        number=1,
        kind="review",
        asked_on=AT.date(),
        entered_at=AT,
        entered_by=INTAKE.key,
        due_on=dt.date(2025, 11, 10),
        **about,
    )
    question = Question.objects.get(label="1")
    ChallengedQuestion.objects.create(challenge=challenge, question=question)


def taken():
    challenged(state="taken", reviewer=CHECKER.key)


def written_up():
    begun()
    draft = LogDraft.objects.create(
        request=Request.objects.get(), written_by=MANAGER.key, written_at=AT
    )
    draft.versions.create(number=1, by=MANAGER.key, at=AT, content={})


def written_up_with_words_to_decide():
    written_up()
    LogDraft.objects.update(open_marks=1)


ROWS = [
    (Why.CAME_BACK, came_back, {"Olive"}),
    (Why.OFFERED, offered, {"Olive"}),
    (Why.UNSEEN, with_message, {"Olive"}),
    (Why.ANSWERED, contributed, {"Olive"}),
    (Why.TO_CHECK, drafted, set()),
    (Why.TO_CHECK, lambda: drafted("1"), {"Cora", "Mary"}),
    (Why.TO_CLEAR, checked, {"Mary"}),
    (Why.NOTICES, noticed, {"Cora"}),
    (Why.REVIEWS_TO_TAKE, challenged, {"Omar", "Cora", "Mary"}),
    (Why.REVIEWS, taken, {"Cora"}),
    (Why.ENTRIES, written_up, {"Cora"}),
    (Why.ENTRIES, written_up_with_words_to_decide, set()),
]


@pytest.mark.parametrize(("why", "scene", "who"), ROWS, ids=[str(one[0]) for one in ROWS])
def test_each_thing_waits_for_those_who_may_do_it(why, scene, who):
    scene()

    assert whom(why) == who


def test_every_reason_has_its_row_here_and_waits_once():
    assert [one.why for one in WAITING] == list(dict.fromkeys(row[0] for row in ROWS))


@pytest.mark.parametrize("scene", [one[1] for one in ROWS if one[2]])
def test_of_a_restricted_request_only_those_it_names_are_told(scene):
    scene()
    restrict_request(REF, people=[], reason="About a colleague", doing=doing_by(MANAGER))

    told = {one.name for one in PEOPLE if waiting_for(one)}

    # Whoever restricts it, and the officer who has it, may see it.
    assert told <= {"Mary", "Olive"}


def test_in_the_morning_it_stands_with_what_is_due():
    challenged()

    assert remind("11-04") == 4
    (mail,) = mails(CHECKER)
    assert mail.subject == "1 to check: your requests on Tuesday 4 November 2025"
    assert (
        f"Reviews that nobody has taken\n    {REF}, review by Monday 10 November 2025" in mail.text
    )


CHOICES = [
    (MailChoiceRow(), {"Overdue", "Sent back to you"}),
    (MailChoiceRow(overdue=False), {"Sent back to you"}),
    (MailChoiceRow(waiting=False), {"Overdue"}),
    (MailChoiceRow(at_once=True), {"Overdue"}),
    (MailChoiceRow(due=False), {"Overdue", "Sent back to you"}),
    (MailChoiceRow(reminders=False), set()),
    (MailChoiceRow(overdue=False, waiting=False), set()),
]


@pytest.mark.parametrize(("choice", "headings"), CHOICES)
def test_only_what_somebody_chose_is_said_in_the_morning(choice, headings):
    came_back()
    choose_mail(choice, doing=doing_by(OFFICER))

    remind("11-04")

    said = "".join(one.text for one in mails())
    assert {one for one in ("Overdue", "Sent back to you") if one in said} == headings


@pytest.mark.parametrize(
    ("days", "day", "is_said"), [(1, "10-30", 0), (1, "10-31", 1), (10, "10-20", 1)]
)
def test_what_is_soon_is_for_each_to_say(days, day, is_said):
    begun()
    choose_mail(MailChoiceRow(soon_days=days), doing=doing_by(OFFICER))
    Question.objects.update(stage="checked")
    Request.objects.update(stage="checked")

    remind(day)

    assert len(mails()) == is_said
    unit = "one working day" if days == 1 else f"{days} working days"
    assert all(f"Due within {unit}" in one.text for one in mails())


def test_on_a_weekend_those_are_told_who_want_it():
    begun()
    choose_mail(MailChoiceRow(any_day=True), doing=doing_by(OFFICER))

    assert remind("11-08") == 1
    assert remind("11-09") == 1


def test_at_once_each_thing_is_told_once_while_it_waits():
    choose_mail(MailChoiceRow(at_once=True), doing=doing_by(OFFICER))
    offered()

    assert [tell("10-07"), tell("10-07", 15), tell("10-08")] == [1, 0, 0]
    assert mails()[0].subject == "1 to accept: waiting for you"
    assert f"Waiting for you to accept\n    {REF}\n" in mails()[0].text

    accept_request(REF, doing=doing_by(OFFICER))
    assert tell("10-08") == 0
    arrive(make_mail(Message_ID="<2@x.example>", In_Reply_To="<1@example.org>", text="And pens?"))
    assert tell("10-08") == 1
    assert "accept" not in mails()[1].text


def test_after_a_week_without_a_worker_one_mail_says_all_that_waits():
    choose_mail(MailChoiceRow(at_once=True), doing=doing_by(OFFICER))
    offered()
    arrive(make_mail(Message_ID="<3@x.example>", From="Bo <bo@example.org>"))
    assign_request("2025-0002", officer=OFFICER, doing=doing_by(MANAGER))

    assert [tell("10-14"), tell("10-14")] == [1, 0]
    assert mails()[0].subject == "2 to accept: waiting for you"


@pytest.mark.parametrize(("day", "hour"), [("10-11", 9), ("10-07", 5)])
def test_at_once_is_not_in_the_night_or_on_a_day_that_does_not_count(day, hour):
    choose_mail(MailChoiceRow(at_once=True), doing=doing_by(OFFICER))
    offered()

    assert tell(day, hour) == 0
    assert tell("10-13") == 1


def test_who_does_not_want_it_at_once_or_left_is_not_told():
    offered()
    assert tell("10-07") == 0
    choose_mail(MailChoiceRow(at_once=True), doing=doing_by(OFFICER))
    Person.objects.filter(email=OFFICER.key).update(is_active=False)

    assert tell("10-07") == 0


def test_no_mail_says_who_asked_or_what_and_the_ledger_counts():
    choose_mail(MailChoiceRow(at_once=True), doing=doing_by(OFFICER))
    offered()
    tell("10-07")

    (mail,) = mails()
    for word in ("Person", "example.org", "printers", "Printers"):
        assert word not in mail.subject + mail.text
    line = ledger_rows()[-1]
    assert (line.action, line.data) == ("person told what waits", {"to accept": 1})
