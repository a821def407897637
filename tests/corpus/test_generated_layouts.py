"""Logs and letters in many layouts: what is read of each is no less than what is known to be.

The figures stand in `layouts_read.json`, and `python -m tests.support.layouts --keep` writes them anew.
"""

import re
from html import unescape

import pytest

from tests.support.layouts import later_pages
from tests.support.layouts.as_html import html
from tests.support.layouts.as_text import plain_text
from tests.support.layouts.kept import COUNTED, PAGE, known, rows_of, shares, summary, table
from tests.support.layouts.measured import HALVES, SHOWN, measured
from tests.support.layouts.shapes import Layout

SEEN, UNSEEN = HALVES["seen"], HALVES["unseen"]
KNOWN = known()


def name(layout):
    return layout.name


def words(text):
    return " ".join(re.findall(r"[^\W_]+", text))


@pytest.mark.parametrize("layout", [*SEEN, *UNSEEN], ids=name)
def test_a_layout_prints_all_that_its_truth_asks_for(layout):
    missing = []
    for made in layout.made():
        page = words(unescape(re.sub(r"<[^>]+>", " ", html(made))))
        for record in made.truth["records"]:
            wanted = [record["ref"] or "", record["title"] if made.truth["titles"] else ""]
            wanted += [item["text"] for item in record["items"]]
            wanted += [line for told in record["answers"].values() for line in told.split("\n")]
            wanted += [cell for table in record["tables"] for row in table for cell in row]
            missing += [one for one in wanted if words(one) not in page]

    assert missing == []


def test_a_title_is_asked_of_no_record_that_prints_none():
    (made,) = later_pages.bold_labels()
    untitled = [record["ref"] for record in made.truth["records"] if not record["title"]]

    found = measured(Layout("untitled", (), None), "txt", [(plain_text(made).encode(), made.truth)])

    (ref,) = untitled
    assert not [one for one in found.figures["titles"].wrong if one.startswith(ref)]


@pytest.mark.slow
@pytest.mark.parametrize("layout", SEEN, ids=name)
def test_no_figure_of_a_seen_layout_falls(layout):
    fallen = []
    for form, row in rows_of(layout).items():
        now = shares(row)
        for field, figure in KNOWN["seen"][layout.name][form].items():
            if now[field] < figure:
                fallen.append((form, field, figure, now[field], row.figures[field].wrong[:5]))

    assert fallen == []


@pytest.mark.slow
def test_no_average_of_the_unseen_layouts_falls():
    now = summary([row for layout in UNSEEN for row in rows_of(layout).values()])

    before = KNOWN["averages"]["unseen"]
    assert {field: now[field] for field in SHOWN if now.get(field, 0) < before.get(field, 0)} == {}
    assert {count: now[count] for count in COUNTED[1:] if now[count] > before[count]} == {}


def test_the_page_shows_the_figures_that_are_kept():
    assert table(KNOWN) in PAGE.read_text(encoding="utf-8")
