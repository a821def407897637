"""Files of a vocabulary: what a family of publishers calls the parts of a record; a new publisher is a new file.

docs/how-to/teach-a-publishers-words.md says what may stand in them.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from answerable.domain.decisions import Outcome
from answerable.reading.documents import NotReadable


class Role(Enum):
    """What a label says about the text beside it; `OTHER` is a field of a record that no entry has.

    The day on which somebody asked, or on which an answer was published, is none of an entry's, but stands for the day
    of receipt, or of the answer, where the record prints no such day.
    """

    REF = "ref"
    TITLE = "title"
    REQUEST = "request"
    RESPONSE = "response"
    RECEIVED = "received"
    ANSWERED = "answered"
    ASKED = "asked"
    PUBLISHED = "published"
    OUTCOME = "outcome"
    EXEMPTION = "exemption"
    OTHER = "other"

    # Roles are looked up for each cell of a table, and an enum's own hash is a function of Python's.
    __hash__ = object.__hash__


@dataclass(frozen=True, slots=True)
class LabelWords:
    """What one file says of the labels of one role."""

    words: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VocabularyFile:
    """One file: the labels of each role, names of outcomes, references, and how letters and reports speak.

    `phrases` are by table and key: "letter.asked", "assessment.words".
    """

    name: str
    labels: dict[Role, LabelWords]
    outcomes: dict[str, Outcome]
    prefixes: tuple[str, ...]
    shapes: tuple[str, ...]
    phrases: dict[str, tuple[str, ...]]


PHRASES = {
    "letter": (
        "asked",
        "answered",
        "opened",
        "acknowledged",
        "closed",
        "complained",
        "offered",
        "remedies",
        "itself",
        "remarks",
        "requested",
        "salutes",
        "grounds",
        "formal",
        "logged",
        "in_turn",
    ),
    "log": ("posted", "asked", "replied"),
    "assessment": ("words",),
}
_ROLES = {role.value: role for role in Role}
_LABEL_KEYS = ("words", "before", "behind", "alone")
_REFERENCE_KEYS = ("prefixes", "shapes")
_TABLES = (*_ROLES, "outcomes", "references", *PHRASES)
_LARGEST_BYTES = 1_000_000
_SHAPE = re.compile(r"[#@+A-Za-z0-9/_.: -]+")


def files_in(folder: Path) -> tuple[VocabularyFile, ...]:
    """Return the vocabulary files of a folder, by their names.

    :raises NotReadable: if there is no such folder, none of them is in it, or one of them is wrong.
    """
    if not folder.is_dir():
        raise NotReadable(f"{folder.name} is no folder of vocabulary files: check the name")
    paths = sorted(folder.glob("*.toml"))
    if not paths:
        raise NotReadable(
            f"{folder.name} holds no vocabulary file: put a file in it whose name ends in .toml"
        )
    return tuple(_file(path) for path in paths)


def _file(path: Path) -> VocabularyFile:
    try:
        if path.stat().st_size > _LARGEST_BYTES:
            raise NotReadable(f"{path.name} is larger than 1 MB: it is no vocabulary file")
        said = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as problem:
        raise NotReadable(f"{path.name} cannot be read: save it as text in UTF-8") from problem
    except tomllib.TOMLDecodeError as problem:
        raise NotReadable(f"{path.name} is no TOML: {problem}") from problem
    _check_tables(said, path.name)
    return VocabularyFile(
        name=path.name,
        labels={
            role: LabelWords(**_lists(said, name, _LABEL_KEYS, path.name))
            for name, role in _ROLES.items()
            if name in said
        },
        outcomes=dict(_outcomes(said, path.name)),
        **_references(said, path.name),
        phrases={
            f"{table}.{key}": words
            for table, keys in PHRASES.items()
            for key, words in _lists(said, table, keys, path.name).items()
        },
    )


def _check_tables(said: dict[str, Any], name: str) -> None:
    for table, value in said.items():
        if table == "name" and isinstance(value, str):
            continue
        if table not in _TABLES:
            raise NotReadable(
                f"{name}: [{table}] is no part of a vocabulary: use one of {', '.join(_TABLES)}"
            )
        if not isinstance(value, dict):
            raise NotReadable(
                f"{name}: {table} must be a table: write [{table}] on a line of its own"
            )


def _lists(
    said: dict[str, Any], table: str, keys: Sequence[str], name: str
) -> dict[str, tuple[str, ...]]:
    found = {}
    for key, value in said.get(table, {}).items():
        if key not in keys:
            raise NotReadable(f"{name}: [{table}] has no key {key}: use one of {', '.join(keys)}")
        if not _is_words(value):
            raise NotReadable(
                f'{name}: {key} in [{table}] must be a list of words: ["one", "another"]'
            )
        found[key] = tuple(" ".join(words.split()) for words in value)
    return found


def _is_words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) and one.strip() for one in value)


def _outcomes(said: dict[str, Any], name: str) -> Iterator[tuple[str, Outcome]]:
    keys = [outcome.value for outcome in Outcome]
    for key, words in _lists(said, "outcomes", keys, name).items():
        yield from ((one.lower(), Outcome(key)) for one in words)


def _references(said: dict[str, Any], name: str) -> dict[str, tuple[str, ...]]:
    found = _lists(said, "references", _REFERENCE_KEYS, name)
    for shape in found.get("shapes", ()):
        if not _SHAPE.fullmatch(shape) or "#" not in shape:
            raise NotReadable(
                f'{name}: "{shape}" in [references] is no shape: write # for a digit, #+ for several, @ for a letter'
            )
    return {key: found.get(key, ()) for key in _REFERENCE_KEYS}
