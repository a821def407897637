"""PDFs with a secret in what draws letters and colours: fonts, maps of letters, profiles, tables, functions."""

import struct

from pikepdf import Array, Dictionary, Name, String
from PIL import ImageCms

from tests.support.planted.pdf_made import (
    Table,
    font,
    form,
    pdf_of,
    text_at,
)

PDF_FONTS = Table()
add, changed = PDF_FONTS.add, PDF_FONTS.changed


def _font(**more):
    def change(pdf, secret):
        held = pdf.pages[0].Resources.Font.F1
        for key, value in more.items():
            held[f"/{key}"] = value(pdf, secret)

    return change


MAP = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap {} 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <41> <{}> endbfchar endcmap end end"


def _map(before="", target="0041"):
    def made(pdf, secret):
        shown = target or ("\N{LATIN CAPITAL LETTER A}" + secret).encode("utf-16-be").hex()
        return pdf.make_stream(MAP.format(before.replace("{}", secret), shown).encode())

    return made


changed("remark_in_a_map_of_letters", "pdf.remark", (87,), _font(ToUnicode=_map("% ask {}\n")))
changed(
    "text_in_a_map_of_letters",
    "pdf.text-in-font",
    (87,),
    _font(ToUnicode=_map("/Remark ({}) def")),
)
changed(
    "letter_that_stands_for_a_text",
    "pdf.letters-that-differ",
    (87,),
    _font(ToUnicode=_map(target="")),
    is_bare=True,
)
changed(
    "name_of_a_font", "pdf.font-name", (87,), _font(BaseFont=lambda _, secret: Name(f"/{secret}"))
)
changed(
    "name_of_a_sign",
    "pdf.glyph-name",
    (87,),
    _font(
        Encoding=lambda _, secret: Dictionary(
            Type=Name.Encoding, Differences=Array([200, Name(f"/{secret}")])
        )
    ),
)


def _file_of_font(made):
    def change(pdf, secret):
        program = pdf.make_stream(made(_TABLES, secret))
        pdf.pages[0].Resources.Font.F1.Subtype = Name.TrueType
        pdf.pages[0].Resources.Font.F1.FontDescriptor = pdf.make_indirect(
            Dictionary(
                Type=Name.FontDescriptor, FontName=Name.Helvetica, Flags=32, FontFile2=program
            )
        )

    return change


_TABLES = {b"head": bytes(54), b"post": bytes(32)}


def _sfnt(tables, behind=b""):
    at = 12 + 16 * len(tables)
    head, body = struct.pack(">4s4H", b"\0\1\0\0", len(tables), 0, 0, 0), b""
    for tag, data in tables.items():
        head += struct.pack(">4s3I", tag, 0, at + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    return head + body + behind


def _named(tables, secret):
    said = secret.encode("utf-16-be")
    name = struct.pack(">3H", 0, 1, 18) + struct.pack(">6H", 3, 1, 1033, 10, len(said), 0) + said
    return _sfnt({**tables, b"name": name})


changed("text_in_the_names_of_a_font", "pdf.font-text", (87,), _file_of_font(_named), is_bare=True)
changed(
    "table_that_no_font_has",
    "pdf.text-in-font",
    (87,),
    _file_of_font(lambda tables, secret: _sfnt({**tables, b"priv": secret.encode()})),
)
changed(
    "bytes_behind_the_tables_of_a_font",
    "pdf.hidden-bytes",
    (87,),
    _file_of_font(lambda tables, secret: _sfnt(tables, f"to {secret}".encode())),
)


def _glyph_with_text(secret):
    def fonts(pdf):
        glyph = pdf.make_stream(
            (
                f"500 0 d0 BT /F1 500 Tf ({secret}) Tj ET"
                if secret
                else "500 0 d0 0 0 400 400 re f"
            ).encode()
        )
        drawn = Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 500, 500]), FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
            FirstChar=97, LastChar=97, Widths=Array([500]), Resources=Dictionary(Font=Dictionary(F1=font())),
            Encoding=Dictionary(Type=Name.Encoding, Differences=Array([97, Name.a])), CharProcs=Dictionary(a=glyph),
        )  # fmt: skip
        return Dictionary(F1=font(), F2=drawn)

    return pdf_of("BT /F2 12 Tf 72 600 Td (a) Tj ET\n", Font=fonts)


add("text_in_the_drawing_of_a_letter", "pdf.text-in-glyph", (85,), _glyph_with_text)


def _masked(secret):
    def states(pdf):
        drawn = form(
            pdf,
            (text_at(72, 600, secret) if secret else "") + "1 g 0 0 595 842 re f",
            Group=Dictionary(S=Name.Transparency, CS=Name.DeviceGray),
        )
        return Dictionary(GS1=Dictionary(SMask=Dictionary(S=Name.Luminosity, G=drawn)))

    return pdf_of("q /GS1 gs 72 500 50 50 re f Q\n", ExtGState=states)


add("text_in_a_mask", "pdf.text-in-mask", (85,), _masked)


def _coloured(space):
    def make(secret):
        return pdf_of(
            "/CS1 cs 0 sc 72 500 50 50 re f\n",
            ColorSpace=lambda pdf: Dictionary(CS1=space(pdf, secret)),
        )

    return make


def _table(pdf, secret):
    del pdf
    return Array(
        [
            Name.Indexed,
            Name.DeviceGray,
            15,
            String((secret or "abcdefghijkl").encode() + b"\0\1\2\3"),
        ]
    )


def _ink(pdf, secret):
    shade = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([1]), C1=Array([0]), N=1)
    del pdf
    return Array([Name.Separation, Name(f"/{secret or 'Black'}"), Name.DeviceGray, shade])


def _profile(pdf, secret):
    data = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    made = pdf.make_stream(data + secret.encode())
    made.N = 3
    return Array([Name.ICCBased, made])


add("words_in_a_table_of_colours", "pdf.text-in-data", (76,), _coloured(_table))
add("name_of_an_ink", "pdf.odd-name", (76,), _coloured(_ink))
add(
    "bytes_behind_a_profile",
    "pdf.hidden-bytes",
    (76,),
    lambda secret: pdf_of(
        "/CS1 cs 0 0 0 sc 72 500 50 50 re f\n",
        ColorSpace=lambda pdf: Dictionary(CS1=_profile(pdf, secret)),
    ),
)


def _shaded(function):
    def make(secret):
        return pdf_of(
            "q 60 590 300 30 re W n /Sh1 sh Q\n",
            Shading=lambda pdf: Dictionary(
                Sh1=Dictionary(
                    ShadingType=2,
                    ColorSpace=Name.DeviceGray,
                    Coords=Array([60, 0, 360, 0]),
                    Function=function(pdf, secret),
                )
            ),
        )

    return make


def _code(pdf, secret):
    made = pdf.make_stream(b"{ " + (secret + " " if secret else "").encode() + b"pop 0.5 }")
    made.FunctionType, made.Domain, made.Range = 4, Array([0, 1]), Array([0, 1])
    return made


def _samples(pdf, secret):
    made = pdf.make_stream((secret or "\0" * 12).encode())
    made.FunctionType, made.Domain, made.Range = 0, Array([0, 1]), Array([0, 1])
    made.Size, made.BitsPerSample = Array([12]), 8
    return made


add("words_in_a_function", "pdf.text-in-data", (76,), _shaded(_code))
add("words_in_the_samples_of_a_function", "pdf.text-in-data", (76,), _shaded(_samples))
