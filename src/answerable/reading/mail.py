"""An e-mail's bytes into what it says: always something, however broken the message is."""

import datetime as dt
import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage, MIMEPart
from email.utils import getaddresses, parsedate_to_datetime

from answerable.reading.pages import html_document
from answerable.reading.requests import text_of

_LONGEST_TEXT = 5_000_000
_LONGEST_HEADER = 1_000
_MOST_FILES = 500
_IDS = re.compile(r"<[^<>\s]{1,400}>")
_BROKEN = (ValueError, IndexError, AttributeError, TypeError, LookupError, AssertionError)
"""What Python's parser raises over headers and bodies that are no mail's."""


@dataclass(frozen=True, slots=True)
class MailFile:
    """A file that came with a message: its name, what it says it is, its bytes, never unpacked."""

    name: str
    content_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Mail:
    """What a message says. `problems` are sentences for a person: what was missing or could not be read.

    `received_at` is when the last server took it in, or else the date that the sender gave; None if
    neither is a date. `answers` are the ids of the messages that it follows.
    """

    message_id: str
    answers: tuple[str, ...]
    sender: str
    sender_name: str
    subject: str
    received_at: dt.datetime | None
    text: str
    files: tuple[MailFile, ...]
    problems: tuple[str, ...]


def mail_of(data: bytes) -> Mail:
    """Return what a message says; it raises for nothing that can come in by mail."""
    problems: list[str] = []
    message = _parsed(data)
    name, address = _sender(message)
    if not address:
        problems.append("The message names no sender: find out whom to answer")
    received_at = _received_at(message)
    if received_at is None:
        problems.append("The message has no date that can be read: check the day of receipt")
    text = _text(message, problems)
    if not text.strip():
        problems.append("The message holds no text: look at the files that came with it")
    ids = _IDS.findall(_header(message, "Message-ID"))
    answers = _IDS.findall(f"{_header(message, 'References')} {_header(message, 'In-Reply-To')}")
    return Mail(
        message_id=ids[0] if ids else "",
        answers=tuple(dict.fromkeys(answers)),
        sender=address,
        sender_name=name,
        subject=_plain(_header(message, "Subject")),
        received_at=received_at,
        text=text,
        files=tuple(_files(message, problems)),
        problems=tuple(problems),
    )


def _parsed(data: bytes) -> EmailMessage:
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
    except (*_BROKEN, RecursionError):
        message = None
    return message if isinstance(message, EmailMessage) else EmailMessage()


def _header(message: EmailMessage, name: str) -> str:
    try:
        value = message.get(name, "")
    except _BROKEN:
        return ""
    return str(value or "")[: _LONGEST_HEADER * 20]


def _plain(text: str) -> str:
    """Return a text on one line, without what no database stores."""
    words = " ".join(text.replace("\0", " ").split())
    return words.encode("utf-8", "replace").decode()[:_LONGEST_HEADER]


def _sender(message: EmailMessage) -> tuple[str, str]:
    for header in ("From", "Reply-To", "Sender"):
        try:
            found = getaddresses([_header(message, header)])
        except _BROKEN:
            continue
        for name, address in found:
            if "@" in address:
                return _plain(name), _plain(address).lower()
    return "", ""


def _received_at(message: EmailMessage) -> dt.datetime | None:
    """Return when the mail came: what the last server wrote comes before what the sender says."""
    try:
        stamps = [str(one).rpartition(";")[2] for one in message.get_all("Received", [])[:1]]
    except _BROKEN:
        stamps = []
    for stamp in (*stamps, _header(message, "Date")):
        try:
            moment = parsedate_to_datetime(stamp.strip())
            aware = moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
            return aware.astimezone(dt.UTC)
        except (*_BROKEN, OverflowError):
            continue
    return None


def _text(message: EmailMessage, problems: list[str]) -> str:
    """Return the plain text of a message, or the words of its HTML where it has no other."""
    for kind in ("plain", "html"):
        try:
            part = message.get_body(preferencelist=(kind,))
        except _BROKEN:
            part = None
        if part is None:
            continue
        words = _decoded(part, problems)
        if kind == "html":
            words = text_of(html_document(words[:_LONGEST_TEXT]).blocks)
        if words.strip():
            return _bounded(words, problems)
    return ""


def _decoded(part: MIMEPart, problems: list[str]) -> str:
    data = _bytes_of(part)
    charset = (part.get_content_charset() or "utf-8").strip("\"'")
    try:
        return data.decode(charset).replace("\0", " ")
    except (LookupError, UnicodeDecodeError, ValueError):
        problems.append(
            f"Its letters are not in {charset[:40]!r}, as it says: some may be wrong, see the raw message"
        )
    try:
        return data.decode("utf-8").replace("\0", " ")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace").replace("\0", " ")


def _bounded(words: str, problems: list[str]) -> str:
    plain = words.replace("\r\n", "\n").replace("\r", "\n")
    plain = plain.encode("utf-8", "replace").decode()
    if len(plain) > _LONGEST_TEXT:
        problems.append(
            f"Only its first {_LONGEST_TEXT:,} characters were read: see the raw message"
        )
    return plain[:_LONGEST_TEXT]


def _files(message: EmailMessage, problems: list[str]) -> Iterator[MailFile]:
    try:
        parts = list(message.iter_attachments())
    except _BROKEN:
        problems.append("Its files could not be told apart: see the raw message")
        return
    if len(parts) > _MOST_FILES:
        problems.append(
            f"Only {_MOST_FILES} of its {len(parts)} files were taken: see the raw message"
        )
    for number, part in enumerate(parts[:_MOST_FILES], start=1):
        try:
            name = part.get_filename() or ""
        except _BROKEN:
            name = ""
        kind = part.get_content_type()
        is_mail = part.get_content_maintype() == "message"
        default = f"message-{number}.eml" if is_mail else f"file-{number}"
        yield MailFile(_safe_name(name) or default, kind[:100], _bytes_of(part))


def _safe_name(name: str) -> str:
    """Return the last part of a file's name, without what leads out of a folder."""
    last = re.split(r"[/\\]", _plain(name))[-1].strip(" .")
    return "".join(one for one in last if one.isprintable())[:200]


def _bytes_of(part: MIMEPart) -> bytes:
    try:
        if part.is_multipart():
            inner = part.get_payload()
            first = inner[0] if isinstance(inner, list) and inner else None
            return first.as_bytes() if isinstance(first, EmailMessage) else part.as_bytes()
        payload = part.get_payload(decode=True)
    except (*_BROKEN, RecursionError):
        return b""
    return payload if isinstance(payload, bytes) else b""
