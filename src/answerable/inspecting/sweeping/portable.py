"""Parts of a PDF: its streams decoded, its strings in one piece, and what a reader of it sees on its pages."""

import re
import warnings
from collections.abc import Iterable, Iterator
from io import BytesIO

import pikepdf
import pypdfium2

from answerable.inspecting.allowance import Allowance
from answerable.inspecting.findings import CannotSay

_PDF = b"%PDF-"
_BEGINNING = 1024
_SHOWS = frozenset(("Tj", "TJ", "'", '"'))
_MOST_OBJECTS = 2_000_000
_TEXT = re.compile(rb"T[jJ]|['\"]\s")


def parts_of_pdf(data: bytes, allowance: Allowance) -> Iterator[tuple[str, bytes]]:
    """Yield what can be taken out of a PDF.

    :raises CannotSay: if it is locked or damaged.
    """
    if _PDF not in data[:_BEGINNING]:
        return
    try:
        # Damage that is no hindrance is warned of: what cannot be read is refused below.
        with warnings.catch_warnings(), pikepdf.open(BytesIO(data)) as opened:
            warnings.simplefilter("ignore")
            yield from _parts(opened, allowance)
    except pikepdf.PasswordError:
        raise CannotSay("It is a PDF that is locked by a password") from None
    except (pikepdf.PdfError, ValueError, RecursionError):
        raise CannotSay("It is a PDF that is damaged") from None
    yield from _pages(data)


def _parts(opened: pikepdf.Pdf, allowance: Allowance) -> Iterator[tuple[str, bytes]]:
    if len(opened.objects) > _MOST_OBJECTS:
        raise CannotSay("It is a PDF of more objects than can be searched")
    said: list[str] = []
    for number, one in enumerate(opened.objects):
        _collect(one, said, depth=20)
        if isinstance(one, pikepdf.Stream):
            yield from _stream(one, f"object {number}", allowance)
    _collect(opened.trailer, said, depth=3)
    yield "strings", "\n".join(said).encode("utf-8", "replace")


def _collect(one: object, said: list[str], *, depth: int) -> None:
    """Collect the strings and names in an object, and not in those that it refers to."""
    if isinstance(one, pikepdf.String | pikepdf.Name):
        said.append(str(one))
    elif depth and isinstance(one, pikepdf.Array):
        for inner in one:
            _collect_direct(inner, said, depth - 1)
    elif depth and isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
        for key, inner in one.items():
            said.append(key)
            _collect_direct(inner, said, depth - 1)


def _collect_direct(one: object, said: list[str], depth: int) -> None:
    if not (isinstance(one, pikepdf.Object) and one.is_indirect):
        _collect(one, said, depth=depth)


def _stream(one: pikepdf.Stream, where: str, allowance: Allowance) -> Iterator[tuple[str, bytes]]:
    try:
        data = one.read_bytes()
    except pikepdf.PdfError:
        # A picture's own coding: its bytes are what they are.
        data = one.read_raw_bytes()
    allowance.take_bytes(len(data))
    yield where, data
    if _TEXT.search(data) and one.get("/Subtype") != pikepdf.Name.Image:
        yield f"{where} as text", _shown(one)


def _shown(one: pikepdf.Stream) -> bytes:
    """Return the strings that a content stream shows, in one piece each line."""
    pieces: list[bytes] = []
    try:
        for instruction in pikepdf.parse_content_stream(one):
            if str(instruction.operator) in _SHOWS:
                pieces.extend(_strings(instruction.operands))
    except (pikepdf.PdfError, ValueError, TypeError, RuntimeError):
        # What is no content stream after all has been searched as bytes.
        pass
    return b"".join(pieces)


def _strings(operands: Iterable[object]) -> Iterator[bytes]:
    for one in operands:
        if isinstance(one, pikepdf.String):
            yield bytes(one)
        elif isinstance(one, pikepdf.Array):
            yield from _strings(one)


def _pages(data: bytes) -> Iterator[tuple[str, bytes]]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        raise CannotSay("It is a PDF whose pages cannot be read") from None
    try:
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            yield f"page {number + 1}", text.get_text_range().encode("utf-8", "replace")
            text.close()
            page.close()
    except pypdfium2.PdfiumError:
        raise CannotSay("It is a PDF with a page that cannot be read") from None
    finally:
        document.close()
