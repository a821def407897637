"""The outbox by a real mail server: what is taken, refused, put off, and in doubt."""

import datetime as dt
from email import message_from_bytes
from email.policy import SMTP

import pytest
from django.utils import timezone

from answerable.actions import sending_mail as outbox
from answerable.mail.sending import send_waiting
from answerable.mail.servers import ServerNotNamed
from answerable.mail.work import NO_SERVER, send_outbox
from answerable.queries.ledger import ledger_rows
from answerable.records.casework.models import (
    CaseFile,
    FileInspection,
    Letter,
    Outgoing,
    Question,
    Request,
)
from tests.support.casework import AT, TABLE, arrive, page
from tests.support.inspecting import cleared
from tests.support.letters import make_mail
from tests.support.mail_server import Post, free_port, mail_server
from tests.support.outbox import OFFICE, leaving_letter, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def post(settings):
    with mail_server() as post:
        post.serve(settings, sender=OFFICE)
        yield post


def state_of(mail):
    mail.refresh_from_db()
    return mail.state


def actions():
    return [row.action for row in ledger_rows()]


def test_a_letter_goes_with_its_pdf_its_files_and_its_words(post):
    files = [("Zahlen für 2024.csv", "text/csv", b"a,b\r\n1,2\r\n"), ("x", "odd type", b"\0\1")]
    mail = leaving_letter(files=files)

    assert send_waiting() == {"sent": 1}

    ((sender, to, content),) = post.taken
    read = message_from_bytes(content, policy=SMTP)
    enclosed = [(one.get_filename(), one.get_content_type()) for one in read.iter_attachments()]
    assert (sender, to) == ("foi@opa.example", ["a.person@example.org"])
    assert read.get_body().get_content().replace("\r\n", "\n") == mail.letter.text
    assert enclosed == [
        ("letter.pdf", "application/pdf"),
        ("Zahlen für 2024.csv", "text/csv"),
        ("x", "application/octet-stream"),
    ]
    data = [one.get_payload(decode=True) for one in read.iter_attachments()]
    assert data == [b"%PDF-1.7 letter", b"a,b\r\n1,2\r\n", b"\0\1"]
    assert (read["Message-ID"], read["In-Reply-To"]) == (mail.message_id, "<1@example.org>")
    assert (read["From"], read["Auto-Submitted"]) == (OFFICE, None)


def test_a_letter_that_went_answers_its_questions_on_that_day(post):
    mail = leaving_letter()

    send_waiting()

    today = timezone.localdate()
    letter, first = Letter.objects.get(), Question.objects.get(label="1")
    assert state_of(mail) == "sent"
    assert (letter.state, letter.sent_on, letter.sent_at) == ("sent", today, mail.sent_at)
    assert (first.stage, first.clock_state) == ("sent", "answered")
    assert Question.objects.get(label="2").stage == "open"
    assert Request.objects.get().open_questions == 1
    assert [str(one.clock.answered_on) for one in page().questions] == [str(today), "None"]
    assert actions()[-1] == "letter sent"


def test_mail_of_the_machine_says_so_and_is_told_by_its_id(post):
    mail = write()

    send_waiting()

    read = message_from_bytes(post.taken[0][2], policy=SMTP)
    assert (read["Auto-Submitted"], read["Subject"]) == ("auto-generated", "Hello")
    assert read.get_content() == "Words.\r\n.\r\nMore.\r\n"
    assert actions() == ["mail sent"]
    (told,) = ledger_rows()
    assert (told.subject, told.data) == (
        f"mail {mail.pk}",
        {"mail": mail.message_id, "attempts": 1},
    )


def test_mail_to_anybody_else_does_not_say_who_asked(post):
    arrive(make_mail())
    write(address="owner@opa.example", request=Request.objects.get())

    send_waiting()

    assert b"example.org" not in post.taken[0][2]


def test_a_mail_is_sent_once_however_often_the_outbox_is_sent(post):
    write("one")
    write("two", address="c@example.org")

    assert [send_waiting(), send_waiting()] == [{"sent": 2}, {}]
    assert len(post.taken) == 2


@pytest.mark.parametrize("step", ["RCPT", "DATA"])
def test_what_is_refused_for_good_fails_at_once_and_the_next_one_goes(post, step):
    mail = write(address="jo.doe@example.org")
    post.says[step] = "550 5.1.1 <jo.doe@example.org>: no jo.doe here, ask x@example.com"

    assert send_waiting() == {"failed": 1}

    post.says.clear()
    write("two")
    assert send_waiting() == {"sent": 1}
    assert (state_of(mail), mail.handed_at) == ("failed", None)
    assert mail.problem == (
        "The mail server refused it: 550 5.1.1 (the address): no (the address) here, "
        "ask (the address)"
    )
    assert "mail failed" in actions()


@pytest.mark.parametrize("step", ["RCPT", "DATA"])
def test_what_is_put_off_waits_and_then_goes(post, step):
    mail = write()
    post.says[step] = "451 4.7.1 Greylisted"

    assert send_waiting() == {"put off": 1}

    assert (state_of(mail), mail.handed_at) == ("waiting", None)
    assert mail.problem == "The mail server put it off: 451 4.7.1 Greylisted"
    assert send_waiting() == {}
    Outgoing.objects.update(next_at=AT)
    post.says.clear()
    assert send_waiting() == {"sent": 1}
    assert (state_of(mail), mail.problem, mail.attempts) == ("sent", "", 2)


