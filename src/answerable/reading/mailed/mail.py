"""E-mails as they are sent (.eml) into letters."""

import datetime as dt
from email.utils import parsedate_to_datetime

from answerable.reading.alphabets import in_letters
from answerable.reading.blocks import Document
from answerable.reading.mail import Mail, MailFile, mail_of
from answerable.reading.mail_parts import Part, bytes_of, message_of
from answerable.reading.mailed.letter import Letter, document_of_letter

_LONGEST_DATE = 200
_LONGEST_HTML = 5_000_000
_MOST_TAGS = 150_000
# The HTML of a mail may be a notice that there is none: then the plain text is read.
_LEAST_SHARE = 0.5


def document_of_mail(data: bytes, name: str) -> Document:
    """Return the blocks of an e-mail.

    :raises NotReadable: if it says nothing itself.
    """
    return document_of_letter(letter_of(data), name)


def letter_of(data: bytes) -> Letter:
    """Return an e-mail as a letter; it raises for nothing that can come in by mail."""
    mail = mail_of(data)
    message, _ = message_of(data.lstrip(b"\r\n"))
    return Letter(
        subject=mail.subject,
        sent_on=_sent_on(message, mail),
        text=mail.text,
        html=_html_of(message, mail.text),
        files=_enclosed(message, mail),
    )


def _enclosed(message: Part, mail: Mail) -> tuple[MailFile, ...]:
    """Return the files that came with a mail, without the pictures that stand in its words."""
    pictures = {
        bytes_of(one)
        for one in message.leaves()
        if one.kind.startswith("image/")
        and one.headers.has("Content-ID")
        and one.headers.disposition != "attachment"
    }
    return tuple(one for one in mail.files if one.data not in pictures)


def _sent_on(message: Part, mail: Mail) -> dt.date | None:
    """Return the day in the sender's own zone: that is the day a letter bears."""
    try:
        written = message.headers.words("Date").strip()[:_LONGEST_DATE]
        return parsedate_to_datetime(written).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return mail.received_at.date() if mail.received_at else None


def _html_of(message: Part, plain: str) -> str:
    """Return the HTML of a mail that is one letter: it has the tables and lists that plain text lost."""
    bodies = [one for one in message.leaves() if one.is_body]
    marked = [one for one in bodies if one.kind == "text/html"]
    if len(marked) != 1 or len(bodies) > 2:  # noqa: PLR2004 one in HTML and one in plain text
        return ""
    charset = marked[0].headers.parameters.get("charset", "") or "utf-8"
    words, _ = in_letters(bytes_of(marked[0]), charset)
    is_whole = len(words) >= len(plain) * _LEAST_SHARE
    is_small = len(words) <= _LONGEST_HTML and words.count("<") + words.count("&") <= _MOST_TAGS
    return words if is_whole and is_small else ""
