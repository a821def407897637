"""Each sample register: its rows, and the day as at which it stands."""

import csv
import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from answerable.domain.clock.calendars import shipped_holidays
from answerable.domain.measures.registers import Register
from answerable.measuring.samples import complaining, housekeeping, investigating, learning
from answerable.measuring.shipped import shipped_registers

Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample register: rows in the order of the declaration's columns."""

    register: str
    as_at: dt.date
    rows: Callable[[], Iterable[Row]]


_JUNE_2024, _OCTOBER_2021 = dt.date(2024, 6, 26), dt.date(2021, 10, 29)

SAMPLES = {
    sample.register: sample
    for sample in (
        Sample(
            "investigations",
            _JUNE_2024,
            lambda: investigating.investigations(shipped_holidays()),
        ),
        Sample("referrals", _JUNE_2024, investigating.referrals),
        Sample("complaints", _OCTOBER_2021, complaining.complaints),
        Sample("allegations", _OCTOBER_2021, complaining.allegations),
        Sample("people-investigated", _OCTOBER_2021, investigating.people_investigated),
        Sample("misconduct-proceedings", _OCTOBER_2021, investigating.misconduct_proceedings),
        Sample(
            "criminal-proceedings",
            _OCTOBER_2021,
            lambda: investigating.criminal_proceedings(shipped_holidays()),
        ),
        Sample("deaths", _JUNE_2024, learning.deaths),
        Sample("recommendations", _JUNE_2024, learning.recommendations),
        Sample("contracts", _JUNE_2024, housekeeping.contracts),
        Sample("spend", _JUNE_2024, housekeeping.spend),
        Sample("staff", _OCTOBER_2021, housekeeping.staff),
        Sample("equipment", _JUNE_2024, housekeeping.equipment),
        Sample("pages-printed", _JUNE_2024, housekeeping.pages_printed),
        Sample("policies", _JUNE_2024, housekeeping.policies),
        Sample("training", _JUNE_2024, housekeeping.training),
    )
}
"""Each sample by the name of its register, in the order in which people would look for them."""


def write_sample(sample: Sample, folder: Path) -> Path:
    """Write a sample as a CSV file `REGISTER.csv` into a folder, which must be there, and return its path."""
    register = shipped_registers()[sample.register]
    path = folder / f"{sample.register}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(column.name for column in register.columns)
        writer.writerows(_spelled(register, sample.rows()))
    return path


def _spelled(register: Register, rows: Iterable[Row]) -> Iterator[list[str]]:
    width = len(register.columns)
    for row in rows:
        if len(row) != width:
            raise ValueError(f"A sample row of {register.name} has {len(row)} cells, not {width}")
        yield [_cell(value) for value in row]


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, dt.date) else str(value)
