"""Rows of a table without lines: which of its bands begin one, and which only go on."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from answerable.domain.questions import leading_label
from answerable.reading.days import is_day_alone
from answerable.reading.pdf.places import Box
from answerable.reading.references import is_reference

_LOOSE = 1.22
_LOOSE_POINTS = 1.2
_NARROW = 1.06
_NARROW_POINTS = 0.5
_EVEN = 0.02
_LITTLE = 1.02
_LITTLE_POINTS = 0.3
_ALWAYS = 0.9
_OVERLAP = 0.8
_MOSTLY = 0.6
_FEWEST_RULED = 4
_WIDE = 0.5
_NEAR = 3.0
_FEWEST_COLUMNS = 3
_SENTENCE = 5
_ENDS = (".", "?", "!")


@dataclass(slots=True)
class Beside:
    """The cells beside each other in a band: `texts` by column, the first words' places and style."""

    foot: float
    size: float
    texts: list[str]
    is_bold: bool = False

    @property
    def begins(self) -> bool:
        """Return whether its first cell has words."""
        return bool(self.texts[0])

    @property
    def filled(self) -> int:
        """Return how many of its cells have words."""
        return sum(map(bool, self.texts))


def rows_of(bands: Sequence[Beside], parted: Sequence[bool]) -> list[list[int]]:
    """Return the places of the bands of each row; `parted` says where a line or a shade begins one."""
    if sum(parted) >= _FEWEST_RULED:
        return grouped(parted)
    loose, spaced = _spacing(bands, parted)
    is_prose = _has_prose(bands)
    asking = _questions(bands) if is_prose else set()
    starts = list(parted)
    groups = grouped([a or b for a, b in zip(loose, parted, strict=True)])
    for group in groups:
        starts[group[0]] = starts[group[0]] or _begins_row(bands, group, asking, is_prose=is_prose)
        if not spaced:
            for place in group[1:]:
                starts[place] = _begins_tight(bands, place, asking, is_prose=is_prose)
    _end_head(bands, starts)
    return with_whole_names(_with_head(bands, grouped(starts), loose), bands)


def with_whole_names(rows: list[list[int]], bands: Sequence[Beside]) -> list[list[int]]:
    """Return rows joined where what names each record takes several of them: its number, and below that its day.

    A blank between the paragraphs of a cell may be as wide as that between rows: then each reference in the first
    column is followed by as many rows, one of which is a day there.
    """
    places = [place for place, row in enumerate(rows) if is_reference(bands[row[0]].texts[0])]
    steps = {second - first for first, second in pairwise(places)}
    if len(steps) != 1 or steps == {1} or not _has_prose(bands):
        return rows
    (step,) = steps
    if not all(_names_day(bands, rows[place + 1 : place + step]) for place in places[:-1]):
        return rows
    joined = [[band for row in rows[place : place + step] for band in row] for place in places]
    # Below the last record may stand the foot of a page.
    return [*rows[: places[0]], *joined, *rows[places[-1] + step :]]


def _names_day(bands: Sequence[Beside], rows: list[list[int]]) -> bool:
    return any(is_day_alone(bands[row[0]].texts[0]) for row in rows)


def _spacing(bands: Sequence[Beside], parted: Sequence[bool]) -> tuple[list[bool], bool]:
    """Return which bands stand further below the last, and whether rows are told by that alone."""
    feet, sizes = [band.foot for band in bands], [band.size for band in bands]
    loose = loose_of(feet, sizes)
    begun = [place for place, band in enumerate(bands) if band.begins and place]
    # Margins may be as narrow as those between lines: then lines stand exactly equally far apart.
    narrow = loose_of(feet, sizes, by=_NARROW, points=_NARROW_POINTS)
    for found in (loose, narrow) if _is_even(feet, sizes, narrow) else (loose,):
        if sum(found[place] or parted[place] for place in begun) >= len(begun) * _MOSTLY:
            return found, True
    # Cells without a margin: rows are parted by half a point, and each begins with its first cell.
    little = loose_of(feet, sizes, by=_LITTLE, points=_LITTLE_POINTS)
    return (little, True) if _parts_rows(bands, little) else (loose, False)


def _is_even(feet: Sequence[float], sizes: Sequence[float], loose: Sequence[bool]) -> bool:
    """Return whether all bands that are not loose stand equally far below the last, in sizes of their font."""
    apart = [
        (second - first) / max(size, 1.0)
        for (first, second), size, is_loose in zip(
            pairwise(feet), sizes[1:], loose[1:], strict=True
        )
        if not is_loose
    ]
    return bool(apart) and max(apart) - min(apart) <= max(apart) * _EVEN


def _parts_rows(bands: Sequence[Beside], little: Sequence[bool]) -> bool:
    """Return whether a row begins wherever bands stand a little further apart, and nowhere else."""
    above = [band for band, is_loose in zip(bands, little, strict=True) if is_loose]
    within = [band for band, is_loose in zip(bands, little, strict=True) if not is_loose][1:]
    if len(above) < 2 or len(bands[0].texts) < _FEWEST_COLUMNS:  # noqa: PLR2004 one blank may be anything
        return False
    begins = sum(band.begins for band in above)
    most = max(band.filled for band in above)
    whole = sum(band.begins and band.filled >= most for band in within)
    goes_on = any(not band.begins for band in within)
    return goes_on and begins >= len(above) * _ALWAYS and whole * 2 < len(within)


