"""What is read of a cell of each kind, and why a cell is refused."""

import datetime as dt

import duckdb
import pytest

from answerable.measuring.snapshots.store import RowsRefused, SnapshotStore
from tests.support.registers import CONTRACTS, contract, csv_file

MONDAY = dt.date(2024, 6, 24)


def loaded(folder, *rows):
    store = SnapshotStore(folder / "registers")
    done = store.load(CONTRACTS, csv_file(folder, *rows), as_at=MONDAY)
    found = duckdb.sql(
        "SELECT * FROM read_parquet(?)", params=[str(store.path(done.snapshot))]
    ).fetchall()
    names = [column.name for column in CONTRACTS.columns]
    return [dict(zip(names, row, strict=True)) for row in found], done.report


def refused(folder, *rows):
    store = SnapshotStore(folder / "registers")
    with pytest.raises(RowsRefused) as refusal:
        store.load(CONTRACTS, csv_file(folder, *rows), as_at=MONDAY)
    assert store.snapshots(CONTRACTS.name) == ()
    return refusal.value.report


READ = [
    ("supplier", "  Smith & Sons ", "Smith & Sons"),
    ("supplier", "cafe\u0301", "caf\u00e9"),
    ("supplier", "two\r\nlines", "two\nlines"),
    ("supplier", "-", "-"),
    ("supplier", "+44 20 7946 0000", "+44 20 7946 0000"),
    ("supplier", "\u00a0", None),
    ("kind", "g", "G"),
    ("kind", "GOODS", "G"),
    ("kind", " goods ", "G"),
    ("copies", "1,234", 1234),
    ("copies", "12.0", 12),
    ("copies", "0", 0),
    ("cost", "£1,234.5", "1234.50"),
    ("cost", "-£3", "-3.00"),
    ("cost", "12.3400", "12.34"),
    ("cost", "9999999999999999.99", "9999999999999999.99"),
    ("starts_on", "2024-02-29", dt.date(2024, 2, 29)),
    ("starts_on", "26/06/2024", dt.date(2024, 6, 26)),
    ("starts_on", "1/2/2024", dt.date(2024, 2, 1)),
    ("starts_on", "01.02.2024", dt.date(2024, 2, 1)),
    ("starts_on", "26-Jun-2024", dt.date(2024, 6, 26)),
    ("starts_on", "26 JUNE 2024", dt.date(2024, 6, 26)),
    ("starts_on", "2024-06-26T00:00:00", dt.date(2024, 6, 26)),
    ("starts_on", "26/06/2024 14:30", dt.date(2024, 6, 26)),
    ("is_live", "Y", True),
    ("is_live", "FALSE", False),
    ("is_live", "1", True),
    ("year", "2019/20", "2019/20"),
    ("year", "2019-20", "2019/20"),
    ("year", "19/20", "2019/20"),
    ("year", "2019/2020", "2019/20"),
    ("year", "1999–00", "1999/00"),
    ("year", "98/99", "1998/99"),
]


@pytest.mark.parametrize(("column", "text", "value"), READ)
def test_a_cell_is_read_by_its_kind(tmp_path, column, text, value):
    (row,), report = loaded(tmp_path, contract(**{column: text}))

    is_decimal = column == "cost" and row[column] is not None
    assert (f"{row[column]:f}" if is_decimal else row[column]) == value
    assert report.refused == report.remarked == 0


