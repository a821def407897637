"""Numbers of patients and telephones, fonts and dressed letters, where only words were looked for."""

import pytest

from answerable.inspecting.child import inspected
from answerable.inspecting.formats.words import (
    has_long_number,
    has_number_of_somebody,
    is_number_in_groups,
)
from answerable.inspecting.office.vml import unusual_fonts, without_usual_fonts
from answerable.inspecting.pdf.drawn.shown import Shown
from answerable.inspecting.pdf.values import has_letters, is_date, is_read
from tests.support.planted.called import called
from tests.support.planted.documents import document
from tests.support.planted.everything import PLANTED
from tests.support.planted.ninth_office import NINTH_OFFICE
from tests.support.planted.ninth_others import NINTH_OTHERS

NUMBER = "943 476 5919"
FILES = {one.name: one.make for one in (*NINTH_OFFICE.all, *NINTH_OTHERS.all)}


@pytest.mark.parametrize("text", [NUMBER, "9434765919", "01632 960123", "01632-960-123"])
def test_a_number_as_somebody_has_is_told(text):
    assert has_number_of_somebody(f"ask {text} first")
    assert is_read(text)


@pytest.mark.parametrize("text", ["no.1234567", "Ref9434765919", "C0_9434765919", "x9434765919_b"])
def test_a_number_behind_letters_is_told(text):
    assert has_number_of_somebody(f"{text} first")


@pytest.mark.parametrize(
    "text",
    [
        "rId12",
        "_Toc123456789",
        "_1734567890",
        "_MON_1734567890",
        "__RefHeading___Toc509_2145730124",
        "list1734567890123456789",
        "Table1345678910",
        "R1234567890123456",
        "R1234567890abcdef",
        "00ab12cd-0a00-4b00-8c00-ab1234567890",
        "de1234567890123456789012",
        "v1.2.3456",
        "no.12.3456789",
        "E1.23456789012",
    ],
)
def test_what_programs_count_is_no_number_of_somebody(text):
    assert not has_number_of_somebody(text)


@pytest.mark.parametrize(
    "text", ["31", "2024-01", "0.12345678901", "1,234,567", "12345.678901", ""]
)
def test_a_measure_is_none(text):
    assert not has_number_of_somebody(text)
    assert not has_long_number(text)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("D:20240102030405+01'00'", True), ("20240102", True), ("2024", True), ("9434765919", False)],
)
def test_a_number_of_somebody_is_no_day(text, is_one):
    assert is_date(text) is is_one


@pytest.mark.parametrize(
    "name",
    [
        "ninth_pdf_letters_of_a_mark_that_says_other_words",
        "ninth_pdf_names_of_pages",
        "ninth_pdf_words_to_be_read_aloud",
        "ninth_pdf_name_of_a_place",
        "ninth_book_name_that_its_code_has",
        "ninth_text_choice_of_a_control",
    ],
)
def test_a_number_is_found_where_words_are(name):
    data, twin = FILES[name](NUMBER), FILES[name]("")

    found, beside = (
        {(one.code, one.evidence) for one in inspected(each, called(each)).findings}
        for each in (data, twin)
    )

    assert found - beside


def test_a_number_as_a_title_is_told_as_a_property():
    def fill(made):
        made.core_properties.title = NUMBER

    data = document(fill)

    found = inspected(data, called(data)).findings

    assert "office.property" in {one.code for one in found if one.where.startswith("title")}


@pytest.mark.parametrize(
    ("style", "fonts"),
    [
        ('width:9pt;font-family:"Comic Sans MS";font-size:8pt', []),
        ("font:italic bold 12pt/14pt Arial,Helvetica", []),
        ("font-family:Quillfeather", ["Quillfeather"]),
        ('font:8pt "Mark Page"', ["Mark Page"]),
        ("font:normal 400 10.5pt/1.2 Arial", []),
        ("font:9434765919 Arial", ["9434765919 Arial"]),
        ("font:943pt 476pt 5919pt Arial", ["476pt 5919pt Arial"]),
    ],
)
def test_fonts_of_old_drawings_are_told_from_words(style, fonts):
    assert list(unusual_fonts(style)) == fonts
    assert ("font" in without_usual_fonts(style.replace("font-size", "size"))) is bool(fonts)


@pytest.mark.parametrize(
    "text", ["\u24c6\u24e4\u24d8", "\u036b\u0363\u036d", "\u281f\u281d", "\U0001f1f6\U0001f1fa"]
)
def test_letters_in_another_dress_are_letters_and_are_not_shown_by_nothing(text):
    shown = Shown()
    shown.take("North")

    assert has_letters(text)
    assert not shown.has(text)


@pytest.mark.parametrize("text", ["\u2022", "\u2014", "\u2192 \u2713", "\u0301"])
def test_signs_that_say_no_word_are_shown(text):
    assert not has_letters(text)
    assert Shown().has(text)


TOLD = {
    "pdf.odd-name": ("name_of_an_ink", "name_as_a_value", "language_of_a_part"),
    "pdf.tiny-text": ("sixth text drawn one thousandth high",),
    "odf.hidden-text": ("seventh_odt_head_that_is_switched_off",),
    "pdf.glyph-name": ("letters_of_a_font", "signs of a font"),
    "office.style-name": ("odt_name_of_a_reference", "ods_place_of_a_detective"),
    "office.unread-text": (
        "eighth_odp_parameter_of_a_command",
        "seventh_slide_name_by_which_a_layout_is_matched",
        "default_type_of_parts_that_are_not_there",
    ),
}


@pytest.mark.parametrize(
    ("code", "name"), [(code, name) for code, names in TOLD.items() for name in names]
)
def test_a_number_in_place_of_a_name_is_told(code, name):
    made = next(one for one in PLANTED if one.name == name).make(NUMBER)

    assert code in {one.code for one in inspected(made, called(made)).findings}


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        (NUMBER, True),
        ("01632 960123", True),
        ("+44 1632 960123", True),
        ("0 0 21600 21600", False),
        ("100 200 300", False),
        ("3456789012", False),  # a number that PowerPoint draws by chance
        ("2024-05-01", False),
    ],
)
def test_a_number_is_parted_as_people_part_it(text, is_so):
    assert is_number_in_groups(text) is is_so
