"""What each letter must contain, item by item, with the provision that asks for it."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any


class LetterKind(StrEnum):
    """A letter that the office sends."""

    ACKNOWLEDGEMENT = "acknowledgement"
    CLARIFICATION = "clarification"
    DISCLOSURE = "disclosure"
    NOT_HELD = "not-held"
    REFUSAL = "refusal"
    PUBLIC_INTEREST_EXTENSION = "public-interest-extension"
    COST_REFUSAL = "cost-refusal"
    VEXATIOUS_OR_REPEATED = "vexatious-or-repeated"
    NEITHER_CONFIRM_NOR_DENY = "neither-confirm-nor-deny"
    FEES_NOTICE = "fees-notice"
    EIR_REFUSAL = "eir-refusal"
    REVIEW_ACKNOWLEDGEMENT = "review-acknowledgement"
    REVIEW_EXTENSION = "review-extension"
    REVIEW_OUTCOME = "review-outcome"
    SUBJECT_ACCESS = "subject-access"
    WITHDRAWAL = "withdrawal"
    COMPLEX_EXTENSION = "complex-extension"
    REGIME_CHANGE = "regime-change"
    LAPSE = "lapse"


class When(StrEnum):
    """What must be so in the decisions of a letter for an item to be needed."""

    ALWAYS = ""
    CONFIRMS = "confirms"
    QUALIFIED = "qualified"
    PREJUDICE = "prejudice"
    QUALIFIED_PERSON = "qualified-person"
    PURPOSE = "purpose"
    ENACTMENT = "enactment"
    PART_DISCLOSED = "part-disclosed"
    UNFINISHED = "unfinished"


@dataclass(frozen=True, slots=True)
class LetterItem:
    """Something that a letter must contain, named `refusal.limb`; `basis` is who asks for it.

    That is `statute`, `code` (the section 45 Code of Practice) or `practice`.
    """

    name: str
    what: str
    provision: str
    basis: str
    when: When
    since: dt.date | None

    @property
    def is_statutory(self) -> bool:
        """Return whether the letter is unlawful without it."""
        return self.basis == "statute"


def letter_items(kind: LetterKind, *, on: dt.date) -> tuple[LetterItem, ...]:
    """Return everything that a letter of a kind must contain on a day, its own items first."""
    return tuple(one for one in _items(kind) if one.since is None or one.since <= on)


@cache
def _items(kind: str) -> tuple[LetterItem, ...]:
    rows = dict(_letters()[kind])
    included = rows.pop("includes", ())
    own = [_item(f"{kind}.{name}", row) for name, row in rows.items()]
    shared = [item for name in included for item in _items(name)]
    return (*own, *shared)


def _item(name: str, row: Mapping[str, Any]) -> LetterItem:
    return LetterItem(
        name=name,
        what=row["what"],
        provision=row["provision"],
        basis=row["basis"],
        when=When(row.get("when", "")),
        since=row.get("from"),
    )


@cache
def _letters() -> Mapping[str, Any]:
    text = resources.files(__package__).joinpath("letters.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
