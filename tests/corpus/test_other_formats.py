"""The founding logs as LibreOffice writes them in other formats: each is read as its Word file is."""

import shutil
import subprocess

import pytest

from answerable.reading import read_file
from tests.support.seeds import corpus_file, needs_corpus

pytestmark = [
    needs_corpus,
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]

LOGS = ("nov2021", "jul2024", "early2023")
FORMATS = ("odt", "rtf")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Return the folder with the logs in all the formats."""
    folder = tmp_path_factory.mktemp("made")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(corpus_file(f"inputs/{log}.docx")) for log in LOGS]
    for form in FORMATS:
        subprocess.run(
            [
                "soffice",
                profile,
                "--headless",
                "--convert-to",
                form,
                "--outdir",
                str(folder),
                *files,
            ],
            check=True,
            capture_output=True,
            timeout=300,
        )
    return folder


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("log", LOGS)
def test_a_log_is_read_alike_from_other_formats(made, log, form):
    as_word = read_file(corpus_file(f"inputs/{log}.docx"))
    reading = read_file(made / f"{log}.{form}")

    assert reading.format == form
    assert reading.index == as_word.index
    assert reading.entries == as_word.entries
