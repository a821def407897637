"""Values that a pattern could part in any number of ways: they are looked at once, however long they are."""

import pytest

from answerable.inspecting.opendocument.unseen import _code_of as code_of
from answerable.inspecting.sweeping import coded
from answerable.inspecting.webpages.left_over import _strings_of as strings_of

LONG = 20_000


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("condition", "a" * LONG + "Bins"),
        ("condition", "cell-content()=" + "ab" * LONG + "Bins"),
        ("cell-range-address", "A1 " * LONG + "Gull"),
        ("cell-range-address", "A1" * LONG + "Gull"),
        ("target-range-address", "$Data.A1:B2 " * LONG + "and more"),
    ],
)
def test_a_long_value_that_is_none_is_told_at_once(name, value):
    assert code_of(name, value) == "office.unread-text"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("condition", "cell-content-is-between(1,12) and B3>4"),
        ("cell-range-address", "Data.A1:Data.B7 $'Wards of North'.$C$2"),
        ("cell-range-address", ""),
        ("base-cell-address", "Data.D4"),
    ],
)
def test_what_the_format_says_is_nothing(name, value):
    assert code_of(name, value) == ""


@pytest.mark.parametrize("written", [b"a" * LONG + b"!", b"ab" * LONG + b"\n" + b"q" * LONG + b"("])
def test_long_runs_in_codes_are_taken_whole(written):
    found = coded._BASE64.match(written)

    assert found is not None
    assert found.end() == len(written) - 1
    assert coded._BASE64.fullmatch(written) is None


@pytest.mark.parametrize(
    "sheet",
    [
        "a" * 10 * LONG,
        "a:" * 5 * LONG,
        "a:b " * 5 * LONG,
        "font " * 5 * LONG,
        "mso-a" * 5 * LONG,
        "/*" * 5 * LONG + "*/",
        "url(" * 5 * LONG + ")",
        '"' * 10 * LONG,
        '"\\"' * 4 * LONG + "\n",
        "\"'\n" * 2 * LONG,
    ],
)
def test_a_sheet_of_styles_without_an_end_is_gone_through_once(sheet):
    assert list(strings_of(sheet + ";b:'Quillfeather'"))[-1:] == ["Quillfeather"]
