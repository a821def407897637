"""An old result computed again: proved, or what changed, with the cells that differ by it."""

import dataclasses
import datetime as dt
import json
from decimal import Decimal

import pytest

from answerable.domain.clock.calendars import shipped_holidays
from answerable.domain.measures.as_json import result_as_json, stored_result
from answerable.domain.measures.declarations import as_plain, measure_of
from answerable.measuring.computing import compute
from answerable.measuring.proving import Present, prove
from answerable.measuring.samples.registers import SAMPLES
from answerable.measuring.shipped import shipped_measures, shipped_registers
from tests.support.parquet_rows import write_parquet

pytestmark = pytest.mark.slow
MEASURE = shipped_measures()["investigation-durations"]
REGISTER = shipped_registers()["investigations"]
SAMPLE = tuple(SAMPLES["investigations"].rows())
GIVEN = {
    "parameters": {"from": "2023-01-01", "until": "2023-12-31"},
    "as_at": dt.date(2024, 6, 26),
}


@pytest.fixture(scope="module")
def rows(tmp_path_factory):
    path = tmp_path_factory.mktemp("kept") / "rows.parquet"
    return write_parquet(REGISTER, SAMPLE, path), path


@pytest.fixture(scope="module")
def stored(rows):
    result = compute(MEASURE, REGISTER, *rows, holidays=shipped_holidays(), **GIVEN)
    written = json.dumps(result_as_json(result, measure=MEASURE, register=REGISTER))
    return stored_result(json.loads(written))


@pytest.fixture
def present(rows):
    return Present(rows, rows, shipped_holidays(), shipped_holidays(), MEASURE, REGISTER)


def _changed(**words):
    return measure_of({**as_plain(MEASURE), "version": 2, **words})


def test_a_result_holds_if_the_same_gives_the_same(stored, present):
    proof = prove(stored, present)

    assert proof.is_proved
    assert proof.holds
    assert proof.findings == ()


def test_a_definition_that_came_later_does_not_undo_the_proof_but_says_which_cells_it_moves(
    stored, present
):
    figures = [{**one, "decimals": 1} for one in as_plain(MEASURE)["figures"]]
    proof = prove(stored, dataclasses.replace(present, measure=_changed(figures=figures)))

    (finding,) = proof.findings
    assert proof.is_proved
    assert not proof.holds
    assert finding.words == (
        "The definition has changed since, from version 1 to 2: 2 cells differ"
    )
    assert "figures.mean_days.decimals was not said, is 1" in finding.changes
    assert [(one.row, one.column, one.then, one.now) for one in finding.differences] == [
        ("Independent", "Mean working days", "153", "153.0"),
        ("Directed or managed", "Mean working days", "236", "236.0"),
    ]


def test_a_change_that_moves_no_cell_is_told_and_the_result_holds(stored, present):
    proof = prove(stored, dataclasses.replace(present, measure=_changed(note="Mended a word.")))

    assert proof.holds
    assert proof.findings[0].changes == (
        "version was 1, is 2",
        "note was not said, is 'Mended a word.'",
    )


def test_an_old_definition_works_when_its_file_is_gone(stored, present):
    proof = prove(stored, dataclasses.replace(present, measure=None))

    assert proof.is_proved
    assert proof.holds
    assert "not declared here any more" in proof.findings[0].words


def test_a_later_calendar_shows_the_cells_that_it_moves(stored, present):
    # A bank holiday less: the days that it lay in have one more.
    later = dataclasses.replace(
        shipped_holidays().without(dt.date(2023, 5, 8)), version="2030-01-01"
    )
    proof = prove(stored, dataclasses.replace(present, calendar_now=later))

    (finding,) = proof.findings
    assert proof.is_proved
    assert not proof.holds
    assert finding.words.startswith("Since then the calendar 2030-01-01 came")
    assert finding.differences


def test_without_its_calendar_a_result_is_not_proved(stored, present):
    later = dataclasses.replace(shipped_holidays(), version="2030-01-01")
    proof = prove(stored, dataclasses.replace(present, calendar_then=None, calendar_now=later))

    assert not proof.is_proved
    assert "The calendar ew@2026-11-22 is not kept here" in proof.findings[0].words
    assert proof.findings[1].words.endswith("no cell differs")


def test_without_its_snapshot_the_figures_of_another_are_shown(stored, present, tmp_path):
    other = [row for row in SAMPLE if row[0] != "2023/0001"][:-1]
    snapshot = write_parquet(REGISTER, other, tmp_path / "other.parquet")
    snapshot = dataclasses.replace(snapshot, sha256="1" * 64)
    proof = prove(
        stored,
        dataclasses.replace(present, rows=None, other_rows=(snapshot, tmp_path / "other.parquet")),
    )

    assert not proof.is_proved
    assert proof.findings[0].words == (
        f"The snapshot {stored.result.snapshot.label} is not here: computed from {snapshot.label} instead"
    )
    assert len(proof.findings) == 2


def test_without_any_rows_nothing_is_proved(stored, present):
    proof = prove(stored, dataclasses.replace(present, rows=None, other_rows=None))

    assert not proof.is_proved
    assert [finding.words for finding in proof.findings] == [
        f"The snapshot {stored.result.snapshot.label} is not here: "
        "load the same rows again, or say where they are"
    ]


def test_a_result_that_was_changed_by_hand_is_told_with_its_cells(stored, present):
    rows = (("Independent", 60, 152, Decimal("156.5")), stored.result.rows[1])
    forged = dataclasses.replace(stored, result=dataclasses.replace(stored.result, rows=rows))
    proof = prove(forged, present)

    assert not proof.is_proved
    assert "was changed after it was written" in proof.findings[0].words
    (cell,) = proof.findings[1].differences
    assert (cell.then, cell.now) == ("152", "153")


def test_rows_that_cannot_be_counted_any_more_say_why(stored, present, tmp_path):
    gone = (present.rows[0], tmp_path / "gone.parquet")
    proof = prove(stored, dataclasses.replace(present, rows=gone))

    assert not proof.is_proved
    assert "It cannot be computed: The rows of" in proof.findings[0].words
