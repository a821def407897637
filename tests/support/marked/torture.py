"""Pages on which a name is drawn in every way that programs draw, each with marks for it.

Each is a function that returns the file, its marks, and words that stay.
"""

import io

from pikepdf import Array, Dictionary, Name, OutlineItem, String
from PIL import Image, ImageDraw, ImageFont

from answerable.inspecting.redacting import Mark
from tests.support.marked import fonts
from tests.support.marked.made import AFTER, BEFORE, LINE, SECRET, SIGNS, Made

EVERYWHERE = (Mark(words=SECRET),)
STAYS = (*BEFORE.split(), *AFTER.split())
DEJAVU = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"


def _text(write, *, at=(40, 200), size=12, name=b"F"):
    return b"BT /%s %d Tf %d %d Td %s Tj ET\n" % (name, size, *at, write(LINE))


def _one_page(make):
    made = Made()
    font, write = make(made.pdf)
    made.page(_text(write), fonts={"F": font})
    return made.data(), EVERYWHERE, STAYS


def standard_font():
    return _one_page(fonts.standard)


def composite_subset():
    return _one_page(lambda pdf: fonts.composite(pdf, SIGNS))


def simple_subset():
    return _one_page(lambda pdf: fonts.simple(pdf, SIGNS))


def own_encoding():
    return _one_page(lambda pdf: fonts.composite(pdf, SIGNS, codes=fonts.one_byte_map))


def type_three():
    return _one_page(lambda pdf: fonts.drawn(pdf, SIGNS))


def type_three_without_a_box():
    return _one_page(lambda pdf: fonts.drawn(pdf, SIGNS, boxed=False))


def courier_without_widths():
    return _one_page(lambda pdf: fonts.standard(pdf, "Courier-Bold"))


def vertical():
    made = Made()
    font, write = fonts.composite(made.pdf, SIGNS, vertical=True)
    made.page(_text(write, at=(200, 480), size=10), fonts={"F": font}, size=(400, 500))
    return made.data(), EVERYWHERE, ()


def kerned():
    made = Made()
    font, write = fonts.composite(made.pdf, SIGNS)
    parts = b" ".join(write(sign) + b" %d" % (at * 7 % 60 - 30) for at, sign in enumerate(LINE))
    made.page(b"BT /F 12 Tf 40 200 Td [ %s ] TJ ET" % parts, fonts={"F": font})
    return made.data(), EVERYWHERE, STAYS


def _widths(pdf):
    from pdfminer.fontmetrics import FONT_METRICS

    return FONT_METRICS["Helvetica"][1]


def glyph_by_glyph_moved():
    made = Made()
    font, write = fonts.standard(made.pdf)
    widths = _widths(made.pdf)
    steps = [b"%s Tj %.3f 0 Td" % (write(sign), widths[sign] * 0.012) for sign in LINE]
    made.page(b"BT /F 12 Tf 40 200 Td " + b" ".join(steps) + b" ET", fonts={"F": font})
    return made.data(), EVERYWHERE, STAYS


def glyph_by_glyph_placed_backwards():
    made = Made()
    font, write = fonts.standard(made.pdf)
    widths = _widths(made.pdf)
    at, steps = 40.0, []
    for sign in LINE:
        steps.append(b"1 0 0 1 %.3f 200 Tm %s Tj" % (at, write(sign)))
        at += widths[sign] * 0.012
    made.page(b"BT /F 12 Tf " + b" ".join(reversed(steps)) + b" ET", fonts={"F": font})
    return made.data(), EVERYWHERE, STAYS


def drawn_twice():
    made = Made()
    font, write = fonts.standard(made.pdf)
    made.page(_text(write) + _text(write), fonts={"F": font})
    return made.data(), EVERYWHERE, STAYS


def quotes_and_spacing():
    made = Made()
    font, write = fonts.standard(made.pdf)
    content = b"BT /F 12 Tf 14 TL 110 Tz 2 Ts 40 220 Td %s Tj 1 0.5 %s \" %s ' ET" % (
        write(BEFORE),
        write(LINE),
        write(AFTER),
    )
    made.page(content, fonts={"F": font})
    return made.data(), EVERYWHERE, STAYS


