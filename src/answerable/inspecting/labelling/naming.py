"""The name of a file that is made of another, without words that are marked in that."""

from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from answerable.inspecting.labelling.marks import PlaceMark
from answerable.inspecting.redacting.words import sought

_INSTEAD = "withheld"


def safe_name(name: str, marks: Sequence[PlaceMark]) -> str:
    """Return the name of a redacted file: as the old one, with "(redacted)", and no marked words in it."""
    last = PurePosixPath(name.replace("\\", "/"))
    stem = without_words(last.stem, (one for mark in marks for one in mark.words))
    return f"{stem} (redacted){last.suffix}"


def without_words(stem: str, words: Iterable[str]) -> str:
    """Return a name without some words; it stays as it is if they do not stand in it."""
    marked = sought(words)
    plain = stem.replace("_", " ")
    return marked.without(plain, _INSTEAD) if marked.is_in(plain) else stem
