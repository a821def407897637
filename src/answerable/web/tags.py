"""A short word that stands out on a page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag: its words and its colour; the words alone carry the meaning."""

    words: str
    colour: str
