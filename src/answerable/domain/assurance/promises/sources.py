"""What a service standard can be measured by: the product's own list, as data."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any

from answerable.domain.assurance.promises.months import last_day


class SourceKind(StrEnum):
    """Who gives the figure of a month."""

    SHARE = "share"
    MEDIAN = "median"
    COUNT = "count"
    WITHIN = "within"
    TO_ACKNOWLEDGE = "to_acknowledge"
    PUBLISHED = "published"
    SURVEY = "survey"
    HAND = "hand"


class FigureUnit(StrEnum):
    """What a figure is."""

    PER_CENT = "per cent"
    WORKING_DAYS = "working days"
    NUMBER = "number"


class Aim(StrEnum):
    """On which side of the target is good."""

    AT_LEAST = "at least"
    AT_MOST = "at most"


@dataclass(frozen=True, slots=True)
class Source:
    """What a standard is measured by. `after` is how many days after the end of a month its figure is taken.

    `lines` are those of the office's own statistics; `days` is the limit of what has one, else 0. `is_of_people` says
    that a small number of it says something of people, and is not shown to everybody.
    """

    key: str
    kind: SourceKind
    unit: FigureUnit
    aim: Aim
    after: int
    name: str
    cy: str
    means: str
    means_cy: str
    lines: tuple[str, ...] = ()
    days: int = 0
    is_of_people: bool = False

    @property
    def is_by_hand(self) -> bool:
        """Return whether a team enters its figures."""
        return self.kind is SourceKind.HAND

    @property
    def line(self) -> str:
        """Return the one line of what has only one."""
        (line,) = self.lines
        return line

    def as_at(self, month: dt.date) -> dt.date:
        """Return the day as at which the figure of a month is taken."""
        return last_day(month) + dt.timedelta(days=self.after)


class SourceNotKnown(LookupError):
    """There is nothing of that key that a standard could be measured by."""


@cache
def sources() -> Mapping[str, Source]:
    """Return everything that a standard can be measured by, in the order of the file."""
    text = resources.files(__package__).joinpath("sources.toml").read_text(encoding="utf-8")
    return {key: _source(key, row) for key, row in tomllib.loads(text).items()}


def source_of(key: str) -> Source:
    """Return what a standard is measured by.

    :raises SourceNotKnown: if there is none of that key.
    """
    try:
        return sources()[key]
    except KeyError:
        message = f"A standard cannot be measured by {key!r}: choose one of {', '.join(sources())}"
        raise SourceNotKnown(message) from None


def _source(key: str, row: Mapping[str, Any]) -> Source:
    return Source(
        key=key,
        kind=SourceKind(row["kind"]),
        unit=FigureUnit(row["unit"]),
        aim=Aim(row["aim"]),
        after=row["after"],
        name=row["name"],
        cy=row["cy"],
        means=row["means"],
        means_cy=row["means_cy"],
        lines=tuple(row.get("lines", ())),
        days=row.get("days", 0),
        is_of_people=row.get("of_people", False),
    )
