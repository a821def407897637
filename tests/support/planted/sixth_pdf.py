"""PDFs with a secret in a sixth set of places, written when the fifth was found and before any of it was run."""

from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageDraw

from tests.support.planted.fixtures import MISSED
from tests.support.planted.pdf_made import Table, annotation, form, image, pdf_of, text_at

SIXTH_PDF = Table()
add, changed, text = SIXTH_PDF.add, SIXTH_PDF.changed, SIXTH_PDF.text
ROW = (121,)
LINE = text_at(72, 600, "{}")


def _name(words):
    return f"sixth {words}"


def _lettered(words):
    made = Image.new("RGB", (200, 60), "white")
    ImageDraw.Draw(made).text((8, 20), words or "Bins", fill="black")
    return made


text(
    _name("text under a triangle"), MISSED, ROW, LINE + "q 1 g 40 590 m 400 590 l 220 700 l h f Q\n"
)
text(_name("text under a box of its own ink"), MISSED, ROW, LINE + "q 0 g 60 590 200 30 re f Q\n")
text(_name("text under a box that is filled twice over"), MISSED, ROW, LINE + "q 1 g 60 590 200 30 re 60 590 200 30 re f Q\n")  # fmt: skip
text(_name("text in a clip that is emptied by a second"), MISSED, ROW, "q 60 590 50 30 re W n 200 590 50 30 re W n " + LINE + "Q\n")  # fmt: skip
text(
    _name("text set at the foot of a great letter"),
    MISSED,
    ROW,
    LINE + "q 1 g BT /F1 900 Tf 20 300 Td (H) Tj ET Q\n",
)
text(_name("text between two words on a line of its own"), MISSED, ROW, "q BT /F1 12 Tf 72 600 Td [(East) 200000 ({}) -200000 (West)] TJ ET Q\n")  # fmt: skip
text(
    _name("text with a rise that lifts it"),
    MISSED,
    ROW,
    "q BT /F1 12 Tf 900 Ts 72 600 Td ({}) Tj ET Q\n",
)
text(
    _name("text that a leading moves below"),
    MISSED,
    ROW,
    "q BT /F1 12 Tf 2000 TL 72 600 Td T* ({}) Tj ET Q\n",
)
text(
    _name("text drawn one thousandth high"),
    MISSED,
    ROW,
    "q 1 0 0 0.001 0 600 cm BT /F1 12 Tf 72 0 Td ({}) Tj ET Q\n",
)
text(_name("text of a pen as white as its page"), MISSED, ROW, "q 1 1 1 RG 1 1 1 rg BT 2 Tr /F1 12 Tf 72 600 Td ({}) Tj ET Q\n")  # fmt: skip
text(
    _name("text in two inks that leave no mark"),
    MISSED,
    ROW,
    "q 0 0 0 0 k BT /F1 12 Tf 72 600 Td ({}) Tj ET Q\n",
)


def _under_form(secret):
    def xobjects(pdf):
        return Dictionary(Fm1=form(pdf, "q 1 g 0 0 595 842 re f Q " + text_at(72, 650, "East")))

    if not secret:
        return pdf_of("")
    return pdf_of(text_at(72, 600, secret) + "q 1 0 0 1 0 0 cm /Fm1 Do Q\n", XObject=xobjects)


add(_name("text under a letterhead"), MISSED, ROW, _under_form)


def _grouped(secret):
    """A group that is drawn at no strength."""

    def xobjects(pdf):
        return Dictionary(
            Fm1=form(pdf, text_at(72, 600, secret or "East"), Group=Dictionary(S=Name.Transparency))
        )

    def states(_pdf):
        return Dictionary(Gs1=Dictionary(ca=0.0 if secret else 1.0, CA=0.0 if secret else 1.0))

    return pdf_of("q /Gs1 gs /Fm1 Do Q\n", XObject=xobjects, ExtGState=states)


add(_name("form that is drawn at no strength"), MISSED, ROW, _grouped)


def _masked(secret):
    def xobjects(pdf):
        made = image(pdf, _lettered(secret))
        if secret:
            made.Mask = image(pdf, Image.new("L", (200, 60), 255), ImageMask=True)
            del made.Mask.ColorSpace
        return Dictionary(Im1=made)

    return pdf_of("q 200 0 0 60 72 600 cm /Im1 Do Q\n", XObject=xobjects)


add(_name("picture behind a stencil"), MISSED, ROW, _masked, is_bare=True)


def _far_picture(secret):
    def xobjects(pdf):
        return Dictionary(Im1=image(pdf, _lettered(secret)))

    move = (
        "q 200 0 0 60 -400 600 cm /Im1 Do Q\n" if secret else "q 200 0 0 60 72 600 cm /Im1 Do Q\n"
    )
    return pdf_of(move, XObject=xobjects)


add(_name("picture left of its page"), MISSED, ROW, _far_picture, is_bare=True)
changed(_name("words of a note that opens none"), MISSED, ROW, lambda pdf, secret: annotation(pdf, "Popup", Contents=String(secret), Open=False))  # fmt: skip
changed(_name("words a link says to listeners"), MISSED, ROW, lambda pdf, secret: annotation(pdf, "Link", Border=Array([0, 0, 0]), Contents=String(secret), F=4))  # fmt: skip
changed(_name("place that an outline says"), MISSED, ROW, lambda pdf, secret: pdf.Root.__setattr__("Outlines", pdf.make_indirect(Dictionary(Type=Name.Outlines, Count=0, Note=String(secret)))))  # fmt: skip
changed(_name("font of which a note says whose it is"), MISSED, ROW, lambda pdf, secret: pdf.pages[0].obj.Resources.Font.F1.__setattr__("FontDescriptor", pdf.make_indirect(Dictionary(Type=Name.FontDescriptor, FontName=Name.Helvetica, Flags=32, FontBBox=Array([0, 0, 1, 1]), ItalicAngle=0, Ascent=1, Descent=0, CapHeight=1, StemV=1, CharSet=String(f"/{secret}")))))  # fmt: skip
changed(_name("state that a page keeps for a printer"), MISSED, ROW, lambda pdf, secret: pdf.pages[0].obj.__setattr__("PZ", Dictionary(Ink=String(secret))))  # fmt: skip
