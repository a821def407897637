"""Files that are made to take long, or to get out of their place: bounded, and refused in one sentence."""

import time

import pytest

from answerable.inspecting.rebuilding.names import plain_name, stem_of
from answerable.inspecting.rebuilding.rebuilding import rebuilt_here
from answerable.inspecting.rebuilding.rebuilt import CannotRebuild
from tests.support.planted.cells import written
from tests.support.planted.fixtures import edited, members, zipped
from tests.unit.inspecting.test_bad_files import BAD

SHEET = "xl/worksheets/sheet1.xml"
STYLES = "xl/styles.xml"


@pytest.mark.parametrize("name", [name for name in BAD if name != "mail.eml"])
def test_a_bad_file_is_refused_in_one_sentence(name):
    data, _ = BAD[name]
    began = time.process_time()

    with pytest.raises(CannotRebuild) as refusal:
        rebuilt_here(data, name)

    assert "\n" not in str(refusal.value)
    assert time.process_time() - began < 10


def _with_merged(count):
    ranges = "".join('<mergeCell ref="A1:XFD1048576"/>' for _ in range(count))
    return edited(
        written(), SHEET, ("</sheetData>", f"</sheetData><mergeCells>{ranges}</mergeCells>")
    )


def _with_long_format():
    data = written(lambda book, sheet: sheet.write(4, 1, 5, book.add_format({"num_format": "0.0"})))
    return edited(data, STYLES, ('formatCode="0.0"', f'formatCode="{"0#?," * 5000}"'))


def _with_gaps():
    def fill(_, sheet):
        for number in range(2_000):
            sheet.write(number * 180 + 5, number % 3, "x")

    return written(fill)


HOSTILE = {
    "merged": _with_merged(30_000),
    "format": _with_long_format(),
    "gaps": _with_gaps(),
    "text": b"a,b\n" + b"(" * 100_000 + b",1\n",
    "blanks": b"a" + b" \t" * 500_000 + b"b\n",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_made_to_take_long_takes_seconds(name):
    began = time.process_time()

    made = rebuilt_here(HOSTILE[name], "a.xlsx" if HOSTILE[name][:2] == b"PK" else "a.csv")

    assert made.files
    assert time.process_time() - began < 20


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\a\\bins.xlsx", "bins.xlsx"),
        ("a\u202excod.exe", "axcod.exe"),
        ("..", "file"),
        ("", "file"),
        ("a<b>:c.csv", "a-b-c.csv"),
    ],
)
def test_names_lead_nowhere(name, plain):
    assert plain_name(name) == plain


@pytest.mark.parametrize(
    ("name", "stem"), [("a.b.xlsx", "a.b"), ("a", "a"), (".xlsx", "xlsx"), ("Dr. Bins", "Dr. Bins")]
)
def test_an_ending_is_what_is_short(name, stem):
    assert stem_of(name) == stem


def test_a_name_in_a_zip_leads_nowhere():
    made = rebuilt_here(zipped({"../../a/b.csv": b"Ward,Bins\nNorth,31\n"}), "a.zip")

    assert list(members(made.files[0].data)) == ["a/b.csv"]


@pytest.mark.parametrize(
    "date", ["Mon, 1 Jul 2024 09:00:00 +99999999999999999999", "Mon, 1 Jul 99999999999999999999"]
)
def test_a_mail_of_a_day_that_cannot_be_is_rebuilt_without_it(date):
    mail = f"From: a@iocs.example\nTo: b@iocs.example\nSubject: Bins\nDate: {date}\n\nTen bins.\n"

    (file,) = rebuilt_here(mail.encode(), "mail.eml").files

    assert b"Ten bins." in file.data
    assert b"Jul" not in file.data
