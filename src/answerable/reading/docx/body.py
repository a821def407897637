"""Paragraphs into blocks: their numbers, their lines, and what is placed behind them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeGuard

from answerable.reading.blocks import (
    MOST_BLOCKS,
    Block,
    Kind,
    Run,
    TooManyBlocks,
    after,
    quick_block,
    trimmed,
)
from answerable.reading.docx.drawings import Drawn
from answerable.reading.docx.elements import (
    OF_CELL,
    OF_PARAGRAPH,
    PARAGRAPH,
    Element,
    W,
    first_of,
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
from answerable.reading.docx.tables import laid_out, rows_of
from answerable.reading.lines import goes_on_over_break
from answerable.reading.raw_tables import Cell
from answerable.reading.tables import is_layout, layout_blocks
from answerable.reading.vocabulary import Role, label_of

_BULLETS = "•·▪●◦–*\uf0b7\uf0a7-"
_TYPED_BULLET = re.compile(rf"([{_BULLETS}])\s+(?=\S)")
_PAGE_BEHIND = re.compile(r"\t\s*\d{1,4}\s*$")
_TAKEN_OUT = (f"{W}del", f"{W}moveFrom")
_OF_ENDS = frozenset(("rPr", "pageBreakBefore", "sectPr"))
# Indents that differ by less are one: people drag rulers.
_STEP = 100

# To take a kind out of its class takes as long as to compare a word.
_HEADING, _PARAGRAPH = Kind.HEADING, Kind.PARAGRAPH

# The runs of a line, and whether a page ended before it.
Line = tuple[list[Run], bool]


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

    def blocks(self, elements: Iterable[Element]) -> list[Block]:
        """Return the blocks of paragraphs and tables."""
        found: list[Block] = []
        for one in elements:
            if one.tag == PARAGRAPH:
                found += self._paragraph(one)
            elif one.tag != OF_CELL:
                found += self._others(one)
        return found + self._carried() if self.carried else found

    def _others(self, element: Element) -> list[Block]:
        """Return the blocks of a table, or of what may only wrap paragraphs and tables."""
        found: list[Block] = []
        for one in unwrapped((element,)):
            name = name_of(one)
            if name == "p":
                found += self._paragraph(one)
            elif name == "tbl":
                found += self._table(one)
            elif name == "altChunk":
                self.not_read += 1
        return found

    def furniture(self, elements: Iterable[Element]) -> Iterator[Block]:
        """Yield the paragraphs of a page's head or foot, each once, as what frames the pages."""
        said: set[str] = set()
        look = Look()
        for paragraph in elements:
            pieces = self.inline.pieces_of(paragraph, look)
            text = " ".join("".join(one.text for one in pieces if isinstance(one, Run)).split())
            if text and text not in said:
                said.add(text)
                yield self._block((Run(text),), Kind.BREAK)
        self.inline.fields.clear()

    def _paragraph(self, paragraph: Element) -> list[Block]:
        parts = list(paragraph)
        properties = named(first_of(parts, OF_PARAGRAPH))
        look = self.inline.styles.look_of(properties)
        pieces = self.inline.pieces_of(parts, look)
        if self.carried:
            pieces, self.carried = [*self.carried, *pieces], []
        if _OF_ENDS.isdisjoint(properties):
            return self._read(pieces, look, properties)
        if _is_joined_to_next(properties):
            self.carried = pieces
            return []
        self.is_broken = self.is_broken or is_on(properties.get("pageBreakBefore")) is True
        found = self._read(pieces, look, properties)
        section = properties.get("sectPr")
        if section is not None and value(section, "type") != "continuous":
            self.is_broken = True
        return found

    def _read(
        self, pieces: list[Piece], look: Look, properties: Mapping[str, Element]
    ) -> list[Block]:
        """Return the blocks of a paragraph's words, and of what stands beside them."""
        # Most paragraphs are in no list.
        before = None if look.list_id is None else self.numbering.next_of(look)
        if before is None:
            if not pieces:
                return []
            if len(pieces) == 1 and self._is_one_line(pieces[0], look):
                return self._one_line(pieces[0], look, properties)
        lines = _lines(_without_page(pieces) if look.is_contents else pieces)
        is_plain = not (look.is_heading or look.is_contents) and before is None
        if is_plain and (cells := self._tabbed(lines)):
            found = layout_blocks(cells)
        else:
            found = self._lines(lines, look, before, properties)
        return found + self._behind(pieces)

    def _is_one_line(self, piece: Piece, look: Look) -> TypeGuard[Run]:
        """Return whether what is all of a paragraph is words on one line, as in most: no mark, tab or page with them."""
        if not isinstance(piece, Run) or look.is_contents or self.mark:
            return False
        return look.is_heading or "\t" not in piece.text

    def _one_line(self, run: Run, look: Look, properties: Mapping[str, Element]) -> list[Block]:
        runs = trimmed((run,))
        if not runs:
            return []
        if look.is_heading:
            self.indents = []
            return [self._block(runs, _HEADING)]
        if runs[0].text[0] in _BULLETS:
            return [self._plain(runs, _PARAGRAPH, properties)]
        self.indents = []
        return [self._block(runs, _PARAGRAPH)]

    def _lines(
        self,
        lines: list[Line],
        look: Look,
        before: Printed | None,
        properties: Mapping[str, Element],
    ) -> list[Block]:
        """Return a paragraph's lines: a block for each, unless a line goes on with a sentence."""
        found: list[Block] = []
        kind = _HEADING if look.is_heading else _PARAGRAPH
        whole = lines if len(lines) == 1 else _whole(lines, is_one=look.is_heading)
        for number, (runs, is_broken) in enumerate(whole):
            if is_broken:
                self.is_broken = True
            marked = [Run(f"{self.mark} "), *runs] if self.mark else runs
            self.mark = ""
            if _is_said(marked):
                found.append(self._line(marked, kind, None if number else before, properties))
        if before and not before.is_bullet and not any(_is_said(runs) for runs, _ in lines):
            self.alone.append(Run(before.text))
        return found

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
        words = _words(runs)
        typed = _TYPED_BULLET.match(words) if words[:1] in _BULLETS else None
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
        words = _words(runs)
        start = self.length
        self.text.append(f"{words}\n")
        self.length += len(words) + 1
        is_broken, self.is_broken = self.is_broken, False
        return quick_block(
            kind, runs, start, self.length, marker=marker, level=level, broken=is_broken
        )

    def _tabbed(self, lines: list[Line]) -> list[Cell]:
        """Return as cells a line that a label begins and a tab parts: "Ref", a tab, "5024007"."""
        if len(lines) != 1 or "\t" not in _words(lines[0][0]):
            return []
        parts = [trimmed(part) for part in _parted(lines[0][0])]
        label = label_of(_words(parts[0]))
        cells = [Cell([Block(Kind.PARAGRAPH, part, 0, 0)] if part else []) for part in parts]
        # "Requests about dogs", a tab, "12": a title with its page, and no label.
        is_label = label is not None and (label.is_strong or label.role is Role.REF)
        if not is_label or not is_layout(cells, is_first=True):
            return []
        self.indents = []
        return [Cell([self._block(part, Kind.PARAGRAPH)] if part else []) for part in parts]

    def _behind(self, pieces: list[Piece]) -> list[Block]:
        """Return what stands beside the words of a paragraph: pictures, text boxes, notes."""
        found: list[Block] = []
        for piece in pieces:
            if isinstance(piece, Run):
                continue
            if isinstance(piece, Drawn) and piece.box is not None:
                found += self.blocks(piece.box)
            elif isinstance(piece, Drawn):
                runs = (Run(piece.description),) if piece.description else ()
                found.append(self._block(runs, Kind.PICTURE))
            elif isinstance(piece, Note):
                found += self._note(piece)
        return found

    def _note(self, note: Note) -> list[Block]:
        element = self.notes.take(note.kind, note.id)
        if element is None:
            return []
        links, self.inline.links = self.inline.links, self.notes.links[note.kind]
        self.mark = note.mark
        found = self.blocks(element)
        self.notes.starts.update(block.start for block in found)
        self.mark = ""
        self.inline.links = links
        return found

    def _carried(self) -> list[Block]:
        """Return words whose paragraph was to be joined to a next one that is not there."""
        runs = trimmed([one for one in self.carried if isinstance(one, Run)])
        self.carried = []
        return [self._block(runs, Kind.PARAGRAPH)] if runs else []

    def _table(self, table: Element) -> list[Block]:
        carried = self._carried()
        start = self.length
        rows = [*rows_of(table, self.inline, self._cell)]
        self.indents = []
        return [*carried, *laid_out(rows, self.notes.starts, start=start, end=self.length)]

    def _cell(self, parts: Iterable[Element]) -> Cell:
        self.indents, self.alone = [], []
        blocks = self.blocks(parts)
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


def _words(runs: Sequence[Run]) -> str:
    return runs[0].text if len(runs) == 1 else "".join([one.text for one in runs])


def _lines(pieces: Sequence[Piece]) -> list[Line]:
    """Return the lines of a paragraph that hold words, each with whether a page ended before it."""
    if len(pieces) == 1 and isinstance(pieces[0], Run):
        return [([pieces[0]], False)] if _is_said((pieces[0],)) else []
    lines: list[Line] = []
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


def _whole(lines: list[Line], *, is_one: bool) -> list[Line]:
    """Join a line to the one before it whose sentence it goes on with; in a heading, all lines."""
    whole: list[Line] = []
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
