"""Files of a case under their paths, as one zip or as a folder: the same bytes for the same files."""

import hashlib
import io
import re
import shutil
import unicodedata
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

SUMS = "SHA256SUMS"
_NO_DAY = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip knows: when a file was packed says nothing of it."""
_READABLE = 0o100644 << 16
_UNIX = 3
_LEVEL = 6
_LONGEST_NAME = 100
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


class FolderRefused(Exception):
    """Files cannot stand in one folder: a path leads out of it, or two files have the same."""


@dataclass(frozen=True, slots=True)
class FolderFile:
    """A file of a folder: its path, with slashes, and its bytes."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Folder:
    """The files of a folder. What is made of it also holds `SHA256SUMS`, the digest of each."""

    files: tuple[FolderFile, ...]


def folder_zip(folder: Folder) -> bytes:
    """Return a folder as a zip: the same bytes for the same files.

    :raises FolderRefused: if a path leads out of the folder, or two files have the same.
    """
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as packed:
        for one in _whole(folder):
            entry = zipfile.ZipInfo(one.path, _NO_DAY)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, _UNIX
            entry.external_attr = _READABLE
            packed.writestr(entry, one.data, compresslevel=_LEVEL)
    return held.getvalue()


def write_folder(folder: Folder, path: Path) -> None:
    """Write a folder to the disk, whole or not at all.

    :raises FolderRefused: if a path leads out of the folder, or two files have the same.
    :raises FileExistsError: if something stands there already.
    """
    files = _whole(folder)
    if path.exists():
        message = f"{path} is there already: nothing was written over it"
        raise FileExistsError(message)
    unfinished = path.with_name(f"{path.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    for one in files:
        file = unfinished / one.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(one.data)
    unfinished.rename(path)


def file_name(name: str, *, taken: Iterable[str] = ()) -> str:
    """Return a name under which every system can keep a file, and which is not taken yet."""
    plain = unicodedata.normalize("NFC", name)
    kept = "".join(one if one.isprintable() and one not in '\\/:*?"<>|' else "_" for one in plain)
    kept = kept.strip(" .")
    stem, dot, suffix = kept.rpartition(".")
    if not stem:
        stem, dot, suffix = kept, "", ""
    suffix = suffix[:20]
    stem = stem[: _LONGEST_NAME - len(suffix)].strip() or "file"
    if _DEVICES.fullmatch(stem):
        stem = f"_{stem}"
    known = {one.casefold() for one in taken}
    found, number = f"{stem}{dot}{suffix}", 2
    while found.casefold() in known:
        found, number = f"{stem}-{number}{dot}{suffix}", number + 1
    return found


def _whole(folder: Folder) -> tuple[FolderFile, ...]:
    """Return the files in the order of their paths, with the digests of all."""
    files = sorted(folder.files, key=lambda one: one.path)
    _check(files)
    lines = (f"{hashlib.sha256(one.data).hexdigest()}  {one.path}\n" for one in files)
    return (*files, FolderFile(SUMS, "".join(lines).encode()))


def _check(files: Iterable[FolderFile]) -> None:
    known = {SUMS.casefold()}
    for one in files:
        parts = PurePosixPath(one.path).parts
        is_plain = one.path == "/".join(parts) and one.path.isprintable() and "\\" not in one.path
        if not is_plain or not parts or one.path.startswith("/") or ".." in parts:
            message = f"{one.path!r} is no path within a folder"
            raise FolderRefused(message)
        above = {str(each).casefold() for each in PurePosixPath(one.path).parents}
        # Some disks know no difference between capitals and small letters.
        if one.path.casefold() in known or above & known:
            message = f"{one.path} stands twice in the folder"
            raise FolderRefused(message)
        known.add(one.path.casefold())
