"""A result as a picture beside its table, where a picture says something that can be read."""

import re

from django.utils.safestring import SafeString, mark_safe

from answerable.domain.measures.results import CellKind, Result
from answerable.measuring.showing.charts import ChartData, chart_of
from answerable.publishing.charts import Chart, Series, horizontal_bars, line_chart
from answerable.publishing.charts.chart import ChartRefused

_MOST_PLACES = 24
_TIME = re.compile(r"\d{4}(?:/\d{2}(?: Q[1-4])?|-\d{2})?")
_SUFFIXES = {CellKind.PERCENT: "%"}
_UNITS = {CellKind.DAYS: "days", CellKind.MONEY: "pounds"}


def chart_svg(result: Result) -> str | None:
    """Return the picture of a result as SVG: lines over years, quarters or months, else bars; None if there is none."""
    data = chart_of(result)
    if data is None or len(data.categories) > _MOST_PLACES:
        return None
    try:
        chart = Chart(
            ident="result",
            title=data.title,
            description="The table above holds the same figures.",
            places=data.categories,
            series=tuple(Series(one.name, one.values) for one in data.series),
            unit=_UNITS.get(data.kind, ""),
            suffix=_SUFFIXES.get(data.kind, ""),
        )
        return line_chart(chart) if _is_over_time(data) else horizontal_bars(chart)
    except ChartRefused:
        return None


def picture(result: Result) -> SafeString | None:
    """Return the same for a page."""
    svg = chart_svg(result)
    # Words are escaped where the chart is drawn.
    return mark_safe(svg) if svg else None  # noqa: S308 see above


def _is_over_time(data: ChartData) -> bool:
    return all(_TIME.fullmatch(one) for one in data.categories)
