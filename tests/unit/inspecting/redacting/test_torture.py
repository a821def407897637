"""A name drawn in every way that programs draw: once redacted, no reader finds it, and all else stays."""

import shutil
import subprocess
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from pdfminer.high_level import extract_text

from answerable.inspecting.redacting.pages import shown
from answerable.inspecting.redacting.programs import words_of
from answerable.inspecting.redacting.proving.proof import lost_words, what_is_left
from answerable.inspecting.redacting.taking import taken
from answerable.inspecting.sweeping.sweeping import traces_here
from tests.support.marked.made import SECRET
from tests.support.marked.torture import DRAWN, STILL_THERE, TORTURE

MADE = {}


def redacted(name):
    """Return what comes of a page, each made once."""
    if name not in MADE:
        data, marks, stays = TORTURE[name]()
        MADE[name] = taken(data, marks), stays, data
    return MADE[name]


def boxes_of(made):
    """Return the boxes that are black now, as they are shown."""
    with pikepdf.open(BytesIO(made.before)) as pdf:
        return {
            page: [shown(pdf.pages[page - 1]).box_of(area) for area in areas]
            for page, areas in made.marked.areas.items()
        }


def read_by_pdfium(data):
    """Return the text of a file's pages."""
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))


def read_by_miner(data):
    """Return the text of a file's pages."""
    return extract_text(BytesIO(data))


def read_by_poppler(data):
    """Return the text of a file's pages."""
    if shutil.which("pdftotext") is None:
        return ""
    return subprocess.run(
        ["pdftotext", "-", "-"], input=data, capture_output=True, check=True
    ).stdout.decode()


@pytest.mark.parametrize("name", sorted(TORTURE))
def test_no_reader_finds_it(name):
    made, _, _ = redacted(name)

    left = what_is_left(made.data, boxes_of(made), made.marked.everywhere, words_of(made.data))

    assert not any(left.counts.values()), left.counts
    if name not in STILL_THERE:
        for read in (read_by_pdfium, read_by_miner, read_by_poppler):
            assert SECRET.lower() not in "".join(read(made.data).lower().split()), read
        assert traces_here(made.data, [SECRET]) == ()


@pytest.mark.parametrize("name", sorted(set(TORTURE)))
def test_only_what_cannot_be_taken_apart_is_drawn(name):
    assert bool(redacted(name)[0].drawn) == (name in DRAWN)


@pytest.mark.parametrize("name", sorted(set(TORTURE) - set(DRAWN)))
def test_the_other_words_stay_where_they_are(name):
    made, stays, _ = redacted(name)

    text = read_by_pdfium(made.data)
    assert [one for one in stays if one not in text] == []
    assert lost_words(made.before, made.data, boxes_of(made), set())[0] == 0
