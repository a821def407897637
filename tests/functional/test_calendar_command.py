"""`answerable calendar`, run as people run it, and what becomes of clocks."""

import json

import pytest

pytestmark = pytest.mark.once


def clock(run, *words):
    code, out, err = run("clock", *words, "--json")
    assert (code, err) == (0, "")
    return json.loads(out)


def published(*, extra=None):
    """Return the bank holidays of 2027 as GOV.UK would publish them."""
    from answerable.domain.clock import shipped_holidays
    from tests.unit.domain.clock.test_updating import DIVISIONS

    listed = {}
    for nation, division in DIVISIONS.items():
        events = [
            {"title": one.names[nation], "date": str(day)}
            for day, one in sorted(shipped_holidays().by_day.items())
            if nation in one.names and day.year == 2027
        ]
        listed[division] = {"division": division, "events": events}
    if extra:
        listed["scotland"]["events"].append({"title": "Centenary", "date": extra})
    return json.dumps(listed)


def test_a_calendar_is_updated_shown_and_the_old_one_kept(run, tmp_path):
    path = tmp_path / "bank-holidays.json"
    path.write_text(published(extra="2027-06-07"))
    words = ("--regime", "FOIA", "--received", "2027-05-24")
    before = clock(run, *words)

    dry, shown, _ = run("calendar", "update", str(path), "--dry-run")
    code, out, _ = run("calendar", "update", str(path))
    again = run("calendar", "update", str(path))
    after = clock(run, *words, "--told", f"{before['due_on']}@{before['calendar']}")
    closed = clock(
        run, *words, "--event", "answered:2027-06-23", "--told", f"{before['due_on']}@2026-11-22"
    )

    assert (dry, code) == (0, 0)
    assert "1 changes, not loaded" in shown
    assert "+ 2027-06-07 Centenary (Scotland)" in out
    assert "is in use now, 2026-11-22 is kept" in out
    assert "Nothing changes" in again[1]
    assert (before["due_on"], after["due_on"]) == ("2027-06-22", "2027-06-23")
    assert after["told"]["has_moved"]
    assert (closed["due_on"], closed["is_late"], closed["days_taken"]) == ("2027-06-22", True, 21)
    assert clock(run, *words, "--calendar", "2026-11-22")["due_on"] == "2027-06-22"
    assert len(run("calendar", "list")[1].splitlines()) == 2
    assert "2027-06-07  Mon  Centenary (Scotland)" in run("calendar", "show", "2027")[1]


@pytest.mark.parametrize(
    ("text", "said"), [("not json", "is no JSON"), ("{}", "not the file that GOV.UK publishes")]
)
def test_another_file_is_no_calendar_and_changes_nothing(run, tmp_path, text, said):
    path = tmp_path / "bank-holidays.json"
    path.write_text(text)

    code, _, err = run("calendar", "update", str(path))

    assert code == 2
    assert said in err
    assert not (tmp_path / "home" / "calendars").exists()


@pytest.mark.parametrize(
    "text", ["{", '{"holidays": [1]}', "[" * 100_000, '{"holidays": []}'], ids=str.__len__
)
def test_a_damaged_calendar_says_which_file_to_load_again(run, tmp_path, text):
    folder = tmp_path / "home" / "calendars"
    folder.mkdir(parents=True)
    (folder / "2027-01-04.json").write_text(text)

    code, _, err = run("clock", "--regime", "FOIA", "--received", "2025-10-06")

    assert code == 2
    assert err.startswith("The calendar 2027-01-04.json cannot be used")
    assert err.count("\n") == 1
    assert run("calendar", "list")[0] == 2


def test_a_calendar_under_another_name_than_its_own_is_refused(run, tmp_path):
    from answerable.domain.clock import holidays_as_json, shipped_holidays

    folder = tmp_path / "home" / "calendars"
    folder.mkdir(parents=True)
    (folder / "2027-01-04.json").write_text(json.dumps(holidays_as_json(shipped_holidays())))
    (folder / "notes.json").write_text("{}")

    code, _, err = run("clock", "--regime", "FOIA", "--received", "2025-10-06")

    assert code == 2
    assert err.startswith("The calendar 2027-01-04.json says that it is 2026-11-22")


def test_a_home_that_cannot_be_written_to_is_one_plain_sentence(run, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("ANSWERABLE_HOME", str(tmp_path / "file"))
    path = tmp_path / "bank-holidays.json"
    path.write_text(published(extra="2027-06-07"))

    code, _, err = run("calendar", "update", str(path))

    assert code == 2
    assert err.startswith("The calendar cannot be kept: ")
    assert err.count("\n") == 1


def test_a_year_that_no_calendar_knows_is_refused(run):
    assert run("calendar", "show", "1066")[0] == 2
