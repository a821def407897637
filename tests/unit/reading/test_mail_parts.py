"""The parts of an e-mail: every file is found, every word is read, in whatever form it came."""

import base64
import zlib

import pytest

from answerable.reading.mail import mail_of

HEAD = b"From: a@example.org\r\nDate: Mon, 06 Oct 2025 09:30:00 +0100\r\nSubject: Printers\r\n"
WHOLE = " ".join(["How many printers does the council have in its libraries?"] * 5)


def multi(kind, *parts):
    """Return a part that holds others."""
    mark = f"b{zlib.crc32(repr(parts).encode())}"
    lines = "".join(f"--{mark}\r\n{part}\r\n" for part in parts)
    return f"Content-Type: multipart/{kind}; boundary={mark}\r\n\r\n{lines}--{mark}--\r\n"


def leaf(kind, words, *, name="", place=""):
    """Return a part that holds words."""
    named = f'; filename="{name}"' if name else ""
    placed = f"Content-Disposition: {place or 'attachment'}{named}\r\n" if name or place else ""
    return f"Content-Type: {kind}\r\n{placed}\r\n{words}"


def read(part):
    return mail_of(HEAD + part.encode())


PLAIN = leaf("text/plain", "How many?")
HTML = leaf("text/html", "<p>How many?</p>")
PDF = leaf("application/pdf", "%PDF", name="a.pdf")
PICTURE = leaf("image/png", "PNG", name="table.png", place="inline")
SIGNATURE = leaf("application/pgp-signature", "abc", name="signature.asc")
STATUS = leaf("message/delivery-status", "Reporting-MTA: dns; a\r\n\r\nAction: failed")
INNER = leaf("message/rfc822", "Subject: First\r\n" + multi("mixed", PLAIN, PDF))

FORMS = [
    (
        "Outlook",
        multi("mixed", multi("related", multi("alternative", PLAIN, HTML), PICTURE), PDF),
        [("table.png", b"PNG"), ("a.pdf", b"%PDF")],
    ),
    (
        "Apple Mail",
        multi("alternative", PLAIN, multi("mixed", HTML, PDF)),
        [("a.pdf", b"%PDF")],
    ),
    ("signed", multi("signed", multi("mixed", PLAIN, PDF), SIGNATURE), [("a.pdf", b"%PDF"), ("signature.asc", b"abc")]),
    ("no boundary at the end", multi("mixed", PLAIN, PDF).rpartition("--b")[0], [("a.pdf", b"%PDF\r\n")]),
]  # fmt: skip


@pytest.mark.parametrize(("form", "part", "files"), FORMS, ids=[row[0] for row in FORMS])
def test_every_file_is_found_however_deep_it_lies(form, part, files):
    mail = read(part)

    assert mail.text == "How many?"
    assert [(one.name, one.data) for one in mail.files] == files
    assert mail.problems == ()


def test_a_message_that_is_one_file_has_that_file():
    mail = read(leaf("application/pdf", "%PDF"))

    assert [(one.content_type, one.data) for one in mail.files] == [("application/pdf", b"%PDF")]
    assert any("holds no text" in one for one in mail.problems)


def test_a_report_keeps_all_its_blocks_and_the_message_that_came_back():
    mail = read(multi("report", PLAIN, STATUS, INNER))

    status, inner = mail.files
    assert (status.content_type, b"Action: failed" in status.data) == (
        "message/delivery-status",
        True,
    )
    assert inner.name == "message-2.eml"
    assert inner.data.decode() == INNER.partition("\r\n\r\n")[2].removesuffix("\r\n") + "\r\n"


def test_no_more_than_five_hundred_files_are_taken_and_this_is_said():
    mail = read(multi("mixed", PLAIN, multi("mixed", *[PDF] * 300), multi("mixed", *[PDF] * 201)))

    assert len(mail.files) == 500
    assert "Only 500 of its 501 files were taken: see the raw message" in mail.problems


def test_a_message_of_endless_parts_is_read_as_far_as_it_is_sensible():
    mail = read(multi("mixed", *[PLAIN] * 2_100))

    assert mail.text.count("How many?") == 2_000
    assert any("more parts than were read" in one for one in mail.problems)


