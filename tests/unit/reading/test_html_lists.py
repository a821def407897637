"""HTML's own numbers and merged cells: what a browser prints is what is read."""

import pytest

from answerable.reading import NotReadable, read_bytes
from answerable.reading.webpage import html_document

NUMBERED = [
    ("<ol><li>a<li>b</ol>", ["1. a", "2. b"]),
    ('<ol start="4"><li><p>a</p></li><li value=9><p>b</p><li>c</ol>', ["4. a", "9. b", "10. c"]),
    ('<ol type="a"><li>a<li>b</ol>', ["a. a", "b. b"]),
    ('<ol style="list-style-type: upper-roman"><li>a<li>b<li>c<li>d</ol>', ["I. a", "II. b", "III. c", "IV. d"]),
    ("<ol><li>a<ol type=i><li>b<li>c</ol><li>d</ol>", ["1. a", "i. b", "ii. c", "2. d"]),
    ("<ol><li>a<p>more</p><li>b</ol>", ["1. a", "more", "2. b"]),
    ("<ol><li></li><li>b</ol><p>c", ["2. b", "c"]),
    ("<ol start=x><li>a</ol>", ["1. a"]),
    ("<li>a</li>", ["a"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), NUMBERED, ids=[text for text, _ in NUMBERED])
def test_an_item_has_the_number_that_a_browser_prints(text, said):
    assert [block.text for block in html_document(text).blocks] == said


LEVELS = [
    ("<ul><li>a<ul><li>b</ul><li>c</ul>", [0, 1, 0]),
    ("<ul><ul><ul><li>a<li>b</ul></ul></ul>", [0, 0]),
    ("<ol><li>a<ul><li>b<ul><li>c</ul></ul></ol>", [0, 1, 2]),
]


@pytest.mark.parametrize(("text", "levels"), LEVELS, ids=[text for text, _ in LEVELS])
def test_a_list_that_only_pushes_others_to_the_right_is_no_level(text, levels):
    assert [block.level for block in html_document(text).blocks] == levels


TABLES = [
    (
        "<tr><td rowspan=2>a<td>b</tr><tr><td>c</tr><tr><td>d<td>e</tr>",
        (("a", "b"), ("", "c"), ("d", "e")),
    ),
    ('<tr><td colspan="2">a<td>b</tr><tr><td>c<td>d<td>e</tr>', (("a", "", "b"), ("c", "d", "e"))),
    (
        "<tr><td>a<td rowspan=3 colspan=2>b</tr><tr><td>c</tr><tr><td>d</tr>",
        (("a", "b", ""), ("c", "", ""), ("d", "", "")),
    ),
    ("<tr><td>a<br/>b<td>c</tr><tr><td>d<td>e</tr>", (("a b", "c"), ("d", "e"))),
]


@pytest.mark.parametrize(("rows", "cells"), TABLES, ids=[rows for rows, _ in TABLES])
def test_a_merged_cell_takes_its_places_and_its_words_stand_in_the_first(rows, cells):
    (table,) = html_document(f"<table>{rows}</table>").blocks

    assert table.rows == cells


def test_a_link_is_one_whatever_stands_in_it():
    (block,) = html_document(
        '<p>See <a href="/x">tea <i>&amp;</i> cake</a>, <a href="/y">y</a>'
    ).blocks

    links = [(run.text, run.href) for run in block.runs if run.link]
    assert links == [("tea & cake", "/x"), ("y", "/y")]


@pytest.mark.parametrize(
    "cell", ["<td colspan=63>a", "<td rowspan=1000 colspan=63>a<tr><tr><tr><tr>"]
)
def test_a_few_bytes_of_spans_become_no_million_of_cells(cell):
    with pytest.raises(NotReadable, match="split it"):
        read_bytes(f"<table><tr>{cell * 30_000}</table>".encode(), name="log.html")
