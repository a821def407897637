"""Which files are loaded, and why one is not: each time in one sentence, with nothing half loaded."""

import csv
import datetime as dt
import zipfile

import duckdb
import openpyxl
import pytest
import xlsxwriter

from answerable.measuring.snapshots.loading import HowToRead
from answerable.measuring.snapshots.refusals import CannotLoad
from answerable.measuring.snapshots.store import HowToLoad, RowsRefused, SnapshotStore
from tests.support.registers import CONTRACTS, HEAD, contract, csv_file, csv_text

MONDAY = dt.date(2024, 6, 24)
PLAIN = contract("C1", supplier="Café “Noir”", cost="1.50")


@pytest.fixture
def store(tmp_path):
    return SnapshotStore(tmp_path / "a[1]*'" / "registers")


def load(store, file, **how):
    read = HowToRead(**{name: how.pop(name) for name in ("sheet", "ignore_extra") if name in how})
    return store.load(CONTRACTS, file, as_at=MONDAY, how=HowToLoad(read, **how))


def refusal(store, file, **how):
    with pytest.raises(CannotLoad) as refused:
        load(store, file, **how)
    assert store.snapshots(CONTRACTS.name) == ()
    left = [path.name for path in store.folder.glob("*/*") if path.name != ".lock"]
    assert left == []
    return str(refused.value)


def workbook(folder, sheets, name="rows.xlsx", **options):
    path = folder / name
    with xlsxwriter.Workbook(path, options) as book:
        for title, rows in sheets.items():
            sheet = book.add_worksheet(title)
            for number, row in enumerate(rows):
                for place, cell in enumerate(row):
                    sheet.write(number, place, cell)
    return path


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8 with a byte order mark"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16 without a byte order mark"),
        ("utf-16-be", "UTF-16 without a byte order mark"),
        ("cp1252", "Windows-1252"),
    ],
)
def test_a_csv_file_is_read_in_its_encoding_and_that_is_said(store, tmp_path, encoding, words):
    as_utf8 = store.add(CONTRACTS, csv_file(tmp_path, PLAIN), as_at=MONDAY)

    done = load(store, csv_file(tmp_path, PLAIN, encoding=encoding, name="other.csv"))

    assert done.snapshot == as_utf8
    assert f"It is {words}, its cells parted by commas" in done.report.notes


@pytest.mark.parametrize(("delimiter", "words"), [(";", "semicolons"), ("\t", "tabs")])
def test_what_parts_the_cells_is_told_by_the_headings(store, tmp_path, delimiter, words):
    done = load(store, csv_file(tmp_path, PLAIN, delimiter=delimiter))

    assert done.report.notes[0].endswith(words)
    assert done.snapshot.rows == 1


def test_headings_match_by_name_words_or_other_headings_below_a_title(store, tmp_path):
    head = ["CONTRACT  no", "supplier", "KIND-of-contract", *HEAD[3:]]
    file = tmp_path / "titled.csv"
    file.write_text(f"Contracts at 24 June{',' * 8}\r\n\r\n" + csv_text(PLAIN, head=head))

    done = load(store, file)

    assert "The headings stand in row 3; what stands above was not read" in done.report.notes
    assert done.snapshot.rows == 1


def test_a_column_that_may_be_empty_may_lack_and_that_is_said(store, tmp_path):
    done = load(store, csv_file(tmp_path, PLAIN[:5], head=HEAD[:5]))

    assert "“Financial year”: these are empty in each row" in done.report.notes[1]


def test_extra_columns_are_refused_or_left_out_by_name(store, tmp_path):
    file = csv_file(tmp_path, [*PLAIN, "x", ""], head=[*HEAD, "Notes", ""])

    sentence = refusal(store, file)
    done = load(store, file, ignore_extra=True)

    assert sentence.endswith("“Notes”: take them out, or --ignore-extra")
    assert "Left out, since the register has no such columns: “Notes”" in done.report.notes


