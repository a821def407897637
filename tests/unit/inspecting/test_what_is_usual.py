"""What fields can give, and how far styles and measures go in ordinary files: beyond that somebody is asked."""

import pytest

from answerable.inspecting.child import inspected
from answerable.inspecting.results import could_give, is_a_day, is_a_number
from answerable.inspecting.text import words_in_code, words_in_signs
from answerable.inspecting.webpages.declarations import is_out_of_the_ordinary
from tests.support.planted.cells import written


@pytest.mark.parametrize(
    ("code", "text", "could"),
    [
        ("PAGE", "12", True),
        (" PAGE \\* roman ", "xii", True),
        ("NUMPAGES", "", True),
        ("PAGE", "- 4 -", True),
        ("PAGE \\* CardText", "twelve", True),
        ("PAGE", "twelve", False),
        ('DATE \\@ "d MMMM yyyy"', "3 Mehefin 2024", True),
        ("TIME", "10:31 am", True),
        ("DATE", "Monday, 1st of July 2024", True),
        ("DATE", "Harbour 2024", False),
        ("REF _Ref1", "Harbour", True),
    ],
)
def test_a_field_keeps_what_it_could_give_or_is_told(code, text, could):
    assert could_give(code, text) == could


def test_what_holds_a_place_on_a_master_is_a_number_and_a_day():
    assert is_a_number("<number>")
    assert is_a_day("<date/time>")
    assert not is_a_number("<Harbour>")


@pytest.mark.parametrize(
    "style",
    [
        "margin:0cm 0cm 8.0pt 36.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1",
        "font-family:'Segoe UI',sans-serif;max-width:1280px;border-radius:9999px",
        "text-decoration:underline 2px;-webkit-text-size-adjust:100%",
        "--gap:4px;padding:clamp(4px,2vw,40px)",
        'mso-style-name:"Table Normal";mso-font-alt:"Calisto MT"',
    ],
)
def test_styles_of_ordinary_pages_are_ordinary(style):
    assert not is_out_of_the_ordinary(style)


@pytest.mark.parametrize(
    "style",
    [
        "inset:0 auto auto -9999px",
        "margin-inline-start:-40em",
        "text-decoration:line-through solid #000 2em",
        "offset-path:none",
        "list-style-type:'Harbour '",
    ],
)
def test_a_style_that_no_list_has_or_goes_too_far_is_told(style):
    assert is_out_of_the_ordinary(style)


def test_addresses_days_and_formulas_are_no_code():
    text = "user7@example.org,2024-01-07T10:00:00,https://example.org/bins?q=a%20b&c=1,=SUM(A1:B2)+3,(31)\t \t4"

    assert words_in_code(text) == ""
    assert words_in_signs(text) == ""


def test_noughts_that_a_sheet_does_not_show_are_told_and_nobody_is_asked():
    def fill(_, sheet):
        sheet.write("B5", 0)
        sheet.hide_zero()

    found = inspected(written(fill), "bins.xlsx").findings

    assert [(one.code, one.severity.value) for one in found if one.code == "xlsx.noughts"] == [
        ("xlsx.noughts", "note")
    ]


def test_the_last_column_of_a_sheet_is_far_from_the_first():
    found = inspected(written(lambda _, sheet: sheet.write("XFD2", "East")), "bins.xlsx").findings

    assert "xlsx.far-cells" in {one.code for one in found}
