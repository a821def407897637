"""The proof on the bytes that would leave: what each reader still finds of what was marked."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import pypdfium2

from answerable.inspecting.redacting.characters import Character, page_text
from answerable.inspecting.redacting.cleaning.spoken import without_spoken
from answerable.inspecting.redacting.marks import Box
from answerable.inspecting.redacting.opening import opened, read
from answerable.inspecting.redacting.pages import Shown, shown
from answerable.inspecting.redacting.plane import Area
from answerable.inspecting.redacting.proving.miner import mined
from answerable.inspecting.redacting.proving.popple import Word, told
from answerable.inspecting.redacting.reading import characters_of, picture_of
from answerable.inspecting.redacting.words import Sought, evened

PDFIUM, MINER, POPPLER, PIXELS = "pdfium", "pdfminer.six", "poppler", "pixels"

_DOTS = 72
_DARK = 16
_WITHIN = 0.05
_POINT = 1.0
_TOUCHED = 0.1
"""The share of a character under a mark from which its word counts as marked."""

Boxes = Mapping[int, Sequence[Box]]


@dataclass(slots=True)
class Left:
    """How much of what was marked each reader still finds, and on which pages."""

    counts: dict[str, int] = field(default_factory=dict)
    pages: set[int] = field(default_factory=set)

    def add(self, reader: str, page: int, count: int) -> None:
        """Add what a reader finds on a page."""
        self.counts[reader] = self.counts.get(reader, 0) + count
        if count:
            self.pages.add(page)


def what_is_left(
    data: bytes,
    boxes: Boxes,
    everywhere: Sought,
    popplers: str | None,
    pages: Collection[int] | None = None,
) -> Left:
    """Return what is left of marks in a file; `popplers` is what pdftotext says of it, if it is installed.

    `pages` are those that are looked at; without them, all that something was sought on.

    :raises CannotMine: if one of the readers cannot read it.
    :raises CannotRedact: if it cannot even be opened.
    """
    left = Left()
    with opened(data) as pdf:
        places = [shown(page) for page in pdf.pages]
    areas = {page: [places[page - 1].area_of(box) for box in some] for page, some in boxes.items()}
    readers: dict[int, list[Character]] = {}
    document = read(data)
    for page in _asked(places, areas, everywhere) if pages is None else sorted(pages):
        characters = characters_of(document[page - 1])
        readers[page] = characters
        left.add(PDFIUM, page, _count(characters, areas.get(page, []), everywhere))
        left.add(PIXELS, page, _seen(document[page - 1], places[page - 1], boxes.get(page, [])))
    for page, mine in mined(data, set(readers)):
        # A reader that cannot read a page has not shown that nothing is left on it.
        count = 1 if mine is None else _count(mine, areas.get(page, []), everywhere)
        left.add(MINER, page, count)
    if popplers is not None:
        for page, words in enumerate(told(popplers), start=1):
            if page in readers:
                count = _told_too_much(words, boxes.get(page, []), readers[page], places[page - 1])
                left.add(POPPLER, page, count + len(_written(words, everywhere)))
    return left


def _asked(places: Sequence[Shown], areas: Mapping[int, object], everywhere: Sought) -> list[int]:
    return list(range(1, len(places) + 1)) if everywhere.patterns else sorted(areas)


def _count(characters: Sequence[Character], areas: Sequence[Area], everywhere: Sought) -> int:
    inner = [one.grown(-_WITHIN) for one in areas]
    under = sum(
        bool(one.sign.strip()) and any(area.holds(one.area.middle) for area in inner)
        for one in characters
    )
    return under + _found(characters, everywhere)


def _found(characters: Sequence[Character], everywhere: Sought) -> int:
    return len(page_text(characters).found(everywhere)) if everywhere.patterns else 0


def _seen(page: pypdfium2.PdfPage, place: Shown, boxes: Sequence[Box]) -> int:
    """Return how many boxes are not black all over in a picture of the page."""
    if not boxes:
        return 0
    picture = picture_of(page, dots=_DOTS).convert("L")
    width, height = place.size
    across, down = picture.width / width, picture.height / height
    count = 0
    for left, top, right, bottom in boxes:
        # The outermost pixel is shared with what is beside the box.
        span = (
            max(0, int(left * across) + 1),
            max(0, int(top * down) + 1),
            min(picture.width, int(right * across)),
            min(picture.height, int(bottom * down)),
        )
        if span[0] < span[2] and span[1] < span[3]:
            count += _brightest(picture.crop(span).getextrema()) > _DARK
    return count


def _brightest(extremes: object) -> float:
    assert isinstance(extremes, tuple)  # noqa: S101 of one band
    return float(extremes[1])


def _told_too_much(
    words: Sequence[Word], boxes: Sequence[Box], characters: Sequence[Character], place: Shown
) -> int:
    """Return how many signs of words that reach under a mark no other character accounts for."""
    count = 0
    for word in words:
        if not any(_overlap(word.box, box) for box in boxes):
            continue
        area = place.area_of(word.box).grown(_POINT)
        known = Counter(
            sign
            for one in characters
            if area.holds(one.area.middle)
            for sign in evened(one.sign).text
        )
        count += (Counter(evened(word.text).text) - known).total()
    return count


def _overlap(word: Box, box: Box) -> bool:
    return (
        min(word[2], box[2]) - max(word[0], box[0]) > _WITHIN
        and min(word[3], box[3]) - max(word[1], box[1]) > _WITHIN
    )


def _written(words: Sequence[Word], everywhere: Sought) -> list[tuple[int, int]]:
    return list(everywhere.found(" ".join(one.text for one in words)))


def lost_words(before: bytes, after: bytes, boxes: Boxes, drawn: set[int]) -> tuple[int, int]:
    """Return how many words that nobody marked are gone or have moved, and how many there were.

    Pages that are pictures now are left out: they show what they showed.
    """
    lost = total = 0
    first, then = read(before), read(without_spoken(after))
    with opened(before) as pdf:
        places = [shown(page) for page in pdf.pages]
    for page, some in boxes.items():
        if page in drawn:
            continue
        areas = [places[page - 1].area_of(box).grown(_WITHIN) for box in some]
        left = _Places(characters_of(then[page - 1]))
        for word in _unmarked(characters_of(first[page - 1]), areas):
            total += 1
            lost += not all(left.has(one) for one in word)
    for page in range(1, len(places) + 1):
        if page not in boxes:
            total += len(list(_unmarked(characters_of(first[page - 1]), [])))
    return lost, total


class _Places:
    """Where which signs stand."""

    def __init__(self, characters: Sequence[Character]) -> None:
        self._known = {
            (one.sign, *_rounded(one.area.middle, dx, dy))
            for one in characters
            for dx in (0, 1)
            for dy in (0, 1)
        }

    def has(self, one: Character) -> bool:
        """Return whether a sign stands where it stood, to a point."""
        return any(
            (one.sign, *_rounded(one.area.middle, dx, dy)) in self._known
            for dx in (0, 1)
            for dy in (0, 1)
        )


def _rounded(point: tuple[float, float], right: int, up: int) -> tuple[int, int]:
    return int(point[0] // _POINT) + right, int(point[1] // _POINT) + up


def _unmarked(characters: Sequence[Character], areas: Sequence[Area]) -> Iterator[list[Character]]:
    """Yield the words of which no character reaches under a mark."""
    word: list[Character] = []
    last: Character | None = None
    for one in characters:
        if not one.sign.strip() or (last is not None and _is_apart(last, one)):
            if word and not _reaches(word, areas):
                yield word
            word = []
        if one.sign.strip():
            word.append(one)
        last = one
    if word and not _reaches(word, areas):
        yield word


def _is_apart(last: Character, one: Character) -> bool:
    height = max(last.area.top - last.area.bottom, 0.1)
    gap = one.area.left - last.area.right
    level = abs(last.area.middle[1] - one.area.middle[1])
    return gap > 0.15 * height or gap < -height or level > 0.5 * height


def _reaches(word: Sequence[Character], areas: Sequence[Area]) -> bool:
    return any(one.area.share_in(area) > _TOUCHED for one in word for area in areas)
