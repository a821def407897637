"""PDFs with a secret where no table of leaks looks: in remarks, names, numbers, gaps, fonts and functions."""

import struct
import zlib

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageCms

from tests.support.planted.pdf_made import (
    Table,
    annotation,
    font,
    form,
    image,
    pdf_of,
    text_at,
)

PDF_TRICKS = Table()
add, changed, text = PDF_TRICKS.add, PDF_TRICKS.changed, PDF_TRICKS.text


def _placed(before, what):
    """Return what puts bytes before others in a file, and writes its table anew."""

    def make(secret):
        data = pdf_of(saved={"compress_streams": False})
        if not secret:
            return data
        at = data.index(before)
        made = what.replace(b"{}", secret.encode())
        return _with_table(data[:at] + made + data[at:])

    return make


def _with_table(data):
    """Return a PDF whose table has the places that its objects have by now."""
    start = data.rindex(b"xref\n", 0, data.rindex(b"startxref"))
    lines = data[start:].split(b"\n")
    count = int(lines[1].split()[1])
    for number in range(1, count):
        at = data.index(b"\n%d 0 obj" % number) + 1
        lines[2 + number] = b"%010d 00000 n " % at
    at = next(place for place, line in enumerate(lines) if line == b"startxref")
    lines[at + 1] = b"%d" % start
    return data[:start] + b"\n".join(lines)


add("remark_between_objects", "pdf.remark", (75,), _placed(b"3 0 obj", b"% ask {}\n"))
add("remark_in_an_object", "pdf.remark", (75,), _placed(b"/Kids", b"% ask {}\n"))
add("bytes_between_objects", "pdf.hidden-bytes", (75,), _placed(b"3 0 obj", b"ask {} first\n"))
add("bytes_behind_a_value", "pdf.hidden-bytes", (75,), _placed(b"\nendobj\n3 0 obj", b" (ask {})"))
add("bytes_behind_a_stream", "pdf.hidden-bytes", (75,), _placed(b"endobj\nxref", b"ask {}\n"))
add("bytes_behind_the_table", "pdf.hidden-bytes", (75,), _placed(b"trailer", b"ask {}\n"))
add("key_of_the_trailer", "pdf.unknown-text", (76,), _placed(b"/Root", b"/Who ({}) "))
add("key_that_is_a_name", "pdf.unknown-text", (76,), _placed(b"/Kids", b"/{} true "))
add(
    "name_as_a_value",
    "pdf.odd-name",
    (76,),
    lambda secret: pdf_of(
        change=lambda pdf: setattr(pdf.Root, "PageMode", Name(f"/{secret or 'UseNone'}"))
    ),
)
add(
    "text_in_a_list_of_numbers",
    "pdf.unknown-text",
    (76,),
    lambda secret: pdf_of(
        change=(lambda pdf: setattr(pdf.pages[0].obj, "TrimBox", Array([0, 0, 9, String(secret)])))
        if secret
        else None
    ),
)
add("number_of_the_file", "pdf.identifier", (76,), lambda secret: _with_id(secret))
text("remark_among_instructions", "pdf.remark", (), "% ask {}\n")
text("text_that_nothing_draws", "pdf.text-not-drawn", (), "(ask {}) pop\n")
text("word_that_is_no_instruction", "pdf.odd-instruction", (), "BX {} EX\n")
text("text_given_to_another_instruction", "pdf.text-not-drawn", (), "({}) 0 g\n")
text("text_behind_the_last_instruction", "pdf.text-not-drawn", (), "(ask {})\n")
text("name_among_instructions", "pdf.odd-name", (), "/{} ri\n")
text("role_of_a_stretch", "pdf.style-name", (), "/{} BMC EMC\n")
text(
    "key_of_a_picture_in_the_text",
    "pdf.text-not-drawn",
    (),
    "BI /W 1 /H 1 /BPC 8 /CS /G /{} 1 ID a EI\n",
)
text(
    "bytes_behind_a_picture_in_the_text",
    "pdf.hidden-bytes",
    (),
    "BI /W 1 /H 1 /BPC 8 /CS /G ID a to {} EI\n",
)
text(
    "text_letter_by_letter",
    "pdf.hidden-text",
    (66,),
    "BT 1 g /F1 12 Tf 72 600 Td "
    + " ".join(f"({sign}) Tj" for sign in "Quillfeather")
    + " ET % 1\n",
)


