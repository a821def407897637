"""A PDF opened as it is, or mended where it is damaged; what was mended is said, and what is lost."""

import io
import os
import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field

import pikepdf
import pypdfium2

from answerable.reading.documents import NotReadable, Repair
from answerable.reading.pdf.intact import is_whole
from answerable.reading.pdf.objects import Objects, plain

MOST_PAGES = 5_000
"""No log is longer; with the limit on a file's size it bounds the time of a reading to a minute."""

_END_OF_FILE = b"%%EOF"
_MOST_BEHIND = 4096
_CATALOG = re.compile(
    rb"(\d{1,9})\s+(\d{1,5})\s+obj\b\s*<<(?:(?!endobj).){0,2000}?/Type\s*/Catalog\b", re.DOTALL
)
_MENDED = "The PDF is damaged, and was put in order again: look whether anything is missing"
_CUT = "The PDF is cut off behind its last page: what is missing held no words"
_PART = "The page is damaged in the file, or one of its parts is missing: fetch the file again"
_MOST_NAMED = 20
_MOST_SAID = 1_000_000


@dataclass(slots=True)
class Opened:
    """A PDF that is open in both libraries; `pdf` is None where one of them cannot read it at all.

    `mended` counts the faults that were mended, `broken` are the numbers of the pages that are damaged.
    """

    pdf: pikepdf.Pdf | None
    drawn: pypdfium2.PdfDocument
    mended: int = 0
    is_cut: bool = False
    broken: set[int] = field(default_factory=set)

    def repairs(self) -> tuple[Repair, ...]:
        """Return what was mended, for a person to look at."""
        said = [Repair("the end of the file", "", _CUT)] if self.is_cut else []
        if self.mended and not self.is_cut:
            said.append(
                Repair("the order of its parts", "an order found anew", _MENDED, self.mended)
            )
        pages = sorted(self.broken)
        said += [
            Repair(f"page {one}", "what could be read of it", _PART) for one in pages[:_MOST_NAMED]
        ]
        if len(pages) > _MOST_NAMED:
            left = len(pages) - _MOST_NAMED
            said.append(Repair("more damaged pages", "what could be read of them", _PART, left))
        return tuple(said)


@contextmanager
def opened(data: bytes, name: str) -> Iterator[Opened]:
    """Give a PDF that is open; what is mended is so in memory alone.

    :raises NotReadable: if it has no pages or too many, is damaged beyond mending, or was cut off before
        its last page ended.
    :raises pikepdf.PasswordError: if it is locked.
    """
    is_cut = _END_OF_FILE not in data[-_MOST_BEHIND:]
    with ExitStack() as stack:
        try:
            pdf, is_short = _parsed(data, stack)
        except pikepdf.PasswordError:
            raise
        except (pikepdf.PdfError, ValueError, RuntimeError):
            if is_cut:
                raise damaged(name) from None
            drawn = stack.enter_context(pypdfium2.PdfDocument(data))
            _check_count(len(drawn), name)
            yield Opened(None, drawn, mended=1)
            return
        warnings = len(pdf.get_warnings()) + is_short
        _check_count(len(pdf.pages), name)
        looked = _looked_at(pdf)
        is_cut = is_cut and warnings > 0
        if is_cut and (looked.broken or looked.missing or not _has_all_parts(data)):
            raise damaged(name)
        mended = warnings + looked.missing
        drawn = stack.enter_context(_drawn(pdf, data, is_mended=mended > 0))
        yield Opened(pdf, drawn, mended, is_cut, looked.broken)


def _check_count(pages: int, name: str) -> None:
    if not pages:
        raise NotReadable(f"{name} is a PDF without pages: there is nothing to read")
    if pages > MOST_PAGES:
        message = f"{name} has more than {MOST_PAGES:,} pages: split it, a month or a year in each"
        raise NotReadable(message)


def _has_all_parts(data: bytes) -> bool:
    """Return whether a file that was cut off has all its objects: their table stands behind them."""
    return b"xref" in data[data.rfind(b"endobj") + 1 :]


def damaged(name: str) -> NotReadable:
    """Return the refusal of a PDF that cannot be mended."""
    return NotReadable(f"{name} is a damaged PDF, or cut off: fetch it again, or save it anew")


def _parsed(data: bytes, stack: ExitStack) -> tuple[pikepdf.Pdf, bool]:
    """Return a PDF, and whether its end had to be written anew."""
    try:
        return _in_order(data, stack), False
    except pikepdf.PasswordError:
        raise
    except pikepdf.PdfError:
        catalogs = list(_CATALOG.finditer(data))
        if not catalogs or b"/Encrypt" in data:
            raise
        number, generation = catalogs[-1][1], catalogs[-1][2]
        end = b"\ntrailer\n<</Root %s %s R>>\nstartxref\n0\n%%%%EOF\n" % (number, generation)
        return _in_order(data + end, stack), True


def _in_order(data: bytes, stack: ExitStack) -> pikepdf.Pdf:
    file = stack.enter_context(os.fdopen(os.memfd_create("pdf"), "w+b"))
    file.write(data)
    file.seek(0)
    # What has a place in memory is read there; a stream of Python's is asked for every few bytes.
    way = pikepdf.AccessMode.mmap
    return stack.enter_context(pikepdf.open(file, suppress_warnings=True, access_mode=way))


@dataclass(frozen=True, slots=True)
class _Looked:
    """The pages that are damaged, and how many are missing."""

    broken: set[int]
    missing: int


def _looked_at(pdf: pikepdf.Pdf) -> _Looked:
    objects = Objects(pdf)
    root = plain(pdf.Root)
    tree = objects.of(root.get("/Pages")) if isinstance(root, dict) else None
    said = tree.get("/Count") if isinstance(tree, dict) else None
    pages, broken = objects.pages(), set()
    for number, reference in enumerate(pages, start=1):
        page = objects.of(reference)
        if not is_whole(page, objects, pdf):
            broken.add(number)
    missing = said - len(pages) if type(said) is int and said < _MOST_SAID else 0
    return _Looked(broken, max(0, missing))


def _drawn(pdf: pikepdf.Pdf, data: bytes, *, is_mended: bool) -> pypdfium2.PdfDocument:
    """Return what draws the pages: of a damaged file in the order that was found anew."""
    if not is_mended:
        with suppress(pypdfium2.PdfiumError):
            drawn = pypdfium2.PdfDocument(data)
            if len(drawn) == len(pdf.pages):
                return drawn
            drawn.close()
    anew = io.BytesIO()
    pdf.save(anew)
    return pypdfium2.PdfDocument(anew.getvalue())
