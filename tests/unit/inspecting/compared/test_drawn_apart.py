"""LibreOffice by a program in its place: what it draws is compared; missing or failing, the inspection says so."""

import os

import pytest

from answerable.inspecting import Verdict, inspection_as_json
from answerable.inspecting.as_json import inspection_from_json
from answerable.inspecting.compared import apart
from answerable.inspecting.compared.apart import (
    Compared,
    inspect_file_with_pages,
    inspect_with_pages,
    lacks_pages,
)
from answerable.programs import office
from tests.support.inspecting import HONEST, workbook
from tests.support.pdf_made import at, drawn_pdf
from tests.support.planted.fixtures import zipped

WHOLE = drawn_pdf(at(50, 700, "Bicycles 2023 12 2024 13 2025 14"))


@pytest.fixture
def program(tmp_path, monkeypatch):
    """Return a function that puts a program of these lines in the place of LibreOffice."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin")

    def _program(*lines):
        made = folder / "soffice"
        made.write_text("\n".join(("#!/bin/sh", *lines)) + "\n")
        made.chmod(0o755)

    return _program


@pytest.fixture
def no_program(monkeypatch):
    monkeypatch.setattr(office, "_PROGRAMS", ())


def codes(inspection):
    return {one.code for one in inspection.findings if one.code.startswith("file.")}


def test_words_that_its_pages_do_not_show_are_a_finding(program, tmp_path):
    (tmp_path / "made.pdf").write_bytes(WHOLE)
    program(f"cp {tmp_path}/made.pdf given.pdf")
    data = workbook(hidden="Quillfeather met nobody")

    inspection = inspect_with_pages(data, name="f.xlsx", when=Compared.WHERE_INSTALLED)

    found = [one for one in inspection.findings if one.code == "file.unseen-words"]
    assert inspection.is_compared
    assert ["Q••••••••••" in one.evidence for one in found].count(True) == 1
    assert "Quillfeather" not in repr(found)


def test_a_file_that_shows_all_that_it_holds_stays_clear(program, tmp_path):
    (tmp_path / "made.pdf").write_bytes(WHOLE)
    program(f"cp {tmp_path}/made.pdf given.pdf")

    inspection = inspect_with_pages(workbook(), name="f.xlsx", when=Compared.WHERE_INSTALLED)

    assert (inspection.verdict, inspection.is_compared) == (Verdict.CLEAR, True)
    assert inspection_from_json(inspection_as_json(inspection)) == inspection


@pytest.mark.parametrize(
    "line", ["exit 1", "echo no pages > given.pdf", "ln -s /etc/hostname given.pdf"]
)
def test_a_file_that_cannot_be_drawn_has_to_be_decided(program, line):
    program(line)

    inspection = inspect_with_pages(workbook(), name="f.xlsx", when=Compared.WHERE_INSTALLED)

    assert (inspection.verdict, codes(inspection)) == (Verdict.FINDINGS, {"file.not-drawn"})
    assert lacks_pages(inspection)


def test_the_program_is_ended_when_its_time_is_over(program, monkeypatch):
    monkeypatch.setattr(office, "MOST_SECONDS", 1)
    program("sleep 60")

    inspection = inspect_with_pages(workbook(), name="f.xlsx", when=Compared.WHERE_INSTALLED)

    assert codes(inspection) == {"file.not-drawn"}


def test_it_gets_limits_a_profile_of_its_own_and_no_secret(program, tmp_path, monkeypatch):
    monkeypatch.setenv("ANSWERABLE_SECRET_KEY", "a secret")
    program(f"(env; ulimit -t; echo $@) > {tmp_path}/said; cp -r profile {tmp_path}/kept")

    inspect_with_pages(workbook(), name="f.xlsx", when=Compared.WHERE_INSTALLED)

    said = (tmp_path / "said").read_text()
    settings = (tmp_path / "kept/user/registrymodifications.xcu").read_text()
    assert "a secret" not in said
    assert f"\n{office.MOST_SECONDS}\n" in said
    assert "-env:UserInstallation=file://" in said
    assert "DisableMacrosExecution" in settings


def test_without_it_a_file_is_inspected_and_the_inspection_says_what_it_did_not_do(no_program):
    inspection = inspect_with_pages(workbook(), name="f.xlsx", when=Compared.WHERE_INSTALLED)

    assert inspection.verdict is Verdict.CLEAR
    assert lacks_pages(inspection)


def test_without_it_a_file_that_has_to_be_compared_cannot_leave(no_program):
    inspection = inspect_with_pages(workbook(), name="f.xlsx", when=Compared.ALWAYS)

    assert inspection.verdict is Verdict.CANNOT_SAY
    assert "LibreOffice" in inspection.reason


def test_other_files_are_not_drawn_and_lack_nothing(program, tmp_path):
    program("exit 1")
    path = tmp_path / "figures.csv"
    path.write_bytes(HONEST)

    inspection = inspect_file_with_pages(path, when=Compared.ALWAYS)

    assert inspection.verdict is Verdict.CLEAR
    assert not lacks_pages(inspection)


def test_a_file_that_is_not_there_cannot_be_inspected(tmp_path):
    inspection = inspect_file_with_pages(tmp_path / "none.xlsx", when=Compared.ALWAYS)

    assert inspection.verdict is Verdict.CANNOT_SAY


def packed(**books):
    return zipped({f"{name}.xlsx": data for name, data in books.items()})


def test_each_workbook_of_a_zip_is_compared_with_its_own_pages(program, tmp_path):
    (tmp_path / "made.pdf").write_bytes(WHOLE)
    program(f"cp {tmp_path}/made.pdf given.pdf")
    data = packed(plain=workbook(), other=workbook(hidden="Quillfeather met nobody"))

    inspection = inspect_with_pages(data, name="f.zip", when=Compared.WHERE_INSTALLED)

    found = [one for one in inspection.findings if one.code == "file.unseen-words"]
    assert inspection.is_compared
    assert {one.where.partition(" > ")[0] for one in found} == {"other.xlsx"}
    assert any("Q••••••••••" in one.evidence for one in found)
    assert "Quillfeather" not in repr(found)


def test_a_workbook_of_a_zip_that_cannot_be_drawn_has_to_be_decided(program):
    program("exit 1")

    inspection = inspect_with_pages(packed(a=workbook()), name="f.zip", when=Compared.ALWAYS)

    assert codes(inspection) == {"file.not-drawn"}
    assert "a.xlsx" in {one.where for one in inspection.findings if one.code == "file.not-drawn"}
    assert inspection.verdict is Verdict.FINDINGS


def test_when_its_time_is_over_the_other_files_of_a_zip_are_told(program, monkeypatch, tmp_path):
    (tmp_path / "made.pdf").write_bytes(WHOLE)
    program(f"cp {tmp_path}/made.pdf given.pdf")
    monkeypatch.setattr(apart, "MOST_SECONDS", 0)

    inspection = inspect_with_pages(packed(a=workbook()), name="f.zip", when=Compared.ALWAYS)

    assert codes(inspection) == {"file.not-drawn"}


def test_without_the_program_a_zip_with_files_that_must_be_compared_cannot_be_said(no_program):
    needed = inspect_with_pages(packed(a=workbook()), name="f.zip", when=Compared.ALWAYS)
    plain = inspect_with_pages(
        zipped({"a.csv": b"Year,Bicycles\n2023,12\n"}), name="f.zip", when=Compared.ALWAYS
    )

    assert needed.verdict is Verdict.CANNOT_SAY
    assert plain.verdict is not Verdict.CANNOT_SAY
