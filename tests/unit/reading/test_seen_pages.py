"""What is found on a picture of a page before and after its letters are read, each by itself."""

import numpy as np
import pytest

from answerable.reading.documents import Repair
from answerable.reading.ocr.aligned import aligned
from answerable.reading.ocr.dots import dots_of
from answerable.reading.ocr.figures import figures_of
from answerable.reading.ocr.grey import halved, threshold_of
from answerable.reading.ocr.hocr import words_of
from answerable.reading.ocr.pasted import ASIDE, set_aside
from answerable.reading.ocr.pieces import Seen, laid_out
from answerable.reading.ocr.ruling import erased, ruling_of
from answerable.reading.ocr.sides import with_sides
from answerable.reading.ocr.slips import without_slips
from answerable.reading.ocr.straight import is_sideways, lean_of
from answerable.reading.pdf.content import Piece
from tests.support.pdf_made import at, drawn_pdf
from tests.support.scans import LOG, scanned

PAPER = 250


def ink_of(page):
    grey = np.asarray(page)
    return halved(grey <= threshold_of(grey))


@pytest.mark.parametrize("lean", [-3.0, -0.4, 0.0, 1.7, 3.0])
def test_how_far_a_page_leans_is_told_to_a_twentieth_of_a_degree(lean):
    page = scanned(LOG, lean=-lean, noise=9)[0]

    assert lean_of(ink_of(page)) == pytest.approx(lean, abs=0.05)


@pytest.mark.parametrize("turned", range(4))
def test_lines_from_the_top_down_are_told_from_lines_across(turned):
    page = scanned(LOG, turned=turned, lean=2.0)[0]

    assert is_sideways(ink_of(page)) is (turned % 2 == 1)


def test_lines_that_frame_cells_are_found_and_erased_and_underlines_are_not():
    grey = np.full((400, 600), PAPER, np.uint8)
    for y in (50, 150, 250):
        grey[y : y + 2, 50:551] = 0
    for x in (50, 300, 549):
        grey[50:252, x : x + 2] = 0
    # An underline, and a letter's stroke that crosses a border.
    grey[110:112, 70:200] = 0
    grey[140:165, 100:104] = 0
    ink = grey < PAPER

    found = ruling_of(ink, 200)
    clean = erased(grey, ink, found, PAPER)

    assert sorted((one.is_across, one.along) for one in found) == [
        (False, 51), (False, 301), (False, 550), (True, 51), (True, 151), (True, 251),
    ]  # fmt: skip
    assert (clean[50:52, 60:95] == PAPER).all()
    assert (clean[140:165, 100:104] == 0).all()
    assert (clean[110:112, 70:200] == 0).all()


def test_a_dot_by_itself_is_a_bullet_and_a_full_stop_is_none():
    ink = np.zeros((200, 400), bool)
    ink[60:71, 50:61] = True
    ink[100:120, 50:90] = True
    ink[116:120, 93:97] = True

    assert dots_of(halved(ink), 200) == [(50, 60, 62, 72)]


def test_a_photograph_is_found_and_lines_of_letters_are_none():
    grey = np.array(scanned(LOG)[0])
    assert figures_of(grey, PAPER, 200) == []

    grey[1600:2000, 400:900] = np.random.default_rng(3).integers(20, 200, (400, 500))
    ((left, top, right, bottom),) = figures_of(grey, PAPER, 200)

    assert (left, top) == pytest.approx((400, 1600), abs=40)
    assert (right, bottom) == pytest.approx((900, 2000), abs=40)


HOCR = """
<span class='ocr_line' id='line_1_1' title="bbox 100 200 400 230; baseline 0.01 -5; x_size 30">
 <span class='ocrx_word' id='word_1_1' title='bbox 100 200 200 230; x_wconf 91'>P&amp;O</span>
 <span class='ocrx_word' id='word_1_2' title='bbox 210 200 400 230; x_wconf 45'><strong>lines</strong></span>
</span>
"""


def test_words_come_with_their_place_and_how_sure_they_are():
    first, second = words_of(HOCR, dots=200)

    assert (first.text, first.sure, first.line) == ("P&O", 0.91, 0)
    assert first.box == pytest.approx((36.0, 72.0, 72.0, 82.8))
    assert (second.text, second.sure) == ("lines", 0.45)
    assert second.foot == pytest.approx(0.36 * (230 - 5 + 0.01 * 205))


def piece(text, *, box=(140.0, 100.0, 300.0, 110.0), size=11.0, sure=0.95):
    return Piece(
        1, text, box, size, is_italic=False, is_bold=False, mark=None, in_form=False,
        is_furniture=False, foot=box[3], sure=sure,
    )  # fmt: skip


