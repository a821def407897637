"""The founding logs as scans, read: what the truth says is found, field by field, and how much is misread."""

import json
from difflib import SequenceMatcher

import pytest

from answerable.reading import read_file, reading_as_json
from tests.support.log_scores import scores
from tests.support.scans import needs_tesseract
from tests.support.seeds import corpus_file, needs_corpus

pytestmark = [needs_corpus, needs_tesseract, pytest.mark.slow]

# The log with nine-column tables in small print, and the one with a page pasted into its answer.
LEAST = {
    "nov2021": {"titles": 0.99, "index": 0.8, "items": 0.95, "answers": 0.8, "tables": 0.8},
    "early2023": {"titles": 0.99, "index": 0.99, "items": 0.95, "answers": 0.92, "tables": 0.99},
}


@pytest.fixture(scope="module", params=LEAST)
def scan(request):
    truths = json.loads(corpus_file("inputs/truth.json").read_text(encoding="utf-8"))
    truth = next(one for one in truths if one["id"] == request.param)
    reading = read_file(corpus_file(f"inputs/{request.param}.scan.pdf"))
    return request.param, reading, truth


def test_a_scanned_log_is_read_field_by_field(scan):
    name, reading, truth = scan

    found = scores(reading_as_json(reading), truth)

    assert reading.how.startswith("scanned PDF by OCR (tesseract ")
    assert found["refs"].f1 == found["decisions"].f1 == 1.0
    assert found["words"].recall >= 0.99
    for field, least in LEAST[name].items():
        assert found[field].f1 >= least, found[field].wrong


def test_at_most_three_characters_of_a_hundred_are_wrong(scan):
    _, reading, truth = scan
    wrong = whole = 0

    for entry, record in zip(reading.entries, truth["records"], strict=True):
        cells = {cell for table in record["tables"] for row in table for cell in row}
        for read, true in (
            (entry.request, record["request"]),
            (entry.response, record["response"]),
        ):
            lines = [line for line in true.split("\n") if line.strip() not in cells]
            same = SequenceMatcher(None, plain(read), plain(" ".join(lines)), autojunk=False)
            wrong += sum(
                max(b - a, d - c) for tag, a, b, c, d in same.get_opcodes() if tag != "equal"
            )
            whole += len(plain(true))

    assert wrong <= 0.03 * whole


def plain(text):
    return " ".join(text.replace("\u2019", "'").replace("\u2018", "'").split())
