"""`answerable check-tables`, run as people run it; on the founding logs it tells of what is wrong, and of nothing else."""

import json

import pytest
import xlsxwriter

from tests.support.seeds import SHARED, needs_corpus, needs_seeds

pytestmark = pytest.mark.once


def test_a_table_without_faults_ends_well(run, tmp_path):
    (tmp_path / "a.csv").write_text("Year,Cars\n2020,3\n2021,4\nTotal,7\n")

    assert run("check-tables", str(tmp_path / "a.csv")) == (
        0,
        "1 table: nothing to remark on\n",
        "",
    )


def test_what_does_not_agree_is_told_with_its_place(run, tmp_path):
    (tmp_path / "a.csv").write_text("Year,Cars\n2020,3\n2021,4\nTotal,9\n")

    code, out, _ = run("check-tables", str(tmp_path / "a.csv"))

    assert code == 1
    assert out.startswith(
        "a.csv · table · Cars\n  likely    sum        The total in the column “Cars”"
    )


def test_a_later_file_is_held_against_an_earlier_one(run, tmp_path):
    (tmp_path / "a.csv").write_text("Period,2018/19,2019/20\nCases closed,20,30\n")
    (tmp_path / "b.csv").write_text("Period,2018/19,2019/20\nCases closed,20,31\n")

    code, out, _ = run("check-tables", str(tmp_path / "a.csv"), str(tmp_path / "b.csv"), "--json")

    (one,) = json.loads(out)["remarks"]
    # Somebody should look: it may be a revision.
    assert code == 0
    assert (one["what"], one["sure"], one["source"]) == ("published", "possible", "b.csv")
    assert (one["row"], one["column"]) == ("Cases closed", "2019/20")
    assert (one["printed"], one["expected"]) == ("31", "30")


def test_workbooks_and_letters_are_read(run, tmp_path):
    book = xlsxwriter.Workbook(tmp_path / "a.xlsx")
    sheet = book.add_worksheet("Bands")
    for number, row in enumerate(
        [["Force", "Working days", "Band"], ["North", 125, "6 - 9 months"]]
    ):
        sheet.write_row(number, 0, row)
    book.close()
    (tmp_path / "a.txt").write_text(
        "Dear Sir,\n\nThank you for your request of 3 May 2022.\n\nOf the 704 officers 273 of the 704 officers (49%)"
        " had a case to answer.\n\nYours faithfully\n"
    )

    code, out, _ = run("check-tables", str(tmp_path / "a.xlsx"), str(tmp_path / "a.txt"))

    assert code == 1
    assert "125 working days are not “6 - 9 months”" in out
    assert run("check-tables", str(tmp_path / "a.xlsx"), "--days-a-month", "20")[0] == 0


def test_what_cannot_be_read_stops_nothing(run, tmp_path):
    (tmp_path / "a.csv").write_text("Year,Cars\n2020,3\n2021,4\nTotal,9\n")
    (tmp_path / "b.xlsx").write_text("no workbook")
    (tmp_path / "c.csv").write_bytes(b"a,\xff\n")

    code, out, err = run("check-tables", *(str(tmp_path / name) for name in ("b.xlsx", "c.csv", "d.csv", "a.csv")))  # fmt: skip

    assert code == 2
    assert "The total in the column" in out
    assert err.count("\n") == 3
    assert "d.csv: there is no such file" in err
    assert run("check-tables", "a.csv", "--days-a-month", "0")[0] == 2


@needs_seeds
@needs_corpus
def test_the_founding_logs_have_one_fault_in_their_tables(run):
    for folder, pattern in (("seeds", "*.txt"), ("corpus/inputs", "*.html")):
        files = [str(path) for path in sorted((SHARED / folder).glob(pattern))]

        code, out, _ = run("check-tables", *files, "--json")

        found = json.loads(out)
        assert code == 1
        assert found["tables"] == 6
        (one,) = found["remarks"]
        assert (one["what"], one["printed"], one["expected"]) == ("period", "2019/ /20", "2019/20")
