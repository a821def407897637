"""Logs in layouts of other bodies: references, titles, questions and decisions."""

from pathlib import Path

import pytest

from answerable.reading import read_file

LAYOUTS = Path(__file__).parent / "layouts"

READ = [
    (
        "colon-labels.txt",
        "FOI-2024/0123",
        "1 disclosed, 2.i disclosed, 2.ii disclosed, 3 elsewhere 21",
    ),
    ("colon-labels.txt", "FOI-2024/0130", "1 disclosed, 2 not_held, 3 withheld 40(2)"),
    ("headings.md", "FOI 2023-00451", "1 disclosed, 2 cost_limit 12, 3 ncnd 24(2) 31(3)"),
    ("headings.md", "FOI 2023-00460", "- elsewhere+disclosed"),
    ("headings.md", "FOI 2023-00472", "1 disclosed, 2 disclosed"),
    ("spreadsheet.md", "1001/24", "- disclosed"),
    ("spreadsheet.md", "1002/24", "1 disclosed, 2 withheld 43(2)"),
    ("spreadsheet.md", "1003/24", "- not_held"),
    (
        "blocks.txt",
        "921A/20",
        "A.1 disclosed, A.2 disclosed, B.1 disclosed, B.1a disclosed, B.1b disclosed",
    ),
    (
        "bold-labels.md",
        "22/118",
        "1 disclosed, 1a disclosed, 1b disclosed, 1c withheld 31(1)(a) 31(1)(b), 1d withheld 31(1)(a) 31(1)(b)",
    ),
    ("bold-labels.md", "22/119", "- disclosed"),
    ("page.html", "F0012345", "1 disclosed, 2 disclosed"),
    ("page.html", "F0012346", "- vexatious 14(1)"),
    ("page.html", "F0012347", "- disclosed"),
    ("numbered-requests.txt", "1", "- disclosed"),
    ("numbered-requests.txt", "2", "a disclosed, b disclosed"),
    ("pdf-columns.txt", "7025001", "1 disclosed, 2 disclosed"),
    ("pdf-columns.txt", "7025002", "1 disclosed, 2 not_held"),
    ("pdf-lines.txt", "7025003", "1 disclosed, 2 disclosed"),
    ("pdf-lines.txt", "7025004", "- not_held"),
]


@pytest.mark.parametrize(("name", "ref", "decisions"), READ)
def test_questions_and_decisions_are_read_from_other_layouts(name, ref, decisions):
    entry = next(one for one in read_file(LAYOUTS / name).entries if one.ref == ref)

    assert ", ".join(_decision(question) for question in entry.questions) == decisions


def _decision(question):
    outcomes = "+".join(outcome.value for outcome in question.outcomes)
    return " ".join([question.label or "-", outcomes, *question.exemptions])


INDEXES = [
    ("pdf-columns.txt", ["Vehicles kept by the office", "Training in first aid"]),
    ("pdf-lines.txt", ["Lifts in our buildings", "Visitors from abroad"]),
]


@pytest.mark.parametrize(("name", "titles"), INDEXES)
def test_an_index_ends_where_its_list_ends(name, titles):
    reading = read_file(LAYOUTS / name)

    assert list(reading.index) == titles
    assert [entry.title for entry in reading.entries] == titles


def test_a_page_number_does_not_stand_in_an_answer():
    entry = read_file(LAYOUTS / "pdf-columns.txt").entries[0]

    assert entry.questions[0].answer == "We lease 14 vehicles, of which nine are electric."


def test_dates_are_read_the_british_way_round():
    entry = read_file(LAYOUTS / "colon-labels.txt").entries[0]

    assert (entry.received_on.isoformat(), entry.answered_on.isoformat()) == (
        "2024-03-01",
        "2024-03-22",
    )
    assert read_file(LAYOUTS / "spreadsheet.md").entries[2].received_on.isoformat() == "2024-01-09"


TITLES = [
    ("headings.md", ["Use of drones", "Speed cameras", "Parking"]),
    ("spreadsheet.md", ["Graffiti", "Contracts", "Complaints"]),
    ("bold-labels.md", ["Body worn video", "Meals"]),
    ("page.html", ["Stop and search", "Knife bins", "Horses"]),
    ("numbered-requests.txt", ["Cost of uniforms", "Vehicles"]),
]


@pytest.mark.parametrize(("name", "titles"), TITLES)
def test_titles_stand_without_their_references(name, titles):
    assert [entry.title for entry in read_file(LAYOUTS / name).entries] == titles
