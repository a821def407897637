"""Tesseract, which reads pictures of pages: asked as a program of its own, with limits on time and memory."""

import re
import shutil
import subprocess
from functools import cache

from answerable.programs.piped import MOST_SECONDS, DidNotAnswer, answer_of, environment
from answerable.reading.documents import NotReadable

_ENGLISH, _WELSH = "eng", "cym"
# One block of text, its lines from left to right: cells stand beside each other on their lines, and where
# a line is parted is seen by the ruling and the gaps. By Tesseract's own parting of the page, words of
# small cells are lost.
_ONE_BLOCK = "6"
_VERSION = re.compile(r"tesseract v?(\d[\w.]*)")


def engine_of(name: str) -> str:
    """Return what reads pictures here: "tesseract 5.3.0".

    :raises NotReadable: if nothing does; `name` is the file that would be read.
    """
    if _program() is None:
        message = f"{name} is a picture of pages: install tesseract-ocr, or save it as text"
        raise NotReadable(message)
    if _languages() is None:
        message = f"{name} is a picture of pages: install tesseract-ocr-eng beside tesseract-ocr, or save it as text"
        raise NotReadable(message)
    return f"tesseract {_version()}"


def _program() -> str | None:
    return shutil.which("tesseract")


@cache
def _version() -> str:
    found = _VERSION.search(_said("--version"))
    return found[1] if found else "of an unknown version"


@cache
def _languages() -> str | None:
    """Return what is read: English, with Welsh where it is installed; None without English."""
    known = _said("--list-langs").split()
    if _ENGLISH not in known:
        return None
    return f"{_ENGLISH}+{_WELSH}" if _WELSH in known else _ENGLISH


def _said(question: str) -> str:
    done = subprocess.run(  # noqa: S603 a program of the system, and one of two words of ours
        [_program() or "tesseract", question],
        capture_output=True,
        env=environment(),
        timeout=MOST_SECONDS,
        check=False,
    )
    return (done.stdout + done.stderr).decode(errors="replace")


def hocr_of(picture: bytes, *, dots: int) -> str:
    """Return what stands in a picture, as hOCR; `dots` are its pixels to an inch.

    :raises DidNotAnswer: if it takes too long or too much memory.
    """
    asked = ["-", "-", "--dpi", str(dots), "--psm", _ONE_BLOCK, "-l", _languages() or _ENGLISH]
    said = _answer([*asked, "-c", "tessedit_create_hocr=1"], picture)
    return said.decode(errors="replace")


def quarters_of(picture: bytes, *, dots: int) -> int:
    """Return by how many quarters a picture is to be turned, with the clock, so that it can be read.

    0 where nothing tells.
    """
    try:
        said = _answer(["-", "-", "--dpi", str(dots), "--psm", "0"], picture).decode()
    except DidNotAnswer:
        return 0
    found = re.search(r"^Rotate: (\d+)", said, re.MULTILINE)
    return int(found[1]) // 90 % 4 if found else 0


def _answer(asked: list[str], picture: bytes) -> bytes:
    return answer_of([_program() or "tesseract", *asked], picture)
