"""An e-mail's bytes into what it says: always something, however broken the message is."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from answerable.reading.alphabets import storable
from answerable.reading.mail_parts import Part, bytes_of, message_of
from answerable.reading.mail_senders import ids_of, is_automatic, one_line, received_at, sender_of
from answerable.reading.mail_text import text_of_mail

_MOST_FILES = 500


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
    neither is a date. `answers` are the ids of the messages that it follows. `is_automatic` says
    that a machine wrote it and not a person, as RFC 3834 has it: it is to get no answer. What came by
    another way may give a postal address and a language, and say that it is a request of its own.
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
    is_automatic: bool = False
    postal: str = ""
    language: str = "en"
    is_request: bool = False


def mail_of(data: bytes) -> Mail:
    """Return what a message says; it raises for nothing that can come in by mail."""
    problems: list[str] = []
    message, is_cut = message_of(_from_its_headers(data))
    headers = message.headers
    name, address = sender_of(headers)
    if not address:
        problems.append("The message names no sender: find out whom to answer")
    moment = received_at(headers)
    if moment is None:
        problems.append("The message has no date that can be read: check the day of receipt")
    text, broken = text_of_mail(message, problems)
    if not text.strip():
        problems.append("The message holds no text: look at the files that came with it")
    if is_cut:
        problems.append("It has more parts than were read: see the raw message")
    ids = ids_of(headers, "Message-ID")
    answers = [*ids_of(headers, "References"), *ids_of(headers, "In-Reply-To")]
    return Mail(
        message_id=ids[0] if ids else "",
        answers=tuple(dict.fromkeys(answers)),
        sender=address,
        sender_name=name,
        subject=one_line(headers.words("Subject")),
        received_at=moment,
        text=text,
        files=tuple(_files(message, broken, problems)),
        problems=tuple(dict.fromkeys(problems)),
        is_automatic=is_automatic(headers, message.kind),
    )


def _from_its_headers(data: bytes) -> bytes:
    """Return a message from its first header on, without a mark or empty lines before it."""
    if b"\n" not in data:
        # Old Macs ended a line with a return alone.
        data = data.replace(b"\r", b"\n")
    return data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")


def _files(message: Part, broken: Part | None, problems: list[str]) -> Iterator[MailFile]:
    """Return every leaf that was not read as the text of the message."""
    leaves = [one for one in message.leaves() if not one.is_body and one is not broken]
    if len(leaves) > _MOST_FILES:
        problems.append(
            f"Only {_MOST_FILES} of its {len(leaves)} files were taken: see the raw message"
        )
    for number, part in enumerate(leaves[:_MOST_FILES], start=1):
        default = f"message-{number}.eml" if part.is_message else f"file-{number}"
        name = safe_name(part.headers.file_name) or default
        yield MailFile(name, storable(part.kind)[:100], bytes_of(part))


def safe_name(name: str) -> str:
    """Return the last part of a file's name, without what leads out of a folder."""
    last = re.split(r"[/\\]", one_line(name))[-1].strip(" .")
    return "".join(one for one in last if one.isprintable())[:200]
