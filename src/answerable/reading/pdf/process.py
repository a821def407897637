"""One process apart: started, asked, and ended, without ever waiting for longer than is said."""

import os
import select
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from answerable.reading.pdf.framed import ENDED_BADLY, HEAD, Sent

STARTED_AS: tuple[str, ...] = ("-m", "answerable.reading.process_apart")
"""What Python is told to run."""

# The folder that holds this package, wherever it was installed.
_HOME = str(Path(__file__).resolve().parents[3])
_KEPT = ("PATH", "LANG", "LC_ALL", "TMPDIR", "LD_LIBRARY_PATH", "VIRTUAL_ENV")
_MOST_TO_START = 60
_MOST_TO_END = 1
# The process ends by itself a little later.
_LONGEST_IDLE = 45
_AT_ONCE = 1 << 20
_MOST_BYTES = 1 << 30
_KINDS = {kind.value: kind for kind in (Sent.READY, Sent.PART, Sent.END, Sent.AGAIN)}
_HEARD = select.POLLIN | select.POLLHUP | select.POLLERR
_TAKEN = select.POLLOUT | select.POLLHUP | select.POLLERR


class NotStarted(Exception):
    """No process could be started, or it did not come to be ready."""


class Ended(Exception):
    """The process ended over a task, before it had said all."""


class Lost(Exception):
    """The process ended while it was asked, and not over the task: somebody ended it."""


class TooLong(Exception):
    """The process took longer than it may."""


class Process:
    """A process that waits for files, and does one task at a time."""

    def __init__(self) -> None:
        """Start it, and wait until it is ready.

        :raises NotStarted: if it cannot start.
        """
        try:
            self._process = _started()
        except OSError:
            raise NotStarted from None
        assert self._process.stdin  # noqa: S101 for mypy: a pipe was asked for
        assert self._process.stdout  # noqa: S101 for mypy: a pipe was asked for
        self._to, self._from = self._process.stdin, self._process.stdout
        os.set_blocking(self._to.fileno(), False)
        os.set_blocking(self._from.fileno(), False)
        self._deadline = time.monotonic() + _MOST_TO_START
        try:
            self._frame()
        except BaseException as problem:
            self.end()
            if isinstance(problem, Ended | TooLong):
                raise NotStarted from None
            raise
        self._last = time.monotonic()

    def is_waiting(self) -> bool:
        """Return whether it still waits for a file, and will a little longer."""
        return time.monotonic() - self._last < _LONGEST_IDLE and self._process.poll() is None

    def ask(self, head: bytes, data: bytes, *, within: float) -> tuple[list[bytes], bytes]:
        """Return the parts of a task's result, and what was said of its end, within some seconds.

        :raises Ended: if the process ended over it.
        :raises Lost: if it ended for a reason of its own.
        :raises TooLong: if it took longer.
        """
        self._deadline = time.monotonic() + within
        try:
            return self._asked(head, data) or self._asked_again(head, data)
        except Ended:
            if self._returned() == ENDED_BADLY:
                raise
            raise Lost from None

    def _asked(self, head: bytes, data: bytes) -> tuple[list[bytes], bytes] | None:
        """Return what a task came to; None if it is to be asked for again."""
        for kind, given in ((Sent.ASKED, head), (Sent.DATA, data)):
            self._write(HEAD.pack(kind.value, len(given)))
            self._write(given)
        parts: list[bytes] = []
        room = _MOST_BYTES
        while True:
            said, part = self._frame(room)
            if said is Sent.AGAIN:
                return None
            if said is Sent.END:
                self._last = time.monotonic()
                return parts, part
            parts.append(part)
            room -= len(part)

    def _asked_again(self, head: bytes, data: bytes) -> tuple[list[bytes], bytes]:
        # No other file was read before it now: a process that asks for a third time says what it must not.
        said = self._asked(head, data)
        if said is None:
            raise Ended
        return said

    def _returned(self) -> int:
        """Return what the process returned; one that says what it must not, and lives, counts as ended badly."""
        try:
            return self._process.wait(_MOST_TO_END)
        except subprocess.TimeoutExpired:
            return ENDED_BADLY

    def end(self) -> None:
        """End it, whatever it does."""
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self.leave()

    def let_go(self) -> None:
        """Let it end by itself, as it does when it is left; one that does not is ended."""
        self.leave()
        try:
            self._process.wait(_MOST_TO_END)
        except subprocess.TimeoutExpired:
            self.end()

    def leave(self) -> None:
        """Give up its pipes: it ends by itself when nobody holds them any more."""
        self._to.close()
        self._from.close()

    def _wait(self, place: int, events: int) -> None:
        waiting = select.poll()
        waiting.register(place, events)
        left = self._deadline - time.monotonic()
        if left <= 0 or not waiting.poll(left * 1000):
            raise TooLong

    def _write(self, data: bytes) -> None:
        left = memoryview(data)
        while left:
            self._wait(self._to.fileno(), _TAKEN)
            try:
                left = left[os.write(self._to.fileno(), left[:_AT_ONCE]) :]
            except BlockingIOError:
                continue
            except BrokenPipeError:
                raise Ended from None

    def _frame(self, room: int = 0) -> tuple[Sent, bytes]:
        kind, size = HEAD.unpack(self._read(HEAD.size))
        if size > room or kind not in _KINDS:
            raise Ended
        return _KINDS[kind], self._read(size)

    def _read(self, size: int) -> bytes:
        found = bytearray()
        while len(found) < size:
            self._wait(self._from.fileno(), _HEARD)
            try:
                some = os.read(self._from.fileno(), min(size - len(found), _AT_ONCE))
            except BlockingIOError:
                continue
            if not some:
                raise Ended
            found += some
        return bytes(found)


def _started() -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 our own module, and nothing that anybody gave
        [sys.executable, *STARTED_AS],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        # Its forks are ended with it, and a key pressed for this process is none for them.
        start_new_session=True,
        bufsize=0,
    )


def _environment() -> dict[str, str]:
    """Return what the process needs of this one's: nothing that a file could make it give away."""
    paths = os.pathsep.join(filter(None, [_HOME, os.environ.get("PYTHONPATH", "")]))
    return {
        "PYTHONPATH": paths,
        # Nothing multiplies matrices, and a process that forks should have no threads.
        "OPENBLAS_NUM_THREADS": "1",
        **{name: os.environ[name] for name in _KEPT if name in os.environ},
    }
