"""The office's figures as pages show them, to staff and to everybody: rows, charts and the Commissioner's band."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from answerable.domain.measures.office import Unit, band_of, percent
from answerable.domain.measures.office.bands import SOURCE, Band
from answerable.domain.measures.office.published import (
    PublishedCheck,
    PublishedLength,
    PublishedLine,
    PublishedTable,
)
from answerable.publishing.charts import Chart, Series, horizontal_bars

_TIMES = ("in_time", "late", "open_in_time", "open_late", "ended")
_OUTCOMES = ("granted", "part", "withheld", "not_held", "s21_only", "advice", "lapsed", "open")
BAND_SOURCE = SOURCE


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A line as a page shows it: the number, of how many of what, the share, and what it means.

    `number` is a sentence where it is protected; `of` and `share` are empty where there is no denominator.
    """

    ident: str
    words: str
    means: str
    number: str
    of: str
    of_words: str
    share: str


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """Lines that belong together, under their title."""

    ident: str
    title: str
    rows: tuple[FigureRow, ...]


@dataclass(frozen=True, slots=True)
class LengthRow:
    """How long something took, as a page shows it."""

    ident: str
    words: str
    means: str
    count: int
    median: str
    percentile_90: str


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A sum that must come out, as a page shows it."""

    words: str
    total: int
    added: int
    holds: bool


@dataclass(frozen=True, slots=True)
class BandRow:
    """The Commissioner's band of a share, in words."""

    what: str
    number: int
    of: int
    share: str
    words: str


@dataclass(frozen=True, slots=True)
class FiguresShown:
    """All that a page shows of one table."""

    unit: str
    groups: tuple[FigureGroup, ...]
    lengths: tuple[LengthRow, ...]
    checks: tuple[CheckRow, ...]
    bands: tuple[BandRow, ...]
    charts: tuple[SafeString, ...]

    @property
    def failed(self) -> tuple[CheckRow, ...]:
        """Return the sums that do not come out."""
        return tuple(one for one in self.checks if not one.holds)


def shown(table: PublishedTable) -> FiguresShown:
    """Return a table as a page shows it, in the language of the page."""
    return FiguresShown(
        unit=table.unit.value,
        groups=tuple(_groups(table)),
        lengths=tuple(map(_length, table.lengths)),
        checks=tuple(map(_check, table.checks)),
        bands=tuple(_bands(table)),
        charts=tuple(_charts(table)),
    )


def number_of(line: PublishedLine) -> str:
    """Return a number as it is read, with how it was protected."""
    if line.fewer_than is not None:
        return _("fewer than %(count)s") % {"count": line.fewer_than}
    if line.rounded_to > 1:
        return _("about %(count)s") % {"count": f"{line.numerator:,}"}
    return f"{line.numerator:,}"


def _groups(table: PublishedTable) -> Iterator[FigureGroup]:
    names = {one.ident: _words(one) for one in table.lines}
    for ident, title in _titles().items():
        rows = tuple(_row(one, names) for one in table.lines if one.group == ident)
        yield FigureGroup(ident, title, rows)


def _titles() -> dict[str, str]:
    return {
        "received": _("What was received"),
        "time": _("Whether it was answered in time"),
        "extensions": _("Extensions"),
        "outcome": _("What was answered"),
        "grounds": _("Grounds of refusal"),
        "handling": _("Clarification and fees"),
        "reviews": _("Internal reviews"),
        "complaints": _("Complaints and appeals"),
    }


def _row(line: PublishedLine, names: dict[str, str]) -> FigureRow:
    share = percent(line.numerator or 0, line.denominator)
    return FigureRow(
        ident=line.ident,
        words=_words(line),
        means=line.means_cy if _is_welsh() else line.means,
        number=number_of(line),
        of="" if line.denominator is None else f"{line.denominator:,}",
        of_words=names.get(line.of, ""),
        share="" if share is None else f"{share} %",
    )


def _length(one: PublishedLength) -> LengthRow:
    return LengthRow(
        ident=one.ident,
        words=one.cy if _is_welsh() else one.words,
        means=one.means_cy if _is_welsh() else one.means,
        count=one.count,
        median=one.median or "–",
        percentile_90="–" if one.percentile_90 is None else str(one.percentile_90),
    )


def _check(one: PublishedCheck) -> CheckRow:
    return CheckRow(one.cy if _is_welsh() else one.words, one.total, one.added, one.holds)


def _bands(table: PublishedTable) -> Iterator[BandRow]:
    """Yield the band of requests and that of reviews, which the Commissioner looks at each by itself."""
    if table.unit is not Unit.REQUEST:
        return
    for ident, what in (
        ("in_time", _("Requests answered in time")),
        ("reviews_in_time", _("Reviews completed in time")),
    ):
        line = table.line(ident)
        if line is None or line.numerator is None or not line.denominator:
            continue
        band = band_of(line.numerator, line.denominator)
        share = percent(line.numerator, line.denominator)
        if band is not None:
            yield BandRow(what, line.numerator, line.denominator, f"{share} %", _band_words(band))


def _band_words(band: Band) -> str:
    return {
        Band.GOOD: _("good (95 per cent or more)"),
        Band.ADEQUATE: _("adequate (90 per cent or more, and less than 95)"),
        Band.UNSATISFACTORY: _("unsatisfactory (less than 90 per cent)"),
    }[band]


def _charts(table: PublishedTable) -> Iterator[SafeString]:
    by_request = table.unit is Unit.REQUEST
    unit = _("Requests") if by_request else _("Questions")
    titles = (
        (_("Whether it was answered in time"), "times", _TIMES),
        (_("What was answered"), "outcomes", _OUTCOMES),
    )
    for title, name, idents in titles:
        lines = [line for one in idents if (line := table.line(one)) is not None]
        if any(one.numerator for one in lines):
            yield _bars(f"{name}-{table.unit.value}", f"{title}: {unit.lower()}", unit, lines)


def _bars(ident: str, title: str, unit: str, lines: list[PublishedLine]) -> SafeString:
    chart = Chart(
        ident=ident,
        title=title,
        description=_("The same figures stand in the tables of this page."),
        places=tuple(map(_words, lines)),
        series=(Series(unit, tuple(one.numerator for one in lines)),),
        unit=unit,
    )
    # Words are escaped where the chart is drawn.
    return mark_safe(horizontal_bars(chart))  # noqa: S308 drawn by us, nothing in it is a reader's


def _words(line: PublishedLine) -> str:
    return line.cy if _is_welsh() else line.words


def _is_welsh() -> bool:
    return get_language() == "cy"
