"""How requests belong together, and how each of the two pages says it."""

from collections.abc import Mapping
from enum import StrEnum


class LinkKind(StrEnum):
    """What one request has to do with another."""

    FOLLOWS = "follows"
    SAME_SUBJECT = "same subject"
    AGGREGATED = "aggregated"
    REPEATS = "repeats"

    @property
    def words(self) -> str:
        """Return how the page of the first of the two says it."""
        return _WORDS[self][0]

    @property
    def words_back(self) -> str:
        """Return how the page of the other one says it."""
        return _WORDS[self][1]

    @property
    def is_mutual(self) -> bool:
        """Return whether it is the same whichever of the two comes first."""
        return self.words == self.words_back


_WORDS: Mapping[LinkKind, tuple[str, str]] = {
    LinkKind.FOLLOWS: ("Follows", "Is followed by"),
    LinkKind.SAME_SUBJECT: ("Same subject as", "Same subject as"),
    LinkKind.AGGREGATED: (
        "Counts together for the cost limit with",
        "Counts together for the cost limit with",
    ),
    LinkKind.REPEATS: ("Repeats", "Is repeated by"),
}
