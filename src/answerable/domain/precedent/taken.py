"""From which earlier answer an answer was taken, also if it was changed afterwards."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

UNNAMED = "an earlier answer"
"""What a source is called that must not be named."""
MOST = 10
"""From so many earlier answers at most one answer is taken."""


@dataclass(frozen=True, slots=True)
class TakenFrom:
    """An earlier answer that was taken over: where it stands, when it was given, and a digest of its words then.

    `address` is where it was published, if it was; `on` a day in the month in which it was given.
    """

    reference: str
    label: str
    address: str
    on: dt.date | None
    digest: str

    @property
    def named(self) -> str:
        """Return how people name it: 5023075 question 3."""
        label = f" question {self.label}" if self.label else ""
        return f"{self.reference or self.address}{label}" or UNNAMED

    @property
    def unnamed(self) -> "TakenFrom":
        """Return the same without what names it."""
        return replace(self, reference="", label="", address="")


def digest_of(answer: str) -> str:
    """Return a digest of an answer's words: how they are spaced changes nothing."""
    return hashlib.sha256(" ".join(answer.split()).encode()).hexdigest()[:16]


def is_changed(answer: str, taken: Iterable[TakenFrom]) -> bool:
    """Return whether an answer is another than the one that it was taken from."""
    return {one.digest for one in taken} != {digest_of(answer)}


def taken_words(answer: str, taken: Iterable[TakenFrom]) -> str:
    """Return from where an answer was taken: "taken from 5023075 question 3, then changed"."""
    taken = tuple(taken)
    named = " and ".join(one.named for one in taken)
    changed = ", then changed" if is_changed(answer, taken) else ""
    return f"taken from {named}{changed}" if named else ""


def with_source(taken: tuple[TakenFrom, ...], source: TakenFrom) -> tuple[TakenFrom, ...]:
    """Return sources with one more: each stands once."""
    others = tuple(one for one in taken if one.named != source.named)
    return (*others, source)[-MOST:]


def taken_as_json(taken: Iterable[TakenFrom]) -> list[dict[str, str | None]]:
    """Return sources as they are stored."""
    return [
        {
            "reference": one.reference,
            "label": one.label,
            "address": one.address,
            "on": one.on.isoformat() if one.on else None,
            "digest": one.digest,
        }
        for one in taken
    ]


def taken_of(stored: Iterable[Mapping[str, Any]]) -> tuple[TakenFrom, ...]:
    """Return sources as they were stored."""
    return tuple(
        TakenFrom(
            one["reference"],
            one["label"],
            one["address"],
            dt.date.fromisoformat(one["on"]) if one["on"] else None,
            one["digest"],
        )
        for one in stored
    )
