"""What pages of the web say of themselves, and what they offer to do: no part of a record, in whatever format it comes."""

import re
from collections.abc import Sequence
from dataclasses import replace

from answerable.reading.blocks import AROUND, Block, Kind
from answerable.reading.days import is_day_alone
from answerable.reading.facts import DAYS
from answerable.reading.sayings import openings
from answerable.reading.vocabulary import Role, label_of

_SAYS = re.compile(openings("around")["says"], re.IGNORECASE)
_OWNS = re.compile(openings("around")["owns"], re.IGNORECASE)
_HEADS = re.compile(openings("around")["heads"], re.IGNORECASE)
_LONGEST = 400
_BOTH = 2


def says_of_page(text: str) -> bool:
    """Return whether a line is about the page that it stands on: "Skip to content", "Was this page useful?"."""
    said = text.strip()
    return 0 < len(said) <= _LONGEST and _SAYS.fullmatch(said) is not None


def owns_page(text: str) -> bool:
    """Return whether a line says whose a page is: "© The Board 2024"."""
    return _OWNS.fullmatch(text.strip()) is not None


def names_kind_of_page(text: str) -> bool:
    """Return whether a title only names what kind of page it heads: "Disclosure log"."""
    return _HEADS.fullmatch(text.strip()) is not None


def without_page(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return blocks with those set aside that are about the page that they were copied from."""
    return tuple(
        replace(block, aside=AROUND) if block.aside is None and says_of_page(block.text) else block
        for block in blocks
    )


def without_kind_of_page(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return blocks with those headings on top set aside that name only what kind of page it is, over the heading of its record."""
    place = 0
    while _names_kind(blocks[place : place + 2]):
        place += 1
    if not place:
        return tuple(blocks)
    return (*(replace(block, aside=AROUND) for block in blocks[:place]), *blocks[place:])


def _names_kind(blocks: Sequence[Block]) -> bool:
    if len(blocks) < _BOTH or not all(one.kind is Kind.HEADING and not one.aside for one in blocks):
        return False
    return names_kind_of_page(blocks[0].text)


def with_title_over_label(blocks: Sequence[Block]) -> Sequence[Block]:
    """Return blocks with a heading on top that heads the request below the title and the day right under it: there the request begins."""
    if not blocks or not _heads_request(blocks[0]) or len(blocks) <= _BOTH:
        return blocks
    title, fact = blocks[1], label_of(blocks[2].text)
    is_title = title.kind is Kind.HEADING and label_of(title.text) is None
    is_told = fact is not None and fact.role in DAYS and is_day_alone(blocks[2].text[fact.rest :])
    return [*blocks[1:3], blocks[0], *blocks[3:]] if is_title and is_told else blocks


def _heads_request(block: Block) -> bool:
    label = label_of(block.text) if block.kind is Kind.HEADING else None
    is_alone = label is not None and label.is_strong and label.rest >= len(block.text)
    return is_alone and label is not None and label.role is Role.REQUEST
