"""A mail is well formed whatever it holds."""

import datetime as dt
from contextlib import suppress
from email import message_from_bytes
from email.policy import SMTP

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.actions.sending_mail import Claim, Enclosure
from answerable.mail.composing import AddressRefused, composed, plain_address

AT = dt.datetime(2025, 10, 6, 9, 0, tzinfo=dt.UTC)
HOSTILE = "Jo\r\nBcc: x@example.org\u2028\x00\ud800 „Ö“ 🖨"


def claim(**fields):
    given = {
        "address": "a@example.org",
        "subject": "Our answer",
        "text": "Words",
        "enclosures": (),
        "answers": (),
        "is_automatic": False,
    }
    return Claim(pk=1, until=AT, message_id="<1@localhost>", **(given | fields))


def read(one, sender="FOI <foi@opa.example>"):
    data = composed(one, sender=sender, at=AT)
    assert all(len(line) <= 998 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert data.isascii()
    return message_from_bytes(data, policy=SMTP)


@given(subject=st.text(), text=st.text(), name=st.text(min_size=1), kind=st.text())
def test_no_words_make_a_header_of_their_own(subject, text, name, kind):
    message = read(claim(subject=subject, text=text, enclosures=(Enclosure(name, kind, b"\0"),)))

    assert set(message) <= {
        "From", "To", "Subject", "Date", "Message-ID", "Content-Type", "MIME-Version"
    }  # fmt: skip
    (file,) = message.iter_attachments()
    assert file.get_content() in (b"\0", "\0")
    assert not message.defects


def test_hostile_names_stay_words():
    message = read(
        claim(subject=HOSTILE, enclosures=(Enclosure(HOSTILE, "text/html", b"<p>"),)),
        sender='"Ö, FOI" <foi@opa.example>',
    )

    assert message["Subject"] == "Jo Bcc: x@example.org „Ö“ 🖨"
    assert message["From"].addresses[0].display_name == "Ö, FOI"
    assert next(message.iter_attachments()).get_filename() == "Jo Bcc: x@example.org „Ö“ 🖨"
    assert "Bcc" not in message


def test_ids_that_could_break_a_header_are_left_out():
    answers = ("<1@example.org>", "<2@example.org>\r\nBcc: x", "<ö@example.org>")
    message = read(claim(answers=answers, is_automatic=True))

    assert (message["In-Reply-To"], message["References"]) == ("<1@example.org>",) * 2
    assert message["Auto-Submitted"] == "auto-replied"


@pytest.mark.parametrize(
    ("address", "plain"),
    [
        ("A.Person+foi@Example.org", "A.Person+foi@Example.org"),
        ("o'brien@example.org", "o'brien@example.org"),
        ("a@bücher.example", "a@xn--bcher-kva.example"),
        ("a@[192.0.2.1]", "a@[192.0.2.1]"),
    ],
)
def test_an_address_is_one_that_servers_know(address, plain):
    assert plain_address(address) == plain


@given(st.text() | st.from_regex(r"[^@]{1,9}@[^@]{1,9}", fullmatch=True))
def test_what_is_taken_for_an_address_holds_nothing_else(address):
    with suppress(AddressRefused):
        plain = plain_address(address)

        assert plain.isascii()
        assert plain.isprintable()
        assert not set(plain.rpartition("@")[2]) & set(" <>,;")


def test_a_mail_can_have_headers_of_its_own_that_begin_no_others():
    headers = (("List-Unsubscribe", "<https://body.example/x>\r\nBcc: b@x.example"),)

    message = read(claim(headers=headers))

    assert message["List-Unsubscribe"].startswith("<https://body.example/x>")
    assert message["Bcc"] is None


def test_a_long_address_in_a_header_of_lists_stays_whole_on_its_line():
    ends = f"<https://foi.example/alerts/{'a' * 64}~{'b' * 43}/end>"
    headers = (("List-Unsubscribe", ends), ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"))

    data = composed(claim(headers=headers), sender="FOI <foi@opa.example>", at=AT)

    assert f"\r\nList-Unsubscribe: {ends}\r\n".encode() in data
    assert b"\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n" in data
