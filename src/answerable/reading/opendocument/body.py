"""Texts of OpenDocument into blocks: paragraphs, lists with their numbers, tables, notes and frames."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from answerable.reading.blocks import Block, Kind, Run
from answerable.reading.opendocument.elements import (
    SVG,
    TABLE,
    TEXT,
    Element,
    TooDeep,
    name_of,
    number_of,
    words_of,
)
from answerable.reading.opendocument.inline import Beside, Inline, frames_in
from answerable.reading.opendocument.lists import Counter, Level, Lists, ListStyle
from answerable.reading.opendocument.styles import Styles
from answerable.reading.raw_tables import Cell, RawTable
from answerable.reading.writing import Look, Writer

_DEEPEST = 60
_WIDEST, _LONGEST = 63, 1000
_ROWS = frozenset(("table-header-rows", "table-rows", "table-row-group"))
_INSIDE = frozenset(
    (
        "section",
        "index-body",
        "index-title",
        "numbered-paragraph",
        "text-box",
        "table-of-content",
        "alphabetical-index",
        "user-index",
        "bibliography",
        "illustration-index",
        "table-index",
        "object-index",
    )
)


@dataclass(slots=True)
class _Item:
    """An item of a list: its counter, its style and level; `is_open` until its number is printed."""

    counter: Counter
    name: str
    style: ListStyle
    level: int
    start: int | None = None
    is_open: bool = False


@dataclass(slots=True)
class Body:
    """Reads one text into blocks. `deleted` counts what tracked changes took out."""

    writer: Writer
    styles: Styles
    inline: Inline = field(init=False)
    lists: Lists = field(default_factory=Lists)
    headings: Counter = field(default_factory=Counter)
    alone: list[str] = field(default_factory=list)
    mark: str = ""
    deleted: int = 0
    depth: int = 0

    def __post_init__(self) -> None:
        self.inline = Inline(self.styles)

    @property
    def hidden(self) -> int:
        """Return how many stretches of words are hidden."""
        return self.inline.hidden

    def blocks(self, elements: Iterable[Element], item: _Item | None = None) -> Iterator[Block]:
        """Yield the blocks of what stands in a text, a cell, a note or an item of a list.

        :raises TooDeep: if they stand in each other without end.
        """
        self.depth += 1
        if self.depth > _DEEPEST:
            raise TooDeep
        for one in elements:
            yield from self._block(one, item)
        self.depth -= 1

    def _block(self, one: Element, item: _Item | None) -> Iterator[Block]:
        name = name_of(one)
        if name in ("p", "h"):
            yield from self._paragraph(one, item)
        elif name == "list":
            yield from self._list(one, item)
        elif name == "table":
            yield from self._table(one)
        elif name == "frame":
            yield from self._frame(one)
        elif name in _INSIDE:
            yield from self.blocks(one)
        elif name == "soft-page-break":
            self.writer.is_broken = True
        elif name == "tracked-changes":
            self.deleted += sum(1 for _ in one.iter(f"{TEXT}deletion"))

    def _paragraph(self, element: Element, item: _Item | None) -> Iterator[Block]:
        style = element.get(f"{TEXT}style-name")
        if self.styles.breaks_page(style):
            self.writer.is_broken = True
        is_heading = name_of(element) == "h" or self.styles.is_title(style)
        look = self._look(element, item, is_heading=is_heading)
        found = self.inline.paragraph(element)
        if found.has_words:
            lines, self.mark, mark = found.lines, "", self.mark
            if mark:
                lines = [[Run(f"{mark} "), *lines[0]], *lines[1:]]
            yield from self.writer.paragraph(lines, look)
        elif look.number:
            self.alone.append(look.number)
        for beside in found.beside:
            yield from self._beside(beside)

    def _look(self, element: Element, item: _Item | None, *, is_heading: bool) -> Look:
        """Return what stands before a paragraph: the number or the bullet of its item, if it is the first."""
        if item is None:
            number = self._heading_number(element)
            return Look(is_heading, number)
        if not item.is_open:
            return Look(is_heading)
        item.is_open = False
        level = item.style.get(item.level, Level())
        if level.bullet is not None:
            return Look(bullet=level.bullet, level=item.level)
        number = item.counter.next_of(item.style, item.level, start=item.start)
        return Look(is_heading, number)

    def _heading_number(self, element: Element) -> str:
        outline = self.styles.outline
        level = number_of(element, f"{TEXT}outline-level", otherwise=0) - 1
        is_header = element.get(f"{TEXT}is-list-header") == "true"
        if outline is None or level < 0 or is_header or not outline.get(level, Level()).form:
            return ""
        return self.headings.next_of(outline, level, start=None)

    def _list(self, element: Element, around: _Item | None) -> Iterator[Block]:
        name = element.get(f"{TEXT}style-name") or (around.name if around else "")
        level = around.level + 1 if around else 0
        style = self.styles.lists.get(name, {})
        if around and name == around.name:
            counter = around.counter
        else:
            counter = self.lists.begin(element, name)
        for one in element:
            if name_of(one) in ("list-item", "list-header"):
                said = number_of(one, f"{TEXT}start-value", otherwise=-1)
                start = said if said >= 0 else None
                is_item = name_of(one) == "list-item"
                yield from self.blocks(one, _Item(counter, name, style, level, start, is_item))

    def _table(self, table: Element) -> Iterator[Block]:
        start = self.writer.length
        raw = RawTable(start=start)
        for row in _rows_of(table):
            raw.begin_row()
            for cell in row:
                if name_of(cell) == "table-cell":
                    columns = number_of(cell, f"{TABLE}number-columns-spanned", otherwise=1)
                    rows = number_of(cell, f"{TABLE}number-rows-spanned", otherwise=1)
                    raw.begin_cell(
                        self._cell(cell),
                        columns=max(1, min(columns, _WIDEST)),
                        rows=max(1, min(rows, _LONGEST)),
                    )
        yield from self.writer.table([row for row in raw.rows if row], start=start)

    def _cell(self, element: Element) -> Cell:
        outside, self.alone = self.alone, []
        blocks = list(self.blocks(element))
        if not blocks:
            # A cell may hold the number of its row, which a list counts, and nothing else.
            blocks = [self.writer.block((Run(one),), Kind.PARAGRAPH) for one in self.alone]
        self.alone = outside
        return Cell(blocks)

    def _beside(self, beside: Beside) -> Iterator[Block]:
        if not beside.mark:
            yield from self._frame(beside.element)
            return
        self.mark = beside.mark
        for body in beside.element.iterfind(f"{TEXT}note-body"):
            yield from self.blocks(body)
        self.mark = ""

    def _frame(self, frame: Element) -> Iterator[Block]:
        """Yield what a frame shows: the words of a text box, or the place of a picture."""
        for one in frames_in(frame):
            if name_of(one) == "text-box":
                yield from self.blocks(one)
            else:
                said = (frame.find(f"{SVG}{name}") for name in ("desc", "title"))
                words = next((words_of(found) for found in said if found is not None), "")
                yield self.writer.picture(" ".join(words.split()))
            return


def _rows_of(table: Element) -> Iterator[Element]:
    for one in table:
        name = name_of(one)
        if name == "table-row":
            yield one
        elif name in _ROWS:
            yield from _rows_of(one)
