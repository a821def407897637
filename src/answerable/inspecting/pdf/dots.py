"""The dots of a picture in a PDF, however they are packed, without the help of another program."""

import io
from typing import Any

import pikepdf
import pypdfium2
from PIL import Image

from answerable.inspecting.pdf.streams import filters_of

UNREADABLE = (
    *(pikepdf.PdfError, pypdfium2.PdfiumError),
    *(OSError, ValueError, NotImplementedError, TypeError, KeyError),
)
"""What is raised for pictures that cannot be unpacked."""


def dots_of(stream: Any) -> Image.Image:
    """Return a picture without its mask, in one of Pillow's modes.

    JBIG2, in which scanners pack letters, is unpacked by PDFium: pikepdf would start a program for it, which no
    inspection may, and which is seldom installed.

    :raises: one of UNREADABLE, if it is damaged or packed in a way that is not known here.
    """
    if "/JBIG2Decode" in filters_of(stream):
        return _by_pdfium(stream)
    return pikepdf.PdfImage(stream).as_pil_image(apply_mask=False)


def _by_pdfium(stream: Any) -> Image.Image:
    from answerable.inspecting.pdf.drawn.library import address, bitmap_of  # noqa: PLC0415 opens PDFium

    with pypdfium2.PdfDocument(_alone(stream)) as document:
        page = document[0]
        found = next(iter(page.get_objects(max_depth=1)), None)
        with bitmap_of(address(found.raw) if found else 0) as dots:
            if dots is None:
                raise ValueError("the picture cannot be unpacked")
            # A copy: the bitmap is gone when the picture is used.
            plain = dots[:, :, 0] if dots.shape[2] == 1 else dots[:, :, 2::-1]
            shown = Image.fromarray(plain.copy())
        page.close()
    return shown.convert("1", dither=Image.Dither.NONE) if shown.mode == "L" else shown


def _alone(stream: Any) -> bytes:
    """Return a PDF of one page on which the picture stands, without what hides a part of it."""
    with pikepdf.new() as made:
        made.add_blank_page(page_size=(100, 100))
        picture = made.copy_foreign(stream) if stream.is_indirect else made.make_indirect(stream)
        for mask in ("/SMask", "/Mask"):
            if mask in picture:
                del picture[mask]
        page = made.pages[0]
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(It=picture))
        page.Contents = made.make_stream(b"100 0 0 100 0 0 cm /It Do")
        out = io.BytesIO()
        made.save(out)
        return out.getvalue()
