"""A register's file is read some rows at a time: four times as many take little more memory."""

import subprocess
import sys

import pytest
from bench.registers import write_rows

_LOADED = """
import datetime as dt, re, sys
from pathlib import Path
from answerable.measuring.shipped import shipped_registers
from answerable.measuring.snapshots.store import SnapshotStore
store = SnapshotStore(Path(sys.argv[2]))
store.load(shipped_registers()["investigations"], Path(sys.argv[1]), as_at=dt.date(2024, 6, 26))
print(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
"""
_FEW, _MANY = 110_000, 440_000
_MOST_GROWTH = 120
"""Megabytes: the further rows alone, as Python holds texts and tuples, would take some 190."""


@pytest.mark.slow
def test_four_times_as_many_rows_take_little_more_memory(tmp_path):
    few, many = (_peak(tmp_path, count) for count in (_FEW, _MANY))

    assert many - few < _MOST_GROWTH


def _peak(folder, count):
    """Return the megabytes that a process took at most that did nothing but load so many rows."""
    file = folder / f"{count}.csv"
    write_rows(file, count)
    done = subprocess.run(
        [sys.executable, "-c", _LOADED, str(file), str(folder / f"registers-{count}")],
        check=True,
        capture_output=True,
    )
    return int(done.stdout) / 1024
