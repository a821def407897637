"""Pages before their letters are read, and words after: columns laid apart, light made even, words parted."""

import numpy as np
import pytest

from answerable.reading.ocr.grey import halved
from answerable.reading.ocr.hocr import words_of
from answerable.reading.ocr.lit import evenly_lit
from answerable.reading.ocr.parted import parted, picture_of
from answerable.reading.ocr.stacked import Move, Strip, stacked, strips_of
from tests.support.scans import LOG, scanned

WHITE, DOTS = 255, 200


def page_with(*lines):
    """Return a page of lines: (left, top, right), each as high as small letters and as grey as print."""
    page = np.full((600, 1000), WHITE, np.uint8)
    for left, top, right in lines:
        page[top : top + 16, left:right:2] = 0
        page[top - 8 : top, left:right:40] = 0
    return page


def test_columns_whose_lines_stand_at_other_heights_are_laid_below_each_other():
    left = [(100, 100 + 32 * line, 400) for line in range(4)]
    right = [(500, 116 + 32 * line, 900) for line in range(3)]
    page = page_with(*left, *right)

    strips = strips_of(halved(page < WHITE), DOTS)
    whole, moves = stacked(page, strips, DOTS)

    (before, first, second, after) = strips
    assert (before.bottom, after.top) == (92, 212)
    assert first == Strip(100, 92, 400, 212)
    assert (second.left, second.top, second.bottom) == (500, 108, 196)
    row = next(move.row for move in moves if move.by == moves[2].by) + 10
    assert not (whole[row : row + 70, :500] == 0).any()
    assert (whole == 0).sum() == (page == 0).sum()


def test_columns_whose_lines_are_level_stay_beside_each_other():
    label = [(100, 100, 300)]
    text = [(500, 100 + 32 * line, 900) for line in range(4)]

    assert strips_of(halved(page_with(*label, *text) < WHITE), DOTS) == []


def test_what_was_moved_is_told_where_it_stands_on_its_page():
    said = (
        "<span class='ocr_line' id='l' title=\"bbox 0 520 90 540; baseline 0 -4; x\">"
        "<span class='ocrx_word' id='w' title='bbox 0 520 90 540; x_wconf 90'>moved</span></span>"
    )

    (word,) = words_of(said, dots=72, moves=[Move(0, 0), Move(500, 300)])

    assert (word.box, word.foot) == ((0, 220, 90, 240), 236)


WORDS = [
    ("Ona", [10, 3, 8, 9, 8], ["On", "a"]),
    ("4per", [8, 9, 8, 3, 8, 3, 6], ["4", "per"]),
    ("Ona", [10, 3, 8, 4, 8], ["Ona"]),
    ("2019", [8, 9, 8, 3, 8, 3, 8], ["2019"]),
    ("rear", [6, 5, 8, 3, 8, 3, 6], ["rear"]),
    ("rn", [14], ["rn"]),
]


@pytest.mark.parametrize(("text", "widths", "words"), WORDS)
def test_a_word_is_parted_where_a_gap_is_as_wide_as_a_space(text, widths, words):
    page = np.full((30, 200), WHITE, np.uint8)
    at = 20
    for number, width in enumerate(widths):
        if number % 2 == 0:
            page[8:24, at : at + width] = 0
        at += width

    found = parted(text, (20, 8, at, 24), page, space=9.0)

    assert [one for one, _ in found] == words
    assert found[0][1][0] == 20
    assert found[-1][1][2] == at


def test_a_picture_is_what_was_written():
    page = page_with((100, 100, 300))

    made = picture_of(b"P5 1000 600 255\n" + page.tobytes())

    assert (made == page).all()


def test_a_photograph_is_lit_evenly_and_its_desk_is_white():
    page = np.array(scanned(LOG, dots=100)[0])
    desk = np.full((page.shape[0] + 140, page.shape[1] + 140), 90, np.uint8)
    desk[70:-70, 70:-70] = page
    shade = np.linspace(0.6, 1.0, desk.shape[1])
    photograph = (desk * shade).astype(np.uint8)

    even = evenly_lit(photograph)

    paper = even[70:-70, 70:-70][page > 250]
    assert np.percentile(paper, 2) > 225
    assert even[:60].min() > 225
    assert (even[70:-70, 70:-70][page < 60] < 90).mean() > 0.95


def test_an_even_page_is_left_as_it_is():
    page = np.array(scanned(LOG, dots=100)[0])

    assert evenly_lit(page) is page
