"""PDFs with a text that is in the file and on no page: covered, pale, clipped, outside, too small."""

from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageDraw, ImageFont

from tests.support.planted.pdf_made import (
    Table,
    annotation,
    font,
    form,
    image,
    pdf_of,
    text_at,
)

PDF_TEXTS = Table()
text, add, changed = PDF_TEXTS.text, PDF_TEXTS.add, PDF_TEXTS.changed
HIDDEN = "pdf.hidden-text"
NAME = text_at(72, 600, "The officer is {} of this ward")
LONE = text_at(72, 600, "{}")
STATES = {
    "clear": Dictionary(ca=0),
    "lighten": Dictionary(BM=Name.Lighten),
    "faint": Dictionary(ca=0.03),
}


def _states(*names):
    return Dictionary({f"/{name}": STATES[name] for name in names})


def _picture(pdf):
    return Dictionary(Im1=image(pdf))


def _forms(content):
    return lambda pdf: Dictionary(Fm1=form(pdf, content))


BOX = "0 g 70 595 250 18 re f\n"
text("text_under_a_box", HIDDEN, (62,), NAME + BOX)
text("text_under_a_path", HIDDEN, (62,), NAME + "0 g 70 595 m 320 595 l 320 613 l 70 613 l h f\n")
text("text_under_a_thick_line", HIDDEN, (62,), NAME + "18 w 70 604 m 320 604 l S\n")
text(
    "text_under_a_curve",
    HIDDEN,
    (62,),
    LONE + "0 g 60 590 m 60 640 180 640 180 590 c h f 60 570 120 30 re f\n",
)
text(
    "text_under_a_picture",
    HIDDEN,
    (62, 66),
    NAME + "q 260 0 0 40 70 590 cm /Im1 Do Q\n",
    XObject=_picture,
)
text(
    "text_under_a_broken_line",
    HIDDEN,
    (62,),
    LONE + "[1 0.1] 0 d 20 w 70 605 m 200 605 l S\n",
)
text("text_under_a_white_box", HIDDEN, (62,), NAME + "1 g 70 595 250 18 re f\n")
text(
    "text_under_a_hatch", HIDDEN, (62,),
    NAME + "2 w " + "".join(f"{x} 595 m {x} 615 l S " for x in range(68, 330, 1)),
)  # fmt: skip
text(
    "text_under_a_box_in_a_header",
    HIDDEN,
    (63,),
    text_at(72, 815, "Ref {}") + "0 g 60 808 250 22 re f\n",
)
text(
    "part_of_a_line_under_a_box",
    HIDDEN,
    (63,),
    text_at(72, 600, "On 3 May {} said so") + "0 g 122 597 65 14 re f\n",
)
text(
    "text_under_a_drawing",
    HIDDEN,
    (62,),
    NAME + "/Fm1 Do\n",
    XObject=_forms("0 g 60 590 300 30 re f"),
)
text(
    "text_in_a_drawing_under_a_box",
    HIDDEN,
    (62,),
    "/Fm1 Do " + BOX,
    XObject=_forms("BT /F1 12 Tf 72 600 Td (Quillfeather) Tj ET"),
)
text(
    "text_under_a_shading", HIDDEN, (62,), NAME + "q 60 590 300 30 re W n /Sh1 sh Q\n",
    Shading=Dictionary(
        Sh1=Dictionary(
            ShadingType=2, ColorSpace=Name.DeviceGray, Coords=Array([60, 0, 360, 0]), Extend=Array([True, True]),
            Function=Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0]), C1=Array([0.3]), N=1),
        )
    ),
)  # fmt: skip
text(
    "text_under_letters",
    "pdf.text-over-text",
    (62,),
    text_at(72, 600, "{}") + text_at(70, 600, "MMMMMMMMM", size=15),
)
text(
    "text_set_back_and_written_over",
    "pdf.text-over-text",
    (62,),
    "BT /F1 12 Tf 72 600 Td [({}) 5600 (WWWWWWWWWW)] TJ ET\n",
)
text(
    "unseen_text_over_seen_text",
    HIDDEN,
    (66,),
    text_at(72, 600, "Thirty-one bins") + text_at(72, 600, "{}", "3 Tr"),
)
text("white_text", HIDDEN, (66,), text_at(72, 600, "{}", "1 g"))
text("nearly_white_text", HIDDEN, (66,), text_at(72, 600, "{}", "0.96 g"))
text(
    "text_in_the_colour_of_its_box",
    HIDDEN,
    (66,),
    "0 0.3 0.6 rg 60 590 300 30 re f 0 g\n" + text_at(72, 600, "{}", "0 0.3 0.6 rg"),
)
text("white_text_in_cmyk", HIDDEN, (66,), text_at(72, 600, "{}", "0 0 0 0 k"))
text("clear_text", HIDDEN, (66,), text_at(72, 600, "{}", "/clear gs"), ExtGState=_states("clear"))
text("faint_text", HIDDEN, (66,), text_at(72, 600, "{}", "/faint gs"), ExtGState=_states("faint"))
text(
    "text_that_a_blend_hides",
    HIDDEN,
    (66,),
    "1 g 60 590 300 30 re f 0 g\n" + text_at(72, 600, "{}", "/lighten gs"),
    ExtGState=_states("lighten"),
)
text("clipped_text", HIDDEN, (66,), "q 400 100 20 20 re W n " + text_at(72, 600, "{}") + " Q\n")
text(
    "text_clipped_by_a_drawing",
    HIDDEN,
    (66,),
    "/Fm1 Do\n",
    XObject=lambda pdf: Dictionary(
        Fm1=form(pdf, text_at(72, 600, "Quillfeather"), BBox=Array([0, 0, 50, 50]))
    ),
)
text("text_that_is_not_painted", HIDDEN, (66,), text_at(72, 600, "{}", "3 Tr"))
text("text_that_only_clips", HIDDEN, (66,), text_at(72, 600, "{}", "7 Tr"))
text("text_without_a_width", HIDDEN, (70,), text_at(72, 600, "{}", "0 Tz"))
text("text_of_white_outlines", HIDDEN, (66,), text_at(72, 600, "{}", "1 Tr 1 G"))
text("text_in_a_mask_of_nothing", HIDDEN, (66,), "q /GS1 gs " + LONE + " Q\n", ExtGState=lambda pdf: Dictionary(
    GS1=Dictionary(SMask=Dictionary(S=Name.Luminosity, G=form(pdf, "0 g 0 0 595 842 re f", Group=Dictionary(S=Name.Transparency, CS=Name.DeviceGray)))),
))  # fmt: skip
text("text_of_no_size", HIDDEN, (70,), text_at(72, 600, "{}", size=0))
text(
    "text_that_a_matrix_flattens",
    HIDDEN,
    (70,),
    "q 1 0 0 0 0 600 cm BT /F1 12 Tf 72 0 Td ({}) Tj ET Q\n",
)
text("text_outside_of_the_paper", "pdf.text-outside", (69,), text_at(72, 900, "{}"))
text("text_left_of_the_paper", "pdf.text-outside", (69,), text_at(-300, 600, "{}"))
text("microscopic_text", "pdf.tiny-text", (70,), text_at(72, 600, "{} is here", size=0.8))
text(
    "text_made_small_by_a_matrix",
    "pdf.tiny-text",
    (70,),
    "q 0.05 0 0 0.05 72 600 cm BT /F1 12 Tf ({} is here) Tj ET Q\n",
)
text("text_squeezed_flat", HIDDEN, (70,), "BT /F1 12 Tf 0.01 0 0 0.01 72 600 Tm ({}) Tj ET\n")