def nested_forms():
    made = Made()
    font, write = fonts.standard(made.pdf)
    inner = made.form(_text(write, at=(0, 0)), fonts={"F": font}, box=(0, -20, 400, 300))
    middle = made.form(b"q 1 0 0 1 10 10 cm /A Do Q", drawings={"A": inner})
    outer = made.form(b"/B Do", drawings={"B": middle}, Matrix=Array([1, 0, 0, 1, 0, 40]))
    made.page(b"q 1 0 0 1 20 100 cm /C Do Q", drawings={"C": outer})
    return made.data(), EVERYWHERE, STAYS


def form_without_resources():
    made = Made()
    font, write = fonts.standard(made.pdf)
    form = made.form(_text(write))
    del form["/Resources"]
    made.page(b"/A Do", fonts={"F": font}, drawings={"A": form})
    return made.data(), EVERYWHERE, STAYS


def form_drawn_twice():
    """Only one of the two is marked: the other stays as it is."""
    made = Made()
    font, write = fonts.standard(made.pdf)
    form = made.form(_text(write, at=(40, 100)), fonts={"F": font})
    made.page(b"/A Do q 1 0 0 1 0 100 cm /A Do Q", drawings={"A": form})
    return made.data(), (Mark(1, (30, 80, 380, 110)),), (SECRET,)


def split_streams():
    made = Made()
    font, write = fonts.standard(made.pdf)
    whole = _text(write)
    cuts = [whole[:12], whole[12:25], whole[25:]]
    made.page([b"q 1 0 0 1 0", b"10 cm", *_at_blanks(cuts), b"Q"], fonts={"F": font})
    return made.data(), EVERYWHERE, STAYS


def _at_blanks(cuts):
    whole = b"".join(cuts)
    parts = whole.split(b" Tf ")
    return [parts[0] + b" Tf", parts[1]]


def turned_page(degrees):
    def make():
        made = Made()
        font, write = fonts.standard(made.pdf)
        made.page(
            _text(write), fonts={"F": font}, Rotate=degrees, CropBox=Array([20, 30, 390, 280])
        )
        return made.data(), EVERYWHERE, STAYS

    return make


def turned_text(matrix, stays=STAYS):
    def make():
        made = Made()
        font, write = fonts.standard(made.pdf)
        made.page(b"BT /F 12 Tf %s Tm %s Tj ET" % (matrix, write(LINE)), fonts={"F": font})
        return made.data(), EVERYWHERE, stays

    return make


def box_on_a_cropped_page():
    made = Made()
    font, write = fonts.standard(made.pdf)
    page = made.page(_text(write, at=(40, 200)), fonts={"F": font})
    page.obj.MediaBox, page.obj.CropBox = Array([-10, -20, 390, 280]), Array([30, 100, 380, 260])
    return made.data(), (Mark(1, (100.5, 47, 166.5, 64)),), STAYS


def actual_text():
    made = Made()
    font, write = fonts.standard(made.pdf)
    said = b"/Span <</ActualText (%s) /MCID 0>> BDC " % LINE.encode()
    made.page(said + _text(write) + b"EMC", fonts={"F": font})
    return made.data(), EVERYWHERE, ()


def actual_text_by_name():
    made = Made()
    font, write = fonts.standard(made.pdf)
    properties = Dictionary(P=Dictionary(ActualText=String(SECRET)))
    content = b"BT /F 12 Tf 40 200 Td %s Tj /Span /P BDC %s Tj EMC %s Tj ET" % (
        write(BEFORE + " "),
        write("the person in question"),
        write(" " + AFTER),
    )
    made.page(content, fonts={"F": font}, resources={"Properties": properties})
    return made.data(), (Mark(1, (130, 87, 247, 104), words=SECRET),), STAYS


def ligature():
    made = Made()
    font, write = fonts.composite(made.pdf, SIGNS + "\ufb01")
    line = f"{BEFORE} O\ufb01feld {AFTER}"
    made.page(b"BT /F 12 Tf 40 200 Td %s Tj ET" % write(line), fonts={"F": font})
    return made.data(), (Mark(words="ofifeld"),), STAYS