def _with_id(secret):
    data = pdf_of()
    return (
        data.replace(
            b"31415926535897932384626433832795", (secret + "~~~~").encode().hex()[:32].encode(), 1
        )
        if secret
        else data
    )


def _without_font(secret):
    return pdf_of(visible=f"BT 72 600 Td ({secret}) Tj ET\n" if secret else "")


add("text_without_a_font", "pdf.text-not-drawn", (), _without_font)


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
    "name_of_a_font", "pdf.font-name", (87,), _font(BaseFont=lambda pdf, secret: Name(f"/{secret}"))
)
changed(
    "name_of_a_sign",
    "pdf.glyph-name",
    (87,),
    _font(
        Encoding=lambda pdf, secret: Dictionary(
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


def _flate(secret, *, behind=b"", rows=b""):
    def pictures(pdf):
        data = bytes(range(240)) * 10 + (rows.replace(b"{}", secret.encode()) if secret else b"")
        made = image(pdf, Image.new("L", (60, 40)))
        made.write(
            zlib.compress(data) + (behind.replace(b"{}", secret.encode()) if secret else b""),
            filter=Name.FlateDecode,
        )
        return Dictionary(Im1=made)

    return pdf_of("q 200 0 0 120 72 500 cm /Im1 Do Q\n", XObject=pictures)


add(
    "bytes_behind_the_rows_of_a_picture",
    "pdf.hidden-bytes",
    (83,),
    lambda secret: _flate(secret, rows=b"to {} and others"),
)
add(
    "bytes_behind_what_is_packed",
    "pdf.hidden-bytes",
    (83,),
    lambda secret: _flate(secret, behind=b"to {} and others"),
)


def _packed(secret):
    """Return a PDF with a drawing in hexadecimal, and something behind its end."""

    def change(pdf):
        _drawn(pdf, {})
        behind = f" to {secret}".encode() if secret else b""
        pdf.pages[0].Resources.XObject.Fm1.write(b"302067>" + behind, filter=Name.ASCIIHexDecode)

    return pdf_of(
        change=change,
        saved={"compress_streams": False, "stream_decode_level": pikepdf.StreamDecodeLevel.none},
    )


add("bytes_behind_what_is_hexadecimal", "pdf.hidden-bytes", (83,), _packed)


def _between_packed(secret):
    """Return a PDF with something between two objects in a stream of objects."""
    data = pdf_of(
        saved={"object_stream_mode": pikepdf.ObjectStreamMode.generate, "compress_streams": False}
    )
    if not secret:
        return data
    at = data.index(b"/ObjStm")
    start = data.index(b"stream\n", at) + 7
    end = data.index(b"\nendstream", start)
    held = data[start:end]
    spare = b" " + f"(to {secret})".encode()
    changed_ = held.rstrip(b"\n") + spare
    size = b"/Length %d" % len(held)
    head = data[:start].replace(size, b"/Length %d" % len(changed_), 1)
    body = head + changed_ + data[end:]
    moved = len(body) - len(data)
    begin = body.rindex(b"startxref")
    place = int(body[begin + 9 :].split()[0])
    return _moved_stream_table(body, place, moved, start)


def _moved_stream_table(body, place, moved, start):
    """Return a file whose stream of places knows that what stands behind a place has moved."""
    at = place + moved
    dictionary = body[at : body.index(b"stream\n", at)]
    widths = [
        int(one) for one in dictionary[dictionary.index(b"/W [") + 4 :].split(b"]")[0].split()
    ]
    row = sum(widths)
    begin = body.index(b"stream\n", at) + 7
    length = int(dictionary[dictionary.index(b"/Length ") + 8 :].split()[0])
    table = bytearray(body[begin : begin + length])
    for number in range(0, length, row):
        field = slice(number + widths[0], number + widths[0] + widths[1])
        offset = int.from_bytes(table[field], "big")
        if table[number] == 1 and offset > start:
            table[field] = (offset + moved).to_bytes(widths[1], "big")
    tail = body[begin + length :].replace(b"startxref\n%d" % place, b"startxref\n%d" % at)
    return body[:begin] + bytes(table) + tail


add("bytes_among_packed_objects", "pdf.hidden-bytes", (75,), _between_packed)


def _in_a_stream(secret):
    """Return a PDF of which an object stands in the instructions of a page, where only the table finds it."""
    if not secret:
        return pdf_of()
    made = pdf_of(
        f"\n9 0 obj\n<</Title (To {secret})>>\nendobj\n", saved={"compress_streams": False}
    )
    at = made.index(b"9 0 obj")
    start = made.rindex(b"startxref")
    place = int(made[start + 9 :].split()[0])
    table = b"xref\n9 1\n%010d 00000 n \n" % at
    new = len(made)
    end = b"trailer\n<</Size 10/Root 1 0 R/Info 9 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (
        place,
        new,
    )
    return made + table + end


add("object_inside_of_a_stream", "pdf.hidden-object", (74,), _in_a_stream)


def _keyed(reach):
    def change(pdf, secret):
        reach(pdf)[Name(f"/{secret}")] = 1

    return change


changed("key_of_a_page", "pdf.unknown-text", (76,), _keyed(lambda pdf: pdf.pages[0].obj))
changed(
    "key_of_a_font", "pdf.unknown-text", (76,), _keyed(lambda pdf: pdf.pages[0].Resources.Font.F1)
)
changed("key_of_a_stream", "pdf.unknown-text", (76,), _keyed(lambda pdf: pdf.pages[0].Contents))
changed("key_of_a_link", "pdf.unknown-text", (76,), _keyed(lambda pdf: annotation(pdf, "Link")))
changed(
    "name_of_a_resource",
    "pdf.odd-name",
    (76,),
    lambda pdf, secret: pdf.pages[0].Resources.Font.__setitem__(f"/{secret}", font()),
)
changed(
    "stream_in_another_file",
    "pdf.linked-file",
    (72,),
    lambda pdf, secret: pdf.pages[0].Contents.__setitem__("/F", String(f"C:/{secret}")),
)
changed(
    "path_of_a_drawing",
    "pdf.saved-path",
    (76,),
    lambda pdf, secret: _drawn(pdf, {"PTEX.FileName": String(f"./{secret}.pdf")}),
)
changed(
    "style_of_a_form",
    "pdf.unknown-text",
    (77,),
    lambda pdf, secret: pdf.Root.__setitem__(
        "/AcroForm", Dictionary(Fields=Array([]), DA=String(f"/{secret} 0 Tf"))
    ),
)
changed(
    "name_of_a_style",
    "pdf.style-name",
    (79,),
    lambda pdf, secret: pdf.Root.__setitem__(
        "/StructTreeRoot",
        pdf.make_indirect(
            Dictionary(Type=Name.StructTreeRoot, RoleMap=Dictionary({f"/{secret}": Name.P}))
        ),
    ),
)
changed(
    "name_of_an_article",
    "pdf.article",
    (76,),
    lambda pdf, secret: pdf.Root.__setitem__(
        "/Threads",
        Array(
            [pdf.make_indirect(Dictionary(Type=Name.Thread, I=Dictionary(Title=String(secret))))]
        ),
    ),
)
changed(
    "address_of_all_links",
    "pdf.telling-link",
    (71,),
    lambda pdf, secret: pdf.Root.__setitem__("/URI", Dictionary(Base=String(f"http://{secret}/"))),
)
changed(
    "creator_of_a_layer",
    "pdf.layer",
    (68,),
    lambda pdf, secret: pdf.Root.__setitem__(
        "/OCProperties",
        Dictionary(
            OCGs=Array(
                [
                    pdf.make_indirect(
                        Dictionary(
                            Type=Name.OCG,
                            Name=String("a"),
                            Usage=Dictionary(CreatorInfo=Dictionary(Creator=String(secret))),
                        )
                    )
                ]
            ),
            D=Dictionary(),
        ),
    ),
)


def _drawn(pdf, more):
    pdf.pages[0].Resources.XObject = Dictionary(Fm1=form(pdf, "0 g 72 500 9 9 re f", **more))
    pdf.pages[0].contents_add(b"/Fm1 Do")


add("key_that_comes_twice", "pdf.damaged", (76,), _placed(b"/Kids", b"/Count ({}) "))
