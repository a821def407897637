"""Paragraphs into blocks: their numbers, their lines, and what is placed behind them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from answerable.reading.blocks import MOST_BLOCKS, Block, Kind, Run, TooManyBlocks, after, trimmed
from answerable.reading.docx.drawings import Drawn
from answerable.reading.docx.elements import (
    OF_PARAGRAPH,
    Element,
    W,
    first_if,
    is_on,
    name_of,
    named,
    unwrapped,
    value,
)
from answerable.reading.docx.inline import Cut, Inline, Note, Piece
from answerable.reading.docx.notes import Notes
from answerable.reading.docx.numbering import Numbering, Printed, indent_of
from answerable.reading.docx.styles import Look
from answerable.reading.docx.tables import TableRow, laid_out, rows_of
from answerable.reading.lines import goes_on_over_break
from answerable.reading.raw_tables import Cell
from answerable.reading.tables import is_layout, layout_blocks
from answerable.reading.vocabulary import Role, label_of

_TYPED_BULLET = re.compile(r"([•·▪●◦–*\uf0b7\uf0a7-])\s+(?=\S)")
_PAGE_BEHIND = re.compile(r"\t\s*\d{1,4}\s*$")
_TAKEN_OUT = (f"{W}del", f"{W}moveFrom")
# Indents that differ by less are one: people drag rulers.
_STEP = 100


@dataclass(slots=True)
class Body:
    """Reads the paragraphs and tables of one document into blocks, and writes the text that they refer to.

    `indents` are those of the open list's bullets; `is_broken` says that a page has just ended; `alone`
    are numbers in front of nothing, which are all that a cell may hold.
    """

    inline: Inline
    numbering: Numbering
    notes: Notes
    text: list[str] = field(default_factory=list)
    length: int = 0
    count: int = 0
    indents: list[int] = field(default_factory=list)
    carried: list[Piece] = field(default_factory=list)
    is_broken: bool = False
    mark: str = ""
    alone: list[Run] = field(default_factory=list)
    not_read: int = 0

    def blocks(self, elements: Iterable[Element]) -> Iterator[Block]:
        """Yield the blocks of paragraphs and tables."""
        for one in unwrapped(elements):
            name = name_of(one)
            if name == "p":
                yield from self._paragraph(one)
            elif name == "tbl":
                yield from self._table(one)
            elif name == "altChunk":
                self.not_read += 1
        yield from self._carried()

    def furniture(self, elements: Iterable[Element]) -> Iterator[Block]:
        """Yield the paragraphs of a page's head or foot, each once, as what frames the pages."""
        said: set[str] = set()
        for paragraph in elements:
            pieces = self.inline.pieces_of(paragraph, Look())
            text = " ".join("".join(one.text for one in pieces if isinstance(one, Run)).split())
            if text and text not in said:
                said.add(text)
                yield self._block((Run(text),), Kind.BREAK)
        self.inline.fields.clear()

    def _paragraph(self, paragraph: Element) -> Iterator[Block]:
        properties = named(first_if(paragraph, OF_PARAGRAPH))
        look = self.inline.styles.look_of(properties)
        pieces = [*self.carried, *self.inline.pieces_of(paragraph, look)]
        self.carried = []
        if _is_joined_to_next(properties):
            self.carried = pieces
            return
        self.is_broken = self.is_broken or is_on(properties.get("pageBreakBefore")) is True
        before = self.numbering.next_of(look)
        lines = _lines(_without_page(pieces) if look.is_contents else pieces)
        if not (look.is_heading or look.is_contents) and (cells := self._tabbed(lines, before)):
            yield from layout_blocks(cells)
        else:
            yield from self._lines(lines, look, before, properties)
        yield from self._behind(pieces)
        section = properties.get("sectPr")
        if section is not None and value(section, "type") != "continuous":
            self.is_broken = True

    def _lines(
        self,
        lines: list[tuple[list[Run], bool]],
        look: Look,
        before: Printed | None,
        properties: Mapping[str, Element],
    ) -> Iterator[Block]:
        """Yield a paragraph's lines: a block for each, unless a line goes on with a sentence."""
        kind = Kind.HEADING if look.is_heading else Kind.PARAGRAPH
        for number, (runs, is_broken) in enumerate(_whole(lines, is_one=look.is_heading)):
            self.is_broken = self.is_broken or is_broken
            marked = [Run(f"{self.mark} "), *runs] if self.mark else runs
            self.mark = ""
            if _is_said(marked):
                yield self._line(marked, kind, None if number else before, properties)
        if before and not before.is_bullet and not any(_is_said(runs) for runs, _ in lines):
            self.alone.append(Run(before.text))

    def _line(
        self, runs: list[Run], kind: Kind, before: Printed | None, properties: Mapping[str, Element]
    ) -> Block:
        if before is None:
            return self._plain(trimmed(runs), kind, properties)
        if before.is_bullet:
            level = self._level(_indent(properties, otherwise=before.indent))
            return self._block(trimmed(runs), Kind.ITEM, marker=before.text, level=level)
        self.indents = []
        label = [Run(f"{before.text} ", runs[0].italic, runs[0].bold)] if before.text else []
        return self._block(trimmed([*label, *runs]), kind)

    def _plain(self, runs: tuple[Run, ...], kind: Kind, properties: Mapping[str, Element]) -> Block:
        """Return a line without a number of its own; somebody may have typed a bullet in front of it."""
        typed = _TYPED_BULLET.match("".join(one.text for one in runs))
        if kind is Kind.HEADING or typed is None:
            self.indents = []
            return self._block(runs, kind)
        level = self._level(_indent(properties, otherwise=0))
        marker = typed[1] if typed[1] < "\ue000" else "•"
        return self._block(after(runs, typed.end()), Kind.ITEM, marker=marker, level=level)

    def _level(self, indent: int) -> int:
        while self.indents and self.indents[-1] > indent + _STEP:
            self.indents.pop()
        if not self.indents or self.indents[-1] < indent - _STEP:
            self.indents.append(indent)
        return len(self.indents) - 1

    def _block(
        self, runs: tuple[Run, ...], kind: Kind, *, marker: str | None = None, level: int = 0
    ) -> Block:
        """Return a block, its words written behind those before it."""
        self.count += 1
        if self.count > MOST_BLOCKS:
            raise TooManyBlocks
        words = runs[0].text if len(runs) == 1 else "".join([one.text for one in runs])
        start = self.length
        self.text.append(f"{words}\n")
        self.length += len(words) + 1
        is_broken, self.is_broken = self.is_broken, False
        return Block(kind, runs, start, self.length, marker=marker, level=level, broken=is_broken)

    def _tabbed(self, lines: list[tuple[list[Run], bool]], before: Printed | None) -> list[Cell]:
        """Return as cells a line that a label begins and a tab parts: "Ref", a tab, "5024007"."""
        if before is not None or len(lines) != 1:
            return []
        runs = lines[0][0]
        if "\t" not in "".join(one.text for one in runs):
            return []
        parts = [trimmed(part) for part in _parted(runs)]
        label = label_of("".join(one.text for one in parts[0]))
        cells = [Cell([Block(Kind.PARAGRAPH, part, 0, 0)] if part else []) for part in parts]
        # "Requests about dogs", a tab, "12": a title with its page, and no label.
        is_label = label is not None and (label.is_strong or label.role is Role.REF)
        if not is_label or not is_layout(cells, is_first=True):
            return []
        self.indents = []
        return [Cell([self._block(part, Kind.PARAGRAPH)] if part else []) for part in parts]

    def _behind(self, pieces: list[Piece]) -> Iterator[Block]:
        """Yield what stands beside the words of a paragraph: pictures, text boxes, notes."""
        for piece in pieces:
            if isinstance(piece, Run):
                continue
            if isinstance(piece, Drawn) and piece.box is not None:
                yield from self.blocks(piece.box)
            elif isinstance(piece, Drawn):
                runs = (Run(piece.description),) if piece.description else ()
                yield self._block(runs, Kind.PICTURE)
            elif isinstance(piece, Note):
                yield from self._note(piece)

    def _note(self, note: Note) -> Iterator[Block]:
        found = self.notes.take(note.kind, note.id)
        if found is None:
            return
        links, self.inline.links = self.inline.links, self.notes.links[note.kind]
        self.mark = note.mark
        for block in self.blocks(found):
            self.notes.starts.add(block.start)
            yield block
        self.mark = ""
        self.inline.links = links

    def _carried(self) -> Iterator[Block]:
        """Yield words whose paragraph was to be joined to a next one that is not there."""
        runs = trimmed([one for one in self.carried if isinstance(one, Run)])
        self.carried = []
        if runs:
            yield self._block(runs, Kind.PARAGRAPH)

    def _table(self, table: Element) -> Iterator[Block]:
        yield from self._carried()
        start = self.length
        rows = [self._row(row) for row in rows_of(table, self.inline)]
        self.indents = []
        yield from laid_out(rows, self.notes.starts, start=start, end=self.length)

    def _row(self, row: TableRow) -> TableRow:
        return replace(row, cells=[self._cell(one) for one in row.elements])

    def _cell(self, element: Element) -> Cell:
        self.indents, self.alone = [], []
        blocks = list(self.blocks(element))
        if not blocks and self.alone:
            blocks = [self._block((one,), Kind.PARAGRAPH) for one in self.alone]
        self.alone = []
        return Cell(blocks)


