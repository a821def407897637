"""PDFs made for tests of inspections: a page that says something ordinary, and what is added to it."""

import io
import warnings
from functools import cache

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageDraw

from tests.support.planted.fixtures import Planted

VISIBLE = "BT /F1 12 Tf 72 720 Td (There were 31 bins in the North ward.) Tj ET\n"


def font():
    """Return a font that every reader has."""
    return Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding
    )


def pdf_of(*contents, size=(595, 842), change=None, saved=None, visible=VISIBLE, **resources):
    """Return the bytes of a PDF with a page for each text of instructions, under the ordinary one."""
    pdf = pikepdf.new()
    for content in contents or ("",):
        page = pdf.add_blank_page(page_size=size)
        held = {"Font": Dictionary(F1=font()), **resources}
        page.Resources = Dictionary(
            {f"/{key}": value(pdf) if callable(value) else value for key, value in held.items()}
        )
        page.Contents = pdf.make_stream((visible + content).encode("latin-1"))
    if change:
        change(pdf)
    return bytes_of(pdf, **(saved or {}))


def bytes_of(pdf, **how):
    """Return a PDF's bytes, the same in each run."""
    out = io.BytesIO()
    with warnings.catch_warnings():
        # A field that no form knows is what is planted.
        warnings.simplefilter("ignore")
        pdf.save(out, **{"static_id": True, **how})
    return out.getvalue()


def text_at(x, y, text, before="", size=12):
    """Return the instructions that write a text at a place."""
    return f"q BT {before} /F1 {size} Tf {x} {y} Td ({text}) Tj ET Q\n"


def photograph(width=120, height=80, *, mode="RGB"):
    """Return a picture with something on it."""
    picture = Image.new(mode, (width, height), "white")
    draw = ImageDraw.Draw(picture)
    for number in range(0, width, 8):
        draw.line(
            (number, 0, width - number, height), fill="navy" if mode == "RGB" else 60, width=3
        )
    return picture


def as_bytes(picture, format_="JPEG", **how):
    """Return a picture as a file."""
    out = io.BytesIO()
    picture.save(out, format_, **how)
    return out.getvalue()


def image(pdf, picture=None, data=None, **more):
    """Return a picture as an object of a PDF, as JPEG."""
    picture = picture or photograph()
    made = pdf.make_stream(data or as_bytes(picture))
    made.Type, made.Subtype = Name.XObject, Name.Image
    made.Width, made.Height = picture.size
    made.ColorSpace = Name.DeviceRGB if picture.mode == "RGB" else Name.DeviceGray
    made.BitsPerComponent = 8
    made.Filter = Name.DCTDecode
    for key, value in more.items():
        made[f"/{key}"] = value
    return made


def form(pdf, content, **more):
    """Return a drawing as an object of a PDF."""
    made = pdf.make_stream(content.encode("latin-1"))
    made.Type, made.Subtype = Name.XObject, Name.Form
    made.BBox = Array([0, 0, 595, 842])
    made.Resources = Dictionary(Font=Dictionary(F1=font()))
    for key, value in more.items():
        made[f"/{key}"] = value
    return made


def annotation(pdf, kind, rect=(72, 500, 300, 540), **more):
    """Put something of a kind on the first page, and return it."""
    held = {f"/{key}": value for key, value in more.items()}
    made = pdf.make_indirect(
        Dictionary(
            {"/Type": Name.Annot, "/Subtype": Name(f"/{kind}"), "/Rect": Array(rect), **held}
        )
    )
    page = pdf.pages[0].obj
    if "/Annots" not in page:
        page.Annots = Array([])
    page.Annots.append(made)
    return made


def attached(pdf, data, name="notes.txt", **more):
    """Return a file as it is attached."""
    held = pdf.make_stream(data)
    held.Type = Name.EmbeddedFile
    return pdf.make_indirect(
        Dictionary(
            {
                "/Type": Name.Filespec,
                "/F": String(name),
                "/UF": String(name),
                "/EF": Dictionary(F=held),
                **{f"/{key}": value for key, value in more.items()},
            }
        )
    )


def appended(data, number, body):
    """Return a PDF with another version of one of its objects behind its end, as programs save quickly."""
    start = data.rfind(b"startxref")
    previous = int(data[start + 9 :].split()[0])
    pdf = pikepdf.open(io.BytesIO(data))
    size = max(len(pdf.objects) + 1, number + 1)
    at = len(data)
    new = b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"xref\n%d 1\n%010d 00000 n \n" % (number, at)
    root = pdf.Root.objgen[0]
    end = b"trailer\n<</Size %d/Root %d 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n"
    return data + new + table + end % (size, root, previous, at + len(new))


class Table:
    """Fixtures that are rows: a name, a code, and what makes the file of a secret."""

    def __init__(self):
        """Begin with none."""
        self.all = []

    def add(self, name, code, rows, make, *, is_bare=False):
        """Add one; the twin is made without the secret by the same function."""
        self.all.append(Planted(name, rows, code, cache(make), is_bare))

    def text(self, name, code, rows, content, *, is_bare=False, **resources):
        """Add a page of which the secret stands at `{}` among the instructions; the twin lacks them all."""

        def make(secret):
            held = content.replace("{}", secret) if secret else ""
            kept = resources if secret else {}
            return pdf_of(held, **kept)

        self.add(name, code, rows, make, is_bare=is_bare)

    def changed(self, name, code, rows, change, *, content="", is_bare=False, **resources):
        """Add a PDF that `change` is given with the secret; the twin is as it was."""

        def make(secret):
            return pdf_of(
                content, change=(lambda pdf: change(pdf, secret)) if secret else None, **resources
            )

        self.add(name, code, rows, make, is_bare=is_bare)
