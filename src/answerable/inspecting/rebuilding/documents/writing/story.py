"""One story of a document, its text, a header or a note, as the blocks that are seen of it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from answerable.inspecting.markup import Element, attribute, is_on, local, named, text_of
from answerable.inspecting.office.altered import out_of_sight
from answerable.inspecting.office.writing.narrow import is_phantom
from answerable.inspecting.office.writing.places import off_the_page, too_small
from answerable.inspecting.office.writing.runs import is_without_height
from answerable.inspecting.office.writing.styles import child, children
from answerable.inspecting.rebuilding.documents.addresses import kept_address
from answerable.inspecting.rebuilding.documents.blocks import (
    Block,
    Break,
    Gathered,
    Heading,
    Item,
    Note,
    Paragraph,
    Picture,
    Quote,
    Run,
    Runs,
    trimmed,
)
from answerable.inspecting.rebuilding.documents.signs import readable, symbol
from answerable.inspecting.rebuilding.documents.writing.drawings import boxes_and_pictures
from answerable.inspecting.rebuilding.documents.writing.fields import Fields
from answerable.inspecting.rebuilding.documents.writing.numbering import written
from answerable.inspecting.rebuilding.documents.writing.shared import BLACK, Shared
from answerable.inspecting.rebuilding.documents.writing.tables import table_of

_THROUGH = frozenset("ins moveTo smartTag customXml sdtContent dir bdo rubyBase Choice".split())
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_DRAWN = ("drawing", "pict", "object")
_HELD = frozenset((*_DRAWN, *_NOTES, "ruby", "br"))
_PAGE = "\x00"
_OF_PAGES = re.compile(r"(?:\b(?:page|tudalen)\s*)?\x00(?:\s*(?:of|o|/|\|)\s*\x00)?", re.IGNORECASE)
_DEEPEST = 40


class Story:
    """Reads one story; `part` is the part that holds it, and says where its links and pictures are."""

    def __init__(self, root: Element, part: str, shared: Shared, *, is_edge: bool = False) -> None:
        self.shared, self.part = shared, part
        turned = (shape for shape, _ in out_of_sight(root))
        self._unseen = {*off_the_page(root), *too_small(root), *turned}
        self._is_edge = is_edge
        self._sections = list(named(root, "sectPr"))
        self._fields = Fields()
        self._line = Gathered()
        self._muted = 0
        self._depth = 0
        self._made: list[Block] = []

    def blocks(self, container: Element) -> tuple[Block, ...]:
        """Return the blocks that are seen in an element."""
        outer_made, self._made = self._made, []
        outer_line, self._line = self._line, Gathered()
        self._depth += 1
        if self._depth < _DEEPEST:
            self._read(container)
        self._depth -= 1
        made, self._made, self._line = self._made, outer_made, outer_line
        return tuple(made)

    def _read(self, container: Element) -> None:
        for one in container:
            name = local(one)
            if name == "p":
                self._paragraph(one)
            elif name == "tbl" and not self._muted and one not in self._unseen:
                self._made += table_of(one, self.blocks, self.shared.grounds)
            elif name == "AlternateContent":
                self._read(_choice(one))
            elif name in _THROUGH:
                self._read(one)
            elif name == "sdt":
                for content in children(one, "sdtContent"):
                    self._read(content)

    def _paragraph(self, paragraph: Element) -> None:
        is_unseen = paragraph in self._unseen or is_without_height(paragraph)
        self._muted += is_unseen
        settings = child(paragraph, "pPr")
        if any(is_on(one) for one in children(settings, "pageBreakBefore")):
            self._break()
        after: list[Block] = []
        self._inline(paragraph, "", after, self.shared.formats.style_of(paragraph))
        self._muted -= is_unseen
        mark = child(settings, "rPr")
        is_mark_deleted = next(children(mark, "del", "moveFrom"), None) is not None
        if not is_mark_deleted:
            self._close(paragraph)
        self._made += after
        for section in children(settings, "sectPr"):
            if self._next_begins_a_page(section):
                self._break()

    def _next_begins_a_page(self, section: Element) -> bool:
        """Return whether the section behind one begins on a page of its own."""
        behind = self._sections[self._sections.index(section) + 1 :]
        kinds = [attribute(one, "val") for each in behind[:1] for one in children(each, "type")]
        return bool(behind) and kinds != ["continuous"]

    def _break(self) -> None:
        if self._made and not isinstance(self._made[-1], Break):
            self._made.append(Break())

    def _close(self, paragraph: Element) -> None:
        """Make a block of the words that were gathered."""
        runs = self._line.taken()
        if self._is_edge:
            runs = _without_pages(runs, self.shared)
        if not runs and _is_mark_hidden(paragraph):
            return
        formats = self.shared.formats
        level = formats.heading_level(paragraph)
        numbered = formats.number(paragraph)
        place = self.shared.numbering.label(*numbered) if numbered is not None else None
        if not runs:
            return
        if level:
            label = (Run(f"{place[1]} "),) if place and place[1] else ()
            self._made.append(Heading(level, trimmed([*label, *map(_plain, runs)])))
        elif place is not None:
            depth = max(place[0], formats.depth(paragraph))
            self._made.append(Item(depth, place[1].strip(), runs))
        elif formats.is_quote(paragraph):
            self._made.append(Quote(runs))
        else:
            self._made.append(Paragraph(runs, is_quiet=self._is_edge))

    def _inline(self, element: Element, href: str, after: list[Block], style: str) -> None:
        for one in element:
            name = local(one)
            if name == "r":
                self._run(one, one, href, after, style)
            elif name == "hyperlink":
                self._inline(one, self._address(one) or href, after, style)
            elif name == "fldSimple":
                self._fields.simple(attribute(one, "instr"))
                self._inline(one, href, after, style)
                self._fields.take_mark("end")
            elif name == "AlternateContent":
                self._inline(_choice(one), href, after, style)
            elif name == "sdt":
                for content in children(one, "sdtContent"):
                    self._inline(content, href, after, style)
            elif name in _THROUGH:
                self._inline(one, href, after, style)
            elif name in ("oMath", "oMathPara"):
                words = "".join(map(text_of, self._shown_of_a_formula(one)))
                self._say(Run(f" {readable(words, self.shared.left)} "))

    def _shown_of_a_formula(self, formula: Element) -> Iterator[Element]:
        for one in named(formula, "t"):
            if not is_phantom(one) and next(self.shared.judge.codes_of(one.getparent()), "") == "":
                yield one

    def _address(self, link: Element) -> str:
        key = next((value for name, value in link.attrib.items() if name.endswith("}id")), "")
        relation = self.shared.package.by_key(self.part).get(key)
        if relation is None or not relation.is_outside:
            return ""
        return kept_address(relation.target, self.shared.left)

    def _run(
        self, run: Element, holder: Element, href: str, after: list[Block], style: str
    ) -> None:
        look: Run | None = None
        is_judged = False
        for one in holder:
            name = local(one)
            if self._is_of_field(one, name):
                continue
            if name == "AlternateContent":
                self._run(run, _choice(one), href, after, style)
            elif name in _HELD:
                self._take(one, run, after, style)
            elif (words := self._words(one, name)) and not self._fields.is_code:
                if not is_judged:
                    look, is_judged = self._look(run, href, style), True
                if look is not None:
                    self._say(replace(look, text=words))
                elif self.shared.is_black(run):
                    self._black_out()

    def _is_of_field(self, one: Element, name: str) -> bool:
        """Take in the marks and the code of a field; what else stands in a run is none of it."""
        if name == "instrText":
            self._fields.take_code(one.text or "")
        elif name == "fldChar":
            self._fields.take_mark(attribute(one, "fldCharType"))
            self._form_field(one)
        return name in ("instrText", "fldChar")

    def _take(self, one: Element, run: Element, after: list[Block], style: str) -> None:
        """Take in what a run holds besides words."""
        name = local(one)
        if name in _DRAWN:
            self._drawing(one, run, after)
        elif name == "ruby":
            for base in children(one, "rubyBase"):
                self._inline(base, "", after, style)
        elif name in _NOTES:
            self._note(one, run, name)
        elif attribute(one, "type") == "page":
            self._page_ends()
        elif not self._fields.is_code:
            self._say(Run("\n"))

    def _words(self, one: Element, name: str) -> str:
        """Return the words of an element in a run."""
        if name == "t":
            if self._is_edge and self._fields.is_page:
                return _PAGE
            return readable(one.text or "", self.shared.left)
        if name == "sym":
            told = attribute(one, "char")
            code = int(told, 16) if re.fullmatch(r"[0-9A-Fa-f]{1,4}", told) else 0
            return symbol(code, self.shared.left)
        return {"tab": " ", "ptab": " ", "cr": "\n", "noBreakHyphen": "\u2011"}.get(name, "")

    def _look(self, run: Element, href: str, style: str) -> Run | None:
        """Return how the words of a run look; None if nobody sees them."""
        formats, shared = self.shared.formats, self.shared
        properties = child(run, "rPr")
        if any(is_on(one) for one in children(properties, "webHidden")) or shared.is_unseen(run):
            return None
        address = self._fields.address
        return Run(
            "",
            **formats.switches(run, style),
            height=formats.height(run),
            href=href or (kept_address(address, shared.left) if address else ""),
        )

    def _say(self, run: Run) -> None:
        if not self._muted and run.text:
            self._line.add(run)

    def _black_out(self) -> None:
        """Say that words are black: without it, those around them would read as if they stood together."""
        last = self._line.runs[-1].text if self._line.runs else ""
        if not last.endswith(BLACK):
            self._say(Run(BLACK))

    def _page_ends(self) -> None:
        """End a page inside of a paragraph; what was said before becomes a paragraph of its own."""
        if self._is_edge or self._muted:
            return
        runs = self._line.taken()
        if runs:
            self._made.append(Paragraph(runs))
        self._break()

    def _drawing(self, drawing: Element, run: Element, after: list[Block]) -> None:
        codes = set(self.shared.judge.codes_of(run))
        if self._muted or self._fields.is_code or "docx.hidden-text" in codes:
            return
        if local(drawing) == "object":
            self.shared.left.add("objects")
        for one in boxes_and_pictures(drawing, self.shared, self.part, self._unseen):
            if isinstance(one, Picture | Paragraph):
                after.append(one)
            elif local(one) == "txbxContent":
                fields, self._fields = self._fields, Fields()
                after += self.blocks(one)
                self._fields = fields

    def _form_field(self, mark: Element) -> None:
        """Show a box that is ticked or not, or the choice that was taken: a program draws them."""
        for data in children(mark, "ffData"):
            for box in children(data, "checkBox"):
                marks = [*children(box, "checked")] or [*children(box, "default")]
                self._say(Run("☒" if any(map(is_on, marks)) else "☐"))
            for choices in children(data, "ddList"):
                entries = [attribute(one, "val") for one in children(choices, "listEntry")]
                told = next((attribute(one, "val") for one in children(choices, "result")), "0")
                if told.isdecimal() and int(told) < len(entries):
                    self._say(Run(readable(entries[int(told)], self.shared.left)))

    def _note(self, mark: Element, run: Element, name: str) -> None:
        """Take in a note at its mark, with its own number."""
        kind, key = _NOTES[name], attribute(mark, "id")
        if self._muted or self._is_edge or self.shared.is_unseen(run):
            return
        shared = self.shared
        if (kind, key) not in shared.numbers:
            found = [
                (part, one)
                for part, root in shared.package.roots_of(shared.package.main_part(), kind)
                for one in named(root, kind.removesuffix("s"))
                if attribute(one, "id") == key
            ]
            if not found:
                return
            shared.counted[kind] = shared.counted.get(kind, 0) + 1
            how = "decimal" if kind == "footnotes" else "lowerRoman"
            own = "".join(one.text or "" for one in children(run, "t")).strip()
            label = readable(own, shared.left) or written(shared.counted[kind], how)
            shared.numbers[kind, key] = len(shared.notes) + 1
            part, one = found[0]
            shared.notes.append(Note(label, Story(one, part, shared, is_edge=True).blocks(one)))
        number = shared.numbers[kind, key]
        self._line.add(Run(shared.notes[number - 1].label, note=number))


def _choice(alternatives: Element) -> Element:
    """Return what programs of today show; an element without anything in it if there is nothing for them."""
    found = child(alternatives, "Choice")
    return alternatives.makeelement("none") if found is None else found


def _plain(run: Run) -> Run:
    return replace(run, is_bold=False)


def _is_mark_hidden(paragraph: Element) -> bool:
    mark = child(child(paragraph, "pPr"), "rPr")
    return any(is_on(one) for one in children(mark, "vanish", "specVanish"))


def _without_pages(runs: Runs, shared: Shared) -> Runs:
    """Return the words at the edge of a page without the number of that page."""
    made = []
    for one in runs:
        text, count = _OF_PAGES.subn("", one.text)
        shared.left.add("page-numbers", count)
        made.append(replace(one, text=text))
    return trimmed([one for one in made if one.text])
