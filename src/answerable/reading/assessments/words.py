"""How assessors' reports speak: the words of `words.toml`, made into patterns once."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any


@cache
def _said() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("words.toml").read_text("utf-8"))


def words(table: str, key: str) -> tuple[str, ...]:
    """Return the words of a key, in small letters, in the file's order."""
    return tuple(one.lower() for one in _said()[table][key])


def keys(table: str) -> tuple[str, ...]:
    """Return the keys of a table, in the file's order."""
    return tuple(_said()[table])


@cache
def pattern(table: str, key: str) -> re.Pattern[str]:
    """Return a pattern that finds any of the words of a key, as whole words, whatever their capitals."""
    return any_of(words(table, key))


def says(table: str, key: str, text: str) -> bool:
    """Return whether a text says any of the words of a key."""
    return pattern(table, key).search(text.replace("\u2019", "'")) is not None


def any_of(given: Sequence[str]) -> re.Pattern[str]:
    """Return a pattern that finds any of some words, the longest first."""
    longest = sorted(given, key=len, reverse=True)
    parts = "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in longest)
    return re.compile(rf"(?<!\w)(?:{parts})(?!\w)", re.IGNORECASE)


_EDGES = re.compile(r"^[\s*_#>|:\-\u2013\u2014\u2022.]+|[\s*_#|:\-\u2013\u2014.]+$")
_NUMBERED = re.compile(
    r"^(?:(?:section|part|appendix)\s+)?(?:\d{1,2}|[a-z]|[ivx]{1,4})(?:\.\d)?[.):]?\s+(?=[a-z])",
    re.IGNORECASE,
)


def plain(text: str) -> str:
    """Return a line in small letters, with single spaces and without marks at its ends."""
    return _EDGES.sub("", " ".join(text.lower().replace("\u2019", "'").split()))


def unnumbered(text: str) -> str:
    """Return a plain line without the number that a heading begins with: "3. Summary of strengths"."""
    return _NUMBERED.sub("", plain(text), count=1)


# A scanner takes an i for an l, a one or a bar.
_ALIKE = str.maketrans("l1|", "iii")


def alike(text: str) -> str:
    """Return a plain line with one letter for those that a scanner takes for each other."""
    return text.translate(_ALIKE)


def in_each_language(text: str) -> tuple[str, ...]:
    """Return a text, and what stands on each side of a stroke in it: "Sefydliad / Organisation"."""
    return tuple(dict.fromkeys((text, *(one.strip() for one in text.split(" / ")))))
