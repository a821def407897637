"""Where words stand on a page: which are found, which are not, and the boxes around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.domain.release.page_words import (
    PageWord,
    is_in,
    picked_places,
    places_of,
    says,
    whole_line,
    words_in,
)


def page(*lines):
    """Return the words of a page of lines: each letter is ten points wide, each line twenty high."""
    words = []
    for row, line in enumerate(lines):
        left = 0
        for text in line.split():
            right = left + 10 * len(text)
            words.append(PageWord(text, (left, 20 * row, right, 20 * row + 15), row))
            left = right + 10
    return tuple(words)


def found(lines, *sought):
    return [[one.text for one in places] for places in places_of(page(*lines), *sought)]


@pytest.mark.parametrize(
    ("lines", "sought", "expected"),
    [
        (["Ms Quillfeather rang"], "quillfeather", [["Quillfeather"]]),
        (["MS QUILLFEATHER, who"], "Ms Quillfeather", [["MS QUILLFEATHER,"]]),
        (["(Quillfeather’s) desk"], "quillfeather", [["(Quillfeather’s)"]]),
        (["Quillfeathers rang"], "Quillfeather", []),
        (["ann.quillfeather@body.example"], "Quillfeather", [["ann.quillfeather@body.example"]]),
        (["seen by Ann", "Quillfeather today"], "Ann Quillfeather", [["Ann", "Quillfeather"]]),
        (["named Quill-", "feather there"], "Quillfeather", [["Quill-", "feather"]]),
        (["Ann Quill-Smith"], "Quill-Smith", [["Quill-Smith"]]),
        (["Ann Quill-", "Smith rang"], "Quill-Smith", [["Quill-", "Smith"]]),
        (["O’Quill and O'Quill"], "O'Quill", [["O’Quill"], ["O'Quill"]]),
        (["A Ca\u0301ra rang"], "C\u00e1ra", [["Ca\u0301ra"]]),
        (["the o\ufb03ce of \ufb01les"], "office", [["o\ufb03ce"]]),
        (["ring 01632 960123 now"], "01632 960123", [["01632 960123"]]),
        (["ring 01632 9601234"], "01632 960123", []),
        (["a.b (c) $5 [x]"], "(c)", [["(c)"]]),
        (["a+b a.b"], "a.b", [["a.b"]]),
        (["Quill\u200bfeather rang"], "Quill\xadfeather", [["Quill\u200bfeather"]]),
        (["nothing here"], "  ", []),
        ([], "Quillfeather", []),
    ],
)
def test_words_are_found_however_they_are_written_and_no_others(lines, sought, expected):
    assert found(lines, sought) == expected


def test_what_is_sought_in_several_ways_is_one_place():
    lines = ["Ann Quillfeather and A. Quillfeather"]

    assert found(lines, "Quillfeather", "Ann Quillfeather", "A. Quillfeather") == [
        ["Ann Quillfeather"],
        ["A. Quillfeather"],
    ]


def test_words_beside_each_other_are_one_box_with_the_gap_between_them():
    words = page("aa bb cc", "dd ee")

    places = picked_places(words, [1, 0, 3, 2, 99, -5, 3])

    assert [(one.text, one.box) for one in places] == [
        ("aa bb cc", (0, 0, 80, 15)),
        ("dd", (0, 20, 20, 35)),
    ]


def test_a_box_knows_the_words_whose_middle_it_covers():
    words = page("aa bb cc", "dd ee")

    assert words_in(words, (15, 0, 60, 15)) == "bb"
    assert words_in(words, (0, 0, 500, 500)) == "aa bb cc dd ee"
    assert words_in(words, (200, 200, 300, 300)) == ""


def test_a_whole_line_covers_its_words_and_the_box_that_was_drawn():
    words = page("aa bb cc", "dd ee")

    line = whole_line(words, (25, -4, 55, 18))

    assert (line.text, line.box) == ("aa bb cc", (0, -4, 80, 18))
    assert whole_line(words, (300, 300, 310, 310)) is None


@pytest.mark.parametrize(
    ("text", "sought", "is_said"),
    [
        ("About Ms Quillfeather", "quillfeather", True),
        ("About a colleague", "quillfeather", False),
        ("About Quillfeathers", "Quillfeather", False),
        ("", "x", False),
        ("x", "", False),
    ],
)
def test_a_text_says_words_as_a_page_does(text, sought, is_said):
    assert says(text, sought) is is_said


_WORDS = st.lists(st.text("abC-'.’\u0301é\ufb01 ", min_size=1, max_size=6), min_size=1, max_size=12)


@given(_WORDS, st.data())
def test_any_run_of_whole_words_is_found_where_it_stands(texts, data):
    words = page(" ".join(texts))
    if not words:
        return
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start, len(words) - 1))
    sought = " ".join(one.text for one in words[start : end + 1])

    places = [place for one in places_of(words, sought) for place in one]

    for one in words[start : end + 1]:
        if any(letter.isalnum() for letter in one.text):
            assert any(is_in(one.box, place.box) for place in places), (sought, words)


@given(st.text(max_size=40), st.text(max_size=10))
def test_nothing_typed_breaks_the_search(text, sought):
    found_there = places_of(page(text), sought)

    assert all(places for places in found_there)
    assert says(text, sought) in (True, False)
