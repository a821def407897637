"""Old Word files by LibreOffice: what it makes is read; missing, slow or failing it is one sentence."""

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from answerable.programs import office
from answerable.reading import NotReadable, read_bytes
from tests.support.outlook_files import container
from tests.support.word_files import paragraph, table, word_file

OLD = container({"WordDocument": b"x" * 100})
LOG = word_file(
    table(
        [paragraph("Ref") + paragraph("7000001"), paragraph("Bicycles")],
        [paragraph("Request"), paragraph("How many?")],
        [paragraph("Response"), paragraph("Seven.")],
    )
)


@pytest.fixture
def program(tmp_path, monkeypatch):
    """Return a function that puts a program of these lines in the place of LibreOffice."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")

    def _program(*lines):
        made = folder / "soffice"
        made.write_text("\n".join(("#!/bin/sh", *lines)) + "\n")
        made.chmod(0o755)

    return _program


def test_what_libreoffice_makes_is_read(program, tmp_path):
    (tmp_path / "made.docx").write_bytes(LOG)
    program(f"cp {tmp_path}/made.docx given.docx")

    reading = read_bytes(OLD, name="log.doc")

    assert (reading.format, reading.how) == ("doc", "by LibreOffice")
    assert [(one.ref, one.title) for one in reading.entries] == [("7000001", "Bicycles")]


def test_it_gets_limits_a_profile_of_its_own_and_no_secret(program, tmp_path, monkeypatch):
    monkeypatch.setenv("ANSWERABLE_SECRET_KEY", "a secret")
    program(f"(env; ulimit -t; pwd; echo $@) > {tmp_path}/said; cp -r profile {tmp_path}/kept")

    with pytest.raises(NotReadable):
        read_bytes(OLD, name="log.doc")

    said = (tmp_path / "said").read_text()
    assert "a secret" not in said
    assert f"\n{office.MOST_SECONDS}\n" in said
    assert "-env:UserInstallation=file://" in said
    assert "http_proxy=http://127.0.0.1:9" in said
    assert "DisableMacrosExecution" in next((tmp_path / "kept").rglob("*.xcu")).read_text()


def test_it_is_ended_with_all_that_it_started_when_its_time_is_over(program, tmp_path, monkeypatch):
    monkeypatch.setattr(office, "MOST_SECONDS", 1)
    program(f"sleep 60 & echo $! > {tmp_path}/child", "wait")

    with pytest.raises(
        NotReadable, match=r"^log.doc is an old Word file that LibreOffice cannot open"
    ):
        read_bytes(OLD, name="log.doc")

    assert _ends(int((tmp_path / "child").read_text()))


def _ends(process):
    """Return whether a process that was killed is gone, or only waits to be counted, within a few seconds."""
    state = Path(f"/proc/{process}/stat")
    for _ in range(100):
        try:
            if " Z " in state.read_text():
                return True
        except (FileNotFoundError, ProcessLookupError):
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize("line", ["exit 1", "ln -s /etc/passwd given.docx", "echo no > given.docx"])
def test_what_it_cannot_make_is_one_sentence(program, line):
    program(line)

    with pytest.raises(NotReadable, match=r"^log.doc is "):
        read_bytes(OLD, name="log.doc")


def test_without_libreoffice_a_sentence_says_what_to_do(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(
        NotReadable, match=r"that is not installed here: save it as a Word file of today"
    ):
        read_bytes(OLD, name="log.doc")


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_an_old_word_file_is_read_by_libreoffice_itself(tmp_path):
    row = r"\trowd\cellx2000\cellx9000\pard\intbl {}\cell {}\cell\row"
    rows = (r"Ref\par 7000001", "Bicycles"), ("Request", "How many?"), ("Response", "Seven.")
    body = "".join(row.format(*one) for one in rows)
    (tmp_path / "log.rtf").write_text(rf"{{\rtf1\ansi {body}\pard\par}}")
    profile = (tmp_path / "profile").as_uri()
    make = ["--headless", "--convert-to", "doc:MS Word 97", "--outdir", str(tmp_path)]
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile}", *make, str(tmp_path / "log.rtf")],
        check=True,
        capture_output=True,
        timeout=120,
    )

    reading = read_bytes((tmp_path / "log.doc").read_bytes(), name="log.doc")

    assert [(one.ref, one.title) for one in reading.entries] == [("7000001", "Bicycles")]
