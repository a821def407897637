"""The PDF is tagged, titled, linked, carries its data, and has the same bytes on every run."""

import hashlib
import io
import json
import subprocess
import sys
from dataclasses import replace

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.domain.disclosure_log import Attachment, Entry, Link, Question, Table
from answerable.publishing import CannotPublish, publish
from answerable.publishing.tagged_pdf import check_marks
from tests.support.generated_entries import entries
from tests.support.pdf_text import tags, words
from tests.support.publications import publication_of, sample_publication

EMPTY = {"ref": None, "title": "", "request": "", "response": "", "questions": ()}


@pytest.fixture(scope="module")
def sample():
    with pikepdf.open(io.BytesIO(publish(sample_publication(), "pdf"))) as document:
        yield document


def opened(*entries):
    return pikepdf.open(io.BytesIO(publish(publication_of(*entries), "pdf")))


def test_it_says_its_language_title_and_standards(sample):
    with sample.open_metadata(set_pikepdf_as_editor=False) as metadata:
        marks = (metadata["pdfuaid:part"], metadata["pdfaid:part"], metadata["pdfaid:conformance"])
        title = metadata["dc:title"]

    assert marks == ("1", "3", "A")
    assert title == "FOI disclosures, November 2021"
    assert str(sample.Root.Lang).startswith("en")
    assert sample.Root.ViewerPreferences.DisplayDocTitle


def test_tables_are_tagged_with_scoped_headings(sample):
    found = tags(sample)
    tables = sum(len(one.entry.tables) + 1 for one in sample_publication().entries)

    assert found["/Table"] == tables
    assert found["/TH"] == found["scoped"] > 0
    assert found["/H1"] == 1
    assert found["/H2"] == len(sample_publication().entries) + 1


def test_its_data_is_attached_as_it_is_published_alone(sample):
    publication = sample_publication()

    assert sample.attachments["log.json"].get_file().read_bytes() == publish(publication, "json")
    assert sample.attachments["log.csv"].get_file().read_bytes() == publish(publication, "csv")
    assert {str(one.AFRelationship) for one in sample.Root.AF} == {"/Data"}


def test_every_entry_has_a_bookmark_and_a_link(sample):
    publication = sample_publication()
    with sample.open_outline() as outline:
        titles = [one.title for one in outline.root[0].children]
    links = {
        str(note.A.URI)
        for page in sample.pages
        for note in page.get("/Annots", [])
        if "/A" in note and "/URI" in note.A
    }

    assert titles == ["Index", *(one.entry.title for one in publication.entries)]
    assert links >= {f"{publication.site_address}/log/{one.key}" for one in publication.entries}


def test_the_words_of_the_log_are_in_it(sample):
    text = words(sample).replace(" ", "")

    assert "FOIdisclosures,November2021" in text
    assert "7021048" in text
    assert "ReportthatdidnotnameanOfficer".lower() in text.lower()


def test_another_process_writes_the_same_bytes():
    script = (
        "import hashlib; from answerable.publishing import publish;"
        "from tests.support.publications import sample_publication;"
        "print(hashlib.sha256(publish(sample_publication(), 'pdf')).hexdigest())"
    )
    other = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout.strip()

    assert hashlib.sha256(publish(sample_publication(), "pdf")).hexdigest() == other


def test_hostile_text_is_only_text():
    hostile = '#panic("x") $x$ *b* = Heading\n<script> #read("/etc/passwd") \\ @label'
    entry = Entry(**{**EMPTY, "title": hostile, "request": hostile, "response": hostile})

    with opened(entry) as document:
        text = words(document)

    assert '#panic("x") $x$ *b* = Heading'.replace(" ", "") in text.replace(" ", "")
    assert '#read("/etc/passwd")' in text


def test_characters_that_the_font_lacks_are_named():
    entry = Entry(**{**EMPTY, "title": "A 中 B", "response": "שלום \ue000 \ufeff ok"})

    with opened(entry) as document:
        text = words(document).replace(" ", "")

    assert "[U+4E2D]" in text
    assert "[U+E000]" in text
    assert "[U+FEFF]" in text
    assert "[U+4E2D]CJKUNIFIEDIDEOGRAPH-4E2D,1×" in text


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"tables": (Table((("a", "b"), ("c", "d")), header_rows=0),)},
        {"tables": (Table((("", ""), ("c", "d")), caption="Empty headings"),)},
        {"tables": (Table((("a",) * 40, ("b",) * 40), caption="Wide"),)},
        {"tables": (Table((("a",),), header_rows=3),)},
        {"tables": (Table(()),)},
        {"questions": (Question(None, None, ""), Question("1", "", "x", outcomes=()))},
        {"attachments": (Attachment(""), Attachment("A", "text\n\nmore"))},
        {"links": (Link("", "https://a.example/", None), Link("x", "javascript:alert(1)", 0))},
        {"response": "see here", "links": (Link("here", "https://a.example/ü?q=1&r=%20", 4),)},
        {"response": "long " + "x" * 5_000},
    ],
    ids=str,
)
def test_odd_entries_make_a_valid_file(changes):
    with opened(Entry(**{**EMPTY, **changes})) as document:
        found = tags(document)

    assert found["/H2"] == 2


@pytest.mark.parametrize(("language", "marked"), [("en-GB", "en-GB"), ("cy", "cy")])
def test_it_carries_the_language_of_its_text(language, marked):
    publication = replace(publication_of(), language=language)

    with pikepdf.open(io.BytesIO(publish(publication, "pdf"))) as document:
        assert str(document.Root.Lang) == marked


@given(st.lists(entries(), max_size=2))
def test_any_entries_make_a_valid_file(given_entries):
    with opened(*given_entries) as document:
        found = tags(document)

    assert found["/H1"] == 1


def test_a_log_without_entries_says_so():
    with opened() as document:
        text = words(document)

    assert "There are no entries." in text


def test_a_file_without_its_marks_is_refused():
    document = pikepdf.new()
    document.add_blank_page()

    with pytest.raises(CannotPublish, match="a language, tags"):
        check_marks(document, attached=2)


def test_a_refusal_by_typst_is_a_plain_sentence(monkeypatch):
    monkeypatch.setattr("answerable.publishing.tagged_pdf.FACES", ())

    with pytest.raises(CannotPublish, match="would not be accessible, so it was not made"):
        publish(sample_publication(), "pdf")


def test_the_attached_json_is_whole(sample):
    document = json.loads(sample.attachments["log.json"].get_file().read_bytes())

    assert len(document["entries"]) == 6


def test_of_a_very_large_table_the_first_rows_are_printed():
    table = Table(tuple((f"row {number}", "x") for number in range(3_000)))

    with opened(Entry(**{**EMPTY, "tables": (table,)})) as document:
        text = words(document).replace(" ", "")

    assert "row999" in text
    assert "row1000" not in text
    assert "Thistablehas3,000rows.Thefirst1,000areprintedhere" in text


@pytest.mark.parametrize(
    ("entries", "what"),
    [
        ([Entry(**EMPTY)] * 501, "500 entries, this log has 501"),
        ([Entry(**{**EMPTY, "response": "x" * 4_000_001})], "4,000,000 characters"),
        (
            [Entry(**{**EMPTY, "tables": (Table((("a",) * 10,) * 200),)})] * 11,
            "20,000 cells of tables, this log has 22,000",
        ),
    ],
    ids=["entries", "characters", "cells"],
)
def test_what_is_too_large_for_a_pdf_is_refused_with_the_way_out(entries, what):
    with pytest.raises(CannotPublish, match=f"{what}.*: publish it a month or an entry at a time"):
        publish(publication_of(*entries), "pdf")
