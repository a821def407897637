"""Tables of text, plain text and zips, written anew."""

import io
import zipfile

import pytest

from answerable.inspecting.rebuilding.rebuilding import rebuilt_here
from answerable.inspecting.rebuilding.rebuilt import CannotRebuild
from tests.support.planted.cells import hidden_sheet, written
from tests.support.planted.containers import TABLE, bundle
from tests.support.planted.fixtures import SECRET, zipped


def made_of(data, name):
    """Return the text of the one file that comes of another, and what was left out."""
    made = rebuilt_here(data if isinstance(data, bytes) else data.encode(), name)
    (file,) = made.files
    return file.data.decode("utf-8-sig"), made.left_out


@pytest.mark.parametrize(
    ("data", "name", "text"),
    [
        ("Ward,Bins\nNorth,31\n", "a.csv", "Ward,Bins\r\nNorth,31\r\n"),
        ("Ward;Bins\nCaf\u00e9;31\n", "a.csv", "Ward,Bins\r\nCaf\u00e9,31\r\n"),
        ("Ward\tBins\nNorth\t31\n", "a.tsv", "Ward,Bins\r\nNorth,31\r\n"),
        (
            "Ward,Cost\nNorth,\u00a331\n".encode("cp1252"),
            "a.csv",
            "Ward,Cost\r\nNorth,\u00a331\r\n",
        ),
        ("Ward,Bins\nNorth,31\n".encode("utf-16"), "a.csv", "Ward,Bins\r\nNorth,31\r\n"),
        (
            "Bins by ward\nWard,Bins\nNorth,31\n",
            "a.csv",
            "Bins by ward,\r\nWard,Bins\r\nNorth,31\r\n",
        ),
        ("Ward,Bins\nNorth,=1+1\n", "a.csv", "Ward,Bins\r\nNorth,'=1+1\r\n"),
        ('Ward,Note\nNorth,"a\nb"\n', "a.csv", 'Ward,Note\r\nNorth,"a\nb"\r\n'),
        ("Dear Sir,\n\nthank you.\n", "a.txt", "Dear Sir,\r\n\r\nthank you.\r\n"),
        ("Dear Sir, or Madam,\nof North, 31\n", "a.txt", "Dear Sir, or Madam,\r\nof North, 31\r\n"),
    ],
)
def test_what_is_seen_is_kept(data, name, text):
    assert made_of(data, name) == (text, ())


@pytest.mark.parametrize(
    ("data", "name", "told"),
    [
        (TABLE + f"East,5,,{SECRET}\r\n", "a.csv", "1 cell beyond the columns of the table"),
        (TABLE + "\r\n" * 400 + f"{SECRET},5\r\n", "a.csv", "2 cells far from all others"),
        (f"a{' ' * 300}{SECRET}\nb\n", "a.txt", "1 text pushed out of sight"),
        (f"a\n{chr(10) * 300}{SECRET}\n", "a.txt", "1 line far below all others"),
        ("a\u200bb\u202ec\n", "a.txt", "1 text's signs that nobody sees"),
    ],
)
def test_what_is_not_seen_is_told(data, name, told):
    text, left_out = made_of(data, name)

    assert SECRET not in text
    assert left_out == (f"{told} {'were' if told[0] == '2' else 'was'} left out.",)


def test_joiners_stay_where_they_shape_letters():
    family, persian = "\U0001f468\u200d\U0001f469", "\u0645\u06cc\u200c\u062e"

    assert made_of(f"{family} {persian} a\u200db\n", "a.txt")[0] == f"{family} {persian} ab\r\n"


@pytest.mark.parametrize("data", [b"\r\n \r\n", b"\xef\xbb\xbf", "\u200b\n".encode()])
def test_a_text_that_shows_nothing_is_refused(data):
    with pytest.raises(CannotRebuild, match="It shows nothing"):
        rebuilt_here(data, "a.csv")


def test_a_zip_is_packed_anew_from_what_its_files_become():
    data = bundle({"in/bins.csv": TABLE.encode(), "in/raw.xlsx": hidden_sheet(SECRET), "in/": b""})

    made = rebuilt_here(data, "files.zip")

    with zipfile.ZipFile(io.BytesIO(made.files[0].data)) as opened:
        assert opened.namelist() == ["in/bins.csv", "in/raw.xlsx", "in/raw.csv"]
        assert {one.date_time for one in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not any(SECRET.encode() in opened.read(one) for one in opened.namelist())
    assert made.left_out == ("in/raw.xlsx: 1 hidden sheet 'Raw' with 1 row was left out.",)


def test_files_of_one_name_are_told_apart():
    made = rebuilt_here(zipped({"bins.csv": TABLE.encode(), "bins.xlsx": written()}), "files.zip")

    with zipfile.ZipFile(io.BytesIO(made.files[0].data)) as opened:
        assert opened.namelist() == ["bins.csv", "bins.xlsx", "bins (2).csv"]


def test_a_zip_of_which_one_file_cannot_be_rebuilt_is_refused_with_its_name():
    data = zipped({"bins.csv": TABLE.encode(), "old/raw.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"})

    with pytest.raises(CannotRebuild, match=r"old/raw.xls in it: .*save it as XLSX"):
        rebuilt_here(data, "files.zip")


def test_zips_in_zips_end_somewhere():
    data = TABLE.encode()
    for number in range(9):
        data = zipped({f"{number}.zip" if number else "bins.csv": data})

    with pytest.raises(CannotRebuild, match="deep"):
        rebuilt_here(data, "files.zip")
