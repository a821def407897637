"""What the columns of a table without lines hold: prose, or a few words; and how far apart the lines of a cell stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from answerable.reading.pdf.gutters import Span

_OVERLAP = 0.8
_SENTENCE = 5
_WRAPPED = 0.2
_FEWEST_LINES = 4
_SELDOM = 0.6
_FEW = 2
_BLANK = 0.15


@dataclass(slots=True)
class Beside:
    """The cells beside each other in a band: `texts` by column, the first words' places and style.

    `feet` are how far down the words of each column stand, where they do not all stand as low as the band, and
    `reach` is from where to where they go there, in points.
    """

    foot: float
    size: float
    texts: list[str]
    is_bold: bool = False
    feet: Sequence[float] = ()
    reach: Sequence[Span | None] = ()

    @property
    def begins(self) -> bool:
        """Return whether its first cell has words."""
        return bool(self.texts[0])

    @property
    def filled(self) -> int:
        """Return how many of its cells have words."""
        return sum(map(bool, self.texts))

    @property
    def top(self) -> float:
        """Return how far down the highest of its words stand."""
        return min(self._stand(), default=self.foot)

    @property
    def bottom(self) -> float:
        """Return how far down the lowest of its words stand."""
        return max(self._stand(), default=self.foot)

    def foot_in(self, column: int) -> float:
        """Return how far down the words of a column stand."""
        return self.feet[column] if self.feet else self.foot

    def _stand(self) -> list[float]:
        return [foot for foot, text in zip(self.feet, self.texts, strict=False) if text]


@dataclass(frozen=True, slots=True)
class Columns:
    """What stands in each column of a table.

    `has_prose` says that one of them holds sentences, a line of which has five words or more; `prose` names those
    whose words run on from line to line, however narrow they are, `short` those with a few words here and there.
    """

    has_prose: bool
    prose: frozenset[int]
    short: frozenset[int]


def columns_of(bands: Sequence[Beside]) -> Columns:
    """Return what stands in each column of bands."""
    columns = [
        [text for text in column if text]
        for column in zip(*(band.texts for band in bands), strict=True)
    ]
    most = max(map(len, columns))
    wordy = {n for n, lines in enumerate(columns) if lines and _words(lines) >= _SENTENCE}
    prose = wordy | {n for n, lines in enumerate(columns) if _runs_on(lines, most)}
    short = {n for n, lines in enumerate(columns) if lines and _is_short(lines, most)}
    return Columns(bool(wordy), frozenset(prose), frozenset(short - prose))


@dataclass(frozen=True, slots=True)
class Step:
    """Two lines below each other in one column: their bands, how far apart they stand, in points and in sizes of the font.

    `is_full` says that the first word of the lower one had no room behind the upper one: it may be one paragraph.
    """

    column: int
    above: int
    below: int
    gap: float
    ratio: float
    is_full: bool


def steps_of(bands: Sequence[Beside]) -> list[Step]:
    """Return the steps from line to line, column by column; the lines of other cells may stand between them."""
    found: list[Step] = []
    for column in range(len(bands[0].texts)):
        own = [place for place, band in enumerate(bands) if band.texts[column]]
        ends = [reach[1] for place in own if (reach := _reach(bands[place], column))]
        limit = max(ends, default=0.0)
        for above, below in pairwise(own):
            first, second = bands[above], bands[below]
            gap = second.foot_in(column) - first.foot_in(column)
            ratio = gap / max(second.size, 1.0)
            found.append(
                Step(column, above, below, gap, ratio, _is_full(first, second, column, limit))
            )
    return found


def pitch_of(steps: Sequence[Step]) -> float | None:
    """Return how far apart lines of one cell stand, in sizes of their font; None where none stand below each other.

    Where few cells have a second line most lines stand as far apart as rows do: lines behind full ones tell.
    """
    usual = sorted(step.ratio for step in steps if step.ratio >= _OVERLAP)
    full = sorted(step.ratio for step in steps if step.ratio >= _OVERLAP and step.is_full)
    found = full or usual
    return found[len(found) // 10] if found else None


def _is_full(above: Beside, below: Beside, column: int, limit: float) -> bool:
    first, second = _reach(above, column), _reach(below, column)
    if not first or not second:
        return True
    text = below.texts[column]
    word = len(text.split(maxsplit=1)[0]) / len(text) * (second[1] - second[0])
    return first[1] + word + below.size * _BLANK > limit


def _reach(band: Beside, column: int) -> Span | None:
    return band.reach[column] if band.reach else None


def _words(lines: Sequence[str]) -> float:
    return sum(len(text.split()) for text in lines) / len(lines)


def _is_short(lines: Sequence[str], most: int) -> bool:
    """Return whether a column holds a word or two, or three in fewer lines than others."""
    words = _words(lines)
    return words <= _FEW or (words <= _FEW + 1 and len(lines) <= most * _SELDOM)


def _runs_on(lines: Sequence[str], most: int) -> bool:
    """Return whether a column has as many lines as others, and every few one goes on in the middle of a sentence."""
    wrapped = sum(text[:1].islower() for text in lines)
    is_long = len(lines) >= max(_FEWEST_LINES, most * _SELDOM) and _words(lines) > _FEW
    return is_long and wrapped >= len(lines) * _WRAPPED
