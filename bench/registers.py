"""How fast a register is loaded, and in how much memory: CSV of many rows, checked, ordered and digested."""

import csv
import datetime as dt
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.report import Report, met

_MOST_MEMORY = 900
_KINDS = ("Independent", "Directed", "Local")
_LOADED = """
import datetime as dt, json, os, resource, sys, time
from pathlib import Path
from answerable.measuring.shipped import shipped_registers
from answerable.measuring.snapshots.store import SnapshotStore
began, file = time.monotonic(), Path(sys.argv[1])
store = SnapshotStore(Path(sys.argv[2]))
done = store.load(shipped_registers()["investigations"], file, as_at=dt.date(2024, 6, 26))
seconds, used = time.monotonic() - began, resource.getrusage(resource.RUSAGE_SELF)
busy, kept = used.ru_utime + used.ru_stime, store.path(done.snapshot).stat().st_size
print(json.dumps([done.snapshot.rows, seconds, busy, used.ru_maxrss / 1024, kept]))
"""


def measure_registers(report: Report, *, counts: tuple[int, ...]) -> None:
    """Measure the loading of CSV files with so many rows of eight columns."""
    print("Loading registers", flush=True)
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "rows.csv"
            write_rows(file, count)
            said = subprocess.run(
                [sys.executable, "-c", _LOADED, str(file), str(Path(folder) / "registers")],
                capture_output=True,
                check=True,
            ).stdout
            size = file.stat().st_size / 1e6
        rows, seconds, busy, memory, kept = json.loads(said)
        target = met(is_met=memory < _MOST_MEMORY, target=f"{_MOST_MEMORY} MB")
        report.add(
            f"a register of {rows:,} rows, {size:,.0f} MB of CSV, loaded",
            f"{size / seconds:.1f} MB/s, {rows / seconds:,.0f} rows/s",
            f"{busy:.1f} s of the processor, {memory:.0f} MB {target}, {kept / 1e6:.1f} MB kept",
        )


def write_rows(file: Path, count: int) -> None:
    """Write rows of investigations that nobody conducted, the last ones first."""
    head = "reference,force,kind,matter,factor,referral_received_on,started_on,report_approved_on"
    with file.open("w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out)
        writer.writerow(head.split(","))
        for number in range(count, 0, -1):
            received = dt.date(2020, 2, 1) + dt.timedelta(number * 7919 % 1_500)
            writer.writerow(
                (
                    f"REF/{number:09}",
                    f"Force {number * 31 % 44}",
                    _KINDS[number % 3],
                    "complaint",
                    f"Factor {number % 17}",
                    received,
                    received + dt.timedelta(number % 9),
                    received + dt.timedelta(9 + number * 104_729 % 500) if number % 11 else "",
                )
            )
