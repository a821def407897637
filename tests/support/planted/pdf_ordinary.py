"""Ordinary PDFs, as offices and their programs make them: none of them may be stopped."""

import pikepdf
import typst
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from tests.support.planted.pdf_made import (
    annotation,
    as_bytes,
    form,
    image,
    pdf_of,
    photograph,
    text_at,
)
from tests.support.planted.pdf_texts import scanned

SENTENCES = "There were 31 bins in the North ward, and 27 in the South. "
LETTER = "= Your request\n\nDear Sir or Madam,\n\n" + SENTENCES * 6
TABLE = '#table(columns: 3, fill: (x, y) => if y == 0 { rgb("#1d70b8") }, [Ward], [Bins], [Cost], [North], [31], [£4.20])\n'
TYPST = {
    "letter": LETTER,
    "contents": '#set page(numbering: "1 of 1")\n#set heading(numbering: "1.")\n#outline()\n' + "\n".join(f"= Part {n}\n{SENTENCES * 20}" for n in range(5)),
    "table": TABLE,
    "white-on-blue": '#table(fill: rgb("#1d70b8"), text(white)[Ward], text(white)[Bins])',
    "dark-page": '#set page(fill: black)\n#set text(white)\n' + LETTER,
    "columns": "#set page(columns: 2)\n" + LETTER * 4,
    "footnotes": "There were 31 bins.#footnote[Counted in May.]",
    "links": '#link("https://www.example.org/bins")[The page about bins] and #link("https://www.example.org")',
    "mathematics": "$ sum_(k=1)^n k = (n (n + 1)) / 2 quad integral_0^1 x^2 dif x $\n$ hat(x) + tilde(y) + arrow(v) $",
    "lists": "- North\n- South\n\n+ One\n+ Two\n",
    "small-print": "#text(size: 5pt)[" + SENTENCES + "]",
    "grey": "#text(fill: luma(110))[" + SENTENCES + "]",
    "light-grey": "#text(fill: luma(190))[" + SENTENCES + "]",
    "underlined": "#underline[" + SENTENCES + "] #strike[South] #highlight[North] #overline[East]",
    "turned": "#rotate(90deg, reflow: true)[" + SENTENCES + "] #scale(x: -100%)[Mirror]",
    "watermark": '#set page(background: rotate(24deg, text(90pt, fill: luma(225))[DRAFT]))\n' + LETTER,
    "watermark-above": '#set page(foreground: rotate(24deg, text(90pt, fill: rgb("#ff000030"))[DRAFT]))\n' + LETTER,
    "drawing": "#rect(fill: yellow, width: 4cm)[Bins] #circle(radius: 1cm) #line(length: 5cm) #polygon(fill: blue, (0pt, 0pt), (30pt, 0pt), (15pt, 20pt))",
    "gradient": "#rect(fill: gradient.linear(red, blue), width: 6cm, height: 1cm)",
    "chart": '#stack(dir: ltr, spacing: 4pt, ..range(1, 8).map(n => rect(width: 12pt, height: n * 9pt, fill: rgb("#1d70b8"))))',
    "boxed": "#box(stroke: 1pt, inset: 4pt, fill: luma(240))[" + SENTENCES + "]",
    "landscape": "#set page(flipped: true)\n" + LETTER,
    "languages": "#set text(lang: \"cy\")\nRoedd 31 o finiau yn ward y Gogledd. Ąčłżš éàü ½ € – “ ” …",
    "right-to-left": "#set text(dir: rtl)\n" + SENTENCES,
    "justified": "#set par(justify: true)\n" + LETTER * 3,
    "code": "```\nfor ward in wards: print(ward)\n```",
    "long-table": '#table(columns: 4, fill: (x, y) => if calc.odd(y) { luma(235) }, ..range(400).map(n => str(n)))',
}  # fmt: skip


def _state(**given):
    return Dictionary(GS0=Dictionary(Type=Name.ExtGState, **given))


def _outlined(pdf):
    pages = pdf.pages[0].obj
    item = pdf.make_indirect(
        Dictionary(
            Title=String("31 bins in the North ward"), Dest=Array([pages, Name.XYZ, None, None, 0])
        )
    )
    pdf.Root.Outlines = pdf.make_indirect(
        Dictionary(Type=Name.Outlines, First=item, Last=item, Count=1)
    )
    item.Parent = pdf.Root.Outlines


def _described(pdf):
    pdf.docinfo["/Title"] = "Bins"
    pdf.docinfo["/Producer"] = "A writer 7.4"
    pdf.Root.Lang = String("en-GB")
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.PageMode = Name.UseOutlines
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))


def _cropped(pdf):
    pdf.pages[0].CropBox = Array([20, 20, 575, 822])
    pdf.pages[0].TrimBox = Array([20, 20, 575, 822])


def _linked(pdf):
    annotation(
        pdf,
        "Link",
        A=Dictionary(S=Name.URI, URI=String("https://www.example.org/bins")),
        Border=Array([0, 0, 0]),
    )
    annotation(
        pdf, "Link", A=Dictionary(S=Name.GoTo, D=Array([pdf.pages[0].obj, Name.Fit])), H=Name.I
    )


