"""A message as Outlook saves it (MSG): its properties one by one, its recipients, and every file in it."""

import re
import struct

from answerable.inspecting.allowance import Allowance
from answerable.inspecting.compound.container import Container, opened
from answerable.inspecting.compound.old_office import look_at_left_over
from answerable.inspecting.findings import CannotSay
from answerable.inspecting.mailed.bodies import compare, look_at_words
from answerable.inspecting.mailed.heads import look_at_heads
from answerable.inspecting.mailed.message import Inside, Looking
from answerable.inspecting.mailed.packed_rtf import page_in, unpacked_rtf
from answerable.inspecting.mailed.properties import CODES, SHOWN_NUMBERS, is_technical
from answerable.inspecting.pictures.looked import letters_in
from answerable.inspecting.rich import look_at_rtf
from answerable.inspecting.seen import Seen

_STREAM = re.compile(r"__substg1\.0_([0-9A-F]{4})([0-9A-F]{4})(?:-[0-9A-F]{8})?", re.IGNORECASE)
_PROPERTIES, _NAMES = "__properties_version1.0", "__nameid_version1.0"
_TEXTS = "__substg1.0_00040102"
_UNICODE, _ASCII = 0x001F, 0x001E
_SUBJECT, _TOPIC, _BODY, _PAGE, _RTF, _HEADS = 0x0037, 0x0070, 0x1000, 0x1013, 0x1009, 0x007D
_BLIND_LIST, _COPY_LIST = 0x0E02, 0x0E03
_DATA, _LONG_NAME, _SHORT_NAME, _SHOWN_NAME, _HIDDEN, _WAY = (
    0x3701,
    0x3707,
    0x3704,
    0x3001,
    0x7FFE,
    0x3705,
)
_KIND, _BLIND = 0x0C15, 3
_ROW = struct.Struct("<HHIQ")
_BY_REFERENCE = (2, 3, 4, 7)
_MOST_FILES = 2_000
_DEEPEST = 20


def look_at_outlook(data: bytes, seen: Seen, inside: Inside, allowance: Allowance) -> None:
    """Find what a message of Outlook holds and does not show, in it and in the files that go with it.

    :raises CannotSay: if it, or a file in it, cannot be inspected.
    """
    container = opened(data)
    looking = Looking(seen, inside, allowance)
    _look_at_message(container, (), looking)
    look_at_left_over(container, seen)
    if looking.unread:
        raise CannotSay(looking.unread[0])


def _look_at_message(container: Container, path: tuple[str, ...], looking: Looking) -> None:
    if len(path) > _DEEPEST:
        raise CannotSay("It is a message with messages in each other too deep to be inspected")
    held = properties_of(container, path)
    _look_at_bodies(held, looking.seen)
    for number, value in held.items():
        _look_at_property(number, value, held, looking.seen)
    _look_at_numbers(container, path, looking.seen, head=24 if path else 32)
    for name in container.children(*path):
        if name.startswith("__recip_version1.0_"):
            _look_at_recipient(container, (*path, name), looking.seen)
        elif name.startswith("__attach_version1.0_"):
            _look_at_file(container, (*path, name), looking)
        elif name == _NAMES:
            _look_at_names(container, (*path, name), looking.seen)
        elif name != _PROPERTIES and not _STREAM.fullmatch(name):
            looking.seen.add("mail.unknown-property", f"“{name}”")


def properties_of(container: Container, path: tuple[str, ...]) -> dict[int, bytes | str]:
    """Return the texts and bytes of a folder of properties by their numbers."""
    found = dict[int, bytes | str]()
    for name in container.children(*path):
        told = _STREAM.fullmatch(name)
        if not told:
            continue
        number, type_ = int(told[1], 16), int(told[2], 16)
        raw = container.read(*path, name)
        found[number] = _text(raw, type_)
    return found


def _text(raw: bytes, type_: int) -> bytes | str:
    if type_ & 0x0FFF == _UNICODE:
        return raw.decode("utf-16-le", "replace")
    return raw.decode("cp1252", "replace") if type_ & 0x0FFF == _ASCII else raw


