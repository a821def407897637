"""PDF read in a process of its own, which may fail without harm to this one.

The process stays for the next file: to start one takes longer than to read most files. Each thread that
reads has its own, and a process that is forked from this one starts anew.
"""

import atexit
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

from answerable.reading.blocks import Document, TooManyBlocks
from answerable.reading.documents import NotReadable
from answerable.reading.pdf.carried import document_from, pictures_in
from answerable.reading.pdf.pages_of_pictures import PagesOfPictures
from answerable.reading.pdf.process import Ended, Lost, NotStarted, Process, TooLong
from answerable.reading.vocabulary import vocabulary_folder

MOST_SECONDS = 120
"""How long one task may take, of the processor."""

_MOST_KEPT = 2
# By the clock it may take longer: the machine may have other work.
_BEYOND_LIMIT = 240


def read_apart(data: bytes, name: str) -> Document:
    """Return the document of a PDF's bytes.

    :raises NotReadable: if it is encrypted, damaged, empty, too large or too slow to read, or holds no text.
    :raises TooManyBlocks: if it has more paragraphs than a reading may hold.
    :raises PagesOfPictures: if some of its pages are pictures, and have to be read as such first.
    """
    parts = done_apart("document", data, name, vocabulary=vocabulary_named())
    try:
        pictures = pictures_in(parts)
        if pictures is None:
            return document_from(parts)
    except (ValueError, TypeError, LookupError):
        # A file that had its way with the process may have made it say anything.
        raise _too_much(name, "a PDF") from None
    raise PagesOfPictures(*pictures)


def vocabulary_named() -> str | None:
    """Return where more words of publishers lie: labels without ruling lines are known by them."""
    folder = vocabulary_folder()
    return str(folder.absolute()) if folder else None


def done_apart(
    task: str, data: bytes, name: str, *, what: str = "a PDF", **options: Any
) -> list[bytes]:
    """Return the parts that a task of the process apart makes of a file's bytes; see `child.TASKS`.

    `what` the file is called where it is refused; `options` are what JSON can carry.

    :raises NotReadable: if the task refuses the file, or the file is more than the process can bear.
    :raises TooManyBlocks: if it has more paragraphs than a reading may hold.
    """
    asked = {"task": task, "name": name, "options": options, "seconds": MOST_SECONDS}
    head = json.dumps(asked).encode()
    try:
        parts, end = _asked(head, data)
        return _checked(parts, json.loads(end), name, what)
    except NotStarted:
        message = f"{name} was not read: the process that reads PDF did not start: see whether memory is left"
        raise NotReadable(message) from None
    except (Ended, Lost, TooLong, ValueError):
        raise _too_much(name, what) from None


def _asked(head: bytes, data: bytes) -> tuple[list[bytes], bytes]:
    """Return the parts of a result and how it ended; a process that was lost is replaced once."""
    within = MOST_SECONDS + _BEYOND_LIMIT
    try:
        with _kept.process() as process:
            return process.ask(head, data, within=within)
    except Lost:
        with _kept.process() as process:
            return process.ask(head, data, within=within)


def _checked(parts: list[bytes], end: dict[str, Any], name: str, what: str) -> list[bytes]:
    """Return the parts, if the task ended well."""
    if "refused" in end:
        raise NotReadable(end["refused"])
    if "too_many" in end:
        raise TooManyBlocks
    fault = end.get("fault")
    if fault in ("MemoryError", "RecursionError"):
        raise _too_much(name, what)
    if fault:
        raise NotReadable(
            f"{name} stopped the reader by a fault of its own ({fault}), and need not be damaged: report it,"
            " and save the file as Word or HTML"
        )
    return parts


def _too_much(name: str, what: str) -> NotReadable:
    return NotReadable(
        f"{name} is {what} that cannot be read safely: it is damaged, or takes more than"
        f" {MOST_SECONDS} seconds or 1.5 GB of memory: save it anew, or as Word or HTML"
    )


class _Kept:
    """The processes that wait for the next file."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._waiting: list[Process] = []

    @contextmanager
    def process(self) -> Iterator[Process]:
        """Give a process that nobody else has; it is kept if it is still well afterwards."""
        process = self._taken()
        try:
            yield process
        except BaseException:
            process.end()
            raise
        with self._lock:
            is_kept = len(self._waiting) < _MOST_KEPT
            if is_kept:
                self._waiting.append(process)
        if not is_kept:
            process.end()

    def _taken(self) -> Process:
        while True:
            with self._lock:
                process = self._waiting.pop() if self._waiting else None
            if process is None:
                return Process()
            if process.is_waiting():
                return process
            process.end()

    def end(self) -> None:
        """End the processes that wait."""
        with self._lock:
            waiting, self._waiting = self._waiting, []
        for process in waiting:
            process.let_go()

    def forget(self) -> None:
        """Leave the processes to the one that this one was forked from."""
        waiting, self._waiting, self._lock = self._waiting, [], Lock()
        for process in waiting:
            process.leave()


_kept = _Kept()
os.register_at_fork(after_in_child=_kept.forget)
atexit.register(_kept.end)


def end_processes() -> None:
    """End the processes that wait for files; the next file starts another."""
    _kept.end()
