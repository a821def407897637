"""A folder of files: the same bytes each time, digests of all, and no way out of it."""

import hashlib
import io
import zipfile

import pytest

from answerable.publishing.case_folder import (
    Folder,
    FolderFile,
    FolderRefused,
    file_name,
    folder_zip,
    write_folder,
)

FOLDER = Folder((FolderFile("letters/1.txt", b"Dear"), FolderFile("index.html", b"<p>")))


def test_the_same_files_are_the_same_zip_in_whatever_order_they_come():
    turned = Folder(tuple(reversed(FOLDER.files)))

    assert folder_zip(FOLDER) == folder_zip(turned)


def test_a_zip_holds_the_digest_of_each_file():
    with zipfile.ZipFile(io.BytesIO(folder_zip(FOLDER))) as packed:
        assert packed.namelist() == ["index.html", "letters/1.txt", "SHA256SUMS"]
        sums = packed.read("SHA256SUMS").decode()

    assert f"{hashlib.sha256(b'Dear').hexdigest()}  letters/1.txt\n" in sums
    assert "SHA256SUMS" not in sums


def test_a_folder_is_written_whole_and_over_nothing(tmp_path):
    write_folder(FOLDER, tmp_path / "case")

    assert (tmp_path / "case/letters/1.txt").read_bytes() == b"Dear"
    assert [one.name for one in tmp_path.iterdir()] == ["case"]
    with pytest.raises(FileExistsError, match="is there already"):
        write_folder(FOLDER, tmp_path / "case")


@pytest.mark.parametrize(
    "path", ["/etc/passwd", "../up", "a/../../up", "a//b", "a\\b", "", ".", "a\nb", "sha256sums"]
)
def test_no_path_leads_out_of_the_folder(path):
    with pytest.raises(FolderRefused):
        folder_zip(Folder((FolderFile(path, b""),)))


@pytest.mark.parametrize("paths", [("A.txt", "a.txt"), ("a", "a/b"), ("x", "SHA256SUMS/b")])
def test_no_file_hides_another(paths):
    with pytest.raises(FolderRefused, match="twice"):
        folder_zip(Folder(tuple(FolderFile(one, b"") for one in paths)))


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("figures.csv", "figures.csv"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("a\x00b\n.txt", "a_b_.txt"),
        ("CON.txt", "_CON.txt"),
        ("...", "file"),
        ("", "file"),
        ("ffigurau \u0177.csv", "ffigurau \u0177.csv"),
        (f"{'x' * 300}.csv", f"{'x' * 97}.csv"),
    ],
)
def test_every_system_can_keep_the_name_of_a_file(name, kept):
    assert file_name(name) == kept


def test_a_name_that_is_taken_gets_a_number():
    assert file_name("a.csv", taken=["A.CSV", "a-2.csv"]) == "a-3.csv"
