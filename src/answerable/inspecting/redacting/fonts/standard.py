"""How wide the glyphs of fonts are that every reader brings along, where a file does not say."""

import pikepdf
from pdfminer.encodingdb import EncodingDB, name2unicode
from pdfminer.fontmetrics import FONT_METRICS
from pdfminer.pdfexceptions import PDFKeyError

from answerable.inspecting.redacting.unsupported import Unsupported

_LIKE = (
    ("courier", "Courier"),
    ("times", "Times"),
    ("arial", "Helvetica"),
    ("helvetica", "Helvetica"),
)
_USUAL = 500.0


def standard_widths(font: pikepdf.Object) -> dict[int, float]:
    """Return the width of each code of a font that does not bring widths along, in thousandths of its size.

    :raises Unsupported: if it is no font that readers know.
    """
    known = FONT_METRICS.get(_standard(str(font.get("/BaseFont", ""))[1:]))
    if known is None:
        raise Unsupported("a font that does not say how wide its glyphs are")
    widths = known[1]
    return {code: float(widths.get(sign, _USUAL)) for code, sign in _signs(font).items()}


def _standard(name: str) -> str:
    plain = name.rpartition("+")[2]
    if plain in FONT_METRICS:
        return plain
    low = plain.lower()
    family = next((family for sign, family in _LIKE if low.startswith(sign)), "")
    bold, slanted = "bold" in low, "italic" in low or "oblique" in low
    if family == "Times":
        style = {(True, True): "-BoldItalic", (True, False): "-Bold", (False, True): "-Italic"}
        return family + style.get((bold, slanted), "-Roman")
    ending = ("Bold" if bold else "") + ("Oblique" if slanted else "")
    return f"{family}-{ending}" if ending else family


def _signs(font: pikepdf.Object) -> dict[int, str]:
    encoding = font.get("/Encoding")
    base = encoding.get("/BaseEncoding") if isinstance(encoding, pikepdf.Dictionary) else encoding
    name = str(base)[1:] if isinstance(base, pikepdf.Name) else "StandardEncoding"
    signs = dict(EncodingDB.get_encoding(name))
    if isinstance(encoding, pikepdf.Dictionary):
        signs.update(_differences(encoding.get("/Differences")))
    return signs


def _differences(given: object) -> dict[int, str]:
    signs: dict[int, str] = {}
    at = 0
    listed: list[object] = list(given.as_list()) if isinstance(given, pikepdf.Array) else []
    for one in listed:
        if isinstance(one, pikepdf.Name):
            try:
                signs[at] = name2unicode(str(one)[1:])
            except (PDFKeyError, ValueError):
                signs[at] = ""
            at += 1
        elif isinstance(one, int):
            at = one
    return signs