def _said(value: bytes | str) -> str:
    if isinstance(value, str):
        return value
    wide = value.decode("utf-16-le", "ignore")
    plain = value.decode("latin-1")
    return wide if sum(one.isascii() and one.isalpha() for one in wide) > 3 else plain  # noqa: PLR2004


def _look_at_bodies(held: dict[int, bytes | str], seen: Seen) -> None:
    plain, page = held.get(_BODY, ""), held.get(_PAGE, b"")
    text = page.decode("utf-8", "replace") if isinstance(page, bytes) else page
    if isinstance(plain, str) and plain.strip():
        look_at_words(plain, seen, is_page=False)
    if text.strip():
        look_at_words(text, seen, is_page=True)
    rtf = held.get(_RTF, b"")
    if isinstance(rtf, bytes) and rtf:
        text = _look_at_rtf(rtf, text, seen)
    if isinstance(plain, str) and text.strip():
        compare(plain, text, seen)


def _look_at_rtf(packed: bytes, page: str, seen: Seen) -> str:
    rtf = unpacked_rtf(packed)
    wrapped = page_in(rtf)
    if wrapped:
        look_at_words(wrapped, seen, is_page=True)
        if page.strip():
            compare(wrapped, page, seen)
    else:
        look_at_rtf(rtf, seen)
    return page or wrapped


def _look_at_property(
    number: int, value: bytes | str, held: dict[int, bytes | str], seen: Seen
) -> None:
    text = _said(value)
    if not text.strip("\0 \r\n"):
        return
    place = f"property {number:04X}"
    if number == _HEADS:
        _look_at_heads(text, seen)
    elif number == _TOPIC:
        subject = str(held.get(_SUBJECT, ""))
        if text.casefold().strip() not in subject.casefold():
            seen.add("mail.other-subject", "", text)
    elif number == _BLIND_LIST:
        seen.add("mail.blind-copy", "", text)
    elif number == _COPY_LIST:
        seen.add("mail.copied-to", "", text)
    elif code := CODES.get(number):
        seen.add(code, place, text)
    elif number not in SHOWN_NUMBERS:
        code = "mail.property" if is_technical(number) else "mail.unknown-property"
        seen.add(code, place, text)


def _look_at_heads(text: str, seen: Seen) -> None:
    from email.parser import HeaderParser  # noqa: PLC0415 few messages keep them

    heads = HeaderParser().parsestr(text)
    look_at_heads(heads.items(), seen)
    seen.add("mail.route", "heads as they came")
    rest = str(heads.get_payload() or "")
    if rest.strip():
        seen.add("mail.between-parts", "heads as they came", rest)


def _look_at_numbers(container: Container, path: tuple[str, ...], seen: Seen, *, head: int) -> None:
    """Find bytes where the numbers of a message stand, and are none."""
    held = container.read(*path, _PROPERTIES)
    rest = (len(held) - head) % _ROW.size
    if held and (rest or len(held) < head):
        seen.add("mail.unknown-property", "properties", held[-rest:].decode("latin-1"))
    for at in range(head, len(held) - _ROW.size + 1, _ROW.size):
        if words := letters_in(held[at + 8 : at + 16]):
            seen.add("mail.unknown-property", "properties", words)
    if held[:8].strip(b"\0"):
        seen.add("mail.unknown-property", "properties", held[:8].decode("latin-1"))


def _numbers(container: Container, path: tuple[str, ...]) -> dict[int, int]:
    held = container.read(*path, _PROPERTIES)[8:]
    rows = [_ROW.unpack_from(held, at) for at in range(0, len(held) - _ROW.size + 1, _ROW.size)]
    return {number: value for _, number, _, value in rows}


def _look_at_recipient(container: Container, path: tuple[str, ...], seen: Seen) -> None:
    held = properties_of(container, path)
    who = " ".join(str(one) for one in held.values() if isinstance(one, str))
    if _numbers(container, path).get(_KIND, 0) & 0xF == _BLIND:
        seen.add("mail.blind-copy", "", who)
    _look_at_strangers(container, path, seen)
    for number, value in held.items():
        if isinstance(value, bytes) and number not in (0x0FFF, 0x0FF6, 0x300B, 0x5FF7):
            seen.add("mail.unknown-property", f"recipient, property {number:04X}", _said(value))
    seen.add("mail.property", "recipients", who)


