"""A program that is given a file on its standard input, and answers on its output."""

import os
import resource
import subprocess

MOST_SECONDS = 60
"""Seconds of the processor for one answer; by the clock it may take twice as long."""

_MOST_BYTES = 1_500_000_000
_KEPT = ("PATH", "TESSDATA_PREFIX", "LD_LIBRARY_PATH")


class DidNotAnswer(Exception):
    """A program failed, or took longer or more memory than it may."""


def answer_of(asked: list[str], data: bytes) -> bytes:
    """Return what a program says of a file; `asked` is its command.

    :raises DidNotAnswer: if it fails, or is ended at a limit.
    """
    with subprocess.Popen(  # noqa: S603 a program found on the path, and words and numbers of ours
        asked,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment(),
    ) as process:
        # It waits for what it is given, so that nothing is read before the limits stand.
        resource.prlimit(process.pid, resource.RLIMIT_AS, (_MOST_BYTES, _MOST_BYTES))
        resource.prlimit(process.pid, resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
        resource.prlimit(process.pid, resource.RLIMIT_CORE, (0, 0))
        try:
            said, _ = process.communicate(data, timeout=2 * MOST_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            raise DidNotAnswer from None
    if process.returncode:
        raise DidNotAnswer
    return said


def environment() -> dict[str, str]:
    """Return what a program needs of this process's environment: no secret, and one thread for one page."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return {**kept, "OMP_THREAD_LIMIT": "1"}
