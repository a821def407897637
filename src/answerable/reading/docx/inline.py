"""The words of a paragraph as runs: styles, links and fields, and what stands beside the words."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from answerable.reading.blocks import Run, quick_run
from answerable.reading.docx.drawings import Drawn, drawn_in
from answerable.reading.docx.elements import (
    OF_PARAGRAPH,
    OF_RUN,
    RUN,
    TEXT,
    Element,
    R,
    W,
    alternative,
    child,
    first_of,
    is_invitation,
    name_of,
    number,
)
from answerable.reading.docx.package import Related
from answerable.reading.docx.styles import Look, Styles
from answerable.reading.docx.symbols import sign_of
from answerable.reading.numerals import printed

_LINK = re.compile(r'\s*HYPERLINK\b(?:\s+(?!\\)(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"]+)))?', re.I)
_ANCHOR = re.compile(r'\\l\s+(?:"([^"]*)"|([^\s"]+))')
_DEEPEST_FIELDS = 50
_PAGE = re.compile(r"\s*PAGEREF\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cut:
    """The end of a line inside a paragraph; of a page if `is_page`."""

    is_page: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or an endnote that is referred to: its kind ("footnote"), its id, its mark ("[1]")."""

    kind: str
    id: str
    mark: str


Piece = Run | Cut | Note | Drawn