@pytest.mark.parametrize("step", ["MAIL", "RCPT"])
def test_a_server_that_hangs_up_before_the_hand_over_gets_the_mail_later(post, step):
    first, second = write("one"), write("two", at=AT + dt.timedelta(1))
    post.says[step] = "drop"

    assert send_waiting() == {"put off, for the mail server cannot be used now": 1}

    assert (state_of(first), state_of(second)) == ("waiting", "waiting")
    assert (first.attempts, second.attempts) == (1, 0)
    assert "The mail server" in first.problem


def test_a_sender_that_the_server_does_not_take_fails_no_mail(post):
    mail = write()
    post.says["MAIL"] = "550 Not you"

    send_waiting()

    assert state_of(mail) == "waiting"
    assert mail.problem == "It takes no mail from this office: 550 Not you"


@pytest.mark.parametrize("way", ["drop", "drop after taking"])
def test_what_breaks_after_the_hand_over_is_in_doubt_and_is_not_sent_again(post, way):
    mail = leaving_letter()
    post.says["DATA"] = way

    assert send_waiting() == {"in doubt": 1}

    post.says.clear()
    Outgoing.objects.update(next_at=AT)
    assert send_waiting() == {}
    assert (state_of(mail), Letter.objects.get().state) == ("unsure", "leaving")
    assert "nobody can know" in mail.problem
    assert actions()[-1] == "mail in doubt"


def test_a_server_that_is_not_there_is_tried_again(settings):
    Post(free_port()).serve(settings, sender=OFFICE)
    mail = write()

    send_waiting()

    assert state_of(mail) == "waiting"
    assert mail.problem.startswith("The mail server at 127.0.0.1:")


@pytest.mark.parametrize(
    "address",
    [
        "a@example.org\r\nRCPT TO:<b@example.org>",
        "a@example.org\nBcc: b@example.org",
        "a@example.org, b@example.org",
        "a b@example.org",
        "<a@example.org>",
        "nobody",
        "@example.org",
        "a@",
        "",
        "ä@example.org",
        f"{'a' * 250}@example.org",
    ],
)
def test_what_is_no_address_fails_before_anybody_is_asked(post, address):
    mail = write(address=address[:400])

    assert send_waiting() == {"failed": 1}
    assert (state_of(mail), post.reached) == ("failed", [])
    assert mail.problem.startswith("The address is")


def test_a_domain_in_other_letters_is_written_as_servers_know_it(post):
    write(address="a@bücher.example")

    send_waiting()

    assert post.taken[0][1] == ["a@xn--bcher-kva.example"]


def test_a_file_that_was_swapped_in_the_queue_is_not_sent_and_somebody_has_to_see_to_it(post):
    mail = leaving_letter(files=[("figures.csv", "text/csv", b"1,2\n")])
    CaseFile.objects.update(data=b"9,483 names\n")

    assert send_waiting() == {"failed": 1}

    assert post.taken == []
    assert state_of(mail) == "failed"
    assert "figures.csv is not the file that was inspected" in mail.problem
    assert "mail failed" in actions()


def test_a_mail_whose_files_are_inspected_by_new_rules_waits_and_then_goes(post):
    mail = leaving_letter(files=[("figures.csv", "text/csv", b"1,2\n")])
    FileInspection.objects.update(rules="0-earlier")

    assert send_waiting() == {"put off": 1}
    assert (state_of(mail), post.taken) == ("waiting", [])
    cleared(CaseFile.objects.get())
    Outgoing.objects.update(next_at=AT)

    assert send_waiting() == {"sent": 1}


def test_a_stopped_letter_does_not_go_though_a_worker_has_it_in_hand(post):
    mail = leaving_letter()
    claim = outbox.claim_mail(at=timezone.now())
    Outgoing.objects.update(state="stopped")

    with pytest.raises(outbox.MailTaken):
        outbox.hand_over(claim, at=timezone.now())

    assert state_of(mail) == "stopped"


def test_without_a_server_mail_waits(settings):
    settings.ANSWERABLE_SENDS_MAIL = False
    mail = write()

    assert send_outbox() == NO_SERVER
    assert state_of(mail) == "waiting"


@pytest.mark.parametrize("sender", ["", "FOI team", "FOI team <foi>"])
def test_without_somebody_whom_it_comes_from_nothing_is_taken(post, settings, sender):
    settings.DEFAULT_FROM_EMAIL = sender
    mail = write()

    with pytest.raises(ServerNotNamed, match="ANSWERABLE_MAIL_FROM"):
        send_waiting()

    assert (state_of(mail), mail.attempts) == ("waiting", 0)


def test_a_doubt_that_was_a_delay_is_settled_by_whoever_saw_it_go():
    mail = leaving_letter()
    claim = outbox.claim_mail(at=AT)
    outbox.hand_over(claim, at=AT)
    assert outbox.doubt_lost_mail(at=AT + outbox.DOUBTED_AFTER) == 0
    assert outbox.doubt_lost_mail(at=AT + outbox.DOUBTED_AFTER * 2) == 1

    outbox.mail_sent(claim, at=AT + outbox.DOUBTED_AFTER * 3, table=TABLE)

    assert (state_of(mail), mail.sent_at, Letter.objects.get().sent_at) == ("sent", AT, AT)
