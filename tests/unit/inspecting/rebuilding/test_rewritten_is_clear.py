"""What is made of a picture or a PDF is clear, whatever the file held: the gate lets it leave."""

import io

import pikepdf
import pytest
from PIL import Image, ImageDraw

from answerable.inspecting.child import inspected
from answerable.inspecting.findings import Severity
from answerable.inspecting.rebuilding.rebuilding import rebuilt_here
from tests.support.planted.called import called
from tests.support.planted.everything import PLANTED
from tests.support.planted.fixtures import SECRET

_MADE = {one.name: one.make for one in PLANTED}


def asked(file):
    inspection = inspected(file.data, file.name)
    assert inspection.reason == ""
    return [one.code for one in inspection.findings if one.severity is not Severity.NOTE]


@pytest.mark.parametrize(
    "name",
    [
        "name_of_inks",
        "name_of_a_screen_of_dots",
        "colours_that_no_dot_has",
        "layer_with_a_name",
        "layer_by_a_negation",
        "text_under_letters",
        "part_of_a_picture_under_a_box",
        "words_between_rows_of_a_jpeg",
        "words_a_shade_off_their_ground",
        "words_of_the_last_bits_of_alpha",
    ],
)
def test_what_was_found_is_gone_and_nothing_is_asked(name):
    data = _MADE[name](SECRET)

    (made,) = rebuilt_here(data, called(data)).files

    assert asked(made) == []


def test_a_page_that_becomes_a_picture_is_told_and_the_others_keep_their_words():
    first, second = (_MADE[name]("") for name in ("text_under_letters", "layer_with_a_name"))
    hidden = _MADE["text_under_letters"](SECRET)
    with pikepdf.open(io.BytesIO(first)) as pdf, pikepdf.open(io.BytesIO(hidden)) as other:
        pdf.pages.append(other.pages[0])
        with pikepdf.open(io.BytesIO(second)) as third:
            pdf.pages.append(third.pages[0])
            out = io.BytesIO()
            pdf.save(out)

    rebuilt = rebuilt_here(out.getvalue(), "f.pdf")

    assert rebuilt.left_out[-1].endswith("and are pictures now: 2")
    with pikepdf.open(io.BytesIO(rebuilt.files[0].data)) as made:
        assert ["/Font" in page.Resources for page in made.pages] == [True, False, True]


@pytest.mark.parametrize("grey", [0, 127, 128, 129, 255])
def test_a_photograph_that_ends_in_one_colour_is_not_taken_for_one_with_more_bytes(grey):
    drawn = Image.new("RGB", (320, 240), (grey, grey, grey))
    ImageDraw.Draw(drawn).rectangle((0, 0, 319, 60), fill="navy")
    out = io.BytesIO()
    drawn.save(out, "JPEG", quality=92, optimize=True)

    assert inspected(out.getvalue(), "f.jpg").findings == ()
