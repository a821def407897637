"""PDFs with a secret in pictures, fonts and structure, in places thought of without looking at the rules."""

import struct

from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageCms, ImageDraw

from tests.support.planted.fixtures import MISSED
from tests.support.planted.pdf_made import (
    Table,
    as_bytes,
    font,
    image,
    pdf_of,
    photograph,
    text_at,
)

FRESH_PDF_PARTS = Table()
add, changed, text = FRESH_PDF_PARTS.add, FRESH_PDF_PARTS.changed, FRESH_PDF_PARTS.text
ROW = (115,)
DRAWN = "q 200 0 0 120 72 500 cm /Im1 Do Q\n"


def _first(pdf):
    return pdf.pages[0].obj


# Pictures on a page.


def _pictured(change=None, data=None, content=DRAWN):
    """Return what makes a page with a picture that is changed, or other bytes, where there is a secret."""

    def make(secret):
        def pictures(pdf):
            made = image(pdf, data=data(secret) if data and secret else None)
            if change and secret:
                change(pdf, made, secret)
            return Dictionary(Im1=made)

        return pdf_of(content, XObject=pictures)

    return make


def _profile(secret):
    held = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    at = held.index("sRGB".encode("utf-16-be"))
    said = secret.encode("utf-16-be")
    held[at : at + len(said)] = said
    return bytes(held)


def _with_profile(pdf, made, secret):
    profile = pdf.make_stream(_profile(secret), N=3)
    made.ColorSpace = Array([Name.ICCBased, profile])


add("description_of_a_profile", "pdf.profile-text", ROW, _pictured(_with_profile))


def _indexed(pdf, made, secret):
    made.ColorSpace = Array([Name.Indexed, Name.DeviceGray, 255, String(secret.ljust(256, "\0"))])
    made.write(bytes(120 * 80))
    made.BitsPerComponent = 8


add("colours_that_no_dot_has", "pdf.text-in-data", ROW, _pictured(_indexed))


def _worded(secret, size=(120, 80)):
    made = photograph(*size)
    ImageDraw.Draw(made).text((10, 60), secret, fill="red")
    return made


def _low(pdf, made, secret):
    data = bytearray(as_bytes(_worded(secret)))
    at = data.index(b"\xff\xc0")
    struct.pack_into(">H", data, at + 5, 40)
    made.write(bytes(data), filter=Name.DCTDecode)
    made.Height = 40


add("photograph_that_says_it_is_lower", "picture.bytes-between", ROW, _pictured(_low), is_bare=True)


def _whitened(pdf, made, secret):
    made.write(_worded(secret).tobytes())
    made.Decode = Array([1, 1, 1, 1, 1, 1])


add(
    "picture_of_which_every_dot_is_white",
    "pdf.hidden-picture",
    ROW,
    _pictured(_whitened),
    is_bare=True,
)


def _masked_colours(pdf, made, secret):
    made.write(_worded(secret).tobytes())
    made.Mask = Array([0, 255, 0, 255, 0, 255])


add(
    "picture_of_which_each_colour_is_clear",
    "pdf.hidden-picture",
    ROW,
    _pictured(_masked_colours),
    is_bare=True,
)


def _under_mask(pdf, made, secret):
    made.write(_worded(secret).tobytes())
    mask = Image.new("L", (120, 80), 255)
    ImageDraw.Draw(mask).rectangle((0, 50, 120, 80), fill=0)
    made.SMask = image(pdf, mask)


add(
    "words_of_a_picture_that_its_mask_hides",
    "pdf.under-mask",
    ROW,
    _pictured(_under_mask),
    is_bare=True,
)


def _commented(secret):
    data = as_bytes(photograph())
    held = secret.encode()
    return data[:2] + struct.pack(">BBH", 0xFF, 0xFE, len(held) + 2) + held + data[2:]


add("remark_in_a_photograph", "picture.words", ROW, _pictured(data=_commented), is_bare=True)
add(
    "picture_kept_by_a_server",
    "pdf.linked-file",
    ROW,
    _pictured(
        lambda _, made, secret: made.__setitem__(
            "/OPI", Dictionary({"/2.0": Dictionary(F=String(f"{secret}.tif"))})
        )
    ),
)
add(
    "name_of_a_picture_of_old",
    "pdf.odd-name",
    ROW,
    _pictured(lambda _, made, secret: made.__setitem__("/Name", Name(f"/{secret}"))),
)
add(
    "words_instead_of_a_picture",
    "pdf.measure",
    ROW,
    _pictured(lambda _, made, secret: made.__setitem__("/Measure", Dictionary(R=String(secret)))),
)


# Fonts.


