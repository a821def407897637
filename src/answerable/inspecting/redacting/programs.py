"""Programs of the system that look at a page: poppler's pdftotext, and Tesseract, if they are installed."""

import os
import resource
import shutil
import subprocess

MOST_SECONDS = 60
"""Seconds of the processor for one run; by the clock it may take twice as long."""

_MOST_BYTES = 1_500_000_000
_KEPT = ("PATH", "TESSDATA_PREFIX", "LD_LIBRARY_PATH")


class DidNotSay(Exception):
    """A program failed, or took longer or more memory than it may."""


def words_of(data: bytes) -> str | None:
    """Return what pdftotext says of the words of a PDF and of their boxes, or nothing if it is not installed.

    :raises DidNotSay: if it fails.
    """
    program = shutil.which("pdftotext")
    if program is None:
        return None
    said = _said([program, "-bbox", "-cropbox", "-enc", "UTF-8", "-", "-"], data)
    return said.decode(errors="replace")


def recognised(picture: bytes, *, dots: int) -> str | None:
    """Return the table of words that Tesseract reads in a picture, or nothing if it is not installed.

    :raises DidNotSay: if it fails.
    """
    program = shutil.which("tesseract")
    if program is None:
        return None
    asked = [program, "-", "-", "--dpi", str(dots), "--psm", "3", "-l", "eng", "tsv"]
    return _said(asked, picture).decode(errors="replace")


def _said(asked: list[str], data: bytes) -> bytes:
    with subprocess.Popen(  # noqa: S603 programs of the system, and words of ours
        asked,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
    ) as process:
        # It waits for what it is given, so that nothing is read before the limits stand.
        resource.prlimit(process.pid, resource.RLIMIT_AS, (_MOST_BYTES, _MOST_BYTES))
        resource.prlimit(process.pid, resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
        resource.prlimit(process.pid, resource.RLIMIT_CORE, (0, 0))
        try:
            said, _ = process.communicate(data, timeout=2 * MOST_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            raise DidNotSay from None
    if process.returncode:
        raise DidNotSay
    return said


def _environment() -> dict[str, str]:
    """Return what a program needs of this one's: no secret, and one thread."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return {**kept, "OMP_THREAD_LIMIT": "1"}
