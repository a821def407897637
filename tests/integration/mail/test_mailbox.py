"""The mailbox: kept here before it is marked there, each message once, and none lost."""

import imaplib

import pytest

from answerable.actions.casework import read_waiting
from answerable.mail.mailbox import Fetched, MailboxNotRead, fetch_mail
from answerable.mail.work import NO_MAILBOX, read_mailbox
from answerable.records.casework.models import Message, Request
from tests.support.casework import doing_by
from tests.support.imap_server import PASSWORD, USER, imap_mailbox
from tests.support.letters import make_mail

pytestmark = pytest.mark.django_db
ODD = b"Subject: odd\n\nno \xff line ends \0 as they should"


@pytest.fixture
def box(settings):
    with imap_mailbox() as box:
        settings.ANSWERABLE_IMAP = box.address()
        yield box


def fill(box, *numbers):
    for number in numbers:
        box.put(make_mail(Message_ID=f"<{number}@example.org>"))


def test_the_server_for_these_tests_is_one_for_pythons_own_client(box):
    box.put(ODD)
    client = imaplib.IMAP4("127.0.0.1", box.port)
    client.login(USER, PASSWORD)
    client.select('"INBOX"')

    assert client.uid("SEARCH", "UNSEEN") == ("OK", [b"1"])
    assert client.uid("FETCH", "1", "(BODY.PEEK[])")[1][0][1] == ODD
    assert client.uid("FETCH", "1", "(RFC822.SIZE)")[1] == [b"1 (UID 1 RFC822.SIZE %d)" % len(ODD)]
    assert client.uid("STORE", "1", "+FLAGS.SILENT", r"(\Seen)")[0] == "OK"
    assert client.uid("SEARCH", "UNSEEN") == ("OK", [b""])
    assert client.uid("MOVE", "1", '"Done"')[0] == "OK"
    assert client.uid("COPY", "1", '"Nowhere"')[0] == "NO"
    assert client.select('"Done"') == ("OK", [b"1"])
    assert client.logout()[0] == "BYE"


def test_what_nobody_has_seen_is_kept_as_it_is_and_marked(box):
    fill(box, 1)
    box.put(ODD)
    box.put(make_mail(Message_ID="<old@example.org>"), flags=["\\Seen"])

    assert fetch_mail() == Fetched(taken=2, too_large=0, opened=0)

    assert [bytes(one.raw) for one in Message.objects.order_by("pk")] == [
        box.folders["INBOX"][0].data,
        ODD,
    ]
    assert box.flags() == [["\\Seen"]] * 3
    assert fetch_mail() == Fetched(0, 0, 0)


@pytest.mark.parametrize("can_move", [True, False])
def test_what_is_taken_in_moves_where_the_settings_say(settings, can_move):
    with imap_mailbox(can_move=can_move) as box:
        settings.ANSWERABLE_IMAP = box.address("?done=Done")
        fill(box, 1, 2)
        box.put(make_mail(Message_ID="<3@example.org>"), flags=["\\Seen"])

        assert fetch_mail() == Fetched(taken=2, too_large=0, opened=1)
        assert (len(box.folders["INBOX"]), len(box.folders["Done"])) == (1, 2)
        assert ("UID MOVE" in box.commands) is can_move
        assert "1 left there" in read_mailbox()


@pytest.mark.parametrize("fault", ["drop", "NO no space"])
@pytest.mark.parametrize(
    ("query", "command"), [("", "UID STORE"), ("?done=Done", "UID MOVE"), ("", "UID FETCH")]
)
def test_a_server_that_fails_anywhere_loses_nothing_and_doubles_nothing(
    box, settings, query, command, fault
):
    settings.ANSWERABLE_IMAP = box.address(query)
    fill(box, 1, 2)
    box.on[command] = fault

    with pytest.raises(MailboxNotRead):
        fetch_mail()

    box.on.clear()
    fetch_mail()
    list(read_waiting(doing=doing_by()))
    assert (Message.objects.count(), Request.objects.count()) == (2, 2)


def test_what_is_too_large_stays_and_is_said(box):
    fill(box, 1)
    box.size = 65 * 1024 * 1024

    assert fetch_mail() == Fetched(taken=0, too_large=1, opened=0)
    assert read_mailbox() == "1 left there, for they are too large"
    assert (box.flags(), Message.objects.count()) == ([[]], 0)


@pytest.mark.parametrize(
    ("command", "refused"),
    [
        ("LOGIN", "the name or the password"),
        ("SELECT", "to open the folder INBOX"),
        ("UID SEARCH", "what it was asked for"),
        ("UID MOVE", "to move mail into the folder Done"),
    ],
)
def test_a_mailbox_that_refuses_says_what_without_its_own_words(box, settings, command, refused):
    settings.ANSWERABLE_IMAP = box.address("?done=Done")
    fill(box, 1)
    box.on[command] = 'NO "pass "word" foi is not welcome'

    with pytest.raises(MailboxNotRead) as refusal:
        fetch_mail()

    assert str(refusal.value) == f"The mailbox refuses {refused}: check ANSWERABLE_IMAP"


def test_a_mailbox_that_is_not_there_says_so(settings):
    settings.ANSWERABLE_IMAP = "imap://a:b@127.0.0.1:1"

    with pytest.raises(MailboxNotRead, match="cannot be read: ConnectionRefusedError"):
        fetch_mail()


def test_without_a_mailbox_nothing_is_fetched(settings):
    settings.ANSWERABLE_IMAP = ""

    assert read_mailbox() == NO_MAILBOX
