"""The HTML file stands alone, is well formed, and shows what the log shows."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from answerable.domain.disclosure_log import Entry, Link, Table
from answerable.publishing import publish
from tests.support.publications import publication_of, sample_publication

VOID = {"meta", "br"}


class Outline(HTMLParser):
    """Notes ids, links and headings, and fails where a tag ends that is not open."""

    def __init__(self):
        super().__init__()
        self.open, self.ids, self.anchors, self.headings, self.tags = [], [], [], [], set()

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.tags.add(tag)
        self.ids += [given["id"]] if "id" in given else []
        self.anchors += [given["href"]] if "href" in given else []
        self.headings += [int(tag[1])] if re.fullmatch(r"h\d", tag) else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def outline(text):
    parser = Outline()
    parser.feed(text)
    assert parser.open == []
    return parser


@pytest.fixture(scope="module")
def text():
    return publish(sample_publication(), "html").decode()


def test_it_is_well_formed_and_its_anchors_lead_somewhere(text):
    page = outline(text)

    assert len(page.ids) == len(set(page.ids))
    assert {one[1:] for one in page.anchors if one.startswith("#")} <= set(page.ids)


def test_no_level_of_heading_is_skipped(text):
    headings = outline(text).headings

    assert headings[0] == 1
    assert headings.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(headings))


def test_it_loads_nothing_and_runs_nothing(text):
    assert outline(text).tags.isdisjoint({"script", "link", "img", "iframe", "object"})
    assert "url(" not in text
    assert not re.search(r"\son\w+=", text)


def test_tables_have_captions_and_scoped_headings(text):
    assert "<caption>Table 1 - Cases and allegations</caption>" in text
    assert '<th scope="col">Period</th>' in text


def test_hostile_text_stays_text():
    bad = '</p><script>alert(1)</script><img src=x onerror="alert(2)">'
    entry = Entry(
        bad,
        bad,
        bad,
        bad,
        (),
        links=(Link("x", "javascript:alert(1)", 0),),
        tables=(Table(((bad,),), bad),),
    )

    page = outline(publish(publication_of(entry), "html").decode())

    assert page.tags.isdisjoint({"script", "img"})
    assert not any(one.startswith("javascript:") for one in page.anchors)


def test_an_entry_called_index_does_not_take_the_place_of_the_index():
    entry = Entry(None, "Index", "", "", ())
    publication = publication_of(entry, title="Log")

    page = outline(publish(publication, "html").decode())

    assert len(page.ids) == len(set(page.ids))


def test_a_log_without_entries_says_so():
    assert "There are no entries." in publish(publication_of(), "html").decode()
