"""A letter that asks, read as a request."""

import json

import pytest

from answerable.cli import main
from answerable.domain.decisions import Outcome
from answerable.reading import read_bytes

LETTER = (
    "Subject: Printers\n\nDear team,\n\n1. How many printers?\n2. Who mends them?\n\nRegards\nA"
)


def read(data, **more):
    return read_bytes(data.encode(), name="letter.txt", as_kind="requests", **more)


def test_a_letter_is_one_entry_with_its_questions_unanswered():
    reading = read(LETTER)

    (entry,) = reading.entries
    assert (reading.kind, entry.ref, entry.title) == ("requests", None, "Printers")
    assert [one.label for one in entry.questions] == ["1", "2"]
    assert {one.outcomes for one in entry.questions} == {(Outcome.UNANSWERED,)}
    assert entry.request.startswith("Subject: Printers")
    assert (reading.coverage.entries, reading.coverage.unread) == (reading.coverage.characters, 0)


@pytest.mark.parametrize(
    "letter",
    [
        "<html><body><p>Dear team</p><ul><li>How many?</li><li>Who pays?</li></ul></body></html>",
        "**Dear team**\n\n* How many?\n* Who pays?\n",
        "<p>Dear team</p><ol><li>How many?</li><li>Who pays?</li></ol>",
    ],
)
def test_a_letter_in_another_format_is_read_the_same(letter):
    (entry,) = read(letter).entries

    assert [one.text for one in entry.questions] == ["How many?", "Who pays?"]


def test_a_title_without_a_subject_is_the_first_question_cut_short():
    (entry,) = read(f"How many {'very ' * 40}old printers?").entries

    assert len(entry.title) <= 80
    assert entry.title.endswith("…")


def test_a_letter_of_nothing_but_its_frame_is_kept_for_a_person_to_look_at():
    (entry,) = read("Dear team,\n\n").entries

    assert [one.text for one in entry.questions] == ["Dear team,"]


def test_the_years_that_a_question_lists_stand_with_it():
    (entry,) = read("1. What was spent in:\n- 2021\n- 2022\n2. By whom?").entries

    assert entry.questions[0].text == "What was spent in: 2021, 2022"


def test_the_command_prints_the_questions(tmp_path, capsys):
    path = tmp_path / "letter.txt"
    path.write_text(LETTER)

    assert main(["read", str(path), "--as", "requests", "--json"]) == 0

    entry = json.loads(capsys.readouterr().out)["entries"][0]
    assert [(one["label"], one["printed"], one["answer"]) for one in entry["questions"]] == [
        ("1", "1.", None),
        ("2", "2.", None),
    ]


def test_a_message_is_one_request_even_where_it_numbers_its_requests():
    letter = (
        "Dear team\n\nRequest 1: How many printers?\n\nRequest 2: Who mends them?\n\nRegards\nA"
    )

    (entry,) = read(letter).entries

    assert [one.label for one in entry.questions] == ["1", "2"]
