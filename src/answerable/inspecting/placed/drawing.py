"""A part of a page of a PDF, or a picture, drawn small with a frame around the place. For the process apart."""

import io

import pypdfium2
from PIL import Image, ImageDraw

from answerable.inspecting.findings import Box

_SCALE = 2.0
_WHOLE_PAGE = 700
_LONGEST = 900
_MARGINS = (140, 40)
_AROUND = 3
_FRAME = (212, 53, 28)
_LARGEST_SIDE = 14_400


def page_part(data: bytes, page: int, box: Box | None) -> bytes:
    """Return a part of a page around a box, or all of it where there is no box, as PNG.

    :raises ValueError: if there is no such page.
    """
    with pypdfium2.PdfDocument(data) as document:
        if not 1 <= page <= len(document):
            raise ValueError("no such page")
        drawn = document[page - 1]
        width, height = drawn.get_size()
        if max(width, height) > _LARGEST_SIDE:
            raise ValueError("no such paper")
        if box is None:
            return _png(drawn.render(scale=_WHOLE_PAGE / max(width, height, 1)).to_pil())
        left, top, right, bottom = _around(box, width, height)
        crop = (left, height - bottom, width - right, top)
        picture = drawn.render(scale=_SCALE, crop=crop).to_pil().convert("RGB")
    frame = [
        _SCALE * (box[0] - left - _AROUND),
        _SCALE * (box[1] - top - _AROUND),
        _SCALE * (box[2] - left + _AROUND),
        _SCALE * (box[3] - top + _AROUND),
    ]
    ImageDraw.Draw(picture).rectangle(frame, outline=_FRAME, width=3)
    return _png(picture)


def small_picture(data: bytes) -> bytes:
    """Return a picture made anew of its pixels, no larger than a screen, as PNG."""
    with Image.open(io.BytesIO(data)) as picture:
        picture.thumbnail((_LONGEST, _LONGEST))
        return _png(picture.convert("RGB"))


def _around(box: Box, width: float, height: float) -> Box:
    across, down = _MARGINS
    return (
        max(0.0, box[0] - across),
        max(0.0, box[1] - down),
        min(width, box[2] + across),
        min(height, box[3] + down),
    )


def _png(picture: Image.Image) -> bytes:
    picture.thumbnail((_LONGEST, _LONGEST))
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
