"""datasette on the same rows in the same run: its full-text search as JSON, and its row page."""

import os
import sqlite3
import subprocess
import sys
from itertools import islice
from pathlib import Path

from bench.entries import generated_entries
from bench.load import asked_for, free_port
from bench.report import Report

ROOT = Path(__file__).resolve().parents[1]
PLACE = ROOT / ".cache" / "bench-datasette"


def measure_datasette(
    report: Report, home: Path, *, count: int, seconds: float, words: list[str]
) -> None:
    """Measure datasette beside ours, or say why it cannot be measured."""
    program = _installed()
    if program is None:
        report.add("datasette", "not measured", "it could not be installed: is there a network?")
        return
    database = home / "datasette.sqlite3"
    _fill(database, count)
    port = free_port()
    server = subprocess.Popen(
        [
            str(program),
            "serve",
            str(database),
            "--port",
            str(port),
            "--setting",
            "suggest_facets",
            "off",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        searches = [
            f"/datasette/entries.json?_search={one}&_size=20&_shape=objects" for one in words
        ]
        rows = [f"/datasette/entries/{number}" for number in range(1, 51)]
        for page, paths in (("JSON search", searches), ("row page", rows)):
            load = asked_for(f"http://127.0.0.1:{port}", paths, pid=server.pid, seconds=seconds)
            report.add(
                f"datasette {page}, {count:,}",
                load.figure(),
                _ratio(report, page, load.rate, count),
            )
    finally:
        server.terminate()
        server.wait(20)


def _ratio(report: Report, page: str, rate: float, count: int) -> str:
    """Compare with our page of the same kind: its rate is the first figure of its row."""
    ours, target = {"JSON search": ("results page", 2.0), "row page": ("entry page", 6.0)}[page]
    figure = next(figure for what, figure, _ in report.rows if what == f"{ours}, {count:,} sqlite")
    times = float(figure.split("/s")[0].replace(",", "")) / rate
    return f"ours is {times:.1f} times as fast (target {target:g}: {'met' if times >= target else 'NOT met'})"


def _installed() -> Path | None:
    program = PLACE / "bin" / "datasette"
    if not program.exists():
        print("Installing datasette in its own environment …", flush=True)
        uv = Path(sys.executable).parent / "uv"
        made = subprocess.run(
            [uv, "venv", "--quiet", "--python", sys.executable, PLACE], check=False
        )
        words = [
            uv,
            "pip",
            "install",
            "--quiet",
            "--require-hashes",
            "--python",
            PLACE / "bin" / "python",
        ]
        done = subprocess.run([*words, "-r", ROOT / "bench" / "datasette.txt"], check=False)
        if made.returncode or done.returncode:
            return None
    return program


def _fill(database: Path, count: int) -> None:
    with sqlite3.connect(database) as connection:
        connection.execute("create table entries (id integer primary key, ref, title, body)")
        connection.execute(
            "create virtual table entries_fts using fts5 (title, body, tokenize='porter', content='entries')"
        )
        connection.executemany(
            "insert into entries (ref, title, body) values (?, ?, ?)",
            (
                (entry.ref, entry.title, f"{entry.request}{os.linesep}{entry.response}")
                for entry in islice(generated_entries(count, 11), count)
            ),
        )
        connection.execute("insert into entries_fts (entries_fts) values ('rebuild')")
