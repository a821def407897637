"""Each request is acknowledged once, no machine is answered, and what answers our mail is filed."""

import pytest

from answerable.actions.casework import acknowledge_waiting
from answerable.domain.roles import Actor, MoveNotAllowed, Role
from answerable.domain.roles.people import MACHINE
from answerable.queries.ledger import ledger_rows
from answerable.records.casework.models import Message, Outgoing, Request
from tests.support.answers import OFFICE
from tests.support.casework import AT, arrive, doing_by
from tests.support.letters import make_mail
from tests.support.outbox import later

pytestmark = pytest.mark.django_db
BOUNCE = (
    b"From: MAILER-DAEMON@example.org\r\nTo: foi@opa.example\r\nSubject: Undelivered\r\n"
    b"Date: Mon, 06 Oct 2025 09:40:00 +0100\r\nMessage-ID: <b@mx.example.org>\r\n"
    b"Auto-Submitted: auto-replied\r\nContent-Type: multipart/report; boundary=x\r\n\r\n"
    b"--x\r\nContent-Type: text/plain\r\n\r\nThe mail could not be delivered.\r\n"
    b"--x\r\nContent-Type: message/rfc822\r\n\r\nSubject: We have\r\nMessage-ID: %s\r\n\r\nx\r\n--x--\r\n"
)


def acknowledge(*, at=AT, actor=MACHINE):
    return acknowledge_waiting(office=OFFICE, doing=doing_by(actor, at=at))


def test_a_request_is_acknowledged_once_with_its_reference_its_date_and_its_questions():
    arrive(make_mail())

    assert [acknowledge(), acknowledge()] == [1, 0]

    (mail,) = Outgoing.objects.all()
    request = Request.objects.get()
    assert (mail.address, mail.request) == ("a.person@example.org", request)
    assert "2025-0001" in mail.subject
    for words in (
        "3 November 2025",
        "How many printers do you have?",
        "Who mends them?",
        OFFICE.team,
    ):
        assert words in mail.text
    assert request.acknowledged_at == AT
    told = ledger_rows()[-1]
    assert (told.action, told.subject, told.by) == (
        "request acknowledged",
        "request 2025-0001",
        "answerable",
    )
    assert told.data == {}


@pytest.mark.parametrize(
    "mail",
    [
        make_mail(Auto_Submitted="auto-replied"),
        make_mail(Auto_Submitted="auto-generated"),
        make_mail(From=None),
        make_mail(Date="Mon, 04 Aug 2025 09:30:00 +0100"),
    ],
    ids=["automatic reply", "machine", "no address", "long ago"],
)
def test_no_machine_nobody_without_an_address_and_nothing_old_is_acknowledged(mail):
    arrive(mail)

    assert acknowledge() == 0
    assert (Outgoing.objects.count(), Request.objects.get().acknowledged_at) == (0, None)


def test_a_closed_request_is_not_acknowledged():
    arrive(make_mail())
    Request.objects.update(stage="closed")

    assert acknowledge() == 0


def test_a_later_message_of_a_machine_keeps_no_person_waiting():
    arrive(make_mail())
    arrive(
        make_mail(
            Message_ID="<2@example.org>",
            In_Reply_To="<1@example.org>",
            Auto_Submitted="auto-replied",
        )
    )

    assert acknowledge() == 1


def test_two_machines_that_say_they_are_none_come_to_rest():
    for number in range(12):
        arrive(make_mail(Message_ID=f"<{number}@example.org>", Subject=f"Printers {number}"))

    assert acknowledge() == 10
    assert acknowledge(at=later(hours=23)) == 0
    assert acknowledge(at=later(hours=25)) == 2


def test_an_officer_has_no_part_in_it():
    with pytest.raises(MoveNotAllowed, match="Acknowledging is for"):
        acknowledge(actor=Actor("a", "A", frozenset({Role.OFFICER})))


def test_a_restricted_request_is_acknowledged_by_the_machine_and_not_by_whoever_may_not_see_it():
    arrive(make_mail())
    Request.objects.update(is_restricted=True)

    assert acknowledge(actor=Actor("a", "A", frozenset({Role.INTAKE}))) == 0
    assert acknowledge() == 1


def acknowledged():
    arrive(make_mail())
    acknowledge()
    return Outgoing.objects.get()


@pytest.mark.parametrize("sender", ["a.person@example.org", "colleague@example.org"])
def test_whoever_answers_our_mail_is_filed_with_its_request(sender):
    mail = acknowledged()

    (taken,) = arrive(
        make_mail(
            "More.", Message_ID="<2@x.org>", Subject="Re", From=sender, In_Reply_To=mail.message_id
        )
    )

    assert (taken.reference, taken.is_new, taken.is_repeated) == ("2025-0001", False, False)


def test_a_report_that_our_mail_was_not_delivered_is_filed_and_shown():
    mail = acknowledged()

    (taken,) = arrive(BOUNCE % mail.message_id.encode())

    assert (taken.reference, taken.is_new) == ("2025-0001", False)
    assert "A machine answered our mail: see whether it was delivered" in taken.problems
    assert Message.objects.order_by("pk").last().is_unseen


def test_our_own_mail_that_comes_back_is_a_repetition_and_nothing_new():
    mail = acknowledged()

    (taken,) = arrive(make_mail("Words.", Message_ID=mail.message_id, From="foi@opa.example"))

    assert (taken.reference, taken.is_new, taken.is_repeated) == ("2025-0001", False, True)
    assert acknowledge(at=later(days=1)) == 0


def test_somebody_elses_report_makes_a_request_that_is_not_acknowledged():
    acknowledged()

    (taken,) = arrive(BOUNCE % b"<0123456789abcdef0123456789abcdef@elsewhere.example>")

    assert taken.is_new
    assert acknowledge() == 0


def test_a_request_beyond_the_calendar_waits():
    arrive(make_mail())
    Request.objects.update(received_on="2099-01-05")

    assert acknowledge() == 0
    assert Outgoing.objects.count() == 0
