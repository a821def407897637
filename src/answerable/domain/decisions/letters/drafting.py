"""A section while it is written: every sentence notes what it says, or what it would have said."""

import re

from answerable.domain.decisions.letters.blocks import (
    Block,
    Heading,
    ItemList,
    LetterTable,
    Paragraph,
    Quotation,
    Section,
)
from answerable.domain.decisions.letters.wording import Wording

_PARAGRAPHS = re.compile(r"\n[^\S\n]*\n\s*")


class Draft:
    """The blocks of a section, and the items that nothing was recorded for."""

    def __init__(self, wording: Wording, *, heading: str = "") -> None:
        self.wording = wording
        self.heading = heading
        self._blocks: list[Block] = []
        self._lacks: dict[str, None] = {}

    def write(self, key: str, **fields: str) -> None:
        """Add a sentence; where something for it is missing, note the items that are now lacking."""
        text = self.wording.text(key, **fields)
        if not text:
            self.lack(key)
            return
        first, *others = _PARAGRAPHS.split(text)
        self._blocks.append(Paragraph(first, self.wording.says(key)))
        self._blocks += [Paragraph(one) for one in others]

    def lack(self, key: str) -> None:
        """Note that a sentence should stand here and cannot."""
        self._lacks.update(dict.fromkeys(self.wording.says(key)))

    def quote(self, key: str, *, text: str) -> None:
        """Add the words of the person who asked."""
        if text.strip():
            self._blocks.append(Quotation(text.strip(), self.wording.says(key)))
        else:
            self.lack(key)

    def subhead(self, text: str) -> None:
        """Add a heading inside the section."""
        self._blocks.append(Heading(text))

    def listing(self, key: str, *, items: tuple[str, ...]) -> None:
        """Add a sentence and the list that it leads to; nothing if the list is empty."""
        kept = tuple(one.strip() for one in items if one.strip())
        if kept:
            self.write(key)
            self._blocks.append(ItemList(kept))

    def table(self, table: LetterTable) -> None:
        """Add a table."""
        self._blocks.append(table)

    def section(self) -> Section:
        """Return the section as it stands."""
        return Section(self.heading, tuple(self._blocks), tuple(self._lacks))
