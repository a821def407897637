"""The founding logs, read: counts pinned, truth met, no character lost."""

import hashlib
import json
import re

import pytest

from answerable.reading import merged, read_file
from tests.support.seeds import SHARED, corpus_file, needs_corpus, needs_seeds, seed_path
from tests.support.truth import scored

pytestmark = [needs_seeds]

COUNTS = [("000", 4, 38), ("001", 4, 38), ("002", 6, 34), ("003", 4, 26)]


@pytest.mark.parametrize(("seed", "entries", "questions"), COUNTS)
def test_every_entry_and_question_is_read(seed, entries, questions):
    reading = read_file(seed_path(seed))

    assert reading.kind == "log"
    assert len(reading.entries) == entries
    assert sum(len(entry.questions) for entry in reading.entries) == questions
    assert reading.unread == ()


@needs_corpus
@pytest.mark.parametrize(
    ("seed", "truth"),
    [("000", "seed_000_ocr"), ("001", "seed_000_ocr"), ("002", "seed_002_nov2021")],
)
def test_questions_and_outcomes_agree_with_the_hand_made_truth(seed, truth):
    records = json.loads(corpus_file(f"truth/{truth}.json").read_text())["records"]

    score = scored(read_file(seed_path(seed)).entries, records)

    assert score.f1 >= 0.97, score.wrong
    assert score.outcomes >= 0.95, score.wrong


