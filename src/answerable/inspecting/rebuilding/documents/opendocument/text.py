"""The text of an OpenDocument file as the blocks that are seen of it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial

from answerable.inspecting.archive import Archive
from answerable.inspecting.markup import MOST_BYTES, Element, attribute, local
from answerable.inspecting.opendocument.content import is_off_the_page
from answerable.inspecting.opendocument.slides import is_hidden_shape
from answerable.inspecting.opendocument.styles import Styles
from answerable.inspecting.rebuilding.documents.addresses import kept_address
from answerable.inspecting.rebuilding.documents.blocks import (
    Block,
    Break,
    Gathered,
    Heading,
    Item,
    Note,
    Paragraph,
    Quote,
    Run,
)
from answerable.inspecting.rebuilding.documents.left_out import Left
from answerable.inspecting.rebuilding.documents.opendocument.counting import Counting
from answerable.inspecting.rebuilding.documents.opendocument.looks import PLAIN, Look
from answerable.inspecting.rebuilding.documents.opendocument.tables import table_of
from answerable.inspecting.rebuilding.documents.pictures import Pictures
from answerable.inspecting.rebuilding.documents.signs import readable

_UNSEEN = frozenset(
    "annotation annotation-end tracked-changes hidden-text forms script deletion sequence-decls user-field-decls"
    " variable-decls dde-connection-decls index-title-template title desc event-listeners notes settings"
    " table-of-content-source alphabetical-index-source user-index-source illustration-index-source"
    " bibliography-source object-index-source table-index-source ruby-text footer-decl header-decl"
    " date-time-decl".split()
)
_SHAPES = frozenset(
    "frame custom-shape rect ellipse circle polygon path g line connector a caption control object-ole".split()
)
_OF_PAGES = ("page-number", "page-count")
_PAGE = re.compile(r"(?:\b(?:page|tudalen)\s*)?\x00(?:\s*(?:of|o|/|\|)\s*\x00)?", re.IGNORECASE)
_MOST_BLANKS = 200
_DEEPEST = 40


@dataclass(slots=True)
class Shared:
    """What all the texts of one file have in common."""

    archive: Archive
    styles: Styles
    counting: Counting
    pictures: Pictures
    left: Left
    notes: list[Note] = field(default_factory=list)


@dataclass(slots=True)
class Text:
    """Reads one text; at the edge of pages, or in a note, it is quiet, and without numbers of pages."""

    shared: Shared
    is_edge: bool = False
    _depth: int = 0

    def blocks(self, container: Element, look: Look = PLAIN) -> list[Block]:
        """Return the blocks that are seen in an element."""
        made: list[Block] = []
        if self._depth >= _DEEPEST:
            return made
        self._depth += 1
        for one in container:
            name = local(one)
            if name in ("p", "h"):
                made += self._paragraph(one, look, partial(self._block, one))
            elif name == "list":
                made += self._list(one, look, attribute(one, "style-name"), 0)
            elif name == "table":
                made += table_of(one, self.shared.styles, look, self.blocks)
            elif name in _SHAPES:
                made += self.shape(one)
            elif name == "section" and _is_hidden_section(one):
                continue
            elif name and name not in _UNSEEN:
                made += self.blocks(one, look)
        self._depth -= 1
        return made

    def _block(self, one: Element, runs: tuple[Run, ...]) -> Block:
        level = attribute(one, "outline-level")
        if local(one) == "h":
            depth = int(level) if level.isdecimal() else 1
            label = ""
            if attribute(one, "is-list-header") != "true":
                label = self.shared.counting.label("", depth - 1)
            plain = tuple(replace(run, is_bold=False) for run in runs)
            return Heading(depth, ((Run(f"{label} "),) if label else ()) + plain)
        if self.shared.styles.is_called(attribute(one, "style-name"), "Quotations"):
            return Quote(runs)
        return Paragraph(runs, is_quiet=self.is_edge)

    def _paragraph(
        self, one: Element, look: Look, made_of: Callable[[tuple[Run, ...]], Block]
    ) -> Iterator[Block]:
        style = attribute(one, "style-name")
        if (
            self.shared.styles.said("paragraph", style, "break-before") == "page"
            and not self.is_edge
        ):
            yield Break()
        if any(
            local(each) == "hidden-paragraph" and attribute(each, "is-hidden") == "true"
            for each in one.iter()
        ):
            return
        line, after = Gathered(), list[Block]()
        self._inline(one, look.styled(self.shared.styles, "paragraph", style), line, after)
        runs = line.taken()
        if self.is_edge:
            runs = self._without_pages(runs)
        if runs:
            yield made_of(runs)
        yield from after

    def _without_pages(self, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        gathered = Gathered()
        for one in runs:
            text, count = _PAGE.subn("", one.text)
            self.shared.left.add("page-numbers", count)
            gathered.add(replace(one, text=text))
        return gathered.taken()

    def _inline(self, element: Element, look: Look, line: Gathered, after: list[Block]) -> None:
        self._say(element.text, look, line)
        for one in element:
            name = local(one)
            if name == "span":
                styled = look.styled(self.shared.styles, "text", attribute(one, "style-name"))
                self._inline(one, styled, line, after)
            elif name == "a":
                address = kept_address(attribute(one, "href"), self.shared.left)
                self._inline(one, replace(look, href=address), line, after)
            elif name == "s":
                count = attribute(one, "c")
                blanks = min(int(count), _MOST_BLANKS) if count.isdecimal() else 1
                self._say(" " * blanks, look, line)
            elif name in ("tab", "line-break"):
                self._say(" " if name == "tab" else "\n", look, line)
            elif name == "note":
                self._note(one, line, look)
            elif name in _SHAPES:
                after += self.shape(one) if not look.is_hidden else []
            elif self.is_edge and name in _OF_PAGES:
                line.add(look.run("\x00"))
            elif name and name not in _UNSEEN and attribute(one, "display") != "none":
                self._inline(one, look, line, after)
            self._say(one.tail, look, line)

    def _say(self, text: str | None, look: Look, line: Gathered) -> None:
        if text and not look.is_unseen:
            # Blanks and ends of lines among the text of a paragraph are one blank, as its programs show them.
            line.add(
                look.run(
                    readable(
                        re.sub(r"[ \t\r\n]+", " ", text) if text != "\n" else text, self.shared.left
                    )
                )
            )

    def _note(self, one: Element, line: Gathered, look: Look) -> None:
        if look.is_unseen:
            return
        label, body = "", None
        for each in one:
            if local(each) == "note-citation":
                label = readable("".join(each.itertext()), self.shared.left).strip()
            elif local(each) == "note-body":
                body = each
        if body is not None and not self.is_edge:
            blocks = tuple(Text(self.shared, is_edge=True).blocks(body))
            self.shared.notes.append(Note(label or "*", blocks))
            line.add(Run(label or "*", note=len(self.shared.notes)))

    def _list(self, one: Element, look: Look, style: str, depth: int) -> list[Block]:
        style = attribute(one, "style-name") or style
        is_new = attribute(one, "continue-numbering") != "true" and not attribute(
            one, "continue-list"
        )
        if depth == 0 and is_new:
            self.shared.counting.begin(style)
        made: list[Block] = []
        for point in one:
            if local(point) not in ("list-item", "list-header"):
                continue
            is_first = local(point) == "list-item"
            for each in point:
                if local(each) == "list":
                    made += self._list(each, look, style, depth + 1)
                elif local(each) in ("p", "h"):
                    start = attribute(point, "start-value")
                    label = self.shared.counting.label(style, depth, start) if is_first else ""
                    made += self._paragraph(each, look, partial(Item, depth, label))
                    is_first = False
        return made

    def shape(self, one: Element) -> list[Block]:
        """Return what is seen of a frame or shape."""
        if is_hidden_shape(one, self.shared.styles) or is_off_the_page(one):
            return []
        name, made = local(one), list[Block]()
        for each in one:
            kind = local(each)
            if kind == "image":
                return made + self._picture(one, each)
            if kind in ("object", "object-ole", "plugin", "applet", "floating-frame"):
                self.shared.left.add("charts" if kind == "object" else "objects")
                return made
            if kind == "text-box":
                # Of what a frame holds, programs show the first that they can.
                return made + self.blocks(each)
            if kind in _SHAPES:
                made += self.shape(each)
            elif kind == "table":
                made += self.blocks([each])
        if name != "frame":
            made += self.blocks([each for each in one if local(each) in ("p", "h", "list")])
        return made

    def _picture(self, frame: Element, image: Element) -> list[Block]:
        place = attribute(image, "href").removeprefix("./")
        clip = self.shared.styles.said("graphic", attribute(frame, "style-name"), "clip")
        is_cut = re.search(r"[1-9]", clip.replace("auto", "")) is not None
        # How large a picture is that is cut in centimetres, only its program knows.
        if is_cut or place not in self.shared.archive.members:
            self.shared.left.add("pictures")
            return []
        data = self.shared.archive.unpacked(place, most=MOST_BYTES)
        made = self.shared.pictures.picture(data)
        return [made] if made else []


def _is_hidden_section(one: Element) -> bool:
    return (
        attribute(one, "display") in ("none", "condition") or attribute(one, "is-hidden") == "true"
    )
