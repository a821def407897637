"""A PDF opened for its structure; what is locked or cannot be put in order is refused with a sentence."""

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager

import pikepdf

from answerable.inspecting.findings import CannotSay
from answerable.inspecting.seen import Seen

MOST_PAGES = 3_000
"""Pages that are looked at, each of which is drawn twice or more."""

MOST_OBJECTS = 1_000_000

_LOCKED = (
    "It is locked, or may not be changed or printed without a password: save a copy without any,"
    " and inspect that"
)
_DAMAGED = "It is a PDF that is cut off or damaged: fetch it again, or save it anew"


@contextmanager
def opened(data: bytes, seen: Seen) -> Iterator[pikepdf.Pdf]:
    """Give a PDF that is open, and find that it had to be put in order.

    :raises CannotSay: if it is locked, damaged beyond that, has no pages, or too many.
    """
    # What is amiss with a file is a finding; no log may hold words of it.
    logging.getLogger("pikepdf").setLevel(logging.CRITICAL)
    try:
        pdf = pikepdf.open(io.BytesIO(data), suppress_warnings=True)
    except pikepdf.PasswordError:
        raise CannotSay(_LOCKED) from None
    except (pikepdf.PdfError, ValueError, RuntimeError, OSError):
        raise CannotSay(_DAMAGED) from None
    with pdf:
        _check_can_be_read(pdf)
        yield pdf
        warnings = len(pdf.get_warnings())
        if warnings:
            seen.add("pdf.damaged", count=warnings)


def _check_can_be_read(pdf: pikepdf.Pdf) -> None:
    if pdf.is_encrypted or "/Encrypt" in pdf.trailer:
        raise CannotSay(_LOCKED)
    if len(pdf.objects) > MOST_OBJECTS:
        raise CannotSay(
            f"It has more than {MOST_OBJECTS:,} objects, which is more than can be inspected"
        )
    try:
        pages = len(pdf.pages)
    except (pikepdf.PdfError, ValueError, RuntimeError):
        raise CannotSay(_DAMAGED) from None
    if not pages:
        raise CannotSay("It is a PDF without pages")
    if pages > MOST_PAGES:
        raise CannotSay(f"It has more than {MOST_PAGES:,} pages: split it")
