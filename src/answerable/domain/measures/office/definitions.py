"""What each line of the office's figures counts, in English and in Welsh, and which sums must come out."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

LIMB = "limb:"
"""What stands before a ground of refusal in the id of its line, as `limb:31(1)(a)`."""


@dataclass(frozen=True, slots=True)
class Definition:
    """What a line counts: `means` is its numerator, `of` the id of the line that is its denominator, or none."""

    ident: str
    group: str
    words: str
    cy: str
    means: str
    means_cy: str
    of: str
    source: str


@dataclass(frozen=True, slots=True)
class LengthDefinition:
    """How long something took: what is counted, in working days."""

    ident: str
    words: str
    cy: str
    means: str
    means_cy: str


@dataclass(frozen=True, slots=True)
class CheckDefinition:
    """A sum that must come out: the lines `parts` add up to the line `total`."""

    ident: str
    words: str
    cy: str
    total: str
    parts: tuple[str, ...]


@cache
def definitions() -> Mapping[str, Definition]:
    """Return what each line counts, by its id, in the order in which lines are printed."""
    return {
        name: Definition(
            ident=name,
            group=row["group"],
            words=row["words"],
            cy=row["cy"],
            means=row["means"],
            means_cy=row["means_cy"],
            of=row.get("of", ""),
            source=row["source"],
        )
        for name, row in _rows("lines").items()
    }


@cache
def length_definitions() -> Mapping[str, LengthDefinition]:
    """Return what each length of time is, by its id, in the order in which they are printed."""
    return {name: LengthDefinition(name, **row) for name, row in _rows("lengths").items()}


@cache
def check_definitions() -> tuple[CheckDefinition, ...]:
    """Return the sums that must come out."""
    return tuple(
        CheckDefinition(name, row["words"], row["cy"], row["total"], tuple(row["parts"]))
        for name, row in _rows("checks").items()
    )


def definition_of(ident: str) -> Definition:
    """Return what a line counts, also the line of a ground of refusal.

    :raises LookupError: if there is no such line.
    """
    return _limb(ident.removeprefix(LIMB)) if ident.startswith(LIMB) else definitions()[ident]


def _limb(citation: str) -> Definition:
    law = "" if citation[:1].isalpha() else "s."
    a_law = "" if law == "" else "a."
    return Definition(
        ident=f"{LIMB}{citation}",
        group="grounds",
        words=f"{law}{citation}",
        cy=f"{a_law}{citation}",
        means=f"Withheld in part or in full, and an answer relies on {law}{citation}.",
        means_cy=f"Wedi'u dal yn ôl yn rhannol neu'n llawn, ac mae ateb yn dibynnu ar {a_law}{citation}.",
        of="refused",
        source="Cabinet Office table 7",
    )


def _rows(name: str) -> dict[str, Any]:
    return tomllib.loads(
        resources.files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8")
    )
