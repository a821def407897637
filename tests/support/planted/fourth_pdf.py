"""PDFs with a secret in a fourth set of places, written when the third was found and before any of it was run."""

from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageDraw

from tests.support.planted.fixtures import MISSED
from tests.support.planted.pdf_made import Table, annotation, font, form, image, pdf_of, text_at

FOURTH_PDF = Table()
add, changed, text = FOURTH_PDF.add, FOURTH_PDF.changed, FOURTH_PDF.text
ROW = (119,)
LINE = text_at(72, 600, "{}")


def _in_a_form(name, content, **more):
    def make(secret):
        def xobjects(pdf):
            told = more if secret else {}
            return Dictionary(Fm1=form(pdf, text_at(72, 600, secret or "East"), **told))

        return pdf_of(content if secret else "/Fm1 Do\n", XObject=xobjects)

    add(name, MISSED, ROW, make)


_in_a_form("form pressed to nothing", "/Fm1 Do\n", Matrix=Array([0.001, 0, 0, 0.001, 72, 600]))
_in_a_form("form moved off the page", "q 1 0 0 1 3000 0 cm /Fm1 Do Q\n")
_in_a_form("form in a clip of nothing", "q 0 0 10 10 re W n 500 500 10 10 re W n /Fm1 Do Q\n")
_in_a_form("form under a form", "/Fm1 Do\nq 1 g 60 590 200 30 re f Q\n")


def _shaded(secret):
    def patterns(pdf):
        white = Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1, C0=Array([1, 1, 1]), C1=Array([1, 1, 1]))  # fmt: skip
        shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=Array([0, 0, 600, 0]), Function=white, Extend=Array([True, True]))  # fmt: skip
        return Dictionary(P1=pdf.make_indirect(Dictionary(Type=Name.Pattern, PatternType=2, Shading=shading)))  # fmt: skip

    return pdf_of(f"q /Pattern cs /P1 scn {text_at(72, 600, secret)} Q\n" if secret else "", Pattern=patterns)  # fmt: skip


add("text of a white shading", MISSED, ROW, _shaded)


def _tiled(secret):
    def patterns(pdf):
        made = pdf.make_stream(b" ")
        made.Type, made.PatternType, made.PaintType, made.TilingType = Name.Pattern, 1, 1, 1
        made.BBox, made.XStep, made.YStep = Array([0, 0, 5, 5]), 5, 5
        made.Resources = Dictionary()
        return Dictionary(P1=made)

    return pdf_of(f"q /Pattern cs /P1 scn {text_at(72, 600, secret)} Q\n" if secret else "", Pattern=patterns)  # fmt: skip


add("text of a pattern of nothing", MISSED, ROW, _tiled)
add("page of next to no size", MISSED, ROW, lambda secret: pdf_of(text_at(0.05, 0.05, secret, size=0.2) if secret else "", size=(3, 3) if secret else (595, 842)))  # fmt: skip
text("text behind many others in one place", MISSED, ROW, LINE + "".join(text_at(72, 600, word) for word in ("Northward", "Southward", "Harbour", "Meadows")))  # fmt: skip
text("text in grey on grey", MISSED, ROW, f"q 0.5 g 60 590 200 30 re f 0.52 g {LINE} Q")
text("text that a white line strikes again and again", MISSED, ROW, LINE + "".join(f"q 1 G 2 w 60 {592 + 2 * n} m 200 {592 + 2 * n} l S Q\n" for n in range(12)))  # fmt: skip
text("text that is drawn by its clip alone", MISSED, ROW, "q BT 7 Tr /F1 12 Tf 72 600 Td ({}) Tj ET 1 g 60 590 200 30 re f Q\n")  # fmt: skip
text("text before a page that is drawn over", MISSED, ROW, LINE + "q 1 g 0 0 595 700 re f Q\n" + text_at(72, 650, "East"))  # fmt: skip


def _note_said(kind, **more):
    def change(pdf, secret):
        annotation(pdf, kind, **{key: String(value.replace("{}", secret)) if isinstance(value, str) else value for key, value in more.items()})  # fmt: skip

    return change


changed("words of a note that is shut", MISSED, ROW, _note_said("Text", Contents="{}", Open=False))
changed("number of a note", MISSED, ROW, _note_said("Link", NM="{}", Border=Array([0, 0, 0])))
changed("day of a note", MISSED, ROW, _note_said("Link", M="{}", Border=Array([0, 0, 0])))


def _in_a_grid(secret):
    """A picture of which white lines cover every other row: too fine for an eye, and taken off with one click."""

    def xobjects(pdf):
        made = Image.new("RGB", (200, 60), "white")
        ImageDraw.Draw(made).text((8, 20), secret or "Bins", fill="black")
        return Dictionary(Im1=image(pdf, made))

    over = "q 1 g 70 598 204 64 re f Q\n" if secret else ""
    return pdf_of(f"q 200 0 0 60 72 600 cm /Im1 Do Q\n{over}", XObject=xobjects)


add("picture under a white box", MISSED, ROW, _in_a_grid, is_bare=True)


def _first(pdf):
    return pdf.pages[0].obj


changed("font that no page uses", MISSED, ROW, lambda pdf, secret: _first(pdf).Resources.Font.__setattr__("F9", Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name(f"/{secret}"))))  # fmt: skip
changed("state that no page uses", MISSED, ROW, lambda pdf, secret: _first(pdf).Resources.__setattr__("ExtGState", Dictionary(Gs9=Dictionary(Type=Name.ExtGState, Remark=String(secret)))))  # fmt: skip
changed("form that no page draws", MISSED, ROW, lambda pdf, secret: _first(pdf).Resources.__setattr__("XObject", Dictionary(Fm9=form(pdf, text_at(72, 600, secret)))))  # fmt: skip
changed("day of a change of a page", MISSED, ROW, lambda pdf, secret: _first(pdf).__setattr__("LastModified", String(secret)))  # fmt: skip
changed("mark of a program on a font", MISSED, ROW, lambda pdf, secret: _first(pdf).Resources.Font.__setattr__("F1", Dictionary({**dict(font()), '/Xyz_Note': String(secret)})))  # fmt: skip
