"""What a document shows, as blocks one after another: all that its readers keep, and all that its writers know."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

Height = Literal["line", "above", "below"]
"""Where words stand."""

Kind = Literal["png", "jpeg"]
"""How a picture is written."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look alike; `note` is the place of the note to which they refer, counted from one."""

    text: str
    is_bold: bool = False
    is_italic: bool = False
    is_struck: bool = False
    height: Height = "line"
    href: str = ""
    note: int = 0


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; writers see to it that no level is left out."""

    level: int
    runs: Runs


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; a quiet one stands at the edge of pages, or is said of the document and not by it."""

    runs: Runs
    is_quiet: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that stand out as somebody else's."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class Item:
    """A point of a list with the number or sign that is shown before it; `depth` counts from nought."""

    depth: int
    label: str
    runs: Runs


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture made anew of its pixels; `share` is how much of a line it takes, from nought to one."""

    number: int
    kind: Kind
    data: bytes
    wide: int
    tall: int
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, over so many columns and rows."""

    blocks: "tuple[Block, ...]"
    across: int = 1
    down: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its first rows may be heads."""

    rows: tuple[tuple[Cell, ...], ...]
    heads: int = 0


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a page or slide."""


Block = Heading | Paragraph | Quote | Item | Picture | Table | Break


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote with its shown mark."""

    label: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it is shown, a wide one made of slides.

    `head` and `foot` are what stands at the edges of its pages, each once.
    """

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    head: tuple[Block, ...] = ()
    foot: tuple[Block, ...] = ()
    language: str = "en"
    is_wide: bool = False

    @property
    def title(self) -> str:
        """Return the first heading; a word for any document if there is none."""
        headings = (one for one in self.blocks if isinstance(one, Heading))
        found = next((words_of(one.runs) for one in headings if words_of(one.runs)), "")
        return found or "Document"


@dataclass(slots=True)
class Gathered:
    """Runs while they are read: those that look alike become one."""

    runs: list[Run] = field(default_factory=list)

    def add(self, run: Run) -> None:
        """Take in one more run."""
        last = self.runs[-1] if self.runs else None
        if last is not None and not run.note and replace(run, text=last.text) == last:
            self.runs[-1] = replace(last, text=last.text + run.text)
        elif run.text:
            self.runs.append(run)

    def taken(self) -> Runs:
        """Return what was gathered, without blanks at its ends, and begin anew."""
        runs, self.runs = self.runs, []
        return trimmed(runs)


def trimmed(runs: list[Run]) -> Runs:
    """Return runs without the blanks before the first word and behind the last."""
    while runs and not runs[0].text.strip():
        runs = runs[1:]
    while runs and not runs[-1].text.strip():
        runs = runs[:-1]
    if not runs:
        return ()
    runs = [replace(runs[0], text=runs[0].text.lstrip()), *runs[1:]]
    return (*runs[:-1], replace(runs[-1], text=runs[-1].text.rstrip()))


def words_of(runs: Runs) -> str:
    """Return what runs say, on one line."""
    return " ".join("".join(one.text for one in runs if not one.note).split())


def all_blocks(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield blocks and those inside of tables, in their order."""
    for one in blocks:
        yield one
        if isinstance(one, Table):
            for row in one.rows:
                for cell in row:
                    yield from all_blocks(cell.blocks)
