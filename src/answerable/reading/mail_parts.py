"""The parts of an e-mail: where each begins and ends, what it says it is, and its bytes.

Python's own parser is not used: it reads nested and endless parts in quadratic time, stops at its
limit of recursion, and writes a message within a message anew instead of keeping its bytes.
"""

import base64
import binascii
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message

from answerable.reading.mail_headers import Headers, headers_and_rest

_DEEPEST = 20
_MOST_PARTS = 2_000
_KEPT_WHOLE = ("message/rfc822", "message/global")
_BODIES = ("text/plain", "text/html")
_NO_BASE64 = re.compile(rb"[^A-Za-z0-9+/=\s]|[^\s][ \t]+[^\s]")
_ONE_LINE_OF_BASE64 = 60


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A message or a part of one. `parts` is empty for a leaf, `around` is what stands outside."""

    headers: Headers
    body: bytes
    kind: str
    parts: tuple["Part", ...] = ()
    around: bytes = b""

    @property
    def is_message(self) -> bool:
        """Return whether this is a whole message within a message."""
        return self.kind in _KEPT_WHOLE

    @property
    def is_body(self) -> bool:
        """Return whether these are words to be read in their place, and no file."""
        return (
            self.kind in _BODIES
            and self.headers.disposition != "attachment"
            and not self.headers.file_name
        )

    @property
    def is_broken(self) -> bool:
        """Return whether this says that it has parts, and none can be found."""
        return self.kind.startswith("multipart/") and not self.parts

    def leaves(self) -> Iterator["Part"]:
        """Return every part that has no parts of its own, in their order."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves()


@dataclass(slots=True)
class _Count:
    """How many more parts may be read, so that no message of empty parts fills the memory."""

    left: int = field(default=_MOST_PARTS)

    def take(self) -> bool:
        self.left -= 1
        return self.left >= 0


def message_of(data: bytes) -> tuple[Part, bool]:
    """Return a message with its parts, and whether it has more of them than were read."""
    count = _Count()
    return _part(data, "text/plain", count, 0), count.left < 0


def bytes_of(part: Part) -> bytes:
    """Return what a part holds, without its transfer encoding."""
    encoding = part.headers.text("Content-Transfer-Encoding").strip().lower()
    if encoding == "base64":
        return _from_base64(part.body)
    if encoding == "quoted-printable":
        return quopri.decodestring(part.body)
    if encoding in ("x-uuencode", "uuencode", "uue", "x-uue"):
        return _from_uuencode(part.body)
    return part.body


def _part(data: bytes, default: str, count: _Count, depth: int) -> Part:
    headers, body = headers_and_rest(data)
    kind = headers.content_type or default
    if not kind.startswith("multipart/") or depth >= _DEEPEST:
        return Part(headers, body, kind)
    # RFC 2046 section 5.1.5: what says nothing of itself in a digest is a message.
    inner = "message/rfc822" if kind == "multipart/digest" else "text/plain"
    parts = []
    around = []
    for piece, is_part in _pieces(body, headers.parameters.get("boundary", "")):
        if not is_part:
            around.append(piece)
        elif count.take():
            parts.append(_part(piece, inner, count, depth + 1))
        else:
            break
    return Part(headers, body, kind, tuple(parts), b"\n".join(around))


def _pieces(body: bytes, boundary: str) -> Iterator[tuple[bytes, bool]]:
    """Return what stands between the boundaries, and whether each is a part or stands outside."""
    if not boundary:
        yield body, False
        return
    # The literal comes first, which makes the search quick; the line's start is checked below.
    line = re.compile(
        rb"--" + re.escape(boundary.encode("utf-8", "replace")) + rb"(--)?[ \t]*(?:\r?\n|\r?\Z)"
    )
    start, is_part = 0, False
    for found in line.finditer(body):
        if found.start() and body[found.start() - 1 : found.start()] != b"\n":
            continue
        yield _without_last_break(body[start : max(start, found.start())]), is_part
        start, is_part = found.end(), not found[1]
    yield body[start:], is_part


def _without_last_break(piece: bytes) -> bytes:
    """Return a part without the line break that belongs to the boundary behind it."""
    return piece.removesuffix(b"\n").removesuffix(b"\r")


def _from_base64(body: bytes) -> bytes:
    """Return what base64 says; what is none of it stays as it is, such as a list's footer."""
    odd = _NO_BASE64.search(body)
    end = len(body) if odd is None else body.rfind(b"\n", 0, odd.start()) + 1
    letters = b"".join(body[:end].split()).rstrip(b"=")
    if odd is not None and len(letters) < _ONE_LINE_OF_BASE64:
        return body
    try:
        # Half a byte at the end of a message that was cut off is left out.
        whole = letters[: len(letters) - (len(letters) % 4 == 1)]
        return base64.b64decode(whole + b"=" * (-len(whole) % 4)) + body[end:]
    except (binascii.Error, ValueError):
        return body


def _from_uuencode(body: bytes) -> bytes:
    part = Message()
    part["Content-Transfer-Encoding"] = "x-uuencode"
    part.set_payload(body.decode("latin-1"))
    decoded = part.get_payload(decode=True)
    return decoded if isinstance(decoded, bytes) and decoded else body
