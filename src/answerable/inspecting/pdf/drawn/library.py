"""PDFium's functions, called with plain addresses: a page takes thousands of calls.

As `pypdfium2.raw` declares them, each call makes objects of its pointers. Whoever calls these answers for the
addresses, as in C.
"""

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import c_double, c_float, c_int, c_uint, c_ulong, c_void_p
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as pdfium

TEXT, PATH, IMAGE = (
    pdfium.FPDF_PAGEOBJ_TEXT,
    pdfium.FPDF_PAGEOBJ_PATH,
    pdfium.FPDF_PAGEOBJ_IMAGE,
)
SHADING, FORM = pdfium.FPDF_PAGEOBJ_SHADING, pdfium.FPDF_PAGEOBJ_FORM
INVISIBLE = pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
FILLING = (pdfium.FPDF_TEXTRENDERMODE_FILL, pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE)


DOUBLE = ctypes.sizeof(c_double)


def _plain(function: Any, result: Any, *given: Any) -> Callable[..., Any]:
    # A function of Python's keeps its lock: to give it up and take it again costs more than most calls.
    kind = ctypes.PYFUNCTYPE(result, *given)
    return kind(ctypes.cast(function, c_void_p).value or 0)


def address(pointer: Any) -> int:
    """Return the address that a pointer of `pypdfium2` leads to."""
    return ctypes.cast(pointer, c_void_p).value or 0


@contextmanager
def bitmap_of(picture: int) -> Iterator[npt.NDArray[np.uint8] | None]:
    """Give the dots of a picture as it is kept: rows, columns and colours; None if they cannot be unpacked."""
    bitmap = pdfium.FPDFImageObj_GetBitmap(ctypes.cast(c_void_p(picture), pdfium.FPDF_PAGEOBJECT))
    if not bitmap:
        yield None
        return
    try:
        width, height = pdfium.FPDFBitmap_GetWidth(bitmap), pdfium.FPDFBitmap_GetHeight(bitmap)
        row = pdfium.FPDFBitmap_GetStride(bitmap)
        deep = {pdfium.FPDFBitmap_Gray: 1, pdfium.FPDFBitmap_BGR: 3}.get(
            pdfium.FPDFBitmap_GetFormat(bitmap), 4
        )
        room = ctypes.cast(
            pdfium.FPDFBitmap_GetBuffer(bitmap), ctypes.POINTER(ctypes.c_ubyte * (row * height))
        )
        rows = np.frombuffer(room.contents, dtype=np.uint8).reshape(height, row)
        yield rows[:, : width * deep].reshape(height, width, deep)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)


def size_of(picture: int) -> tuple[int, int]:
    """Return how many dots a picture is wide and high as it is kept."""
    width, height = c_uint(), c_uint()
    size_of_picture(picture, ctypes.byref(width), ctypes.byref(height))
    return width.value, height.value


def is_filled(drawn: int) -> bool:
    """Return whether a shape is filled."""
    mode, stroke = c_int(), c_int()
    draw_mode(drawn, ctypes.byref(mode), ctypes.byref(stroke))
    return bool(mode.value != pdfium.FPDF_FILLMODE_NONE)


def floats(count: int) -> Any:
    """Return room for so many numbers, to be written to."""
    return (c_float * count)()


def doubles(count: int) -> Any:
    """Return room for so many numbers of letters' places, to be written to."""
    return (c_double * count)()


def places_in(written: Any, count: int) -> list[int]:
    """Return the addresses of the first numbers of some room."""
    start = ctypes.cast(written, c_void_p).value or 0
    size = ctypes.sizeof(written) // len(written)
    return [start + place * size for place in range(count)]


def signs_of(text: int, count: int) -> str:
    """Return the letters of a page at once; fewer or more than `count` if not each is one of them."""
    room = (ctypes.c_char * (2 * count + 2))()
    written = text_between(text, 0, count, room)
    return bytes(room)[: 2 * max(0, written - 1)].decode("utf-16-le", "replace")


