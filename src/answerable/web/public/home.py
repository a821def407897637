"""The first page, and the pages about the site."""

import datetime as dt
from dataclasses import dataclass, replace

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_safe

from answerable.queries.archive import (
    EntryRow,
    bodies,
    body,
    log_statistics,
    months,
    newest_entries,
    other_logs,
    removals,
)
from answerable.queries.archive.registers import open_registers
from answerable.web.public.kept import kept
from answerable.web.public.rendering import page
from answerable.web.public.words import month_words, outcome_words, tags
from answerable.web.register_cells import title_of
from answerable.web.tags import Tag

_NEWEST = 8
_MOST_BARS = 16
_CHART_WIDTH, _CHART_HEIGHT, _BAR_ROOM = 460, 190, 30


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry in a list."""

    row: EntryRow
    month: str
    tags: tuple[Tag, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of the chart: where it stands, and what it says; a year only where it begins."""

    x: float
    y: float
    width: float
    height: float
    middle: float
    month: str
    year: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Share:
    """How many questions have an outcome, and how long its bar is in hundredths of the longest."""

    outcome: str
    words: str
    count: int
    hundredths: int


def listed(row: EntryRow) -> Listed:
    """Return an entry as lists show it."""
    return Listed(row, month_words(row.month) if row.month else "", tags(row.outcomes))


@require_safe
@kept
def home(request: HttpRequest) -> HttpResponse:
    """Show what is new, a search box, and how much the log holds."""
    now = timezone.now()
    # What other bodies answered is no figure of ours, and nothing new in our log.
    figures = log_statistics("", at=now)
    newest = newest_entries(at=now, limit=_NEWEST, body_prefix="")
    context = {
        "newest": [listed(row) for row in newest],
        "figures": figures,
        "bars": _bars(figures.months[-_MOST_BARS:]),
        "shares": _shares(figures.outcomes),
        "months": [(row, month_words(row.month)) for row in months("", at=now)[:6]],
        "own": body(""),
        "others": other_logs(at=now),
        "registers": [(one.register.name, title_of(one.register)) for one in open_registers()],
        "takes_requests": settings.ANSWERABLE_TAKES_REQUESTS,
    }
    return page(request, "public/home.html", context)


def _shares(outcomes: tuple[tuple[str, int], ...]) -> list[Share]:
    most = max((count for _, count in outcomes), default=1)
    return [
        Share(outcome, outcome_words(outcome), count, round(100 * count / most))
        for outcome, count in outcomes
    ]


def _bars(counts: tuple[tuple[str, int], ...]) -> list[Bar]:
    """Return the chart's bars in the units of its picture: 460 wide, 190 high, text below."""
    if not counts:
        return []
    room = _CHART_WIDTH / len(counts)
    most = max(count for _, count in counts)
    bars: list[Bar] = []
    year = ""
    for place, (month, count) in enumerate(counts):
        bars.append(_bar(place, month, count, room=room, share=count / most))
        if bars[-1].year == year:
            bars[-1] = replace(bars[-1], year="")
        year = month[:4]
    return bars


def _bar(place: int, month: str, count: int, *, room: float, share: float) -> Bar:
    width = min(room * 0.7, 60.0)
    height = (_CHART_HEIGHT - _BAR_ROOM) * share
    x = place * room + (room - width) / 2
    return Bar(
        x=round(x, 1),
        y=round(_CHART_HEIGHT - height, 1),
        width=round(width, 1),
        height=round(height, 1),
        middle=round(x + width / 2, 1),
        month=date_format(dt.date.fromisoformat(f"{month}-01"), "M"),
        year=month[:4],
        name=month_words(month),
        count=count,
    )


@require_safe
@kept
def register_of_removals(request: HttpRequest) -> HttpResponse:
    """Show what was taken out of the log, when and why."""
    return page(request, "public/removals.html", {"removals": removals(at=timezone.now())})


@require_safe
@kept
def accessibility(request: HttpRequest) -> HttpResponse:
    """Say how far the site can be used by everyone, and whom to tell where it cannot."""
    own = next((one for one in bodies() if not one.prefix), None)
    return page(request, "public/accessibility.html", {"contact": own.contact if own else None})