def _cropped(pdf, secret):
    pdf.pages[0].CropBox = Array([0, 200, 595, 842])
    stream = pdf.pages[0].Contents
    stream.write(stream.read_bytes() + text_at(72, 100, secret).encode())


changed("text_outside_of_a_cropped_page", "pdf.text-outside", (69,), _cropped)


def _with_page(pdf, extra):
    stream = pdf.pages[0].Contents
    stream.write(stream.read_bytes() + extra.encode())


def _square(pdf, secret):
    _with_page(pdf, text_at(90, 515, secret))
    looks = form(pdf, "0 g 72 500 228 40 re f")
    looks.BBox = Array([72, 500, 300, 540])
    annotation(pdf, "Square", AP=Dictionary(N=looks), IC=Array([0, 0, 0]))


def _highlight(pdf, secret):
    _with_page(pdf, text_at(90, 515, secret))
    looks = form(pdf, "0 g 72 500 228 40 re f")
    looks.BBox = Array([72, 500, 300, 540])
    annotation(
        pdf,
        "Highlight",
        AP=Dictionary(N=looks),
        QuadPoints=Array([72, 540, 300, 540, 72, 500, 300, 500]),
    )


changed("text_under_a_square_on_the_page", HIDDEN, (64,), _square)
changed("text_under_a_highlight", HIDDEN, (64,), _highlight)