def _shared(pdf):
    shared = pdf.make_indirect(pdf.pages[0].Resources)
    for page in pdf.pages:
        page.obj.Resources = shared


MADE = {
    "plain": pdf_of,
    "three-pages": lambda: pdf_of("", "", ""),
    "packed": lambda: pdf_of(saved={"object_stream_mode": pikepdf.ObjectStreamMode.generate}),
    "for-the-web": lambda: pdf_of("", "", saved={"linearize": True}),
    "unpacked": lambda: pdf_of(saved={"qdf": True, "static_id": True}),
    "outlined": lambda: pdf_of(change=_outlined),
    "described": lambda: pdf_of(change=_described),
    "slightly-cropped": lambda: pdf_of(change=_cropped),
    "linked": lambda: pdf_of(change=_linked),
    "shared-resources": lambda: pdf_of("/F1 Do\n".replace("/F1 Do", ""), "", change=_shared),
    "photograph": lambda: pdf_of("q 200 0 0 120 72 500 cm /Im1 Do Q\n", XObject=lambda pdf: Dictionary(Im1=image(pdf))),
    "grey-photograph": lambda: pdf_of("q 200 0 0 120 72 500 cm /Im1 Do Q\n", XObject=lambda pdf: Dictionary(Im1=image(pdf, photograph(mode="L")))),
    "photograph-to-the-edge": lambda: pdf_of("q 615 0 0 862 -10 -10 cm /Im1 Do Q\n", visible="", XObject=lambda pdf: Dictionary(Im1=image(pdf))),
    "caption-on-a-photograph": lambda: pdf_of("q 300 0 0 200 72 400 cm /Im1 Do Q\n" + text_at(90, 500, "North ward", "1 0 0 rg"), XObject=lambda pdf: Dictionary(Im1=image(pdf))),
    "logo-with-a-mask": lambda: pdf_of("q 200 0 0 120 72 500 cm /Im1 Do Q\n", XObject=lambda pdf: Dictionary(Im1=image(pdf, SMask=image(pdf, photograph(mode="L"))))),
    "blank-picture": lambda: pdf_of("q 200 0 0 120 72 500 cm /Im1 Do Q\n", XObject=lambda pdf: Dictionary(Im1=image(pdf, Image.new("RGB", (20, 20), "white")))),
    "scan": lambda: scanned(["There", "were", "bins"], []),
    "scan-that-was-read": lambda: scanned(["There", "were", "bins"], ["There", "were", "bins"]),
    "drawing-in-a-form": lambda: pdf_of("/Fm1 Do\n", XObject=lambda pdf: Dictionary(Fm1=form(pdf, text_at(72, 600, "In the South ward there were 27") + "70 590 m 300 590 l S"))),
    "half-clear": lambda: pdf_of("/GS0 gs 0 0 1 rg 70 500 90 90 re f " + text_at(80, 540, "South"), ExtGState=_state(ca=0.5)),
    "clipped-but-seen": lambda: pdf_of("q 60 590 300 40 re W n " + text_at(72, 600, "South ward") + " Q\n"),
    "bold-by-two-strokes": lambda: pdf_of(text_at(72, 600, "South ward") + text_at(72.3, 600, "South ward")),
    "outlined-letters": lambda: pdf_of(text_at(72, 600, "South ward", "2 Tr 0.3 w")),
    "form-lines": lambda: pdf_of(text_at(72, 600, "Name ____________") + text_at(110, 600, "North")),
    "lines-under-text": lambda: pdf_of("0.9 g 70 590 300 30 re f 0 g " + text_at(72, 600, "South ward") + "70 590 m 370 590 l S\n"),
    "turned-page": lambda: pdf_of(change=lambda pdf: setattr(pdf.pages[0], "Rotate", 90)),
    "small-page": lambda: pdf_of(visible=text_at(10, 60, "North ward"), size=(200, 100)),
    "large-page": lambda: pdf_of(visible=text_at(72, 2000, "North ward", size=40), size=(2384, 3370)),
    "inline-picture": lambda: pdf_of("q 20 0 0 20 72 500 cm BI /W 2 /H 2 /BPC 8 /CS /G ID \x00\x99\x99\x00 EI Q\n"),
}  # fmt: skip


def ordinary_pdfs() -> dict[str, bytes]:
    """Return ordinary PDFs by their names."""
    files = {f"typst-{name}.pdf": typst.compile(source.encode()) for name, source in TYPST.items()}
    files |= {f"made-{name}.pdf": make() for name, make in MADE.items()}
    files["by-pillow.pdf"] = as_bytes(photograph(400, 500), "PDF")
    for standard in ("1.7", "a-2b", "a-3b", "ua-1"):
        source = (
            '#set document(title: "Bins", date: datetime(year: 2024, month: 7, day: 1))\n' + LETTER
        )
        files[f"standard-{standard}.pdf"] = typst.compile(source.encode(), pdf_standards=[standard])
    return files