def _in_font(change):
    def make(secret):
        def fonts(pdf):
            made = font()
            if secret:
                change(pdf, made, secret)
            return Dictionary(F1=font(), F2=made)

        return pdf_of("BT /F2 12 Tf 72 600 Td (East) Tj ET\n", Font=fonts)

    return make


def _described(key, value):
    def change(pdf, made, secret):
        said = value(secret)
        made.FontDescriptor = pdf.make_indirect(
            Dictionary({"/Type": Name.FontDescriptor, "/FontName": made.BaseFont, f"/{key}": said})
        )

    return change


add("family_of_a_font", "pdf.font-name", ROW, _in_font(_described("FontFamily", String)))
add(
    "letters_of_a_font",
    "pdf.glyph-name",
    ROW,
    _in_font(_described("CharSet", lambda one: String(f"/A/{one}"))),
)
add(
    "style_of_a_font",
    "pdf.unknown-text",
    ROW,
    _in_font(_described("Style", lambda one: Dictionary(Panose=String(one)))),
)


def _other_letters(pdf, made, secret):
    names = [Name(f"/{one}") for one in secret]
    made.Encoding = Dictionary(Differences=Array([1, *names]))


add("letters_under_other_numbers", MISSED, ROW, _in_font(_other_letters), is_bare=True)


def _reversed_map(pdf, made, secret):
    """The letters of a word that is shown stand for others, each for one."""
    pairs = "".join(
        f"<{ord(a):02x}> <{ord(b):04x}>\n" for a, b in zip("East", secret, strict=False)
    )
    said = f"begincmap\n1 begincodespacerange <00> <ff> endcodespacerange\n4 beginbfchar\n{pairs}endbfchar\nendcmap"
    made.ToUnicode = pdf.make_stream(said.encode())


add(
    "letters_that_stand_for_others",
    "pdf.letters-that-differ",
    ROW,
    _in_font(_reversed_map),
    is_bare=True,
)


# The structure of the text.


def _element(**held):
    def change(pdf, secret):
        told = {f"/{key}": value(secret) for key, value in held.items()}
        one = pdf.make_indirect(Dictionary({"/S": Name.P, **told}))
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array([one])))
        one.P = root
        pdf.Root.StructTreeRoot = root
        pdf.Root.MarkInfo = Dictionary(Marked=True)

    return change


for _key, _what, _code in (
    ("E", "what_an_abbreviation_stands_for", "pdf.other-text"),
    ("ID", "name_of_a_part", "pdf.identifier"),
    ("Phoneme", "how_a_part_is_said", "pdf.other-text"),
    ("Lang", "language_of_a_part", "pdf.odd-name"),
):
    changed(_what, _code, ROW, _element(**{_key: String}))
changed(
    "summary_of_a_table_for_listeners",
    "pdf.description",
    ROW,
    _element(A=lambda one: Dictionary(O=Name.Table, Summary=String(one))),
)
changed("class_of_a_part", "pdf.style-name", ROW, _element(C=lambda one: Name(f"/{one}")))
changed(
    "property_of_a_user_of_a_part",
    "pdf.user-property",
    ROW,
    _element(
        A=lambda one: Dictionary(
            O=Name.UserProperties, P=Array([Dictionary(N=String("a"), V=String(one), H=True)])
        )
    ),
)


def _role(pdf, secret):
    _element(T=lambda _: String("Bins"))(pdf, secret)
    pdf.Root.StructTreeRoot.RoleMap = Dictionary({f"/{secret}": Name.P})


changed("role_of_which_nothing_is", "pdf.style-name", ROW, _role)


def _associated(pdf, secret):
    _element(T=lambda _: String("Bins"))(pdf, secret)
    held = pdf.make_stream(f"<math><mi>{secret}</mi></math>".encode())
    held.Type = Name.EmbeddedFile
    given = Dictionary(Type=Name.Filespec, F=String("a.xml"), EF=Dictionary(F=held))
    pdf.Root.StructTreeRoot.K[0].AF = Array([pdf.make_indirect(given)])


changed("file_beside_a_part", "pdf.attached-file", ROW, _associated)

text(
    "abbreviation_in_the_text",
    "pdf.other-text",
    ROW,
    "/Span <</E (Ask {})>> BDC BT /F1 9 Tf 72 600 Td (BC) Tj ET EMC\n",
)
text("point_with_words", "pdf.text-not-drawn", ROW, "/Here <</Who ({})>> DP\n")
text("remark_among_instructions", "pdf.remark", ROW, "% {} was here\n")
text("old_word_in_a_part_for_new_readers", "pdf.odd-instruction", ROW, "BX ({}) zz EX\n")
text("words_that_no_instruction_takes", "pdf.text-not-drawn", ROW, "({}) 0 g\n")
text("thread_of_letters_between_pages", "pdf.text-outside", ROW, text_at(72, 843, "{}"))