LABELS = [
    ("000", "5024007", "1a 1b 1c 1d 1e 1f 1g 2a 2b 2c 3a 3b"),
    ("000", "5024009", "1a 1b 1c 1d 2a 2b 2c 3a 3b 3c 3d 3e"),
    ("000", "5024026", "1 2a 2b 2c 2d 2e 2f"),
    ("002", "5023075", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16.1 16.2 16.3 16.4"),
    ("003", "5024930", "1 2 3 4 5 6 7 8 9 10a 10b 11 12 13"),
    ("003", "5024962", "1.1 1.2 1.3 1.4 1.5 2.1 2.2 2.3"),
]


@pytest.mark.parametrize(("seed", "ref", "labels"), LABELS)
def test_labels_are_the_paths_of_the_numbering(seed, ref, labels):
    entry = next(one for one in read_file(seed_path(seed)).entries if one.ref == ref)

    assert " ".join(question.label for question in entry.questions) == labels


@needs_corpus
def test_the_tables_of_november_2021_are_exact_cell_by_cell():
    truth = json.loads(corpus_file("truth/seed_002_nov2021.json").read_text())
    wanted = [table["sha256"] for record in truth["records"] for table in record["tables"]]

    entries = read_file(seed_path("002")).entries
    found = [_checksum(table.rows) for entry in entries for table in entry.tables]

    assert found == wanted
    shapes = [(len(table.rows), len(table.rows[0])) for entry in entries for table in entry.tables]
    assert shapes == [(8, 9), (4, 7), (4, 7), (4, 11), (4, 11)]


def _checksum(rows):
    cells = "\x1e".join("\x1f".join(" ".join(cell.split()) for cell in row) for row in rows)
    return hashlib.sha256(cells.encode()).hexdigest()


def test_the_training_table_is_one_over_its_page_break():
    entry = read_file(seed_path("003")).entries[3]

    (table,) = entry.tables

    assert (len(table.rows), len(table.rows[0])) == (10, 2)
    assert table.rows[1] == ("L&TD Module", "Learning Content")
    assert table.rows[5][0] == "Death in Custody"
    assert table.question == "1.5"


def test_what_is_poured_in_is_an_attachment_and_no_question():
    policy = read_file(seed_path("003")).entries[2]
    jobs = read_file(seed_path("000")).entries[3]

    assert [attachment.title for attachment in policy.attachments] == [
        "IOPC Staff Social Media Policy"
    ]
    assert "Personal blogs" in policy.attachments[0].text
    assert "Personal blogs" not in policy.response
    assert "Equality Policy" in policy.response
    assert len(jobs.attachments) == 3
    assert len(jobs.questions) == 7


def test_the_index_names_what_has_no_entry():
    reading = read_file(seed_path("001"))

    titles = {entry.title for entry in reading.entries}
    assert [title for title in reading.index if title not in titles] == [
        "Pursuit related deaths data",
        "Staffordshire Police referrals",
    ]


def test_the_month_and_the_body_are_read_where_they_are_printed():
    months = [read_file(seed_path(seed)).month for seed, _, _ in COUNTS]

    assert months == [None, None, "2021-11", "2024-07"]
    assert {read_file(seed_path(seed)).body for seed, _, _ in COUNTS} == {"IOPC"}


@pytest.mark.parametrize("seed", ["000", "001", "002", "003", "004"])
def test_every_character_is_placed(seed):
    coverage = read_file(seed_path(seed)).coverage

    parts = coverage.entries + coverage.index + coverage.furniture + coverage.unread
    assert parts == coverage.characters
    assert coverage.characters == len(seed_path(seed).read_text())


WORD = re.compile(r"[^\W_]{2,}")


@pytest.mark.parametrize("seed", ["000", "001", "002", "003"])
def test_every_word_of_the_source_is_somewhere_in_the_reading(seed):
    source = re.sub(r"<[^<>]{1,80}>", " ", seed_path(seed).read_text())
    reading = read_file(seed_path(seed))
    mended = {word for repair in reading.repairs for word in WORD.findall(repair.was)}

    kept = set(WORD.findall(_all_words(reading)))
    lost = set(WORD.findall(source)) - kept - mended - {"Back", "to", "top", "OPC"}

    assert lost <= FRAME


FRAME = set(
    re.findall(
        r"\w+",
        "This month we have responded questions relating following topics Index FOI Disclosures If you"
        " require full copy of any embedded attachments please contact Requestinfo policeconduct gov uk"
        " quoting reference number from relevant response Ref Request Response And November July",
    )
)


def _all_words(reading):
    parts = [*reading.index]
    for entry in reading.entries:
        parts += [entry.ref or "", entry.title, entry.request, entry.response]
        parts += [cell for table in entry.tables for row in table.rows for cell in row]
        parts += [table.caption or "" for table in entry.tables]
        parts += [f"{one.title} {one.text}" for one in entry.attachments]
        parts += [f"{one.text} {one.href}" for one in entry.links]
    return "\n".join(parts)


def test_two_extractions_of_one_log_make_the_better_one():
    readings = [read_file(seed_path("000")), read_file(seed_path("001"))]

    merger = merged(readings)

    assert [one.entry.ref for one in merger.entries] == ["5024007", "5024009", "5024026", "5024025"]
    text = " ".join(question.text for one in merger.entries for question in one.entry.questions)
    answers = " ".join(q.answer or "" for one in merger.entries for q in one.entry.questions)
    assert "E3, E5" in text
    assert "ES3" not in text
    assert "WebEx contract" in answers
    assert merger.entries[1].origins["ref"].startswith("000")
    assert merger.entries[1].origins["questions"].startswith("001")
    told = [tuple(one.readings.values()) for one in merger.disagreements]
    assert told[:3] == [("–", "i"), ("WebEx", "WebEXx"), ("E3,", "ES3,")]
    assert len(told) == 4
    assert {one.chosen[:3] for one in merger.disagreements} == {"001"}


def test_the_assessment_is_no_log_and_says_so():
    reading = read_file(seed_path("004"))

    assert reading.kind == "assessment"
    assert reading.entries == ()
    assert {one.reason for one in reading.unread} == {
        "This is an assessor's report: it has no entries of a log"
    }


def test_the_assessment_is_read_to_the_element():
    facts = json.loads((SHARED / "facts" / "cse_elements.json").read_text())["seed_report"]

    report = read_file(seed_path("004")).assessment

    by_level = {
        key: {one for one, level in report.levels.items() if level == key}
        for key in ("plus", "partial")
    }
    assert by_level == {"plus": set(facts["compliance_plus"]), "partial": set(facts["partial"])}
    assert set(report.listed["improvement"]) == set(facts["improvement"])
    assert (report.project_number, report.round_kind, report.element_count) == (
        "PNI04894",
        "review 1",
        57,
    )
    assert (str(report.document_review_on), str(report.evidence_on)) == ("2021-03-02", "2021-03-09")
    assert {(one.count, one.of) for one in report.method} == {
        (48, "staff"),
        (7, "service users"),
        (3, "stakeholders"),
        (3, "days"),
        (2, "directors"),
    }
    assert len(report.quotations) == 11
    doubted = {one.code: one.elements for one in report.doubts}
    assert doubted["both heads"] == ("1.1.3",)
    assert {e for one in report.doubts if one.code == "not in a list" for e in one.elements} == {
        "4.1.2",
        "5.3.2",
    }
    assert "other name" in doubted
