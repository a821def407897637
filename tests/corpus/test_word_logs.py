"""The founding logs as Word files, and as the HTML made of them: every field against their truth."""

import json

import pytest

from answerable.reading import read_file, reading_as_json
from tests.support.log_scores import FIELDS, scores
from tests.support.seeds import corpus_file, needs_corpus

pytestmark = [needs_corpus]

LOGS = [
    f"{log}.{ending}" for log in ("nov2021", "jul2024", "early2023") for ending in ("docx", "html")
]
WORD = [log for log in LOGS if log.endswith(".docx")]
EXACT = [name for name in FIELDS if name not in ("items", "answers")]


def _scores(log):
    truth = json.loads(corpus_file("inputs/truth.json").read_text())
    reading = reading_as_json(read_file(corpus_file(f"inputs/{log}")))
    return scores(reading, next(one for one in truth if log.startswith(one["id"])))


@pytest.mark.parametrize("log", LOGS)
@pytest.mark.parametrize("name", EXACT)
def test_what_the_truth_has_is_read_exactly(log, name):
    figure = _scores(log)[name]

    assert figure.recall == 1, figure.wrong


@pytest.mark.parametrize("log", LOGS)
def test_nothing_is_read_that_the_truth_does_not_have(log):
    figures = _scores(log)

    assert {name: figures[name].f1 for name in ("refs", "titles", "index", "tables", "links")} == {
        "refs": 1, "titles": 1, "index": 1, "tables": 1, "links": 1,
    }  # fmt: skip


@pytest.mark.parametrize("log", LOGS)
def test_every_question_is_found_with_its_label(log):
    figure = _scores(log)["items"]

    assert figure.f1 >= 0.99, figure.wrong


ANSWERED = [("nov2021", 32, 32, 32), ("jul2024", 21, 21, 21), ("early2023", 27, 27, 27)]


@pytest.mark.parametrize("ending", ["docx", "html"])
@pytest.mark.parametrize(("log", "right", "true", "read"), ANSWERED)
def test_answers_stand_under_their_questions(log, right, true, read, ending):
    figure = _scores(f"{log}.{ending}")["answers"]

    assert (figure.right, figure.true, figure.read) == (right, true, read), figure.wrong


def test_nineteen_answers_in_twenty_are_right():
    figures = [_scores(log)["answers"] for log in LOGS]

    right, true, read = (sum(getattr(one, name) for one in figures) for name in ("right", "true", "read"))  # fmt: skip
    assert 2 * right / (true + read) >= 0.95


@pytest.mark.parametrize("log", WORD)
def test_every_character_is_placed_and_nothing_is_left_unread(log):
    reading = read_file(corpus_file(f"inputs/{log}"))

    coverage = reading.coverage
    parts = coverage.entries + coverage.index + coverage.furniture + coverage.unread
    assert (parts, coverage.unread, reading.repairs) == (coverage.characters, 0, ())


def test_the_format_month_and_body_are_told():
    readings = [read_file(corpus_file(f"inputs/{log}")) for log in WORD]

    assert [(one.format, one.month, one.body) for one in readings] == [
        ("docx", "2021-11", "IOPC"),
        ("docx", "2024-07", "IOPC"),
        ("docx", None, "IOPC"),
    ]


def test_labels_are_those_of_the_same_log_read_from_text():
    entries = read_file(corpus_file("inputs/nov2021.docx")).entries

    assert [question.label for question in entries[2].questions][-5:] == [
        "15", "16.1", "16.2", "16.3", "16.4",
    ]  # fmt: skip