def _is_joined_to_next(properties: Mapping[str, Element]) -> bool:
    """Return whether a tracked change took out the end of a paragraph, which joins it to the next."""
    words = properties.get("rPr")
    if words is None:
        return False
    return any(one.tag in _TAKEN_OUT for one in words)


def _without_page(pieces: list[Piece]) -> list[Piece]:
    """Return a title of a contents list without the page that stands behind a tab."""
    last = pieces[-1] if pieces else None
    if isinstance(last, Run):
        return [*pieces[:-1], replace(last, text=_PAGE_BEHIND.sub("", last.text))]
    return pieces


def _indent(properties: Mapping[str, Element], *, otherwise: int) -> int:
    own = indent_of(properties.get("ind"))
    return otherwise if own is None else own


def _is_said(runs: Iterable[Run]) -> bool:
    for run in runs:  # noqa: SIM110 a generator takes twice as long
        if run.text and not run.text.isspace():
            return True
    return False


def _lines(pieces: Iterable[Piece]) -> list[tuple[list[Run], bool]]:
    """Return the lines of a paragraph that hold words, each with whether a page ended before it."""
    lines: list[tuple[list[Run], bool]] = []
    runs: list[Run] = []
    is_broken = False
    for piece in pieces:
        if isinstance(piece, Run):
            runs.append(piece)
        elif isinstance(piece, Cut):
            if _is_said(runs):
                lines.append((runs, is_broken))
                is_broken = False
            runs = []
            is_broken = is_broken or piece.is_page
    if _is_said(runs) or is_broken:
        lines.append((runs, is_broken))
    return lines


def _whole(lines: list[tuple[list[Run], bool]], *, is_one: bool) -> list[tuple[list[Run], bool]]:
    """Join a line to the one before it whose sentence it goes on with; in a heading, all lines."""
    whole: list[tuple[list[Run], bool]] = []
    if len(lines) == 1:
        return lines
    for runs, is_broken in lines:
        text = "".join(one.text for one in runs).strip()
        last = "".join(one.text for one in whole[-1][0]).strip() if whole else ""
        if whole and (is_one or goes_on_over_break(last, text)):
            whole[-1][0].extend([Run(" ", runs[0].italic, runs[0].bold), *runs] if runs else [])
        else:
            whole.append(([*runs], is_broken))
    return whole


def _parted(runs: Iterable[Run]) -> list[list[Run]]:
    """Return the runs parted at tabs."""
    parts: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.text.split("\t")
        parts[-1].append(replace(run, text=first))
        parts += [[replace(run, text=one)] for one in others]
    return parts
