"""The numbers and signs of lists and headings in an OpenDocument file, counted as its readers see them."""

from dataclasses import dataclass, field

from answerable.inspecting.markup import Element, attribute, local, named
from answerable.inspecting.rebuilding.documents.left_out import Left
from answerable.inspecting.rebuilding.documents.signs import readable
from answerable.inspecting.rebuilding.documents.writing.numbering import written

_LEVELS = (
    "list-level-style-number",
    "list-level-style-bullet",
    "list-level-style-image",
    "outline-level-style",
)
_WRITTEN = {"i": "lowerRoman", "I": "upperRoman", "a": "lowerLetter", "A": "upperLetter"}
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Level:
    """How one level is counted and written; a sign stands for all numbers."""

    sign: str = ""
    format: str = ""
    before: str = ""
    behind: str = ""
    shown: int = 1
    start: int = 1


@dataclass(slots=True)
class Counting:
    """The levels of lists by their names; the one without a name is that of headings."""

    styles: dict[str, dict[int, Level]]
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def begin(self, name: str) -> None:
        """Count a list from its beginning."""
        self._counts.pop(name, None)

    def label(self, name: str, depth: int, start: str = "") -> str:
        """Return what is shown before the next point of a list on a level."""
        levels = self.styles.get(name, {})
        how = levels.get(depth, Level())
        if how.sign:
            return how.sign
        counts = self._counts.setdefault(name, {})
        counts[depth] = int(start) if start.isdecimal() else counts.get(depth, how.start - 1) + 1
        for deeper in [one for one in counts if one > depth]:
            del counts[deeper]
        if not how.format:
            return f"{how.before}{how.behind}".strip()
        first = max(0, depth - how.shown + 1)
        numbers = [
            written(counts.setdefault(one, levels.get(one, Level()).start), _how(levels, one))
            for one in range(first, depth + 1)
            if levels.get(one, Level()).format
        ]
        return f"{how.before}{'.'.join(numbers)}{how.behind}".strip()[:_LONGEST]


def counting_of(left: Left, *roots: Element | None) -> Counting:
    """Return the lists of a file's parts."""
    styles: dict[str, dict[int, Level]] = {}
    for root in roots:
        for one in named(root, "list-style", "outline-style") if root is not None else ():
            name = "" if local(one) == "outline-style" else attribute(one, "name")
            styles[name] = {
                int(attribute(each, "level")) - 1: _level(each, left)
                for each in one
                if local(each) in _LEVELS and attribute(each, "level").isdecimal()
            }
    return Counting(styles)


def _how(levels: dict[int, Level], depth: int) -> str:
    return _WRITTEN.get(levels.get(depth, Level()).format, "decimal")


def _level(one: Element, left: Left) -> Level:
    shown, start = attribute(one, "display-levels"), attribute(one, "start-value")
    if local(one) == "list-level-style-image":
        return Level(sign="•")
    return Level(
        sign=readable(attribute(one, "bullet-char"), left).strip(),
        format=attribute(one, "num-format"),
        before=readable(attribute(one, "num-prefix"), left),
        behind=readable(attribute(one, "num-suffix"), left),
        shown=int(shown) if shown.isdecimal() else 1,
        start=int(start) if start.isdecimal() else 1,
    )
