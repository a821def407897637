"""PDFs with a secret in a second set of places that were thought of without looking at the rules."""

from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageDraw

from tests.support.planted.fixtures import MISSED
from tests.support.planted.pdf_made import Table, as_bytes, form, image, pdf_of, text_at

SECOND_PDF = Table()
add, changed, text = SECOND_PDF.add, SECOND_PDF.changed, SECOND_PDF.text
ROW = (116,)
_PLACED = "q 200 0 0 60 72 600 cm /Im1 Do Q\n"


def _words(secret, mode="RGB"):
    made = Image.new(mode, (200, 60), "white")
    ImageDraw.Draw(made).text((8, 20), secret, fill="black" if mode == "RGB" else 0)
    return made


def _picture(name, **more):
    """List a page with a picture that says the secret; the keys that hide it are left out of the twin."""

    def make(secret):
        picture = _words(secret or "Bins", "L")

        def xobjects(pdf):
            told = more if secret else {}
            return Dictionary(Im1=image(pdf, picture, as_bytes(picture), **told))

        return pdf_of(_PLACED, XObject=xobjects)

    add(name, MISSED, ROW, make, is_bare=True)


_picture("picture whose range is white", Decode=Array([1, 1]))
_picture("picture of which each colour is clear", Mask=Array([0, 255]))
_picture(
    "picture of one ink that is none",
    ColorSpace=Array(
        [
            Name.Separation,
            Name("/None"),
            Name.DeviceGray,
            Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1, C0=Array([1]), C1=Array([1])),
        ]
    ),
)


def _indexed(secret):
    """A picture whose numbers spell a word and whose palette has one colour."""

    def xobjects(pdf):
        picture = _words(secret or "Bins", "L")
        made = pdf.make_stream(bytes(0 if one < 128 else 1 for one in picture.tobytes()))
        made.Type, made.Subtype, made.Width, made.Height = Name.XObject, Name.Image, 200, 60
        made.BitsPerComponent = 8
        colours = b"\xff\xff\xff\xff\xff\xff" if secret else b"\0\0\0\xff\xff\xff"
        made.ColorSpace = Array([Name.Indexed, Name.DeviceRGB, 1, String(colours)])
        return Dictionary(Im1=made)

    return pdf_of(_PLACED, XObject=xobjects)


add("picture of a palette of one colour", MISSED, ROW, _indexed, is_bare=True)
text("text of no width", MISSED, ROW, text_at(72, 600, "{}", "0 Tz"))
text("text drawn one letter on the other", MISSED, ROW, text_at(72, 600, "{}", "-8 Tc"))
text(
    "text mixed away by lightening",
    MISSED,
    ROW,
    f"q /Gs1 gs {text_at(72, 600, '{}')} Q",
    ExtGState=Dictionary(Gs1=Dictionary(BM=Name.Lighten)),
)
text(
    "text of an ink that is none",
    MISSED,
    ROW,
    f"q /Cs1 cs 1 scn {text_at(72, 600, '{}')} Q",
    ColorSpace=Dictionary(
        Cs1=Array(
            [
                Name.Separation,
                Name("/None"),
                Name.DeviceGray,
                Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1, C0=Array([1]), C1=Array([0])),
            ]
        )
    ),
)
text("text as a hole through which nothing is drawn", MISSED, ROW, "q BT 7 Tr /F1 12 Tf 72 600 Td ({}) Tj ET Q\n")  # fmt: skip


def _form_without_a_box(secret):
    def xobjects(pdf):
        return Dictionary(
            Fm1=form(pdf, text_at(72, 600, secret), BBox=Array([0, 0, 0.1, 0.1]))
            if secret
            else form(pdf, text_at(72, 600, "East"))
        )

    return pdf_of("/Fm1 Do\n", XObject=xobjects)


add("form with a box of nothing", MISSED, ROW, _form_without_a_box)


def _letters(secret):
    """Return instructions that draw a word as bars: for each bit of each letter one, drawn where it is set."""
    bits = "".join(f"{ord(one):08b}" for one in secret)
    return "".join(f"{72 + 4 * at} 600 3 12 re f\n" for at, bit in enumerate(bits) if bit == "1")


def _drawing(before):
    def make(secret):
        return pdf_of(f"q {before if secret else '0 g'} {_letters(secret or 'Bins')} Q\n")

    return make


add("drawing of white shapes on white paper", MISSED, ROW, _drawing("1 g"), is_bare=True)
add("drawing off the page", MISSED, ROW, _drawing("1 0 0 1 0 4000 cm 0 g"), is_bare=True)
add("drawing made too small to see", MISSED, ROW, _drawing("0.0005 0 0 0.0005 300 300 cm 0 g"), is_bare=True)  # fmt: skip


def _tiny_unit(pdf, _secret):
    pdf.pages[0].obj.UserUnit = 0.001


def _small_page(secret):
    return pdf_of(
        text_at(72, 600, secret or "East"), change=(lambda pdf: _tiny_unit(pdf, secret)) if secret else None
    )  # fmt: skip


add("page in a unit of next to nothing", MISSED, ROW, _small_page)


def _inline(secret):
    """A picture among the instructions of one dot, with more bytes than its dot needs."""
    held = f"q 10 0 0 10 72 600 cm BI /W 1 /H 1 /BPC 8 /CS /G ID 0{secret} EI Q\n"
    return pdf_of(held if secret else "")


add("bytes behind a picture among instructions", MISSED, ROW, _inline)


def _unreached_page(pdf, secret):
    page = Dictionary(
        Type=Name.Page, MediaBox=Array([0, 0, 595, 842]), Resources=Dictionary(), Contents=pdf.make_stream(f"% {secret}".encode())
    )  # fmt: skip
    pdf.Root.Dests = Dictionary(Plan=Array([pdf.make_indirect(page), Name.Fit]))


changed("page that only a place names", MISSED, ROW, _unreached_page)


def _key_of_the_trailer(pdf, secret):
    pdf.trailer[f"/{secret}"] = 1


changed("key of the trailer", MISSED, ROW, _key_of_the_trailer)


def _transition(pdf, secret):
    pdf.pages[0].obj.Trans = Dictionary(S=Name(f"/{secret}"))


changed("turning of a page with a name", MISSED, ROW, _transition)


def _role(pdf, secret):
    pdf.Root.StructTreeRoot = pdf.make_indirect(
        Dictionary(Type=Name.StructTreeRoot, ClassMap=Dictionary({f"/{secret}": Dictionary(O=Name.Layout)}))
    )  # fmt: skip


changed("class of the structure", MISSED, ROW, _role)


def _preferences(pdf, secret):
    pdf.Root.ViewerPreferences = Dictionary(Direction=Name(f"/{secret}"))


changed("preference of a viewer", MISSED, ROW, _preferences)