def _turned(pdf, secret):
    pdf.pages[0].Rotate = 90
    _with_page(pdf, text_at(72, 600, secret) + BOX)


changed("text_under_a_box_on_a_turned_page", HIDDEN, (62,), _turned)


def _large(pdf, secret):
    pdf.pages[0].UserUnit = 3
    _with_page(pdf, text_at(72, 600, secret) + BOX)


changed("text_under_a_box_on_a_large_page", HIDDEN, (62,), _large)


def scan(words, *, blackened=False):
    """Return a picture of a page with words, one of them blackened if it should be."""
    picture = Image.new("L", (1240, 1754), 255)
    draw = ImageDraw.Draw(picture)
    font = ImageFont.load_default(size=30)
    for number, word in enumerate(words):
        draw.text((150 + number * 250, 300), word, fill=0, font=font)
    if blackened:
        draw.rectangle((150 + 250, 290, 150 + 500, 345), fill=0)
    return picture


def scanned(words, read, *, blackened=False, mode=3):
    """Return a scan with the text that was read from it, laid unseen where the words stand."""
    layer = "".join(
        f"BT {mode} Tr /F1 14 Tf {72 + number * 120} {842 - 158} Td ({word}) Tj ET\n"
        for number, word in enumerate(read)
    )
    draws = "q 595 0 0 842 0 0 cm /Im1 Do Q\n"
    content = draws + layer if mode == 3 else layer + draws
    return pdf_of(
        content,
        visible="",
        XObject=lambda pdf: Dictionary(Im1=image(pdf, scan(words, blackened=blackened))),
    )


def _blackened_scan(secret):
    words = ["The", "officer", "is", "here"]
    return scanned(words, ["The", secret or "officer", "is", "here"], blackened=bool(secret))


def _behind_scan(secret):
    words = ["The", "officer", "is", "here"]
    return scanned(
        words, ["The", secret or "officer", "is", "here"], blackened=bool(secret), mode=0
    )


add("text_of_a_scan_over_a_black_box", "pdf.text-behind-nothing", (67,), _blackened_scan)
add("text_behind_a_scan_over_a_black_box", "pdf.text-behind-nothing", (67,), _behind_scan)


def _type3(secret):
    if not secret:
        return pdf_of()

    def fonts(pdf):
        empty = pdf.make_stream(b"500 0 0 0 500 500 d1")
        codes = sorted(set(secret.encode()))
        drawn = Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 500, 500]), FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
            FirstChar=min(codes), LastChar=max(codes), Widths=Array([500] * (max(codes) - min(codes) + 1)),
            Encoding=Dictionary(Type=Name.Encoding, Differences=Array([each for code in codes for each in (code, Name(f"/{chr(code)}"))])),
            CharProcs=Dictionary({f"/{chr(code)}": empty for code in codes}), Resources=Dictionary(),
        )  # fmt: skip
        return Dictionary(F1=font(), F2=drawn)

    return pdf_of(f"BT /F2 12 Tf 72 600 Td ({secret}) Tj ET\n", Font=fonts)


add("text_in_a_font_that_draws_nothing", "pdf.undrawn-text", (), _type3)
add(
    "text_on_a_photograph_of_its_colour", HIDDEN, (66,),
    lambda secret: pdf_of(
        "q 300 0 0 200 72 500 cm /Im1 Do Q\n" + (text_at(90, 600, secret, "0.2 0.2 0.2 rg") if secret else ""),
        XObject=lambda pdf: Dictionary(Im1=image(pdf, Image.new("RGB", (60, 40), (51, 51, 51)))),
    ),
)  # fmt: skip
