"""Signs that nobody sees among the letters of a text."""

import re
from base64 import b64decode
from collections.abc import Iterator

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


_IN_CODE = re.compile(
    r"(?<![A-Za-z0-9+/=\-_.])(?:(?P<hex>(?:[0-9A-Fa-f]{2}){10,})|(?P<base64>[A-Za-z0-9+/]{16,}={0,2}))(?![A-Za-z0-9+/=])"
)
_MOST_IN_CODE = 4_000
_PLAIN = re.compile(rb"[A-Za-z][A-Za-z '.,:;@\r\n\d\-]{6,}")
_LETTERS = re.compile(rb"[A-Za-z]")
_MOSTLY = 0.8


def words_in_code(text: str) -> str:
    """Return the first words that stand in a text as the letters and digits of a code; nothing if none do.

    "517569636b" and "UXVpY2sgYnJvd24gZm94" are told because what they come to is plain: what an identity or
    a sum comes to hardly ever is.
    """
    for found in _IN_CODE.finditer(text):
        code = found[0][:_MOST_IN_CODE]
        try:
            held = bytes.fromhex(code) if found["hex"] else b64decode(code + "=" * (-len(code) % 4))
        except ValueError:
            continue
        if _PLAIN.fullmatch(held) and len(_LETTERS.findall(held)) >= _MOSTLY * len(held):
            return code
    return ""


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
