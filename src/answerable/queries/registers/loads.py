"""Files that were given to be loaded, and what became of each."""

import datetime as dt
from dataclasses import dataclass

from answerable.queries.accounts import person_name
from answerable.records.registers.models import RegisterLoad

_MOST = 20


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be loaded: its number as a spreadsheet shows it, its column, and why."""

    row: int
    column: str
    reason: str


@dataclass(frozen=True, slots=True)
class LoadRow:
    """A load: its file, as at which day, how far it is, and what was wrong."""

    number: int
    register: str
    file_name: str
    as_at: dt.date
    state: str
    percent: int
    rows: int
    snapshot: str
    refusal: str
    problems: tuple[BadRow, ...]
    problem_count: int
    by: str
    at: dt.datetime

    @property
    def is_over(self) -> bool:
        """Return whether nothing more comes of it."""
        return self.state not in RegisterLoad.UNSETTLED


def latest_loads() -> tuple[LoadRow, ...]:
    """Return the latest loads, the latest first."""
    return tuple(map(_row, RegisterLoad.objects.order_by("-pk")[:_MOST]))


def load_of(number: int) -> LoadRow | None:
    """Return a load by its number, or None."""
    found = RegisterLoad.objects.filter(pk=number).first()
    return _row(found) if found else None


def _row(load: RegisterLoad) -> LoadRow:
    return LoadRow(
        number=load.pk,
        register=load.register,
        file_name=load.file_name,
        as_at=load.as_at,
        state=load.state,
        percent=load.percent,
        rows=load.rows,
        snapshot=load.snapshot,
        refusal=load.refusal,
        problems=tuple(BadRow(**one) for one in load.problems),
        problem_count=load.problem_count,
        by=person_name(load.given_by),
        at=load.given_at,
    )
