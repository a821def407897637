"""A place is shown as a small picture of the page, or as the cells and lines around it; else refused."""

import io

import pytest
import typst
from PIL import Image

from answerable.inspecting import Place
from answerable.inspecting.placed import CannotShow, place_shown

pytestmark = pytest.mark.slow
PDF = typst.compile(b"Dear Mrs Agnes Pemberton,")
FRAME = (212, 53, 28)


def picture(data, place, name="letter.pdf"):
    return Image.open(io.BytesIO(place_shown(data, name=name, place=place).picture)).convert("RGB")


def test_a_part_of_a_page_has_a_frame_around_the_place():
    part = picture(PDF, Place("page 1", 1, (95.0, 70.0, 200.0, 85.0)))

    assert FRAME in {colour for _, colour in part.getcolors(100_000)}
    assert part.width < 2 * 595


def test_of_a_place_without_a_box_the_whole_page_is_drawn():
    part = picture(PDF, Place("page 1", 1))

    assert FRAME not in {colour for _, colour in part.getcolors(100_000)}
    assert part.height > part.width


def test_a_picture_is_drawn_small():
    out = io.BytesIO()
    Image.new("RGB", (3000, 100)).save(out, "JPEG")

    assert picture(out.getvalue(), Place(""), "a.jpg").width == 900


def test_lines_are_shown_with_those_beside_them():
    text = "\n".join(f"line of {one}" for one in "abcdefg").encode()

    shown = place_shown(text, name="a.txt", place=Place("line 4"))

    assert [one.number for one in shown.rows] == [2, 3, 4, 5, 6]
    assert [one.cells[0].words for one in shown.rows if one.cells[0].is_it] == ["line of d"]
    assert shown.columns == ()


@pytest.mark.parametrize(
    ("data", "name", "place"),
    [
        (PDF, "letter.pdf", Place("page 9", 9)),
        (b"one\n", "a.txt", Place("line 4")),
        (b"%PDF-1.4 broken", "a.pdf", Place("page 1", 1)),
    ],
)
def test_what_is_not_there_is_refused_with_a_sentence(data, name, place):
    with pytest.raises(CannotShow, match="open the file and look there"):
        place_shown(data, name=name, place=place)
