"""The signs and numbers before paragraphs of slides, which layouts and masters say where a slide does not."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from answerable.inspecting.markup import Element, attribute, local, named
from answerable.inspecting.office.slides.shapes import inherited_from, placeholder_of
from answerable.inspecting.office.writing.styles import child
from answerable.inspecting.rebuilding.documents.left_out import Left
from answerable.inspecting.rebuilding.documents.signs import readable, symbol
from answerable.inspecting.rebuilding.documents.writing.numbering import written

_FONTS_OF_PICTURES = ("symbol", "wingdings", "webdings")
_WRITTEN = {
    "alphaLc": "lowerLetter",
    "alphaUc": "upperLetter",
    "romanLc": "lowerRoman",
    "romanUc": "upperRoman",
}
_AROUND = {"Period": "{}.", "ParenR": "{})", "ParenBoth": "({})", "Plain": "{}"}
_MOST_LEVELS = 9


@dataclass(slots=True)
class Bullets:
    """The signs of one shape's paragraphs, while they are read one after another."""

    sources: list[Element]
    left: Left
    _counts: dict[int, int] = field(default_factory=dict)

    def mark(self, paragraph: Element) -> tuple[int, str]:
        """Return on which level a paragraph stands, and what is shown before it; nothing if nothing is."""
        settings = child(paragraph, "pPr")
        told = "" if settings is None else attribute(settings, "lvl")
        level = min(int(told), _MOST_LEVELS - 1) if told.isdecimal() else 0
        for holder in self._said(settings, level):
            for one in holder:
                name = local(one)
                if name == "buNone":
                    return level, ""
                if name == "buChar":
                    return level, self._sign(attribute(one, "char"), holder)
                if name == "buBlip":
                    return level, "•"
                if name == "buAutoNum":
                    return level, self._number(one, level)
        return level, ""

    def _said(self, settings: Element | None, level: int) -> Iterator[Element]:
        if settings is not None:
            yield settings
        for source in self.sources:
            found = child(source, f"lvl{level + 1}pPr")
            if found is not None:
                yield found

    def _sign(self, sign: str, holder: Element) -> str:
        font = child(holder, "buFont")
        if font is not None and attribute(font, "typeface").lower().startswith(_FONTS_OF_PICTURES):
            return "".join(symbol(ord(one), self.left) for one in sign[:1]).strip() or "•"
        return readable(sign[:2], self.left).strip()

    def _number(self, one: Element, level: int) -> str:
        start = attribute(one, "startAt")
        first = int(start) if start.isdecimal() else 1
        self._counts[level] = self._counts.get(level, first - 1) + 1
        for deeper in [each for each in self._counts if each > level]:
            del self._counts[deeper]
        kind = attribute(one, "type")
        how = next((name for head, name in _WRITTEN.items() if kind.startswith(head)), "decimal")
        around = next((form for end, form in _AROUND.items() if kind.endswith(end)), "{}.")
        return around.format(written(self._counts[level], how))


def bullets_of(shape: Element, left: Left, *above: Element) -> Bullets:
    """Return the signs of a shape's paragraphs; `above` are its layout and its master."""
    own = child(child(shape, "txBody"), "lstStyle")
    sources = [] if own is None else [own]
    for one in inherited_from(shape, *above):
        styled = child(child(one, "txBody"), "lstStyle")
        sources += [] if styled is None else [styled]
    placeholder = placeholder_of(shape)
    if placeholder is not None and above:
        sources += named(above[-1], _usual(attribute(placeholder, "type")))
    return Bullets(sources, left)


def _usual(kind: str) -> str:
    if kind in ("title", "ctrTitle"):
        return "titleStyle"
    return "otherStyle" if kind in ("dt", "ftr", "sldNum") else "bodyStyle"
