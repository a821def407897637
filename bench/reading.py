"""How fast logs are read, beside merely decoding and tokenising the same text."""

import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from answerable.reading import read_bytes
from bench.entries import generated_entries
from bench.report import Report, met

_WORD = re.compile(r"\w+")
_COLD, _STARTS = 0.5, 5
_OF_BYTECODE = ("PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX")
SEEDS = Path(__file__).resolve().parents[2] / "shared" / "seeds"


def measure_reading(report: Report, *, counts: tuple[int, ...]) -> None:
    """Measure reading of generated logs, its growth, its memory and its cold start."""
    print("Reading", flush=True)
    rates = []
    for count in counts:
        data = generated_log(count).encode()
        took = _seconds(lambda data=data: read_bytes(data, name="log.txt"))
        bare = _seconds(lambda data=data: _WORD.findall(data.decode()))
        rates.append(count / took)
        report.add(
            f"reading {count:,} entries",
            f"{len(data) / 1e6 / took:.2f} MB/s",
            f"{count / took:,.0f} entries/s, {took / bare:.0f} times decoding and tokenising",
        )
    report.add("growth of reading", f"{rates[0] / rates[-1]:.2f}", "(1 is linear)")
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    report.add("memory of reading", f"{kilobytes / 1024:.0f} MB", "peak of this process so far")
    _cold_start(report)


def generated_log(count: int) -> str:
    """Return a log of generated entries as text, in the layout of the founding logs."""
    return "FOI Disclosures January 2026\n\n" + "".join(_printed(count))


def _printed(count: int) -> Iterator[str]:
    for number, entry in enumerate(islice(generated_entries(count, 7), count)):
        yield f"Ref\n{7_000_000 + number}\n\nBack to top\n\n{entry.title}\n\nRequest\n\n{entry.request}\n\n"
        yield f"Response\n\n{entry.response}\n\n\n\n"


def _seconds(work: object) -> float:
    best = float("inf")
    for _ in range(2):
        began = time.process_time()
        work()  # type: ignore[operator]
        best = min(best, time.process_time() - began)
    return max(best, 1e-6)


def _cold_start(report: Report) -> None:
    files = sorted(SEEDS.glob("00[0-3]_*.txt")) if SEEDS.is_dir() else []
    if not files:
        return
    words = [sys.executable, "-m", "answerable", "read", "--json", *map(str, files)]
    with tempfile.TemporaryDirectory() as folder:
        # What is installed has its bytecode; a checkout may be told to write none, and would compile each time.
        kept = {name: said for name, said in os.environ.items() if name not in _OF_BYTECODE}
        kept["PYTHONPYCACHEPREFIX"] = folder
        _, *took = [spent_by(words, kept) for _ in range(_STARTS + 1)]
    report.add(
        "the four founding logs, cold",
        f"{min(took):.2f} s",
        f"of the processor, least of {_STARTS} starts {met(is_met=min(took) < _COLD, target=f'{_COLD} s')}",
    )


def spent_by(words: list[str], environment: dict[str, str]) -> float:
    """Return the seconds of the processor that a program takes from its start to its end."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(words, stdout=subprocess.DEVNULL, env=environment, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
