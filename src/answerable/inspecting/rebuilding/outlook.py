"""Messages as Outlook keeps them (MSG), into text and rebuilt attachments."""

import datetime as dt
import struct
from collections.abc import Iterator

from answerable.inspecting.compound.container import Container, opened
from answerable.inspecting.findings import CannotSay
from answerable.inspecting.rebuilding.left_out import LeftOut
from answerable.inspecting.rebuilding.letters import Letter, rebuilt_letter
from answerable.inspecting.rebuilding.rebuilt import CannotRebuild, Rebuild, Rebuilt
from answerable.inspecting.rebuilding.web_text import text_of_page

_HEAD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROPERTIES = "__properties_version1.0"
_FIRST_MOMENT = dt.datetime(1601, 1, 1)  # noqa: DTZ001 shown without a zone
_SENT, _MOMENT = 0x0039, 0x0040
_ENTRY = struct.Struct("<HHIQ")
_HEADS_OF_TOP, _HEADS_OF_INNER = 32, 24
_SUBJECT, _TO, _SENDER, _ADDRESS, _SMTP = "0037", "0E04", "0C1A", "0C1F", "5D01"
_BODY, _PAGE, _RTF = "1000", "1013", "1009"
_HELD, _LONG_NAME, _SHORT_NAME, _COPIES = "3701", "3707", "3704", "0E03"
_DEEPEST = 3

Place = tuple[str, ...]


def is_outlook(data: bytes) -> bool:
    """Return whether bytes are a message that Outlook kept."""
    return data.startswith(_HEAD) and _PROPERTIES.encode("utf-16-le") in data


def rebuilt_outlook(data: bytes, name: str, rebuild: Rebuild) -> Rebuilt:
    """Return a message as text, and its attachments rebuilt.

    :raises CannotRebuild: if it is damaged, or written as rich text alone.
    """
    left = LeftOut()
    try:
        letter = _letter(opened(data), (), left, depth=0)
    except (CannotSay, struct.error, IndexError, ValueError):
        raise CannotRebuild(
            "It is an Outlook message that is damaged: open it, and save it again"
        ) from None
    left.say("Who got copies, the way that it took and what Outlook noted were left out.")
    return rebuilt_letter(letter, name, rebuild, left)


def _letter(container: Container, place: Place, left: LeftOut, *, depth: int) -> Letter:
    sender, address = _text(container, place, _SENDER), _text(container, place, _SMTP)
    address = address or _text(container, place, _ADDRESS)
    is_address = "@" in address and address != sender
    letter = Letter(
        heads={
            "From": f"{sender} <{address}>" if is_address else sender or address,
            "To": _text(container, place, _TO),
            "Subject": _text(container, place, _SUBJECT),
        },
        sent_at=_sent_at(container, place),
        text=_body(container, place),
    )
    for one in _attachments(container, place):
        title = (
            _text(container, one, _LONG_NAME) or _text(container, one, _SHORT_NAME) or "attachment"
        )
        held = container.read(*one, f"__substg1.0_{_HELD}0102")
        inner = (*one, f"__substg1.0_{_HELD}000D")
        if held:
            letter.attached.append((title, held))
        elif container.read(*inner, _PROPERTIES):
            _take_inner(container, inner, title, letter, left, depth=depth)
        else:
            left.say(f"Attachment '{title}' was left out: it is a link or an object of a program.")
    return letter


def _take_inner(
    container: Container,
    place: Place,
    title: str,
    letter: Letter,
    left: LeftOut,
    *,
    depth: int,
) -> None:
    """Take in a message that is attached to a message: its text behind the other's, its files beside them."""
    if depth >= _DEEPEST:
        raise CannotRebuild("It holds messages in messages, too deep: take them apart")
    inner = _letter(container, place, left, depth=depth + 1)
    heads = [f"{name}: {text}" for name, text in inner.heads.items() if text]
    letter.text += "\n".join(["", "", f"Attached message: {title}", "", *heads, "", inner.text])
    letter.attached += inner.attached


def _attachments(container: Container, place: Place) -> Iterator[Place]:
    for name in sorted(container.children(*place)):
        if name.startswith("__attach"):
            yield (*place, name)


def _text(container: Container, place: Place, tag: str) -> str:
    wide = container.read(*place, f"__substg1.0_{tag}001F")
    if wide:
        return wide.decode("utf-16-le", "replace").rstrip("\0")
    return container.read(*place, f"__substg1.0_{tag}001E").decode("cp1252", "replace").rstrip("\0")


def _body(container: Container, place: Place) -> str:
    """Return what the message's reader sees: its page if it has one, else its text.

    :raises CannotRebuild: if it has neither, and rich text.
    """
    page = container.read(*place, f"__substg1.0_{_PAGE}0102")
    text = page.decode("utf-8", "replace") if page else _text(container, place, _PAGE)
    if text.strip():
        return text_of_page(text)
    plain = _text(container, place, _BODY)
    if not plain.strip() and container.read(*place, f"__substg1.0_{_RTF}0102"):
        raise CannotRebuild(
            "It is an Outlook message in rich text, which cannot be rebuilt: save it as HTML or as plain text"
        )
    return plain


def _sent_at(container: Container, place: Place) -> dt.datetime | None:
    data = container.read(*place, _PROPERTIES)
    for at in range(_HEADS_OF_INNER if place else _HEADS_OF_TOP, len(data) - 15, _ENTRY.size):
        kind, tag, _, value = _ENTRY.unpack_from(data, at)
        if (kind, tag) == (_MOMENT, _SENT):
            try:
                return _FIRST_MOMENT + dt.timedelta(microseconds=value // 10)
            except OverflowError:
                return None
    return None
