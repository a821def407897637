"""Signs that nobody sees among the letters of a text."""

import re
import zlib
from base64 import a85decode, b32decode, b64decode, b85decode, urlsafe_b64decode
from collections.abc import Iterator

from answerable.inspecting.symbols import words_by_their_signs

_UNSEEN = re.compile(
    "[\U000e0000-\U000e007f\U000e0100-\U000e01ef\u2060-\u2064\u206a-\u206f\u180b-\u180e\u115f\u1160\u3164\uffa0]"
    "|[\u202d\u202e]|[\u034f\u17b4\u17b5\ufff9-\ufffb]|[\ufe00-\ufe0f]{2}|\u2800{3}"
    "|[\u200b-\u200f\u202a-\u202e\ufeff]{3}|(?:[\u200b\u200c\u200d\ufeff][^\u200b-\u200d\ufeff]{0,3}){8}"
    "|(?:\u00ad[^\u00ad]{0,1}){8}"
    "|[\x00-\x08\x0e-\x1f\x7f]"
)


MESSAGE = "E-mail message"
"""How a text begins that was made of a message: no program takes it for one, and its reader knows what it was."""

_EARLIER = re.compile(
    r"^-{2,} ?(?:original|forwarded) message|^[ \t]{0,9}(?:>[ \t]?)+\S|^on .{6,120} wrote:[ \t]{0,9}\r?$|^begin forwarded message:"
    r"|^from:[^\n]{1,300}\n{1,3}(?:[^\n]{0,300}\n{1,3}){0,2}[ \t]{0,9}(?:sent|date|to):",
    re.IGNORECASE | re.MULTILINE,
)


def quotes_earlier(text: str) -> bool:
    """Return whether earlier messages stand under the text of a message."""
    return _EARLIER.search(text) is not None


def unseen_signs(text: str) -> Iterator[str]:
    """Yield where signs without a width or shape stand: tags, marks of direction and joiners in numbers."""
    for found in _UNSEEN.finditer(text):
        yield text[max(0, found.start() - 20) : found.end() + 20]
    if words := words_by_their_signs(text):
        yield words


_IN_SIGNS = re.compile(
    r"(?P<percent>(?:%[0-9A-Fa-f]{2}){4,})|(?P<entities>(?:&#x?[0-9A-Fa-f]{1,6};){4,})"
    r"|(?P<escapes>(?:\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2}){4,})|(?P<mail>(?:=[0-9A-F]{2}){4,})"
    r"|(?<!\d)(?P<bits>[01]{8}(?: ?[01]{8}){4,})(?!\d)|(?<!\d)(?P<numbers>\d{2,3}(?: \d{2,3}){5,})(?!\d)"
    r"|(?P<utf7>\+[A-Za-z0-9+/]{8,}-)"
)
_NUMBERS_IN_SIGNS = {
    "percent": (re.compile(r"[0-9A-Fa-f]{2}"), 16),
    "entities": (re.compile(r"(?<=&#)x?[0-9A-Fa-f]+"), 0),
    "escapes": (re.compile(r"[0-9A-Fa-f]{2,4}"), 16),
    "mail": (re.compile(r"[0-9A-F]{2}"), 16),
    "bits": (re.compile(r"[01]{8}"), 2),
    "numbers": (re.compile(r"\d{2,3}"), 10),
}
_IN_DOTS = re.compile("[\u2800-\u28ff]{4,}")
_FIRST_OF_DOTS = 0x2800
# Letters are told by blanks and tabs in turns; programs that line up a table write a few of each.
_IN_BLANKS = re.compile(r"[ \t]{40,}")
_TURNS = re.compile(r" \t")
_MOST_TURNS = 8
_A_WORD = re.compile(r"[^\W\d_]{4}")
_ONE_WORD = re.compile(r"[A-Z]?[a-z]{5,}")
_FILE_IN_LINES = re.compile(r"^(?:begin(?:-base64)? [0-7]{3} \S|=ybegin line=\d)", re.MULTILINE)
_IN_CODE = re.compile(
    r"(?<![A-Za-z0-9+/=\-_.])(?:(?P<hex>(?:[0-9A-Fa-f]{2}){10,})|(?P<base32>[A-Z2-7]{16,}={0,6})(?![a-z])|(?P<base64>[A-Za-z0-9+/]{14,}={0,2}))(?![A-Za-z0-9+/=])"
)
_IN_85 = re.compile(r"[^\s,;|\"]{12,}")
_OF_ORDINARY_TOKENS = str.maketrans(
    "", "", "".join(map(chr, range(128))).translate(str.maketrans("", "", "!#$%&()*+<=>?^`{}~"))
)
_TOKEN = re.compile(r"(?<![\w\-])eyJ[\w\-]{12,}", re.ASCII)
_MOST_IN_CODE = 4_000
_PLAIN = re.compile(rb"[A-Za-z][A-Za-z '.,:;@\r\n\d\-]{6,}")
_LETTERS = re.compile(rb"[A-Za-z]")
_OF_SOMEBODY = re.compile(rb"\+?\d(?:[ \-]?\d){9,14}")
_MOSTLY = 0.8


