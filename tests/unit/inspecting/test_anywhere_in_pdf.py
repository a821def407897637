"""A secret in any object of a PDF, put there in a way that no rule was written for, is found."""

import io

import pikepdf
import pytest
import typst
from pikepdf import Array, Dictionary, Name, String

from answerable.inspecting.child import inspected
from tests.support.planted.fixtures import SECRET
from tests.support.planted.pdf_made import annotation, bytes_of, form, image, pdf_of, text_at


def rich():
    """Return a PDF with an object of most kinds."""

    def change(pdf):
        page = pdf.pages[0].obj
        annotation(pdf, "Link", A=Dictionary(S=Name.URI, URI=String("https://www.example.org")))
        item = pdf.make_indirect(
            Dictionary(Title=String("North ward"), Dest=Array([page, Name.Fit]))
        )
        pdf.Root.Outlines = pdf.make_indirect(Dictionary(Type=Name.Outlines, First=item, Last=item))
        pdf.Root.PageLabels = pdf.make_indirect(Dictionary(Nums=Array([0, Dictionary(S=Name.D)])))
        page.Group = pdf.make_indirect(Dictionary(S=Name.Transparency, CS=Name.DeviceRGB))

    return pdf_of(
        "q 200 0 0 120 72 500 cm /Im1 Do Q /Fm1 Do\n",
        change=change,
        XObject=lambda pdf: Dictionary(
            Im1=image(pdf), Fm1=form(pdf, text_at(72, 400, "South ward") + "70 390 m 90 390 l S")
        ),
    )


TYPST = (
    b'#set document(title: "Bins")\n#set heading(numbering: "1.")\n#outline()\n= Bins\n'
    b"#table(columns: 2)[North][31]\n$ x^2 $"
)
FILES = {"made": rich(), "typst": typst.compile(TYPST)}


def under_a_key(_, one):
    """Add a text under a key that no object has."""
    one["/Remark"] = String(f"for {SECRET}")


def as_a_key(_, one):
    """Add a key that is the secret."""
    one[f"/{SECRET}"] = 1


def as_a_name(_, one):
    """Add a name under a key that no object has."""
    one["/X"] = Name(f"/{SECRET}")


def in_a_drawing(pdf, one):
    """Add a stream under a key that no object has."""
    one["/X"] = pdf.make_stream(text_at(72, 600, SECRET).encode())


def instead(_, one):
    """Put a text in the place of the first number or name that says how something looks."""
    for key, value in one.items():
        if key not in KEPT and isinstance(value, (int, Name)) and not isinstance(value, bool):
            one[key] = String(f"for {SECRET}")
            return


KEPT = ("/Type", "/Length", "/Filter", "/W", "/S", "/Subtype")
WAYS = (under_a_key, as_a_key, as_a_name, in_a_drawing, instead)


def said(inspection):
    """Return what was found, and where."""
    return {(one.code, one.where, one.evidence) for one in inspection.findings}


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("name", FILES)
def test_a_secret_in_any_object_is_found(name, way):
    data = bytes_of(pikepdf.open(io.BytesIO(FILES[name])))
    before = said(inspected(data, "f.pdf"))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        count = len(pdf.objects)
    missed = []
    for number in range(count):
        with pikepdf.open(io.BytesIO(data)) as pdf:
            one = pdf.objects[number]
            if not isinstance(one, (Dictionary, pikepdf.Stream)):
                continue
            kind = str(one.get("/Type") or one.get("/Subtype") or one.get("/S"))
            way(pdf, one)
            changed = bytes_of(pdf)
        inspection = inspected(changed, "f.pdf")
        if (
            SECRET.encode() in _unpacked(changed)
            and not inspection.reason
            and said(inspection) <= before
        ):
            missed.append(f"{number} {kind}")

    assert missed == []


def _unpacked(data):
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return bytes_of(pdf, qdf=True)


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
def test_a_secret_anywhere_among_the_bytes_of_the_file_is_found(name):
    data = bytes_of(pikepdf.open(io.BytesIO(FILES[name])))
    before = said(inspected(data, "f.pdf"))
    missed = []
    for mark in (b"endobj\n", b"endstream\n", b"trailer", b"startxref\n", b"%%EOF\n"):
        for what in (
            SECRET.encode(),
            b"% " + SECRET.encode() + b"\n",
            b"(" + SECRET.encode() + b")\n",
        ):
            at = data.rindex(mark) + (len(mark) if mark.endswith(b"\n") else 0)
            inspection = inspected(data[:at] + what + data[at:], "f.pdf")
            if not inspection.reason and said(inspection) <= before:
                missed.append((mark, what))

    assert missed == []
