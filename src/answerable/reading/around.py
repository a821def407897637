"""What pages of the web say of themselves, and what they offer to do: no part of a record, in whatever format it comes."""

import re
from collections.abc import Sequence
from dataclasses import replace

from answerable.reading.blocks import AROUND, Block
from answerable.reading.sayings import openings

_SAYS = re.compile(openings("around")["says"], re.IGNORECASE)
_OWNS = re.compile(openings("around")["owns"], re.IGNORECASE)
_LONGEST = 400


def says_of_page(text: str) -> bool:
    """Return whether a line is about the page that it stands on: "Skip to content", "Was this page useful?"."""
    said = text.strip()
    return 0 < len(said) <= _LONGEST and _SAYS.fullmatch(said) is not None


def owns_page(text: str) -> bool:
    """Return whether a line says whose a page is: "© The Board 2024"."""
    return _OWNS.fullmatch(text.strip()) is not None


def without_page(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return blocks with those set aside that are about the page that they were copied from."""
    return tuple(
        replace(block, aside=AROUND) if block.aside is None and says_of_page(block.text) else block
        for block in blocks
    )
