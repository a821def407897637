"""The sample logs, read: every question, decision and table as their truth file says."""

import json
from pathlib import Path

import pytest

from answerable.reading import read_file
from tests.support.truth import scored

HERE = Path(__file__).parent
SAMPLE = HERE.parents[1] / "src/answerable/cli/sample"
DOCUMENTS = {
    one["source"]: one["records"]
    for one in json.loads((HERE / "sample_truth.json").read_text())["documents"]
}
LOGS = [name for name, records in DOCUMENTS.items() if records]


@pytest.mark.parametrize("name", LOGS)
def test_every_question_is_found_and_decided(name):
    score = scored(read_file(SAMPLE / name).entries, DOCUMENTS[name])

    assert score.wrong == []
    assert score.f1 == 1


@pytest.mark.parametrize("name", LOGS)
def test_every_table_is_exact(name):
    tables = {
        record["ref"]: [table["cells"] for table in record["tables"]] for record in DOCUMENTS[name]
    }

    for entry in read_file(SAMPLE / name).entries:
        if entry.ref:
            assert [[list(row) for row in table.rows] for table in entry.tables] == tables[
                entry.ref
            ]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_nothing_of_a_log_is_left_unread(name):
    reading = read_file(SAMPLE / name)

    assert reading.kind in ("log", "assessment")
    assert reading.kind == "assessment" or reading.unread == ()
