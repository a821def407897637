"""What is a shade off its ground is told from the shadows, noise and edges that pictures have."""

import io

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from answerable.inspecting.pictures.faint import is_drawn_faintly, without_what_is_faint

_SIZE = (400, 200)


def written(ink, ground="white", mode="RGB"):
    drawn = Image.new(mode, _SIZE, ground)
    ImageDraw.Draw(drawn).text(
        (20, 20), "There were 31 bins\nin the North ward", fill=ink, font_size=24
    )
    return drawn


def _shadow():
    drawn = Image.new("L", _SIZE, 255)
    ImageDraw.Draw(drawn).rectangle((120, 60, 280, 140), fill=120)
    drawn = drawn.filter(ImageFilter.GaussianBlur(14))
    ImageDraw.Draw(drawn).rectangle((116, 56, 276, 136), fill=30)
    return drawn


def _grain():
    dots = np.full((200, 400), 255, dtype=np.uint8)
    grain = np.random.default_rng(4).random((200, 400))
    dots[grain < 0.03] = 254
    return Image.fromarray(dots)


def _ramp():
    return Image.linear_gradient("L").resize(_SIZE)


def _once_a_jpeg():
    out = io.BytesIO()
    written("black").save(out, "JPEG", quality=70)
    return Image.open(out)


@pytest.mark.parametrize(
    "drawn",
    [
        written((254, 254, 254)),
        written((253, 255, 254)),
        written(252, 255, "L"),
        written((10, 11, 12), (9, 11, 12)),
    ],
)
def test_letters_a_shade_off_their_ground_are_told_and_taken_out(drawn):
    assert is_drawn_faintly(drawn)
    assert not is_drawn_faintly(without_what_is_faint(drawn))


@pytest.mark.parametrize(
    "drawn",
    [written("black"), written("#cccccc"), _shadow(), _grain(), _ramp(), _once_a_jpeg(), Image.new("RGB", _SIZE)],
)  # fmt: skip
def test_what_pictures_have_is_not_taken_for_letters(drawn):
    assert not is_drawn_faintly(drawn)
    assert without_what_is_faint(drawn) is drawn
