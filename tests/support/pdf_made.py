"""PDFs made for tests: pages of lines in a standard font, with or without a structure tree."""

import io
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name

FONTS = {"plain": "/Helvetica", "italic": "/Helvetica-Oblique", "bold": "/Helvetica-Bold"}


@dataclass
class Element:
    """An element of a structure tree: its role, and below it elements, words and pictures of links."""

    role: str
    children: list = field(default_factory=list)
    entries: dict = field(default_factory=dict)


@dataclass
class Words:
    """Words drawn on a page in a line of their own, under a mark of their own."""

    text: str
    style: str = "plain"
    page: int = 0
    href: str | None = None


def element(role, *children, **entries):
    """Return an element; a string below it is a line of plain words."""
    below = [Words(child) if isinstance(child, str) else child for child in children]
    return Element(role, below, entries)


def tagged_pdf(*elements, roles=None, furniture="", loose="", saved=None):
    """Return the bytes of a tagged PDF of these elements, one line for each stretch of words."""
    pdf = pikepdf.new()
    made = _Made(pdf)
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    root.RoleMap = Dictionary({f"/{own}": Name(f"/{role}") for own, role in (roles or {}).items()})
    root.K = Array([made.element(one, root) for one in elements])
    if furniture:
        made.draw(f"/Artifact BMC {made.line(furniture)} EMC", 0)
    if loose:
        made.draw(made.line(loose), 0)
    made.finish()
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    return bytes_of(pdf, **(saved or {}))


def drawn_pdf(*pages, width=595, height=842, turned=0, saved=None):
    """Return the bytes of a PDF without tags, from the drawing instructions of each page."""
    pdf = pikepdf.new()
    for drawing in pages:
        page = pdf.add_blank_page(page_size=(width, height))
        page.Resources = _resources()
        page.Rotate = turned
        page.Contents = pdf.make_stream(drawing.encode("cp1252"))
    return bytes_of(pdf, **(saved or {}))


def at(x, y, text, style="plain", size=10):
    """Return the instructions that draw a line of words at a place, from the bottom left."""
    safe = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{style} {size} Tf {x} {y} Td ({safe}) Tj ET\n"


def rule(left, bottom, right, top):
    """Return the instructions that draw a straight line."""
    return f"0.5 w {left} {bottom} m {right} {top} l S\n"


def filled(left, bottom, width, height, grey):
    """Return the instructions that fill a rectangle with a shade of grey, from 0 for black to 1 for white."""
    return f"{grey} g {left} {bottom} {width} {height} re f 0 g\n"


def bytes_of(pdf, **how):
    """Return a PDF's bytes."""
    file = io.BytesIO()
    pdf.save(file, **how)
    return file.getvalue()


def _resources():
    return Dictionary(
        Font=Dictionary(
            {
                f"/{style}": Dictionary(
                    Type=Name.Font,
                    Subtype=Name.Type1,
                    BaseFont=Name(name),
                    Encoding=Name.WinAnsiEncoding,
                )
                for style, name in FONTS.items()
            }
        )
    )


class _Made:
    """A PDF while its elements are drawn."""

    def __init__(self, pdf):
        self.pdf = pdf
        self.pages = []
        self.drawings = []
        self.lines = 0

    def element(self, one, parent):
        """Return the structure element, its words drawn."""
        own = self.pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name(f"/{one.role}"), P=parent)
        )
        for key, value in one.entries.items():
            own[f"/{key}"] = value
        below = []
        for child in one.children:
            if isinstance(child, Element):
                below.append(self.element(child, own))
            else:
                below += self.words(child)
        own.K = Array(below)
        return own

    def words(self, one):
        """Draw words, and return what the tree holds of them."""
        self.lines += 1
        mark = self.lines
        self.draw(f"/Span <</MCID {mark}>> BDC {self.line(one.text, one.style)} EMC\n", one.page)
        page = self.pages[one.page].obj
        shown = [Dictionary(Type=Name.MCR, MCID=mark, Pg=page)]
        if one.href:
            target = Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array([0, 0, 1, 1]),
                A=Dictionary(S=Name.URI, URI=pikepdf.String(one.href)),
            )
            shown.append(Dictionary(Type=Name.OBJR, Obj=self.pdf.make_indirect(target), Pg=page))
        return shown

    def line(self, text, style="plain"):
        """Return the instructions of the next line down the page."""
        self.lines += 1
        return at(50, 800 - self.lines * 7 % 780, text, style)

    def draw(self, instructions, page):
        """Add instructions to a page, and pages up to it."""
        while len(self.pages) <= page:
            self.pages.append(self.pdf.add_blank_page(page_size=(595, 842)))
            self.pages[-1].Resources = _resources()
            self.drawings.append([])
        self.drawings[page].append(instructions)

    def finish(self):
        """Put the instructions on their pages."""
        for page, drawing in zip(self.pages, self.drawings, strict=True):
            page.Contents = self.pdf.make_stream("\n".join(drawing).encode("cp1252"))
