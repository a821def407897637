"""How fast measures are computed, and in how much memory, beside SQL by hand, polars, and pandas with numpy."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench.measure_engines import QUESTIONS, WAYS
from bench.register_rows import write_rows
from bench.report import Report, met

_SLOWER_THAN_BY_HAND = 1.5
_MOST_MEGABYTES = 400
_WORDS = {
    "days": "mean and median working days by kind",
    "years": "counts by financial year and category",
    "bands": "age bands by kind",
}
_RACE = """
import json, sys, time
from pathlib import Path
import duckdb, pandas, polars
import answerable.measuring.computing
from bench.measure_engines import WAYS, agree
question, path, rounds = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
most = {"polars": max(1, rounds // 2), "pandas and numpy": 1}
best, busy, answers = {}, {}, {}
# In turns, so that what else the machine does falls on all of them alike; what takes long is not asked as often.
for turn in range(rounds):
    for name, way in WAYS.items():
        if turn < most.get(name, rounds):
            began, began_busy = time.perf_counter(), time.process_time()
            answers[name] = way(question, path)
            took, took_busy = time.perf_counter() - began, time.process_time() - began_busy
            best[name] = min(best.get(name, took), took)
            busy[name] = min(busy.get(name, took_busy), took_busy)
same = all(agree(answers["ours"], one) for one in answers.values())
print(json.dumps([best, busy, same, len(answers["ours"])]))
"""
_ALONE = """
import json, re, sys
from pathlib import Path
from bench.measure_engines import QUESTIONS, WAYS
for question in QUESTIONS:
    WAYS[sys.argv[1]](question, Path(sys.argv[2]))
# The peak since this program began: what `getrusage` tells is as large as whoever started it.
print(int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024)
"""


def measure_measures(report: Report, *, counts: tuple[int, ...], rounds: int) -> None:
    """Measure three questions over registers of so many rows, each asked so many times."""
    print("Measures over registers", flush=True)
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "rows.parquet"
            write_rows(path, count)
            for question in QUESTIONS:
                _race(report, question, path, count=count, rounds=rounds)
            _memory(report, path, count)


def _race(report: Report, question: str, path: Path, *, count: int, rounds: int) -> None:
    best, busy, same, rows = _said(_RACE, question, path, rounds)
    took, by_hand = best["ours"], best["SQL by hand"]
    others = {name: best[name] for name in ("polars", "pandas and numpy")}
    ratio, busy_ratio = took / by_hand, busy["ours"] / busy["SQL by hand"]
    as_quick = met(is_met=ratio <= _SLOWER_THAN_BY_HAND, target=f"{_SLOWER_THAN_BY_HAND}")
    ahead = met(is_met=took < min(others.values()), target="ahead")
    told = ", ".join(
        f"{name} {seconds:.3f} s ({busy[name]:.3f})" for name, seconds in others.items()
    )
    answers = "the same" if same else "OTHER"
    report.add(
        f"{_WORDS[question]}, {count:,} rows",
        f"{took:.3f} s ({busy['ours']:.3f} of the processor)",
        f"{ratio:.2f} × SQL by hand {as_quick}, {busy_ratio:.2f} × of the processor, {told} {ahead}; {answers} {rows} rows from all four",
    )


def _memory(report: Report, path: Path, count: int) -> None:
    used = {name: _said(_ALONE, name, path) for name in WAYS}
    ours = used.pop("ours")
    told = ", ".join(f"{name} {megabytes:.0f} MB" for name, megabytes in used.items())
    target = met(is_met=ours < _MOST_MEGABYTES, target=f"{_MOST_MEGABYTES} MB")
    report.add(f"memory of measuring, {count:,} rows", f"{ours:.0f} MB", f"{target}; {told}")


def _said(program: str, *words: object) -> Any:
    done = subprocess.run(
        [sys.executable, "-c", program, *map(str, words)],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)
