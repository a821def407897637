"""Lists of OpenDocument: what is printed before an item, and how its numbers go on."""

from dataclasses import dataclass, field

from answerable.reading.docx.symbols import bullet_of
from answerable.reading.numerals import printed
from answerable.reading.opendocument.elements import STYLE, TEXT, XML, Element, number_of

_FORMS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "01": "decimalZero", "1st": "ordinal",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: the form of its numbers, none for bullets; `shows` levels are printed."""

    form: str = ""
    prefix: str = ""
    suffix: str = ""
    bullet: str | None = None
    start: int = 1
    shows: int = 1


ListStyle = dict[int, Level]


def list_style_of(style: Element) -> ListStyle:
    """Return the levels of a style of lists, the first as 0."""
    return {
        number_of(one, f"{TEXT}level", otherwise=1) - 1: _level(one)
        for one in style
        if one.get(f"{TEXT}level")
    }


def _level(one: Element) -> Level:
    if one.tag.endswith("level-style-bullet"):
        return Level(bullet=bullet_of(one.get(f"{TEXT}bullet-char") or "", "symbol"))
    if one.tag.endswith("level-style-image"):
        return Level(bullet="•")
    return Level(
        form=_FORMS.get(one.get(f"{STYLE}num-format") or "", ""),
        prefix=one.get(f"{STYLE}num-prefix") or "",
        suffix=one.get(f"{STYLE}num-suffix") or "",
        start=number_of(one, f"{TEXT}start-value", otherwise=1),
        shows=max(1, number_of(one, f"{TEXT}display-levels", otherwise=1)),
    )


@dataclass(slots=True)
class Counter:
    """The numbers of one list, by level; a level that has no item yet is not in it."""

    numbers: dict[int, int] = field(default_factory=dict)

    def next_of(self, style: ListStyle, level: int, *, start: int | None) -> str:
        """Return the number of the next item of a level as it is printed; those below begin anew."""
        own = style.get(level, Level())
        number = self.numbers.get(level, own.start - 1) + 1 if start is None else start
        self.numbers = {at: count for at, count in self.numbers.items() if at < level}
        self.numbers[level] = number
        if not own.form:
            return ""
        shown = []
        for at in range(max(0, level - own.shows + 1), level + 1):
            form = style.get(at, Level()).form
            if form:
                shown.append(printed(self.numbers.get(at, style.get(at, Level()).start), form))
        return f"{own.prefix}{'.'.join(shown)}{own.suffix}".strip()


@dataclass(slots=True)
class Lists:
    """The lists of one document: which counts go on in which later list."""

    by_id: dict[str, Counter] = field(default_factory=dict)
    by_style: dict[str, Counter] = field(default_factory=dict)

    def begin(self, element: Element, style: str) -> Counter:
        """Return the counter of a list that begins: a new one, or that of the list it goes on with."""
        before = element.get(f"{TEXT}continue-list")
        counter = self.by_id.get(before or "")
        if counter is None and element.get(f"{TEXT}continue-numbering") == "true":
            counter = self.by_style.get(style)
        counter = counter or Counter()
        self.by_style[style] = counter
        own = element.get(f"{XML}id")
        if own:
            self.by_id[own] = counter
        return counter
