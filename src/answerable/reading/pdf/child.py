"""The process that reads PDF: it waits for a file, and does what is asked with each in a fork of its own.

A fork begins as this process began, so that no file meets what another left behind, and none pays for the
start of Python. A fork that a file brings to an end ends this process, too: whoever asked sees that, and
starts another.
"""

import gc
import io
import json
import os
import resource
import select
import signal
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from answerable.reading.blocks import TooManyBlocks
from answerable.reading.documents import NotReadable
from answerable.reading.pdf.carried import parts_of, pictures_as_parts
from answerable.reading.pdf.framed import ENDED_BADLY, HEAD, Sent, framed
from answerable.reading.pdf.pages_of_pictures import PagesOfPictures
from answerable.reading.pdf.pictures import page_picture
from answerable.reading.pdf.reader import document_of
from answerable.reading.vocabulary import label_of, with_vocabulary

Task = Callable[[bytes, str, dict[str, Any]], Iterable[bytes]]
"""From a file's bytes, its name and the options to the parts of a result; raises `NotReadable`."""


def _document(data: bytes, name: str, options: dict[str, Any]) -> Iterable[bytes]:
    """Return a document; `is_bare` says that pages which are pictures stay without text."""
    with with_vocabulary(_folder(options)):
        try:
            return parts_of(document_of(data, name, {} if options.get("is_bare") else None))
        except PagesOfPictures as some:
            return pictures_as_parts(some.pages, some.count)


def _folder(options: dict[str, Any]) -> Path | None:
    folder = options.get("vocabulary")
    return Path(folder) if folder else None


TASKS: dict[str, Task] = {"document": _document, "page": page_picture}
"""What can be asked for, by name; other modules add to it before `main` is called."""

_MOST_BYTES = 1_500_000_000
# Whoever reads no more files should not keep the memory of this process.
_MOST_IDLE = 60
_IN = 0
# With these most paragraphs begin that labels might; the pattern of each is made when it is first asked for.
_USUAL = (
    "closed date details disclosure foi in information internal of our please quarter question questions ref"
    " reference request response subject the we year you your"
).split()


def main() -> None:
    """Wait for files on standard input until there are no more, or none comes for a minute."""
    # A library may print; what comes out of here must be frames alone.
    out = os.dup(1)
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_BYTES, _MOST_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # What is frozen is not written to by the forks' collector, and so need not be copied for them.
    gc.freeze()
    _send(out, Sent.READY, b"")
    # A buffer of one byte takes no more than it is asked for: the file itself is left to the fork.
    given = io.BufferedReader(io.FileIO(_IN, closefd=False), 1)
    known: set[Path | None] = set()
    while _is_asked():
        asked = json.loads(_taken(given))
        if asked["task"] == "document" and (folder := _folder(asked["options"])) not in known:
            _learn(folder)
            known.add(folder)
        child = os.fork()
        if not child:
            _serve(out, asked, given)
        if _end_of(child):
            sys.exit(ENDED_BADLY)


def _learn(folder: Path | None) -> None:
    """Make the patterns of the usual words before a first file is read, so that no fork has to."""
    with suppress(NotReadable), with_vocabulary(folder):
        for word in _USUAL:
            label_of(word)
    gc.freeze()


def _is_asked() -> bool:
    waiting = select.poll()
    waiting.register(_IN, select.POLLIN)
    return any(event & select.POLLIN for _, event in waiting.poll(_MOST_IDLE * 1000))


def _end_of(child: int) -> int:
    """Return how a fork ended, 0 if well; it is ended when nobody is left who asked."""
    watched = select.poll()
    watched.register(_IN, 0)
    handle = os.pidfd_open(child)
    watched.register(handle, select.POLLIN)
    if all(place != handle for place, _ in watched.poll()):
        os.kill(child, signal.SIGKILL)
    os.close(handle)
    return os.waitpid(child, 0)[1]


def _serve(out: int, asked: dict[str, Any], given: BinaryIO) -> None:
    """Do what is asked for, say how it ended, and end this process."""
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (asked["seconds"], asked["seconds"]))
        end = _done(out, asked, _taken(given))
        _send(out, Sent.END, json.dumps(end).encode())
    except BaseException:  # noqa: BLE001 a fork must never go on as the process that it was forked from
        os._exit(ENDED_BADLY)
    os._exit(0)


def _done(out: int, asked: dict[str, Any], data: bytes) -> dict[str, Any]:
    try:
        for part in TASKS[asked["task"]](data, asked["name"], asked["options"]):
            _send(out, Sent.PART, part)
    except NotReadable as refusal:
        return {"refused": str(refusal)}
    except TooManyBlocks:
        return {"too_many": True}
    except BrokenPipeError:
        raise
    except Exception as fault:  # noqa: BLE001 which it was is said, and no more, for it may quote the file
        return {"fault": type(fault).__name__}
    return {}


def _taken(given: BinaryIO) -> bytes:
    return given.read(HEAD.unpack(given.read(HEAD.size))[1])


def _send(out: int, kind: Sent, data: bytes) -> None:
    left = memoryview(framed(kind, data))
    while left:
        left = left[os.write(out, left) :]


if __name__ == "__main__":
    main()
