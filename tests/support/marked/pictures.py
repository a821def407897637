"""Pages on which a name is in a picture, in shapes, in a pattern or in a mask."""

import io

from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageDraw, ImageFont

from answerable.inspecting.redacting import Mark
from tests.support.marked import fonts
from tests.support.marked.lines import DEJAVU, EVERYWHERE, STAYS, text_of
from tests.support.marked.made import BEFORE, LINE, SECRET, Made


def outlines():
    made = Made()
    font, write = fonts.standard(made.pdf)
    shapes = fonts.outlines(SECRET, at=(40, 150), size=14)
    made.page(text_of(lambda _: write(BEFORE)) + shapes, fonts={"F": font})
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
    content = text_of(lambda _: write(BEFORE)) + b"q 300 0 0 30 40 146 cm /P Do Q"
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
    made.page(text_of(lambda _: write(BEFORE)) + inline, fonts={"F": font})
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
        text_of(write, at=(5, 5)),
        Type=Name.Pattern,
        PatternType=1,
        PaintType=1,
        TilingType=1,
        BBox=Array([0, 0, 300, 30]),
        XStep=300,
        YStep=30,
        Resources=Dictionary(Font=Dictionary(F=font)),
    )
    content = text_of(lambda _: write(BEFORE), at=(40, 250))
    content += b"/Pattern cs /P scn 40 100 300 60 re f"
    made.page(content, fonts={"F": font}, resources={"Pattern": Dictionary(P=pattern)})
    return made.data(), (Mark(1, (30, 130, 360, 210)),), ()


def soft_mask():
    made = Made()
    font, write = fonts.standard(made.pdf)
    group = made.form(
        b"1 g " + text_of(write),
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
