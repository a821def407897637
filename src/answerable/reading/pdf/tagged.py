"""Tagged PDF into blocks: what its structure tree says, joined with the text that its marks stand for."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from answerable.reading.blocks import Block, Document, Kind, Run, trimmed
from answerable.reading.pdf.content import Piece
from answerable.reading.pdf.grid import NO_SPAN, Span, gridded
from answerable.reading.pdf.joining import Joints
from answerable.reading.pdf.line_ends import LineEnds
from answerable.reading.pdf.lists import draws_item, item_of
from answerable.reading.pdf.places import around
from answerable.reading.pdf.tree import Closed, Event, Opened, Shown
from answerable.reading.pdf.written import Written, add_words, runs_of
from answerable.reading.raw_tables import Cell, RawTable
from answerable.reading.tables import blocks_of

_INLINE = frozenset(
    [
        "Annot",
        "BibEntry",
        "Code",
        "Em",
        "Form",
        "Formula",
        "Lbl",
        "Link",
        "Quote",
        "RB",
        "RP",
        "RT",
        "Reference",
        "Ruby",
        "Span",
        "Strong",
        "Sub",
        "WP",
        "WT",
        "Warichu",
    ]
)
_HEADING = re.compile(r"H\d*|Title")
_HEADING_LETTERS = ("H", "T")
_ITEMS = frozenset(("LI", "TOCI"))
_CELLS = frozenset(("TD", "TH"))
_HOLDS_WORDS = re.compile(
    r"P|H\d*|Title|Caption|Quote|BlockQuote|LI|LBody|Lbl|TD|TH|TOCI|Note|Code"
)


@dataclass(slots=True)
class Tagged:
    """A tagged PDF, read: its document, and how much of its text the tree covers, from 0 to 1."""

    document: Document
    covered: float


@dataclass(slots=True)
class _Table:
    """A table while it is read, and what it interrupted."""

    raw: RawTable
    outer: list[Block]
    lists: list["_List"]
    spans: dict[int, Span] = field(default_factory=dict)


@dataclass(slots=True)
class _List:
    """A list while it is read: how deep its items stand, from 0."""

    level: int
    has_items: bool = False


@dataclass(slots=True)
class _Paragraph:
    """A paragraph while it is read; `has_label_only` says that what a list item says comes next.

    `on_first_page` is how many pieces stand there, and their runs, once it has gone on to another.
    """

    runs: list[Run] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    has_label_only: bool = False
    on_first_page: tuple[int, list[Run]] | None = None


def tagged_document(events: Sequence[Event], pieces: Sequence[Piece]) -> Tagged:
    """Return the document that a structure tree makes of the text of its pages."""
    marked: dict[Shown, list[Piece]] = {}
    loose: list[Piece] = []
    for piece in pieces:
        if piece.mark is None:
            loose.append(piece)
            continue
        shown = Shown(piece.page, piece.mark, piece.in_form)
        if (own := marked.get(shown)) is None:
            marked[shown] = [piece]
        else:
            own.append(piece)
    shown_in_tree = {event for event in events if type(event) is Shown}
    unplaced = [one for one in loose if not one.is_furniture]
    for key, found in marked.items():
        if key not in shown_in_tree:
            unplaced += found
    written = Written()
    frame = written.furniture([piece for piece in loose if piece.is_furniture])
    blocks = [frame] if frame else []
    joints = Joints(pieces)
    blocks += _left_over(unplaced, written, joints)
    reader = _Reader(marked, written, joints, LineEnds(pieces))
    reader.take(events)
    blocks += reader.ended()
    return Tagged(
        Document(written.text(), tuple(blocks), has_pages=True), _covered(pieces, unplaced)
    )


def _covered(pieces: Sequence[Piece], unplaced: Sequence[Piece]) -> float:
    if not unplaced:
        return float(any(piece.text.strip() for piece in pieces if not piece.is_furniture))
    whole = sum(len(piece.text.strip()) for piece in pieces if not piece.is_furniture)
    return 1 - sum(len(piece.text.strip()) for piece in unplaced) / whole if whole else 0.0


def _left_over(unplaced: Sequence[Piece], written: Written, joints: Joints) -> list[Block]:
    """Return what the tree leaves out, a paragraph to a page, to stand before all else."""
    pages: dict[int, list[Piece]] = {}
    for piece in unplaced:
        pages.setdefault(piece.page, []).append(piece)
    made = [(runs_of(pieces, joints), pieces) for _, pieces in sorted(pages.items())]
    return [written.paragraph(runs, pieces) for runs, pieces in made if runs]


class _Reader:
    """Takes the events of a tree one by one, and makes blocks of what they show."""

    def __init__(
        self,
        marked: dict[Shown, list[Piece]],
        written: Written,
        joints: Joints,
        ends: LineEnds,
    ) -> None:
        self._marked = marked
        self._written = written
        self._joints = joints
        self._ends = ends
        self._page = 1
        self._repeated: list[Piece] = []
        self._blocks: list[Block] = []
        self._open: list[Opened] = []
        self._tables: list[_Table] = []
        self._pictures: list[int] = []
        self._links: list[str] = []
        self._lists: list[_List] = []
        self._paragraph = _Paragraph()
        self._kind = Kind.PARAGRAPH
        self._instead: str | None = None
        self._replaced = 0

    def take(self, events: Iterable[Event]) -> None:
        """Take the events of the tree, in their order."""
        opened, marked = self._open, self._marked
        for event in events:
            if isinstance(event, Opened):
                opened.append(event)
                self._begin(event)
            elif isinstance(event, Closed):
                self._end(opened.pop())
            elif (pieces := marked.pop(event, None)) is not None:
                self._show(pieces)

    def ended(self) -> list[Block]:
        """Return the blocks, once the tree has ended."""
        self._flush()
        return self._blocks

    def _begin(self, element: Opened) -> None:
        role = element.role
        if element.instead is not None or self._replaced or element.href:
            self._begin_words(element)
        if self._paragraph.runs and not self._paragraph.has_label_only:
            self._flush_around(role)
        if role == "L":
            above = self._lists[-1] if self._lists else _List(-1, has_items=True)
            # A list that only holds another list draws it further in.
            self._lists.append(_List(above.level + above.has_items))
        elif role in _ITEMS:
            self._kind = Kind.ITEM
            if self._lists:
                self._lists[-1].has_items = True
        elif role[:1] in _HEADING_LETTERS and _HEADING.fullmatch(role):
            self._kind = Kind.HEADING
        elif role == "Figure":
            self._pictures.append(self._written.length)
        elif role == "Table":
            self._tables.append(
                _Table(RawTable(start=self._written.length), self._blocks, self._lists)
            )
            self._blocks, self._lists = [], []
        elif self._tables:
            self._begin_in_table(element)

    def _is_inline(self, role: str) -> bool:
        """Return whether an element stands within a paragraph; one without a meaning does if it is in one."""
        if role == "NonStruct":
            return any(_HOLDS_WORDS.fullmatch(one.role) for one in self._open)
        return role in _INLINE

    def _flush_around(self, role: str) -> None:
        """End the paragraph where an element begins or ends that does not stand within one."""
        if not self._is_inline(role):
            self._flush()

    def _begin_words(self, element: Opened) -> None:
        """Note that words lead somewhere, or that others are to be read in their place."""
        if element.instead is not None and not self._replaced:
            self._instead = element.instead
        if element.instead is not None or self._replaced:
            self._replaced += 1
        if element.role == "Link" and element.href:
            self._links.append(element.href)

    def _begin_in_table(self, element: Opened) -> None:
        table, role = self._tables[-1].raw, element.role
        if role == "TR" or (role in _CELLS and not table.rows):
            table.rows.append([])
        if role in _CELLS:
            cell = Cell(is_header=role == "TH")
            if element.span is not NO_SPAN:
                self._tables[-1].spans[id(cell)] = element.span
            table.rows[-1].append(cell)
            self._blocks = cell.blocks
        elif role == "Caption":
            self._blocks = []

    def _end(self, element: Opened) -> None:
        role = element.role
        if self._replaced:
            self._replaced -= 1
            if not self._replaced and self._instead is not None:
                self._say(self._instead, None)
                self._instead = None
        if role == "Link" and element.href:
            self._links.pop()
        if role == "Lbl" and self._kind is Kind.ITEM:
            self._paragraph.has_label_only = bool(self._paragraph.runs)
        elif self._paragraph.runs:
            self._flush_around(role)
        if role == "L" and self._lists:
            self._lists.pop()
        elif role == "Figure":
            self._end_picture(element)
        elif role == "Table":
            self._end_table()
        elif role == "Caption" and self._tables:
            self._tables[-1].raw.caption = " ".join(block.text for block in self._blocks)

    def _end_table(self) -> None:
        table = self._tables.pop()
        table.raw.end = max(table.raw.start, self._written.length - 1)
        self._blocks, self._lists = table.outer, table.lists
        table.raw.rows = gridded(table.raw.rows, table.spans)
        within = [block for row in table.raw.rows for cell in row for block in cell.blocks]
        for block in blocks_of(table.raw):
            is_data = block.start == table.raw.start and block.kind is Kind.TABLE and within
            self._blocks.append(_over(block, within) if is_data else block)
        if not self._tables and (frame := self._written.furniture(self._repeated)):
            self._blocks.append(replace(frame, page=self._page))
            self._repeated = []

    def _end_picture(self, element: Opened) -> None:
        """Note a picture, unless the figure held text or a table."""
        begun = self._pictures.pop()
        if self._written.length == begun:
            start, end = self._written.write(element.alt or "")
            self._blocks.append(Block(Kind.PICTURE, (), start, end, page=self._page))

    def _show(self, pieces: Sequence[Piece]) -> None:
        for piece in pieces:
            if not self._replaced:
                self._end_line(piece)
                self._say(piece.text, piece)
            elif self._instead is not None:
                self._say(self._instead, piece)
                self._instead = None

    def _end_line(self, piece: Piece) -> None:
        """End the paragraph where its line was ended on purpose; a narrow cell's lines tell nothing of that."""
        above, kind = self._paragraph.pieces, self._kind
        is_text = kind in (Kind.PARAGRAPH, Kind.ITEM) and not self._tables
        if is_text and above and self._ends.is_meant(above, piece):
            self._flush()

    def _say(self, words: str, piece: Piece | None) -> None:
        """Add words to the paragraph, in the style of the piece that they are drawn as."""
        paragraph = self._paragraph
        paragraph.has_label_only = False
        href = self._links[-1] if self._links else None
        if not piece:
            add_words(paragraph.runs, words, (False, False, href is not None, href))
            return
        if paragraph.pieces:
            last = paragraph.pieces[-1]
            words = f"{self._joints.between(last, piece)}{words}"
            if piece.page != last.page and not paragraph.on_first_page:
                paragraph.on_first_page = len(paragraph.pieces), [*paragraph.runs]
        paragraph.pieces.append(piece)
        self._page = piece.page
        style = (piece.is_italic, piece.is_bold, href is not None, href)
        add_words(paragraph.runs, words, style)

    def _flush(self) -> None:
        """End the paragraph; its block is a list item where a bullet or a label stands before it."""
        paragraph, kind = self._paragraph, self._kind
        if not paragraph.runs:
            return
        self._paragraph = _Paragraph()
        if self._tables and paragraph.on_first_page:
            self._leave_out_repeated(paragraph, *paragraph.on_first_page)
        runs = trimmed(paragraph.runs)
        if not runs:
            return
        self._kind = Kind.PARAGRAPH
        marker = None
        if kind is Kind.PARAGRAPH and draws_item("".join(run.text for run in runs)):
            # Whoever tagged it called it a paragraph; it is drawn as an item.
            kind = Kind.ITEM
        if kind is Kind.ITEM:
            marker, runs = item_of(runs)
        level = self._lists[-1].level if self._lists and kind is Kind.ITEM else 0
        if not runs:
            return
        self._blocks.append(
            self._written.paragraph(runs, paragraph.pieces, kind=kind, marker=marker, level=level)
        )

    def _leave_out_repeated(self, paragraph: _Paragraph, count: int, runs: list[Run]) -> None:
        """Leave out what a table's head says again on the next page, where the tree holds it twice."""
        first, again = paragraph.pieces[:count], paragraph.pieces[count:]
        words = _words(first)
        if words and _words(again).replace(words, "") == "":
            paragraph.runs, paragraph.pieces = runs, first
            self._repeated += again


def _words(pieces: Sequence[Piece]) -> str:
    return "".join("".join(piece.text.split()) for piece in pieces)


def _over(table: Block, within: Sequence[Block]) -> Block:
    """Return a table's block with the page that it begins on, and the box of its cells there."""
    page = min(block.page for block in within)
    boxes = [block.box for block in within if block.page == page and block.box]
    return replace(table, page=page, box=around(boxes) if boxes else None)
