"""What the styles of a document say of its paragraphs and words besides whether they can be seen."""

import re
from dataclasses import dataclass, field

from answerable.inspecting.markup import Element, attribute, is_on, local, named
from answerable.inspecting.office.writing.styles import child, children
from answerable.inspecting.rebuilding.documents.blocks import Height

_DEEPEST = 20
_HEADING = re.compile(r"heading ([1-9])")
_DEEPER = re.compile(r"list (?:bullet|number|continue)? ?([2-9])")
_QUOTES = ("quote", "intense quote", "block text")
_BODY_LEVEL = 9
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z]{2})?")
_SWITCHES = {"b": "is_bold", "i": "is_italic", "strike": "is_struck", "dstrike": "is_struck"}


@dataclass(slots=True)
class Style:
    """One style: what it is based on, and what it says itself."""

    name: str = ""
    parent: str = ""
    switches: dict[str, bool] = field(default_factory=dict)
    height: Height = "line"
    outline: int | None = None
    number: tuple[str, str] | None = None


@dataclass(slots=True)
class Formats:
    """The styles of a document by their names."""

    styles: dict[str, Style] = field(default_factory=dict)
    paragraph: str = ""
    base: dict[str, bool] = field(default_factory=dict)
    language: str = "en"

    def chain(self, name: str) -> list[Style]:
        """Return a style and those on which it is based."""
        found: list[Style] = []
        while name in self.styles and len(found) < _DEEPEST:
            found.append(self.styles[name])
            name = found[-1].parent
        return found

    def style_of(self, paragraph: Element) -> str:
        """Return the name of a paragraph's style."""
        named_style = child(child(paragraph, "pPr"), "pStyle")
        return self.paragraph if named_style is None else attribute(named_style, "val")

    def switches(self, run: Element, paragraph_style: str) -> dict[str, bool]:
        """Return whether a run is bold, italic or struck out."""
        properties = child(run, "rPr")
        own = _switches(properties)
        for one in children(properties, "rStyle"):
            for style in self.chain(attribute(one, "val")):
                own = {**style.switches, **own}
        for style in self.chain(paragraph_style):
            own = {**style.switches, **own}
        return {**self.base, **own}

    def height(self, run: Element) -> Height:
        """Return whether a run stands above or below its line."""
        properties = child(run, "rPr")
        own = _height(properties)
        for one in children(properties, "rStyle"):
            chain = (style.height for style in self.chain(attribute(one, "val")))
            own = next((height for height in (own, *chain) if height != "line"), "line")
        return own

    def heading_level(self, paragraph: Element) -> int:
        """Return the level of a heading; nought for other paragraphs."""
        for one in children(child(paragraph, "pPr"), "outlineLvl"):
            level = _number(one)
            return level + 1 if level is not None and level < _BODY_LEVEL else 0
        for style in self.chain(self.style_of(paragraph)):
            found = _HEADING.fullmatch(style.name)
            if found:
                return int(found[1])
            if style.name == "title":
                return 1
            if style.outline is not None:
                return style.outline + 1 if style.outline < _BODY_LEVEL else 0
        return 0

    def is_quote(self, paragraph: Element) -> bool:
        """Return whether a paragraph's style is one of quotations."""
        return any(one.name in _QUOTES for one in self.chain(self.style_of(paragraph)))

    def depth(self, paragraph: Element) -> int:
        """Return how deep a list is by the name of its style, whatever level it is counted on."""
        names = (one.name for one in self.chain(self.style_of(paragraph)))
        return next((int(found[1]) - 1 for name in names if (found := _DEEPER.fullmatch(name))), 0)

    def number(self, paragraph: Element) -> tuple[str, str] | None:
        """Return by which list and on which level a paragraph is numbered; None if it is not."""
        own = _numbered(child(paragraph, "pPr"))
        if own is not None and own[0]:
            return own
        for style in self.chain(self.style_of(paragraph)):
            if style.number is not None:
                level = own[1] if own is not None and own[1] else style.number[1]
                return style.number[0], level
        return None


def formats_of(root: Element | None, settings: Element | None) -> Formats:
    """Return what the styles of a document say."""
    formats = Formats()
    for one in root if root is not None else ():
        if local(one) == "docDefaults":
            for properties in named(one, "rPr"):
                formats.base = _switches(properties)
                formats.language = _language(child(properties, "lang")) or formats.language
        elif local(one) == "style":
            name = attribute(one, "styleId")
            formats.styles[name] = _style(one)
            if attribute(one, "type") == "paragraph" and attribute(one, "default") in ("1", "true"):
                formats.paragraph = name
    if settings is not None and formats.language == "en":
        formats.language = _language(child(settings, "themeFontLang")) or "en"
    return formats


def _style(one: Element) -> Style:
    properties, paragraph = child(one, "rPr"), child(one, "pPr")
    outline = child(paragraph, "outlineLvl")
    return Style(
        name=next((attribute(each, "val").lower() for each in children(one, "name")), ""),
        parent=next((attribute(each, "val") for each in children(one, "basedOn")), ""),
        switches=_switches(properties),
        height=_height(properties),
        outline=None if outline is None else _number(outline),
        number=_numbered(paragraph),
    )


def _switches(properties: Element | None) -> dict[str, bool]:
    return {_SWITCHES[local(one)]: is_on(one) for one in children(properties, *_SWITCHES)}


def _height(properties: Element | None) -> Height:
    value = next((attribute(one, "val") for one in children(properties, "vertAlign")), "")
    if value == "superscript":
        return "above"
    return "below" if value == "subscript" else "line"


def _numbered(properties: Element | None) -> tuple[str, str] | None:
    numbered = child(properties, "numPr")
    if numbered is None:
        return None
    key, level = child(numbered, "numId"), child(numbered, "ilvl")
    return (
        "" if key is None else attribute(key, "val"),
        "" if level is None else attribute(level, "val"),
    )


def language_of(told: str) -> str:
    """Return a language as pages name it; nothing if it is not told as one."""
    return told if _LANGUAGE.fullmatch(told) else ""


def _language(one: Element | None) -> str:
    return "" if one is None else language_of(attribute(one, "val"))


def _number(one: Element) -> int | None:
    value = attribute(one, "val")
    return int(value) if value.isdecimal() and len(value) < 3 else None  # noqa: PLR2004 levels have a digit
