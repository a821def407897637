"""How a part of a message is written down, and what stands in it that no decoder gives back."""

import re
from email.message import Message

from answerable.inspecting.findings import CannotSay
from answerable.inspecting.seen import Seen

KNOWN_WAYS = frozenset(("", "7bit", "8bit", "binary", "quoted-printable", "base64"))
"""How a part may say that it is written; whatever else it says, programs read each in its own way."""

_BASE64 = re.compile(r"[A-Za-z0-9+/\s]*(?:=\s*){0,2}")
_BAD_QUOTED = re.compile(r"=(?![0-9A-Fa-f]{2}|[ \t]*\r?\n|[ \t]*\Z)[^\n]{0,40}")


def look_at_encoding(part: Message, seen: Seen, place: str) -> None:
    """Find what a decoder passes over: letters among numbers, text behind the end, an unknown way of writing."""
    way = way_of(part)
    text = str(part.get_payload())
    if way == "base64":
        fits = _BASE64.match(text)
        if fits and fits.end() != len(text):
            seen.add("mail.odd-encoding", place, text[fits.end() :])
        elif len("".join(text.split())) % 4:
            seen.add("mail.odd-encoding", place)
    elif way == "quoted-printable":
        if found := _BAD_QUOTED.search(text):
            seen.add("mail.odd-encoding", place, found[0])
    elif way not in KNOWN_WAYS:
        seen.add("mail.odd-encoding", place, way)


def way_of(part: Message) -> str:
    """Return how a part says that it is written."""
    return str(part.get("content-transfer-encoding") or "").strip().lower()


def bytes_of(part: Message) -> bytes:
    """Return a part's bytes, decoded."""
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def text_of_part(part: Message) -> str:
    """Return a part's text.

    :raises CannotSay: if it is in an alphabet that is not known here.
    """
    text = decoded(part)
    if text is None:
        raise CannotSay("It is a message in an alphabet that is not known here: save it anew")
    return text


def decoded(part: Message) -> str | None:
    """Return a part's text in the alphabet that it names, or else in a usual one; None if it is in none of these."""
    data = bytes_of(part)
    for one in (part.get_content_charset() or "utf-8", "utf-8", "cp1252"):
        try:
            return data.decode(one)
        except (LookupError, UnicodeDecodeError):
            continue
    return None
