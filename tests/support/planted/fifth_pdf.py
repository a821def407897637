"""PDFs with a secret in a fifth set of places, written before any of it was run."""

import zlib

from pikepdf import Array, Dictionary, Name, Stream, StreamDecodeLevel, String
from PIL import Image, ImageDraw

from tests.support.planted.fixtures import MISSED
from tests.support.planted.pdf_made import Table, annotation, font, form, image, pdf_of, text_at

FIFTH_PDF = Table()
add, changed, text = FIFTH_PDF.add, FIFTH_PDF.changed, FIFTH_PDF.text
ROW = (120,)
LINE = text_at(72, 600, "{}")


def _name(words):
    return f"fifth {words}"


def _lettered(words, *, size=(200, 60), ink="black", ground="white"):
    made = Image.new("RGB", size, ground)
    ImageDraw.Draw(made).text((8, 20), words or "Bins", fill=ink)
    return made


def _pictured(name, content, change=None, **how):
    """List a page with a picture of words, of which something is changed if there is a secret."""

    def make(secret):
        def xobjects(pdf):
            made = image(pdf, _lettered(secret, **(how if secret else {})))
            if secret and change:
                change(pdf, made)
            return Dictionary(Im1=made)

        usual = "q 200 0 0 60 72 600 cm /Im1 Do Q\n"
        return pdf_of(content if secret else usual, XObject=xobjects)

    add(_name(name), MISSED, ROW, make, is_bare=True)


def _stated(name, state, content):
    """List a text that is drawn in a state of graphics."""

    def make(secret):
        return pdf_of(content.replace("{}", secret) if secret else "", ExtGState=lambda pdf: Dictionary(Gs1=state(pdf)))  # fmt: skip

    add(_name(name), MISSED, ROW, make)


# Words that another thing hides.
text(
    _name("text under two halves"),
    MISSED,
    ROW,
    LINE + "q 1 g 60 590 60 30 re f 120 590 60 30 re f Q\n",
)
text(_name("text under many small boxes"), MISSED, ROW, LINE + "q 1 g " + "".join(f"{60 + 4 * n} 590 4 30 re f " for n in range(30)) + "Q\n")  # fmt: skip
text(_name("text under a picture within the instructions"), MISSED, ROW, LINE + "q 200 0 0 30 60 590 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q\n")  # fmt: skip
text(_name("text under a round shape"), MISSED, ROW, LINE + "q 1 g 60 600 m 60 700 300 700 300 600 c 300 500 60 500 60 600 c f Q\n")  # fmt: skip
text(_name("text under a stroke of dashes"), MISSED, ROW, LINE + "q 1 G 30 w [1000 1] 0 d 60 604 m 300 604 l S Q\n")  # fmt: skip
text(_name("text under a clipped white page"), MISSED, ROW, LINE + "q 60 590 200 30 re W n 1 g 0 0 595 842 re f Q\n")  # fmt: skip
text(_name("text with its negative over it"), MISSED, ROW, LINE + "q 1 g 1 G BT 2 Tr 4 w /F1 12 Tf 72 600 Td ({}) Tj ET Q\n")  # fmt: skip
text(
    _name("text of letters set on a heap"),
    MISSED,
    ROW,
    "q BT /F1 12 Tf -7 Tc 72 600 Td ({}) Tj ET Q\n",
)
text(_name("text that a font of signs draws"), MISSED, ROW, "q BT /F9 12 Tf 72 600 Td ({}) Tj ET Q\n", Font=Dictionary(F1=font(), F9=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.ZapfDingbats)))  # fmt: skip
text(
    _name("text turned over and over to a dot"),
    MISSED,
    ROW,
    "q 0.01 0 0 0.01 72 600 cm BT /F1 12 Tf ({}) Tj ET Q\n",
)
text(
    _name("text at an angle that flattens it"),
    MISSED,
    ROW,
    "q BT /F1 12 Tf 1 1 1 1.0001 72 600 Tm ({}) Tj ET Q\n",
)
text(_name("text in the white of a measured grey"), MISSED, ROW, "q /Cg cs 1 sc BT /F1 12 Tf 72 600 Td ({}) Tj ET Q\n", ColorSpace=Dictionary(Cg=Array([Name.CalGray, Dictionary(WhitePoint=Array([0.95, 1, 1.09]))])))  # fmt: skip
text(_name("text in a colour of a list"), MISSED, ROW, "q /Ci cs 0 sc BT /F1 12 Tf 72 600 Td ({}) Tj ET Q\n", ColorSpace=Dictionary(Ci=Array([Name.Indexed, Name.DeviceRGB, 0, String(b"\xff\xff\xff")])))  # fmt: skip


def _white_ink(pdf):
    made = Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1, C0=Array([0, 0, 0, 0]), C1=Array([0, 0, 0, 0.004]))  # fmt: skip
    return Dictionary(Cs=Array([Name.Separation, Name.Quiet, Name.DeviceCMYK, made]))