NOT_READ = [
    ("supplier", "=1+1", "A formula stands in the cell: save its result, or put it in words"),
    ("supplier", "+SUM(A1)", "A formula stands in the cell: save its result, or put it in words"),
    ("supplier", "@SUM(A1)", "A formula stands in the cell: save its result, or put it in words"),
    ("cost", "=A1*2", "A formula stands in the cell: save its result, or put it in words"),
    ("supplier", "a\x07b", "It holds signs that cannot be seen: take them out"),
    ("supplier", "#N/A", "It is an error of a spreadsheet, and no value"),
    ("kind", "Works", "It is none of the codes: Goods, Services"),
    ("copies", "1.5", "It is no whole number"),
    ("copies", "1,23", "It is no whole number"),
    ("copies", "1E+05", "It is no whole number"),
    ("copies", "99999999999999999999", "It is no whole number"),
    ("copies", "-1", "It is less than 0"),
    ("copies", "5001", "It is more than 5,000"),
    ("cost", "1.234", "It is no number with at most 2 decimals, as 1,234.50 is"),
    ("cost", "12,5", "It is no number with at most 2 decimals, as 1,234.50 is"),
    ("cost", "99999999999999999", "It is no number with at most 2 decimals, as 1,234.50 is"),
    ("starts_on", "31/02/2024", "There is no such day"),
    ("starts_on", "2023-02-29", "There is no such day"),
    (
        "starts_on",
        "06/26/2024",
        "Its month comes first: write the day first, 26/06/2024, or 2024-06-26",
    ),
    ("starts_on", "26/06/24", "Its year has two digits: write all four"),
    ("starts_on", "soon", "It is no date: write 2024-06-26, 26/06/2024 or 26-Jun-2024"),
    (
        "starts_on",
        "2024-06-26T23:30Z",
        "It has a time zone, so that its day is not certain: write the day alone",
    ),
    ("is_live", "maybe", "It is neither yes nor no"),
    ("year", "2019/21", "It is no financial year: write it like 2019/20"),
    ("year", "2019", "It is no financial year: write it like 2019/20"),
    ("reference", "", "It is empty, and must not be"),
]


@pytest.mark.parametrize(("column", "text", "reason"), NOT_READ)
def test_a_cell_that_cannot_be_read_is_named_with_its_row_and_the_reason(
    tmp_path, column, text, reason
):
    cells = {"supplier": "Smith", column: text}

    report = refused(tmp_path, contract("C0"), contract(**cells))

    (cell,) = report.shown
    assert (cell.row, cell.column) == (3, CONTRACTS.column(column).words)
    assert cell.reason == reason
    assert cell.value == ("(not shown)" if column == "supplier" else text)


def test_a_negative_duration_is_refused(tmp_path):
    report = refused(tmp_path, contract(starts_on="2024-01-02", ends_on="01/01/2024"))

    assert report.shown[0].reason == "It is earlier than “Start date”: a duration would be negative"


def test_rows_are_numbered_as_a_spreadsheet_numbers_them(tmp_path):
    lines = contract("C1", supplier="two\nlines")

    report = refused(tmp_path, lines, [""] * 9, [], contract("C2", copies="many"))

    assert [cell.row for cell in report.shown] == [5]
    assert report.rows_read == 2


def test_the_same_key_is_refused_wherever_it_stands(tmp_path, monkeypatch):
    monkeypatch.setattr("answerable.measuring.snapshots.batches._AT_ONCE", 2)
    rows = [contract(one) for one in ("C1", "C2", "C3", "C1", "C1")]

    report = refused(tmp_path, *rows)

    told = [(cell.row, cell.value, cell.reason) for cell in report.shown]
    assert told == [
        (5, "C1", "Row 2 has the same: no two rows may"),
        (6, "C1", "Row 2 has the same: no two rows may"),
    ]


def test_a_column_of_serial_numbers_is_read_as_days_and_said(tmp_path, monkeypatch):
    monkeypatch.setattr("answerable.measuring.snapshots.batches._AT_ONCE", 1)

    rows, report = loaded(tmp_path, contract("C0"), contract("C1", starts_on="45469"))

    assert rows[1]["starts_on"] == dt.date(2024, 6, 26)
    assert "“Start date” holds days as spreadsheets count them from 1900" in report.notes


def test_a_serial_number_among_dates_is_refused(tmp_path):
    report = refused(
        tmp_path, contract("C1", starts_on="2024-06-26"), contract("C2", starts_on="45469")
    )

    assert report.shown[0].row == 3
    assert report.shown[0].reason.startswith("It is a number: a day as a spreadsheet counts them")


def test_a_code_out_of_use_is_remarked_and_loaded(tmp_path):
    rows, report = loaded(
        tmp_path,
        contract("C1", kind="S", starts_on="2020-01-31"),
        contract("C2", kind="S", starts_on="2020-02-01", year="2020/21"),
        contract("C3", kind="S", starts_on="2020-02-01", year="2019/20"),
        contract("C4", kind="S"),
    )

    assert len(rows) == 4
    assert (report.refused, report.remarked) == (0, 1)
    assert (report.shown[0].row, report.shown[0].is_refused) == (3, False)


def test_times_of_day_are_left_out_and_said(tmp_path):
    _, report = loaded(tmp_path, contract(starts_on="2024-06-26 14:30:00"))

    assert "Times of day in “Start date” were left out" in report.notes
