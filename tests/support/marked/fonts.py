"""Fonts for pages that tests redact: a subset of the pinned font, embedded in the ways in which programs embed."""

import io
from functools import cache
from pathlib import Path

import font_source_sans_pro
import pikepdf
from fontTools import subset
from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name

_FONT = Path(font_source_sans_pro.__file__).parent / "files" / "SourceSansPro-Regular.ttf"


@cache
def _cut(text):
    """Return a font with the glyphs of a text alone, as bytes, and the number of each sign's glyph."""
    options = subset.Options()
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "FFTM", "name", "DSIG"]
    font = TTFont(_FONT)
    made = subset.Subsetter(options)
    made.populate(text=text)
    made.subset(font)
    out = io.BytesIO()
    font.save(out)
    numbers = {sign: font.getGlyphID(font.getBestCmap()[ord(sign)]) for sign in set(text)}
    scale = 1000 / font["head"].unitsPerEm
    widths = {
        number: font["hmtx"][font.getGlyphName(number)][0] * scale for number in numbers.values()
    }
    return out.getvalue(), numbers, widths


def _descriptor(pdf, program):
    return pdf.make_indirect(
        Dictionary(
            Type=Name.FontDescriptor,
            FontName=Name("/ABCDEF+SourceSansPro"),
            Flags=4,
            FontBBox=Array([-454, -293, 2159, 968]),
            ItalicAngle=0,
            Ascent=984,
            Descent=-273,
            CapHeight=660,
            StemV=84,
            FontFile2=pdf.make_stream(program, Length1=len(program)),
        )
    )


def _to_unicode(pdf, codes, size):
    lines = [
        f"<{code:0{size}X}> <{text.encode('utf-16-be').hex()}>" for code, text in codes.items()
    ]
    space = f"<{'0' * size}> <{'F' * size}>"
    return pdf.make_stream(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Ours def\n"
        f"1 begincodespacerange {space} endcodespacerange\n{len(lines)} beginbfchar\n".encode()
        + "\n".join(lines).encode()
        + b"\nendbfchar endcmap end end"
    )


def composite(pdf, text, *, vertical=False, codes=None):
    """Return a composite font with two bytes for each glyph, and how it writes a text."""
    program, numbers, widths = _cut(text)
    listed = Array([one for number in sorted(widths) for one in (number, Array([widths[number]]))])
    below = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name("/ABCDEF+SourceSansPro"),
        CIDSystemInfo=Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0),
        FontDescriptor=_descriptor(pdf, program),
        W=listed,
        CIDToGIDMap=Name.Identity,
    )
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=Name("/ABCDEF+SourceSansPro"),
        Encoding=Name("/Identity-V" if vertical else "/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(below)]),
        ToUnicode=_to_unicode(pdf, {number: sign for sign, number in numbers.items()}, 4),
    )
    if codes is not None:
        font.Encoding, font.ToUnicode, write = codes(pdf, numbers)
        return pdf.make_indirect(font), write

    def write(written):
        return b"<" + b"".join(b"%04X" % numbers[sign] for sign in written) + b">"

    return pdf.make_indirect(font), write


def one_byte_map(pdf, numbers):
    """Return an encoding of a file's own, that writes glyphs with a byte each, in no order."""
    codes = {sign: 33 + at for at, sign in enumerate(sorted(numbers, reverse=True))}
    lines = [f"<{code:02X}> {numbers[sign]}" for sign, code in codes.items()]
    made = pdf.make_stream(
        "begincmap /WMode 0 def 1 begincodespacerange <21> <FE> endcodespacerange\n"
        f"{len(lines)} begincidchar\n".encode()
        + "\n".join(lines).encode()
        + b"\nendcidchar endcmap",
        Type=Name.CMap,
        CMapName=Name.Ours,
        CIDSystemInfo=Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0),
    )
    unicode = _to_unicode(pdf, {code: sign for sign, code in codes.items()}, 2)

    def write(written):
        return b"<" + b"".join(b"%02X" % codes[sign] for sign in written) + b">"

    return made, unicode, write


