"""Numbers, dates and words as cells show them: rows of formats, what a program shows, and the value that is kept."""

import datetime as dt

import pytest

from answerable.inspecting.rebuilding.tables.cells import Shown
from answerable.inspecting.rebuilding.tables.dates import moment_of
from answerable.inspecting.rebuilding.tables.numbers import displayed_number, displayed_words
from answerable.inspecting.rebuilding.tables.plain import cell_of_moment, cell_of_number

MONEY = '_-£* #,##0.00_-;-£* #,##0.00_-;_-£* "-"??_-;_-@_-'
DAY = 45_474

NUMBERS = [
    (1234.5, "", "1234.5"),
    (0.1 + 0.2, "General", "0.3"),
    (1e-7, "", "0.0000001"),
    (1e20, "", "1E+20"),
    (123456789012, "", "123456789012"),
    (1234.5, "#,##0.00", "1,234.50"),
    (-1234.5, "#,##0.00", "-1,234.50"),
    (1234567.891, "#,##0.###", "1,234,567.891"),
    (1.005, "0.00", "1.01"),
    (-0.001, "0.00", "0.00"),
    (0, "#", ""),
    (0.25, "#.##", ".25"),
    (12, "00000", "00012"),
    (123456789, "000-00-0000", "123-45-6789"),
    (0.1234, "0.0%", "12.3%"),
    (12_345, "0,", "12"),
    (1_234_567, '#,##0.0,,"m"', "1.2m"),
    (12_345, "0.00E+00", "1.23E+04"),
    (0.000123, "##0.0E+0", "123.0E-6"),
    (9.999, "0.0E+0", "1.0E+1"),
    (1.75, "# ?/?", "1 3/4"),
    (0.5, "?/?", "1/2"),
    (1.5, "# ?/2", "1 1/2"),
    (3, "# ?/?", "3"),
    (1200.5, MONEY, "£1,200.50"),
    (-3.25, MONEY, "-£3.25"),
    (0, MONEY, "£-"),
    (-5, "0;(0)", "(5)"),
    (-5, "0;;", ""),
    (5, ";;;", ""),
    (5, '"some"', "some"),
    (9483, '#,##0 "bins"', "9,483 bins"),
    (-2, "[Red]0.0;[Blue]-0.0;0", "-2.0"),
    (5, '[>=100]0;[<0]-0;"small"', "small"),
    (12, "[$€-2] #,##0", "€ 12"),
    (float("inf"), "0", ""),
    (DAY, "dd mmmm yyyy", "01 July 2024"),
    (DAY, "[$-809]dddd d mmm yy", "Monday 1 Jul 24"),
    (DAY + 0.5, "h:mm AM/PM", "12:00 PM"),
    (DAY + 0.7, "mm:ss", "48:00"),
    (DAY + 0.5, "yyyy-mm-dd\\Thh:mm:ss", "2024-07-01T12:00:00"),
    (DAY + 0.123456, "dd/mm/yyyy hh:mm:ss.00", "01/07/2024 02:57:46.59"),
    (1.5, "[h]:mm:ss", "36:00:00"),
    (DAY, "mmm yy", "Jul 24"),
    (-1, "dd/mm/yyyy", "########"),
]


@pytest.mark.parametrize(("value", "code", "shown"), NUMBERS)
def test_a_number_is_shown_as_its_format_says(value, code, shown):
    assert displayed_number(value, code) == shown


@pytest.mark.parametrize(
    ("text", "code", "shown"),
    [
        ("North", "", "North"),
        ("North", "0.00", "North"),
        ("North", "@", "North"),
        ("7", '"Route "@', "Route 7"),
        ("North", ";;;", ""),
        ("North", '0;0;0;"area"', "area"),
        ("North", "0;-0;0;", ""),
    ],
)
def test_words_are_shown_as_their_format_says(text, code, shown):
    assert displayed_words(text, code) == shown


@pytest.mark.parametrize(
    ("text", "value", "kept", "form"),
    [
        ("31", 31.0, 31.0, "0"),
        ("31", 31.4159, 31.0, "0"),
        ("1,234.50", 1234.5, 1234.5, "#,##0.00"),
        ("12.3%", 0.12345678, 0.123, "0.0%"),
        ("£1,200.50", 1200.5, 1200.5, '"£"#,##0.00'),
        ("-£3.25", -3.25, -3.25, '"£"0.00'),
        ("(5)", -5.0, -5.0, "0"),
        ("£-", 0.0, 0.0, "0"),
        ("9,483 bins", 9483.0, 9483.0, '#,##0" bins"'),
    ],
)
def test_the_value_that_is_kept_is_that_which_is_shown(text, value, kept, form):
    assert cell_of_number(text, value) == Shown(text, kept, form)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("00012", 12.0),
        ("some", 9483.0),
        ("12", 12_345.0),
        ("1 3/4", 1.75),
        ("5", 7.0),
        ("1/2", 0.5),
    ],
)
def test_what_is_shown_in_no_plain_way_is_kept_as_words(text, value):
    assert cell_of_number(text, value) == text


@pytest.mark.parametrize(
    ("days", "text", "kept"),
    [
        (DAY + 0.4, "01/07/2024", dt.datetime.fromisoformat("2024-07-01")),
        (DAY, "1 July 2024", dt.datetime.fromisoformat("2024-07-01")),
        (DAY + 0.5, "01/07/2024 12:00", dt.datetime.fromisoformat("2024-07-01T12:00")),
        (DAY + 0.5, "12:00", dt.time(12)),
        (DAY, "Jul 24", None),
        (DAY, "2024", None),
        (DAY, "Monday", None),
    ],
)
def test_a_date_is_kept_as_one_only_where_all_of_it_is_shown(days, text, kept):
    cell = cell_of_moment(text, moment_of(days, is_1904=False))

    assert (cell.value if isinstance(cell, Shown) else None) == kept
    assert text in (cell, getattr(cell, "text", ""))


def test_days_are_counted_from_either_beginning():
    assert moment_of(DAY, is_1904=False) == moment_of(DAY - 1462, is_1904=True)
