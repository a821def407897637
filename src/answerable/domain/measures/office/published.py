"""Figures as everybody may read them: no case behind them, and small numbers of grounds protected."""

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from answerable.domain.measures.office.definitions import check_definitions, length_definitions
from answerable.domain.measures.office.facts import Unit
from answerable.domain.measures.office.figures import Figures, Line
from answerable.domain.measures.office.periods import Period
from answerable.domain.measures.office.written import OfficeFigures

_GROUNDS = "grounds"
_TOTAL_OF_GROUNDS = "refused"


class NoSuchProfile(LookupError):
    """There is no profile of that name: the message names those that there are."""


@dataclass(frozen=True, slots=True)
class Profile:
    """How small numbers are protected: rounded to `base`, and below `threshold` not told but as such."""

    name: str
    threshold: int
    base: int

    @property
    def protects(self) -> bool:
        """Return whether it changes any number."""
        return self.threshold > 0 or self.base > 1


@dataclass(frozen=True, slots=True)
class PublishedLine:
    """A line as it is published, with its words of the day.

    `numerator` is None where it is `fewer_than` a number; `rounded_to` is 1 where it is exact. What is
    protected has no denominator.
    """

    ident: str
    group: str
    words: str
    cy: str
    means: str
    means_cy: str
    numerator: int | None
    denominator: int | None
    of: str = ""
    fewer_than: int | None = None
    rounded_to: int = 1


@dataclass(frozen=True, slots=True)
class PublishedLength:
    """How long something took, as it is published: in working days."""

    ident: str
    words: str
    cy: str
    means: str
    means_cy: str
    count: int
    median: str | None
    percentile_90: int | None


@dataclass(frozen=True, slots=True)
class PublishedCheck:
    """A sum that must come out, and whether it did."""

    ident: str
    words: str
    cy: str
    total: int
    added: int

    @property
    def holds(self) -> bool:
        """Return whether it did."""
        return self.total == self.added


@dataclass(frozen=True, slots=True)
class PublishedTable:
    """The lines, lengths and checks by request or by question."""

    unit: Unit
    lines: tuple[PublishedLine, ...]
    lengths: tuple[PublishedLength, ...]
    checks: tuple[PublishedCheck, ...]

    def line(self, ident: str) -> PublishedLine | None:
        """Return a line by its id, None if it was not published."""
        return next((one for one in self.lines if one.ident == ident), None)


@dataclass(frozen=True, slots=True)
class PublishedFigures:
    """What the office publishes of a period: as at which day, how protected, and the tables.

    `frozen_sha256` is the digest of what was frozen, which stays with the office.
    """

    period: Period
    as_at: dt.date
    calendar: str
    profile: Profile
    frozen_sha256: str
    tables: tuple[PublishedTable, ...]

    def table(self, unit: Unit) -> PublishedTable:
        """Return the table by request or by question."""
        return next(one for one in self.tables if one.unit is unit)


@cache
def profiles() -> Mapping[str, Profile]:
    """Return the ways in which small numbers can be protected."""
    text = resources.files(__package__).joinpath("profiles.toml").read_text(encoding="utf-8")
    return {name: Profile(name, **row) for name, row in tomllib.loads(text).items()}


def profile_named(name: str) -> Profile:
    """Return a way to protect small numbers.

    :raises NoSuchProfile: if there is none of that name.
    """
    if name not in profiles():
        raise NoSuchProfile(f"There is no profile {name!r}: choose {', '.join(profiles())}")
    return profiles()[name]


def published_of(office: OfficeFigures, *, profile: Profile, sha256: str) -> PublishedFigures:
    """Return figures as they may be published."""
    tables = tuple(_table(office.by(unit), profile) for unit in Unit)
    return PublishedFigures(office.period, office.as_at, office.calendar, profile, sha256, tables)


def _table(figures: Figures, profile: Profile) -> PublishedTable:
    names = {one.ident: one for one in check_definitions()}
    return PublishedTable(
        figures.unit,
        tuple(_line(one, profile) for one in figures.lines),
        tuple(_lengths(figures)),
        tuple(
            PublishedCheck(
                one.ident, names[one.ident].words, names[one.ident].cy, one.total, one.added
            )
            for one in figures.checks
        ),
    )


def _line(line: Line, profile: Profile) -> PublishedLine:
    meant = line.definition
    is_protected = profile.protects and meant.group == _GROUNDS and line.ident != _TOTAL_OF_GROUNDS
    is_few = is_protected and line.numerator < profile.threshold
    numerator = line.numerator
    if is_protected:
        # A half goes up, so that 5 of base 5 and 8 of base 5 are as a reader expects.
        numerator = (2 * line.numerator + profile.base) // (2 * profile.base) * profile.base
    return PublishedLine(
        ident=line.ident,
        group=meant.group,
        words=meant.words,
        cy=meant.cy,
        means=meant.means,
        means_cy=meant.means_cy,
        numerator=None if is_few else numerator,
        denominator=None if is_protected else line.denominator,
        of="" if is_protected else meant.of,
        fewer_than=profile.threshold if is_few else None,
        rounded_to=profile.base if is_protected else 1,
    )


def _lengths(figures: Figures) -> Iterator[PublishedLength]:
    for one in figures.lengths:
        meant = length_definitions()[one.ident]
        yield PublishedLength(
            ident=one.ident,
            words=meant.words,
            cy=meant.cy,
            means=meant.means,
            means_cy=meant.means_cy,
            count=one.count,
            median=None if one.median is None else str(one.median),
            percentile_90=one.percentile_90,
        )


def published_as_json(figures: PublishedFigures) -> dict[str, Any]:
    """Return published figures as plain data; `published_from` makes the same of it."""
    return {
        "first": figures.period.first.isoformat(),
        "last": figures.period.last.isoformat(),
        "as_at": figures.as_at.isoformat(),
        "calendar": figures.calendar,
        "profile": {
            "name": figures.profile.name,
            "threshold": figures.profile.threshold,
            "base": figures.profile.base,
        },
        "frozen_sha256": figures.frozen_sha256,
        "tables": {
            one.unit.value: {
                "lines": [_fields(line) for line in one.lines],
                "lengths": [_fields(length) for length in one.lengths],
                "checks": [_fields(check) for check in one.checks],
            }
            for one in figures.tables
        },
    }


def published_from(data: Mapping[str, Any]) -> PublishedFigures:
    """Return the published figures that were stored as plain data."""
    first, last, as_at = (dt.date.fromisoformat(data[name]) for name in ("first", "last", "as_at"))
    tables = tuple(_table_from(unit, data["tables"][unit.value]) for unit in Unit)
    return PublishedFigures(
        Period(first, last),
        as_at,
        data["calendar"],
        Profile(**data["profile"]),
        data["frozen_sha256"],
        tables,
    )


def _table_from(unit: Unit, table: Mapping[str, Any]) -> PublishedTable:
    return PublishedTable(
        unit,
        tuple(PublishedLine(**one) for one in table["lines"]),
        tuple(PublishedLength(**one) for one in table["lengths"]),
        tuple(PublishedCheck(**one) for one in table["checks"]),
    )


def _fields(row: PublishedLine | PublishedLength | PublishedCheck) -> dict[str, Any]:
    return {name: getattr(row, name) for name in row.__dataclass_fields__}
