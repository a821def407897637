"""Messages of Outlook (.msg, MS-OXMSG) into letters, with the messages that they hold whole."""

import datetime as dt
import struct
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from answerable.reading.alphabets import in_letters, storable
from answerable.reading.blocks import Document
from answerable.reading.mail import MailFile, safe_name
from answerable.reading.mail_senders import one_line
from answerable.reading.mailed.compound import Compound, opened
from answerable.reading.mailed.letter import Letter, document_of_letter
from answerable.reading.requests import text_of
from answerable.reading.rtf.compressed import html_of, unpacked
from answerable.reading.rtf.tokens import TooManyTokens

MOST_DEEP = 10
"""Messages in messages that are read, each in the other."""

_SUBJECT, _BODY, _HTML, _RTF = 0x0037, 0x1000, 0x1013, 0x1009
_DATA, _LONG_NAME, _SHORT_NAME, _SHOWN_NAME, _MIME = 0x3701, 0x3707, 0x3704, 0x3001, 0x370E
_CONTENT_ID = 0x3712
_SENT, _DELIVERED = 0x0039, 0x0E06
_CODE_PAGES = (0x3FDE, 0x3FFD)
_PROPERTIES = "__properties_version1.0"
_ATTACHED = "__attach_version1.0_#"
_MESSAGE_INSIDE = "__substg1.0_3701000D"
_UNICODE, _ANSI, _BYTES, _NUMBER, _TIME = 0x001F, 0x001E, 0x0102, 0x0003, 0x0040
_PROPERTY = struct.Struct("<HHI8s")
_HEADS = (32, 24, 8)
_EPOCH = dt.datetime(1601, 1, 1, tzinfo=dt.UTC)
_UTF_8 = 65001
_MOST_FILES = 500


def document_of_outlook(data: bytes, name: str) -> Document:
    """Return the blocks of a message.

    :raises NotReadable: if it is damaged, or says nothing itself.
    """
    return document_of_letter(letter_of_outlook(data, name), name)


def letter_of_outlook(data: bytes, name: str) -> Letter:
    """Return a message as a letter.

    :raises NotReadable: if it is damaged or cut off.
    """
    return _letter(_Message(opened(data, name), []), 1)


@dataclass(frozen=True, slots=True)
class _Message:
    """A message, or a file in it: its place in the container, and the properties that stand in rows."""

    container: Compound
    path: list[str]

    def rows(self) -> dict[tuple[int, int], bytes]:
        """Return the values of fixed length by their number and type."""
        data = self.container.read([*self.path, _PROPERTIES]) or b""
        # The head is longer for the message itself, and for one within another.
        head = next((size for size in _HEADS if (len(data) - size) % _PROPERTY.size == 0), 8)
        if not self.path:
            head = 32
        rows = {}
        for at in range(head, len(data) - _PROPERTY.size + 1, _PROPERTY.size):
            kind, number, _, value = _PROPERTY.unpack_from(data, at)
            rows[number, kind] = value
        return rows

    def text(self, number: int, codec: str) -> str:
        """Return a property of letters; nothing if it is not there."""
        wide = self.stream(number, _UNICODE)
        if wide is not None:
            return storable(wide.decode("utf-16-le", "replace")).rstrip("\0 ")
        return in_letters(self.stream(number, _ANSI) or b"", codec)[0].rstrip("\0 ")

    def stream(self, number: int, kind: int) -> bytes | None:
        """Return the bytes of a property of any length; None if it is not there."""
        return self.container.read([*self.path, f"__substg1.0_{number:04X}{kind:04X}"])


def _letter(message: _Message, depth: int) -> Letter:
    rows = message.rows()
    codec = _codec(rows)
    rtf = unpacked(message.stream(_RTF, _BYTES) or b"")
    html = _html(message, codec) or _html_in(rtf)
    text = message.text(_BODY, codec)
    if not text.strip() and not html.strip() and rtf:
        text = _words_of(rtf)
    files, letters, unread = [], [], []
    for name, inside in _attached(message, codec):
        if isinstance(inside, MailFile):
            files.append(inside)
        elif depth < MOST_DEEP:
            letters.append((name, _letter(inside, depth + 1)))
        else:
            unread.append(name)
    return Letter(
        subject=one_line(message.text(_SUBJECT, codec)),
        sent_on=_day(rows),
        text=text.replace("\r\n", "\n").replace("\r", "\n"),
        html=html,
        files=tuple(files),
        letters=tuple(letters),
        unread=tuple(unread),
    )


def _codec(rows: dict[tuple[int, int], bytes]) -> str:
    for number in _CODE_PAGES:
        page = int.from_bytes(rows.get((number, _NUMBER), b"")[:4], "little")
        if page:
            return "utf-8" if page == _UTF_8 else f"cp{page}"
    return "cp1252"


def _day(rows: dict[tuple[int, int], bytes]) -> dt.date | None:
    for number in (_SENT, _DELIVERED):
        value = rows.get((number, _TIME))
        if value:
            try:
                moment = _EPOCH + dt.timedelta(microseconds=int.from_bytes(value, "little") // 10)
            except OverflowError:
                continue
            return moment.date()
    return None


def _html(message: _Message, codec: str) -> str:
    data = message.stream(_HTML, _BYTES)
    if data is None:
        return message.text(_HTML, codec)
    return in_letters(data, codec)[0]


def _html_in(rtf: bytes) -> str:
    with suppress(TooManyTokens):
        return html_of(rtf)
    return ""


def _words_of(rtf: bytes) -> str:
    from answerable.reading.rtf.body import Body  # noqa: PLC0415 few messages have RTF alone

    body = Body()
    with suppress(TooManyTokens):
        body.read(rtf)
    return text_of(body.blocks)


def _attached(message: _Message, codec: str) -> Iterator[tuple[str, "MailFile | _Message"]]:
    """Yield the files and the messages that came with a message; not the pictures that stand in its words."""
    names = [one for one in message.container.children(message.path) if one.startswith(_ATTACHED)]
    for number, folder in enumerate(names[:_MOST_FILES], start=1):
        one = _Message(message.container, [*message.path, folder])
        said = (one.text(which, codec) for which in (_LONG_NAME, _SHORT_NAME, _SHOWN_NAME))
        name = next((safe for text in said if (safe := safe_name(text))), "")
        if _MESSAGE_INSIDE in message.container.children(one.path):
            yield (
                name or f"message-{number}.msg",
                _Message(message.container, [*one.path, _MESSAGE_INSIDE]),
            )
            continue
        data = one.stream(_DATA, _BYTES)
        kind = one.text(_MIME, codec)
        is_picture = bool(one.text(_CONTENT_ID, codec)) and kind.startswith("image/")
        if data is not None and not is_picture:
            name = name or f"file-{number}"
            yield name, MailFile(name, kind, data)
