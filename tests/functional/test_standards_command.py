"""`answerable standards`, run as people run it."""

import csv
import hashlib
import io
import json
import zipfile

import pytest

from answerable.actions.standards.elements import write_storyboard
from answerable.cli import main
from answerable.records.ledger.models import LedgerLine
from answerable.records.standards.models import KeptFramework
from tests.support.assessed.layouts import TRUTH, bullets
from tests.support.casework import QUALITY_LEAD, doing_by
from tests.support.standards_doors import FRAMEWORK

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


def test_the_pack_is_taken_out_into_a_new_file_only(report, tmp_path, capsys):
    out = tmp_path / "pack.zip"
    assert main(["standards", "pack", "--out", str(out)]) == 2
    assert "has no round yet" in capsys.readouterr().err
    assert list(tmp_path.glob("pack.zip*")) == []

    main(["standards", "load", str(report)])
    capsys.readouterr()
    assert main(["standards", "pack", "--out", str(out)]) == 0
    assert hashlib.sha256(out.read_bytes()).hexdigest() in capsys.readouterr().out
    with zipfile.ZipFile(out) as archive:
        assert archive.testzip() is None
        assert len(archive.read("grid.csv").decode().splitlines()) == 58

    assert main(["standards", "pack", "--out", str(out)]) == 2
    assert "is there already" in capsys.readouterr().err


def test_a_pack_cannot_be_written_into_a_folder_that_is_not_there(report, tmp_path, capsys):
    main(["standards", "load", str(report)])

    assert main(["standards", "pack", "--out", str(tmp_path / "none" / "pack.zip")]) == 2
    assert "pack.zip cannot be written" in capsys.readouterr().err


def test_an_edition_is_looked_at_and_loaded(report, tmp_path, capsys):
    edition = tmp_path / "cse.json"
    edition.write_text(FRAMEWORK)

    assert main(["standards", "framework", str(edition), "--dry-run"]) == 0
    assert capsys.readouterr().out == "The edition is 2027, and was 2008\n"
    assert not KeptFramework.objects.exists()
    assert main(["standards", "framework", str(edition)]) == 0
    assert "Customer Service Excellence 2027 is in use" in capsys.readouterr().out

    edition.write_bytes(b"")
    assert main(["standards", "framework", str(edition)]) == 2
    assert "the file is empty" in capsys.readouterr().err


def test_what_is_found_in_the_pack_holds_it_back_on_the_command_line(report, tmp_path, capsys):
    main(["standards", "load", str(report)])
    doing = doing_by(QUALITY_LEAD)
    write_storyboard("cse", "5.3.2", text="Ring Olwen on 07700 900123.", doing=doing)
    capsys.readouterr()
    out = tmp_path / "pack.zip"

    assert main(["standards", "pack", "--out", str(out)]) == 1
    told = capsys.readouterr().err
    assert "pack.json" in told
    assert "--reason" in told
    assert "900123" not in told
    assert list(tmp_path.glob("pack.zip*")) == []

    assert main(["standards", "pack", "--out", str(out), "--reason", "It is invented"]) == 0
    line = LedgerLine.objects.get(action="pack taken out")
    assert json.loads(line.data)["reason"] == "It is invented"
