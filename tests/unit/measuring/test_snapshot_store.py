"""Snapshots are added whole or not at all, found by their day or digest, and are the same rows for good."""

import datetime as dt
import hashlib

import duckdb
import pytest

from answerable.measuring.shipped import shipped_registers
from answerable.measuring.snapshots.canonical import engine
from answerable.measuring.snapshots.store import NoSuchSnapshot, SnapshotStore

REGISTER = shipped_registers()["investigations"]
HEAD = (
    "reference,force,kind,matter,factor,referral_received_on,started_on,report_approved_on".split(
        ","
    )
)
KINDS = "text text code code text date date date".split()
MONDAY = dt.date(2024, 6, 24)


def row(reference, *, force="Avon and Somerset"):
    return [reference, force, "independent", "", "Taser", "2023-01-03", "2023-01-05", ""]


def written(folder, *rows, name="rows.csv"):
    path = folder / name
    path.write_text("\n".join(",".join(one) for one in [HEAD, *rows]) + "\n")
    return path


@pytest.fixture
def store(tmp_path):
    return SnapshotStore(tmp_path / "registers")


def test_a_snapshot_lies_in_a_parquet_file_named_by_the_digest_of_its_rows(store, tmp_path):
    file = written(tmp_path, row("2"), row("1"))

    snapshot = store.add(REGISTER, file, as_at=MONDAY)

    found = duckdb.sql("SELECT * FROM read_parquet(?)", params=[str(store.path(snapshot))])
    assert store.path(snapshot).name == f"{snapshot.sha256}.parquet"
    assert [str(one) for one in found.types] == ["VARCHAR"] * 5 + ["DATE"] * 3
    assert [one[0] for one in found.fetchall()] == ["1", "2"]
    assert (snapshot.rows, snapshot.loaded_from) == (2, "rows.csv")
    assert snapshot.loaded_sha256 == hashlib.sha256(file.read_bytes()).hexdigest()


def test_the_digest_can_be_computed_again_by_plain_python(store, tmp_path):
    snapshot = store.add(REGISTER, written(tmp_path, row("é2"), row("1")), as_at=MONDAY)

    def cell(text):
        return f"{len(text.encode())}:{text}" if text else "-"

    first = "".join(cell(part) for pair in zip(HEAD, KINDS, strict=True) for part in pair)
    lines = [first, *("".join(map(cell, one)) for one in (row("1"), row("é2")))]
    said = "".join(f"{line}\n" for line in lines)
    assert snapshot.sha256 == hashlib.sha256(said.encode()).hexdigest()


def test_the_same_rows_as_at_the_same_day_are_one_snapshot(store, tmp_path):
    first = store.add(REGISTER, written(tmp_path, row("1"), row("2")), as_at=MONDAY)
    again = store.add(REGISTER, written(tmp_path, row("2"), row("1"), name="b.csv"), as_at=MONDAY)
    later = store.add(
        REGISTER, written(tmp_path, row("1"), row("2")), as_at=MONDAY + dt.timedelta(1)
    )

    assert again == first
    assert store.snapshots("investigations") == (first, later)
    assert store.path(first) == store.path(later)


def test_a_snapshot_is_found_by_its_day_its_digest_or_as_the_latest(store, tmp_path):
    first = store.add(REGISTER, written(tmp_path, row("1")), as_at=MONDAY)
    mended = store.add(REGISTER, written(tmp_path, row("2")), as_at=MONDAY)
    earlier = store.add(REGISTER, written(tmp_path, row("3")), as_at=MONDAY - dt.timedelta(7))

    assert store.find("investigations") == mended
    assert store.find("investigations", "2024-06-24") == mended
    assert store.find("investigations", "2024-06-17") == earlier
    assert store.find("investigations", first.sha256[:6]) == first
    with pytest.raises(NoSuchSnapshot, match="There is no snapshot '2024-06-25'"):
        store.find("investigations", "2024-06-25")
    with pytest.raises(NoSuchSnapshot, match="There is no snapshot"):
        store.find("investigations", mended.sha256[:5])
    with pytest.raises(NoSuchSnapshot, match="No snapshot of 'referrals' is loaded"):
        store.find("referrals")


def test_what_was_loaded_again_last_is_the_latest_of_its_day(store, tmp_path):
    first = store.add(REGISTER, written(tmp_path, row("1")), as_at=MONDAY)
    store.add(REGISTER, written(tmp_path, row("2")), as_at=MONDAY)
    store.add(REGISTER, written(tmp_path, row("1")), as_at=MONDAY)

    assert store.find("investigations", "2024-06-24") == first


@pytest.mark.parametrize("name", ["../elsewhere", "", "a/b", "Investigations"])
def test_a_name_leads_to_no_folder_elsewhere(store, name):
    with pytest.raises(NoSuchSnapshot, match="no name of a register"):
        store.snapshots(name)


def test_the_engine_draws_nothing_into_what_a_command_prints(tmp_path):
    with engine(tmp_path) as duck:
        found = duck.execute("SELECT current_setting('enable_progress_bar')").fetchone()

    assert found == (False,)