def simple(pdf, text):
    """Return a simple TrueType font whose codes count its glyphs, and how it writes a text."""
    program, _, _ = _cut(text)
    font = TTFont(io.BytesIO(program))
    scale = 1000 / font["head"].unitsPerEm
    widths = [
        font["hmtx"][font.getBestCmap()[code]][0] * scale if code in font.getBestCmap() else 0
        for code in range(32, 127)
    ]
    made = Dictionary(
        Type=Name.Font,
        Subtype=Name.TrueType,
        BaseFont=Name("/ABCDEF+SourceSansPro"),
        Encoding=Name.WinAnsiEncoding,
        FirstChar=32,
        LastChar=126,
        Widths=Array(widths),
        FontDescriptor=_descriptor(pdf, program),
    )
    made.FontDescriptor.Flags = 32
    return pdf.make_indirect(made), literal


def literal(written):
    """Return a text as a string of a PDF, a byte for each sign."""
    return pikepdf.String(written.encode("cp1252")).unparse()


def standard(pdf, name="Helvetica"):
    """Return a font that readers bring along, and how it writes a text."""
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type1,
        BaseFont=Name("/" + name),
        Encoding=Name.WinAnsiEncoding,
    )
    return pdf.make_indirect(font), literal


def drawn(pdf, text, *, boxed=True):
    """Return a font whose glyphs are drawings (Type 3), and how it writes a text."""
    font = TTFont(_FONT)
    glyphs = font.getGlyphSet()
    signs = sorted(set(text))
    drawings, widths = {}, []
    for sign in signs:
        name = font.getBestCmap()[ord(sign)]
        width = font["hmtx"][name][0]
        head = f"{width} 0 0 -300 {width} 1000 d1\n".encode()
        drawings[f"/g{ord(sign)}"] = pdf.make_stream(head + outline(glyphs, name) + b"f\n")
        widths.append(width)
    made = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=Array([0, -300, 1000, 1000] if boxed else [0, 0, 0, 0]),
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
        CharProcs=Dictionary(drawings),
        Encoding=Dictionary(
            Type=Name.Encoding,
            Differences=Array([33, *(Name(f"/g{ord(sign)}") for sign in signs)]),
        ),
        FirstChar=33,
        LastChar=32 + len(signs),
        Widths=Array(widths),
        Resources=Dictionary(),
    )
    codes = {sign: 33 + at for at, sign in enumerate(signs)}
    made.ToUnicode = _to_unicode(pdf, {code: sign for sign, code in codes.items()}, 2)

    def write(written):
        return b"<" + b"".join(b"%02X" % codes[sign] for sign in written) + b">"

    return pdf.make_indirect(made), write


class _Pen(BasePen):
    def __init__(self, glyphs):
        super().__init__(glyphs)
        self.lines = []

    def _moveTo(self, point):  # noqa: N802 the library's own name
        self.lines.append(f"{point[0]:.2f} {point[1]:.2f} m")

    def _lineTo(self, point):  # noqa: N802 the library's own name
        self.lines.append(f"{point[0]:.2f} {point[1]:.2f} l")

    def _curveToOne(self, first, second, third):  # noqa: N802 the library's own name
        numbers = " ".join(f"{one:.2f}" for point in (first, second, third) for one in point)
        self.lines.append(f"{numbers} c")

    def _closePath(self):  # noqa: N802 the library's own name
        self.lines.append("h")


def outline(glyphs, name):
    """Return the outline of a glyph as the operators of a path."""
    pen = _Pen(glyphs)
    glyphs[name].draw(pen)
    return ("\n".join(pen.lines) + "\n").encode()


def outlines(text, *, at, size):
    """Return a text as outlines: there is no text in it, and yet anybody reads it."""
    font = TTFont(_FONT)
    glyphs = font.getGlyphSet()
    scale, across, parts = size / font["head"].unitsPerEm, at[0], []
    for sign in text:
        name = font.getBestCmap()[ord(sign)]
        parts.append(b"q %.5f 0 0 %.5f %.3f %.3f cm\n" % (scale, scale, across, at[1]))
        parts.append(outline(glyphs, name) + b"f\nQ\n")
        across += font["hmtx"][name][0] * scale
    return b"".join(parts)
