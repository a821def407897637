"""A letter: sections of typed blocks, each of which knows which items it says."""

import datetime as dt
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section."""

    text: str
    says: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; a line break in it is meant."""

    text: str
    says: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list of short texts, below the paragraph that leads to it."""

    items: tuple[str, ...]
    says: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LetterTable:
    """A table: its caption, one row of headings, its rows, and what must be read with it."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    says: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """What the person asked, in their own words."""

    text: str
    says: tuple[str, ...] = ()


Block: TypeAlias = Heading | Paragraph | ItemList | LetterTable | Quotation


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a letter; `lacks` are the items that should stand in it, but nothing was recorded.

    The first section of a letter has no heading.
    """

    heading: str
    blocks: tuple[Block, ...]
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as it will be sent, in any format."""

    title: str
    sender: str
    reference: str
    written_on: dt.date
    sections: tuple[Section, ...]
    language: str = "en-GB"

    @property
    def contents(self) -> frozenset[str]:
        """Return the items that stand in the letter everywhere where they should.

        What is said of one question and lacking from another does not stand.
        """
        said = {item for one in self.sections for block in one.blocks for item in block.says}
        return frozenset(said.difference(*(one.lacks for one in self.sections)))
