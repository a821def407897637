"""Rows of a table without lines: which of its bands begin one, and which only go on."""

from collections.abc import Callable, Sequence, Set
from itertools import pairwise

from answerable.domain.questions import leading_label
from answerable.reading.days import is_day_alone
from answerable.reading.pdf.cells import Beside, Columns, Step, columns_of, pitch_of, steps_of
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
_SAME_GAP = 0.4
_A_TABLE = "-"
_FEWEST_ROWS = 3
_MOST_NAMES, _FEWEST_DIGITS = 3, 2
_NEAR = 3.0
_FEWEST_COLUMNS = 3
_ENDS = (".", "?", "!")


def rows_of(bands: Sequence[Beside], parted: Sequence[bool]) -> list[list[int]]:
    """Return the places of the bands of each row; `parted` says where a line or a shade begins one."""
    if sum(parted) >= _FEWEST_RULED:
        return grouped(parted)
    columns, steps = columns_of(bands), steps_of(bands)
    loose, spaced = _spacing(bands, parted, columns, steps)
    asking = _questions(bands) if columns.has_prose else set()
    starts = list(parted)
    groups = grouped([a or b for a, b in zip(loose, parted, strict=True)])
    for group in groups:
        # Where blanks do not tell all rows, several may stand below one.
        own = group if spaced else group[: _next_label(bands, group)]
        starts[group[0]] = starts[group[0]] or _begins_row(bands, own, asking, columns)
        if spaced:
            continue
        for place in group[1:]:
            starts[place] = _begins_all(bands, place, steps, columns) or (
                0 not in columns.prose and _begins_tight(bands, place, asking, columns)
            )
    if 0 in columns.prose:
        starts = _evenly_parted(bands, starts, parted)
    _end_head(bands, starts)
    return with_whole_names(_with_head(bands, grouped(starts), loose), bands)


def with_whole_names(rows: list[list[int]], bands: Sequence[Beside]) -> list[list[int]]:
    """Return rows joined where what names each record takes several of them: its number, and below that its day.

    A blank between the paragraphs of a cell may be as wide as that between rows: then each reference in the first
    column is followed by more lines, one of which is a day there.
    """
    firsts = [bands[row[0]].texts[0] for row in rows]
    places = [n for n, text in enumerate(firsts) if _may_name(text) and not is_day_alone(text)]
    if len(places) < 2 or not columns_of(bands).has_prose:  # noqa: PLR2004 one names itself
        return rows
    parts = [rows[first:end] for first, end in pairwise([*places, len(rows)])]
    if all(len(part) == 1 for part in parts) or not all(map(_names_day(bands), parts[:-1])):
        return rows
    joined = [[band for row in part for band in row] for part in parts[:-1]]
    # Below the last record may stand the foot of a page.
    last = parts[-1]
    end = next((n for n, row in enumerate(last, start=1) if _has_day(bands, row)), 1)
    while end < len(last) and not bands[last[end][0]].begins:
        end += 1
    return [*rows[: places[0]], *joined, [band for row in last[:end] for band in row], *last[end:]]


def _may_name(text: str) -> bool:
    """Return whether a text is a reference, or looks like one to whoever sees a day below each."""
    is_short = 0 < len(text.split()) <= _MOST_NAMES
    return is_reference(text) or (is_short and sum(map(str.isdigit, text)) >= _FEWEST_DIGITS)


def _names_day(bands: Sequence[Beside]) -> Callable[[list[list[int]]], bool]:
    """Return what says whether the rows of a record name its day below its number."""
    return lambda rows: any(_has_day(bands, row) for row in rows)


def _has_day(bands: Sequence[Beside], row: Sequence[int]) -> bool:
    return any(is_day_alone(bands[place].texts[0]) for place in row)


def _spacing(
    bands: Sequence[Beside], parted: Sequence[bool], columns: Columns, steps: Sequence[Step]
) -> tuple[list[bool], bool]:
    """Return which bands stand further below the last, and whether rows are told by that alone."""
    base = pitch_of(steps)
    loose = _apart(bands, base, _LOOSE, _LOOSE_POINTS)
    narrow = _apart(bands, base, _NARROW, _NARROW_POINTS)
    feet, sizes = [band.foot for band in bands], [band.size for band in bands]
    little = _apart(bands, base, _LITTLE, _LITTLE_POINTS)
    if 0 in columns.prose:
        return little, False
    # Margins may be as narrow as those between lines: then lines stand exactly equally far apart.
    begun = [place for place, band in enumerate(bands) if band.begins and place]
    for found in (loose, narrow) if _is_even(feet, sizes, narrow) else (loose,):
        if sum(found[place] or parted[place] for place in begun) >= len(begun) * _MOSTLY:
            return found, True
    # Cells without a margin: rows are parted by half a point, and each begins with its first cell.
    return (little, True) if _parts_rows(bands, little) else (loose, False)


