"""PDFs with a secret in a third set of places, written before any was inspected."""

import io

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageDraw

from tests.support.planted.fixtures import MISSED
from tests.support.planted.pdf_made import (
    Table,
    annotation,
    as_bytes,
    font,
    form,
    image,
    pdf_of,
    text_at,
)

THIRD_PDF = Table()
add, changed, text = THIRD_PDF.add, THIRD_PDF.changed, THIRD_PDF.text
ROW = (118,)
LINE = text_at(72, 600, "{}")


def _words(secret, size=(200, 60), ground="white", ink="black"):
    made = Image.new("RGB", size, ground)
    for down in range(size[1] // 3, size[1], 80):
        ImageDraw.Draw(made).text((8, down), f"{secret} " * (size[0] // 200), fill=ink)
    return made


# Colours of other kinds.

_LAB = Array([Name.Lab, Dictionary(WhitePoint=Array([0.95, 1, 1.09]))])
_CAL = Array([Name.CalRGB, Dictionary(WhitePoint=Array([0.95, 1, 1.09]))])
text("white text by Lab", MISSED, ROW, f"q /Cs1 cs 100 0 0 sc {LINE} Q", ColorSpace=Dictionary(Cs1=_LAB))  # fmt: skip
text("white text by a measured colour", MISSED, ROW, f"q /Cs1 cs 1 1 1 sc {LINE} Q", ColorSpace=Dictionary(Cs1=_CAL))  # fmt: skip
text("text of a clear stroke", MISSED, ROW, f"q /Gs1 gs 1 Tr {LINE} Q", ExtGState=Dictionary(Gs1=Dictionary(CA=0)))  # fmt: skip
text("text of lines of no width in white", MISSED, ROW, "q BT 1 Tr 1 G 0 w /F1 12 Tf 72 600 Td ({}) Tj ET Q\n")  # fmt: skip
text("text that is turned over to a line", MISSED, ROW, "q BT /F1 12 Tf 1 0 0 0.001 72 600 Tm ({}) Tj ET Q\n")  # fmt: skip
text("text raised off the page", MISSED, ROW, "q BT /F1 12 Tf 72 600 Td 900 Ts ({}) Tj ET Q\n")
text("text led off the page", MISSED, ROW, "q BT /F1 12 Tf 72 600 Td 2000 TL (East) Tj T* ({}) Tj ET Q\n")  # fmt: skip
text("text spaced off the page", MISSED, ROW, "q BT /F1 12 Tf 900 600 Td 900 Tc ({}) Tj ET Q\n")
text("text in a box that no line closes", MISSED, ROW, "q 72 590 m 72 590 l W n " + LINE + " Q")
text("text under a broad stroke of a curve", MISSED, ROW, LINE + "q 0 G 40 w 60 604 m 100 604 200 604 300 604 c S Q\n")  # fmt: skip
text("text under many thin lines", MISSED, ROW, LINE + "".join(f"q 0.4 w 60 {594 + 0.3 * n:.1f} m 200 {594 + 0.3 * n:.1f} l S Q\n" for n in range(70)))  # fmt: skip
text("text under bars of white letters", MISSED, ROW, LINE + "".join(f"q 1 g BT /F1 14 Tf {70 + 3 * n} 599 Td (MMMM) Tj ET Q\n" for n in range(40)))  # fmt: skip
text("words on each other line by line", MISSED, ROW, text_at(72, 600, "{}") + "".join(text_at(72 + d, 600, "XXXXXXXXXXXXXX") for d in (0, 2, 4, 6, 8)))  # fmt: skip

# Pictures.


def _pictured(name, made, content, *, change=None):
    """List a page with a picture that says the secret; the twin's says something else and is seen."""

    def make(secret):
        def xobjects(pdf):
            one = image(pdf, made(secret or "Bins"))
            if secret and change:
                change(pdf, one)
            return Dictionary(Im1=one)

        return pdf_of(content if secret else "q 200 0 0 60 72 600 cm /Im1 Do Q\n", XObject=xobjects)

    add(name, MISSED, ROW, make, is_bare=True)


_pictured("page drawn as a stamp", lambda words: _words(words, (1200, 1600)), "q 9 0 0 12 72 600 cm /Im1 Do Q\n")  # fmt: skip
_pictured("picture under white letters", _words, "q 200 0 0 60 72 600 cm /Im1 Do Q\n" + "".join(f"q 1 g BT /F1 90 Tf {60 + 5 * n} 598 Td (MMM) Tj ET Q\n" for n in range(40)))  # fmt: skip
_pictured("picture of a size that it has not", lambda words: _words(words, (200, 120)), "q 200 0 0 60 72 600 cm /Im1 Do Q\n", change=lambda _pdf, one: one.__setattr__("Height", 30))  # fmt: skip
text("white text on a white picture", MISSED, ROW, f"q 200 0 0 60 60 580 cm /Im1 Do Q q 1 g {LINE} Q", XObject=lambda pdf: Dictionary(Im1=image(pdf, Image.new("RGB", (20, 20), "white"))))  # fmt: skip


def _drawn_clear(secret):
    def xobjects(pdf):
        return Dictionary(Im1=image(pdf, _words(secret or "Bins")))

    state = Dictionary(Gs1=Dictionary(ca=0 if secret else 1))
    return pdf_of("q /Gs1 gs 200 0 0 60 72 600 cm /Im1 Do Q\n", XObject=xobjects, ExtGState=state)


add("picture that a clear state draws", MISSED, ROW, _drawn_clear, is_bare=True)


def _layered(pdf, made):
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Bins")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(OFF=Array([group]), Order=Array([])))  # fmt: skip
    made.OC = group


def _on_a_layer(secret):
    def xobjects(pdf):
        made = form(pdf, text_at(72, 600, secret or "East"))
        if secret:
            _layered(pdf, made)
        return Dictionary(Fm1=made)

    return pdf_of("/Fm1 Do\n", XObject=xobjects)


add("drawing on a layer that is off", MISSED, ROW, _on_a_layer)


def _drawn_note(content="", rect=(72, 500, 300, 540), **more):
    """Return what puts a box with words on the page, drawn as told."""

    def change(pdf, secret):
        held = {key: value(pdf) if callable(value) else value for key, value in more.items()}
        look = form(pdf, (content or text_at(2, 10, "{}")).replace("{}", secret), BBox=Array([0, 0, 228, 40]), **held.pop("Look", {}))  # fmt: skip
        return annotation(pdf, "FreeText", rect, F=4, DA=String("/F1 12 Tf 0 g"), AP=Dictionary(N=look), **held)  # fmt: skip

    return change


changed("note in white letters", MISSED, ROW, _drawn_note("q 1 g " + text_at(2, 10, "{}") + " Q"))
changed("note pressed to nothing", MISSED, ROW, _drawn_note(Look={"Matrix": Array([0.001, 0, 0, 0.001, 0, 0])}, rect=(72, 500, 72.2, 500.2)))  # fmt: skip
changed("note whose look is cut", MISSED, ROW, _drawn_note(text_at(2, 300, "{}")))


def _note_on_a_layer(pdf, secret):
    _layered(pdf, _drawn_note()(pdf, secret))


changed("note on a layer that is off", MISSED, ROW, _note_on_a_layer)


def _note_under_a_note(pdf, secret):
    _drawn_note()(pdf, secret)
    look = form(pdf, "0 g 0 0 228 40 re f", BBox=Array([0, 0, 228, 40]))
    annotation(pdf, "Square", (72, 500, 300, 540), F=4, AP=Dictionary(N=look))


changed("note under a note", MISSED, ROW, _note_under_a_note)


def _form_field(look="", flags=0, **more):
    def change(pdf, secret):
        held = form(pdf, look.replace("{}", secret), BBox=Array([0, 0, 228, 40]))
        made = annotation(pdf, "Widget", FT=Name.Tx, T=String("a"), F=4, Ff=flags, DA=String("/F1 12 Tf 0 g"), V=String(secret), AP=Dictionary(N=held), **more)  # fmt: skip
        pdf.Root.AcroForm = Dictionary(Fields=Array([made]), DR=Dictionary(Font=Dictionary(F1=font())))  # fmt: skip

    return change


changed("value of a secret field", MISSED, ROW, _form_field(text_at(2, 10, "*****"), 1 << 13))
changed("value in white letters", MISSED, ROW, _form_field("q 1 g " + text_at(2, 10, "{}") + " Q"))
changed("value below its field", MISSED, ROW, _form_field(text_at(2, 30, "East") + text_at(2, -30, "{}"), 1 << 12))  # fmt: skip
changed("value that its look does not say", MISSED, ROW, _form_field(text_at(2, 10, "East")))

# Beside the pages.


def _first(pdf):
    return pdf.pages[0].obj


def _in_font(**more):
    def change(pdf, secret):
        made = _first(pdf).Resources.Font.F1
        made.FontDescriptor = Dictionary({"/Type": Name.FontDescriptor, "/FontName": Name.Helvetica, **{f"/{key}": String(value.replace("{}", secret)) for key, value in more.items()}})  # fmt: skip

    return change


changed("family of a font", MISSED, ROW, _in_font(FontFamily="{}"))
changed("signs of a font", MISSED, ROW, _in_font(CharSet="/{}"))
changed("language of a part", MISSED, ROW, lambda pdf, secret: pdf.Root.__setattr__("StructTreeRoot", Dictionary(Type=Name.StructTreeRoot, K=Array([Dictionary(Type=Name.StructElem, S=Name.P, Lang=String(secret))]))))  # fmt: skip
changed("id of a part", MISSED, ROW, lambda pdf, secret: pdf.Root.__setattr__("StructTreeRoot", Dictionary(Type=Name.StructTreeRoot, K=Array([Dictionary(Type=Name.StructElem, S=Name.P, ID=String(secret))]))))  # fmt: skip
changed("space of names of parts", MISSED, ROW, lambda pdf, secret: pdf.Root.__setattr__("StructTreeRoot", Dictionary(Type=Name.StructTreeRoot, Namespaces=Array([Dictionary(Type=Name.Namespace, NS=String(secret))]))))  # fmt: skip
changed("data of a part of a run", MISSED, ROW, lambda pdf, secret: pdf.Root.__setattr__("DPartRoot", Dictionary(Type=Name.DPartRoot, DPartRootNode=Dictionary(Type=Name.DPart, DPM=Dictionary(CIP4_Root=Dictionary(Recipient=String(secret)))))))  # fmt: skip
changed("legal words of a file", MISSED, ROW, lambda pdf, secret: pdf.Root.__setattr__("Legal", Dictionary(Attestation=String(secret))))  # fmt: skip
changed("needs of a viewer", MISSED, ROW, lambda pdf, secret: pdf.Root.__setattr__("Requirements", Array([Dictionary(Type=Name.Requirement, S=Name.EnableJavaScripts, RH=Dictionary(S=Name.JS, Script=String(secret)))])))  # fmt: skip
changed("certificates of long ago", MISSED, ROW, lambda pdf, secret: pdf.Root.__setattr__("DSS", Dictionary(Certs=Array([pdf.make_stream(secret.encode())]))))  # fmt: skip
changed("steps of a page", MISSED, ROW, lambda pdf, secret: _first(pdf).__setattr__("PresSteps", Dictionary(Type=Name.NavNode, NA=Dictionary(S=Name.JavaScript, JS=String(secret)))))  # fmt: skip


def _locked(secret):
    """A PDF that opens without a password, and is encrypted all the same, with words in white."""
    made = pdf_of(f"q 1 g {text_at(72, 600, secret)} Q" if secret else "")
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(made)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="a", user="", R=4), static_id=True) if secret else pdf.save(out, static_id=True)  # fmt: skip
    return out.getvalue()


add("white words in a locked file", MISSED, ROW, _locked, is_bare=True)


def _photograph_with_more(secret):
    def xobjects(pdf):
        picture = _words("Bins")
        data = as_bytes(picture)
        if secret:
            data = (
                data[:2] + b"\xff\xfe" + (len(secret) + 2).to_bytes(2) + secret.encode() + data[2:]
            )
        return Dictionary(Im1=image(pdf, picture, data))

    return pdf_of("q 200 0 0 60 72 600 cm /Im1 Do Q\n", XObject=xobjects)


add("remark in a photograph of a page", MISSED, ROW, _photograph_with_more)
