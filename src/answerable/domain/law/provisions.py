"""Limits of time and money as dated values, each with its provision, its source, and how sure it is."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Literal

Basis = Literal["statute", "guidance", "policy"]
Unit = Literal["working days", "days", "weeks", "months", "pounds", "pounds an hour"]


class NoProvision(LookupError):
    """No law that we know held on that day."""


@dataclass(frozen=True, slots=True)
class Provision:
    """One value that the law sets: `value` in `unit`, from a day until a day (that day not counted).

    `calendar` names whose holidays are left out. `inclusive` counts the first day as day 1;
    `also_from_the_day_after` marks a limit that some read as counted from the day after receipt. `confidence` is `read` where the text was read,
    `knowledge` where it was not: confirm those before you rely on them.
    """

    name: str
    law: str
    what: str
    value: int
    unit: Unit
    calendar: str
    since: dt.date
    until: dt.date | None
    basis: Basis
    confidence: str
    source: str
    inclusive: bool = False
    also_from_the_day_after: bool = False

    def holds_on(self, day: dt.date) -> bool:
        """Return whether this was the law on a day."""
        return self.since <= day and (self.until is None or day < self.until)


@cache
def provisions() -> Mapping[str, Provision]:
    """Return every provision by its name."""
    text = resources.files(__package__).joinpath("provisions.toml").read_text(encoding="utf-8")
    return MappingProxyType(
        {
            name: Provision(
                name=name,
                law=row["law"],
                what=row["what"],
                value=row["value"],
                unit=row["unit"],
                calendar=row.get("calendar", ""),
                since=row["from"],
                until=row.get("until"),
                basis=row["basis"],
                confidence=row["confidence"],
                source=row["source"],
                inclusive=row.get("inclusive", False),
                also_from_the_day_after=row.get("also_from_the_day_after", False),
            )
            for name, row in tomllib.loads(text).items()
        }
    )


def provision(name: str, *, on: dt.date) -> Provision:
    """Return a provision as it held on a day.

    :raises NoProvision: if it did not hold then.
    """
    found = provisions()[name]
    if not found.holds_on(on):
        until = f" until {found.until}" if found.until else ""
        message = f"{found.law} has held since {found.since}{until}, and not on {on}"
        raise NoProvision(message)
    return found
