"""Paragraphs and words of documents give way to labels before anything is laid out."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfminer.high_level import extract_text

from answerable.inspecting.labelling.paragraphs import relabelled, said
from answerable.inspecting.labelling.stretches import Stretch, labelled
from answerable.inspecting.rebuilding.documents.blocks import Run
from answerable.inspecting.redacting import CannotRedact
from answerable.inspecting.sweeping.sweeping import traces_here
from tests.support.labelled import made, proved, step, word_file

LABEL = "[withheld: s.40(2)]"
NAME = {"words": ["ann quillfeather", "Quillfeather"], "limb": "40(2)"}


def report():
    return word_file(
        ["The board"],
        ["Written by Ann Quill", "feather", " for us."],
        ["Nobody else has to know of Brownlow."],
        (("Quillfeather", "other words"),),
    )


def pages(files):
    """Return the text of the PDF, with blanks alone between its words."""
    return " ".join(extract_text(io.BytesIO(files["report (redacted).pdf"])).split())


def test_words_go_across_runs_and_cells_and_their_label_is_the_same():
    head, files = made(report(), NAME, name="report.docx")

    assert f"Written by {LABEL} for us." in pages(files)
    page = files["report (redacted).html"].decode()
    assert f"<p>Written by {LABEL} for us.</p>" in page
    assert f"<td>{LABEL}</td><td>other words</td>" in page
    assert head["labels"] == 2
    assert not any(traces_here(data, ["Quillfeather"]) for data in files.values())


def test_a_paragraph_or_some_of_its_letters_are_marked_by_their_number():
    shown, _ = step("show", report(), name="report.docx")
    assert shown["paragraphs"][2] == "Nobody else has to know of Brownlow."

    _, files = made(
        report(),
        {"paragraph": 3, "letters": [27, 35]},
        {"paragraph": 1},
        {"paragraph": 5, "words": "OTHER"},
        name="report.docx",
    )

    assert pages(files).startswith("[withheld] Written by Ann Quillfeather")
    assert "has to know of [withheld]." in pages(files)
    assert "[withheld] words" in pages(files)


def test_every_reader_finds_the_labels_and_the_other_words():
    _, files = made(report(), NAME, name="report.docx")

    rows = [
        row
        for called, data in files.items()
        for row in proved(report(), data, called, NAME, name="report.docx")
    ]

    assert rows == [("pdfium", 0, 0, 19), ("pdfminer.six", 0, 0, 19), ("html", 0, 0, 19)]


def test_a_file_of_other_marks_has_too_few_labels_and_lacks_words():
    _, files = made(report(), {"paragraph": 2}, name="report.docx")
    called = "report (redacted).html"

    (told,) = proved(report(), files[called], called, NAME, name="report.docx")

    assert (told[0], told[1]) == ("html", 2)
    assert told[2] > 0


def test_a_link_that_says_marked_words_loses_its_address():
    data = b'<!DOCTYPE html><title>x</title><p>See <a href="https://example.org/ann-quillfeather">her page</a> of Quillfeather.</p>'

    _, files = made(data, {"words": ["Quillfeather"]}, name="page.html")

    page = files["page (redacted).html"].decode()
    assert "her page" in page
    assert "quillfeather" not in page.lower()


REFUSED = {
    "cells": ({"cells": "B2"}, "names cells, but this is a document"),
    "too far": ({"paragraph": 99}, "names paragraph 99, but the document shows 5"),
    "nowhere": ({"words": "Zebulon"}, "stand nowhere"),
    "not in it": ({"words": "board", "paragraph": 2}, "stand nowhere"),
    "letters": ({"paragraph": 1, "letters": [70, 80]}, "it is shorter"),
}


@pytest.mark.parametrize(("mark", "why"), REFUSED.values(), ids=REFUSED)
def test_a_mark_that_meets_nothing_is_refused(mark, why):
    with pytest.raises(CannotRedact, match=why):
        made(report(), mark, name="report.docx")


@settings(max_examples=200)
@given(
    st.lists(st.text("ab ", max_size=5), max_size=5),
    st.lists(st.tuples(st.integers(0, 20), st.integers(1, 5)), max_size=3),
)
def test_labels_stand_where_stretches_were_however_runs_are_cut(texts, places):
    runs = tuple(Run(one, is_bold=bool(at % 2)) for at, one in enumerate(texts))
    whole = said(runs)
    found, end = [], 0
    for start, length in sorted(places):
        first, last = max(start, end), min(start + length, len(whole))
        if first < last:
            found.append(Stretch(first, last, "[L]", frozenset({0})))
            end = last

    assert said(relabelled(runs, found)) == labelled(whole, found)
