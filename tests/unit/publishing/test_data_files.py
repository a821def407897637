"""CSV, JSON and Atom hold every entry, in the form that their standards ask for."""

import csv
import io
import json
import tracemalloc
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field, replace
from importlib.resources import files

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.domain.decisions import Outcome
from answerable.domain.disclosure_log import Body, Entry, Question, Table, entry_as_json
from answerable.publishing import (
    CannotPublish,
    defused,
    publish,
    rows_as_atom,
    rows_as_csv,
    rows_as_json,
    table_as_csv,
    undefused,
)
from tests.support.publications import BODY, PUBLISHED_AT, SITE, publication_of, sample_publication

SCHEMA = json.loads(
    files("answerable.publishing").joinpath("schema/log.schema.json").read_text("utf-8")
)
ATOM = "{http://www.w3.org/2005/Atom}"


@dataclass(frozen=True)
class Row:
    ref: str | None = "7021048"
    title: str = "=HYPERLINK(1)"
    body: Body = BODY
    month: str | None = "2021-11"
    outcomes: tuple = ("not_held", Outcome.WITHHELD)
    exemptions: tuple = ("31(1)(a)", "12")
    received_on: object = None
    answered_on: object = field(default=PUBLISHED_AT.date())
    published_at: object = PUBLISHED_AT
    changed_at: object = PUBLISHED_AT
    address: str = "/log/7021048"


def parsed_csv(data):
    text = data.decode("utf-8-sig")
    return [[undefused(cell) for cell in row] for row in csv.reader(io.StringIO(text, newline=""))]


def whole(pieces):
    return b"".join(pieces)


@given(st.text() | st.from_regex(r"'*[=+\-@\t\r\n].*"))
def test_a_defused_cell_can_be_told_from_any_other(cell):
    assert undefused(defused(cell)) == cell


@given(st.text())
def test_no_cell_begins_like_a_formula(cell):
    assert not defused(f"={cell}").startswith("=")
    assert not defused(f"@{cell}").startswith("@")


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("-1+1", "'-1+1"),
        ("-12.5", "-12.5"),
        ("+3", "+3"),
        ("-1,200", "-1,200"),
        ("- a dash", "'- a dash"),
        ("'=1", "''=1"),
        ("it's", "it's"),
        ("'quoted'", "'quoted'"),
        ("\uff1d1", "'\uff1d1"),
        ("", ""),
    ],
)
def test_formulas_get_an_apostrophe_and_numbers_none(cell, shown):
    assert defused(cell) == shown


def test_the_csv_has_a_row_for_every_question():
    publication = sample_publication()

    head, *rows = parsed_csv(publish(publication, "csv"))

    questions = [(one, question) for one in publication.entries for question in one.entry.questions]
    assert head[:3] == ["ref", "title", "body"]
    assert [(row[0], row[6], row[7], row[8], row[9]) for row in rows] == [
        (one.entry.ref, item.label or "", item.printed or "", item.text, item.answer or "")
        for one, item in questions
    ]
    assert rows[0][-2:] == [f"{SITE}/log/7021048", ""]


def test_the_csv_opens_in_excel_as_utf_8():
    data = publish(sample_publication(), "csv")

    assert data.startswith(b"\xef\xbb\xbfref,")
    assert b"\r\n" in data


def test_an_entry_without_questions_still_has_a_row():
    entry = Entry(None, "No questions", "", "", (), outcomes=(Outcome.LAPSED,))

    rows = parsed_csv(publish(publication_of(entry), "csv"))

    assert [(row[1], row[10]) for row in rows[1:]] == [("No questions", "lapsed or withdrawn")]


def test_a_table_is_its_cells():
    table = Table((("Name", "=A1"), ("-5", 'He said "no",\nthen left')))

    assert parsed_csv(table_as_csv(table)) == [list(row) for row in table.rows]
    assert b"-5," in table_as_csv(table)


def test_the_json_keeps_to_its_schema():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    validator = jsonschema.Draft202012Validator(SCHEMA)

    for publication in (sample_publication(), publication_of()):
        document = json.loads(publish(publication, "json"))
        assert [error.message for error in validator.iter_errors(document)] == []
        assert len(document["entries"]) == len(publication.entries)


def test_the_schema_names_every_outcome():
    assert SCHEMA["$defs"]["outcomes"]["items"]["enum"] == [outcome.value for outcome in Outcome]


def test_a_json_entry_holds_all_that_read_prints():
    publication = sample_publication()

    document = json.loads(publish(publication, "json"))

    for written, one in zip(document["entries"], publication.entries, strict=True):
        assert entry_as_json(one.entry).items() <= written.items()