def written(name, data):
    def write(folder):
        path = folder / name
        path.write_bytes(data)
        return path

    return write


def zipped(folder):
    path = workbook(folder, {"S": [HEAD, PLAIN]}, name="bomb.xlsx")
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("xl/more.xml", b"")
        # What it says that it unpacks to; nothing has to be unpacked to be refused.
        package.infolist()[-1].file_size = 3 * 2**30
    return path


def far_cell(folder):
    """Return a workbook of two cells that ask for a table of 17,000 million."""
    rows = {"S": [HEAD, PLAIN]}
    path = workbook(folder, rows, name="plain.xlsx")
    far = folder / "far.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(far, "w") as new:
        for member in old.infolist():
            data = old.read(member)
            if member.filename == "xl/worksheets/sheet1.xml":
                cell = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
                data = data.replace(b"</sheetData>", cell)
            new.writestr(member, data)
    return far


def cut(folder):
    path = workbook(folder, {"S": [HEAD, PLAIN]})
    path.write_bytes(path.read_bytes()[:3_000])
    return path


def nested(folder):
    path = folder / "nested.parquet"
    duckdb.sql("SELECT ['a'] AS reference").write_parquet(str(path))
    return path


BAD = [
    (written("none.csv", b""), "none.csv is empty"),
    (written("blank.csv", b"\xef\xbb\xbf \r\n"), "blank.csv is empty"),
    (written("head.csv", csv_text().encode()), "head.csv has headings, and no rows under them"),
    (written("other.csv", b"a,b\r\n1,2\r\n"), "other.csv holds none of the headings in its first"),
    (written("lacks.csv", b"Supplier,Cost\r\nA,1\r\n"), "lacks what the register requires: “Ref"),
    (
        written("twice.csv", b"Reference,Contract no.\r\nA,1\r\n"),
        "has the column 'reference' twice",
    ),
    (written("picture.csv", b"\x89PNG\0\0\0\0\1\2\3\0\0"), "picture.csv is no text, no workbook"),
    (written("odd.csv", b"Reference\r\n\x81\xff\r\n"), r"neither UTF-8 nor Windows-1252 \(byte 11"),
    (written("quote.csv", b'Reference\r\nC1\r\n"C"2\r\n'), "Row 3 of quote.csv is no CSV"),
    (written("locked.xlsx", b"\xd0\xcf\x11\xe0rest"), "locked.xlsx is encrypted, or a workbook of"),
    (written("torn.xlsx", b"PK\x03\x04torn"), "torn.xlsx is damaged, or no workbook"),
    (written("torn.parquet", b"PAR1 torn PAR1"), "torn.parquet is a damaged Parquet file"),
    (cut, "rows.xlsx is damaged"),
    (zipped, "bomb.xlsx unpacks to 3.0 GB, more than is read: save it as CSV"),
    (far_cell, "far.xlsx is damaged, or needs more than 3 GB of memory"),
    (nested, "The column 'reference' of nested.parquet holds neither text, numbers nor dates"),
    (lambda folder: folder / "gone.csv", "gone.csv: there is no such file: check the name"),
]


@pytest.mark.parametrize(("made", "sentence"), BAD)
def test_a_file_that_cannot_be_loaded_is_refused_in_one_sentence(store, tmp_path, made, sentence):
    import re

    said = refusal(store, made(tmp_path))

    assert re.search(sentence, said), said
    assert "\n" not in said


def test_rows_of_another_width_and_cells_under_no_heading_are_named(store, tmp_path):
    rows = [[*PLAIN, ""], ["C2", "short"], [*PLAIN, "", "long"], [*PLAIN, "9"]]
    file = csv_file(tmp_path, *rows, head=[*HEAD, ""])

    with pytest.raises(RowsRefused) as refused:
        load(store, file)

    told = [(cell.row, cell.column, cell.reason[:15]) for cell in refused.value.report.shown]
    assert told == [
        (3, "(the row)", "It has 2 cells,"),
        (4, "(the row)", "It has 11 cells"),
        (5, "(column 10)", "It stands under"),
        (5, "Reference", "Row 2 has the s"),
    ]


