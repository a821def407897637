"""The sentences of our letters, and the sentences that an office puts in their place."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from string import Formatter
from types import MappingProxyType
from typing import Any

_ENDED = (".", "?", "!", ":", ";", ",", "…", ")", "”")
_LAST = re.compile(r"\{(\w+)\}\Z")
_LED_TO = re.compile(r":\s+\{\w+\}\Z")


class WordingRefused(ValueError):
    """An office's own sentences cannot be used; the message says which, and why."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the names of what is filled in, and the letter items that it says."""

    text: str
    fields: frozenset[str]
    says: tuple[str, ...]

    def filled(self, fields: Mapping[str, str]) -> str:
        """Return the sentence with its fields; empty if there is nothing for one of them."""
        given = {name: fields.get(name, "").strip() for name in self.fields}
        if not all(given.values()):
            return ""
        last = _LAST.search(self.text)
        inner = {
            name: text if last and name == last[1] else " ".join(text.split()).removesuffix(".")
            for name, text in given.items()
        }
        made = self.text.format_map(inner)
        return _ended(made) if _LED_TO.search(self.text) else made


@dataclass(frozen=True, slots=True)
class Wording:
    """Every sentence by its name, such as `refusal.why`."""

    sentences: Mapping[str, Sentence]

    def __contains__(self, key: str) -> bool:
        """Return whether there is a sentence of that name."""
        return key in self.sentences

    def text(self, key: str, **fields: str) -> str:
        """Return a sentence with its fields; empty if there is nothing for one of them."""
        return self.sentences[key].filled(fields)

    def says(self, key: str) -> tuple[str, ...]:
        """Return the letter items that a sentence says."""
        return self.sentences[key].says


@cache
def standard_wording() -> Wording:
    """Return our own sentences."""
    text = resources.files(__package__).joinpath("letters_text.toml").read_text(encoding="utf-8")
    return Wording(
        MappingProxyType(
            {
                key: Sentence(row["text"], _fields(row["text"]), tuple(row.get("says", ())))
                for key, row in _rows(tomllib.loads(text))
            }
        )
    )


def own_wording(text: str) -> Wording:
    """Return our sentences with those of an office's TOML file in the place of ours.

    A sentence keeps the items it says, and must keep what is filled in: an item without its facts
    would be said in name only.

    :raises WordingRefused: if the file is no TOML, or a sentence is unknown or lacks something.
    """
    standard = standard_wording()
    try:
        rows = tuple(_rows(tomllib.loads(text)))
    except tomllib.TOMLDecodeError as problem:
        raise WordingRefused(f"The letters' wording is not TOML: {problem}") from problem
    changed = {key: _own(key, row, standard) for key, row in rows}
    return Wording(MappingProxyType({**standard.sentences, **changed}))


def _own(key: str, row: Mapping[str, Any], standard: Wording) -> Sentence:
    if key not in standard:
        raise WordingRefused(f"There is no sentence {key!r} in our letters: take it out")
    text, ours = row.get("text"), standard.sentences[key]
    if not isinstance(text, str) or not text.strip():
        raise WordingRefused(f"{key} needs its `text`")
    if _fields(text) != ours.fields:
        names = ", ".join(f"{{{one}}}" for one in sorted(ours.fields)) or "nothing in braces"
        raise WordingRefused(f"{key} must hold {names}, and nothing else in braces")
    return replace(ours, text=text)


def _rows(groups: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for group, rows in groups.items():
        if not isinstance(rows, dict):
            raise WordingRefused(f"{group!r} is no group of sentences: write [{group}] above them")
        for name, row in rows.items():
            yield f"{group}.{name}", row if isinstance(row, dict) else {}


def _fields(text: str) -> frozenset[str]:
    try:
        parts = [part for part in Formatter().parse(text) if part[1] is not None]
    except ValueError as problem:
        raise WordingRefused(f"{text!r} has a brace too many or too few") from problem
    # Names alone: an attribute or a format would reach further than a text.
    wrong = [name for _, name, spec, how in parts if not str(name).isidentifier() or spec or how]
    if wrong:
        raise WordingRefused(f"{text!r} may have plain names in braces only, not {wrong[0]!r}")
    return frozenset(str(name) for _, name, _, _ in parts)


def _ended(text: str) -> str:
    """Return a sentence with its full stop, but none behind an address that somebody will copy."""
    last = text.rsplit(maxsplit=1)[-1]
    is_address = "://" in last or "@" in last
    return text if is_address or text.endswith(_ENDED) else f"{text}."
