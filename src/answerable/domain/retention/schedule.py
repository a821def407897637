"""The rules: for each way in which a request can end, how many years it is kept."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any

MOST_YEARS = 100


class RetentionRefused(Exception):
    """The office's own rules cannot be used; the message says what to change."""


class End(StrEnum):
    """How a request ended, or a question of it: a request can have ended in several of these ways."""

    ANSWERED = "answered"
    REFUSED = "refused"
    VEXATIOUS = "vexatious"
    CLOSED = "closed"
    NO_REQUEST = "no request"
    PUBLISHED = "published"
    REVIEWED = "reviewed"
    COMPLAINED_ABOUT = "complained about"
    MEASURED = "measured"
    """No request: a measured table that was kept for no question."""


@dataclass(frozen=True, slots=True)
class RetentionRule:
    """How long a request is kept that ended in a way; `words` complete "because …"."""

    end: End
    words: str
    years: int


@dataclass(frozen=True, slots=True)
class Schedule:
    """A rule for every way in which a request can end: there is no gap."""

    rules: Mapping[End, RetentionRule]

    @property
    def shortest(self) -> int:
        """Return the fewest years for which any request is kept."""
        return min(one.years for one in self.rules.values())


@cache
def standard_schedule() -> Schedule:
    """Return the rules that stand where an office has none of its own."""
    text = resources.files(__package__).joinpath("rules.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(text)
    return Schedule(
        {one: RetentionRule(one, rows[one]["words"], rows[one]["years"]) for one in End}
    )


def own_schedule(text: str) -> Schedule:
    """Return the rules with the years that an office's own file gives; the others stay.

    :raises RetentionRefused: if it is no TOML, names an end that there is not, or gives no whole years.
    """
    try:
        rows = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        message = f"it is no TOML: {problem}"
        raise RetentionRefused(message) from problem
    own = dict(_own(name, row) for name, row in rows.items())
    rules = standard_schedule().rules
    return Schedule(
        {end: replace(rule, years=own.get(end, rule.years)) for end, rule in rules.items()}
    )


def _own(name: str, row: Any) -> tuple[End, int]:
    known = ", ".join(End)
    if name not in set(End):
        message = f"there is no end called {name!r}: it can be {known}"
        raise RetentionRefused(message)
    years = row.get("years") if isinstance(row, dict) else None
    # True is a whole number for Python, and none for whoever writes the file.
    if type(years) is not int or not 1 <= years <= MOST_YEARS or len(row) > 1:
        message = f"[{name}] needs years = 1 to {MOST_YEARS}, as a whole number, and nothing else"
        raise RetentionRefused(message)
    return End(name), years
