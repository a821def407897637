"""PDFium's functions, called with plain addresses.

As `pypdfium2.raw` declares them, each call makes objects of its pointers. A page takes thousands of calls:
with addresses in their place one costs half. Whoever calls these answers for the addresses, as in C.
"""

import ctypes
from collections.abc import Callable
from ctypes import c_float, c_int, c_ulong, c_void_p
from typing import Any

import pypdfium2.raw as pdfium

TEXT, PATH, FORM = pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_FORM

INVISIBLE = pdfium.FPDF_TEXTRENDERMODE_INVISIBLE


def _plain(function: Any, result: Any, *given: Any) -> Callable[..., Any]:
    # A function of Python's keeps its lock: to give it up and take it again costs more than most calls.
    kind = ctypes.PYFUNCTYPE(result, *given)
    return kind(ctypes.cast(function, c_void_p).value or 0)


def address(pointer: Any) -> int:
    """Return the address that a pointer of `pypdfium2` leads to."""
    return ctypes.addressof(pointer.contents)


class Floats:
    """Numbers that PDFium writes: `at` are their addresses, `written` is where they are kept."""

    def __init__(self, count: int) -> None:
        """Allot some."""
        self.written = (c_float * count)()
        start = ctypes.addressof(self.written)
        self.at = tuple(start + place * ctypes.sizeof(c_float) for place in range(count))

    def all(self) -> list[float]:
        """Return what was written last."""
        return self.written[:]


page_objects = _plain(pdfium.FPDFPage_CountObjects, c_int, c_void_p)
page_object = _plain(pdfium.FPDFPage_GetObject, c_void_p, c_void_p, c_int)
form_objects = _plain(pdfium.FPDFFormObj_CountObjects, c_int, c_void_p)
form_object = _plain(pdfium.FPDFFormObj_GetObject, c_void_p, c_void_p, c_ulong)
kind_of = _plain(pdfium.FPDFPageObj_GetType, c_int, c_void_p)
bounds_of = _plain(pdfium.FPDFPageObj_GetBounds, c_int, *[c_void_p] * 5)
matrix_of = _plain(pdfium.FPDFPageObj_GetMatrix, c_int, c_void_p, c_void_p)

mark_of = _plain(pdfium.FPDFPageObj_GetMarkedContentID, c_int, c_void_p)
marks_around = _plain(pdfium.FPDFPageObj_CountMarks, c_int, c_void_p)
mark_around = _plain(pdfium.FPDFPageObj_GetMark, c_void_p, c_void_p, c_ulong)
name_of_mark = _plain(pdfium.FPDFPageObjMark_GetName, c_int, c_void_p, c_void_p, c_ulong, c_void_p)

font_of = _plain(pdfium.FPDFTextObj_GetFont, c_void_p, c_void_p)
font_size_of = _plain(pdfium.FPDFTextObj_GetFontSize, c_int, c_void_p, c_void_p)
font_flags = _plain(pdfium.FPDFFont_GetFlags, c_int, c_void_p)
font_name = _plain(
    pdfium.FPDFFont_GetBaseFontName, ctypes.c_size_t, c_void_p, c_void_p, ctypes.c_size_t
)
render_mode = _plain(pdfium.FPDFTextObj_GetTextRenderMode, c_int, c_void_p)
words_of = _plain(pdfium.FPDFTextObj_GetText, c_ulong, c_void_p, c_void_p, c_void_p, c_ulong)

characters = _plain(pdfium.FPDFText_CountChars, c_int, c_void_p)
text_between = _plain(pdfium.FPDFText_GetText, c_int, c_void_p, c_int, c_int, c_void_p)
object_of_character = _plain(pdfium.FPDFText_GetTextObject, c_void_p, c_void_p, c_int)
is_untold = _plain(pdfium.FPDFText_HasUnicodeMapError, c_int, c_void_p, c_int)

draw_mode = _plain(pdfium.FPDFPath_GetDrawMode, c_int, c_void_p, c_void_p, c_void_p)
segments_of = _plain(pdfium.FPDFPath_CountSegments, c_int, c_void_p)
segment_of = _plain(pdfium.FPDFPath_GetPathSegment, c_void_p, c_void_p, c_int)
point_of = _plain(pdfium.FPDFPathSegment_GetPoint, c_int, c_void_p, c_void_p, c_void_p)
kind_of_segment = _plain(pdfium.FPDFPathSegment_GetType, c_int, c_void_p)
closes = _plain(pdfium.FPDFPathSegment_GetClose, c_int, c_void_p)
