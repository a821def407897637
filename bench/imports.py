"""How fast a folder of small files is imported, by one worker and by two, and when it is imported again."""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from bench.databases import database_for, drop_database
from bench.entries import generated_entries
from bench.report import Report

_IN_A_FILE = 3


def measure_imports(report: Report, *, count: int, database: str) -> None:
    """Import so many files of three entries each, into an empty archive for each number of workers."""
    print(f"A folder of {count:,} files on {database}", flush=True)
    home = Path(tempfile.mkdtemp(prefix="answerable-bench-"))
    try:
        folder = _folder(home, count)
        for workers in (1, 2):
            _measure(report, folder, home / str(workers), workers=workers, database=database)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _folder(home: Path, count: int) -> Path:
    folder = home / "logs"
    folder.mkdir()
    entries = generated_entries(count * _IN_A_FILE, 7)
    for number in range(count):
        some = islice(entries, _IN_A_FILE)
        written = (
            f"Ref\n{7_000_000 + number * _IN_A_FILE + place}\n\nBack to top\n\n{entry.title}\n\n"
            f"Request\n\n{entry.request}\n\nResponse\n\n{entry.response}\n\n\n\n"
            for place, entry in enumerate(some)
        )
        (folder / f"{number:05}.txt").write_text("".join(written))
    return folder


def _measure(report: Report, folder: Path, home: Path, *, workers: int, database: str) -> None:
    home.mkdir()
    address = database_for(home, database)
    env = {**os.environ, "ANSWERABLE_HOME": str(home), "ANSWERABLE_DATABASE": address}
    env |= {"ANSWERABLE_BODY": "OPA", "ANSWERABLE_SECRET_KEY": "only for the bench"}
    count = len(list(folder.iterdir()))
    try:
        subprocess.run([sys.executable, "-m", "answerable", "index"], env=env, check=True)
        for name in ("import", "import again"):
            took, cpu = _took(env, folder, workers)
            report.add(
                f"{name}, {count:,} files {workers} workers {database}",
                f"{count / took:,.0f} files/s",
                f"{count * _IN_A_FILE / took:,.0f} entries/s, {cpu / count * 1000:.1f} ms CPU a file",
            )
    finally:
        drop_database(database, address)


def _took(env: dict[str, str], folder: Path, workers: int) -> tuple[float, float]:
    """Return how many seconds an import takes, by the clock and of the processors, search and all."""
    words = [sys.executable, "-m", "answerable", "import", str(folder), "--workers", str(workers)]
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(words, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    took, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return took, cpu
