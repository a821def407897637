"""A PDF's objects as plain values, through the JSON that qpdf writes of each.

To ask pikepdf for one key of a dictionary costs as much as to write the whole of it; a key that is not
there costs ten times as much.
"""

import json
import re
from typing import Any

import pikepdf

_REFERENCE = re.compile(r"(\d{1,9}) (\d{1,5}) R")
_REFERS = " R"
_LONGEST_TEXT = 100_000
# What the decoder itself asks: thousands of small objects are read of a tree.
_decoder: Any = json.JSONDecoder()
_scan = _decoder.scan_once
# Nearly all objects are of the first generation, and those need no pattern.
_FIRST = " 0 R"
_MOST_DIGITS = 9
_UNREAD = (ValueError, RecursionError, StopIteration)

Value = Any
"""A dict with keys like "/K", a list, a number, a truth, None, or a string.

A string is a name ("/P"), text ("u:…", or "b:…" in hexadecimal where it is no Unicode), or the reference
to another object ("12 0 R").
"""


class Objects:
    """The objects of one PDF."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        """Take them from a PDF, which has to stay open."""
        self._pdf = pdf
        self._get = pdf.get_object

    def of(self, value: Value) -> Value:
        """Return what a reference leads to, and anything else as it is; None if it leads nowhere."""
        # Most of what is asked about is no reference.
        if type(value) is not str or value[-2:] != _REFERS:
            return value
        number = value[:-4]
        if value[-4:] == _FIRST and len(number) <= _MOST_DIGITS and number.isdecimal():
            return plain(self._get(int(number), 0))
        place = self.place_of(value)
        return value if place is None else plain(self._get(*place))

    def naming(self, value: Value, word: bytes) -> Value:
        """Return what a value stands for; None where it leads to a dictionary that does not hold a word."""
        place = self.place_of(value)
        if place is None:
            return value
        found: Any = self._get(*place)
        if not isinstance(found, pikepdf.Object):
            return found
        try:
            written = found.to_json(dereference=True)
            return None if written[:1] == b"{" and word not in written else _read(written)
        except _UNREAD:
            return None

    def place_of(self, value: Value) -> tuple[int, int] | None:
        """Return the number and the generation that a value refers to; None if it is no reference."""
        if type(value) is not str or value[-2:] != _REFERS:
            return None
        number = value[:-4]
        if value[-4:] == _FIRST and number.isdecimal() and len(number) <= _MOST_DIGITS:
            return int(number), 0
        found = _REFERENCE.fullmatch(value)
        return (int(found[1]), int(found[2])) if found else None

    def pages(self) -> list[str]:
        """Return the references to the pages, in order."""
        return [reference(page.obj.objgen) for page in self._pdf.pages]


def plain(found: Any) -> Value:
    """Return one of pikepdf's objects as a plain value."""
    # pikepdf gives numbers and null as plain ones, though its types say that all are objects.
    if not isinstance(found, pikepdf.Object):
        return found
    try:
        return _scan(found.to_json(dereference=True).decode(), 0)[0]
    except _UNREAD:
        return None


def _read(written: bytes) -> Value:
    return _scan(written.decode(), 0)[0]


def reference(number: tuple[int, int]) -> str:
    """Return the reference to the object of a number and a generation."""
    return f"{number[0]} {number[1]} R"


def text_of(value: Value) -> str | None:
    """Return the text of a string, cut if it is very long; None for anything else."""
    if not isinstance(value, str):
        return None
    if value.startswith("u:"):
        return value[2 : 2 + _LONGEST_TEXT]
    if value.startswith("b:"):
        return str(pikepdf.String(bytes.fromhex(value[2:])))[:_LONGEST_TEXT]
    return None
