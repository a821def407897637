"""What the pages of a redaction show: a page with its words and boxes, and each mark with its number."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.http import urlencode

from answerable.domain.release.page_words import Box, PageWord, is_in
from answerable.queries.casework.redacting.seen import SeenFile, SeenMark, SeenRedaction, file_seen
from answerable.reading.shown_pages import ShownPage

_LONGEST_NUMBER = 6
_MOST_WORDS = 3000
"""A dense page of print has a thousand: what has more is a table that a browser would be long over."""
_MILLIMETRES = 25.4 / 72
"""To a point."""

STATES = {
    "being marked": ("Being marked", "blue"),
    "waiting for a second person": ("Waits for a second person", "yellow"),
    "sent back": ("Sent back", "orange"),
    "being made": ("The redacted file is being made", "blue"),
    "done": ("Redacted", "green"),
}
"""Each state of a redaction: its words, and the colour of its tag."""


@dataclass(frozen=True, slots=True)
class DrawnBox:
    """A box as a drawing has it, in points; the number is that of its mark in the log."""

    number: int
    x: str
    y: str
    width: str
    height: str


@dataclass(frozen=True, slots=True)
class ListedMark:
    """A mark under its number in the log."""

    number: int
    mark: SeenMark
    by: str


@dataclass(frozen=True, slots=True)
class ShownWord:
    """A word that can be picked, by its place on the page; whether it is marked already."""

    place: int
    text: str
    is_marked: bool
    box: DrawnBox


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of a file to look at: its picture, its boxes over it, its words in lines, and how many more there are."""

    page: int
    pages: int
    width: str
    height: str
    picture: str
    boxes: tuple[DrawnBox, ...]
    lines: tuple[tuple[ShownWord, ...], ...]
    words_left: int

    @property
    def page_words(self) -> str:
        """Return the number of the page, to be put among words."""
        return str(self.page)

    @property
    def wide(self) -> int:
        """Return how wide the page is, in millimetres."""
        return round(float(self.width) * _MILLIMETRES)

    @property
    def high(self) -> int:
        """Return how high the page is, in millimetres."""
        return round(float(self.height) * _MILLIMETRES)

    @property
    def before(self) -> int | None:
        """Return the page before, if there is one."""
        return self.page - 1 if self.page > 1 else None

    @property
    def behind(self) -> int | None:
        """Return the page behind, if there is one."""
        return self.page + 1 if self.page < self.pages else None


def seen_file(reference: str, number: int) -> SeenFile:
    """Return a file of a request that somebody may see.

    :raises Http404: if it has no such file.
    """
    found = file_seen(reference, number)
    if found is None:
        raise Http404
    return found


def page_asked(request: HttpRequest, pages: int) -> int:
    """Return the page that an address asks for, within those that there are; the first if it asks for none."""
    said = request.GET.get("page", "")
    is_number = said.isascii() and said.isdigit() and len(said) < _LONGEST_NUMBER
    return min(max(int(said), 1), max(pages, 1)) if is_number else 1


def listed_marks(marks: Iterable[SeenMark], names: dict[str, str]) -> list[ListedMark]:
    """Return marks under the numbers that they have in the log, with the names of those who made them."""
    return [
        ListedMark(number, one, names.get(one.made_by, one.made_by))
        for number, one in enumerate(marks, start=1)
    ]


def sheet_of(
    shown: ShownPage, seen: SeenRedaction, *, reference: str, file: int, of: str = ""
) -> Sheet:
    """Return a page as it is looked at; `of` is "result" for the page of the redacted file."""
    numbers = {one.number: number for number, one in enumerate(seen.marks, start=1)}
    marks = seen.on_page(shown.page)
    boxes = [one.box for one in marks]
    return Sheet(
        page=shown.page,
        pages=shown.pages,
        width=_figure(shown.width),
        height=_figure(shown.height),
        picture=picture_address(reference, file, shown.page, of=of),
        boxes=tuple(_drawn(one.box, numbers[one.number]) for one in marks),
        lines=tuple(
            tuple(
                ShownWord(place, word.text, _is_marked(word, boxes), _drawn(word.box, place))
                for place, word in line
            )
            for _, line in groupby(
                enumerate(shown.words[:_MOST_WORDS]), key=lambda one: one[1].line
            )
        ),
        words_left=max(len(shown.words) - _MOST_WORDS, 0),
    )


def picture_address(reference: str, file: int, page: int, *, of: str = "") -> str:
    """Return where the picture of a page is."""
    asked: dict[str, str | int] = {"page": page, **({"of": of} if of else {})}
    address = reverse("file-redaction-picture", args=[reference, file])
    return f"{address}?{urlencode(asked)}"


def _is_marked(word: PageWord, boxes: Iterable[Box]) -> bool:
    return any(is_in(word.box, one) for one in boxes)


def _drawn(box: Box, number: int) -> DrawnBox:
    left, top, right, bottom = box
    sides = map(_figure, (left, top, right - left, bottom - top))
    return DrawnBox(number, *sides)


def _figure(number: float) -> str:
    """Return a number as drawings have it, in whatever language a page is."""
    return f"{number:.2f}"
