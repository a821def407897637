"""The first page, and the pages about the site."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable.queries.archive import (
    EntryRow,
    bodies,
    log_statistics,
    months,
    newest_entries,
    removals,
)
from answerable.web.public.kept import kept
from answerable.web.public.rendering import page
from answerable.web.public.words import Tag, month_words, outcome_words, tags

_NEWEST = 8
_MOST_BARS = 24
_CHART_WIDTH, _CHART_HEIGHT, _BAR_ROOM = 720, 150, 30


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry in a list."""

    row: EntryRow
    month: str
    tags: tuple[Tag, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of the chart: where it stands, and what it says."""

    x: float
    y: float
    width: float
    height: float
    middle: float
    month: str
    name: str
    count: int


def listed(row: EntryRow) -> Listed:
    """Return an entry as lists show it."""
    return Listed(row, month_words(row.month) if row.month else "", tags(row.outcomes))


@require_safe
@kept
def home(request: HttpRequest) -> HttpResponse:
    """Show what is new, a search box, and how much the log holds."""
    now = timezone.now()
    figures = log_statistics(at=now)
    context = {
        "newest": [listed(row) for row in newest_entries(at=now, limit=_NEWEST)],
        "figures": figures,
        "bars": _bars(figures.months[-_MOST_BARS:]),
        "outcomes": [(outcome_words(one), one, count) for one, count in figures.outcomes],
        "months": [(row, month_words(row.month)) for row in months("", at=now)[:6]],
        "bodies": [one for one in bodies() if one.prefix],
    }
    return page(request, "public/home.html", context)


def _bars(counts: tuple[tuple[str, int], ...]) -> list[Bar]:
    """Return the chart's bars in the units of its picture: 720 wide, 150 high, text below."""
    if not counts:
        return []
    room = _CHART_WIDTH / len(counts)
    width = min(room * 0.7, 60.0)
    most = max(count for _, count in counts)
    bars = []
    for place, (month, count) in enumerate(counts):
        height = (_CHART_HEIGHT - _BAR_ROOM) * count / most
        x = place * room + (room - width) / 2
        bars.append(
            Bar(
                round(x, 1),
                round(_CHART_HEIGHT - height, 1),
                round(width, 1),
                round(height, 1),
                round(x + width / 2, 1),
                month,
                month_words(month),
                count,
            )
        )
    return bars


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
