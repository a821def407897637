"""What was written into a PDF's form fields and notes on the page: the page itself does not draw it."""

from collections.abc import Iterator

from answerable.reading.pdf.content import Page, Piece
from answerable.reading.pdf.objects import Objects, Value, text_of
from answerable.reading.pdf.places import Box

_CORNERS = 4
_MOST_FIELDS = 5_000
_MOST_LINES = 500
_DEEPEST = 32
_HIDDEN = 1 << 1
_IS_BUTTON = 1 << 16
_TICKED = "☑"
_LARGEST, _SMALLEST = 12.0, 4.0
# Letters stand a little above the lower edge of their line.
_FOOT = 0.2


def written_on(reference: str, objects: Objects, page: Page) -> list[Piece]:
    """Return what fields and free notes on a page say, a piece to a line; `reference` is the page's.

    The mark of a piece is the number of its field below zero: a structure tree names fields by those.
    """
    own = objects.of(reference)
    given = objects.of(own.get("/Annots")) if isinstance(own, dict) else None
    if not isinstance(given, list):
        return []
    return [piece for one in given[:_MOST_FIELDS] for piece in _written(one, objects, page)]


def mark_of(place: tuple[int, int]) -> int:
    """Return the mark of what is written into the field of a number."""
    return -place[0]


def _written(one: Value, objects: Objects, page: Page) -> Iterator[Piece]:
    field = objects.of(one)
    if not isinstance(field, dict) or _flags(field.get("/F")) & _HIDDEN:
        return
    kind = field.get("/Subtype")
    if kind == "/Widget":
        text = _value(field, objects)
    elif kind == "/FreeText":
        text = text_of(objects.of(field.get("/Contents"))) or ""
    else:
        return
    box = _box(objects.of(field.get("/Rect")))
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")[:_MOST_LINES]
    if box is None or not text.strip():
        return
    place = objects.place_of(one)
    mark = mark_of(place) if place else None
    left, top, right, bottom = page.shown(box)
    high = (bottom - top) / len(lines)
    size = max(_SMALLEST, min(_LARGEST, high))
    for number, line in enumerate(lines):
        below = top + (number + 1) * high
        where = (left, below - high, right, below)
        foot = below - high * _FOOT
        yield Piece(page.number, line, where, size, False, False, mark, False, False, foot)  # noqa: FBT003 as it is drawn


def _value(field: Value, objects: Objects) -> str:
    kind = _inherited(field, "/FT", objects)
    if kind == "/Btn":
        is_button = _flags(_inherited(field, "/Ff", objects)) & _IS_BUTTON
        return _TICKED if not is_button and field.get("/AS") not in (None, "/Off") else ""
    if kind not in ("/Tx", "/Ch"):
        return ""
    value = _inherited(field, "/V", objects)
    chosen = value if isinstance(value, list) else [value]
    return ", ".join(text for one in chosen if (text := text_of(objects.of(one))))


def _inherited(field: Value, key: str, objects: Objects) -> Value:
    for _ in range(_DEEPEST):
        if not isinstance(field, dict):
            break
        if key in field:
            return objects.of(field[key])
        field = objects.of(field.get("/Parent"))
    return None


def _box(given: Value) -> Box | None:
    if not isinstance(given, list) or len(given) != _CORNERS:
        return None
    sides = [float(one) for one in given if isinstance(one, int | float)]
    return (sides[0], sides[1], sides[2], sides[3]) if len(sides) == _CORNERS else None


def _flags(value: Value) -> int:
    return value if type(value) is int else 0
