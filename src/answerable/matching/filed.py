"""A question on file, as earlier questions are compared and shown."""

import datetime as dt
import json
from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Filed:
    """A question on file: where it stands, what was decided and answered.

    `on` is a day in the month in which it was answered; None where nothing says when. `reference` and `label`
    are None where none is printed; `source` names what it was read from, and `entry` counts the requests there.
    `address` is where it is published, if it is; `is_theirs` says that another body decided it. `under` is what
    stands above a bare question and says what it is about.
    """

    reference: str | None
    label: str | None
    body: str | None
    text: str
    on: dt.date | None
    outcomes: tuple[str, ...]
    exemptions: tuple[str, ...]
    answer: str
    source: str = ""
    entry: int = 0
    address: str = ""
    is_theirs: bool = False
    under: str = ""

    def is_of_one_request_with(self, other: "Filed") -> bool:
        """Return whether both were asked at once, in whatever form the request was read."""
        if self.reference and other.reference:
            return (self.body, self.reference) == (other.body, other.reference)
        return (self.source, self.entry) == (other.source, other.entry)

    def is_of_another_body_than(self, other: "Filed") -> bool:
        """Return whether two bodies decided: each answers for itself, so that neither contradicts the other."""
        return bool(self.body and other.body) and self.body != other.body

    @property
    def named(self) -> tuple[str | None, str, str | None] | None:
        """Return what names it wherever it is printed; None where it has no reference."""
        return (self.body, self.reference, self.label) if self.reference else None


_NAMES = tuple(one.name for one in fields(Filed))


@dataclass(frozen=True, slots=True)
class Kept:
    """A question on file in an index: `place` tells it from the others of its entry or request."""

    place: int
    filed: Filed

    @property
    def key(self) -> tuple[int, int]:
        """Return what names it in the database."""
        return self.filed.entry, self.place


def stored(one: Kept) -> bytes:
    """Return a question on file as an index stores it."""
    said = {name: getattr(one.filed, name) for name in _NAMES}
    return json.dumps([one.place, said], default=dt.date.isoformat).encode()


def kept_in(data: bytes) -> Kept:
    """Return the question on file that an index stored."""
    place, said = json.loads(data)
    on = dt.date.fromisoformat(said["on"]) if said["on"] else None
    decided = {name: tuple(said[name]) for name in ("outcomes", "exemptions")}
    return Kept(place, Filed(**{**said, **decided, "on": on}))
