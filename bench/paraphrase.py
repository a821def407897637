"""The model of paraphrase: how fast it reads questions, and how fast the nearest of many are found."""

import os
import tempfile
import time
from pathlib import Path

import numpy as np

from answerable.matching.model_folder import model_folder
from answerable.matching.paraphrase import model_in
from answerable.matching.vectors import Floats, small_vectors, vectors_in
from bench.report import Report

_SIZE = 384
_TEXT = "How many complaints about potholes in {} were upheld in the financial year 2022/23?"
_AT_ONCE = 10_000
_ASKED = 20


def measure_paraphrase(report: Report, *, counts: tuple[int, ...], texts: int) -> None:
    """Measure reading with the model that is installed, and looking through vectors of chance in a folder."""
    folder = model_folder("")
    if folder is not None:
        _measure_reading(report, folder, texts)
    for count in counts:
        with tempfile.TemporaryDirectory() as kept:
            _measure_looking(report, Path(kept), count)


def _measure_reading(report: Report, folder: Path, texts: int) -> None:
    model = model_in(folder)
    began = time.process_time()
    model.vectors([_TEXT.format(number) for number in range(texts)])
    rate = texts / (time.process_time() - began)
    report.add(f"paraphrase, {texts:,} questions read", f"{rate:,.0f}/s", "of CPU")
    began = time.process_time()
    for number in range(_ASKED):
        model.vectors([_TEXT.format(-number)])
    report.add("paraphrase, one question read", f"{_milliseconds(began) / _ASKED:.1f} ms", "of CPU")


def _measure_looking(report: Report, folder: Path, count: int) -> None:
    chance = np.random.default_rng(count)
    for start in range(0, count, _AT_ONCE):
        small_vectors(_some(chance, min(_AT_ONCE, count - start))).write(folder)
    asked = _some(chance, _ASKED)
    before = _in_memory()
    kept = vectors_in(folder, size=_SIZE)
    kept.nearest(asked[0], most=20)
    began = time.process_time()
    for one in asked:
        kept.nearest(one, most=20)
    report.add(
        f"paraphrase, nearest of {count:,}",
        f"{_milliseconds(began) / _ASKED:.1f} ms",
        f"of CPU, {(_in_memory() - before) / 1e6:.0f} MB more in memory",
    )


def _some(chance: np.random.Generator, count: int) -> Floats:
    found = chance.standard_normal((count, _SIZE), np.float32)
    return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True), np.float32)


def _in_memory() -> int:
    """Return how many bytes of this process are in memory, those of mapped files too."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def _milliseconds(began: float) -> float:
    return 1000 * (time.process_time() - began)
