"""Recognised text laid under the picture of a page, unseen, so that it can be searched and read aloud."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pikepdf

from answerable.inspecting.redacting.fonts.standard import standard_widths
from answerable.inspecting.redacting.marks import Box
from answerable.inspecting.redacting.opening import opened, saved
from answerable.inspecting.redacting.pages import shown

_DEEP = 0.2


class Recognised(NamedTuple):
    """A word that was recognised in a picture, and where it is on the page as it is shown."""

    text: str
    box: Box


def with_layers(data: bytes, pages: Mapping[int, Sequence[Recognised]]) -> bytes:
    """Return a PDF with words under the pictures of some of its pages (from 1)."""
    with opened(data) as pdf:
        font = pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Font,
                Subtype=pikepdf.Name.Type1,
                BaseFont=pikepdf.Name.Helvetica,
                Encoding=pikepdf.Name.WinAnsiEncoding,
            )
        )
        widths = standard_widths(font)
        for number, words in pages.items():
            page = pdf.pages[number - 1]
            height = shown(page).size[1]
            page.obj.Resources["/Font"] = pikepdf.Dictionary(Read=font)
            text = b"".join(_written(one, height, widths) for one in words)
            before = page.obj.Contents.read_bytes()
            page.obj.Contents = pdf.make_stream(before + b"BT 3 Tr\n" + text + b"ET\n")
        return saved(pdf)


def _written(word: Recognised, height: float, widths: dict[int, float]) -> bytes:
    left, top, right, bottom = word.box
    size = max(bottom - top, 1.0)
    code = word.text.encode("cp1252", "replace")
    wide = sum(widths.get(one, 500.0) for one in code) * size / 1000
    stretched = 100 * (right - left) / wide if wide else 100.0
    text = pikepdf.unparse_content_stream(
        [pikepdf.ContentStreamInstruction([pikepdf.String(code + b" ")], pikepdf.Operator("Tj"))]
    )
    place = f"/Read {size:.2f} Tf {stretched:.1f} Tz 1 0 0 1 {left:.2f} {height - bottom + _DEEP * size:.2f} Tm "
    return place.encode() + text + b"\n"
