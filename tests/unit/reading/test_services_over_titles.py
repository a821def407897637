"""Headings of services over the titles of records: what names what was asked is the title."""

import pytest

from answerable.reading import read_bytes, reading_as_json

RECORD = """<h3>{service}</h3><p><b>{title}</b></p><p><i>Ref 2031-0{ref} | Received 4 May 2031 | Closed 9 May 2031</i></p>
<p><b>What was asked</b></p><p>How many {what} are kept by the board?</p><p><b>What we said</b></p><p>There are nine.</p>"""
LOG = "<h1>What we have answered</h1><h2>May 2031</h2>{records}"


@pytest.mark.parametrize(
    ("service", "title", "read"),
    [
        ("Harbour and Coast", "Old rowing boats", "Old rowing boats"),
        # The heading may be the first half of a title.
        ("Boats", "Those of the old harbour", "Boats Those of the old harbour"),
    ],
)
def test_a_heading_that_has_nothing_of_what_is_asked_is_no_title(service, title, read):
    records = [
        RECORD.format(service=service, title=title, ref="417", what="boats"),
        RECORD.format(service="Parks", title="Benches", ref="423", what="benches"),
    ]

    entries = reading_as_json(read_bytes(LOG.format(records="".join(records)).encode(), name="page.html"))["entries"]  # fmt: skip

    assert [(one["ref"], one["title"]) for one in entries] == [
        ("2031-0417", read),
        ("2031-0423", "Benches"),
    ]
