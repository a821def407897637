"""The same rows are one snapshot, whatever file they came in and in whatever order; loads are all or nothing."""

import datetime as dt
import hashlib
import tempfile
import threading
import unicodedata
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.domain.measures.registers import ColumnKind
from answerable.measuring.snapshots import store as stores
from answerable.measuring.snapshots.columns import kind_words, sql_type
from answerable.measuring.snapshots.store import SnapshotStore
from tests.support.registers import CONTRACTS, HEAD, NAMES, contract, csv_file

MONDAY = dt.date(2024, 6, 24)
SIGNS = st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"), include_characters="\n")


def is_plain(text):
    """Return whether a text means itself in each form of file."""
    return text and text == text.strip() and text[0] not in "=+-@#" and "_x" not in text


TEXTS = (
    st.text(SIGNS, max_size=12)
    .map(lambda text: unicodedata.normalize("NFC", text).strip())
    .filter(is_plain)
)
DAYS = st.dates(dt.date(1927, 1, 1), dt.date(2170, 1, 1))


@st.composite
def rows(draw):
    """Return a row's values."""
    starts_on, ends_on = sorted(draw(st.tuples(DAYS, DAYS)))
    first = draw(st.integers(1950, 2048))
    values = {
        "supplier": draw(TEXTS),
        "kind": draw(st.sampled_from("GS")),
        "copies": draw(st.integers(0, 5000)),
        "cost": draw(st.decimals(-(10**12), 10**12, places=2)) + Decimal(0),
        "starts_on": starts_on,
        "ends_on": ends_on,
        "is_live": draw(st.booleans()),
        "year": f"{first}/{(first + 1) % 100:02}",
    }
    kept = draw(st.sets(st.sampled_from(sorted(values))))
    return [draw(TEXTS), *(values[name] if name in kept else None for name in NAMES[1:])]


TABLES = st.lists(rows(), min_size=1, max_size=8, unique_by=lambda row: row[0])


