"""What one cell of a workbook shows, from its style, its type and its value."""

import datetime as dt
import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from answerable.inspecting.markup import Element, elements_of, local, named
from answerable.inspecting.office.package import Package
from answerable.inspecting.office.workbooks.format_codes import sections_of
from answerable.inspecting.office.workbooks.looks import Look, Looks
from answerable.inspecting.office.workbooks.strings import Run, in_sight, runs_of, shown_pieces
from answerable.inspecting.rebuilding.tables.cells import Cell, Shown
from answerable.inspecting.rebuilding.tables.dates import moment_of
from answerable.inspecting.rebuilding.tables.numbers import displayed_number, displayed_words
from answerable.inspecting.rebuilding.tables.plain import cell_of_moment, cell_of_number
from answerable.inspecting.rebuilding.tables.strangers import check_is_of_sheets
from answerable.inspecting.seen import Seen
from answerable.inspecting.text import without_unseen

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_STRINGS = (
    "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}si",
    "{http://purl.oclc.org/ooxml/spreadsheetml/main}si",
)
_MOST_KEPT = 100_000
_PLAIN = ("", "general", "standard", "@")

Count = Callable[[str], None]
"""Counts one thing that is left out, by its kind."""


@dataclass(slots=True)
class Texts:
    """The strings that cells share: plain ones, and those of which a part has a look of its own."""

    plain: list[str] = field(default_factory=list)
    runs: dict[int, tuple[Run, ...]] = field(default_factory=dict)


def texts_of(package: Package, part: str, looks: Looks) -> Texts:
    """Return the strings of a part.

    :raises CannotSay: if it is no XML.
    """
    texts = Texts()
    if not part:
        return texts
    for one in elements_of(package.archive.stream(part), ("{*}si",), part, Seen()):
        if local(one) == "sst":
            break
        if not is_plain_string(one):
            check_is_of_sheets(one, "A shared string")
        if any(local(each) == "r" for each in one):
            texts.runs[len(texts.plain)] = tuple(runs_of(one, looks))
        texts.plain.append(readable("".join(shown_pieces(one))))
    return texts


def is_plain_string(one: Element) -> bool:
    """Return whether a string is one text and nothing else, of the maker of sheets."""
    return (
        len(one) == 1
        and not len(one[0])
        and str(one[0].tag) == str(one.tag)[:-2] + "t"
        and str(one.tag) in _STRINGS
    )


def readable(text: str) -> str:
    """Return a text without signs that nobody sees, and without Excel's way of writing some of them."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    if text.isascii() and text.isprintable():
        return text
    return without_unseen(text.replace("\r\n", "\n").replace("\r", "\n"))


class Values:
    """Works out what cells show; a number in a style is worked out once."""

    def __init__(self, looks: Looks, texts: Texts, *, is_1904: bool) -> None:
        self._looks, self._texts, self._is_1904 = looks, texts, is_1904
        self._kept: dict[tuple[bytes, bytes], Cell] = {}
        self._of_style: dict[bytes, tuple[Look, str, bool]] = {}

    def style(self, style: bytes) -> tuple[Look, str, bool]:
        """Return the look of a style, why nothing of it is seen, and whether it shows numbers as they are."""
        if style not in self._of_style:
            look = self._looks.of_cell(int(style or 0))
            why = "invisible" if look.is_lost else "tiny" if look.is_tiny else ""
            why = why or ("pushed" if look.is_pushed else "")
            self._of_style[style] = look, why, look.number_format.lower() in _PLAIN
        return self._of_style[style]

    def number(self, style: bytes, raw: bytes) -> Cell:
        """Return what a number shows in a style; nothing if it shows nothing.

        :raises ValueError: if it is no number.
        """
        key = (style, raw)
        if key not in self._kept:
            if len(self._kept) > _MOST_KEPT:
                self._kept.clear()
            self._kept[key] = self._number(float(raw), self.style(style)[0])
        return self._kept[key]

    def _number(self, value: float, look: Look) -> Cell:
        code = look.number_format
        text = readable(displayed_number(value, code, is_1904=self._is_1904))
        if not text or not code:
            return text
        if any(one.is_of_dates for one in sections_of(code)):
            return cell_of_moment(text, moment_of(value, is_1904=self._is_1904))
        return cell_of_number(text, value)

    def words(self, style: bytes, text: str, runs: tuple[Run, ...], count: Count) -> Cell:
        """Return what words show in a style."""
        look = self.style(style)[0]
        if runs:
            seen = [run for run in runs if run.is_seen_on(look.ground) or not run.text.strip()]
            if len(seen) < len(runs):
                count("runs")
                text = readable("".join(run.text for run in seen))
        if len(shown := in_sight(text)) < len(text.rstrip()):
            count("pushed")
            text = shown
        return displayed_words(text, look.number_format) if look.number_format else text

    def shared(self, style: bytes, raw: bytes, count: Count) -> Cell:
        """Return what a shared string shows.

        :raises ValueError: if there is none of that number; a `LookupError` too.
        """
        number = int(raw)
        if number < 0:
            raise ValueError
        runs = self._texts.runs.get(number, ())
        return self.words(style, self._texts.plain[number], runs, count)

    def other(self, style: bytes, kind: bytes, text: str) -> Cell:
        """Return what a truth, an error or a date shows that is written as words.

        :raises ValueError: if it says something else than its type.
        """
        if kind == b"b":
            is_true = {"1": True, "0": False, "true": True, "false": False}[text.strip().lower()]
            return Shown("TRUE" if is_true else "FALSE", is_true)
        if kind == b"e":
            if not text.startswith("#"):
                raise ValueError
            return text
        moment = dt.datetime.fromisoformat(text.strip()).replace(tzinfo=None)
        days = (moment - dt.datetime(1899, 12, 30)) / dt.timedelta(days=1)  # noqa: DTZ001 cells know no zones
        code = self.style(style)[0].number_format or "dd/mm/yyyy"
        return cell_of_moment(readable(displayed_number(days, code)), moment)


def own_texts(row: Element, looks: Looks) -> Iterator[tuple[str, tuple[Run, ...]]]:
    """Yield the text that each cell of a row holds itself, and its runs."""
    for cell in named(row, "c"):
        inside = next((one for one in cell if local(one) == "is"), None)
        if inside is None:
            yield "", ()
        else:
            has_runs = any(local(one) == "r" for one in inside)
            runs = tuple(runs_of(inside, looks)) if has_runs else ()
            yield readable("".join(shown_pieces(inside))), runs


def finite(raw: bytes) -> float:
    """Return the number that bytes say.

    :raises ValueError: if they say none, or one without an end.
    """
    value = float(raw)
    if value - value != 0:
        raise ValueError
    return value


def unescaped(raw: bytes) -> str:
    """Return what the bytes of an element say that no parser read."""
    text = raw.decode("utf-8", "replace")
    return readable(html.unescape(text) if "&" in text else text)
