"""A presentation as it is shown: one slide after another, each on a page of its own."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from answerable.inspecting.markup import MOST_BYTES, Element, attribute, is_on, local, named
from answerable.inspecting.office.altered import out_of_sight
from answerable.inspecting.office.package import Package
from answerable.inspecting.office.slides.inherited import unseen_by_inheritance
from answerable.inspecting.office.slides.presentation import (
    above_slide,
    listed_slides,
    scheme_of_slide,
    size_of_slides,
)
from answerable.inspecting.office.slides.shapes import (
    Shape,
    Slide,
    cells_of_no_width,
    placeholder_of,
    shapes_of,
    unseen_shapes,
)
from answerable.inspecting.office.slides.text import Scheme, unseen_text
from answerable.inspecting.office.writing.styles import child, children
from answerable.inspecting.rebuilding.documents.addresses import kept_address
from answerable.inspecting.rebuilding.documents.blocks import (
    Block,
    Break,
    Cell,
    Document,
    Gathered,
    Heading,
    Height,
    Item,
    Paragraph,
    Picture,
    Run,
    Table,
    words_of,
)
from answerable.inspecting.rebuilding.documents.left_out import Left
from answerable.inspecting.rebuilding.documents.pictures import Cut, Pictures
from answerable.inspecting.rebuilding.documents.signs import readable
from answerable.inspecting.rebuilding.documents.slides.bullets import Bullets, bullets_of
from answerable.inspecting.rebuilding.documents.writing.formats import language_of
from answerable.inspecting.rebuilding.rebuilt import CannotRebuild

_AT_EDGES = ("dt", "ftr", "hdr")
_TITLES = ("title", "ctrTitle")
_TRUE = ("1", "true", "on")
_COVERED = (
    "Slide {}: a filled shape lies over text, and what it covers would be seen in a rebuilt file. Delete the"
    " shape and the words under it, or put it aside, and rebuild it then"
)


def slides_of(package: Package, left: Left) -> Document:
    """Return what a presentation shows.

    :raises CannotRebuild: if a shape covers some of a text.
    """
    presentation = package.root(package.main_part())
    size = size_of_slides(presentation)
    pictures = Pictures(left)
    made: list[Block] = []
    edges: list[Block] = []
    for number, part in enumerate(listed_slides(package), 1):
        if part not in package.archive.members:
            continue
        slide = package.root(part)
        if attribute(slide, "show") in ("0", "false"):
            continue
        reading = _Reading(package, part, number, size, pictures, left)
        blocks = list(reading.blocks(slide))
        made += [Break(), *blocks] if made and blocks else blocks
        edges += reading.edges(slide)
    return Document(
        tuple(made), foot=_once(edges), language=_language(package), is_wide=size[0] > size[1]
    )


def _language(package: Package) -> str:
    presentation = package.root(package.main_part())
    for one in named(presentation, "defRPr"):
        told = attribute(one, "lang")
        if told:
            return language_of(told) or "en"
    return "en"


def _once(blocks: list[Block]) -> tuple[Block, ...]:
    made, said = [], set()
    for one in blocks:
        words = words_of(one.runs) if isinstance(one, Paragraph) else ""
        if words and words not in said:
            made.append(one)
        said.add(words)
    return tuple(made)


@dataclass(slots=True)
class _Reading:
    """One slide while it is read."""

    package: Package
    part: str
    number: int
    size: tuple[int, int]
    pictures: Pictures
    left: Left
    unseen: set[Element] = field(default_factory=set)
    """The runs that their layout or master keeps from being seen."""

    def blocks(self, slide: Element) -> Iterator[Block]:
        """Yield what is seen on a slide, its title first."""
        shapes = [
            one for one in self._seen(slide) if _kind(one.element) not in (*_AT_EDGES, "sldNum")
        ]
        titles = [one for one in shapes if _kind(one.element) in _TITLES]
        scheme = scheme_of_slide(self.package, self.part)
        above = [self.package.root(one) for one in above_slide(self.package, self.part)]
        self.unseen = {run for run, _ in unseen_by_inheritance(slide, above, scheme)}
        for one in titles:
            runs = [run for block in self._text(one.element, scheme) for run in block.runs]
            gathered = Gathered()
            for number, run in enumerate(runs):
                gathered.add(Run(f"{' ' * bool(number)}{run.text}"))
            if words := gathered.taken():
                yield Heading(1 if self.number == 1 else 2, words)
        for one in shapes:
            if one not in titles:
                yield from self._shape(one.element, scheme)

    def edges(self, slide: Element) -> list[Block]:
        """Return what stands at the foot of a slide, and what its layout and master put on it."""
        scheme = scheme_of_slide(self.package, self.part)
        told = [one.element for one in self._seen(slide) if _kind(one.element) in _AT_EDGES]
        numbers = [one for one in self._seen(slide) if _kind(one.element) == "sldNum"]
        self.left.add("page-numbers", len(numbers))
        for sheet in self._shown_above(slide):
            whole = shapes_of(self.package.root(sheet))
            told += [
                one.element for one in whole if _is_shown(one.element) and not _kind(one.element)
            ]
        made: list[Block] = []
        for one in told:
            if local(one) == "sp":
                made += [Paragraph(block.runs, is_quiet=True) for block in self._text(one, scheme)]
        return made

    def _shown_above(self, slide: Element) -> list[str]:
        if attribute(slide, "showMasterSp") in ("0", "false"):
            return []
        above = above_slide(self.package, self.part)
        shows = above and attribute(self.package.root(above[0]), "showMasterSp") not in (
            "0",
            "false",
        )
        return above if shows else above[:1]

    def _seen(self, slide: Element) -> Iterator[Shape]:
        above = [self.package.root(one) for one in above_slide(self.package, self.part)]
        unseen = set()
        for code, shape in unseen_shapes(slide, Slide(*self.size), *above):
            if code == "pptx.partly-covered":
                raise CannotRebuild(_COVERED.format(self.number))
            if code != "pptx.mostly-off":
                unseen.add(shape.element)
        unseen |= {shape for shape, _ in out_of_sight(slide)}
        for shape in shapes_of(slide, *above):
            if shape.element not in unseen and _is_shown(shape.element):
                yield shape

    def _shape(self, shape: Element, scheme: Scheme) -> Iterator[Block]:
        name = local(shape)
        if name == "sp":
            yield from self._text(shape, scheme)
            if any(True for _ in children(child(shape, "spPr"), "blipFill")):
                yield from self._picture(shape)
        elif name == "pic":
            yield from self._picture(shape)
        elif name == "graphicFrame":
            yield from self._frame(shape, scheme)

    def _frame(self, frame: Element, scheme: Scheme) -> Iterator[Block]:
        if any(True for _ in named(frame, "chart", "relIds")):
            self.left.add("charts")
        for one in named(frame, "oleObj"):
            self.left.add("objects")
            for picture in named(one, "pic"):
                yield from self._picture(picture)
        for one in named(frame, "tbl"):
            narrow = {*cells_of_no_width(one)}
            rows = tuple(tuple(self._cells(row, scheme, narrow)) for row in children(one, "tr"))
            head = child(one, "tblPr")
            heads = int(head is not None and attribute(head, "firstRow") in _TRUE and len(rows) > 1)
            if any(cell.blocks for row in rows for cell in row):
                yield Table(rows, heads=heads)

    def _cells(self, row: Element, scheme: Scheme, narrow: set[Element]) -> Iterator[Cell]:
        for one in children(row, "tc"):
            if attribute(one, "hMerge") in _TRUE or attribute(one, "vMerge") in _TRUE:
                continue
            spans = [attribute(one, name) for name in ("gridSpan", "rowSpan")]
            across, down = (int(told) if told.isdecimal() else 1 for told in spans)
            said = () if one in narrow else tuple(self._text(one, scheme))
            yield Cell(said, across=max(across, 1), down=max(down, 1))

    def _text(self, shape: Element, scheme: Scheme) -> Iterator[Paragraph | Item]:
        above = [self.package.root(one) for one in above_slide(self.package, self.part)]
        bullets: Bullets = bullets_of(shape, self.left, *above)
        for body in children(shape, "txBody"):
            for one in children(body, "p"):
                level, mark = bullets.mark(one) if _has_words(one) else (0, "")
                gathered = Gathered()
                for run in self._runs(one, scheme):
                    gathered.add(run)
                if runs := gathered.taken():
                    yield Item(level, mark, runs) if mark else Paragraph(runs)

    def _runs(self, paragraph: Element, scheme: Scheme) -> Iterator[Run]:
        for one in paragraph:
            name = local(one)
            if name == "br":
                yield Run("\n")
            elif (
                name in ("r", "fld")
                and one not in self.unseen
                and not any(unseen_text(one, scheme))
            ):
                text = "".join(each.text or "" for each in children(one, "t"))
                yield self._run(one, readable(text, self.left))
            elif name in ("m", "AlternateContent"):
                shown = child(one, "Choice") if name == "AlternateContent" else one
                words = (each.text or "" for each in named(shown, "t")) if shown is not None else ()
                yield Run(f" {readable(''.join(words), self.left)} ")

    def _run(self, run: Element, text: str) -> Run:
        properties = child(run, "rPr")
        if properties is None:
            return Run(text)
        lifted = attribute(properties, "baseline").rstrip("%")
        height: Height = "line"
        if lifted.lstrip("-").isdecimal() and int(lifted):
            height = "above" if int(lifted) > 0 else "below"
        return Run(
            text,
            is_bold=attribute(properties, "b") in _TRUE,
            is_italic=attribute(properties, "i") in _TRUE,
            is_struck=attribute(properties, "strike") in ("sngStrike", "dblStrike"),
            height=height,
            href=self._address(child(properties, "hlinkClick")),
        )

    def _address(self, link: Element | None) -> str:
        key = "" if link is None else attribute(link, "id")
        relation = self.package.by_key(self.part).get(key)
        is_outside = relation is not None and relation.is_outside
        return kept_address(relation.target, self.left) if relation and is_outside else ""

    def _picture(self, shape: Element) -> Iterator[Picture]:
        blip = next(named(shape, "blip"), None)
        relation = self.package.by_key(self.part).get(
            "" if blip is None else attribute(blip, "embed")
        )
        if (
            relation is None
            or relation.is_outside
            or relation.target not in self.package.archive.members
        ):
            self.left.add("pictures")
            return
        data = self.package.archive.unpacked(relation.target, most=MOST_BYTES)
        extent = next(named(shape, "ext"), None)
        wide = attribute(extent, "cx") if extent is not None else ""
        share = int(wide) / max(self.size[0], 1) if wide.isdecimal() else 1.0
        made = self.pictures.picture(data, cut=_cut(shape), share=min(max(share, 0.05), 1.0))
        if made is not None:
            yield made


def _cut(shape: Element) -> Cut:
    source = next(named(shape, "srcRect"), None)
    if source is None:
        return Cut()
    sides = (attribute(source, side).rstrip("%") for side in "ltrb")
    return Cut(*(int(one) / 100_000 if one.lstrip("-").isdecimal() else 0 for one in sides))


def _kind(shape: Element) -> str:
    """Return of which kind a placeholder is; nothing for other shapes."""
    placeholder = placeholder_of(shape)
    return "" if placeholder is None else attribute(placeholder, "type") or "body"


def _has_words(paragraph: Element) -> bool:
    return any((one.text or "").strip() for one in named(paragraph, "t"))


def _is_shown(shape: Element) -> bool:
    above = [shape, *(one for one in shape.iterancestors() if local(one) == "grpSp")]
    for one in above:
        for group in children(
            one, "nvSpPr", "nvPicPr", "nvGraphicFramePr", "nvGrpSpPr", "nvCxnSpPr"
        ):
            told = child(group, "cNvPr")
            if told is not None and told.get("hidden") is not None and is_on(told, "hidden"):
                return False
    return True
