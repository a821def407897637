"""Text that is made to take long: whether reading twice as much of it takes twice as long."""

import time
from collections.abc import Callable

from answerable.domain.law.citations import citations
from answerable.domain.questions import split_questions
from bench.report import Report, met

_LINEAR = 2.0
_TOLERATED = 3.0
"""Twice the text in four times the time is quadratic; in between lies what a busy machine adds."""

_LETTERS = (
    ("1. How many?\n", 20_000), ("word ", 400_000), ("a? ", 200_000), ("> ", 400_000),
    ("If so, ", 100_000), ("- 2021\n", 40_000), ("(a) x (b) y ", 30_000), ("\n", 300_000),
    ("How? x. ", 100_000), ("word\n", 200_000), ("|a ", 200_000), ("Dear ", 200_000),
    ("Thanks\n", 100_000), ("**1. ", 100_000), ("o x\n", 50_000), ("1. a?\n\nb\n\n", 30_000),
)  # fmt: skip
_SENTENCES = (
    ("", "section 31(1)(a), ", 20_000), ("section 31", "(1)", 100_000),
    ("section 40(2) of the ", "Police and ", 40_000), ("", "section ", 60_000),
    ("sections 31", ", 31", 100_000), ("", "s", 400_000), ("", "(", 400_000),
    ("", "31 ", 130_000), ("", "5(", 200_000),
)  # fmt: skip
"""How each text begins, what it repeats, and how often."""


def measure_hostile(report: Report, *, share: float) -> None:
    """Measure the splitting of letters and the reading of citations, of so much of each text."""
    print("Hostile text", flush=True)
    _growth(report, "letters", split_questions, [("", *one) for one in _LETTERS], share)
    _growth(report, "citations", lambda text: list(citations(text)), list(_SENTENCES), share)


def _growth(
    report: Report,
    what: str,
    read: Callable[[str], object],
    texts: list[tuple[str, str, int]],
    share: float,
) -> None:
    """Report the text whose second half costs most beside its first."""
    slowest, longest = 0.0, 0.0
    worst = ""
    for begin, unit, count in texts:
        half = int(count * share / 2)
        single = _seconds(lambda text=begin + unit * half: read(text))
        double = _seconds(lambda text=begin + unit * half * 2: read(text))
        longest = max(longest, double)
        if double / single > slowest:
            slowest, worst = double / single, unit
    target = met(is_met=slowest < _TOLERATED, target=f"{_LINEAR:g} is linear")
    report.add(
        f"hostile {what}, twice the text",
        f"{slowest:.1f} times as long",
        f"worst for {worst!r} {target}; at most {longest:.2f} s",
    )


def _seconds(work: Callable[[], object]) -> float:
    """Return the shorter time of two runs: what else the machine did is no part of it."""
    return max(min(_once(work), _once(work)), 1e-6)


def _once(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began
