"""What the process apart does with pictures: draw or decode pages, and make them ready to be read."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2

from answerable.reading.documents import NotReadable
from answerable.reading.ocr.carried import seen_from
from answerable.reading.ocr.drawn import Drawn, page_of_pdf, page_of_picture, pages_of_picture
from answerable.reading.ocr.prepared import as_bytes, prepared
from answerable.reading.ocr.sheets import sheets_of
from answerable.reading.pdf.carried import parts_of
from answerable.reading.pdf.reader import document_of
from answerable.reading.vocabulary import with_vocabulary


def pages_drawn(data: bytes, name: str, options: dict[str, Any]) -> Iterable[bytes]:
    """Yield pages of a PDF made ready.

    :raises NotReadable: if one of them cannot be drawn.
    """
    try:
        with pypdfium2.PdfDocument(data) as document:
            yield from _ready(options, lambda number: page_of_pdf(document, number))
    except (pypdfium2.PdfiumError, ValueError, RuntimeError):
        message = f"{name} is a damaged PDF: a page of it cannot be drawn: save it anew"
        raise NotReadable(message) from None


def pictures_decoded(data: bytes, name: str, options: dict[str, Any]) -> Iterable[bytes]:
    """Yield pages of a picture's file made ready.

    :raises NotReadable: if one of them cannot be decoded.
    """
    yield from _ready(options, lambda number: page_of_picture(data, name, number))


def pictures_counted(data: bytes, name: str, _options: dict[str, Any]) -> Iterable[bytes]:
    """Yield how many pages a picture's file has.

    :raises NotReadable: if it is damaged, or larger than a page.
    """
    yield json.dumps(pages_of_picture(data, name)).encode()


def pages_put_together(data: bytes, name: str, options: dict[str, Any]) -> Iterable[bytes]:
    """Yield the document of a PDF with those of its pages that were read as pictures.

    :raises NotReadable: if its other pages cannot be read.
    """
    sheets, repairs = sheets_of([seen_from(page) for page in options["seen"]])
    folder = options["vocabulary"]
    with with_vocabulary(Path(folder) if folder else None):
        document = document_of(data, name, sheets)
    yield from parts_of(replace(document, repairs=(*document.repairs, *repairs)))


def _ready(options: dict[str, Any], page: Callable[[int], Drawn]) -> Iterable[bytes]:
    numbers: Sequence[int] = options["pages"]
    for number in numbers:
        yield as_bytes(prepared(page(number), page=number, turned=options.get("turned")))
