"""List items: what is drawn in front of them, and what they say."""

import re

from answerable.domain.questions import leading_label
from answerable.reading.blocks import Run, after

# What word processors draw in front of list items, some in the private letters of symbol fonts.
_BULLET = re.compile(
    r"\s*([•·●▪◦■□‣\u2043–—*\-\uf0b7\uf0a7\uf0d8\uf0fc\uf02d]|o(?=\s))(?:\s+(?=\S)|\s*$)"
)
_BULLET_AT_WORD = re.compile(r"\s*([•●▪◦■□‣\u2043\uf0b7\uf0a7\uf0d8\uf0fc\uf02d])\s*(?=\S|$)")
_PRIVATE = re.compile("[\ue000-\uf8ff]")


def has_bullet(text: str) -> bool:
    """Return whether a bullet stands in front of words."""
    return bool(_BULLET_AT_WORD.match(text) or _BULLET.match(text))


def item_of(runs: tuple[Run, ...]) -> tuple[str | None, tuple[Run, ...]]:
    """Return a list item's bullet and its words; a printed label stays with the words."""
    text = "".join(run.text for run in runs)
    if leading_label(text):
        return None, runs
    bullet = _BULLET_AT_WORD.match(text) or _BULLET.match(text)
    if bullet is None:
        return "•", runs
    return _PRIVATE.sub("•", bullet[1]), after(runs, bullet.end())