def _look_at_strangers(container: Container, path: tuple[str, ...], seen: Seen) -> None:
    """Find streams and folders that no message has, beside a recipient's or a file's own."""
    for name in container.children(*path):
        if name != _PROPERTIES and not _STREAM.fullmatch(name):
            seen.add("mail.unknown-property", f"“{name}”")


def _look_at_names(container: Container, path: tuple[str, ...], seen: Seen) -> None:
    """Find the names that a message gives properties of its own."""
    texts = container.read(*path, _TEXTS)
    if texts:
        seen.add("mail.property", "names of properties", texts.decode("utf-16-le", "replace"))
    for name in container.children(*path):
        if name != _TEXTS and (words := letters_in(container.read(*path, name))):
            seen.add("mail.unknown-property", "names of properties", words)


def _look_at_file(container: Container, path: tuple[str, ...], looking: Looking) -> None:
    looking.parts += 1
    if looking.parts > _MOST_FILES:
        raise CannotSay("It is a message with more files than can be inspected")
    held, numbers = properties_of(container, path), _numbers(container, path)
    name = str(held.get(_LONG_NAME) or held.get(_SHORT_NAME) or held.get(_SHOWN_NAME) or "").strip(
        "\0 "
    )
    called = name or f"file {looking.parts}"
    _look_at_names_of_file(held, numbers, called, looking.seen)
    _look_at_strangers(container, path, looking.seen)
    inner = next(
        (one for one in container.children(*path) if one.upper().endswith("_3701000D")), ""
    )
    if inner:
        _look_at_inner(container, (*path, inner), looking, called)
        return
    data = held.get(_DATA, b"")
    looking.seen.add("mail.attachment", f"“{called}”")
    looking.allowance.take_files(1)
    looking.allowance.go_deeper()
    try:
        looking.inside(
            data if isinstance(data, bytes) else b"", called, looking.seen.inside(called)
        )
    except CannotSay as problem:
        looking.unread.append(f"“{called}” in it: {problem}")
    finally:
        looking.allowance.come_back()


def _look_at_names_of_file(
    held: dict[int, bytes | str], numbers: dict[int, int], called: str, seen: Seen
) -> None:
    if numbers.get(_HIDDEN):
        seen.add("mail.hidden-attachment", f"“{called}”")
    if numbers.get(_WAY, 1) in _BY_REFERENCE:
        seen.add("mail.unknown-property", f"“{called}”", "kept elsewhere")
    shown = str(held.get(_SHOWN_NAME) or called).strip("\0 ")
    if shown not in (called, str(held.get(_SHORT_NAME) or "").strip("\0 ")):
        seen.add("mail.two-names", f"“{called}”", shown)
    known = (_DATA, _LONG_NAME, _SHORT_NAME, _SHOWN_NAME)
    for number, value in held.items():
        if number in known or not _said(value).strip("\0 "):
            continue
        code = (
            "mail.property"
            if number in (0x3703, 0x370E, 0x3709, 0x370A, 0x3712, 0x0FF9, 0x3702, 0x3A0C)
            else "mail.unknown-property"
        )
        seen.add(code, f"“{called}”, property {number:04X}", _said(value))


def _look_at_inner(
    container: Container, path: tuple[str, ...], looking: Looking, called: str
) -> None:
    if not container.has(*path, _PROPERTIES):
        looking.unread.append(f"“{called}” in it: It is an object of another program: take it out")
        return
    looking.seen.add("mail.nested-message", f"“{called}”")
    looking.allowance.go_deeper()
    inner = Looking(looking.seen.inside(called), looking.inside, looking.allowance, looking.parts)
    _look_at_message(container, path, inner)
    looking.unread.extend(inner.unread)
    looking.allowance.come_back()