def test_the_sheet_that_holds_the_headings_is_read(store, tmp_path):
    path = workbook(tmp_path, {"Notes": [["As at 24 June"]], "Rows": [HEAD, PLAIN]})

    done = load(store, path)

    assert "Its sheet 'Rows' was read; of formulas, their last results" in done.report.notes


def test_of_several_sheets_with_the_headings_one_must_be_named(store, tmp_path):
    path = workbook(tmp_path, {"A": [HEAD, PLAIN], "B": [HEAD, contract("C2"), PLAIN]})

    sentence = refusal(store, path)

    assert sentence.endswith("has several sheets with the headings: say which with --sheet (A, B)")
    assert load(store, path, sheet="B").snapshot.rows == 2
    with pytest.raises(CannotLoad, match="has no sheet 'C': it has A, B"):
        load(store, path, sheet="C")


def test_errors_and_formulas_without_a_result_are_no_empty_cells(store, tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(HEAD)
    sheet.append(contract("C1"))
    sheet.append(contract("C2"))
    sheet["E2"], sheet["E3"] = "=1+1", "#N/A"
    sheet["E3"].data_type = "e"
    path = tmp_path / "formulas.xlsx"
    book.save(path)

    with pytest.raises(RowsRefused) as refused:
        load(store, path)

    told = [(cell.row, cell.column, cell.reason[:20]) for cell in refused.value.report.shown]
    assert told == [(2, "Cost", "Its formula was neve"), (3, "Cost", "It is an error of a ")]


def test_the_last_result_of_a_formula_is_its_value(store, tmp_path):
    path = tmp_path / "formulas.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEAD)
        sheet.write_row(1, 0, PLAIN[:4])
        sheet.write_formula(1, 4, "=0.1+0.2", None, 0.1 + 0.2)

    done = load(store, path)

    found = duckdb.sql(
        "SELECT cost::VARCHAR FROM read_parquet(?)",
        params=["".join(f"[{s}]" if s in "[*" else s for s in str(store.path(done.snapshot)))],
    )
    assert found.fetchall() == [("0.30",)]


def test_numbers_are_no_dates_in_a_workbook_that_counts_from_1904(store, tmp_path):
    rows = {"S": [HEAD, contract("C1", starts_on=45469)]}
    usual = load(store, workbook(tmp_path, rows))
    of_1904 = workbook(tmp_path, rows, name="mac.xlsx", date_1904=True)

    assert usual.snapshot.rows == 1
    with pytest.raises(RowsRefused) as refused:
        load(store, of_1904)
    assert "It counts days from 1904: numbers are no dates in it" in refused.value.report.notes


def test_the_report_holds_all_that_was_found_and_no_formula(store, tmp_path):
    rows = [contract(f"C{number}", copies="many", supplier="=1+1") for number in range(30)]
    rows += [contract("C99", kind="=1+1")]
    report = tmp_path / "report.csv"

    with pytest.raises(RowsRefused, match="61 cells of 31 rows are refused") as refused:
        load(store, csv_file(tmp_path, *rows), report=report)

    with report.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    assert len(refused.value.report.shown) == 20
    assert lines[0] == ["row", "column", "value", "finding", "reason"]
    assert len(lines) == 62
    assert lines[1][:4] == ["2", "Copies", "many", "refused"]
    assert lines[2][:4] == ["2", "Supplier", "(not shown)", "refused"]
    assert lines[-1][2] == "'=1+1"


def test_a_file_that_changes_while_it_is_read_is_not_loaded(store, tmp_path):
    file = csv_file(tmp_path, PLAIN)

    def changed(_done, _whole):
        file.write_text(csv_text(PLAIN, contract("C2")))

    with pytest.raises(CannotLoad, match="was changed while it was read"):
        store.add(CONTRACTS, file, as_at=MONDAY, progress=changed)
    assert store.snapshots(CONTRACTS.name) == ()
