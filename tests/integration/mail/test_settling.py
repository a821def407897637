"""Somebody settles a mail in doubt, and sees what stands still."""

import pytest

from answerable.actions import sending_mail as outbox
from answerable.actions.settling_mail import (
    MailNotFound,
    MailStandsOtherwise,
    say_it_went,
    send_again,
)
from answerable.domain.roles import Actor, MoveNotAllowed, Role
from answerable.queries.casework.outgoing import mail_that_stands
from answerable.queries.ledger import ledger_rows
from answerable.records.casework.models import Letter, NamedPerson, Outgoing, Question, Request
from tests.support.casework import AT, TABLE, doing_by
from tests.support.outbox import later, leaving_letter, write

pytestmark = pytest.mark.django_db


def in_doubt(mail):
    claim = outbox.claim_mail(at=AT)
    outbox.hand_over(claim, at=AT)
    outbox.doubt_mail(claim, at=AT)
    mail.refresh_from_db()
    return mail


def test_whoever_found_out_that_it_went_says_so_and_the_letter_left_on_that_day():
    mail = in_doubt(leaving_letter())

    say_it_went(mail.key, reason="The server's log has it", doing=doing_by(at=later(days=2)))

    mail.refresh_from_db()
    letter = Letter.objects.get()
    assert (mail.state, mail.sent_at) == ("sent", AT)
    assert (letter.state, letter.sent_on) == ("sent", AT.date())
    assert Question.objects.get(label="1").clock_state == "answered"
    said, left = ledger_rows()[-2:]
    assert (said.action, said.data["reason"]) == (
        "mail said to have gone",
        "The server's log has it",
    )
    assert (left.action, left.by, left.at) == ("letter sent", "an officer", later(days=2))


def test_what_is_in_doubt_goes_again_when_somebody_says_so():
    mail = in_doubt(write())

    send_again(mail.key, reason="They did not get it", doing=doing_by(at=later(days=1)))

    mail.refresh_from_db()
    assert (mail.state, mail.handed_at, mail.attempts, mail.problem) == ("waiting", None, 0, "")
    assert outbox.claim_mail(at=later(days=1)).pk == mail.pk
    assert ledger_rows()[-1].action == "mail sent again"


def test_what_failed_can_go_again_but_cannot_have_gone():
    mail = write()
    outbox.fail_mail(outbox.claim_mail(at=AT), "No", at=AT)

    with pytest.raises(MailStandsOtherwise, match="This mail is failed"):
        say_it_went(mail.key, reason="x", doing=doing_by())
    send_again(mail.key, reason="The address works again", doing=doing_by())

    mail.refresh_from_db()
    assert mail.state == "waiting"


def test_what_somebody_sent_again_is_no_longer_the_first_workers():
    mail = write()
    claim = outbox.claim_mail(at=AT)
    outbox.hand_over(claim, at=AT)
    outbox.doubt_lost_mail(at=AT + outbox.DOUBTED_AFTER * 2)
    send_again(mail.key, reason="x", doing=doing_by(at=later(days=1)))

    outbox.mail_sent(claim, at=later(days=1), table=TABLE)

    mail.refresh_from_db()
    assert mail.state == "waiting"


@pytest.mark.parametrize("settle", [say_it_went, send_again])
@pytest.mark.parametrize(
    ("roles", "reason", "refusal"),
    [
        ({Role.AUDITOR}, "x", "Saying what became of a mail is for"),
        ({Role.OFFICER}, " ", "Say why"),
    ],
)
@pytest.mark.parametrize("make", [write, leaving_letter])
def test_whoever_may_not_or_says_no_reason_settles_nothing(settle, roles, reason, refusal, make):
    mail = in_doubt(make())
    actor = Actor("somebody", "Somebody", frozenset(roles))

    with pytest.raises(MoveNotAllowed, match=refusal):
        settle(mail.key, reason=reason, doing=doing_by(actor))

    mail.refresh_from_db()
    assert mail.state == "unsure"


@pytest.mark.parametrize("settle", [say_it_went, send_again])
def test_a_mail_that_waits_or_is_none_cannot_be_settled(settle):
    mail = write()

    with pytest.raises(MailStandsOtherwise, match="This mail is waiting"):
        settle(mail.key, reason="x", doing=doing_by())
    with pytest.raises(MailNotFound, match="There is no mail nothing"):
        settle("nothing", reason="x", doing=doing_by())


def test_the_list_begins_with_what_needs_a_person_and_names_nobody():
    failed, unsure, waiting = write("failed"), write("unsure"), write("waiting")
    Outgoing.objects.filter(pk=failed.pk).update(state="failed", problem="No")
    Outgoing.objects.filter(pk=unsure.pk).update(state="unsure")
    Outgoing.objects.filter(pk=write("gone").pk).update(state="sent")

    rows = mail_that_stands(viewer="an officer")

    assert [one.key for one in rows] == ["unsure", "failed", waiting.key]
    assert "b@example.org" not in repr(rows)
    assert [one.problem for one in rows] == ["", "No", ""]


def test_mail_of_a_restricted_request_is_listed_for_those_who_are_named():
    mail = leaving_letter()
    Request.objects.update(is_restricted=True)

    assert mail_that_stands(viewer="an officer") == ()
    NamedPerson.objects.create(request=mail.request, key="an officer")
    NamedPerson.objects.create(request=mail.request, key="another")
    assert [one.reference for one in mail_that_stands(viewer="an officer")] == ["2025-0001"]
