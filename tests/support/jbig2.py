"""Pictures in JBIG2, as scanners pack letters into PDF: one region, coded as fax machines code it."""

import io
import struct

import pikepdf
from PIL import Image, ImageOps

_PAGE, _REGION, _BY_FAX = 48, 38, 1


def jbig2_of(picture: Image.Image) -> bytes:
    """Return a picture of black and white as the segments that stand in a PDF (ITU-T T.88, section 7)."""
    size = struct.pack(">II", *picture.size)
    page = size + struct.pack(">IIBH", 0, 0, 0, 0)
    region = size + struct.pack(">IIBB", 0, 0, 0, _BY_FAX) + _faxed(picture)
    return _segment(0, _PAGE, page) + _segment(1, _REGION, region)


def jbig2_in(pdf: pikepdf.Pdf, picture: Image.Image, **more: object) -> pikepdf.Stream:
    """Return a picture in a PDF that is packed so."""
    return pdf.make_stream(
        jbig2_of(picture),
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=picture.width,
        Height=picture.height,
        ColorSpace=pikepdf.Name.DeviceGray,
        BitsPerComponent=1,
        Filter=pikepdf.Name.JBIG2Decode,
        **more,
    )


def _segment(number: int, kind: int, data: bytes) -> bytes:
    return struct.pack(">IBBBI", number, kind, 0, 1, len(data)) + data


def _faxed(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    # TIFF counts white as one here, and JBIG2 counts black as one.
    ImageOps.invert(picture.convert("L")).convert("1").save(
        out, "TIFF", compression="group4", strip_size=10**9
    )
    with Image.open(out) as tiff:
        start, length = tiff.tag_v2[273][0], tiff.tag_v2[279][0]
    return out.getvalue()[start : start + length]