def spelled(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def in_order(row):
    """Return what a row without a key is ordered by: all of its cells, the empty ones last."""
    return [(cell is None, 0 if cell is None else cell) for cell in row]


def digest(table, *, by=lambda row: row[0]):
    """Return the digest as docs/reference/registers.md says it, by plain Python."""
    columns = CONTRACTS.columns
    head = [part for column in columns for part in (column.name, kind_words(column))]
    lines = [head, *([*row] for row in sorted(table, key=by))]
    said = hashlib.sha256()
    for line in lines:
        cells = [None if cell is None else spelled(cell).encode() for cell in line]
        for cell in cells:
            said.update(b"-" if cell is None else b"%d:%b" % (len(cell), cell))
        said.update(b"\n")
    return said.hexdigest()


def as_csv(folder, table):
    texts = [["" if cell is None else spelled(cell) for cell in row] for row in table]
    return csv_file(folder, *texts)


def as_workbook(folder, table):
    path = folder / "rows.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet, day = book.add_worksheet(), book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_row(0, 0, HEAD)
        for number, row in enumerate(table, 1):
            for place, cell in enumerate(row):
                if isinstance(cell, dt.date):
                    sheet.write_datetime(number, place, cell, day)
                elif isinstance(cell, str):
                    sheet.write_string(number, place, cell)
                elif isinstance(cell, bool):
                    sheet.write_boolean(number, place, cell)
                elif cell is not None:
                    sheet.write_number(number, place, cell)
    return path


def as_parquet(folder, table):
    path = folder / "rows.parquet"
    columns = ", ".join(f'"{column.name}" {sql_type(column)}' for column in CONTRACTS.columns)
    with duckdb.connect() as duck:
        duck.execute(f"CREATE TABLE rows ({columns})")
        places = ", ".join("?" * len(NAMES))
        duck.executemany(f"INSERT INTO rows VALUES ({places})", table)
        duck.table("rows").write_parquet(str(path))
    return path


@given(TABLES, st.randoms())
@settings(max_examples=15)
def test_any_rows_have_one_digest_as_csv_as_a_workbook_and_as_parquet(table, chance):
    with tempfile.TemporaryDirectory() as folder:
        store = SnapshotStore(Path(folder) / "registers")
        found = set()
        for written in (as_csv, as_workbook, as_parquet):
            chance.shuffle(table)
            found.add(store.add(CONTRACTS, written(Path(folder), table), as_at=MONDAY))

        (snapshot,) = store.snapshots(CONTRACTS.name)
        assert {one.sha256 for one in found} == {snapshot.sha256} == {digest(table)}


@given(st.lists(rows(), min_size=1, max_size=6))
@settings(max_examples=10)
def test_rows_without_a_key_may_repeat_and_are_ordered_by_all_of_their_cells(table):
    table = [*table, *table[:2], [table[0][0], *([None] * 8)]]
    with tempfile.TemporaryDirectory() as folder:
        store = SnapshotStore(Path(folder) / "registers")

        snapshot = store.add(replace(CONTRACTS, key=()), as_csv(Path(folder), table), as_at=MONDAY)

        assert snapshot.sha256 == digest(table, by=in_order)


def test_another_kind_of_column_is_another_digest(tmp_path):
    store, file = SnapshotStore(tmp_path / "registers"), csv_file(tmp_path, contract(copies="1"))
    as_text = [
        replace(column, kind=ColumnKind.TEXT, least=None, most=None)
        if column.name == "copies"
        else column
        for column in CONTRACTS.columns
    ]

    first = store.add(CONTRACTS, file, as_at=MONDAY)
    second = store.add(replace(CONTRACTS, columns=tuple(as_text)), file, as_at=MONDAY)

    assert first.sha256 != second.sha256


def test_a_load_that_fails_in_the_middle_leaves_nothing(tmp_path, monkeypatch):
    store = SnapshotStore(tmp_path / "registers")
    before = store.add(CONTRACTS, csv_file(tmp_path, contract("C1")), as_at=MONDAY)
    kept = sorted((tmp_path / "registers" / CONTRACTS.name).iterdir())

    for place in ("write_rows", "digest_of", "definition_digest", "write_manifest"):
        with monkeypatch.context() as patch:
            patch.setattr(stores, place, _fails)
            with pytest.raises(RuntimeError):
                store.add(CONTRACTS, csv_file(tmp_path, contract("C2")), as_at=MONDAY)

        assert store.snapshots(CONTRACTS.name) == (before,)
        left = set((tmp_path / "registers" / CONTRACTS.name).iterdir()) - set(kept)
        assert [path.suffix for path in left] in ([], [".parquet"])


def _fails(*_given, **_named):
    raise RuntimeError


def test_what_a_killed_load_left_goes_with_the_next(tmp_path):
    store = SnapshotStore(tmp_path / "registers")
    left = tmp_path / "registers" / CONTRACTS.name / ".loading-left"
    left.mkdir(parents=True)
    (left / ".lock").touch()
    (left / "part-0.parquet").write_bytes(b"half")

    store.add(CONTRACTS, csv_file(tmp_path, contract("C1")), as_at=MONDAY)

    assert not left.exists()


def test_two_loads_at_once_are_two_snapshots_or_one_if_their_rows_are_the_same(tmp_path):
    store = SnapshotStore(tmp_path / "registers")
    files = [
        csv_file(tmp_path, contract(reference), name=f"{number}.csv")
        for number, reference in enumerate(("C1", "C2", "C1"))
    ]
    threads = [
        threading.Thread(target=lambda file=file: store.add(CONTRACTS, file, as_at=MONDAY))
        for file in files
    ]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(store.snapshots(CONTRACTS.name)) == 2
    assert not list(store.folder.glob("*/.loading-*"))


def test_a_digest_does_not_depend_on_batches_threads_or_settings(tmp_path, monkeypatch):
    table = [contract(f"C{number}", cost=f"{number}.5") for number in range(500)]
    table = table[1::2] + table[::2][::-1]
    file = csv_file(tmp_path, *table)
    first = SnapshotStore(tmp_path / "a").add(CONTRACTS, file, as_at=MONDAY)

    monkeypatch.setattr("answerable.measuring.snapshots.batches._AT_ONCE", 7)
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    second = SnapshotStore(tmp_path / "b").add(CONTRACTS, file, as_at=MONDAY)

    assert second == first