def loose_of(
    feet: Sequence[float],
    sizes: Sequence[float],
    *,
    by: float = _LOOSE,
    points: float = _LOOSE_POINTS,
) -> list[bool]:
    """Return which bands stand further below the last than lines of one paragraph do."""
    apart = [second - first for first, second in pairwise(feet)]
    ratios = [gap / max(size, 1.0) for gap, size in zip(apart, sizes[1:], strict=True)]
    usual = sorted(ratio for ratio in ratios if ratio >= _OVERLAP)
    if not usual:
        return [False] * len(feet)
    base = usual[len(usual) // 10]
    return [
        False,
        *(
            ratio > base * by and gap > base * size + points
            for ratio, gap, size in zip(ratios, apart, sizes[1:], strict=True)
        ),
    ]


def parted_by(
    tops: Sequence[float],
    feet: Sequence[float],
    box: Box,
    across: Sequence[Box],
    shades: Sequence[Box],
) -> list[bool]:
    """Return before which bands a line is drawn across their box, or a shade begins or ends."""
    wide = (box[2] - box[0]) * _WIDE
    heights = sorted(
        (one[1] + one[3]) / 2
        for one in across
        if min(one[2], box[2]) - max(one[0], box[0]) >= wide and one[0] <= box[0] + _NEAR
    )
    shaded = [
        _shade_at((top + foot) / 2, box, shades) for top, foot in zip(tops, feet, strict=True)
    ]
    found = [False]
    for place in range(1, len(feet)):
        between = any(feet[place - 1] - 1 < height < feet[place] for height in heights)
        found.append(between or shaded[place] != shaded[place - 1])
    return found


def _shade_at(height: float, box: Box, shades: Sequence[Box]) -> tuple[int, int]:
    found = [
        (round(one[1]), round(one[3]))
        for one in shades
        if one[1] <= height <= one[3] and one[0] <= box[0] + _NEAR < one[2]
    ]
    return min(found, key=lambda one: one[1] - one[0], default=(0, 0))


def grouped(starts: Sequence[bool]) -> list[list[int]]:
    """Return places in groups, each from one that starts it."""
    groups: list[list[int]] = []
    for place, is_start in enumerate(starts):
        if not groups or is_start:
            groups.append([])
        groups[-1].append(place)
    return groups


def _end_head(bands: Sequence[Beside], starts: list[bool]) -> None:
    """Note that a row begins below the bold words that head a table, though its first cell be empty."""
    first = next((place for place, band in enumerate(bands) if not band.is_bold), 0)
    if first and bands[0].begins and len(bands[0].texts) >= _FEWEST_COLUMNS:
        starts[first] = True


def _has_prose(bands: Sequence[Beside]) -> bool:
    """Return whether a column holds sentences: a row of such a table begins with its first cell."""
    for column in zip(*(band.texts for band in bands), strict=True):
        lines = [text for text in column if text]
        if sum(len(text.split()) for text in lines) >= len(lines) * _SENTENCE:
            return True
    return False


def _begins_row(
    bands: Sequence[Beside], group: Sequence[int], asking: Set[int], *, is_prose: bool
) -> bool:
    """Return whether bands below a blank begin a row: a label stands beside them, or most cells have words."""
    if any(bands[place].begins for place in group):
        return True
    columns = len(bands[0].texts)
    if is_prose:
        return group[0] in asking
    filled = {c for place in group for c, text in enumerate(bands[place].texts) if text}
    return columns >= _FEWEST_COLUMNS and len(filled) >= max(2, (columns - 1) * _MOSTLY)


def _questions(bands: Sequence[Beside]) -> set[int]:
    """Return the bands that begin with a word that counts a question, "Q2", if each has words beside it that have no label.

    A row for each question has the facts of its record in the first alone. Where two lists stand beside each other,
    each in one cell, the second has labels, or a question stands beside the middle of an answer.
    """
    found = set()
    for place, band in enumerate(bands):
        first, *others = [text for text in band.texts if text] or [""]
        label = leading_label(first) if not band.begins else None
        if label is None or not (label.word and label.number) or label.is_answer:
            continue
        if not others or any(text[:1].islower() or leading_label(text) for text in others):
            return set()
        found.add(place)
    return found


def _begins_tight(bands: Sequence[Beside], place: int, asking: Set[int], *, is_prose: bool) -> bool:
    """Return whether a band begins a row where all stand equally far apart."""
    band, above = bands[place], bands[place - 1]
    columns = len(band.texts)
    if not band.begins and is_prose:
        # Where no blank tells, what stands above has ended.
        ended = above.texts[-1].endswith(_ENDS)
        return ended and place in asking
    if not band.begins:
        return columns >= _FEWEST_COLUMNS and band.filled >= max(2, columns - 1)
    goes_on = band.texts[0][:1].islower() or band.texts[0][:1] in "(&"
    if above.begins and goes_on:
        return False
    others = [text for text in band.texts[1:] if text]
    # The words beside a label go on in the next line, and so does the label.
    return not (
        above.begins
        and others
        and all(text[:1].islower() for text in others)
        and band.filled < above.filled
    )


def _with_head(
    bands: Sequence[Beside], rows: list[list[int]], loose: Sequence[bool]
) -> list[list[int]]:
    """Return rows whose head is one, though its first cell stands lower than the others."""
    if len(rows) > 1 and not any(bands[place].begins for place in rows[0]):
        below = rows[1][0]
        if not loose[below] and bands[below].is_bold == bands[rows[0][0]].is_bold:
            return [rows[0] + rows[1], *rows[2:]]
    return rows
