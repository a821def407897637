"""A file is rebuilt in a process apart: what it says is taken apart with distrust, and a refusal is a sentence."""

import subprocess
import sys

import pytest

from answerable.inspecting.rebuilding import CannotRebuild, Rebuilt, RebuiltFile, apart, rebuild
from answerable.inspecting.rebuilding.rebuilt import as_bytes, rebuilt_from_bytes, refused_as_bytes
from tests.support.planted.ordinary import ordinary
from tests.support.planted.ordinary_more import ordinary_of_other_kinds

MADE = Rebuilt((RebuiltFile("a.csv", b"1,2\n"), RebuiltFile("a.xlsx", b"")), ("1 hidden sheet",))


def test_what_was_made_comes_through_whole():
    assert rebuilt_from_bytes(b"".join(as_bytes(MADE))) == MADE


def test_a_refusal_comes_through_as_one():
    with pytest.raises(CannotRebuild, match="It is locked"):
        rebuilt_from_bytes(refused_as_bytes("It is locked"))


@pytest.mark.parametrize("cut", [1, 3, 20, 60])
def test_what_is_cut_off_is_never_taken_for_a_file(cut):
    with pytest.raises((ValueError, LookupError, TypeError)):
        rebuilt_from_bytes(b"".join(as_bytes(MADE))[:-cut])


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("import os; os.kill(os.getpid(), 9)", "cannot be rebuilt safely"),
        ("raise ValueError", "fault of the program"),
        ("print('{}')", "cannot be rebuilt safely"),
        ('print(\'{"files": [], "left_out": []}\')', "cannot be rebuilt safely"),
    ],
)
def test_whatever_the_process_apart_does_no_file_comes_of_it(tmp_path, monkeypatch, code, words):
    script = tmp_path / "instead.py"
    script.write_text(code)
    monkeypatch.setattr(apart, "STARTED_AS", (str(script),))

    with pytest.raises(CannotRebuild, match=words):
        rebuild(b"a,b\n", name="a.csv")


def test_an_unknown_file_is_refused_with_its_reason():
    with pytest.raises(CannotRebuild, match="of a kind that is not known"):
        rebuild(b"\x01\x02\x00\x03", name="a.bin")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("table.ods", ["table.xlsx", "table.csv"]),
        ("text.odt", ["text.pdf", "text.html"]),
        ("typst-letter.pdf", ["typst-letter.pdf"]),
        ("photo.jpg", ["photo.jpg"]),
        ("plain.eml", ["plain.txt"]),
        ("plain.msg", ["plain.txt"]),
    ],
)
def test_what_a_kind_of_file_needs_is_loaded_though_the_process_is_confined(name, made):
    rebuilt = rebuild({**ordinary(), **ordinary_of_other_kinds()}[name], name=name)

    assert [one.name for one in rebuilt.files] == made


@pytest.mark.slow
@pytest.mark.parametrize("module", ["rebuilding", "labelling"])
def test_what_few_files_need_is_not_loaded_for_every_file(module):
    lines = f"import sys, answerable.inspecting.{module}.child; print(*sys.modules)"

    done = subprocess.run([sys.executable, "-c", lines], capture_output=True, text=True, check=True)

    heavy = {"numpy", "pikepdf", "pypdfium2", "pdfminer", "xlsxwriter"}
    assert heavy & set(done.stdout.split()) == set()
