"""`answerable measure`: figures from files and stores, in every form, and old ones proved again."""

import datetime as dt
import json
import os
import subprocess
import sys
import tomllib
from importlib import resources

import openpyxl
import pytest

from answerable.cli import main
from answerable.domain.clock import shipped_holidays
from answerable.domain.clock.calendars import holidays_as_json
from answerable.measuring.samples.registers import SAMPLES, write_sample
from answerable.measuring.shipped import shipped_registers
from answerable.measuring.snapshots.store import SnapshotStore
from tests.support.parquet_rows import write_parquet

pytestmark = [pytest.mark.slow, pytest.mark.once]
YEARS = ["--param", "from=2023-01-01", "--param", "until=2023-12-31"]
JUNE = dt.date(2024, 6, 26)


@pytest.fixture
def home(tmp_path, monkeypatch):
    """Return the folder of a site of its own, whose store has the sample of one register."""
    monkeypatch.setenv("ANSWERABLE_HOME", str(tmp_path / "home"))
    store = SnapshotStore(tmp_path / "home/registers")
    file = write_sample(SAMPLES["investigations"], tmp_path)
    store.add(shipped_registers()["investigations"], file, as_at=JUNE)
    return tmp_path / "home"


def _json(capsys, *words):
    code = main(["measure", *words, "--json"])
    return code, json.loads(capsys.readouterr().out)


def _text(capsys, *words):
    code = main(["measure", *words])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_a_measure_is_computed_from_the_sites_latest_snapshot(home, capsys):
    code, out, _ = _text(capsys, "investigation-durations", *YEARS)

    assert code == 0
    assert ["Independent", "60", "153", "156.5"] in [line.split() for line in out.splitlines()]
    assert "These figures are meant as an illustration" in out


def test_the_promised_fields_stand_in_the_json(home, capsys):
    code, data = _json(capsys, "investigation-durations", *YEARS)

    assert code == 0
    assert set(data) >= set(
        "measure version rows columns caveats suppressed register calendar definition_sha256 result_sha256".split()
    )
    assert data["rows"][0] == ["Independent", 60, 153, "156.5"]
    assert data["calendar"] == f"ew@{shipped_holidays().version}"
    assert set(data["register"]) >= {"name", "snapshot", "sha256"}


def test_the_day_that_a_measure_is_of_decides_what_had_ended(home, capsys):
    _, data = _json(capsys, "investigation-durations", *YEARS, "--as-at", "2023-12-31")

    assert data["as_at"] == "2023-12-31"
    assert data["rows"] != []
    assert data["rows"][0][1] < 60


def _workbook(path):
    book = openpyxl.Workbook()
    register, sample = shipped_registers()["investigations"], SAMPLES["investigations"]
    book.active.append([column.words for column in register.columns])
    for row in sample.rows():
        book.active.append(row)
    book.save(path)


def test_csv_workbook_and_parquet_of_the_same_rows_give_the_same_digest(home, capsys, tmp_path):
    csv = tmp_path / "investigations.csv"
    parquet = tmp_path / "other [name]@2.parquet"
    rows = tmp_path / "rows.parquet"
    write_parquet(shipped_registers()["investigations"], SAMPLES["investigations"].rows(), rows)
    rows.rename(parquet)
    _workbook(tmp_path / "investigations.xlsx")

    asked = [
        [],
        ["--register", str(home / "registers")],
        ["--register", f"{home / 'registers'}@2024-06-26"],
        ["--register", f"{csv}@2024-06-26"],
        ["--register", f"{parquet}@2024-06-26"],
        ["--register", f"{tmp_path / 'investigations.xlsx'}@2024-06-26"],
        ["--register", str(csv), "--as-at", "2024-06-26"],
    ]
    digests = {
        _json(capsys, "investigation-durations", *YEARS, *words)[1]["result_sha256"]
        for words in asked
    }

    assert len(digests) == 1


