"""How fast tables are audited, protected, and set beside each other, beside one programme for each withheld cell."""

import random
import time
from collections.abc import Callable

import numpy as np
from scipy.optimize import linprog

from answerable.domain.suppression.controlling import ControlledTable, controlled
from answerable.domain.suppression.profiles import Profile, profile_named
from answerable.domain.suppression.released import (
    Category,
    Dimension,
    ReleasedTable,
    everything,
    months,
    released,
)
from answerable.domain.suppression.tables import CountTable, grid
from answerable.measuring.disclosure import audited, protected
from answerable.measuring.disclosure.differencing import compared
from answerable.measuring.disclosure.programmes import matrix_of
from answerable.measuring.disclosure.systems import parts_of
from bench.report import Report, met

_SMALL, _LARGE = (45, 11), (45, 44)
_TARGET = 2


def measure_disclosure(report: Report, *, is_smoke: bool) -> None:
    """Measure audits of tables of two sizes with withheld and with rounded cells, and a comparison of two."""
    print("Disclosure control", flush=True)
    withheld, rounded = profile_named("ons-10"), profile_named("nhs-hes")
    for rows, columns in ((5, 4),) if is_smoke else (_SMALL, _LARGE):
        table = _table(rows, columns, seed=1)
        name = f"{rows} × {columns}"
        leaves = controlled(table, withheld)
        took = _seconds(lambda leaves=leaves: audited(leaves))
        target = met(is_met=took < _TARGET, target="2 s")
        report.add(f"audit, {name}, {len(leaves.withheld)} withheld", f"{took:.2f} s", target)
        by_programmes = _by_programmes(leaves)
        report.add(
            f"the same by programmes, {name}",
            f"{by_programmes:.2f} s",
            f"{by_programmes / took:.0f} times as long",
        )
        took = _seconds(lambda table=table: audited(controlled(table, rounded)))
        report.add(f"audit, {name}, rounded", f"{took:.2f} s")
        took = _seconds(lambda table=table: protected(table, withheld))
        report.add(f"protected, {name}", f"{took:.2f} s")
    rows, columns = (4, 3) if is_smoke else _SMALL
    first = _released(rows, columns, months_of="2024-04..2024-06", profile=rounded, seed=1)
    second = _released(rows, columns, months_of="2024-04..2024-07", profile=rounded, seed=1)
    took = _seconds(lambda: compared(second, [first], rounded))
    report.add(f"compared, two of {rows} × {columns}", f"{took:.2f} s")


def _table(rows: int, columns: int, *, seed: int, more: int = 0) -> CountTable:
    """Return the same table on every run, with many small counts; `more` may be added to each."""
    chosen, later = random.Random(seed), random.Random(seed + 1)  # noqa: S311 the same on every run
    counts = [
        [int(chosen.random() ** 2 * 40) + later.randint(0, more) for _ in range(columns)]
        for _ in range(rows)
    ]
    return grid([f"row {n}" for n in range(rows)], [f"column {n}" for n in range(columns)], counts)


def _released(
    rows: int, columns: int, *, months_of: str, profile: Profile, seed: int
) -> ReleasedTable:
    first, last = months_of.split("..")
    more = 3 if last.endswith("07") else 0
    table, _ = protected(_table(rows, columns, seed=seed, more=more), profile)

    def dimension(name: str, count: int) -> Dimension:
        labels = [f"{name} {number}" for number in range(count)]
        return Dimension(name, (*(Category(one, frozenset({one})) for one in labels), everything()))

    period = Dimension("period", (Category(months_of, months(first, last)),))
    return released(
        table,
        name=last,
        counts="cases",
        dimensions=[dimension("row", rows), dimension("column", columns)],
        restricted=[period],
    )


def _by_programmes(leaves: ControlledTable) -> float:
    """Return how long two programmes for each withheld cell take, each over the whole of its part."""
    known = {cell.place: cell.known for cell in leaves.cells}
    began = time.process_time()
    for part in parts_of(known, leaves.sums):
        sums = matrix_of(part)
        right = [equation.right for equation in part.equations]
        bounds = list(zip(part.least, part.most, strict=True))
        for number in range(len(part.places)):
            for sign in (1, -1):
                goal = np.zeros(len(bounds))
                goal[number] = sign
                linprog(goal, A_eq=sums, b_eq=right, bounds=bounds, method="highs")
    return time.process_time() - began


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return max(time.process_time() - began, 1e-6)
