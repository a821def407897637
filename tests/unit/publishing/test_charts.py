"""Charts: every value is drawn and said, nothing needs colour alone, and no words become elements."""

from decimal import Decimal

import pytest
from lxml import etree

from answerable.publishing.charts import Chart, Series, horizontal_bars, line_chart, vertical_bars
from answerable.publishing.charts.chart import ChartRefused

SVG = "{http://www.w3.org/2000/svg}"
DRAWN = [horizontal_bars, vertical_bars, line_chart]


def chart(*series, places=("April", "May", "June"), **about):
    rows = series or (Series("Received", (12, 5, 0)),)
    return Chart("c", "Requests", "The figures stand in the table.", places, rows, **about)


def drawn(draw, one):
    return etree.fromstring(draw(one).encode())


@pytest.mark.parametrize("draw", DRAWN)
def test_a_chart_is_named_and_described(draw):
    picture = drawn(draw, chart())

    labelled = picture.get("aria-labelledby").split()
    texts = [picture.find(f".//*[@id='{one}']").text for one in labelled]
    assert (picture.get("role"), texts) == ("img", ["Requests", "The figures stand in the table."])


@pytest.mark.parametrize("draw", DRAWN)
def test_a_chart_has_no_style_no_script_and_nothing_of_another_site(draw):
    text = draw(chart(Series("A", (1, 2, 3)), Series("B", (3, 2, 1))))

    for word in ("style=", "<script", "<style", "onload", "href"):
        assert word not in text


@pytest.mark.parametrize("draw", DRAWN)
def test_words_are_words_whatever_stands_in_them(draw):
    one = chart(Series('<b>"&', (1, 2, None)), places=("<script>", "a & b", "\x00"))

    picture = drawn(draw, one)

    assert picture.find(f".//{SVG}script") is None
    assert "<script>" in "".join(picture.itertext())


@pytest.mark.parametrize("draw", [horizontal_bars, vertical_bars])
def test_bars_are_as_long_as_their_values_and_say_them(draw):
    picture = drawn(draw, chart(Series("Received", (10, 5, 0))))

    side = "width" if draw is horizontal_bars else "height"
    bars = [float(one.get(side)) for one in picture.iter(f"{SVG}rect") if one.get("stroke")]
    words = [one.text for one in picture.iter(f"{SVG}text")]
    assert bars[0] == pytest.approx(2 * bars[1])
    assert bars[2] == 0
    assert {"10", "5", "0"} <= set(words)


@pytest.mark.parametrize("draw", [horizontal_bars, vertical_bars])
def test_several_series_have_patterns_and_a_legend(draw):
    picture = drawn(draw, chart(Series("Received", (1, 2, 3)), Series("In time", (1, 1, 1))))

    fills = {one.get("fill") for one in picture.iter(f"{SVG}rect") if one.get("stroke")}
    words = [one.text for one in picture.iter(f"{SVG}text")]
    assert "url(#c-p1)" in fills
    assert picture.find(f".//{SVG}pattern").get("id") == "c-p1"
    assert {"Received", "In time"} <= set(words)


def test_lines_have_dashes_marks_and_their_names():
    picture = drawn(line_chart, chart(Series("Received", (1, 2, 3)), Series("In time", (1, 1, 1))))

    dashes = {one.get("stroke-dasharray") for one in picture.iter(f"{SVG}path")}
    words = [one.text for one in picture.iter(f"{SVG}text")]
    assert len(dashes - {None}) == 1
    assert {"Received", "In time"} <= set(words)


def test_a_line_breaks_where_a_value_is_missing():
    picture = drawn(line_chart, chart(Series("Received", (1, None, 3))))

    course = next(
        one.get("d") for one in picture.iter(f"{SVG}path") if one.get("stroke-width") == "3"
    )
    assert course.count("M") == 2
    assert "L" not in course


@pytest.mark.parametrize(
    ("most", "ticks"),
    [(0, (0,)), (3, (0, 1, 2, 3)), (12, (0, 5, 10, 15)), (1000, (0, 200, 400, 600, 800, 1000))],
)
def test_an_axis_has_few_round_ticks(most, ticks):
    assert chart(Series("Received", (most, 0, 0))).ticks == ticks


def test_an_axis_of_per_cent_can_be_fixed():
    one = chart(Series("Share", (Decimal("12.5"), None, 3)), top=100, suffix=" %")

    assert one.ticks[-1] == 100
    assert (one.said(Decimal("12.5")), one.said(None)) == ("12.5 %", "–")


REFUSED = [
    ({"places": (), "series": ()}, "nothing to draw"),
    ({"places": ("a",), "series": (Series("x", (1, 2)),)}, "2 values for 1 places"),
    ({"places": ("a",), "series": (Series("x", (-1,)),)}, "below nought"),
    ({"places": ("a",), "series": (Series("x", (1,)),) * 6}, "6 series cannot be told apart"),
]


@pytest.mark.parametrize(("about", "why"), REFUSED)
def test_what_nobody_could_read_is_refused(about, why):
    with pytest.raises(ChartRefused, match=why):
        Chart("c", "Requests", "", **about)