text(_name("text in an ink that is paper"), MISSED, ROW, "q /Cs cs 1 scn BT /F1 12 Tf 72 600 Td ({}) Tj ET Q\n", ColorSpace=_white_ink)  # fmt: skip
_stated("text in a mask of darkness", lambda pdf: Dictionary(SMask=Dictionary(S=Name.Luminosity, G=form(pdf, "0 g 0 0 595 842 re f\n", Group=Dictionary(S=Name.Transparency, CS=Name.DeviceGray)))), f"q /Gs1 gs {LINE} Q\n")  # fmt: skip
_stated("text as a difference from itself", lambda _: Dictionary(BM=Name.Difference), f"{LINE}q /Gs1 gs 1 g 60 590 200 30 re f 60 590 200 30 re f Q q 1 g 60 590 200 30 re f Q\n")  # fmt: skip
_stated("text burnt into white", lambda _: Dictionary(BM=Name.ColorDodge), f"{LINE}q /Gs1 gs 1 g 60 590 200 30 re f Q q /Gs1 gs 0.999 g 60 590 200 30 re f Q\n".replace("Q q", "Q\nq") )  # fmt: skip
_stated(
    "text under a box that is all but solid",
    lambda _: Dictionary(ca=0.99),
    f"{LINE}q /Gs1 gs 1 g 60 590 200 30 re f Q\n",
)

# Pictures of words.
_pictured("picture turned over to a line", "q 200 0 0 0.01 72 600 cm /Im1 Do Q\n")
_pictured("picture under many small boxes", "q 200 0 0 60 72 600 cm /Im1 Do Q\nq 1 g " + "".join(f"{70 + 8 * n} 595 8 70 re f " for n in range(27)) + "Q\n")  # fmt: skip
_pictured(
    "picture clipped by a path of nothing",
    "q 72 600 m 300 600 l 72 600 l W n 200 0 0 60 72 600 cm /Im1 Do Q\n",
)
_pictured(
    "picture with letters a shade off", "q 200 0 0 60 72 600 cm /Im1 Do Q\n", ink=(252, 252, 252)
)
_pictured("picture that its colours leave out", "q 200 0 0 60 72 600 cm /Im1 Do Q\n", lambda _, made: made.__setattr__("Mask", Array([0, 254, 0, 254, 0, 254])))  # fmt: skip
_pictured("picture under a picture", "q 200 0 0 60 72 600 cm /Im1 Do Q\nq 204 0 0 64 70 598 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q\n")  # fmt: skip


# Notes and fields.
def _white_look(pdf, made, words):
    made.AP = Dictionary(N=form(pdf, words, BBox=Array([0, 0, 228, 40])))


changed(_name("words of a note in letters of no size"), MISSED, ROW, lambda pdf, secret: _white_look(pdf, annotation(pdf, "FreeText"), text_at(5, 5, secret, size=0.2)))  # fmt: skip
changed(_name("words of a note under its own box"), MISSED, ROW, lambda pdf, secret: _white_look(pdf, annotation(pdf, "Stamp"), text_at(5, 5, secret) + "q 1 g 0 0 228 40 re f Q\n"))  # fmt: skip
changed(_name("words of a note off its own box"), MISSED, ROW, lambda pdf, secret: _white_look(pdf, annotation(pdf, "Stamp"), text_at(5, 500, secret)))  # fmt: skip
changed(_name("note of which the look is turned to nothing"), MISSED, ROW, lambda pdf, secret: annotation(pdf, "Stamp").__setattr__("AP", Dictionary(N=form(pdf, text_at(5, 5, secret), Matrix=Array([1, 0, 0, 0, 0, 0])))))  # fmt: skip


def _ticked(pdf, secret):
    looks = Dictionary(N=Dictionary({"/Off": form(pdf, ""), f"/{secret}": form(pdf, "")}))
    annotation(pdf, "Widget", FT=Name.Btn, T=String("a"), AS=Name.Off, AP=looks)


changed(_name("name of the look of a tick"), MISSED, ROW, _ticked)


def _comb(pdf, secret):
    held = annotation(pdf, "Widget", FT=Name.Tx, T=String("a"), V=String(secret), Ff=1 << 24, MaxLen=3, DA=String("/F1 0 Tf 1 1 1 rg"))  # fmt: skip
    pdf.Root.AcroForm = Dictionary(Fields=Array([held]), NeedAppearances=True, DR=Dictionary(Font=Dictionary(F1=font())))  # fmt: skip


changed(_name("value of a field that is drawn anew in white"), MISSED, ROW, _comb)