def test_a_result_is_the_same_in_every_language_time_zone_and_table_of_words(home, capsys):
    words = ["investigation-durations", *YEARS, "--json"]
    said = {
        subprocess.run(
            [sys.executable, "-m", "answerable", "measure", *words],
            capture_output=True,
            check=True,
            env={**os.environ, **environment},
        ).stdout
        for environment in (
            {"TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
            {"TZ": "America/St_Johns", "LC_ALL": "cy_GB.UTF-8", "PYTHONHASHSEED": "7"},
        )
    }

    (same,) = said
    assert json.loads(same) == _json(capsys, *words[:-1])[1]


def test_csv_is_printed_for_a_spreadsheet(home, capsys):
    code, out, _ = _text(capsys, "investigation-durations", *YEARS, "--csv")

    assert code == 0
    assert out.splitlines()[1] == "Independent,60,153,156.5"


def test_measures_are_listed_with_what_they_ask(home, capsys):
    code, out, _ = _text(capsys, "--list")
    _, data = _json(capsys, "--list")

    assert code == 0
    assert "investigation-durations" in out
    assert {
        "name": "case-to-answer",
        "version": 1,
        "title": "People with a case to answer",
        "register": "people-investigated",
        "parameters": ["year"],
    } in data


def _own_definition(**words):
    shipped = resources.files("answerable.measuring").joinpath("measures")
    text = (shipped / "investigation-durations.toml").read_text(encoding="utf-8")
    for was, new in words.items():
        text = text.replace(was, new)
    assert tomllib.loads(text)
    return text


def test_a_definition_of_ones_own_is_given_or_kept(home, capsys, tmp_path):
    text = _own_definition(**{'"investigation-durations"': '"ours"'})
    file = tmp_path / "ours.toml"
    file.write_text(text, encoding="utf-8")
    kept = home / "registers/measures/ours.toml"

    given = _json(capsys, "--definition", str(file), *YEARS)
    kept.parent.mkdir()
    kept.write_text(text, encoding="utf-8")

    assert given[1]["measure"] == "ours"
    assert _json(capsys, "ours", *YEARS) == given


def test_a_kept_file_that_declares_nothing_is_told(home, capsys):
    kept = home / "registers/measures/ours.toml"
    kept.parent.mkdir()
    kept.write_text("wehre = []", encoding="utf-8")

    code, _, listed = _text(capsys, "--list")
    refused, _, why = _text(capsys, "ours")

    assert (code, refused) == (2, 2)
    assert "ours.toml declares nothing: measure: there is no 'wehre' here" in listed
    assert "ours.toml: measure: there is no 'wehre' here" in why


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ([], "Say which measure"),
        (["nothing"], "There is no measure 'nothing'"),
        (["investigation-durations"], "Say from (Started on or after): a date"),
        (["investigation-durations", "--param", "from"], "'from' is no parameter: write --param"),
        (["investigation-durations", *YEARS, "--as-at", "soon"], "'soon' is no date"),
        (["investigation-durations", *YEARS, "--calendar", "1999"], "There is no calendar"),
        (["investigation-durations", *YEARS, "--register", "@2020-01-01"], "no snapshot '2020-"),
        (["investigation-durations", *YEARS, "--register", "gone.csv"], "no file and no folder"),
        (["deaths-by-year"], "No snapshot of 'deaths' is loaded"),
        (["--definition", "gone.toml"], "gone.toml cannot be read"),
        (["--again", "gone.json"], "gone.json cannot be read"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_ends_with_2(words, says, home, capsys):
    code, out, err = _text(capsys, *words)

    assert (code, out) == (2, "")
    assert says in err
    assert err.count("\n") == 1


def test_a_file_must_say_as_at_which_day_it_stands(home, capsys, tmp_path):
    file = str(tmp_path / "investigations.csv")
    code, _, err = _text(capsys, "investigation-durations", *YEARS, "--register", file)

    assert code == 2
    assert "Say as at which day investigations.csv stands" in err


def test_a_file_whose_rows_cannot_be_loaded_is_refused(home, capsys, tmp_path):
    file = tmp_path / "bad.csv"
    file.write_text("reference,force\n1,x\n", encoding="utf-8")
    where = f"{file}@2024-06-26"

    code, out, err = _text(capsys, "investigation-durations", *YEARS, "--register", where)

    assert (code, out) == (2, "")
    assert "bad.csv" in err


@pytest.fixture
def old(home, capsys, tmp_path):
    """Return the file of a result, as it was printed."""
    main(["measure", "investigation-durations", *YEARS, "--json"])
    file = tmp_path / "old.json"
    file.write_text(capsys.readouterr().out, encoding="utf-8")
    return file


def test_an_old_result_holds(old, capsys):
    code, out, _ = _text(capsys, "--again", str(old))

    assert code == 0
    assert out.startswith("It holds: investigation-durations version 1 as at 2024-06-26")


def test_an_old_result_holds_where_only_the_file_of_its_rows_is_left(
    old, home, capsys, tmp_path, monkeypatch
):
    monkeypatch.setenv("ANSWERABLE_HOME", str(tmp_path / "empty"))

    alone = _text(capsys, "--again", str(old))
    file = str(tmp_path / "investigations.csv")
    with_its_file = _text(capsys, "--again", str(old), "--register", file)

    assert alone[0] == 1
    assert "is not here: load the same rows again" in alone[1]
    assert with_its_file[0] == 0


def test_a_changed_definition_is_told_word_by_word_with_the_cells_that_it_moves(old, home, capsys):
    kept = home / "registers/measures/ours.toml"
    kept.parent.mkdir()
    kept.write_text(
        _own_definition(**{"version = 1": "version = 2", '"after-start"': '"both"'}),
        encoding="utf-8",
    )

    code, out, _ = _text(capsys, "--again", str(old))
    data = _json(capsys, "--again", str(old))[1]

    assert code == 1
    assert out.startswith("It is proved, and would be another today")
    assert "durations.working_days.convention was 'after-start', is 'both'" in out
    assert "Independent, Mean working days: 153 then, 154 now" in out
    assert (data["proved"], data["holds"]) == (True, False)


def test_a_later_snapshot_of_other_rows_does_not_undo_an_old_result(old, home, capsys, tmp_path):
    file = tmp_path / "fewer.csv"
    lines = (tmp_path / "investigations.csv").read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join(lines[:-1]) + "\n", encoding="utf-8")
    store = SnapshotStore(home / "registers")
    store.add(shipped_registers()["investigations"], file, as_at=dt.date(2024, 7, 1))

    assert _text(capsys, "--again", str(old))[0] == 0


def test_a_later_calendar_is_set_beside_the_old_one(old, home, capsys):
    less = shipped_holidays().without(dt.date(2023, 5, 8))
    data = {**holidays_as_json(less), "version": "2030-01-01"}
    (home / "calendars").mkdir()
    (home / "calendars/2030-01-01.json").write_text(json.dumps(data), encoding="utf-8")

    code, out, _ = _text(capsys, "--again", str(old))

    assert code == 1
    assert "Since then the calendar 2030-01-01 came" in out
    assert " then, " in out


def test_a_result_that_was_changed_by_hand_is_not_proved(old, capsys):
    old.write_text(old.read_text(encoding="utf-8").replace("153", "152"), encoding="utf-8")

    code, out, _ = _text(capsys, "--again", str(old))

    assert code == 1
    assert "The file was changed after it was written" in out
    assert "Independent, Mean working days: 152 then, 153 now" in out


@pytest.mark.parametrize("text", ["[]", "{}", "{", '{"measure": "x"}'])
def test_a_file_that_is_no_result_is_refused(text, home, capsys, tmp_path):
    file = tmp_path / "odd.json"
    file.write_text(text, encoding="utf-8")

    code, out, err = _text(capsys, "--again", str(file))

    assert (code, out) == (2, "")
    assert err.count("\n") == 1


@pytest.mark.parametrize("words", [["--list"], ["investigation-durations", *YEARS]])
def test_it_starts_without_django(words, home):
    program = (
        "import sys; from answerable.cli import main; code = main(['measure', *sys.argv[1:]]); "
        "sys.exit(code or ('django' in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *words], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr


ASSESSED = """
who_might_look = "Colleagues of the officers"
what_else_there_is = "Reports of two hearings"
who_would_be_identified = "The one officer of that rank"
what_would_be_learnt = "That he was found guilty"
why_no_less = "A longer period would not hide one of three"
is_identifying = true
assessed_by = "A. Officer"
assessed_on = 2026-11-03
"""


def test_nothing_is_withheld_before_it_is_assessed(home, capsys):
    code, out, _ = _text(capsys, "investigation-durations", *YEARS, "--profile", "acro")

    assert code == 1
    assert "It may not leave yet." in out
    assert "Information Commissioner v Miller" in out
    assert "Which living people would be identified" in out


def test_a_result_under_a_profile_names_it_and_is_proved_again(home, capsys, tmp_path):
    assessed, file = tmp_path / "assessed.toml", tmp_path / "protected.json"
    assessed.write_text(ASSESSED)
    words = [*YEARS, "--profile", "round-5", "--assessment", str(assessed)]

    code = main(["measure", "investigation-durations", *words, "--json"])
    said = capsys.readouterr()
    file.write_text(said.out)
    data = json.loads(said.out)

    assert code == 0
    assert "under section 40(2)" in said.err
    assert data["disclosure"]["name"] == "round-5"
    assert data["disclosure"]["dated"] == "2026-11-01"
    assert data["rows"][0] == ["Independent", 60, 153, "156.5"]
    assert all(row[1] % 5 == 0 for row in data["rows"])
    assert main(["measure", "--again", str(file)]) == 0
    data["disclosure"]["rounded_to"] = 1
    file.write_text(json.dumps(data))
    assert main(["measure", "--again", str(file)]) == 1


def test_a_profile_that_there_is_not_is_refused_with_those_that_there_are(home, capsys):
    code, _, err = _text(capsys, "investigation-durations", *YEARS, "--profile", "stars")

    assert code == 2
    assert "there is no profile 'stars': there are none, round-5" in err
