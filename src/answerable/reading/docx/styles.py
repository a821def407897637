"""What a style gives to the words that bear it: italics, headings, numbers, with all it is based on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from answerable.reading.docx.elements import (
    NAMES,
    OFF,
    VALUE,
    Element,
    W,
    is_on,
    named,
    number,
    switch,
    value_of,
)

_STYLE_BEGINS, _STYLE_ENDS = b"<w:style ", b"</w:style>"
_OF_TABLE = b'w:type="table"'
_SLASH = ord("/")
_LATENT, _LATENT_END = b"<w:lsdException ", b"</w:latentStyles>"
_OF_LOOKS = frozenset(("pStyle", "numPr", "outlineLvl"))
_DEEPEST = 50
_BODY_TEXT = 9


@dataclass(frozen=True, slots=True)
class Style:
    """One style as it is written; what it does not say is None, and is that of the style it is based on."""

    name: str = ""
    based_on: str | None = None
    italic: bool | None = None
    bold: bool | None = None
    hidden: bool | None = None
    outline: int | None = None
    list_id: str | None = None
    list_level: int | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """What a paragraph is by its style and its own properties.

    `list_id` and `list_level` say which number it bears; `styles` are the styles that it is based on,
    nearest first: a list's level may belong to one of them. `marks` are those of words in it, once known.
    """

    italic: bool | None = None
    bold: bool | None = None
    hidden: bool | None = None
    is_heading: bool = False
    is_contents: bool = False
    list_id: str | None = None
    list_level: int | None = None
    styles: tuple[str, ...] = ()
    marks: dict[tuple[str | bool | None, ...], "Marks"] = field(default_factory=dict, compare=False)


class Marks(NamedTuple):
    """How words look: three properties that styles turn on and off."""

    italic: bool
    bold: bool
    hidden: bool


@dataclass(slots=True)
class Styles:
    """The styles of a document by their ids, each read when it is asked for, and what holds for all its words."""

    written: dict[str, Element] = field(default_factory=dict)
    styles: dict[str, Style] = field(default_factory=dict)
    usual: str | None = None
    whole: Style = field(default_factory=Style)
    looks: dict[str | None, Look] = field(default_factory=dict)
    own_looks: dict[tuple[str | None, ...], Look] = field(default_factory=dict)

    def look_of(self, properties: Mapping[str, Element]) -> Look:
        """Return what a paragraph with these properties is."""
        if _OF_LOOKS.isdisjoint(properties):
            return self._look(self.usual)
        given = value_of(properties.get("pStyle"))
        look = self._look(given if given in self.written else self.usual)
        numbered, outline = properties.get("numPr"), value_of(properties.get("outlineLvl"))
        if numbered is None and outline is None:
            return look
        said = named(numbered)
        list_id, level = value_of(said.get("numId")), value_of(said.get("ilvl"))
        key = (given, outline, list_id, level)
        if key not in self.own_looks:
            self.own_looks[key] = self._own_look(look, outline, list_id, level)
        return self.own_looks[key]

    @staticmethod
    def _own_look(look: Look, outline: str | None, list_id: str | None, level: str | None) -> Look:
        return Look(
            look.italic,
            look.bold,
            look.hidden,
            look.is_heading if outline is None else _heads(number(outline, otherwise=_BODY_TEXT)),
            look.is_contents,
            look.list_id if list_id is None else list_id,
            number(level, otherwise=0)
            if level is not None
            else (look.list_level if list_id is None else 0),
            # A list given to the paragraph itself says its own level.
            look.styles if list_id is None and level is None else (),
        )

    def marks_of(self, properties: Element | None, look: Look) -> Marks:
        """Return whether words are italic, bold and hidden.

        What the words themselves say holds; a style of words turns over what the paragraph's style says.
        """
        style = italic = bold = hidden = None
        for one in properties if properties is not None else ():
            name = NAMES[one.tag]
            if name == "i":
                italic = one.get(VALUE) not in OFF
            elif name == "b":
                bold = one.get(VALUE) not in OFF
            elif name == "rStyle":
                style = one.get(VALUE)
            elif name == "vanish":
                hidden = one.get(VALUE) not in OFF
        key = (style, italic, bold, hidden)
        marks = look.marks.get(key)
        if marks is None:
            marks = look.marks[key] = self._marks(style, look, (italic, bold, hidden))
        return marks

    def _marks(self, of_words: str | None, look: Look, own: Sequence[bool | None]) -> Marks:
        return Marks(
            *(
                self._is_on(name, of_words, look) if given is None else given
                for name, given in zip(Marks._fields, own, strict=True)
            )
        )

    def _is_on(self, name: str, of_words: str | None, look: Look) -> bool:
        by_words, by_paragraph = self._inherited(of_words, name), getattr(look, name)
        if by_words is None and by_paragraph is None:
            return bool(getattr(self.whole, name))
        return bool(by_words) != bool(by_paragraph)

    def list_of(self, style: str) -> str | None:
        """Return the list that a style of lists stands for."""
        return self._style(style).list_id if style in self.written else None

    def _style(self, name: str) -> Style:
        if name not in self.styles:
            self.styles[name] = _style(self.written[name])
        return self.styles[name]

    def _look(self, style: str | None) -> Look:
        look = self.looks.get(style)
        if look is None:
            look = self.looks[style] = self._as_styled(style)
        return look

    def _as_styled(self, style: str | None) -> Look:
        chain = self._chain(style)
        names = [self._style(one).name for one in chain]
        outline = self._inherited(style, "outline")
        return Look(
            self._inherited(style, "italic"),
            self._inherited(style, "bold"),
            self._inherited(style, "hidden"),
            _heads(_BODY_TEXT if outline is None else outline) or any(map(_is_title, names)),
            any(name.startswith("toc ") for name in names),
            self._inherited(style, "list_id"),
            self._inherited(style, "list_level"),
            chain,
        )

    def _chain(self, style: str | None) -> tuple[str, ...]:
        chain: list[str] = []
        while style in self.written and style not in chain and len(chain) < _DEEPEST:
            chain.append(style)
            style = self._style(style).based_on
        return tuple(chain)

    # A style's fields have several types: which one is asked for is known to the caller alone.
    def _inherited(self, style: str | None, name: str) -> Element | None:
        given = (getattr(self._style(one), name) for one in self._chain(style))
        return next((one for one in given if one is not None), None)


def without_styles_of_tables(data: bytes) -> bytes:
    """Return the part of styles without those of tables: most of what Word writes, and never asked for.

    They are told by how Word writes them; written otherwise they stay, and change nothing.
    """
    front, *styles = data.split(_STYLE_BEGINS)
    return _without_latent(b"".join([front, *map(_unless_of_table, styles)]))


def _unless_of_table(written: bytes) -> bytes:
    """Return a style, from behind its begin, with its begin; of one of tables only what stands behind it."""
    head = written.find(b">")
    if written.find(_OF_TABLE, 0, head) < 0 or written[head - 1] == _SLASH:
        return _STYLE_BEGINS + written
    # Nearly always another style follows at once.
    if written.endswith(_STYLE_ENDS):
        return b""
    end = written.rfind(_STYLE_ENDS)
    return _STYLE_BEGINS + written if end < 0 else written[end + len(_STYLE_ENDS) :]


def _without_latent(data: bytes) -> bytes:
    """Return the part of styles without Word's list of those that the file does not hold: half of the rest."""
    start = data.find(b"<w:latentStyles ")
    end = data.find(_LATENT_END, start) if start >= 0 else -1
    if end < 0 or data.count(b"<", start, end) != data.count(_LATENT, start, end) + 1:
        return data
    return data[:start] + data[end + len(_LATENT_END) :]


