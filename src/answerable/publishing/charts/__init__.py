"""Charts as SVG: bars and lines, told apart without colour, with no script and no style of their own.

A page sets a chart beside the table of the same figures: that is its text alternative.
"""

from answerable.publishing.charts.bars import horizontal_bars, vertical_bars
from answerable.publishing.charts.chart import Chart, Series
from answerable.publishing.charts.lines import line_chart

__all__ = ["Chart", "Series", "horizontal_bars", "line_chart", "vertical_bars"]
