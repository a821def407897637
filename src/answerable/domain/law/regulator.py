"""Who hears complaints about answers, by the name that the law gives on a day."""

import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class Regulator:
    """The regulator as a letter names it, where its name comes from, and how sure that is."""

    name: str
    name_cy: str
    short: str
    source: str
    confidence: str


def regulator(
    *, on: dt.date, renamed_on: dt.date | None = None, is_scottish: bool = False
) -> Regulator:
    """Return the regulator by its name on a day.

    `renamed_on` is the day on which the Information Commissioner became the Information Commission
    (Data (Use and Access) Act 2025 s.119); while it is None, that day has not come.
    """
    if is_scottish:
        return _regulator("scottish-commissioner")
    is_renamed = renamed_on is not None and on >= renamed_on
    return _regulator("commission" if is_renamed else "commissioner")


@cache
def _regulator(key: str) -> Regulator:
    row = _rows()[key]
    return Regulator(
        name=row["name"]["en"],
        name_cy=row["name"]["cy"],
        short=row["short"],
        source=row["source"],
        confidence=row["confidence"],
    )


@cache
def _rows() -> dict[str, Any]:
    text = resources.files(__package__).joinpath("regulator.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
