"""What is said to a mail server, where it is, and how long a mail waits."""

import datetime as dt
from contextlib import nullcontext

import pytest

from answerable.actions.sending_mail import wait_after
from answerable.mail.servers import ServerNotNamed, imap_server, smtp_server
from answerable.mail.smtp import _quoted, _said


@pytest.mark.parametrize(
    ("data", "wire"),
    [
        (b"a\r\nb\r\n", b"a\r\nb\r\n.\r\n"),
        (b"a", b"a\r\n.\r\n"),
        (b".\r\n..\r\n", b"..\r\n...\r\n.\r\n"),
        (b"a\n.b\rc\r\n", b"a\r\n..b\r\nc\r\n.\r\n"),
    ],
)
def test_no_line_of_a_mail_ends_it(data, wire):
    assert _quoted(data) == wire


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (b"no such user <jo@example.org>", "550 no such user (the address)"),
        (b"JO@EXAMPLE.ORG is full", "550 (the address) is full"),
        (b"jo unknown; join us", "550 (the address) unknown; join us"),
        (b"two\r\nlines\x07", "550 two lines "),
        (b"\xff" * 1000, ("550 " + "\ufffd" * 1000)[:300]),
    ],
)
def test_what_a_server_says_is_kept_without_addresses(words, said):
    assert _said(550, words, "jo@example.org") == said


def test_a_mail_waits_longer_each_time_and_is_given_up_after_three_days():
    waits = []
    while (wait := wait_after(len(waits) + 1)) is not None:
        waits.append(wait)

    assert waits[:4] == [dt.timedelta(minutes=one) for one in (1, 2, 4, 8)]
    assert waits == sorted(waits)
    assert max(waits) == dt.timedelta(hours=6)
    assert dt.timedelta(days=2.7) < sum(waits, dt.timedelta()) <= dt.timedelta(days=3)


@pytest.mark.parametrize(
    ("host", "tls", "ssl", "is_refused"),
    [
        ("mail.body.example", False, False, True),
        ("mail.body.example", True, False, False),
        ("mail.body.example", False, True, False),
        ("127.0.0.1", False, False, False),
    ],
)
def test_no_password_crosses_a_network_in_clear(settings, host, tls, ssl, is_refused):
    settings.EMAIL_HOST, settings.EMAIL_HOST_PASSWORD = host, "secret"
    settings.EMAIL_USE_TLS, settings.EMAIL_USE_SSL = tls, ssl

    with pytest.raises(ServerNotNamed, match=r"\?tls=1") if is_refused else nullcontext():
        assert smtp_server().host == host


def test_a_mailbox_is_read_from_its_address():
    box = imap_server("imaps://me:pw@mail.body.example/FOI%2FIn?done=FOI%2FDone")

    assert (box.host, box.port, box.folder, box.done) == (
        "mail.body.example",
        993,
        "FOI/In",
        "FOI/Done",
    )
    assert imap_server("imap://me:pw@localhost:1143").folder == "INBOX"


@pytest.mark.parametrize(
    "setting",
    [
        "",
        "mail.body.example",
        "http://me:secret@body.example",
        "imaps://me:secret@",
        "imap://me:secret@body.example",
        "imaps://me:secret@body.example:port",
        "imaps://me:secret@body.example/A?done=A",
    ],
)
def test_a_mailbox_that_is_not_named_is_refused_without_its_password(setting):
    with pytest.raises(ServerNotNamed) as refusal:
        imap_server(setting)

    assert "secret" not in str(refusal.value)
    assert "ANSWERABLE_IMAP" in str(refusal.value)
