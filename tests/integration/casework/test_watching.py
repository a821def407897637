"""People watch requests, and are told once of each change, if they want to be."""

import pytest

from answerable.actions.casework import (
    RequestNotFound,
    check_draft,
    close_questions,
    put_forward,
    restrict_request,
    take_back,
    write_decision,
)
from answerable.actions.casework.mail_choices import choose_mail
from answerable.actions.casework.watching import stop_watching, tell_watchers, watch_request
from answerable.domain.roles import MoveNotAllowed
from answerable.domain.roles.people import MACHINE
from answerable.queries.casework.mail_choices import MailChoiceRow
from answerable.queries.casework.watching import watched_requests, watchers_of
from answerable.queries.ledger import ledger_rows
from answerable.records.accounts.models import Person
from answerable.records.casework.models import Outgoing, Request
from tests.support.accounts import let_in
from tests.support.casework import (
    AT,
    AUDITOR,
    CHECKER,
    DISCLOSED,
    MANAGER,
    OFFICER,
    REF,
    TABLE,
    begun,
    doing_by,
    somebody,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _watched():
    for one in (OFFICER, CHECKER, MANAGER, AUDITOR):
        let_in(one)
    begun("How many?")
    watch(AUDITOR)
    wants(AUDITOR)


def watch(actor):
    watch_request(REF, doing=doing_by(actor))


def wants(actor, *, changes=True):
    choose_mail(MailChoiceRow(changes=changes), doing=doing_by(actor))


def draft():
    write_decision(REF, "", DISCLOSED, doing=doing_by(OFFICER))
    put_forward(REF, [""], doing=doing_by(OFFICER))


def told(times=1):
    return sum(tell_watchers(doing_by(MACHINE)) for _ in range(times))


def mails(to=AUDITOR):
    return [one.subject for one in Outgoing.objects.filter(address=to.key).order_by("pk")]


def list_of(viewer):
    return [one.reference for one in watched_requests(viewer, today=AT.date(), table=TABLE)]


def test_whoever_watches_is_told_once_of_each_change():
    assert told() == 0

    draft()
    assert told(times=3) == 1
    check_draft(REF, [""], doing=doing_by(CHECKER))
    assert told(times=3) == 1

    assert mails() == [f"{REF} is drafted", f"{REF} is checked"]
    last = Outgoing.objects.last()
    assert f"{REF}, which you watch, was drafted and is checked now." in last.text
    assert "Person" not in last.text
    assert last.request.reference == REF


def test_changes_while_no_worker_ran_are_one_mail():
    draft()
    check_draft(REF, [""], doing=doing_by(CHECKER))

    assert told() == 1
    assert "was open and is checked now" in Outgoing.objects.get().text


def test_a_change_that_was_undone_before_anybody_was_told_is_none():
    draft()
    take_back(REF, [""], doing=doing_by(OFFICER))

    assert told() == 0


def test_going_back_and_forth_is_told_each_time():
    draft()
    told()
    take_back(REF, [""], doing=doing_by(OFFICER))
    told()
    put_forward(REF, [""], doing=doing_by(OFFICER))
    told()

    assert mails() == [f"{REF} is {stage}" for stage in ("drafted", "open", "drafted")]


def test_mail_is_off_until_somebody_wants_it_and_then_tells_of_later_changes():
    watch(MANAGER)
    draft()
    assert told() == 1
    assert mails(MANAGER) == []

    wants(MANAGER)

    assert told() == 0
    close_after_taking_back()
    assert told() == 2
    assert mails(MANAGER) == [f"{REF} is closed"]


def close_after_taking_back():
    take_back(REF, [""], doing=doing_by(OFFICER))
    close_questions(REF, [""], reason="It was withdrawn", doing=doing_by(OFFICER))


def test_whoever_stops_is_told_no_more():
    stop_watching(REF, doing=doing_by(AUDITOR))
    draft()

    assert told() == 0
    assert watchers_of(REF) == ()


def test_what_is_restricted_to_others_is_told_and_listed_to_those_it_names_only():
    restrict_request(REF, people=[CHECKER.key], reason="A colleague", doing=doing_by(MANAGER))
    watch(CHECKER)
    wants(CHECKER)
    draft()

    assert told() == 1
    assert (mails(CHECKER), mails()) == ([f"{REF} is drafted"], [])
    assert (list_of(CHECKER), list_of(AUDITOR)) == ([REF], [])
    for act in (watch_request, stop_watching):
        with pytest.raises(RequestNotFound):
            act(REF, doing=doing_by(AUDITOR))


@pytest.mark.parametrize("change", [{"is_active": False}, {"roles": ["administrator"]}])
def test_whoever_left_or_reads_no_requests_any_more_is_told_nothing(change):
    Person.objects.filter(email=AUDITOR.key).update(**change)
    draft()

    assert told() == 0


def test_an_administrator_has_nothing_to_watch():
    with pytest.raises(MoveNotAllowed, match="Reading requests is for"):
        watch(somebody("Rita", "administrator"))


def test_to_watch_twice_is_to_watch_once():
    watch(AUDITOR)
    watch(MANAGER)
    stop_watching(REF, doing=doing_by(CHECKER))

    assert watchers_of(REF) == (AUDITOR.key, MANAGER.key)
    assert list_of(MANAGER) == [REF]
    lines = [(one.action, one.by) for one in ledger_rows() if "watch" in one.action]
    assert lines == [("request watched", AUDITOR.key), ("request watched", MANAGER.key)]


def test_a_stage_that_is_reached_without_a_worker_is_told_to_the_ledger_with_the_mail():
    Request.objects.update(stage="sent")

    told()

    line = ledger_rows()[-1]
    assert (line.action, line.data) == ("watcher told", {"to": AUDITOR.key, "stage": "sent"})
