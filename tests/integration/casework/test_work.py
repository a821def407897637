"""What waits for each person when they come in, and how the work is spread."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from answerable.actions.casework import (
    accept_request,
    assign_request,
    put_forward,
    restrict_request,
    send_back,
    write_decision,
)
from answerable.actions.casework.challenging import take_review
from answerable.domain.roles import OFFICE_ROLES, Move, Stage, why_not
from answerable.queries.casework.situations import situation_of
from answerable.queries.casework.work import Group, my_work
from answerable.queries.casework.workload import workload
from answerable.records.casework.models import Challenge, Outgoing, Question
from tests.functional.casework.conftest import office  # noqa: F401 a fixture
from tests.support import later_scenes
from tests.support.accounts import make_person
from tests.support.casework import (
    AUDITOR,
    CHECKER,
    DISCLOSED,
    INTAKE,
    MANAGER,
    OFFICER,
    OTHER_OFFICER,
    REF,
    arrive,
    begun,
    doing_by,
    drafted,
    record,
    somebody,
)
from tests.support.letters import make_mail
from tests.support.lists import (
    NOON,
    TABLE,
    TODAY,
    ask_owner,
    decide,
    make_request,
    send_message,
)

pytestmark = pytest.mark.django_db

OLIVE = OFFICER.key


def day(number):
    return TODAY + dt.timedelta(days=number)


def waits_for(viewer):
    """Return the references of what waits for somebody, by group."""
    found = my_work(viewer, today=TODAY, table=TABLE)
    return {one.group: [item.reference for item in one.items] for one in found}


def stuck_mail(request, state):
    Outgoing.objects.create(
        key=f"{request.reference} {state}",
        request=request,
        address="a.person@example.org",
        subject="Your request",
        text="",
        message_id=f"<{request.reference}.{state}@body.example>",
        state=state,
        written_at=NOON,
        next_at=NOON,
    )


def test_an_officer_sees_what_is_theirs():
    make_request("late", officer=OLIVE, work_to=day(-1))
    make_request("soon", officer=OLIVE, work_to=day(7))
    make_request("later", officer=OLIVE, work_to=day(8))
    make_request("offered", officer=OLIVE, is_accepted=False, work_to=day(30))
    make_request("waits", officer=OLIVE, work_to=None, clock="waiting")
    make_request("cleared", officer=OLIVE, stage=Stage.CLEARED, work_to=day(30))
    new = make_request("new message", officer=OLIVE, work_to=day(30))
    asked = make_request("asked", officer=OLIVE, work_to=day(30))
    posted = make_request("posted", officer=OLIVE, stage=Stage.SENT)
    others = make_request("others", officer=OTHER_OFFICER.key, work_to=day(-1))
    send_message(new)
    send_message(others)
    ask_owner(asked, due_on=day(-1))
    ask_owner(new, due_on=day(0))
    ask_owner(others, due_on=day(-1))
    stuck_mail(posted, "failed")
    stuck_mail(new, "waiting")

    assert waits_for(OFFICER) == {
        Group.OVERDUE: ["late"],
        Group.DUE_SOON: ["soon"],
        Group.OFFERED: ["offered"],
        Group.TO_SEND: ["cleared"],
        Group.UNSEEN: ["new message"],
        Group.CONTRIBUTIONS: ["asked"],
        Group.MAIL: ["posted"],
        Group.WAITING: ["waits"],
    }


def test_intake_sees_what_came_in_and_what_may_go():
    make_request("new", validity="", acknowledged_at=None)
    make_request("validated", acknowledged_at=None, team="south")
    unread = make_request("unread", officer="", team="south")
    make_request("cleared", stage=Stage.CLEARED, officer=OLIVE)
    posted = make_request("posted", stage=Stage.SENT, officer=OLIVE)
    send_message(unread)
    stuck_mail(posted, "unsure")

    assert waits_for(INTAKE) == {
        Group.TO_SEND: ["cleared"],
        Group.UNSEEN: ["unread"],
        Group.MAIL: ["posted"],
        Group.NOT_VALIDATED: ["new"],
        Group.NOT_ACKNOWLEDGED: ["new", "validated"],
        Group.NOT_ASSIGNED: ["new"],
    }


def test_what_a_team_was_given_waits_for_those_in_it():
    make_request("ours", team="south", work_to=day(30))
    make_request("theirs", team="north", work_to=day(30))
    person = make_person(OLIVE, name="Olive")
    person.teams.create(code="south", name="South")

    assert waits_for(OFFICER) == {Group.TO_TAKE: ["ours"]}


def test_what_may_be_checked_and_cleared_is_what_the_table_of_moves_lets_somebody_do():
    people = [
        somebody(name, "checker", "manager", "officer") for name in ("Ann", "Bob", "Cy", "Di")
    ]
    ann, bob, cy, _ = (one.key for one in people)
    for number, (drafter, decider, checker) in enumerate(
        [(ann, ann, ""), (ann, bob, ""), (bob, ann, cy), (cy, cy, ann), (bob, bob, cy)]
    ):
        stage = Stage.CHECKED if checker else Stage.DRAFTED
        request = make_request(f"R{number}", stage=stage, named=(ann, cy) if number == 4 else ())
        decide(request, decider)
        request.questions.update(drafted_by=drafter, checked_by=checker)

    for person in people:
        work = waits_for(person)
        for group, move in ((Group.TO_CHECK, Move.CHECK), (Group.TO_CLEAR, Move.CLEAR)):
            allowed = {
                one.request.reference
                for one in Question.objects.select_related("request")
                if not why_not(move, actor=person, situation=situation_of(one.request, one))
            }
            assert set(work.get(group, ())) == allowed, (person.name, group)


def test_a_draft_that_was_sent_back_waits_until_it_is_put_forward_again():
    reference = drafted("1", "2")
    assert Group.SENT_BACK not in waits_for(OFFICER)

    send_back(reference, ["2"], reason="Say why", doing=doing_by(CHECKER))
    assert waits_for(OFFICER)[Group.SENT_BACK] == [reference]
    assert Group.SENT_BACK not in waits_for(OTHER_OFFICER)

    write_decision(reference, "2", DISCLOSED, doing=doing_by(OFFICER))
    put_forward(reference, ["2"], doing=doing_by(OFFICER))
    assert Group.SENT_BACK not in waits_for(OFFICER)


def test_a_restricted_request_waits_for_nobody_who_is_not_named():
    (taken,) = arrive(make_mail())
    restrict_request(taken.reference, people=[], reason="Staff", doing=doing_by(MANAGER))
    assign_request(taken.reference, officer=OFFICER, doing=doing_by(MANAGER))

    assert waits_for(INTAKE) == {}
    assert waits_for(OFFICER)[Group.OFFERED] == [taken.reference]
    accept_request(taken.reference, doing=doing_by(OFFICER))
    assert Group.OFFERED not in waits_for(OFFICER)


def test_a_group_shows_the_most_urgent_and_says_how_many_there_are():
    for number in range(14):
        make_request(f"R{number:02d}", officer=OLIVE, work_to=day(-number - 1))

    (group,) = my_work(OFFICER, today=TODAY, table=TABLE)

    assert (group.group, group.count, len(group.items)) == (Group.OVERDUE, 14, 10)
    assert group.items[0].reference == "R13"
    (whole,) = my_work(OFFICER, today=TODAY, table=TABLE, whole=Group.OVERDUE)
    assert (whole.count, len(whole.items)) == (14, 14)


def test_reviews_wait_for_those_who_may_take_them_and_then_for_who_took_them(office):  # noqa: F811
    later_scenes.challenged()

    assert waits_for(OFFICER)[Group.REVIEWS_TO_TAKE] == [REF]
    assert Group.REVIEWS_TO_TAKE not in waits_for(AUDITOR)

    take_review(REF, 1, doing=doing_by(OFFICER))

    assert Group.REVIEWS_TO_TAKE not in waits_for(OFFICER)
    (group,) = (
        one for one in my_work(OFFICER, today=TODAY, table=TABLE) if one.group is Group.TO_REVIEW
    )
    assert (group.count, group.items[0].work_to) == (1, Challenge.objects.get().due_on)


def test_a_notice_waits_for_those_who_did_not_write_it():
    later_scenes.noticed()

    assert waits_for(MANAGER)[Group.NOTICES] == [REF]
    assert Group.NOTICES not in waits_for(OFFICER)


def test_my_work_takes_as_many_queries_however_much_there_is():
    everything = somebody("All", *OFFICE_ROLES)

    def taken():
        with CaptureQueriesContext(connection) as captured:
            my_work(everything, today=TODAY, table=TABLE)
        return len(captured)

    few = taken()
    for number in range(15):
        request = make_request(
            f"R{number}", officer=everything.key, work_to=day(-1), acknowledged_at=None
        )
        send_message(request)
        decide(request, OLIVE)

    # Whoever has an open question that was decided is asked for in the ledger, once.
    assert taken() <= few + 1 <= 24


def test_workload_counts_what_is_in_hand_by_officer_and_team():
    make_request("a", officer=OLIVE, team="south", work_to=day(-1), received_on=day(-14))
    make_request("b", officer=OLIVE, team="south", work_to=day(6), received_on=day(-7))
    make_request("c", officer=OLIVE, team="", work_to=None, clock="waiting", received_on=day(0))
    make_request("d", officer="", team="south", work_to=day(7), received_on=day(-7))
    make_request("e", officer=OLIVE, stage=Stage.SENT, work_to=day(-1))
    make_request("f", officer=OLIVE, named=(OLIVE,), work_to=day(-1))
    make_person(OLIVE, name="Olive")

    found = workload(MANAGER, today=TODAY, table=TABLE)

    told = {
        row.key: (row.name, row.in_hand, row.due_this_week, row.overdue, row.waiting)
        for row in found.officers
    }
    assert told == {"": ("", 1, 0, 0, 0), OLIVE: ("Olive", 3, 1, 1, 1)}
    assert {row.key: row.median_age for row in found.officers} == {"": 5, OLIVE: 5}
    assert {row.key: row.in_hand for row in found.teams} == {"": 1, "south": 3}
    assert workload(OFFICER, today=TODAY, table=TABLE).officers[1].in_hand == 4


def test_nothing_waits_for_whoever_may_read_no_requests():
    make_request("a", officer="rita@body.example", work_to=day(-1))

    assert waits_for(somebody("Rita", "administrator")) == {}


def test_what_was_asked_for_in_vain_may_lapse():
    begun()
    record("clarification_requested:2025-10-08", labels=["1"])
    later = {"today": dt.date(2025, 12, 8), "table": TABLE}

    found = {one.group: one.items for one in my_work(OFFICER, **later)}
    patient = my_work(OFFICER, **later, lapse_after=90)

    assert [one.reference for one in found[Group.MAY_LAPSE]] == [REF]
    assert Group.MAY_LAPSE not in {one.group for one in patient}