SLIPS = [
    (["l) One", "2) Two"], ["1) One", "2) Two"]),
    (["4) Four", "S) Five", "6) Six"], ["4) Four", "5) Five", "6) Six"]),
    (["e. Fifth", "f, Sixth", "g. Seventh"], ["e. Fifth", "f. Sixth", "g. Seventh"]),
    (["Back to ton"], ["Back to top"]),
    (["the IOPC and", "the |OPC, an IOPC"], ["the IOPC and", "the IOPC, an IOPC"]),
    (["3. Three", "4, Four", "5: Five"], ["3. Three", "4. Four", "5. Five"]),
    (["3. in sections 3 and", "4, of the Act"], ["3. in sections 3 and", "4, of the Act"]),
    (["a, First", "b. Second"], ["a. First", "b. Second"]),
    (["ii. Second", "iii, Third"], ["ii. Second", "iii. Third"]),
    (["FO! number: 7"], ["FOI number: 7"]),
    (["RFI 1", "RFI 2", "RFT 3"], ["RFI 1", "RFI 2", "RFI 3"]),
    (["RFT 3"], ["RFT 3"]),
    (["Under the Act | ask and lam told"], ["Under the Act I ask and I am told"]),
    (["S) no sequence says it"], ["S) no sequence says it"]),
    (["the 1OPC once"], ["the 1OPC once"]),
    (["a back to front", "I) Roman", "II) Roman"], ["a back to front", "I) Roman", "II) Roman"]),
]


@pytest.mark.parametrize(("read", "meant"), SLIPS)
def test_only_what_is_certain_is_mended(read, meant):
    found, repairs = without_slips([piece(text) for text in read])

    assert [one.text for one in found] == meant
    assert bool(repairs) is (read != meant)
    assert all(isinstance(one, Repair) for one in repairs)


def test_a_table_at_the_foot_of_its_cell_has_a_side_of_its_own():
    outer = [(50, 99, 500, 100), (50, 299, 500, 300), (50, 99, 51, 300), (499, 99, 500, 300)]
    inner = [(150, 199, 400, 200), (150, 199, 151, 300), (399, 199, 400, 300)]

    assert with_sides([*outer, *inner]) == [*outer, *inner, (150, 299, 400, 300)]
    assert with_sides(outer) == outer


def seen(page, rules=(), words=()):
    return Seen(page, (595.0, 842.0), tuple(words), tuple(rules), (), ())


def test_pages_that_were_drawn_in_to_one_side_are_laid_over_each_other():
    frames = [((left, 50.0, left + 1, 700.0),) for left in (50.0, 50.0, 58.0, 200.0)]

    found = aligned([seen(number, rules) for number, rules in enumerate(frames, start=1)])

    # What is far away is another kind of page; the middle of the others is where they go.
    assert [page.rules[0][0] for page in found] == [54.0, 54.0, 54.0, 200.0]


def test_words_in_small_letters_between_others_are_set_aside_and_small_tables_are_not():
    small = [
        piece(f"line {y}", box=(180.0, y, 300.0, y + 4), size=4.4) for y in (200.0, 206.0, 212.0)
    ]
    garbled = piece("gar bled", box=(180.0, 203.0, 300.0, 211.0), size=14.0, sure=0.3)
    usual = piece("a line of the answer")

    found = set_aside([usual, *small, garbled], (), 11.0)
    table = [(170.0, 190.0, 310.0, 191.0), (170.0, 229.0, 310.0, 230.0)]
    table += [(float(x), 190.0, x + 1.0, 230.0) for x in (170, 200, 250, 309)]

    assert [one.aside for one in found] == [None, *[ASIDE] * 4]
    assert [one.aside for one in set_aside([usual, *small], table, 11.0)] == [None] * 4


def test_words_of_one_line_are_parted_by_a_line_between_them():
    said = HOCR.replace("x_wconf 45", "x_wconf 95")
    page = seen(1, [(73.5, 50.0, 74.5, 100.0)], words_of(said, dots=200))

    (laid,) = laid_out([page])

    assert [one.text for one in laid.pieces] == ["P&O", "lines"]
    assert [one.text for one in laid_out([seen(1, (), page.words)])[0].pieces] == ["P&O lines"]


def test_a_page_of_one_shade_has_no_ink():
    blank = np.asarray(scanned(drawn_pdf(at(0, 0, " ")), dots=50)[0])

    assert not (blank <= threshold_of(blank)).any()
    assert lean_of(blank <= threshold_of(blank)) == 0.0
