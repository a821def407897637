"""The files of a folder, and which of them are no documents of anybody's."""

import os
from collections.abc import Iterator
from pathlib import Path

from answerable.reading.documents import NotReadable, PassedOver
from answerable.reading.names import cleaned, cleaned_path, joined
from answerable.reading.source import bytes_of_file
from answerable.reading.zips import Member

_OF_SYSTEMS = frozenset(("thumbs.db", "desktop.ini", "__macosx"))
_TEMPORARY = (".tmp", ".temp", ".part", ".crdownload", ".lnk")


def files_in(folder: Path) -> Iterator[Member | NotReadable]:
    """Yield the files of a folder and of those in it, sorted by their names; what cannot be opened is told.

    A link that leads elsewhere is not followed: it may lead out of the folder.
    """
    yield from _files(folder, cleaned(folder.resolve().name))


def _files(folder: Path, name: str) -> Iterator[Member | NotReadable]:
    try:
        found = sorted(os.scandir(folder), key=lambda one: (one.name.casefold(), one.name))
    except OSError as problem:
        yield NotReadable(f"{name} cannot be opened: {problem.strerror or type(problem).__name__}")
        return
    for one in found:
        inside = joined(name, cleaned(one.name))
        if one.is_symlink():
            yield PassedOver(f"{inside} is a link to elsewhere: name what it leads to")
        elif one.is_dir():
            passed = passed_over(inside)
            yield from [passed] if passed else _files(Path(one.path), inside)
        elif one.is_file():
            yield Member(inside, _Opening(Path(one.path), inside))
        else:
            yield PassedOver(f"{inside} is no file: it is passed over")


def passed_over(name: str) -> PassedOver | None:
    """Return why a file of this name is no document of anybody's; None if it may be one."""
    steps = cleaned_path(name).split("/")
    last = steps[-1].casefold()
    if last.startswith("~$") or last.endswith((*_TEMPORARY, "~")):
        return PassedOver(f"{name} is a temporary file: it is passed over")
    if last.startswith("."):
        return PassedOver(f"{name} is hidden: it is passed over")
    if any(one.casefold() in _OF_SYSTEMS for one in steps):
        return PassedOver(f"{name} is a file of the system's own: it is passed over")
    return None


class _Opening:
    """Opens one file when it is called, and says its name as it stands in the folder."""

    def __init__(self, path: Path, name: str) -> None:
        self._path = path
        self._name = name

    def __call__(self) -> bytes:
        try:
            return bytes_of_file(self._path)
        except NotReadable as refusal:
            said = str(refusal).removeprefix(cleaned(self._path.name))
            raise NotReadable(f"{self._name}{said}") from None
