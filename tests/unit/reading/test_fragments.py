"""Tags and marks into blocks, as converters write them."""

import pytest

from answerable.reading.fragments import Fragment
from answerable.reading.tables import blocks_of


def _read(text, *, markdown=True):
    return Fragment(text, markdown=markdown, table=blocks_of).blocks(0, len(text))


def _shown(block):
    mark = "•" if block.marker else ""
    return f"{mark}{'/' if block.is_italic else ''}{block.text}"


FRAGMENTS = [
    ("<p><i>1) Why?</i></p> <p>Because.</p>", ["/1) Why?", "Because."]),
    ("one<br>two", ["one", "two"]),
    ("<ul> • <i>One?</i> <p>Yes.</p> <ul> • <i>Two?</i>", ["•/One?", "Yes.", "•/Two?"]),
    ("<ol>1) <i>One</i>2) <i>Two</i>", ["/1) One", "/2) Two"]),
    ("questions:•One•Two", ["questions:", "•One", "•Two"]),
    ("<ul><li><p>One</p></li><li>Two</li></ul>", ["•One", "•Two"]),
    ("*some* _words_ of a longer line", ["some words of a longer line"]),
    ("*all of it*", ["/all of it"]),
    ("2 * 3 * 4", ["2 * 3 * 4"]),
    ("snake_case_name", ["snake_case_name"]),
    ("a &amp; b &#163;5", ["a & b £5"]),
    ("1 < 2 and <3", ["1 < 2 and <3"]),
    ("x <!-- hidden --> y", ["x y"]),
    ("x <!-- never closed", ["x -- never closed"]),
    (r"\[not a link\](\#)", ["[not a link](#)"]),
    ("<style>p {}</style>text", ["text"]),
    ("a ratio: 3://4 & more <b>or</b> less", ["a ratio: 3://4 & more or less"]),
    ("really! [no link] (at all)", ["really! [no link] (at all)"]),
]


@pytest.mark.parametrize(("text", "blocks"), FRAGMENTS)
def test_a_fragment_is_parted_into_blocks(text, blocks):
    assert [_shown(block) for block in _read(text)] == blocks


LINKS = [
    ("[here](https://a.example/x)", [("here", "https://a.example/x")]),
    ("[lost](#)", [("lost", None)]),
    (r"[page \(1\)](https://a.example/(1))", [("page (1)", "https://a.example/(1)")]),
    ("<a href='https://a.example'>here</a>", [("here", "https://a.example")]),
    ("see https://a.example/x.", [("https://a.example/x", "https://a.example/x")]),
    ("<https://a.example>", [("https://a.example", "https://a.example")]),
    ("<a name='top'>no link</a>", []),
    ("a < b: http://a.example/x_y", [("http://a.example/x_y", "http://a.example/x_y")]),
    ("ftp://a.example or mailto:foi@a.example", [("mailto:foi@a.example", "mailto:foi@a.example")]),
]


@pytest.mark.parametrize(("text", "links"), LINKS)
def test_links_keep_their_words_and_their_targets(text, links):
    found = [(run.text, run.href) for block in _read(text) for run in block.runs if run.link]

    assert found == links


def test_a_table_of_figures_is_rows_and_a_table_of_labels_is_a_record():
    figures = _read(
        "<table><tr><th>Year</th><th>Cost</th></tr><tr><td>2021</td><td>5</td></tr></table>"
    )
    record = _read(
        "<table><tr><td>Request</td><td>How many?</td></tr><tr><td>Response</td><td>5</td></tr></table>"
    )

    assert figures[0].rows == (("Year", "Cost"), ("2021", "5"))
    assert [(block.column, block.text) for block in record] == [
        (0, "Request"),
        (1, "How many?"),
        (0, "Response"),
        (1, "5"),
    ]


def test_every_block_knows_its_place():
    text = "<p>One</p><p>Two</p>"

    for block in _read(text):
        assert block.text in text[block.start : block.end]