# Parts of a file.
def _late(pdf, secret):
    """A page whose parent does not list it, kept by a bookmark's place."""
    other = pdf.make_indirect(Dictionary(Type=Name.Page, MediaBox=Array([0, 0, 595, 842]), Contents=pdf.make_stream(text_at(72, 600, secret).encode()), Resources=Dictionary(Font=Dictionary(F1=font()))))  # fmt: skip
    pdf.Root.OpenAction = Array([other, Name.Fit])


changed(_name("page to which the file opens and that is none of its pages"), MISSED, ROW, _late)


def _lettering(pdf, secret):
    """A font of which one letter that no text uses draws words."""
    held = Dictionary(Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 1000, 1000]), FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), FirstChar=65, LastChar=66, Widths=Array([500, 500]), Encoding=Dictionary(Type=Name.Encoding, Differences=Array([65, Name.A, Name.B])))  # fmt: skip
    held.CharProcs = Dictionary(A=pdf.make_stream(b"500 0 d0 0 0 500 500 re f"), B=pdf.make_stream(b"500 0 d0 " + text_at(0, 0, secret).encode()))  # fmt: skip
    held.Resources = Dictionary(Font=Dictionary(F1=font()))
    page = pdf.pages[0].obj
    page.Resources.Font.F3 = pdf.make_indirect(held)
    page.Contents = pdf.make_stream(
        page.Contents.read_bytes() + b"q BT /F3 12 Tf 72 500 Td (A) Tj ET Q\n"
    )


changed(
    _name("words of a form in a font of a letter"),
    MISSED,
    ROW,
    _lettering,
)


def _packed(secret):
    """Instructions packed twice over, of which the inner end is followed by more."""

    def change(pdf):
        page = pdf.pages[0].obj
        once = zlib.compress(page.Contents.read_bytes()) + (secret or "").encode()
        made = Stream(pdf, b"")
        made.write(zlib.compress(once), filter=Array([Name.FlateDecode, Name.FlateDecode]))
        page.Contents = pdf.make_indirect(made)

    as_it_is = {"compress_streams": False, "stream_decode_level": StreamDecodeLevel.none}
    return pdf_of("", change=change, saved=as_it_is)


add(_name("bytes behind the inner end of instructions packed twice"), MISSED, ROW, _packed, is_bare=True)  # fmt: skip


def _predicted(pdf, secret):
    """A picture of which the rows name filters that spell letters."""
    words = secret.encode()
    rows = b"".join(bytes([each]) + bytes([255] * 8) for each in words)
    made = Stream(pdf, b"")
    made.write(zlib.compress(rows), filter=Name.FlateDecode, decode_parms=Dictionary(Predictor=15, Colors=1, BitsPerComponent=8, Columns=8))  # fmt: skip
    made.Type, made.Subtype, made.Width, made.Height = Name.XObject, Name.Image, 8, len(words)
    made.ColorSpace, made.BitsPerComponent = Name.DeviceGray, 8
    page = pdf.pages[0].obj
    page.Resources.XObject = Dictionary(Im9=pdf.make_indirect(made))
    page.Contents = pdf.make_stream(
        page.Contents.read_bytes() + b"q 50 0 0 50 72 500 cm /Im9 Do Q\n"
    )


changed(
    _name("words spelt by the filters of the rows of a picture"),
    MISSED,
    ROW,
    _predicted,
    is_bare=True,
)
changed(_name("words spelt by the widths of letters"), MISSED, ROW, lambda pdf, secret: pdf.pages[0].obj.Resources.Font.F1.__setattr__("Widths", Array([ord(each) for each in secret])), is_bare=True)  # fmt: skip
changed(_name("words spelt by names of letters"), MISSED, ROW, lambda pdf, secret: pdf.pages[0].obj.Resources.Font.F1.__setattr__("Encoding", Dictionary(Type=Name.Encoding, BaseEncoding=Name.WinAnsiEncoding, Differences=Array([200, *[Name(f"/{each}") for each in secret]]))), is_bare=True)  # fmt: skip
changed(_name("picture of a page among thumbs of no page"), MISSED, ROW, lambda pdf, secret: pdf.pages[0].obj.__setattr__("Thumb", image(pdf, _lettered(secret))), is_bare=True)  # fmt: skip
changed(_name("page cut by its trim"), MISSED, ROW, lambda pdf, secret: (pdf.pages[0].obj.__setattr__("Contents", pdf.make_stream(pdf.pages[0].obj.Contents.read_bytes() + text_at(5, 5, secret, size=6).encode())), pdf.pages[0].obj.__setattr__("CropBox", Array([0, 20, 595, 842]))))  # fmt: skip
changed(_name("words set in a gap of ten thousand points"), MISSED, ROW, lambda pdf, secret: (pdf.pages[0].obj.__setattr__("MediaBox", Array([0, 0, 595, 14400])), pdf.pages[0].obj.__setattr__("Contents", pdf.make_stream(pdf.pages[0].obj.Contents.read_bytes() + text_at(5, 14000, secret, size=4).encode()))))  # fmt: skip
