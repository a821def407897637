"""Who wrote an e-mail, in what letters, and what it answers: also where it says so badly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.reading.mail import mail_of

DATED = b"Date: Mon, 06 Oct 2025 09:30:00 +0100\r\n"
HEAD = b"From: a@example.org\r\n" + DATED

SENDERS = [
    (b"bob@home.example <real@b.example>", "bob@home.example", "real@b.example"),
    (b'"Bob <bob@home.example>" <real@b.example>', "Bob <bob@home.example>", "real@b.example"),
    (b"A. Person <A.Person@Example.org>", "A. Person", "a.person@example.org"),
    (b"Person, A. <a@example.org>", "Person, A.", "a@example.org"),
    (b"a@example.org (A. Person)", "A. Person", "a@example.org"),
    (b"a@example.org, B <b@b.example>", "", "a@example.org"),
    (b"=?utf-8?q?Si=C3=A2n=2C_A=2E?= <s@example.org>", "Siân, A.", "s@example.org"),
    (b"=?utf-8?b?QSA8YUBleGFtcGxlLm9yZz4=?=", "A", "a@example.org"),
    (b'"a@example.org"', "", "a@example.org"),
    (b"Si\xe2n <s@example.org>", "Siân", "s@example.org"),
    (b"A\0 <a\0@example.org>", "A", "a @example.org"),
    (b"undisclosed-recipients:;", "", ""),
    (b"(" * 20_000, "", ""),
    (b"a@example.org, " * 20_000, "", "a@example.org"),
    (b"<" * 20_000, "", ""),
    (b"@" * 20_000, "", ""),
]


@pytest.mark.parametrize(("written", "name", "address"), SENDERS, ids=range(len(SENDERS)))
def test_the_sender_is_the_address_that_an_answer_would_reach(written, name, address):
    mail = mail_of(b"From: " + written + b"\r\n" + DATED + b"\r\nHow many?")

    assert (mail.sender_name, mail.sender) == (name, address)
    assert mail.text == "How many?"


SUBJECTS = [
    (b"=?utf-8?q?Caf=C3?=\r\n =?utf-8?q?=A9?=", "Café"),
    (b"Re: =?iso-8859-1?q?=93Caf=E9=94?= (2)", "Re: “Café” (2)"),
    (b"=?utf-8*en?B?Q2Fmw6k?=", "Café"),
    (b"=?klingon?q?Caf=C3=A9?=", "Café"),
    (b"=?utf-8?b?\xff?=", ""),
    (b"Caf\xe9\r\n and more", "Café and more"),
    (b"=?utf-7?q?+2AA-x?=", "?x"),
]


@pytest.mark.parametrize(("written", "subject"), SUBJECTS)
def test_a_subject_is_read_in_letters(written, subject):
    assert mail_of(HEAD + b"Subject: " + written + b"\r\n\r\nHow many?").subject == subject


def test_a_header_without_end_is_read_as_far_as_it_is_sensible():
    ids = b" ".join(b"<%d@example.org>" % number for number in range(100_000))
    words = b"=?utf-8?q?a?= " * 30_000

    mail = mail_of(
        HEAD + b"Subject: " + words + b"\r\nReferences: " + ids + b"\r\n\r\nHow many?",
    )

    assert mail.subject.startswith("a" * 700)
    assert mail.answers[-1] == "<99999@example.org>"
    assert 900 < len(mail.answers) < 1_200


IDS = [
    (b"<abc@host.example>", "<abc@host.example>"),
    (b"abc@host.example", "<abc@host.example>"),
    (b"<a\0b@host.example>", ""),
    (b"a\0b@host.example", ""),
    (b"none", ""),
]


@pytest.mark.parametrize(("written", "found"), IDS)
def test_an_id_counts_also_without_its_brackets(written, found):
    mail = mail_of(HEAD + b"Message-ID: " + written + b"\r\nIn-Reply-To: " + written + b"\r\n\r\n?")

    assert mail.message_id == found
    assert mail.answers == ((found,) if found else ())


CHARSETS = [
    ("iso-8859-1", b"\x93Yes\x94 \x80 5", "“Yes” € 5"),
    ("us-ascii", b"\x93Yes\x94 \x80 5", "“Yes” € 5"),
    ("us-ascii", "Café".encode(), "Café"),
    ("'utf-8'", "Café".encode(), "Café"),
    ("utf-8", "\ufeffCafé".encode(), "Café"),
    ("shift_jis", b"\x87\x40", "①"),
    ("gb2312", "镕".encode("gb18030"), "镕"),
]


@pytest.mark.parametrize(("charset", "data", "text"), CHARSETS)
def test_letters_are_read_as_programs_write_them(charset, data, text):
    kind = f"Content-Type: text/plain; charset={charset}\r\n\r\n".encode()

    mail = mail_of(HEAD + kind + data)

    assert (mail.text, mail.problems) == (text, ())


@pytest.mark.parametrize("charset", ["zip", "punycode", "idna", "undefined", "a\0b", "x" * 3_000])
def test_a_charset_that_no_mail_is_written_in_is_said_not_to_be_known(charset):
    kind = f"Content-Type: text/plain; charset={charset}\r\n\r\n".encode()

    mail = mail_of(HEAD + kind + b"How many?")

    assert mail.text == "How many?"
    assert any("Its letters are not in" in one and "\0" not in one for one in mail.problems)


FLOWED = [
    ("", "How many \nprinters?\nWho pays?", "How many printers?\nWho pays?"),
    ("; delsp=yes", "How ma \nny?", "How many?"),
    ("", "> How many \n> printers?\n>> Old \nNew", "> How many printers?\n>> Old \nNew"),
    ("", " From here \n on", "From here on"),
    ("", "Thanks \n-- \nA. Person", "Thanks \n-- \nA. Person"),
    ("", "One \n\nTwo", "One \n\nTwo"),
]


@pytest.mark.parametrize(("more", "written", "text"), FLOWED)
def test_lines_that_flow_are_joined(more, written, text):
    kind = f"Content-Type: text/plain; format=flowed{more}\r\n\r\n"

    assert mail_of(HEAD + (kind + written.replace("\n", "\r\n")).encode()).text == text


FRONTS = [b"\xef\xbb\xbf", b"\r\n\r\n", b"\xef\xbb\xbf\n", b"From a@example.org Mon Oct  6\n"]


@pytest.mark.parametrize("front", FRONTS)
def test_the_headers_are_read_whatever_stands_before_them(front):
    mail = mail_of(front + HEAD + b"\r\nHow many?")

    assert (mail.sender, mail.text, mail.problems) == ("a@example.org", "How many?", ())


def test_a_message_of_an_old_mac_is_read():
    assert mail_of(HEAD.replace(b"\r\n", b"\r") + b"\rHow many?").text == "How many?"


NAMES = [
    (b'filename="a\0b.pdf"', "a b.pdf"),
    (b"filename*=utf-8''Caf%C3%A9%00.pdf", "Café .pdf"),
    (b"filename*0*=utf-8''Caf; filename*1*=%C3%A9.pdf", "Café.pdf"),
    (b'filename="=?utf-8?q?Caf=C3=A9=2Epdf?="', "Café.pdf"),
    (b"filename*=utf-7''+2AA-.pdf", "?.pdf"),
    (b"filename*0=a; filename*=b.pdf; filename*99999999999=c", "file-1"),
    (b"filename=Caf\xe9.pdf", "Café.pdf"),
]


@pytest.mark.parametrize(("written", "name"), NAMES)
def test_a_file_has_a_name_that_can_be_stored(written, name):
    placed = b"Content-Type: application/p\0df\r\nContent-Disposition: attachment; "

    (file,) = mail_of(HEAD + placed + written + b"\r\n\r\nx").files

    assert file.name == name
    assert "\0" not in file.content_type


AUTOMATIC = [
    ("Auto-Submitted: auto-replied", True),
    ("Auto-Submitted: auto-generated; owner=a", True),
    ("Auto-Submitted: No", False),
    ("Auto-Submitted: no (a person)", False),
    ("X-Autoreply: yes", True),
    ("X-Autorespond: Printers", True),
    ("Precedence: auto_reply", True),
    ("Precedence: bulk", False),
    ("X-Auto-Response-Suppress: All", False),
    ("Content-Type: multipart/report; boundary=x", True),
    ("Subject: Printers", False),
]


@pytest.mark.parametrize(("header", "is_automatic"), AUTOMATIC)
def test_what_a_machine_wrote_is_known_by_its_headers(header, is_automatic):
    mail = mail_of(HEAD + header.encode() + b"\r\n\r\nHow many?")

    assert mail.is_automatic == is_automatic


LINES = [
    *(name + b": " for name in (b"From", b"Subject", b"References", b"In-Reply-To", b"Received")),
    b"Content-Type: text/plain; charset=",
    b"Content-Type: multipart/mixed; boundary=",
    b"Content-Type: image/png; name=",
    b"Content-Type: a/b\r\nContent-Disposition: attachment; filename*=",
]


@given(st.sampled_from(LINES), st.binary(max_size=80))
def test_whatever_a_header_says_can_be_stored(line, value):
    mail = mail_of(line + value.replace(b"\n", b"") + b"\r\n\r\nHow many?")

    strings = [mail.message_id, mail.sender, mail.sender_name, mail.subject, mail.text]
    strings += [*mail.answers, *mail.problems]
    strings += [words for file in mail.files for words in (file.name, file.content_type)]
    assert "\0" not in "".join(strings).encode("utf-8").decode()
