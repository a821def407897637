"""Fonts that stay in a PDF say nothing of themselves, and draw as before."""

import io
from pathlib import Path

import font_source_sans_pro
import pytest
from fontTools.ttLib import TTFont

from answerable.inspecting.redacting.cleaning.font_tables import without_words
from tests.support.planted.fixtures import SECRET

FONT = next(Path(font_source_sans_pro.__file__).parent.rglob("SourceSansPro-Regular.otf"))


@pytest.fixture(scope="module")
def named():
    font = TTFont(FONT)
    font["name"].setName(f"Made for {SECRET}", 0, 3, 1, 0x409)
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def test_what_a_font_says_of_itself_is_gone_and_its_signs_are_the_same(named):
    bare = without_words(named)

    before, after = (TTFont(io.BytesIO(one)) for one in (named, bare))
    assert SECRET.encode("utf-16-be") in named
    assert SECRET.encode("utf-16-be") not in bare
    assert "name" not in after
    assert before.getGlyphOrder() == after.getGlyphOrder()
    assert before["hmtx"].metrics == after["hmtx"].metrics
    assert before.getTableData("CFF ") == after.getTableData("CFF ")


@pytest.mark.parametrize("cut", [3, 11, 40, 2_000])
def test_a_damaged_font_stays_as_it_is(named, cut):
    assert without_words(named[:cut]) == named[:cut]


def test_what_is_no_such_font_stays_as_it_is():
    assert without_words(b"%!PS-AdobeFont") == b"%!PS-AdobeFont"
