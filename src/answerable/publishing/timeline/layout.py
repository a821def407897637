"""Timelines laid out: every bar, line and text of the picture with its place."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from answerable.publishing.timeline.marks import DUE, TODAY, Mark
from answerable.publishing.timeline.rows import Timeline
from answerable.publishing.timeline.scale import Scale, fitted, width_of
from answerable.publishing.timeline.spans import Span, SpanKind

WIDTH, MARGIN = 640.0, 12.0
TEXT, HEADING = 12.0, 14.0
_LINE, _GAP = 16.0, 5.0
_AXIS, _TRACK, _STRIP = 26.0, 26.0, 7.0
_LANE = 2 * _LINE + 4.0
_SWATCH, _BETWEEN = 24.0, 14.0
_SMALLEST = 2.0
_TOO_NARROW = "Weekends and single holidays are too narrow to be shown"


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle of one kind of days."""

    kind: SpanKind
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Text:
    """Words from a place on to the right, on a baseline; `width` is the most that they take."""

    words: str
    x: float
    y: float
    size: float = TEXT
    is_strong: bool = False

    @property
    def width(self) -> float:
        """Return the most that the words take."""
        return width_of(self.words, self.size * (1.1 if self.is_strong else 1.0))


@dataclass(frozen=True, slots=True)
class Line:
    """A line straight down."""

    x: float
    top: float
    bottom: float
    is_strong: bool = False
    is_broken: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole picture; its origin is the top left."""

    height: float
    bars: tuple[Bar, ...]
    lines: tuple[Line, ...]
    ticks: tuple[Line, ...]
    texts: tuple[Text, ...]
    width: float = WIDTH


def drawing_of(rows: Sequence[Timeline]) -> Drawing:
    """Return timelines below one another, all on the same scale, with the key below them."""
    widest = max(_label_width(mark) for row in rows for mark in row.marks)
    first, end = min(row.first for row in rows), max(row.end for row in rows)
    scale = Scale(first, end, MARGIN, WIDTH - MARGIN - widest)
    ticks, texts = _axis(scale)
    bars: list[Bar] = []
    lines: list[Line] = []
    top = _AXIS
    for row in rows:
        bars += _bars(row, scale, _track_top(row, top))
        row_lines, row_texts, bottom = _flags(row, scale, _track_top(row, top))
        lines += row_lines
        texts += [*_headings(row, top), *row_texts]
        top = bottom + _LINE
    swatches, words, bottom = _key(bars, top, has_days_off=scale.shows_days_off)
    return Drawing(
        height=bottom,
        bars=(*bars, *swatches),
        lines=tuple(lines),
        ticks=tuple(ticks),
        texts=(*texts, *words),
    )


def _axis(scale: Scale) -> tuple[list[Line], list[Text]]:
    """Return the dates along the top, as many as there is room for."""
    ticks: list[Line] = []
    texts: list[Text] = []
    free_from = 0.0
    for day, words in scale.dates():
        text = Text(words, scale.start_of(day) + 3, _AXIS - 12)
        if text.x >= free_from and text.x + text.width <= WIDTH:
            ticks.append(Line(scale.start_of(day), 2, _AXIS - 6))
            texts.append(text)
            free_from = text.x + text.width + 2 * _GAP
    return ticks, texts


def _headings(row: Timeline, top: float) -> Iterator[Text]:
    room = WIDTH - 2 * MARGIN
    if row.label:
        fit = fitted(row.label, size=HEADING * 1.1, width=room)
        yield Text(fit, MARGIN, top + _LINE, HEADING, is_strong=True)
        top += _LINE + 4
    yield Text(fitted(row.standing, size=TEXT, width=room), MARGIN, top + _LINE)


def _track_top(row: Timeline, top: float) -> float:
    return top + (2 * _LINE + 4 if row.label else _LINE) + 8


def _bars(row: Timeline, scale: Scale, top: float) -> Iterator[Bar]:
    for span in scale.visible(row.spans):
        yield _bar(span, scale, top, _TRACK)
    if row.extension:
        yield _bar(row.extension, scale, top + _TRACK, _STRIP)


def _bar(span: Span, scale: Scale, top: float, height: float) -> Bar:
    """Return the bar of a span: never so narrow that it cannot be seen."""
    x, end = scale.start_of(span.first), scale.start_of(span.end)
    width = max(_SMALLEST, end - x)
    return Bar(span.kind, min(x, scale.right - width), top, width, height)


def _flags(row: Timeline, scale: Scale, top: float) -> tuple[list[Line], list[Text], float]:
    """Return each mark as a line down from its day with its words at the end, and the lowest point.

    All words stand to the right of their lines. A mark hangs lower than every later one that its
    words would reach: so no words meet others, and no line runs through words.
    """
    lines: list[Line] = []
    texts: list[Text] = []
    hung: list[tuple[float, int]] = []
    for mark in reversed(row.marks):
        x = scale.middle_of(mark.on)
        reach = x + _label_width(mark)
        lane = 1 + max((lane for other, lane in hung if other < reach), default=-1)
        hung.append((x, lane))
        words_top = top + _TRACK + _STRIP + 6 + lane * _LANE
        lines.append(
            Line(x, top - 3, words_top + 2 * _LINE, mark.words == TODAY, mark.words == DUE)
        )
        is_strong = mark.words in (DUE, TODAY)
        texts.append(Text(mark.words, x + _GAP, words_top + TEXT, TEXT, is_strong))
        texts.append(Text(_date(mark), x + _GAP, words_top + TEXT + _LINE))
    lowest = max((line.bottom for line in lines), default=top + _TRACK + _STRIP)
    return lines, texts, lowest


def _key(
    bars: Iterable[Bar], top: float, *, has_days_off: bool
) -> tuple[list[Bar], list[Text], float]:
    """Return a swatch and its words for each kind of days in the picture, line by line."""
    used = {bar.kind for bar in bars}
    swatches: list[Bar] = []
    texts: list[Text] = []
    x = MARGIN
    for kind in SpanKind:
        if kind not in used:
            continue
        text = Text(kind.value, x + _SWATCH + _GAP, top + TEXT)
        if text.x + text.width > WIDTH - MARGIN:
            x, top = MARGIN, top + _LINE + 6
            text = Text(kind.value, x + _SWATCH + _GAP, top + TEXT)
        swatches.append(Bar(kind, x, top, _SWATCH, TEXT + 2))
        texts.append(text)
        x = text.x + text.width + _BETWEEN
    if not has_days_off:
        top += _LINE + 6
        texts.append(Text(_TOO_NARROW, MARGIN, top + TEXT))
    return swatches, texts, top + _LINE + 8


def _date(mark: Mark) -> str:
    return f"{mark.on.day} {mark.on:%b %Y}"


def _label_width(mark: Mark) -> float:
    widths = (Text(mark.words, 0, 0, TEXT, is_strong=True).width, Text(_date(mark), 0, 0).width)
    return max(widths) + 2 * _GAP
