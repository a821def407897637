"""What a sweep finds."""

from dataclasses import dataclass


class CannotSweep(Exception):
    """A file cannot be searched to the end, for a reason that a person can act on: no release may come of it."""


@dataclass(frozen=True, slots=True)
class Trace:
    """Words that are in a file: which of those that were sought, in what of it, and how they are written there."""

    sought: int
    where: str
    encoding: str
