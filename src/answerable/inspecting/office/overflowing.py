"""How tall the text of a box is, so that it can be told when it goes on beyond what shows it."""

from answerable.inspecting.markup import Element, attribute, named
from answerable.inspecting.office.writing.styles import child

_PER_POINT = 12_700
_LINE = 1.2
_WHOLE = 100_000


def lines_in(body: Element) -> int:
    """Return how many lines a text has at least: those that its author began."""
    return sum(1 for _ in named(body, "p", "br"))


def height_of_text(body: Element, *, usual: int) -> float:
    """Return how tall a text is at least, in the units of drawings; `usual` are hundredths of a point."""
    sizes = [attribute(one, "sz") for one in named(body, "rPr", "endParaRPr", "defRPr")]
    size = min((int(one) for one in sizes if one.isdigit()), default=usual)
    return lines_in(body) * size / 100 * _PER_POINT * _LINE * _scale(body)


def _scale(body: Element) -> float:
    fitted = child(child(body, "bodyPr"), "normAutofit")
    given = attribute(fitted, "fontScale") if fitted is not None else ""
    return int(given) / _WHOLE if given.isdigit() else 1
