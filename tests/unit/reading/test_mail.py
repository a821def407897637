"""E-mails as they come in, whole and broken: each says something, and nothing is raised."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.reading.mail import mail_of
from tests.support.letters import ASKED, make_mail

RECEIVED = "from a by b; Tue, 07 Oct 2025 00:10:00 +0100"


def test_a_message_is_taken_apart():
    mail = mail_of(make_mail(files=[("plan.pdf", b"%PDF-1.7")], In_Reply_To="<0@opa.example>"))

    assert (mail.sender, mail.sender_name) == ("a.person@example.org", "A. Person")
    assert (mail.subject, mail.message_id) == ("Printers", "<1@example.org>")
    assert mail.answers == ("<0@opa.example>",)
    assert mail.received_at == dt.datetime(2025, 10, 6, 8, 30, tzinfo=dt.UTC)
    assert mail.text == ASKED
    assert [(one.name, one.data) for one in mail.files] == [("plan.pdf", b"%PDF-1.7")]
    assert mail.problems == ()


def test_the_day_of_receipt_is_when_the_server_took_it_in():
    mail = mail_of(make_mail(Received=RECEIVED))

    assert mail.received_at == dt.datetime(2025, 10, 6, 23, 10, tzinfo=dt.UTC)


HEAD = b"From: a@example.org\r\nDate: Mon, 06 Oct 2025 09:30:00 +0100\r\nSubject: Printers\r\n"
BROKEN = [
    (make_mail(From=None), "names no sender"),
    (make_mail(From="nobody"), "names no sender"),
    (make_mail(Date="yesterday"), "no date that can be read"),
    (make_mail(Date=None), "no date that can be read"),
    (make_mail(Date="Mon, 99 Oct 99999 09:30:00"), "no date that can be read"),
    (make_mail(text=""), "holds no text"),
    (HEAD + b"Content-Type: text/plain; charset=klingon\r\n\r\nHow many?", "not in 'klingon'"),
    (HEAD + b"Content-Type: text/plain; charset=utf-8\r\n\r\nCaf\xe9?", "not in 'utf-8'"),
    (
        HEAD + b"Content-Type: multipart/mixed; boundary=x\r\n\r\nno parts",
        "could not be told apart",
    ),
    (b"", "names no sender"),
    (b"\x00\xff\xfe junk", "names no sender"),
]


@pytest.mark.parametrize(("data", "words"), BROKEN)
def test_what_is_missing_is_said_in_words(data, words):
    assert any(words in problem for problem in mail_of(data).problems)


def test_the_words_of_html_are_read_where_there_are_no_others():
    data = HEAD + b"Content-Type: text/html\r\n\r\n<p>Dear team</p><ol><li>How many?</li></ol>"

    assert "How many?" in mail_of(data).text
    assert "<" not in mail_of(data).text


def test_letters_of_another_alphabet_than_it_says_are_read_as_well_as_can_be():
    data = HEAD + b"Content-Type: text/plain; charset=utf-8\r\n\r\nCaf\xe9?"

    assert mail_of(data).text == "Café?"


def test_nul_and_lone_halves_of_signs_never_reach_a_database():
    data = HEAD + b"Subject: a\x00b\r\n\r\nHow\x00 many \xf0\x9f\x9a\x81 drones, T\xc5\xb7?"

    mail = mail_of(data)

    assert "\0" not in mail.text + mail.subject
    assert "🚁" in mail.text


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\x\\y.doc", "y.doc"),
        ("a\u202egpj.exe", "agpj.exe"),
        ("", "file-1"),
    ],
)
def test_a_files_name_leads_nowhere(name, safe):
    assert mail_of(make_mail(files=[(name, b"x")])).files[0].name == safe


def test_a_message_within_a_message_is_a_file():
    inner = make_mail(Subject="The first one")
    data = (
        HEAD
        + b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nSee below\r\n--x\r\n"
        + b"Content-Type: message/rfc822\r\n\r\n"
        + inner
        + b"\r\n--x--\r\n"
    )

    (file,) = mail_of(data).files

    assert file.name == "message-1.eml"
    assert b"The first one" in file.data


def test_five_megabytes_are_read_and_more_is_said_to_be_cut():
    assert len(mail_of(make_mail(text="word " * 1_000_000)).text) == 5_000_000
    assert any("Only its first" in one for one in mail_of(make_mail(text="x" * 5_000_010)).problems)


@given(st.binary(max_size=400))
def test_any_bytes_are_a_message_of_some_kind(data):
    for mail in (mail_of(data), mail_of(HEAD + data)):
        assert "\0" not in mail.text


@given(st.text(max_size=80))
def test_any_header_is_read(text):
    line = text.replace("\n", " ").replace("\r", " ").encode("utf-8", "replace")
    for name in (b"From", b"Date", b"Subject", b"Message-ID", b"Content-Type", b"References"):
        mail = mail_of(name + b": " + line + b"\r\n\r\nHow many?")

        assert "\0" not in mail.subject + mail.sender + mail.sender_name
