"""The bench runs, and prints a figure for everything that it measures."""

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.once, pytest.mark.slow]
MEASURED = (
    "reading 200 entries",
    "growth of reading",
    "memory of reading",
    "hostile letters, twice the text",
    "hostile citations, twice the text",
    "a workbook of 1,000 cells, inspected apart",
    "a page redacted, of 2",
    "the same with its proof",
    "10,000 due dates",
    "the same by numpy.busday_offset",
    "the same by walking day by day",
    "1,000 clocks with events",
    "answerable clock, cold",
    "indexed, 200 questions",
    "candidates, 200 questions, p95",
    "a whole match, 200 questions, p95",
    "a whole match by a model too, 200 questions, p95",
    "memory of who asks, 200 questions",
    "growth of a match, 200 questions",
    "paraphrase, nearest of 1,000",
    "name, seen: found / right",
    "characters looked through in a second",
    "audit, 5 × 4, rounded",
    "protected, 5 × 4",
    "the same by programmes, 5 × 4",
    "compared, two of 4 × 3",
    "mean and median working days by kind, 1,000 rows",
    "counts by financial year and category, 1,000 rows",
    "age bands by kind, 1,000 rows",
    "memory of measuring, 1,000 rows",
    "import, 10 files 1 workers sqlite",
    "import, 10 files 2 workers sqlite",
    "import again, 10 files 2 workers sqlite",
    "import, 20 sqlite",
    "index, 20 sqlite",
    "results page, 20 sqlite",
    "entry page, 20 sqlite",
    "home page, 20 sqlite",
    "requests filled in, 20 sqlite",
    "requests indexed, 20 sqlite",
    "page of a request, 20 sqlite",
    "list, in hand, 20 sqlite",
    "list, five filters, 20 sqlite",
    "my work, 20 sqlite",
    "search, 20 sqlite",
    "standard lines, 20 sqlite",
    "page of whoever asked, 20 sqlite",
    "the same with ten questions, 20 sqlite",
    "a month published, 20 sqlite",
    "alerts told, 20 sqlite",
    "withdrawn until it is gone everywhere, 20 sqlite",
    "disposal list made, 20 sqlite",
    "disposal list shown, 20 sqlite",
    "disposal list as a file, 20 sqlite",
)


def test_the_bench_runs_from_end_to_end():
    root = Path(__file__).resolve().parents[2]
    words = [sys.executable, "-m", "bench", "--smoke"]

    done = subprocess.run(words, cwd=root, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    table = done.stdout.split("\n\n")[-2]
    for what in MEASURED:
        (row,) = (line for line in table.splitlines() if line.startswith(f"{what} "))
        assert any(sign.isdigit() for sign in row.removeprefix(what)), row