def words_in_code(text: str) -> str:
    """Return the first words, or number of somebody, that stand in a text as signs of a code; nothing if none do.

    "517569636b" and "UXVpY2sgYnJvd24gZm94" are told because what they come to is plain: what an identity or
    a sum comes to hardly ever is.
    """
    for found in _IN_CODE.finditer(text):
        code = found[0][:_MOST_IN_CODE]
        try:
            if found["hex"]:
                held = bytes.fromhex(code)
            elif found["base32"]:
                held = b32decode(code.rstrip("=") + "=" * (-len(code.rstrip("=")) % 8))
            else:
                held = _unpacked(b64decode(code + "=" * (-len(code) % 4)))
        except ValueError:
            continue
        if _is_plain(held):
            return code
    return _words_in_tokens(text) or _words_in_85(text)


def _words_in_tokens(text: str) -> str:
    """Return the first words that a token holds with which programs tell each other who somebody is."""
    for found in _TOKEN.finditer(text) if "eyJ" in text else ():
        code = found[0][:_MOST_IN_CODE]
        held = urlsafe_b64decode(code + "=" * (-len(code) % 4)) if len(code) % 4 != 1 else b""
        if re.search(rb'"[^"]*[A-Za-z]{4}', held):
            return code
    return ""


def _is_plain(held: bytes) -> bool:
    if _OF_SOMEBODY.fullmatch(held):
        return True
    return bool(_PLAIN.fullmatch(held)) and len(_LETTERS.findall(held)) >= _MOSTLY * len(held)


def _unpacked(held: bytes) -> bytes:
    """Return bytes as they are, or as they were before they were packed."""
    if held[:1] not in (b"\x78", b"\x1f"):
        return held
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(held, _MOST_IN_CODE)
    except zlib.error:
        return held


def _words_in_85(text: str) -> str:
    """Return the first words that stand in a text in one of the codes of 85 signs; nothing if none do.

    Such a code has signs that stand in no word, number or address.
    """
    for found in _IN_85.finditer(text):
        code = found[0]
        if code.isalnum() or not code.isascii() or not code.translate(_OF_ORDINARY_TOKENS):
            continue
        for decode in (b85decode, a85decode):
            try:
                held = decode(code[:_MOST_IN_CODE])
            except ValueError:
                continue
            if _is_plain(held):
                return code
    return ""


def words_in_signs(text: str) -> str:
    """Return the first words that stand in a text letter by letter in a code; nothing if none do.

    "%51%75%69%6C%6C", "&#81;&#117;…", the letters' numbers or bits, and files that old mails wrote into their lines.
    """
    if found := _FILE_IN_LINES.search(text):
        return found[0]
    for found in _IN_DOTS.finditer(text):
        said = "".join(chr(ord(one) - _FIRST_OF_DOTS) for one in found[0])
        if _A_WORD.search(said):
            return found[0]
    for found in _IN_BLANKS.finditer(text):
        if len(_TURNS.findall(found[0])) >= _MOST_TURNS:
            return found[0]
    for found in _IN_SIGNS.finditer(text):
        kind = found.lastgroup or ""
        code = found[0][:_MOST_IN_CODE]
        said = _of_seven_bits(code) if kind == "utf7" else _of_numbers(code, kind)
        # Numbers of a table are letters too, but seldom of one word.
        if _ONE_WORD.fullmatch(said) if kind in ("numbers", "bits") else _A_WORD.search(said):
            return code
    return ""


def _of_seven_bits(code: str) -> str:
    try:
        said = code.encode("ascii").decode("utf-7")
    except UnicodeDecodeError:
        return ""
    return said if said.isascii() else ""


def _of_numbers(code: str, kind: str) -> str:
    each, base = _NUMBERS_IN_SIGNS[kind]
    numbers = (
        int(one.lstrip("x"), 16 if one.startswith("x") else base or 10)
        for one in each.findall(code)
    )
    return "".join(chr(one) for one in numbers if one < 0xD800)  # noqa: PLR2004 what follows is no letter


# Marks of direction, blanks without a width, soft hyphens, tags, controls, and what no file can carry.
_NEVER_SHOWN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0d\ufeff\uffa0\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
# Joiners shape letters of some alphabets and families of pictures: one alone, between two that it can join.
_JOINER = re.compile(
    "(?<![\u0590-\u1cff\u2190-\u2bff\ufe0f\U0001f000-\U0001faff])[\u200c\u200d]+|[\u200c\u200d]{2,}"
)
_TRAILING_JOINER = re.compile("[\u200c\u200d](?![\u0590-\u1cff\u2190-\u2bff\U0001f000-\U0001faff])")


def without_unseen(text: str) -> str:
    """Return a text without signs that show nothing: what is left can be seen, or is a blank."""
    if text.isascii() and text.isprintable():
        return text
    text = _NEVER_SHOWN.sub("", text)
    return _TRAILING_JOINER.sub("", _JOINER.sub("", text))
