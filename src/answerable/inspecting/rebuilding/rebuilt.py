"""What comes of rebuilding a file, and the form in which it leaves the process apart."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass


class CannotRebuild(Exception):
    """No file can be made anew from this one, for a reason that a person can act on."""


@dataclass(frozen=True, slots=True)
class RebuiltFile:
    """A file that was made anew."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """The files made of one, the one that stands for it first; `left_out` says in sentences what they lack."""

    files: tuple[RebuiltFile, ...]
    left_out: tuple[str, ...] = ()


Rebuild = Callable[[bytes, str], Rebuilt]
"""Rebuilds a file inside another, under its name."""


def as_bytes(rebuilt: Rebuilt) -> Iterable[bytes]:
    """Yield a line of JSON that says how long each file is, and then the files."""
    files = [{"name": one.name, "size": len(one.data)} for one in rebuilt.files]
    yield json.dumps({"files": files, "left_out": rebuilt.left_out}).encode() + b"\n"
    yield from (one.data for one in rebuilt.files)


def refused_as_bytes(reason: str) -> bytes:
    """Return the line that says that nothing was made, and why."""
    return json.dumps({"refused": reason}).encode() + b"\n"


def rebuilt_from_bytes(said: bytes) -> Rebuilt:
    """Return what was made.

    :raises CannotRebuild: if nothing was.
    :raises ValueError: if the bytes are not what `as_bytes` yields; a `LookupError` or `TypeError` too.
    """
    line, _, rest = said.partition(b"\n")
    head = json.loads(line)
    if "refused" in head:
        raise CannotRebuild(str(head["refused"]))
    files = tuple(_files(head["files"], rest))
    if not files:
        raise ValueError("no file")
    return Rebuilt(files, tuple(str(one) for one in head["left_out"]))


def _files(heads: list[dict[str, object]], rest: bytes) -> Iterator[RebuiltFile]:
    at = 0
    for head in heads:
        size = head["size"]
        if not isinstance(size, int) or size < 0:
            raise ValueError("no size")
        yield RebuiltFile(str(head["name"]), rest[at : at + size])
        at += size
    if at != len(rest):
        raise ValueError("cut off")