OTHER = leaf("text/plain", "Who pays?")
NOTES = leaf("text/plain", "Who pays?", name="notes.txt")
STUB = leaf("text/plain", "Your mail client does not support HTML.")
LONG = leaf("text/html", f"<p>{WHOLE}</p>")
RAW = "could not be told apart: its raw text was read"
ELSEWHERE = "has no text of its own"
ORPHAN = "Content-Type: multipart/mixed"
TEXTS = [
    ("text after a file", multi("mixed", PLAIN, PDF, OTHER), "How many?\n\nWho pays?", ""),
    ("a file of text", multi("mixed", PLAIN, NOTES), "How many?", ""),
    ("a footer below HTML", multi("mixed", HTML, OTHER), "How many?\n\nWho pays?", ""),
    ("a stub beside HTML", multi("alternative", STUB, LONG), WHOLE, ""),
    ("short text that says it all", multi("alternative", PLAIN, HTML), "How many?", ""),
    ("an empty text", multi("alternative", leaf("text/plain", " "), HTML), "How many?", ""),
    ("HTML first", multi("alternative", HTML, PLAIN), "How many?", ""),
    ("a boundary that is not there", f"{ORPHAN}; boundary=x\r\n\r\nHow many?", "How many?", RAW),
    ("no boundary", f"{ORPHAN}\r\n\r\nHow many?", "How many?", RAW),
    ("text before the parts", f"{ORPHAN}; boundary=x\r\n\r\nHow many?\r\n--x--", "How many?", RAW),
    ("a message on top", INNER, "How many?", ELSEWHERE),
    ("a digest", multi("digest", "\r\nSubject: a\r\n\r\nHow many?"), "How many?", ELSEWHERE),
    ("enriched text", leaf("text/enriched", "<bold>How many?</bold>"), "How many?", ELSEWHERE),
    ("one file of text", multi("mixed", NOTES), "Who pays?", ELSEWHERE),
]


@pytest.mark.parametrize(("form", "part", "text", "said"), TEXTS, ids=[row[0] for row in TEXTS])
def test_the_words_are_read_wherever_they_stand(form, part, text, said):
    mail = read(part)

    assert mail.text.strip() == text
    assert (said in " ".join(mail.problems)) if said else mail.problems == ()


def test_a_file_of_text_that_was_read_is_still_a_file():
    assert [one.name for one in read(multi("mixed", NOTES)).files] == ["notes.txt"]


@pytest.mark.parametrize("kind", [b"text/plain\xa0; x=\xff", b"text/pl\xe4in", b"\xff", b"text"])
def test_a_content_type_that_is_none_hides_no_text(kind):
    mail = mail_of(HEAD + b"Content-Type: " + kind + b"\r\n\r\nHow many?")

    assert mail.text == "How many?"


DEEP = b"".join(
    b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(2_000)
)
BASE64 = base64.b64encode(WHOLE.encode()).decode()
MIXED = b"Content-Type: multipart/mixed; boundary=%s\n\n"
MANY_HTMLS = MIXED % b"x" + (b"--x\nContent-Type: text/html\n\n" + b"<p>a" * 600 + b"\n") * 500
INNERS = b"--x\nContent-Type: message/rfc822\n\n" + MIXED % b"y" + b"--y\n\n" * 400
MANY_MESSAGES = MIXED % b"x" + INNERS * 100
ENCODED = [
    ("base64", BASE64, WHOLE),
    ("base64", f"{BASE64}\r\n\r\n_____\r\nThe list's footer", f"{WHOLE}_____\nThe list's footer"),
    ("base64", BASE64[:80], WHOLE[:60]),
    ("base64", "How many printers?", "How many printers?"),
    ("quoted-printable", "Caf=C3=A9 = 5=", "Café = 5"),
    ("x-uuencode", "How many?", "How many?"),
    ("x-uuencode", "begin 644 a\n#2&]W\n`\nend\n", "How"),
    ("klingon", "How many?", "How many?"),
]


@pytest.mark.parametrize(("way", "written", "text"), ENCODED)
def test_what_is_not_encoded_as_it_says_is_read_as_it_stands(way, written, text):
    part = leaf(f"text/plain; charset=utf-8\r\nContent-Transfer-Encoding: {way}", written)

    assert read(part).text == text


def test_what_programs_write_before_the_parts_is_no_text():
    notice = "This is a multi-part message in MIME format.\r\n"

    mail = read(multi("mixed", PDF).replace("\r\n\r\n", f"\r\n\r\n{notice}", 1))

    assert (mail.text.strip(), len(mail.files)) == ("", 1)


ENDLESS = [
    DEEP + b"\nHow many?",
    b"Content-Type: message/rfc822\n\n" * 10_000 + b"How many?",
    b'Content-Type: multipart/mixed; boundary="-"\n\n' + b"-" * 100_000,
    b"Content-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\n" * 100_000,
    b"Content-Type: text/html\n\n" + b"<p>How many?" * 250_000,
    b"Content-Type: text/html\n\n" + b"<div>" * 100_000,
    b"Content-Type: text/html\n\n" + b"&amp;" * 200_000,
    MANY_HTMLS,
    MANY_MESSAGES,
    b"X:\n" * 100_000 + b"\nHow many?",
    b'Content-Type: text/plain; a="' + b";" * 1_000_000 + b"\n\nHow many?",
    b"Content-Type: text/plain; charset=punycode\n\n" + b"a-z9" * 50_000,
]


@pytest.mark.parametrize("data", ENDLESS, ids=range(len(ENDLESS)))
def test_what_was_made_to_exhaust_its_reader_is_read(data):
    assert mail_of(HEAD + data).sender == "a@example.org"
