"""Two texts beside each other: which words of one the other does not have."""

import re
from itertools import groupby

from answerable.matching.snippets import Fragment

_PIECES = re.compile(r"\s+|\S+")
_EDGES = "\"'“”‘’.,;:!?()[]"
_MOST_MARKED = 0.6
"""Where more of the words than this are others, marks would tell nothing: figures alone are marked."""


def differing(text: str, other: str) -> tuple[Fragment, ...]:
    """Return a text in pieces; a hit is what the other text does not say."""
    theirs = {_plain(one) for one in other.split()}
    pieces = _PIECES.findall(text)
    words = [one for one in pieces if _plain(one)]
    lacked = {one for one in words if _plain(one) not in theirs}
    if words and len([one for one in words if one in lacked]) > _MOST_MARKED * len(words):
        lacked = {one for one in lacked if any(map(str.isdigit, one))}
    return tuple(
        Fragment("".join(some), is_hit)
        for is_hit, some in groupby(pieces, key=lambda one: one in lacked)
    )


def _plain(word: str) -> str:
    return word.strip().strip(_EDGES).casefold()
