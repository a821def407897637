"""The files that a command was given: one by one, or all that a folder holds."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from answerable.reading.source import LARGEST_BYTES

Refuse = Callable[[str], None]
_FORMS = ("tif tiff jpg jpeg png", "txt md", "pdf", "rtf odt doc", "htm html", "docx docm", "json")
"""Forms of one document by their endings, the richest last: the last that is imported has the last word."""
_RICHNESS = {f".{end}": rank for rank, ends in enumerate(_FORMS, 1) for end in ends.split()}


def listed(paths: Iterable[Path], *, unreadable: Refuse) -> Iterator[tuple[str, Path]]:
    """Yield each file with the name that it goes by: its own, or its path from the folder that was given.

    Folders are walked in the order of their names, and of several forms of one name the richest comes last;
    without what is hidden, and without following links to other folders. What is not there is said.
    """
    for path in paths:
        if path.is_dir():
            yield from _in_folder(path, unreadable)
        else:
            yield path.name, path


def read_in(
    files: Iterable[tuple[str, Path]], *, unreadable: Refuse
) -> Iterator[tuple[str, bytes]]:
    """Yield each file's name and bytes, of one that is too large only so many as show that it is."""
    for name, path in files:
        try:
            with path.open("rb") as file:
                yield name, file.read(LARGEST_BYTES + 1)
        except FileNotFoundError:
            unreadable(f"{name}: there is no such file: check the name")
        except OSError as problem:
            unreadable(f"{name} cannot be opened: {problem.strerror or type(problem).__name__}")


def _in_folder(folder: Path, unreadable: Refuse) -> Iterator[tuple[str, Path]]:
    # The folder's own name may be that of a month.
    above = folder.resolve().parent

    def closed(problem: OSError) -> None:
        name = os.path.basename(problem.filename)  # noqa: PTH119 what is named may be no path
        unreadable(f"{name} cannot be opened: {problem.strerror}")

    for place, folders, names in os.walk(folder.resolve(), onerror=closed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names, key=_order):
            path = Path(place) / name
            if not name.startswith(".") and path.is_file():
                yield str(path.relative_to(above)), path


def _order(name: str) -> tuple[str, int, str]:
    path = Path(name)
    return path.stem.casefold(), _RICHNESS.get(path.suffix.lower(), 0), name