def colour_of(drawn: int) -> tuple[int, int, int, int]:
    """Return what something is filled with: red, green, blue, and how little of what is below shows through."""
    parts = [c_uint() for _ in range(4)]
    if not fill_colour(drawn, *map(ctypes.byref, parts)):
        return (0, 0, 0, 255)
    red, green, blue, alpha = (one.value for one in parts)
    return red, green, blue, alpha


page_objects = _plain(pdfium.FPDFPage_CountObjects, c_int, c_void_p)
page_object = _plain(pdfium.FPDFPage_GetObject, c_void_p, c_void_p, c_int)
form_objects = _plain(pdfium.FPDFFormObj_CountObjects, c_int, c_void_p)
form_object = _plain(pdfium.FPDFFormObj_GetObject, c_void_p, c_void_p, c_ulong)
kind_of = _plain(pdfium.FPDFPageObj_GetType, c_int, c_void_p)
bounds_of = _plain(pdfium.FPDFPageObj_GetBounds, c_int, *[c_void_p] * 5)
matrix_of = _plain(pdfium.FPDFPageObj_GetMatrix, c_int, c_void_p, c_void_p)
set_active = _plain(pdfium.FPDFPageObj_SetIsActive, c_int, c_void_p, c_int)
fill_colour = _plain(pdfium.FPDFPageObj_GetFillColor, c_int, *[c_void_p] * 5)
is_see_through = _plain(pdfium.FPDFPageObj_HasTransparency, c_int, c_void_p)
size_of_picture = _plain(pdfium.FPDFImageObj_GetImagePixelSize, c_int, *[c_void_p] * 3)
pieces_of = _plain(pdfium.FPDFPath_CountSegments, c_int, c_void_p)
draw_mode = _plain(pdfium.FPDFPath_GetDrawMode, c_int, c_void_p, c_void_p, c_void_p)
clip_of = _plain(pdfium.FPDFPageObj_GetClipPath, c_void_p, c_void_p)
clips_in = _plain(pdfium.FPDFClipPath_CountPaths, c_int, c_void_p)
segments_in = _plain(pdfium.FPDFClipPath_CountPathSegments, c_int, c_void_p, c_int)
segment_in = _plain(pdfium.FPDFClipPath_GetPathSegment, c_void_p, c_void_p, c_int, c_int)
point_of = _plain(pdfium.FPDFPathSegment_GetPoint, c_int, c_void_p, c_void_p, c_void_p)
render_mode = _plain(pdfium.FPDFTextObj_GetTextRenderMode, c_int, c_void_p)
font_size_of = _plain(pdfium.FPDFTextObj_GetFontSize, c_int, c_void_p, c_void_p)
words_of = _plain(pdfium.FPDFTextObj_GetText, c_ulong, c_void_p, c_void_p, c_void_p, c_ulong)

letters_in = _plain(pdfium.FPDFText_CountChars, c_int, c_void_p)
text_between = _plain(pdfium.FPDFText_GetText, c_int, c_void_p, c_int, c_int, c_void_p)
letter_at = _plain(pdfium.FPDFText_GetUnicode, c_uint, c_void_p, c_int)
box_of_letter = _plain(pdfium.FPDFText_GetCharBox, c_int, c_void_p, c_int, *[c_void_p] * 4)
object_of_letter = _plain(pdfium.FPDFText_GetTextObject, c_void_p, c_void_p, c_int)


def written_in(drawn: int, text: int) -> str:
    """Return the text of a drawn text, as PDFium tells it."""
    size = words_of(drawn, text, None, 0)
    if size <= 2:  # noqa: PLR2004 its end alone
        return ""
    room = (ctypes.c_char * min(size, 4096))()
    words_of(drawn, text, room, ctypes.sizeof(room))
    return bytes(room).decode("utf-16-le", "replace").rstrip("\0")