def test_every_field_of_an_entry_is_in_the_schema():
    entry = Entry("1", "T", "q", "a", (Question("1", "1.", "q"),), tables=(Table((("a",),)),))
    written = json.loads(publish(publication_of(entry), "json"))["entries"][0]

    assert set(written) == set(SCHEMA["$defs"]["entry"]["properties"])
    assert set(written["questions"][0]) == set(SCHEMA["$defs"]["question"]["properties"])
    assert set(written["tables"][0]) == set(SCHEMA["$defs"]["table"]["properties"])


def faults_of_a_feed(root):
    """Return what Atom asks for and the feed does not hold."""
    faults = [] if root.tag == f"{ATOM}feed" else [root.tag]
    entries = root.findall(f"{ATOM}entry")
    for holder in (root, *entries):
        counts = {name: len(holder.findall(f"{ATOM}{name}")) for name in ("id", "title", "updated")}
        faults += [(holder.tag, name, count) for name, count in counts.items() if count != 1]
    for entry in entries:
        if entry.find(f"{ATOM}link[@rel='alternate']") is None:
            faults.append((entry.tag, "link"))
        if root.find(f"{ATOM}author") is None and entry.find(f"{ATOM}author") is None:
            faults.append((entry.tag, "author"))
    return faults


def test_the_feed_of_a_month_holds_what_atom_asks_for():
    root = ET.fromstring(publish(sample_publication(), "atom"))  # noqa: S314 our own

    assert faults_of_a_feed(root) == []
    assert root.findtext(f"{ATOM}id") == f"{SITE}/log/2021-11"
    assert root.findtext(f"{ATOM}updated") == "2021-12-02T09:30:00Z"
    assert [one.text for one in root.iter(f"{ATOM}id")][1] == f"{SITE}/log/7021048"
    assert "<h2>Request</h2>" in root.findtext(f"{ATOM}entry/{ATOM}content")


@given(st.text(), st.text())
def test_any_text_makes_a_feed_that_can_be_parsed(title, text):
    feed = publish(publication_of(Entry(text, title, text, text, ()), title=title), "atom")

    root = ET.fromstring(feed)  # noqa: S314 our own
    assert faults_of_a_feed(root) == []
    assert len(root.findall(f"{ATOM}entry")) == 1


@pytest.mark.parametrize("rows", [[], [Row(), Row(ref=None, title="B\x00 <&>", outcomes=())]])
def test_rows_make_a_feed(rows):
    feed = whole(
        rows_as_atom(
            rows,
            title="Search",
            address="/search?q=a b",
            feed_address="/search.atom",
            site_address=SITE,
        )
    )

    root = ET.fromstring(feed)  # noqa: S314 our own
    assert faults_of_a_feed(root) == []
    assert len(root.findall(f"{ATOM}entry")) == len(rows)


def test_rows_make_a_csv_in_the_fields_that_people_ask_for():
    head, row = parsed_csv(whole(rows_as_csv([Row()], site_address=SITE)))

    assert dict(zip(head, row, strict=True)) == {
        "received": "",
        "answered": "2021-12-01",
        "reference": "7021048",
        "subject": "=HYPERLINK(1)",
        "outcome": "not held; withheld",
        "exemption": "31(1)(a); 12",
        "link": f"{SITE}/log/7021048",
        "month": "2021-11",
        "body": "IOCS",
    }


@pytest.mark.parametrize("count", [0, 1, 2])
def test_rows_make_one_json_document(count):
    document = json.loads(whole(rows_as_json([Row()] * count, site_address=SITE)))

    assert document["schema"] == "urn:answerable:rows:1"
    assert [row["link"] for row in document["rows"]] == [f"{SITE}/log/7021048"] * count


@pytest.mark.parametrize("writer", [rows_as_csv, rows_as_json])
def test_memory_does_not_grow_with_the_rows(writer):
    tracemalloc.start()
    for _ in writer(Row(ref=str(number)) for number in range(5_000)):
        pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert peak < 500_000


@pytest.mark.parametrize("form", ["html", "csv", "json", "atom", "md"])
def test_the_same_publication_has_the_same_bytes(form):
    publication = sample_publication()

    assert publish(publication, form) == publish(replace(publication), form)


def test_an_unknown_format_is_refused():
    with pytest.raises(CannotPublish, match="choose from html, pdf, csv, json, atom, md"):
        publish(sample_publication(), "docx")
