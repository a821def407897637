"""Whole pages that stand in a page or in a document: what they hide is told, and where."""

import base64

import pytest

from answerable.inspecting.child import inspected
from answerable.inspecting.findings import Severity
from tests.support.planted.called import called
from tests.support.planted.documents import TEXT, document
from tests.support.planted.fixtures import with_part

SECRET = "Quillfeather"
HEAD = '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Log</title></head><body>'
HIDING = f'<p>Hours of the depot. <span style="display:none">{SECRET}</span></p>'
SHOWING = "<p>Hours of the depot.</p>"


def _findings(data, name=""):
    return inspected(data, name or called(data)).findings


def _frame(page, size="width=400 height=60"):
    held = base64.b64encode(page.encode()).decode()
    frame = f'<iframe {size} src="data:text/html;base64,{held}"></iframe>'
    return f"{HEAD}<p>East</p>{frame}</body></html>".encode()


def _taken_in(page):
    """Return a document that takes a page in when Word opens it."""
    whole = f"<html><body>{page}</body></html>".encode()
    return with_part(document(), "word/afchunk.htm", whole, "text/html", (TEXT, "aFChunk"))


@pytest.mark.parametrize("page", [HIDING, f"<html><body>{HIDING}</body></html>"])
def test_what_a_page_in_an_address_hides_is_told_whatever_it_begins_with(page):
    places = [
        one.where for one in _findings(_frame(page), "f.html") if one.code == "html.hidden-text"
    ]

    assert places == ["file in an address"]


def test_a_page_in_an_address_asks_and_is_not_stopped():
    found = _findings(_frame(SHOWING), "f.html")

    severities = {one.severity for one in found}
    assert Severity.CHECK in severities
    assert Severity.STOP not in severities


@pytest.mark.parametrize("size", ["width=0 height=0", "width=400 height=1", "width=0% height=60"])
def test_a_frame_of_no_size_hides_its_page(size):
    places = [one.where for one in _findings(_frame(SHOWING, size), "f.html") if one.code == "html.hidden-text"]  # fmt: skip

    assert places == [""]


@pytest.mark.parametrize(("page", "hides"), [(HIDING, True), (SHOWING, False)])
def test_what_a_page_hides_that_a_document_takes_in_is_told(page, hides):
    codes = {one.code for one in _findings(_taken_in(page))}

    assert "docx.other-document" in codes
    assert ("html.hidden-text" in codes) is hides
