"""The sample logs hold what their truth file says, and show every outcome that exists."""

import json
import re
from pathlib import Path

import pytest

from answerable.domain.decisions import Outcome
from answerable.reading import read_bytes

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "src/answerable/cli/sample"
DOCUMENTS = json.loads((Path(__file__).parent / "sample_truth.json").read_text("utf-8"))[
    "documents"
]
RECORDS = [
    pytest.param(document["source"], record, id=f"{document['source']} {record['title']}")
    for document in DOCUMENTS
    for record in document["records"]
]


def words(text):
    # A page break cuts a question in two, OCR reads AI as Al, and the PDF prints ï for a dash.
    return re.sub(r"[\s*ï]+|<[^>]+>", " ", text.replace("Al", "AI").replace("|OCS", "IOCS"))


def squeezed(text):
    return re.sub(r"[\W_]+", "", words(text))


def source(name):
    return (SAMPLE / name).read_text("utf-8")


def test_every_sample_has_its_truth():
    assert {each["source"] for each in DOCUMENTS} == {path.name for path in SAMPLE.iterdir()}


def test_the_sample_report_states_the_levels_of_its_truth():
    (truth,) = (one["elements"] for one in DOCUMENTS if "elements" in one)

    data = source("assessment-2021.md").encode()
    report = read_bytes(data, name="assessment-2021.md", as_kind="assessment").assessment

    plus, partial = (
        {one for one, key in report.levels.items() if key == level} for level in ("plus", "partial")
    )
    assert (plus, partial) == (set(truth["compliance_plus"]), set(truth["partial"]))


def test_the_samples_show_every_outcome():
    shown = {
        outcome
        for document in DOCUMENTS
        for record in document["records"]
        for question in record["questions"]
        for outcome in (question["outcome"], *question.get("also", ()))
    } | {
        outcome
        for each in DOCUMENTS
        for record in each["records"]
        for outcome in record["outcomes"]
    }

    assert shown == {str(outcome) for outcome in Outcome}


@pytest.mark.parametrize(("name", "record"), RECORDS)
def test_a_record_of_the_truth_stands_in_its_sample(name, record):
    text = squeezed(source(name))

    assert squeezed(record["title"]) in text
    assert record["ref"] is None or record["ref"] in text
    missing = [each["q"] for each in record["questions"] if squeezed(each["q"]) not in text]
    assert missing == []


@pytest.mark.parametrize(("name", "record"), RECORDS)
def test_labels_are_unique_in_their_record(name, record):
    labels = [question["label"] for question in record["questions"]]

    assert len(labels) == len(set(labels)) == record["n_questions"]


@pytest.mark.parametrize(("name", "record"), RECORDS)
def test_every_cell_of_a_table_stands_in_its_sample(name, record):
    text = squeezed(source(name))

    for table in record["tables"]:
        assert len(table["cells"]) == table["rows"]
        assert {len(row) for row in table["cells"]} == {table["cols"]}
        assert all(squeezed(cell) in text for row in table["cells"] for cell in row)


def test_the_tables_have_the_shapes_of_the_founding_logs():
    shapes = [
        (table["rows"], table["cols"])
        for document in DOCUMENTS
        for record in document["records"]
        for table in record["tables"]
    ]

    assert shapes == [(8, 9), (4, 7), (4, 7), (4, 11), (4, 11), (10, 2)]
