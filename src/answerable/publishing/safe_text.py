"""Text that every file can carry: no control characters, and links that lead to no script."""

import re

_BLANKS = re.compile("[\r\x0b\x0c\x85]")
_CANNOT_BE_WRITTEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane * 0x10000 + end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
    + "]"
)
_SAFE_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s]+\Z", re.IGNORECASE)


def writable(text: str) -> str:
    """Return the text with what no file can carry replaced, character for character.

    A carriage return, form feed or the like becomes a space; other control characters, lone
    surrogates and noncharacters become U+FFFD. Offsets into the text stay right.
    """
    return _CANNOT_BE_WRITTEN.sub("\ufffd", _BLANKS.sub(" ", text))


def is_safe_address(href: str | None) -> bool:
    """Return whether a reader may be sent there: a web page or a mailbox, never a script."""
    return href is not None and _SAFE_ADDRESS.match(href) is not None