def across_lines():
    made = Made()
    font, write = fonts.standard(made.pdf)
    content = b"BT /F 12 Tf 14 TL 40 200 Td %s Tj T* %s Tj ET" % (
        write(f"{BEFORE} Quill-"),
        write(f"feather {AFTER}"),
    )
    made.page(content, fonts={"F": font})
    return made.data(), EVERYWHERE, STAYS


def many_on_one_line():
    made = Made()
    font, write = fonts.standard(made.pdf)
    names = " and ".join([SECRET] * 6)
    made.page(
        b"BT /F 8 Tf 10 200 Td [%s 20 %s] TJ ET" % (write(names), write(" met")),
        fonts={"F": font},
        size=(600, 300),
    )
    return made.data(), EVERYWHERE, ("and", "met")


def outlines():
    made = Made()
    font, write = fonts.standard(made.pdf)
    shapes = fonts.outlines(SECRET, at=(40, 150), size=14)
    made.page(_text(lambda _: write(BEFORE)) + shapes, fonts={"F": font})
    return made.data(), (Mark(1, (38, 135, 130, 156)),), BEFORE.split()


def written_picture(size=(600, 60), mode="L"):
    """Return a picture in which the name is written."""
    picture = Image.new("L", size, 255)
    ImageDraw.Draw(picture).text((150, 15), SECRET, fill=0, font=ImageFont.truetype(DEJAVU, 28))
    return picture.convert(mode)


_OVER_PICTURE = (Mark(1, (110, 128, 230, 150)),)


def _with_picture(make):
    made = Made()
    font, write = fonts.standard(made.pdf)
    content = _text(lambda _: write(BEFORE)) + b"q 300 0 0 30 40 146 cm /P Do Q"
    made.page(content, fonts={"F": font}, drawings={"P": make(made)})
    return made.data(), _OVER_PICTURE, BEFORE.split()


def picture_in_grey():
    return _with_picture(lambda made: made.picture(written_picture()))


def picture_of_one_bit():
    return _with_picture(lambda made: made.picture(written_picture(mode="1")))


def picture_in_colours():
    return _with_picture(lambda made: made.picture(written_picture(mode="RGB")))


def picture_with_a_mask():
    def make(made):
        flat = Image.new("RGB", (600, 60), (200, 0, 0))
        mask = made.picture(written_picture().point(lambda one: 255 - one))
        return made.picture(flat, SMask=mask)

    return _with_picture(make)


def stencil():
    def make(made):
        picture = made.picture(written_picture(mode="1"), ImageMask=True)
        del picture["/ColorSpace"]
        return picture

    return _with_picture(make)


def photograph():
    def make(made):
        out = io.BytesIO()
        written_picture(mode="RGB").save(out, "JPEG", quality=85, comment=SECRET.encode())
        return made.pdf.make_stream(
            out.getvalue(),
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=600,
            Height=60,
            ColorSpace=Name.DeviceRGB,
            BitsPerComponent=8,
            Filter=Name.DCTDecode,
        )

    return _with_picture(make)


def inline_picture():
    made = Made()
    font, write = fonts.standard(made.pdf)
    data = written_picture().tobytes()
    inline = b"q 300 0 0 30 40 146 cm BI /W 600 /H 60 /CS /G /BPC 8 ID " + data + b"\nEI Q"
    made.page(_text(lambda _: write(BEFORE)) + inline, fonts={"F": font})
    return made.data(), _OVER_PICTURE, BEFORE.split()


def scan_with_a_layer():
    made = Made()
    font, write = fonts.standard(made.pdf)
    picture = Image.new("L", (800, 600), 255)
    ImageDraw.Draw(picture).text((80, 380), LINE, fill=0, font=ImageFont.truetype(DEJAVU, 24))
    layer = b"BT 3 Tr /F 12 Tf 40 100 Td %s Tj ET" % write(LINE)
    made.page(
        b"q 400 0 0 300 0 0 cm /P Do Q " + layer,
        fonts={"F": font},
        drawings={"P": made.picture(picture)},
    )
    return made.data(), (Mark(words=SECRET), Mark(1, (130, 185, 240, 208))), STAYS[:1]


