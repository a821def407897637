"""Lists that a letter quotes: quotation marks that open in front of the first label, and close behind the last point."""

import re
from collections.abc import Sequence
from dataclasses import replace

from answerable.domain.questions import leading_label
from answerable.reading.blocks import Block, after, before, in_italics
from answerable.reading.letter_lists import begins_list

_OPENS = re.compile(r"\s*[\"\u201c\u2018']\s*(?=\S)")
# Who types closes with the mark that opens, too.
_CLOSES = re.compile(r"(?<=[\w.?!;:,)])\s?[\"\u201c\u201d\u2019'][.,;]?\s*$")
_FARTHEST = 40


def quoted_list_apart(pieces: Sequence[Block]) -> list[Block]:
    """Return a letter's paragraphs, those of a quoted list without its marks and in italics: they are somebody else's words.

    A mark in front of "a." hides that it is a label.
    """
    found = [*pieces]
    for place, block in enumerate(pieces):
        opened = _OPENS.match(block.text)
        label = leading_label(block.text[opened.end() :]) if opened else None
        if opened is None or label is None or not begins_list(label):
            continue
        end = _closed_at(pieces, place)
        if end is None:
            continue
        found[place] = replace(block, runs=after(block.runs, opened.end()))
        closed = _CLOSES.search(found[end].text)
        if closed:
            found[end] = replace(found[end], runs=before(found[end].runs, closed.start()))
        for at in range(place, end + 1):
            found[at] = replace(found[at], runs=in_italics(found[at].runs))
        break
    return found


def _closed_at(pieces: Sequence[Block], place: int) -> int | None:
    """Return the paragraph that closes what opens in another, a point behind it; None if none does, or if it is the same."""
    for at in range(place, min(len(pieces), place + _FARTHEST)):
        if _CLOSES.search(pieces[at].text):
            return at if at > place else None
    return None
