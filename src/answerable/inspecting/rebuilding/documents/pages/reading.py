"""A web page as a browser shows it that runs no scripts and fetches nothing."""

import base64
import re
from dataclasses import dataclass, field, replace

from lxml import etree

from answerable.inspecting.commas import decoded_text
from answerable.inspecting.findings import CannotSay
from answerable.inspecting.markup import Element, text_of
from answerable.inspecting.rebuilding.documents.addresses import kept_address
from answerable.inspecting.rebuilding.documents.blocks import (
    Block,
    Cell,
    Document,
    Gathered,
    Heading,
    Item,
    Paragraph,
    Picture,
    Quote,
    Table,
)
from answerable.inspecting.rebuilding.documents.left_out import Left
from answerable.inspecting.rebuilding.documents.pages.looks import HIDES, Look
from answerable.inspecting.rebuilding.documents.pages.sheets import Sheets
from answerable.inspecting.rebuilding.documents.pictures import Pictures
from answerable.inspecting.rebuilding.documents.signs import readable
from answerable.inspecting.rebuilding.documents.writing.formats import language_of
from answerable.inspecting.rebuilding.documents.writing.numbering import written
from answerable.inspecting.rebuilding.rebuilt import CannotRebuild
from answerable.inspecting.webpages import is_cover, unseen_elements
from answerable.inspecting.webpages.attributes import TEXT_INPUTS

_NEVER_SHOWN = frozenset(
    "head script style template noscript datalist object iframe audio video canvas embed applet noframes noembed"
    " frameset dialog rp rt map meta link title base param source track area svg math option optgroup".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form"
    " header hgroup hr html legend li main menu nav ol p pre search section summary table ul caption"
    " h1 h2 h3 h4 h5 h6".split()
)
_WRITTEN = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_BLANKS = re.compile(r"[ \t\r\n\f]+")
# Words behind a gap wider than a line are out of sight, and no reader misses the gap.
_WIDE_GAP = re.compile(r"[^\S\n]{40,}")
_DEEPEST = 250
_COLUMNS, _FOLDS = ("col", "colgroup"), ("details", "select")
_HIDDEN_COLUMN = "It hides columns of a table by its style: delete them, or copy what the page shows into a new document"
_MOST_SPANNED = 200


_COVERED = (
    "A filled box lies over other parts of the page, and what it covers would be seen in a rebuilt file: print the"
    " page to a PDF, and release that"
)


def page_of(data: bytes, left: Left) -> Document:
    """Return what a web page shows.

    :raises CannotRebuild: if its style sheets hide elements in a way that is not followed, or boxes cover some.
    :raises CannotSay: if there is nothing in it, or elements in each other too deep.
    """
    source = decoded_text(data).replace("\0", "\ufffd")
    parser = etree.HTMLParser(no_network=True, huge_tree=False, encoding="utf-8")
    root = etree.fromstring(source.encode("utf-8", "replace"), parser)
    if root is None:
        raise CannotSay("It is a web page without anything in it")
    sheets = Sheets()
    for one in root.iter("style"):
        sheets.take(text_of(one), HIDES)
    unseen = unseen_elements(root)
    if any(one.tag in _COLUMNS for one in unseen):
        raise CannotRebuild(_HIDDEN_COLUMN)
    if any(is_cover(one, {}) for one in root.iter() if isinstance(one.tag, str)):
        raise CannotRebuild(_COVERED)
    reading = _Reading(sheets, Pictures(left), left, unseen)
    reading.read(root, Look(), 0)
    return Document(reading.taken(), language=language_of(root.get("lang") or "") or "en")


