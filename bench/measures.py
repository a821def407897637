"""How fast measures are computed, and in how much memory, beside SQL by hand, polars, and pandas with numpy."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from bench.measure_engines import QUESTIONS, WAYS, Answer, agree
from bench.register_rows import write_rows
from bench.report import Report, met

_SLOWER_THAN_BY_HAND = 1.5
_MOST_MEGABYTES = 400
_WORDS = {
    "days": "mean and median working days by kind",
    "years": "counts by financial year and category",
    "bands": "age bands by kind",
}
_ASKED = """
import json, sys, time
from pathlib import Path
from bench.measure_engines import WAYS
way, question, path = WAYS[sys.argv[1]], sys.argv[2], Path(sys.argv[3])
for _ in sys.stdin:
    began, began_busy = time.perf_counter(), time.process_time()
    answer = way(question, path)
    took, took_busy = time.perf_counter() - began, time.process_time() - began_busy
    print(json.dumps([took, took_busy, answer], default=lambda one: one.item()), flush=True)
"""
_ALONE = """
import json, re, sys
from pathlib import Path
from bench.measure_engines import QUESTIONS, WAYS, Answer, agree
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
    best, busy, answers = _in_turns(question, path, rounds)
    ours = answers.pop("ours")
    took, by_hand = best["ours"], best["SQL by hand"]
    others = {name: best[name] for name in ("polars", "pandas and numpy")}
    ratio, busy_ratio = took / by_hand, busy["ours"] / busy["SQL by hand"]
    as_quick = met(is_met=ratio <= _SLOWER_THAN_BY_HAND, target=f"{_SLOWER_THAN_BY_HAND}")
    ahead = met(is_met=took < min(others.values()), target="ahead")
    told = ", ".join(
        f"{name} {seconds:.3f} s ({busy[name]:.3f})" for name, seconds in others.items()
    )
    same = "the same" if all(agree(ours, one) for one in answers.values()) else "OTHER"
    report.add(
        f"{_WORDS[question]}, {count:,} rows",
        f"{took:.3f} s ({busy['ours']:.3f} of the processor)",
        f"{ratio:.2f} × SQL by hand {as_quick}, {busy_ratio:.2f} × of the processor, {told} {ahead}; {same} {len(ours)} rows from all four",
    )


def _in_turns(
    question: str, path: Path, rounds: int
) -> tuple[dict[str, float], dict[str, float], dict[str, Answer]]:
    """Return the least seconds and seconds of the processor that each way took, and what it answered.

    They are asked in turns, so that what else the machine does falls on all of them alike; what takes long is not asked
    as often. Each has a process of its own: an engine that ends gives back the memory of others of its kind beside it.
    """
    most = {"pandas and numpy": 1}
    best: dict[str, float] = {}
    busy: dict[str, float] = {}
    answers: dict[str, Answer] = {}
    with ExitStack() as stack:
        asked = {name: stack.enter_context(_asked(name, question, path)) for name in WAYS}
        for turn in range(rounds):
            for name, process in asked.items():
                if turn < most.get(name, rounds):
                    took, took_busy, answers[name] = _answer(process)
                    best[name] = min(best.get(name, took), took)
                    busy[name] = min(busy.get(name, took_busy), took_busy)
    return best, busy, answers


@contextmanager
def _asked(way: str, question: str, path: Path) -> Iterator["subprocess.Popen[str]"]:
    words = [sys.executable, "-c", _ASKED, way, question, str(path)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as one:
        yield one
        one.communicate()


def _answer(process: "subprocess.Popen[str]") -> Any:
    if process.stdin is None or process.stdout is None:
        raise ValueError("The process was begun without its pipes")
    process.stdin.write("again\n")
    process.stdin.flush()
    return json.loads(process.stdout.readline())


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