def tiling_pattern():
    made = Made()
    font, write = fonts.standard(made.pdf)
    pattern = made.pdf.make_stream(
        _text(write, at=(5, 5)),
        Type=Name.Pattern,
        PatternType=1,
        PaintType=1,
        TilingType=1,
        BBox=Array([0, 0, 300, 30]),
        XStep=300,
        YStep=30,
        Resources=Dictionary(Font=Dictionary(F=font)),
    )
    content = _text(lambda _: write(BEFORE), at=(40, 250))
    content += b"/Pattern cs /P scn 40 100 300 60 re f"
    made.page(content, fonts={"F": font}, resources={"Pattern": Dictionary(P=pattern)})
    return made.data(), (Mark(1, (30, 130, 360, 210)),), ()


def soft_mask():
    made = Made()
    font, write = fonts.standard(made.pdf)
    group = made.form(
        b"1 g " + _text(write),
        fonts={"F": font},
        Group=Dictionary(S=Name.Transparency, CS=Name.DeviceGray),
    )
    settings = Dictionary(G=Dictionary(SMask=Dictionary(S=Name.Luminosity, G=group)))
    content = b"/G gs 0 g 0 150 400 100 re f"
    made.page(content, fonts={"F": font}, resources={"ExtGState": settings})
    return made.data(), (Mark(1, (30, 80, 300, 120)),), ()


def cut_out_by_text():
    made = Made()
    font, write = fonts.standard(made.pdf)
    content = b"q BT 7 Tr /F 24 Tf 40 200 Td %s Tj ET 1 0 0 rg 0 150 400 100 re f Q" % write(LINE)
    made.page(content, fonts={"F": font})
    return made.data(), EVERYWHERE, ()


def free_text():
    made = Made()
    font, write = fonts.standard(made.pdf)
    looks = made.form(_text(write, at=(5, 5)), fonts={"F": font}, box=(0, 0, 300, 30))
    page = made.page(_text(lambda _: write(BEFORE)), fonts={"F": font})
    note = Dictionary(
        Type=Name.Annot,
        Subtype=Name.FreeText,
        Rect=Array([40, 100, 340, 130]),
        Contents=String(LINE),
        T=String(SECRET),
        DA=String("/Helv 12 Tf"),
        F=4,
        AP=Dictionary(N=looks),
    )
    page.obj.Annots = Array([made.pdf.make_indirect(note)])
    return made.data(), EVERYWHERE, STAYS


def form_field():
    made = Made()
    font, write = fonts.standard(made.pdf)
    looks = made.form(_text(write, at=(5, 5)), fonts={"F": font}, box=(0, 0, 300, 30))
    page = made.page(_text(lambda _: write(BEFORE)), fonts={"F": font})
    field = made.pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            Rect=Array([40, 100, 340, 130]),
            T=String("who"),
            V=String(LINE),
            DV=String(SECRET),
            F=4,
            AP=Dictionary(N=looks),
        )
    )
    page.obj.Annots = Array([field])
    made.pdf.Root.AcroForm = Dictionary(Fields=Array([field]), XFA=String(SECRET))
    return made.data(), EVERYWHERE, STAYS


def everything_around():
    """The name stands in bookmarks, destinations, properties, attachments and scripts, too."""
    made = Made()
    font, write = fonts.standard(made.pdf)
    page = made.page(_text(write), fonts={"F": font})
    pdf = made.pdf
    with pdf.open_outline() as outline:
        outline.root.append(OutlineItem(f"About {SECRET}", 0))
    with pdf.open_metadata() as metadata:
        metadata["dc:title"] = SECRET
    pdf.docinfo["/Author"] = SECRET
    pdf.attachments["note.txt"] = SECRET.encode()
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{SECRET}')"))
    pdf.Root.PieceInfo = Dictionary(X=Dictionary(Private=String(SECRET)))
    pdf.Root.Dests = Dictionary({f"/{SECRET}": Array([page.obj, Name.Fit])})
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(P=String(SECRET))]))
    page.obj.Thumb = made.picture(written_picture((60, 60)))
    page.obj.PieceInfo = Dictionary(X=Dictionary(Private=String(SECRET)))
    page.obj.Metadata = pdf.make_stream(SECRET.encode())
    return made.data(), EVERYWHERE, STAYS


