"""The messages in files, folders and mailboxes, one by one, each read only when it is wanted."""

import mailbox
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from answerable.reading.alphabets import storable

_LARGEST = 64 * 1024 * 1024
_DELIVERED = ("cur", "new")
_MBOX = re.compile(rb"From \S.{0,200}\d\d:\d\d.{0,40}\d{4}\s*\n")


@dataclass(frozen=True, slots=True)
class Source:
    """A message that can be read: its name, whether it is an e-mail, and what reads its bytes.

    `read` raises OSError or ValueError if that cannot be done. It is to be called before the next
    source is asked for.
    """

    name: str
    is_mail: bool
    read: Callable[[], bytes]


def sources_of(paths: Sequence[Path]) -> Iterator[Source]:
    """Yield the messages in files and in folders, however deep, in the order of their names.

    What a folder hides (".name") is passed over, and of a Maildir all but what was delivered.
    """
    for path in paths:
        if path.is_dir():
            yield from _in_folder(path)
        else:
            yield from _in_file(path, is_mail=_is_delivered(path))


def _in_folder(folder: Path) -> Iterator[Source]:
    try:
        paths = sorted(folder.iterdir())
    except OSError as problem:
        yield Source(storable(folder.name), is_mail=False, read=partial(_refuse_for, problem))
        return
    is_maildir = _is_maildir(folder)
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            # A Maildir's own folders are Maildirs with names that begin with a dot.
            wanted = path.name in _DELIVERED or _is_maildir(path)
            if wanted if is_maildir else not path.name.startswith("."):
                yield from _in_folder(path)
        elif path.is_file() and not is_maildir and not path.name.startswith("."):
            yield from _in_file(path, is_mail=_is_delivered(path))


def _is_maildir(folder: Path) -> bool:
    return all((folder / name).is_dir() for name in _DELIVERED)


def _is_delivered(path: Path) -> bool:
    return path.parent.name in _DELIVERED and _is_maildir(path.parent.parent)


def _in_file(path: Path, *, is_mail: bool) -> Iterator[Source]:
    name = storable(path.name)
    if _is_mbox(path):
        yield from _in_mbox(path, name)
    else:
        is_mail = is_mail or path.suffix.lower() == ".eml"
        yield Source(name, is_mail, partial(_bytes_of, path))


def _is_mbox(path: Path) -> bool:
    """Return whether a file holds one e-mail behind the other: a line with sender and time leads each."""
    try:
        with path.open("rb") as file:
            return _MBOX.match(file.readline(400)) is not None
    except OSError:
        return False


def _in_mbox(path: Path, name: str) -> Iterator[Source]:
    with closing(mailbox.mbox(path, create=False)) as box:
        for number, key in enumerate(box.keys(), start=1):
            yield Source(f"{name}#{number}", is_mail=True, read=partial(_in_box, box, key))


def _bytes_of(path: Path) -> bytes:
    if path.stat().st_size > _LARGEST:
        _refuse()
    return path.read_bytes()


def _in_box(box: mailbox.mbox, key: str) -> bytes:
    data = box.get_bytes(key)
    if len(data) > _LARGEST:
        _refuse()
    return data


def _refuse() -> None:
    message = f"is larger than {_LARGEST // (1024 * 1024)} MB: take its text in, and keep the file"
    raise ValueError(message)


def _refuse_for(problem: OSError) -> bytes:
    raise problem
