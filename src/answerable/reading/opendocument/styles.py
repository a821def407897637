"""What a style of OpenDocument gives to the words that bear it, with all that it is based on."""

from dataclasses import dataclass, field

from answerable.reading.opendocument.elements import FO, OFFICE, STYLE, TEXT, Element
from answerable.reading.opendocument.lists import ListStyle, list_style_of

_DEEPEST = 50
_PLACES = (f"{OFFICE}styles", f"{OFFICE}automatic-styles")


@dataclass(frozen=True, slots=True)
class Style:
    """One style as it is written; what it does not say is None, and is that of the style it is based on."""

    name: str = ""
    based_on: str | None = None
    italic: bool | None = None
    bold: bool | None = None
    hidden: bool | None = None
    breaks: bool = False


@dataclass(frozen=True, slots=True)
class Marks:
    """How words look, and whether they are hidden."""

    italic: bool = False
    bold: bool = False
    hidden: bool = False


@dataclass(slots=True)
class Styles:
    """The styles of one document by family and name, those of its lists, and the numbers of headings."""

    styles: dict[tuple[str, str], Style] = field(default_factory=dict)
    lists: dict[str, ListStyle] = field(default_factory=dict)
    outline: ListStyle | None = None
    chains: dict[tuple[str, str], tuple[Style, ...]] = field(default_factory=dict)

    def marks(self, family: str, name: str | None, around: Marks) -> Marks:
        """Return how words of a style look; what it does not say is as around them."""
        chain = self.chain(family, name)
        said = (
            next((value for one in chain if (value := getattr(one, what)) is not None), None)
            for what in ("italic", "bold", "hidden")
        )
        outside = (around.italic, around.bold, around.hidden)
        return Marks(*(out if own is None else own for own, out in zip(said, outside, strict=True)))

    def is_title(self, name: str | None) -> bool:
        """Return whether a paragraph of a style is a title or a heading."""
        return any(
            one.name in ("Title", "Subtitle") or one.name.startswith("Heading")
            for one in self.chain("paragraph", name)
        )

    def breaks_page(self, name: str | None) -> bool:
        """Return whether a paragraph of a style begins a page."""
        return any(one.breaks for one in self.chain("paragraph", name)[:1])

    def chain(self, family: str, name: str | None) -> tuple[Style, ...]:
        """Return a style and those it is based on, the nearest first."""
        key = (family, name or "")
        if key not in self.chains:
            chain: list[Style] = []
            at: str | None = name
            while at is not None and len(chain) < _DEEPEST and (family, at) in self.styles:
                chain.append(self.styles[family, at])
                at = chain[-1].based_on
            self.chains[key] = tuple(chain)
        return self.chains[key]


def styles_of(*roots: Element | None) -> Styles:
    """Return the styles of a document: those of all its pages, and those that are its text's own."""
    styles = Styles()
    for root in roots:
        places = [] if root is None else [root.find(place) for place in _PLACES]
        for place in places:
            for one in () if place is None else place:
                _keep(styles, one)
    return styles


def _keep(styles: Styles, one: Element) -> None:
    name = one.get(f"{STYLE}name") or ""
    if one.tag == f"{STYLE}style":
        styles.styles[one.get(f"{STYLE}family") or "", name] = _style(one, name)
    elif one.tag == f"{TEXT}list-style":
        styles.lists[name] = list_style_of(one)
    elif one.tag == f"{TEXT}outline-style":
        styles.outline = list_style_of(one)


def _style(one: Element, name: str) -> Style:
    words, block = one.find(f"{STYLE}text-properties"), one.find(f"{STYLE}paragraph-properties")
    slant = None if words is None else words.get(f"{FO}font-style")
    weight = None if words is None else words.get(f"{FO}font-weight")
    shown = None if words is None else words.get(f"{TEXT}display")
    page = None if block is None else block.get(f"{FO}break-before")
    return Style(
        name=one.get(f"{STYLE}display-name") or name.replace("_20_", " "),
        based_on=one.get(f"{STYLE}parent-style-name"),
        italic=None if slant is None else slant in ("italic", "oblique"),
        bold=None if weight is None else _is_bold(weight),
        hidden=None if shown is None else shown == "none",
        breaks=page == "page" or bool(one.get(f"{STYLE}master-page-name")),
    )


def _is_bold(weight: str) -> bool:
    return weight == "bold" or weight in ("600", "700", "800", "900")
