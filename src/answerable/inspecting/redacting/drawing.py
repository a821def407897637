"""A page as a picture, where what it holds cannot be taken apart."""

import io

import pikepdf
import pypdfium2
from PIL import Image

from answerable.inspecting.redacting.cannot import CannotRedact
from answerable.inspecting.redacting.drawing_size import DOTS, POINTS
from answerable.inspecting.redacting.pages import Shown, shown
from answerable.inspecting.redacting.plane import Area
from answerable.inspecting.redacting.reading import picture_of

_LARGEST = 60_000_000
_WHITE, _BLACK = (255, 255, 255), (0, 0, 0)
_LEFT_OUT = ("/Annots", "/Group", "/StructParents", "/Tabs", "/UserUnit")


def draw_page(
    pdf: pikepdf.Pdf, page: pikepdf.Page, seen: pypdfium2.PdfPage, areas: tuple[Area, ...]
) -> Image.Image:
    """Make a page a picture of itself with black boxes on the marks; return it with white ones, to be read.

    :raises CannotRedact: if the page is too large to be drawn.
    """
    place = shown(page)
    width, height = place.size
    if width * height * (DOTS / POINTS) ** 2 > _LARGEST:
        raise CannotRedact(
            "A page that has to be drawn is too large: print the file to paper's size"
        )
    picture = picture_of(seen, dots=DOTS).convert("RGB")
    _paint(picture, place, areas, _BLACK)
    _replace(pdf, page, place, picture)
    _paint(picture, place, areas, _WHITE)
    return picture


def _paint(
    picture: Image.Image, place: Shown, areas: tuple[Area, ...], colour: tuple[int, int, int]
) -> None:
    width, height = place.size
    across, down = picture.width / width, picture.height / height
    for area in areas:
        left, top, right, bottom = place.box_of(area)
        span = (
            max(0, int(left * across)),
            max(0, int(top * down)),
            min(picture.width, int(right * across) + 1),
            min(picture.height, int(bottom * down) + 1),
        )
        if span[0] < span[2] and span[1] < span[3]:
            picture.paste(colour, span)


def _replace(pdf: pikepdf.Pdf, page: pikepdf.Page, place: Shown, picture: Image.Image) -> None:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=80)
    drawing = pdf.make_stream(
        out.getvalue(),
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=picture.width,
        Height=picture.height,
        ColorSpace=pikepdf.Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=pikepdf.Name.DCTDecode,
    )
    width, height = place.size
    obj = page.obj
    for name in _LEFT_OUT:
        if name in obj:
            del obj[name]
    obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Page=drawing))
    obj.MediaBox = obj.CropBox = pikepdf.Array([0, 0, round(width, 3), round(height, 3)])
    obj.Rotate = 0
    drawn = f"q {width:.3f} 0 0 {height:.3f} 0 0 cm /Page Do Q\n"
    obj.Contents = pdf.make_stream(drawn.encode())