def styles_of(root: Element | None) -> Styles:
    """Return the styles of a document; none at all if it has no part for them."""
    styles = Styles()
    if root is None:
        return styles
    for one in root.iterfind(f"{W}style"):
        name = one.get(f"{W}styleId") or ""
        styles.written[name] = one
        is_usual = one.get(f"{W}default") in ("1", "true", "on")
        if is_usual and one.get(f"{W}type") == "paragraph":
            styles.usual = name
    whole = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    styles.whole = Style(
        italic=switch(whole, "i"), bold=switch(whole, "b"), hidden=switch(whole, "vanish")
    )
    return styles


def _style(one: Element) -> Style:
    given = named(one)
    words, paragraph = named(given.get("rPr")), named(given.get("pPr"))
    numbered = named(paragraph.get("numPr"))
    outline, level = value_of(paragraph.get("outlineLvl")), value_of(numbered.get("ilvl"))
    return Style(
        name=(value_of(given.get("name")) or "").lower(),
        based_on=value_of(given.get("basedOn")),
        italic=is_on(words.get("i")),
        bold=is_on(words.get("b")),
        hidden=is_on(words.get("vanish")),
        outline=None if outline is None else number(outline, otherwise=_BODY_TEXT),
        list_id=value_of(numbered.get("numId")),
        list_level=None if level is None else number(level, otherwise=0),
    )


def _heads(outline: int) -> bool:
    return 0 <= outline < _BODY_TEXT


def _is_title(name: str) -> bool:
    return name in ("title", "subtitle") or (name.startswith("heading ") and name[8:].isdigit())
