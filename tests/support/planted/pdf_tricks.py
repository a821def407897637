"""PDFs with a secret where no table of leaks looks: in remarks, names, numbers, gaps, fonts and functions."""

import zlib

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from tests.support.planted.pdf_made import (
    Table,
    annotation,
    font,
    form,
    image,
    pdf_of,
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
    is_bare=True,
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


add("number_of_the_file", "pdf.identifier", (76,), _with_id)


def _without_font(secret):
    return pdf_of(visible=f"BT 72 600 Td ({secret}) Tj ET\n" if secret else "")


add("text_without_a_font", "pdf.text-not-drawn", (), _without_font)


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