# Whether words are italic, bold and a link, and where that leads.
RunStyle = tuple[bool, bool, bool, str | None]
_PLAIN: RunStyle = (False, False, False, None)


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads; None where it lost its target."""

    href: str | None


@dataclass(slots=True)
class Field:
    """A field while it is read: its instruction, and whether what comes is its result already."""

    code: str = ""
    has_result: bool = False


@dataclass(slots=True)
class Inline:
    """Reads paragraphs of one document; a field may begin in one and end in another."""

    styles: Styles
    links: dict[str, Related]
    fields: list[Field] = field(default_factory=list)
    too_deep: int = 0
    noted: dict[str, dict[str, int]] = field(default_factory=dict)
    deleted: int = 0
    hidden: int = 0
    look: Look = field(default_factory=Look)
    pieces: list[Piece] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    style: RunStyle = _PLAIN

    def pieces_of(self, parts: Iterable[Element], look: Look) -> list[Piece]:
        """Return what stands in a paragraph, of its parts, in their order; words of one style are one run."""
        self.look, self.pieces = look, []
        for one in parts:
            tag = one.tag
            if tag == RUN:
                self._run(one, None)
            elif tag != OF_PARAGRAPH:
                self._read(one, None)
        # An instruction or a link that does not end with its paragraph is none: no words are lost to
        # it. A contents list does end in another paragraph.
        if self.fields:
            self.fields = [
                one for one in self.fields if one.has_result and not _LINK.match(one.code)
            ]
        if self.words:
            self._end_run()
        return self.pieces

    def _read(self, element: Element, target: Target | None) -> None:
        name = name_of(element)
        if name == "r":
            self._run(element, target)
        elif name in ("del", "moveFrom"):
            self.deleted += name == "del" and element.find(f".//{W}delText") is not None
        elif name == "hyperlink":
            self._all(element, self._target(element))
        elif name == "fldSimple":
            self.fields.append(Field(element.get(f"{W}instr") or "", has_result=True))
            self._all(element, target)
            self.fields.pop()
        elif name == "AlternateContent":
            self._all(alternative(element), target)
        elif name == "sdt":
            if not is_invitation(element):
                self._all(element.findall(f"{W}sdtContent"), target)
        elif not name.endswith("Pr"):
            self._all(element, target)

    def _all(self, elements: Iterable[Element], target: Target | None) -> None:
        for one in elements:
            self._read(one, target)

    def _run(self, run: Element, target: Target | None) -> None:
        parts = list(run)
        properties = first_of(parts, OF_RUN)
        italic, bold, is_hidden = self.styles.marks_of(properties, self.look)
        if is_hidden:
            self.hidden += child(run, "t") is not None
            return
        fields = self.fields
        if target is None and fields:
            target = self._field_target()
        style = (italic, bold, False, None) if target is None else (italic, bold, True, target.href)
        for one in parts:
            if one is properties:
                continue
            if one.tag == TEXT and not fields:
                self._say(one.text, style)
            else:
                self._in_run(one, style)

    def _say(self, text: str | None, style: RunStyle) -> None:
        """Add words to the run that is open, or open one in another style.

        A link is one run in any style, that of its first words.
        """
        if not text:
            return
        if not self.words:
            self.style = style
        elif style != self.style and not _is_one_link(style, self.style):
            self._end_run()
            self.style = style
        self.words.append(text)

    def _end_run(self) -> None:
        if self.words:
            text = self.words[0] if len(self.words) == 1 else "".join(self.words)
            self.pieces.append(quick_run(text, *self.style))
            self.words = []

    def _put(self, piece: Piece) -> None:
        """Add what stands between words: the run before it has ended."""
        self._end_run()
        self.pieces.append(piece)

    def _in_run(self, one: Element, style: RunStyle) -> None:
        name = name_of(one)
        sign = _SIGNS.get(name)
        if name == "fldChar":
            self._turn(one.get(f"{W}fldCharType") or "")
        elif name == "instrText":
            if self.fields and not self.fields[-1].has_result:
                self.fields[-1].code += one.text or ""
        elif not self._is_shown():
            return
        elif sign is not None:
            self._say(sign(one), style)
        elif name in ("br", "cr"):
            kind = one.get(f"{W}type") or "textWrapping"
            self._put(Cut(is_page=kind == "page"))
        elif name in ("footnoteReference", "endnoteReference"):
            self._note(one, name.removesuffix("Reference"), style)
        elif name in ("drawing", "pict", "object", "AlternateContent"):
            self._in_alternative(one, style)
        elif name == "ruby":
            self._ruby(one, style)

    def _in_alternative(self, one: Element, style: RunStyle) -> None:
        if name_of(one) != "AlternateContent":
            for drawn in drawn_in(one):
                self._put(drawn)
            return
        for inner in alternative(one):
            self._in_run(inner, style)

    def _ruby(self, one: Element, style: RunStyle) -> None:
        """Read words with their reading above them: "words (reading)"."""
        base, above = (
            "".join(
                text.text or "" for part in one.findall(W + name) for text in part.iter(f"{W}t")
            )
            for name in ("rubyBase", "rt")
        )
        self._say(f"{base} ({above})" if above.strip() else base, style)

    def _note(self, one: Element, kind: str, style: RunStyle) -> None:
        noted = self.noted.setdefault(kind, {})
        count = noted.setdefault(one.get(f"{W}id") or "", len(noted) + 1)
        mark = f"[{printed(count, 'decimal' if kind == 'footnote' else 'lowerRoman')}]"
        italic, bold, _, _ = style
        self._say(mark, (italic, bold, False, None))
        self._put(Note(kind, one.get(f"{W}id") or "", mark))

    def _turn(self, kind: str) -> None:
        if kind == "begin" and len(self.fields) >= _DEEPEST_FIELDS:
            self.too_deep += 1
        elif kind == "begin":
            self.fields.append(Field())
        elif self.too_deep:
            self.too_deep -= kind == "end"
        elif kind == "separate" and self.fields:
            self.fields[-1].has_result = True
        elif kind == "end" and self.fields:
            self.fields.pop()

    def _is_shown(self) -> bool:
        """Return whether words are printed: not those of an instruction, nor the pages of a contents list."""
        return not self.fields or all(
            one.has_result and not (self.look.is_contents and _PAGE.match(one.code))
            for one in self.fields
        )

    def _field_target(self) -> Target | None:
        for one in reversed(self.fields):
            if one.has_result and (found := _LINK.match(one.code)):
                anchor = _ANCHOR.search(one.code)
                address = found["quoted"] or found["bare"] or ""
                return _target(address, (anchor[1] or anchor[2] or "") if anchor else "")
        return None

    def _target(self, link: Element) -> Target:
        related = self.links.get(link.get(f"{R}id") or "")
        address = related.target if related and related.is_outside else ""
        return _target(address, link.get(f"{W}anchor") or "")


def _is_one_link(one: RunStyle, other: RunStyle) -> bool:
    (_, _, is_link, href), (_, _, is_other, other_href) = one, other
    return is_link and is_other and (href or "") == (other_href or "")


def _target(address: str, anchor: str) -> Target:
    return Target((f"{address}#{anchor}" if anchor else address) or None)


def _symbol(one: Element) -> str:
    try:
        code = int(one.get(f"{W}char") or "", 16)
    except ValueError:
        return ""
    return sign_of(number(str(code), otherwise=0), one.get(f"{W}font") or "")


_SIGNS: dict[str, Callable[[Element], str]] = {
    "t": lambda one: one.text or "",
    "tab": lambda _: "\t",
    "ptab": lambda _: "\t",
    "noBreakHyphen": lambda _: "-",
    "softHyphen": lambda _: "",
    "sym": _symbol,
}