def tags():
    made = Made()
    font, write = fonts.standard(made.pdf)
    content = b"/P <</MCID 0>> BDC " + _text(write) + b"EMC"
    page = made.page(content, fonts={"F": font}, StructParents=0)
    pdf = made.pdf
    part = pdf.make_indirect(
        Dictionary(
            Type=Name.StructElem,
            S=Name.P,
            Pg=page.obj,
            K=0,
            ActualText=String("all of it, unabridged"),
            Alt=String(f"a line on {SECRET}"),
        )
    )
    pdf.Root.StructTreeRoot = pdf.make_indirect(
        Dictionary(
            Type=Name.StructTreeRoot,
            K=Array([part]),
            ParentTree=Dictionary(Nums=Array([0, Array([part])])),
        )
    )
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    return made.data(), EVERYWHERE, STAYS


def shared_form():
    """Two pages draw one form, and only the first is marked."""
    made = Made()
    font, write = fonts.standard(made.pdf)
    form = made.form(_text(write), fonts={"F": font})
    for _ in range(2):
        made.page(b"/A Do", drawings={"A": form})
    return made.data(), (Mark(1, (30, 80, 380, 110)),), (SECRET,)


def white_text():
    made = Made()
    font, write = fonts.standard(made.pdf)
    made.page(b"1 g " + _text(write) + b"0 g", fonts={"F": font})
    return made.data(), EVERYWHERE, STAYS


def hidden_layer():
    made = Made()
    font, write = fonts.standard(made.pdf)
    layer = made.pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Draft")))
    content = _text(lambda _: write(BEFORE), at=(40, 250)) + b"/OC /L BDC " + _text(write) + b"EMC"
    made.page(content, fonts={"F": font}, resources={"Properties": Dictionary(L=layer)})
    made.pdf.Root.OCProperties = Dictionary(
        OCGs=Array([layer]), D=Dictionary(OFF=Array([layer]), Order=Array([layer]))
    )
    return made.data(), EVERYWHERE, BEFORE.split()


def unknown_font():
    """The font does not say how wide its glyphs are: the page is drawn."""
    made = Made()
    font, write = fonts.simple(made.pdf, SIGNS)
    del font["/Widths"]
    made.page(_text(write), fonts={"F": font})
    return made.data(), EVERYWHERE, ()


def form_in_spaced_text():
    """Readers differ in whether the form is spaced, too: the page is drawn."""
    made = Made()
    font, write = fonts.standard(made.pdf)
    form = made.form(_text(write), fonts={"F": font})
    made.page(b"150 Tz 3 Tc /A Do", drawings={"A": form})
    return made.data(), EVERYWHERE, ()


DRAWN = ("form_in_spaced_text", "tiling_pattern", "soft_mask", "cut_out_by_text", "unknown_font")
"""Those whose page has to become a picture."""

STILL_THERE = ("form_drawn_twice", "shared_form")
"""Those on which the name is drawn once more, and nobody marked that."""

TORTURE = {
    one.__name__: one
    for one in (
        *(standard_font, composite_subset, simple_subset, own_encoding, type_three),
        *(type_three_without_a_box, courier_without_widths, vertical, kerned),
        *(glyph_by_glyph_moved, glyph_by_glyph_placed_backwards, drawn_twice),
        *(quotes_and_spacing, nested_forms, form_without_resources, form_drawn_twice),
        *(split_streams, box_on_a_cropped_page, actual_text, actual_text_by_name, ligature),
        *(across_lines, many_on_one_line, outlines, picture_in_grey, picture_of_one_bit),
        *(picture_in_colours, picture_with_a_mask, stencil, photograph, inline_picture),
        *(scan_with_a_layer, tiling_pattern, soft_mask, cut_out_by_text, free_text),
        *(form_field, everything_around, tags, shared_form, white_text, hidden_layer),
        *(unknown_font, form_in_spaced_text),
    )
} | {
    **{f"page_turned_{degrees}": turned_page(degrees) for degrees in (90, 180, 270)},
    "text_upwards": turned_text(b"0 1 -1 0 200 40"),
    "text_upside_down": turned_text(b"-1 0 0 -1 350 200"),
    "text_aslant": turned_text(b"0.866 0.5 -0.5 0.866 60 40", ("Complaint", "upheld")),
    "text_mirrored": turned_text(b"-1 0 0 1 350 200"),
    "text_narrow": turned_text(b"0.5 0 0 2 40 100"),
}
"""All of them by their names."""
