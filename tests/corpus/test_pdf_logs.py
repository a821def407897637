"""The founding logs as PDF, read: what the truth says is found, field by field."""

import json

import pytest

from answerable.reading import read_file, reading_as_json
from tests.support.log_scores import scores
from tests.support.seeds import corpus_file, needs_corpus

pytestmark = [needs_corpus, pytest.mark.slow]

LOGS = ("nov2021", "jul2024", "early2023")
WHOLE = ("refs", "titles", "index", "items", "decisions", "tables", "links")


def read(name, kind):
    truths = json.loads(corpus_file("inputs/truth.json").read_text(encoding="utf-8"))
    truth = next(one for one in truths if one["id"] == name)
    reading = read_file(corpus_file(f"inputs/{name}.{kind}.pdf"))
    return reading, scores(reading_as_json(reading), truth)


@pytest.mark.parametrize("name", LOGS)
def test_tagged_pdf_is_read_whole(name):
    reading, found = read(name, "tagged")

    assert (reading.how, reading.unread) == ("tagged PDF", ())
    for field in WHOLE:
        assert found[field].recall == found[field].f1 == 1.0, found[field].wrong
    assert found["words"].recall == 1.0
    # Three answers of one log say nowhere which question is theirs: they are left to all of them.
    assert found["answers"].recall >= (0.9 if name == "nov2021" else 1.0), found["answers"].wrong
