"""What one cell of an OpenDocument sheet shows: its words, checked against its value, which programs show."""

import datetime as dt
import re
from collections.abc import Iterator

from answerable.inspecting.colours import WHITE, Colour, is_lost
from answerable.inspecting.markup import Element, attribute, local
from answerable.inspecting.office.workbooks.strings import in_sight
from answerable.inspecting.opendocument.styles import Styles
from answerable.inspecting.rebuilding.tables.cells import Cell, Shown
from answerable.inspecting.rebuilding.tables.numbers import general
from answerable.inspecting.rebuilding.tables.plain import cell_of_moment, cell_of_number
from answerable.inspecting.text import without_unseen

_NUMBERS = ("float", "percentage", "currency")
_NOT_SHOWN = frozenset(
    ("annotation", "annotation-end", "note", "ruby-text", "bookmark", "title", "desc")
)
_NAMES = frozenset(
    "january february march april may june july august september october november december monday tuesday"
    " wednesday thursday friday saturday sunday am pm th st nd rd t".split()
)
_SHORT = 3
_OF_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:"
_MOST_BLANKS = 200
_HOURS = re.compile(r"[\d:., ]+(?:[AaPp][Mm])?|PT\w+")


class Odd(Exception):
    """A cell shows other words than its value, so that programs show one or the other."""


def words_shown(cell: Element, styles: Styles, ground: Colour | None) -> tuple[str, bool]:
    """Return the words that a cell shows, and whether a part of them cannot be seen."""
    lost: list[bool] = []
    paragraphs = [
        "".join(_pieces(one, styles, ground, lost)) for one in cell if local(one) in ("p", "h")
    ]
    text = without_unseen("\n".join(paragraphs))
    shown = in_sight(text)
    return shown, bool(lost) or len(shown) < len(text.rstrip())


def _pieces(one: Element, styles: Styles, ground: Colour | None, lost: list[bool]) -> Iterator[str]:
    yield one.text or ""
    for inside in one:
        name = local(inside)
        if name in ("s", "tab", "line-break"):
            count = attribute(inside, "c")
            blanks = min(int(count), _MOST_BLANKS) if count.isdigit() else 1
            yield {"s": " " * blanks, "tab": "\t", "line-break": "\n"}[name]
        elif name and name not in _NOT_SHOWN and inside.tag.startswith(_OF_TEXT):
            style = attribute(inside, "style-name")
            if name == "span" and _is_unseen(styles, style, ground):
                lost.append(True)
            else:
                yield from _pieces(inside, styles, ground, lost)
        yield inside.tail or ""


def _is_unseen(styles: Styles, style: str, ground: Colour | None) -> bool:
    ink = styles.ink("text", style)
    behind = styles.ground("text", style) or ground or WHITE
    is_pale = ink is not None and is_lost(ink, behind)
    return is_pale or styles.is_hidden("text", style) or styles.is_tiny("text", style)


def cell_shown(cell: Element, text: str, styles: Styles) -> Cell:
    """Return what a cell shows.

    :raises Odd: if its words are not those of its value.
    """
    kind = attribute(cell, "value-type")
    if kind in _NUMBERS:
        _check_printed(text, styles)
        return _number(text, attribute(cell, "value"))
    if kind == "boolean":
        is_true = attribute(cell, "boolean-value") == "true"
        if text.strip() and text.strip().upper() not in ("TRUE", "FALSE", "1", "0"):
            raise Odd
        return Shown("TRUE" if is_true else "FALSE", is_true)
    if kind == "date":
        return _date(text, attribute(cell, "date-value"))
    if kind == "time":
        if not _HOURS.fullmatch(text.strip()):
            raise Odd
        return text
    kept = attribute(cell, "string-value")
    if kept and without_unseen(kept).split() != text.split():
        raise Odd
    return text


def _check_printed(text: str, styles: Styles) -> None:
    """Do nothing if some number format prints the words beside a number.

    :raises Odd: if none does.
    """
    words = [one for one in re.findall(r"[^\W\d_]{2,}", text) if one != "GBP"]
    if any(not any(one in printed for printed in styles.printed) for one in words):
        raise Odd


def _number(text: str, written: str) -> Cell:
    try:
        value = float(written)
    except ValueError:
        raise Odd from None
    if not text.strip():
        return float(general(value))
    for tried in (text, text.translate(str.maketrans(",.", ".,"))):
        shown = cell_of_number(tried.strip().replace("\u00a0", " "), value)
        if isinstance(shown, Shown):
            return Shown(text.strip(), shown.value, shown.form)
    try:
        near = abs(float(text) - value) <= abs(value) * 0.1
    except ValueError:
        raise Odd from None
    if not near:
        raise Odd
    return text


def _date(text: str, written: str) -> Cell:
    try:
        moment = dt.datetime.fromisoformat(written).replace(tzinfo=None)
    except ValueError:
        raise Odd from None
    if not text.strip():
        text = moment.strftime("%d/%m/%Y")
    shown = cell_of_moment(text, moment)
    if isinstance(shown, Shown):
        return shown
    numbers = {moment.day, moment.month, moment.year, moment.year % 100}
    numbers |= {moment.hour, moment.hour % 12 or 12, moment.minute, moment.second}
    words = re.findall(r"[^\W\d_]+", text.lower())
    is_date = all(int(one) in numbers for one in re.findall(r"\d+", text)) and all(
        any(name == one or (name[:_SHORT] == one) for name in _NAMES) for one in words
    )
    if not is_date:
        raise Odd
    return text
