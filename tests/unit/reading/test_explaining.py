"""The command that says which rule took which line, and words that an office adds on the command line."""

import json

from answerable.cli import main
from answerable.reading.documents import Explained
from answerable.reading.explaining import explained
from answerable.reading.records import Sections

LOG = "Query no: 24/117\nThe ask: 1. How many dogs?\nThe answer we gave: 1. Twelve.\n"
WORDS = '[ref]\nwords = ["query no"]\n[request]\nwords = ["the ask"]\n[response]\nwords = ["the answer we gave"]\n'


def _log(tmp_path):
    path = tmp_path / "log.txt"
    path.write_text(LOG)
    return str(path)


def test_a_log_in_unknown_words_is_read_with_the_words_of_a_folder(tmp_path, capsys):
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "ours.toml").write_text(WORDS)
    given = ["read", _log(tmp_path), "--vocabulary", str(tmp_path / "words")]

    assert main([*given, "--explain"]) == 0
    said = capsys.readouterr().out
    assert "vocabulary ours.toml: “The ask” → request" in said
    assert "label style 1. → question 1" in said
    assert main([*given, "--explain", "--json"]) == 0
    reading = json.loads(capsys.readouterr().out)
    assert [(one["ref"], one["response"]) for one in reading["entries"]] == [
        ("24/117", "1. Twelve.")
    ]
    first = reading["explained"][0]
    assert (first["start"], first["rule"]) == (0, "vocabulary ours.toml: “Query no” → ref")
    assert LOG[first["start"] : first["end"]] == "Query no: 24/117"


def test_without_being_asked_nothing_is_explained(tmp_path, capsys):
    main(["read", _log(tmp_path), "--json"])

    assert json.loads(capsys.readouterr().out)["explained"] == []


def test_a_wrong_file_of_words_is_one_sentence(tmp_path, capsys):
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "ours.toml").write_text("[request")

    assert main(["read", _log(tmp_path), "--vocabulary", str(tmp_path / "words")]) == 2

    assert capsys.readouterr().err.startswith("ours.toml is no TOML: ")


def test_rules_of_one_place_stay_in_the_order_in_which_they_were_read():
    said = [
        Explained(0, 9, words, "letter: its frame") for words in "one two three four five".split()
    ]

    assert [one.text for one in explained(said, (), Sections((), ()))] == [one.text for one in said]