def _apart(bands: Sequence[Beside], base: float | None, by: float, points: float) -> list[bool]:
    """Return which bands begin further below the end of the last than by so much of what is usual in a cell."""
    if base is None:
        return [False] * len(bands)
    return [
        False,
        *(
            (gap := below.top - above.bottom) > base * below.size + points
            and gap > base * by * max(below.size, 1.0)
            for above, below in pairwise(bands)
        ),
    ]


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


def _evenly_parted(
    bands: Sequence[Beside], starts: Sequence[bool], parted: Sequence[bool]
) -> list[bool]:
    """Return the starts of rows as the blanks above them tell, if most stand below blanks of one height.

    A row ends with its longest cell: the blank below it is as high as below any other, and that between two
    paragraphs mostly is not.
    """
    gaps = [0.0, *(below.top - above.bottom for above, below in pairwise(bands))]
    own = [gap for gap, is_start in zip(gaps, starts, strict=True) if is_start][1:]
    usual = max(own, key=lambda gap: sum(abs(gap - other) <= _SAME_GAP for other in own), default=0)
    same = [abs(gap - usual) <= _SAME_GAP for gap in gaps]
    # Where a table ends that stands in a cell is not told as closely.
    for place, (band, is_start) in enumerate(zip(bands[:-1], starts[1:], strict=True), start=1):
        same[place] = same[place] or (is_start and _A_TABLE in band.texts)
    as_usual = sum(is_same and start for is_same, start in zip(same, starts, strict=True))
    if as_usual < max(_FEWEST_ROWS, len(own) * _MOSTLY):
        return [*starts]
    is_told = (sum(same) - as_usual) * 2 < as_usual
    # What heads a table may stand further above it.
    heads = next((place for place, start in enumerate(starts) if place and not start), 0)
    return [
        parted[place] or (start and place < heads) or (same[place] and (start or is_told))
        for place, start in enumerate(starts)
    ]


def _end_head(bands: Sequence[Beside], starts: list[bool]) -> None:
    """Note that a row begins below the bold words that head a table, though its first cell be empty."""
    first = next((place for place, band in enumerate(bands) if not band.is_bold), 0)
    if first and bands[0].begins and len(bands[0].texts) >= _FEWEST_COLUMNS:
        starts[first] = True


def _next_label(bands: Sequence[Beside], group: Sequence[int]) -> int:
    """Return which band of a group is the first below another that has words in the first column."""
    return next((n for n, place in enumerate(group) if n and bands[place].begins), len(group))


def _begins_row(
    bands: Sequence[Beside], group: Sequence[int], asking: Set[int], columns: Columns
) -> bool:
    """Return whether bands below a blank begin a row: a label stands beside them, or most cells have words."""
    many = len(bands[0].texts)
    filled = {c for place in group for c, text in enumerate(bands[place].texts) if text}
    at_once = {c for c, text in enumerate(bands[group[0]].texts) if text}
    if 0 in filled:
        # Further paragraphs of a long cell stand beside nothing that begins there.
        is_whole = at_once == filled and len(filled) > 1
        return is_whole or 0 not in columns.prose or _is_labelled(bands[group[0]])
    if columns.has_prose:
        is_whole = at_once == filled and len(filled) > 1 and many >= _FEWEST_COLUMNS
        return group[0] in asking or (is_whole and not columns.short.isdisjoint(filled))
    return many >= _FEWEST_COLUMNS and len(filled) >= max(2, (many - 1) * _MOSTLY)


def _is_labelled(band: Beside) -> bool:
    label = leading_label(band.texts[0])
    return label is not None and bool(label.word and label.number)


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


def _begins_all(
    bands: Sequence[Beside], place: int, steps: Sequence[Step], columns: Columns
) -> bool:
    """Return whether most cells have words in a band, and nothing above it can run on in one.

    What runs on are lines behind full ones that end no sentence; names and days begin with a capital or a figure.
    """
    band = bands[place]
    filled = {column for column, text in enumerate(band.texts) if text}
    others = len(band.texts) - 1
    if len(filled) < max(2, others / 2) or not (0 in filled or filled & columns.short):
        return False
    across = [step for step in steps if step.above < place <= step.below]
    is_sure = any(step.column not in columns.short and _stops(bands, step) for step in across)
    return is_sure and all(
        _stops(bands, step)
        or (step.column in columns.short and not band.texts[step.column][:1].islower())
        for step in across
    )


def _stops(bands: Sequence[Beside], step: Step) -> bool:
    """Return whether the line above a step had room for more, or ends a sentence."""
    above, below = (bands[place].texts[step.column] for place in (step.above, step.below))
    return not step.is_full or (above.endswith(_ENDS) and not below[:1].islower())


def _begins_tight(bands: Sequence[Beside], place: int, asking: Set[int], kinds: Columns) -> bool:
    """Return whether a band begins a row where all stand equally far apart."""
    band, above = bands[place], bands[place - 1]
    columns = len(band.texts)
    if not band.begins and kinds.has_prose:
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
