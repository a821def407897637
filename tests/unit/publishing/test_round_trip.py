"""What is published is read back as it was."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.domain.decisions import Outcome
from answerable.domain.disclosure_log import (
    Attachment,
    Entry,
    Link,
    Question,
    Table,
    entry_as_json,
    entry_from_json,
)
from answerable.publishing import publish
from answerable.publishing.passages import written_entry
from answerable.reading import own_html, own_json, own_markdown
from tests.support.publications import publication_of, sample_publication

READERS = {"html": own_html, "json": own_json, "md": own_markdown}

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


@pytest.mark.parametrize("form", READERS)
@given(st.lists(entries(), max_size=3))
def test_any_entries_are_read_back_exactly(form, given_entries):
    publication = publication_of(*given_entries)

    text = publish(publication, form).decode()
    log = READERS[form].entries_from_own(text)

    assert READERS[form].reads_own(text)
    assert log.entries == tuple(written_entry(entry) for entry in given_entries)
    assert log.index == tuple(entry.title for entry in log.entries)
    assert (log.body, log.month) == ("IOCS", "2021-11")


@pytest.mark.parametrize("form", READERS)
def test_the_sample_log_is_read_back_to_the_letter(form):
    publication = sample_publication()

    log = READERS[form].entries_from_own(publish(publication, form).decode())

    assert log.entries == tuple(published.entry for published in publication.entries)


@given(entries())
def test_writable_text_keeps_every_place(entry):
    written = written_entry(entry)

    assert len(written.response) == len(entry.response)
    assert entry_from_json(entry_as_json(written)) == written


@pytest.mark.parametrize("form", READERS)
def test_a_reader_leaves_what_others_wrote(form):
    others = {
        "html": "<html><body><p>Log</p></body></html>",
        "json": '{"entries": []}',
        "md": "# Log\n\n## A\n",
    }

    assert not any(READERS[form].reads_own(text) for text in others.values())
