"""`answerable standards`, run as people run it."""

import csv
import io
import json

import pytest

from answerable.cli import main
from tests.support.assessed.layouts import TRUTH, bullets

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.fixture
def report(tmp_path, monkeypatch):
    """Return the path of a report, on a site that is set up."""
    monkeypatch.setattr("answerable.cli.standards.open_site", lambda: None)
    name, data = bullets(TRUTH)
    (tmp_path / name).write_bytes(data)
    return tmp_path / name


def test_a_report_is_loaded_and_its_round_is_shown(report, capsys):
    assert main(["standards", "load", str(report), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["is_new"], told["doubts"]) == (True, [])

    assert main(["standards", "show", "--csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    levels = {one["element"]: (one["level"], one["inferred"]) for one in rows}
    assert len(rows) == 57
    assert levels["1.1.3"] == ("Compliance Plus", "no")
    assert levels["5.3.2"] == ("Partially Compliant", "no")
    assert levels["1.1.1"] == ("Compliant", "yes")


def test_the_round_is_shown_in_words_and_as_json(report, capsys):
    main(["standards", "load", str(report)])
    assert capsys.readouterr().out.startswith("Round ")

    main(["standards", "show"])
    assert "5.3.2  Partially Compliant  " in capsys.readouterr().out
    main(["standards", "show", "--json"])
    assert json.loads(capsys.readouterr().out)[0]["element"] == "1.1.1"


def test_without_a_round_the_command_says_what_to_do(report, capsys):
    assert main(["standards", "show"]) == 1
    assert "answerable standards load" in capsys.readouterr().err


def test_what_cannot_be_loaded_ends_with_two_and_the_reason(report, capsys):
    report.write_bytes(b"")

    assert main(["standards", "load", str(report)]) == 2
    assert "empty" in capsys.readouterr().err
    assert main(["standards", "load", str(report.with_name("none.txt"))]) == 2
    assert "cannot be read" in capsys.readouterr().err


def test_a_report_is_read_in_words(report, capsys):
    assert main(["read", str(report)]) == 0
    shown = capsys.readouterr().out
    assert "Compliance Plus: 1.1.3, 2.2.2, 4.2.4" in shown
    assert f"Organisation: {TRUTH.organisation}" in shown
