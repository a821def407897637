"""The name of a file that is made of another, without words that are marked in that."""

from collections.abc import Sequence
from pathlib import PurePosixPath

from answerable.inspecting.labelling.marks import PlaceMark
from answerable.inspecting.redacting.words import sought

_INSTEAD = "withheld"


def safe_name(name: str, marks: Sequence[PlaceMark]) -> str:
    """Return the name of a redacted file: as the old one, with "(redacted)", and no marked words in it."""
    last = PurePosixPath(name.replace("\\", "/"))
    words = sought(one for mark in marks for one in mark.words)
    stem = (
        words.without(last.stem.replace("_", " "), _INSTEAD)
        if words.is_in(last.stem.replace("_", " "))
        else last.stem
    )
    return f"{stem} (redacted){last.suffix}"
