"""A message as it travels (EML): its heads, each of its parts, and what lies between them."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from email import policy
from email.message import Message
from email.parser import BytesParser

from answerable.inspecting.allowance import Allowance
from answerable.inspecting.findings import CannotSay
from answerable.inspecting.mailed.bodies import look_at_alternatives, look_at_body
from answerable.inspecting.mailed.encodings import bytes_of, look_at_encoding
from answerable.inspecting.mailed.heads import look_at_heads, said
from answerable.inspecting.seen import Seen

Inside = Callable[[bytes, str, Seen], None]

MOST_BYTES = 128 * 1024 * 1024
MOST_PARTS = 2_000
_DEEPEST = 60
_MOST_LINES = 20_000
_BETWEEN = re.compile(
    r"\s*(?:This is a (?:cryptographically signed |multi-?part )?message in MIME format\.?(?:\s*-+)?"
    r"|This is a multi-?part message in MIME format\.?|--+|This is an OpenPGP/MIME (?:signed|encrypted) message[^\n]*)?\s*",
    re.IGNORECASE,
)
_SECRET = ("application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted")
_SIGNATURES = (
    "application/pkcs7-signature",
    "application/x-pkcs7-signature",
    "application/pgp-signature",
)
_KNOWN_PARAMETERS = frozenset(
    "charset boundary name filename format delsp type start size creation-date modification-date read-date"
    " protocol micalg report-type method reply-type differences".split()
)
_VALUES = {
    "charset": re.compile(r"[\w.:\-]{2,24}"),
    "format": re.compile(r"flowed|fixed", re.IGNORECASE),
    "delsp": re.compile(r"yes|no", re.IGNORECASE),
    "size": re.compile(r"\d+"),
    "micalg": re.compile(r"[\w\-]{3,20}"),
    "method": re.compile(r"[A-Z]+", re.IGNORECASE),
    "type": re.compile(r"\"?[a-z]+/[a-z.+\-]+\"?", re.IGNORECASE),
    "protocol": re.compile(r"application/[\w.+\-]+", re.IGNORECASE),
}
_A_KEY = re.compile(r"[\w=.?+\-/:,' ()]{1,70}")


@dataclass(slots=True)
class Looking:
    """What a message is looked at with; `unread` holds why files in it could not be inspected."""

    seen: Seen
    inside: Inside
    allowance: Allowance
    parts: int = 0
    unread: list[str] = field(default_factory=list)


def look_at_mail(data: bytes, seen: Seen, inside: Inside, allowance: Allowance) -> None:
    """Find what a message holds and does not show, in its parts and in the files that go with it.

    :raises CannotSay: if it, or a file in it, cannot be inspected.
    """
    if len(data) > MOST_BYTES or data.count(b"\n--") > _MOST_LINES:
        raise CannotSay(
            "It is a message with more parts than can be inspected: save its files by themselves"
        )
    message = BytesParser(policy=policy.compat32).parsebytes(data)
    looking = Looking(seen, inside, allowance)
    _check_is_a_message(message)
    look_at_message(message, looking)
    if looking.unread:
        raise CannotSay(looking.unread[0])


def _check_is_a_message(message: Message) -> None:
    is_page = message.get_content_type() == "multipart/related" and not message.get("received")
    if message.get("snapshot-content-location") or (
        is_page
        and (not message.get("to"))
        and (not message.get("from") or "saved by" in str(message["from"]).lower())
    ):
        raise CannotSay(
            "It is a web page with its pictures (MHT), which cannot be inspected: open it, and print it as PDF"
        )


def look_at_message(message: Message, looking: Looking) -> None:
    """Find the same in a message that has been parsed."""
    if message.get_unixfrom():
        looking.seen.add("mail.route", "first line", message.get_unixfrom() or "")
    look_at_heads(
        message.raw_items() if hasattr(message, "raw_items") else message.items(), looking.seen
    )
    _look_at_part(message, looking, "", depth=0)


def _look_at_part(part: Message, looking: Looking, place: str, *, depth: int) -> None:
    looking.parts += 1
    if looking.parts > MOST_PARTS or depth > _DEEPEST:
        raise CannotSay(
            "It is a message with more parts than can be inspected: save its files by themselves"
        )
    if place:
        look_at_heads(part.items(), looking.seen, is_part=True)
    look_at_parameters(part, looking.seen)
    for defect in part.defects:
        looking.seen.add("mail.damaged", place, type(defect).__name__)
    kind = part.get_content_type()
    if kind in _SECRET:
        raise CannotSay(
            "It is a message that is encrypted: save its text and its files without that"
        )
    if kind == "message/rfc822":
        _look_at_nested(part, looking, place)
    elif part.is_multipart():
        _look_at_parts(part, looking, place, depth=depth)
    else:
        _look_at_leaf(part, looking, place, kind)


def _look_at_parts(part: Message, looking: Looking, place: str, *, depth: int) -> None:
    for text in (part.preamble, part.epilogue):
        if text and not _BETWEEN.fullmatch(text):
            looking.seen.add("mail.between-parts", place, text)
    held = held_in(part)
    for number, one in enumerate(held, 1):
        _look_at_part(one, looking, f"{place}{'.' if place else 'part '}{number}", depth=depth + 1)
    kind = part.get_content_type()
    if kind == "multipart/alternative":
        look_at_alternatives(held, looking.seen)
    elif kind == "multipart/related":
        _look_at_related(held, looking.seen, place)


def held_in(part: Message) -> list[Message]:
    """Return the parts of a part; none if it has none."""
    held = part.get_payload()
    return [one for one in held if isinstance(one, Message)] if isinstance(held, list) else []


def _look_at_related(held: list[Message], seen: Seen, place: str) -> None:
    """Find a part of a page that the page does not show: it stands in no list of files either."""
    page = b"".join(bytes_of(one) for one in _leaves(held) if one.get_content_type() == "text/html")
    for number, one in enumerate(held[1:], 2):
        key = str(one.get("content-id") or "").strip().strip("<>")
        shown = key and f"cid:{key}".encode("utf-8", "replace") in page
        at = str(one.get("content-location") or "")
        if not shown and not (at and at.encode("utf-8", "replace") in page):
            seen.add(
                "mail.unshown-part",
                f"{place}.{number}" if place else f"part {number}",
                name_of(one),
            )


def _leaves(held: list[Message]) -> list[Message]:
    return [leaf for one in held for leaf in one.walk() if not leaf.is_multipart()]


def _look_at_nested(part: Message, looking: Looking, place: str) -> None:
    looking.seen.add("mail.nested-message", place)
    looking.allowance.go_deeper()
    inner = Looking(
        looking.seen.inside(name_of(part) or "message"),
        looking.inside,
        looking.allowance,
        looking.parts,
    )
    held = held_in(part)
    if not held:
        raise CannotSay("It is a message that holds another, damaged one: save that by itself")
    look_at_message(held[0], inner)
    looking.parts = inner.parts
    looking.unread.extend(inner.unread)
    looking.allowance.come_back()


def _look_at_leaf(part: Message, looking: Looking, place: str, kind: str) -> None:
    look_at_encoding(part, looking.seen, place)
    name = name_of(part)
    is_file = part.get_content_disposition() == "attachment" or bool(name)
    if kind == "application/ms-tnef" or name.lower() == "winmail.dat":
        looking.seen.add("mail.tnef", place, name)
    elif kind in _SIGNATURES:
        looking.seen.add("mail.signature", place)
    elif not is_file and kind in ("text/plain", "text/html"):
        look_at_body(part, looking.seen)
    elif kind in ("message/external-body", "message/partial"):
        raise CannotSay("It is a message of which a part lies elsewhere: ask for the whole")
    else:
        _look_at_file(part, looking, place, name)


def _look_at_file(part: Message, looking: Looking, place: str, name: str) -> None:
    called = name or place or "its only part"
    looking.seen.add("mail.attachment", f"“{called}”")
    data = bytes_of(part)
    looking.allowance.take_files(1)
    looking.allowance.take_bytes(len(data))
    looking.allowance.go_deeper()
    try:
        looking.inside(data, called if name else "part", looking.seen.inside(called))
    except CannotSay as problem:
        looking.unread.append(f"“{called}” in it: {problem}")
    finally:
        looking.allowance.come_back()


def name_of(part: Message) -> str:
    """Return how a part is called."""
    return said(part.get_filename() or "").strip()


def look_at_parameters(part: Message, seen: Seen) -> None:
    """Find words in what is said of a part's kind, where only settings belong."""
    for head in ("content-type", "content-disposition"):
        for key, value in (part.get_params(header=head) or [])[1:]:
            _look_at_parameter(key.lower().partition("*")[0], str(value), seen)
    called = {
        said(value).strip()
        for value in (
            part.get_param("name"),
            part.get_param("filename", header="content-disposition"),
        )
        if isinstance(value, str)
    }
    if len(called) > 1:
        seen.add("mail.two-names", "", min(called))
    for key in ("content-id", "content-location", "x-attachment-id"):
        if part.get(key):
            seen.add("mail.thread", f"“{key}”", str(part[key]))


def _look_at_parameter(key: str, value: str, seen: Seen) -> None:
    if key in ("name", "filename"):
        return
    if key == "boundary":
        seen.add("mail.thread", "“boundary”", value)
        return
    allowed = _VALUES.get(key, _A_KEY)
    if key not in _KNOWN_PARAMETERS or not allowed.fullmatch(value):
        seen.add("mail.unknown-head", f"“{key}”" if key.isascii() else "", value)