@dataclass(slots=True)
class _Reading:
    """A page, or a cell of it, while it is read."""

    sheets: Sheets
    pictures: Pictures
    left: Left
    unseen: set[Element]
    made: list[Block] = field(default_factory=list)
    _line: Gathered = field(default_factory=Gathered)
    _lists: list[tuple[str, int]] = field(default_factory=list)
    _item: tuple[int, str] | None = None
    _quotes: int = 0
    _heading: int = 0

    def taken(self) -> tuple[Block, ...]:
        """Return the blocks that were read."""
        self._close()
        return tuple(self.made)

    def read(self, one: Element, above: Look, depth: int) -> None:
        """Read an element with all that is in it.

        :raises CannotSay: if there are elements in each other too deep.
        """
        if depth > _DEEPEST:
            raise CannotSay("It is a web page with elements in each other too deep to be rebuilt")
        if not isinstance(one.tag, str) or one.tag in _NEVER_SHOWN:
            return
        look = above.at(one, self.sheets.style_of(one))
        if look.is_hidden or (one in self.unseen and one.tag not in _FOLDS):
            return
        is_block = one.tag in _BLOCKS
        if is_block:
            self._close()
        self._element(one, look, depth)
        if is_block:
            self._close()

    def _element(self, one: Element, look: Look, depth: int) -> None:
        name = one.tag
        if name == "br":
            self._line.add(look.run("\n"))
        elif name == "img":
            self._picture(one)
        elif name in ("input", "select", "textarea"):
            self._control(one, look)
        elif name == "table":
            self._table(one, look, depth)
        elif name in ("ul", "ol", "menu"):
            self._list(one, look, depth)
        elif name == "li":
            self._point(one, look, depth)
        elif re.fullmatch(r"h[1-6]", name):
            self._heading, before = int(name[1]), self._heading
            self._inside(one, replace(look, is_bold=False), depth)
            self._close()
            self._heading = before
        elif name in ("blockquote", "q"):
            self._quote(one, look, depth)
        elif name == "a":
            address = kept_address(one.get("href") or "", self.left)
            self._inside(one, replace(look, href=address), depth)
        else:
            self._inside(one, look, depth)

    def _inside(self, one: Element, look: Look, depth: int) -> None:
        self._say(one.text, look)
        is_folded = one.tag == "details" and one.get("open") is None
        for each in one:
            if not is_folded or each.tag == "summary":
                self.read(each, look, depth + 1)
            if not is_folded:
                self._say(each.tail, look)

    def _say(self, text: str | None, look: Look) -> None:
        if not text:
            return
        shown = text if look.keeps_lines else _BLANKS.sub(" ", text)
        shown = _WIDE_GAP.sub("\u00a0", shown)
        if look.is_pale and shown.strip():
            self.left.add("pale-text")
            return
        last = self._line.runs[-1].text if self._line.runs else ""
        if not look.keeps_lines and last.endswith((" ", "\n")):
            shown = shown.lstrip(" ")
        self._line.add(look.run(readable(shown, self.left)))

    def _close(self) -> None:
        """Make a block of the words that were gathered."""
        runs = self._line.taken()
        if not runs:
            return
        if self._heading:
            self.made.append(Heading(self._heading, runs))
        elif self._item is not None:
            self.made.append(Item(*self._item, runs))
            self._item = (self._item[0], "")
        elif self._quotes:
            self.made.append(Quote(runs))
        else:
            self.made.append(Paragraph(runs))

    def _list(self, one: Element, look: Look, depth: int) -> None:
        start = one.get("start") or ""
        kind = "" if one.tag != "ol" else one.get("type") or "1"
        self._lists.append((kind, int(start) if start.lstrip("-").isdecimal() else 1))
        item, self._item = self._item, None
        self._inside(one, look, depth)
        self._close()
        self._item = item
        self._lists.pop()

    def _point(self, one: Element, look: Look, depth: int) -> None:
        kind, number = self._lists[-1] if self._lists else ("", 1)
        value = one.get("value") or ""
        number = int(value) if value.isdecimal() else number
        if self._lists:
            self._lists[-1] = (kind, number + 1)
        label = "•" if not kind else f"{written(number, _WRITTEN.get(kind, 'decimal'))}."
        item, self._item = self._item, (max(len(self._lists) - 1, 0), label)
        self._inside(one, look, depth)
        self._close()
        self._item = item

    def _quote(self, one: Element, look: Look, depth: int) -> None:
        if one.tag == "q":
            self._line.add(look.run("“"))
            self._inside(one, look, depth)
            self._line.add(look.run("”"))
            return
        self._quotes += 1
        self._inside(one, look, depth)
        self._close()
        self._quotes -= 1

    def _control(self, one: Element, look: Look) -> None:
        """Show what is filled in: words, a tick, the choice that was taken."""
        kind = (one.get("type") or "").lower()
        self._line.add(look.run(" "))
        if one.tag == "textarea":
            self._say(one.text, look)
        elif one.tag == "select":
            options = list(one.iter("option"))
            chosen = [each for each in options if each.get("selected") is not None] or options[:1]
            self._say(" ".join(text_of(each) for each in chosen), look)
        elif kind in ("checkbox", "radio"):
            self._line.add(look.run("☒" if one.get("checked") is not None else "☐"))
        elif kind in TEXT_INPUTS:
            self._say(one.get("value"), look)

    def _picture(self, one: Element) -> None:
        found = re.match(r"\s*data:image/[\w.+-]+;base64,", one.get("src") or "", re.IGNORECASE)
        if not found:
            self.left.add("pictures")
            return
        try:
            data = base64.b64decode(re.sub(r"\s", "", one.get("src")[found.end() :]), validate=True)
        except ValueError:
            data = b""
        made: Picture | None = self.pictures.picture(data, share=_share(one))
        if made is not None:
            self._close()
            self.made.append(made)

    def _table(self, table: Element, look: Look, depth: int) -> None:
        rows: list[tuple[Cell, ...]] = []
        heads = 0
        for caption in table.iterchildren("caption"):
            self.read(caption, look, depth + 1)
        for row, is_head, seen in self._rows(table, look):
            cells = tuple(self._cells(row, seen, depth))
            if cells:
                heads += is_head and heads == len(rows)
                rows.append(cells)
        if any(cell.blocks for row in rows for cell in row):
            self.made.append(Table(tuple(rows), heads=heads if heads < len(rows) else 0))

    def _rows(self, holder: Element, look: Look) -> list[tuple[Element, bool, Look]]:
        found = []
        for one in holder:
            if one.tag in ("thead", "tbody", "tfoot", "tr"):
                seen = look.at(one, self.sheets.style_of(one))
                if seen.is_hidden:
                    continue
                if one.tag == "tr":
                    is_head = holder.tag == "thead" or all(each.tag == "th" for each in one)
                    found.append((one, is_head, seen))
                else:
                    found += self._rows(one, seen)
        return found

    def _cells(self, row: Element, look: Look, depth: int) -> list[Cell]:
        made = []
        for one in row:
            if one.tag not in ("td", "th"):
                continue
            inside = _Reading(self.sheets, self.pictures, self.left, self.unseen)
            inside.read(one, look, depth + 1)
            blocks = inside.taken()
            seen = look.at(one, self.sheets.style_of(one))
            if not (seen.is_hidden and "display" in self.sheets.style_of(one)):
                made.append(Cell(blocks, across=_span(one, "colspan"), down=_span(one, "rowspan")))
        return made


def _span(one: Element, name: str) -> int:
    told = one.get(name) or ""
    return min(max(int(told), 1), _MOST_SPANNED) if told.isdecimal() else 1


def _share(one: Element) -> float:
    wide = one.get("width") or ""
    return min(max(int(wide) / 720, 0.05), 1.0) if wide.isdecimal() else 1.0
