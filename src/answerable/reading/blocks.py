"""The intermediate document: what every reader makes, and what the one log grammar reads."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields, replace
from enum import Enum
from itertools import takewhile
from operator import attrgetter
from typing import Any

from answerable.reading.documents import Repair
from answerable.reading.twins import quickly


class Kind(Enum):
    """What a block is on the page."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    TABLE = "table"
    PICTURE = "picture"
    BREAK = "break"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; `href` is None where a link lost its target."""

    text: str
    italic: bool = False
    bold: bool = False
    link: bool = False
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a document, with its place in the source.

    `start` and `end` are offsets in the decoded text, half-open. `marker` is a list item's bullet
    and `level` its depth. `column` is 0 for a label cell of a two-column record ("Request"), 1 for
    what stands beside it, None elsewhere. `rows` are a table's cells. `broken` says that a page or
    a row of the layout ended just before the block. `box` is where it stands on its page, in points from
    the top left corner (left, top, right, bottom); None where nothing says so. `sure` is how sure a reader of
    pictures is of the words, from 0 to 1; None where they were written as text. `aside` says why a block's
    words belong to no field: "words of a picture", "missing from the layout"; None where they may.
    `cells` are the blocks in a table's cells, where it may hold records. `quoted` says that it stands in a block
    of quotation.
    """

    kind: Kind
    runs: tuple[Run, ...]
    start: int
    end: int
    marker: str | None = None
    level: int = 0
    column: int | None = None
    rows: tuple[tuple[str, ...], ...] = ()
    page: int = 1
    broken: bool = False
    box: tuple[float, float, float, float] | None = None
    sure: float | None = None
    aside: str | None = None
    cells: tuple[tuple[tuple["Block", ...], ...], ...] = ()
    quoted: bool = False
    text: str = field(init=False)
    """The words of the block without their styles."""

    def __post_init__(self) -> None:
        runs = self.runs
        text = runs[0].text if len(runs) == 1 else "".join(run.text for run in runs)
        object.__setattr__(self, "text", text)

    @property
    def is_italic(self) -> bool:
        """Return whether more than half of the block's letters are italic."""
        runs = self.runs
        is_italic = bool(runs) and runs[0].italic
        if len(runs) < 2 or all(run.italic is is_italic for run in runs):  # noqa: PLR2004 most blocks are in one style
            return is_italic and any(map(str.isalpha, self.text))
        italic = sum(_letters(run.text) for run in self.runs if run.italic)
        return italic * 2 > _letters(self.text)

    @property
    def is_bold(self) -> bool:
        """Return whether all words of the block are bold."""
        return all_bold(self.runs)


quick_run, quick_block = quickly(Run), quickly(Block)
"""Make a run and a block as their classes do, in a third of the time: a log has some thousands of them."""

FIELDS = tuple(one.name for one in fields(Block) if one.init)
"""What a block is made of, in its order."""

values_of: Callable[[Block], tuple[Any, ...]] = attrgetter(*FIELDS)
"""Return what a block is made of: to make one like it takes a third of the time of `replace`."""

HIDDEN = "it is hidden on its page"
"""Why words are set aside that a browser does not show."""
AROUND = "it stands around the text of its page"
"""Why the furniture of a site is set aside: menus, notices, links to other pages, its foot."""

NOTE = "it is a note below the text"
"""Why footnotes of a page are set aside: they stand below the last record, whichever they belong to."""
OFF_PAGE = frozenset((AROUND, HIDDEN, NOTE))
"""Why words of a page are no part of its text: they are listed, and not missing from any record."""

_KIND, _RUNS = FIELDS.index("kind"), FIELDS.index("runs")
_COLUMN, _BROKEN = FIELDS.index("column"), FIELDS.index("broken")


def in_column(block: Block, column: int, *, broken: bool) -> Block:
    """Return a block as one that stands in a column of a record."""
    values = [*values_of(block)]
    values[_COLUMN], values[_BROKEN] = column, broken
    return quick_block(*values)


def of_words(block: Block, runs: tuple[Run, ...], *, kind: Kind) -> Block:
    """Return a block with other words, as one of a kind."""
    values = [*values_of(block)]
    values[_RUNS], values[_KIND] = runs, kind
    return quick_block(*values)


MOST_BLOCKS = 500_000
"""No log has so many paragraphs; with the limit on a file's size it bounds the memory of a reading to 1 GB."""


class TooManyBlocks(Exception):
    """A document has more paragraphs than a reading may hold."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document as blocks in reading order, and the text that their offsets refer to.

    `how` says in which of several ways it was read, where its format has several: "tagged PDF".
    `repairs` say what its reader mended or left out.
    """

    text: str
    blocks: tuple[Block, ...]
    has_pages: bool = False
    how: str | None = None
    repairs: tuple[Repair, ...] = ()


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def all_bold(runs: Sequence[Run]) -> bool:
    """Return whether words are all in bold."""
    return bool(runs) and all(run.bold or not run.text.strip() for run in runs)


def in_italics(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return words set in italics, as somebody else's."""
    return tuple(replace(run, italic=True) for run in runs)


def bold_lead(block: Block) -> str:
    """Return the bold words with which a paragraph begins that goes on in plain ones; "" where none do."""
    if len(block.runs) < 2 or not block.runs[0].bold:  # noqa: PLR2004 one run is in one style
        return ""
    bold = list(takewhile(lambda run: run.bold, block.runs))
    return "".join(run.text for run in bold) if len(bold) < len(block.runs) else ""


def trimmed(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return the runs with whitespace collapsed and none at either end; empty if nothing is left."""
    if len(runs) == 1:
        words = " ".join(runs[0].text.split())
        return (runs[0] if words == runs[0].text else _with_text(runs[0], words),) if words else ()
    kept: list[Run] = []
    ends_in_space = True
    for run in runs:
        words = " ".join(run.text.split())
        if run.text[:1].isspace() and words:
            words = f" {words}"
        if run.text[-1:].isspace() and words.strip():
            words = f"{words} "
        if not words and run.text:
            words = " "
        if ends_in_space:
            words = words.lstrip(" ")
        if words:
            kept.append(_with_text(run, words))
            ends_in_space = words.endswith(" ")
    while kept and not kept[-1].text.rstrip():
        kept.pop()
    if kept:
        kept[-1] = _with_text(kept[-1], kept[-1].text.rstrip())
    return tuple(kept)


def after(runs: tuple[Run, ...], characters: int) -> tuple[Run, ...]:
    """Return the runs without their first characters."""
    kept = []
    for run in runs:
        if characters >= len(run.text):
            characters -= len(run.text)
            continue
        kept.append(_with_text(run, run.text[characters:]))
        characters = 0
    return trimmed(kept)


def before(runs: tuple[Run, ...], characters: int) -> tuple[Run, ...]:
    """Return only the first characters of the runs."""
    kept = []
    for run in runs:
        if characters <= 0:
            break
        kept.append(_with_text(run, run.text[:characters]))
        characters -= len(run.text)
    return trimmed(kept)


def _with_text(run: Run, text: str) -> Run:
    return quick_run(text, run.italic, run.bold, run.link, run.href)
