"""What RTF writes by numbers: alphabets, and bytes in hexadecimal digits."""

import re

_DIGITS = re.compile(r"(?:[0-9a-fA-F]{2}){5,}")
_SAMPLE = 200


def codepage(number: int) -> str:
    """Return the alphabet of a number; that of the west where it is not known."""
    try:
        "".encode(f"cp{number}")
    except LookupError:
        return "cp1252"
    return f"cp{number}"


def unpacked(text: str) -> str:
    """Return text that is written down in hexadecimal digits, or the text itself."""
    bare = "".join(text.split())[:_SAMPLE]
    return bytes.fromhex(bare).decode("latin-1") if _DIGITS.fullmatch(bare) else text
