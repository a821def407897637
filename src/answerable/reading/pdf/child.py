"""The process that reads PDF: it waits for a file, and reads it in a fork, which nothing it does outlives.

A fork begins as this process began, and so pays nothing for the start of Python. It reads further PDFs while
each ends well and leaves it as good as new, for to fork costs as much as to read some pages. What does not
end well in a fork that other files used is asked for again, and done in a fresh one: whether a file can be
read never depends on others. A fork that a file brings to an end ends this process, too: whoever asked sees
that, and starts another.
"""

import gc
import io
import json
import math
import mmap
import os
import resource
import select
import signal
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO

from answerable.reading.blocks import TooManyBlocks
from answerable.reading.documents import NotReadable
from answerable.reading.pdf.carried import parts_of, pictures_as_parts
from answerable.reading.pdf.framed import ENDED_BADLY, HEAD, LOST, Sent, framed
from answerable.reading.pdf.page_words import page_words
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


TASKS: dict[str, Task] = {"document": _document, "page": page_picture, "words": page_words}
"""What can be asked for, by name; other modules add to it before `main` is called."""

NEEDED: dict[str, str] = {}
"""The module that a task needs and others do not, by the task's name: added to in the same way."""

SHARED = {"document"}
"""After which of them a fork may be as good as new, for they give back all that they took."""

_MOST_SHARED = 200
# More than this, in kilobytes, a fork may not have grown by if it is to go on.
_MOST_GROWN = 64 * 1024
_MADE_BETWEEN_LOOKS = 50_000
_MOST_BYTES = 1_500_000_000
# Whoever reads no more files should not keep the memory of this process.
_MOST_IDLE = 60
_IN = 0
_IDLE = 71
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
    # A reading makes many objects and hardly a cycle among them, so that it is enough to look for those seldom.
    gc.set_threshold(_MADE_BETWEEN_LOOKS)
    _send(out, Sent.READY, b"")
    # A buffer of one byte takes no more than it is asked for: the file itself is left to the fork.
    given = io.BufferedReader(io.FileIO(_IN, closefd=False), 1)
    known: set[Path | None] = set()
    # A fork notes here how many files it has read, which a fork that is killed could not say in another way.
    read = mmap.mmap(-1, 1)
    while _is_asked():
        asked = json.loads(_taken(given))
        if asked["task"] == "document" and (folder := _folder(asked["options"])) not in known:
            _learn(folder)
            known.add(folder)
        _import_for(asked["task"])
        read[0] = 0
        child = os.fork()
        if not child:
            _serve(out, asked, given, read)
        end = _end_of(child)
        if end == _IDLE:
            return
        if end:
            sys.exit(LOST if read[0] else ENDED_BADLY)


def _learn(folder: Path | None) -> None:
    """Make the patterns of the usual words before a first file is read, so that no fork has to."""
    with suppress(NotReadable), with_vocabulary(folder):
        for word in _USUAL:
            label_of(word)
    gc.freeze()


def _import_for(task: str) -> None:
    """Import what a task needs before the first fork for it, so that no fork has to: numpy takes as long as a page."""
    if _lacks(task):
        # What cannot be imported here cannot be in the fork, which says so.
        with suppress(ImportError, MemoryError):
            import_module(NEEDED[task])
        gc.freeze()


def _lacks(task: str) -> bool:
    return task in NEEDED and NEEDED[task] not in sys.modules


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
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _serve(out: int, asked: dict[str, Any], given: BinaryIO, read: mmap.mmap) -> None:
    """Do what is asked for and say how it ended, then so with what comes next; end this process."""
    try:
        before = _grown()
        while _is_well(out, asked, given, read) and _grown() - before < _MOST_GROWN:
            read[0] += 1
            if read[0] == _MOST_SHARED:
                break
            if not _is_asked():
                os._exit(_IDLE)
            asked = json.loads(_taken(given))
    except BaseException:  # noqa: BLE001 a fork must never go on as the process that it was forked from
        os._exit(ENDED_BADLY)
    os._exit(0)


def _is_well(out: int, asked: dict[str, Any], given: BinaryIO, read: mmap.mmap) -> bool:
    """Do what is asked for, say how it ended, and return whether this process can go on after it."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = math.ceil(used.ru_utime + used.ru_stime) + asked["seconds"]
    # The limit for good is left as it is, for it could not be raised for the next file.
    _, for_good = resource.getrlimit(resource.RLIMIT_CPU)
    most = most if for_good == resource.RLIM_INFINITY else min(most, for_good)
    resource.setrlimit(resource.RLIMIT_CPU, (most, for_good))
    data = _taken(given)
    # A fork that read PDF leaves it to the process that it was forked from to import what pictures need.
    is_for_others = read[0] and _lacks(asked["task"])
    end = {} if is_for_others else _done(out, asked, data)
    if is_for_others or (end and read[0]):
        _send(out, Sent.AGAIN, b"")
        return False
    _send(out, Sent.END, json.dumps(end).encode())
    return not end and asked["task"] in SHARED


def _grown() -> int:
    """Return the most memory that this process has had, in kilobytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


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
