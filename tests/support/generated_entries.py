"""Generated entries of a log, in text that is as hostile as any scan."""

import datetime as dt

from hypothesis import strategies as st

from answerable.domain.decisions import Outcome
from answerable.domain.disclosure_log import Attachment, Entry, Link, Question, Table

HOSTILE = st.sampled_from(
    [
        "", " ", "\n", "\n\n", "\n\n\n", "  two blanks  ", "\ttab", "= sum", "# heading", "## Index",
        "### Response", "#### 1a", "---", "> quoted", "| a | b |", "|---|", "1. one", "12) two", "- dash",
        "+ plus", "* star", "**bold**", "_under_ a_b", "`code`", "~~~", "[link](http://x.example/)",
        "![](x)", "<br>", "<script>alert(1)</script>", "</p></article>", "<!-- no -->", "&amp;", "&#32;", "&lt",
        "\\", "\\\\", "\\|", ";", "\\,", "a; b", "Ref: 1", "Answer:", "Table: no", "Printed: 1", "Question",
        "Place: 3", "שלום עולם", "\u202eright to left", "e\u0301", "😀", "\ufeff", "\u2028", "\u00a0", "\x00",
        "\r\n", "\r", "\x0c", "\x7f", "\x85", "\ud800", "\ufffe", "]]>", '"quoted"', "'", "{{ x }}", "#{x}",
    ]
)  # fmt: skip
TEXT = st.lists(HOSTILE | st.text(max_size=8), max_size=5).map("".join)
PROSE = st.lists(TEXT, min_size=1, max_size=4).map("\n\n".join)
OUTCOMES = st.lists(st.sampled_from(Outcome), max_size=3).map(tuple)
WORDS = st.lists(TEXT, max_size=3).map(tuple)
DAY = st.none() | st.dates(dt.date(2005, 1, 1), dt.date(2030, 1, 1))
QUESTIONS = st.builds(
    Question,
    label=st.none() | TEXT,
    printed=st.none() | TEXT,
    text=PROSE,
    answer=st.none() | PROSE,
    answered_with=WORDS,
    outcomes=OUTCOMES,
    exemptions=WORDS,
    heading=st.none() | TEXT,
)
ADDRESSES = (
    st.none() | TEXT | TEXT.map("https://www.example.org/{}".format)
    | st.sampled_from(["javascript:alert(1)", "https://a.example/(b)_c<d>\\e&amp;f", "mailto:a@b.example"])
)  # fmt: skip


@st.composite
def tables(draw, response):
    columns = draw(st.integers(1, 3))
    row = st.tuples(*[TEXT] * columns)
    ends = [place for place in range(len(response) + 1) if response.startswith("\n\n", place)]
    return Table(
        rows=tuple(draw(st.lists(row, max_size=3))),
        caption=draw(st.none() | TEXT),
        question=draw(st.none() | TEXT),
        header_rows=draw(st.integers(0, 3)),
        at=draw(st.none() | st.integers(0, 60) | st.sampled_from([0, len(response), *ends])),
    )


@st.composite
def links(draw, response):
    if not response or draw(st.booleans()):
        return Link(draw(TEXT), draw(ADDRESSES), draw(st.none() | st.integers(0, 60)))
    start = draw(st.integers(0, len(response) - 1))
    end = draw(st.integers(start, len(response)))
    return Link(response[start:end], draw(ADDRESSES), start)


@st.composite
def entries(draw):
    response = draw(PROSE)
    return Entry(
        ref=draw(st.none() | TEXT),
        title=draw(TEXT),
        request=draw(PROSE),
        response=response,
        questions=tuple(draw(st.lists(QUESTIONS, max_size=3))),
        received_on=draw(DAY),
        answered_on=draw(DAY),
        outcomes=draw(OUTCOMES),
        exemptions=draw(WORDS),
        tables=tuple(draw(st.lists(tables(response), max_size=3))),
        attachments=tuple(
            draw(st.lists(st.builds(Attachment, TEXT, st.none() | PROSE), max_size=2))
        ),
        links=tuple(draw(st.lists(links(response), max_size=4))),
        pages=draw(st.none() | st.tuples(st.integers(1, 99), st.integers(1, 99))),
    )
