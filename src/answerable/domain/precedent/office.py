"""What an office adds to the words that come with the product, and does without."""

import hashlib
import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from answerable.domain.precedent.teaching import WordsRefused, checked_group, checked_name
from answerable.domain.precedent.thesaurus import Stem, key_of, usual_groups

Group = tuple[str, ...]
_PART = "office"


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """An office's own groups of words for one thing, and its own names: what people call it.

    `left_out` are groups of the product that it does without, each by its first phrase.
    """

    groups: tuple[Group, ...] = ()
    names: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """Return what is another as soon as the words are."""
        return _digest([self.groups, self.names, self.left_out])


def groups_in_use(words: OfficeWords, stem: Stem) -> tuple[Group, ...]:
    """Return the groups that questions are read by: the office's own first, then those of the product.

    An own group takes in every group that has a phrase of it, so that whatever meant one thing still does.
    """
    groups: dict[int, Group] = {}
    holders: dict[tuple[str, ...], int] = {}
    usual = [one for one in usual_groups() if one[0] not in words.left_out]
    for number, group in enumerate(usual):
        groups[number] = group
        for phrase in group:
            holders.setdefault(key_of(phrase, stem), number)
    for number, group in enumerate(words.groups, start=len(usual)):
        joined = _joined(group, groups, holders, stem)
        groups[number] = joined
        holders |= {key_of(phrase, stem): number for phrase in joined}
    return (
        *(one for number, one in groups.items() if number >= len(usual)),
        *(one for number, one in groups.items() if number < len(usual)),
    )


def holding(phrases: Iterable[str], groups: Iterable[Group], stem: Stem) -> Mapping[str, Group]:
    """Return which of some groups has each of some phrases; what none has is left out."""
    wanted = {key_of(one, stem): one for one in phrases}
    found: dict[str, Group] = {}
    for group in groups:
        for phrase in group:
            if named := wanted.get(key_of(phrase, stem)):
                found.setdefault(named, group)
    return found


def words_from_file(text: str) -> OfficeWords:
    """Return an office's words from a file in the form of thesaurus.toml.

    :raises WordsRefused: if it is no such file, or a group in it cannot be taught.
    """
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        message = f"This is no TOML: {problem}"
        raise WordsRefused(message) from problem
    if unknown := sorted(set(given) - {"groups", "names", "left_out"}):
        message = f"A file of words has groups, names and left_out, and not {unknown[0]}"
        raise WordsRefused(message)
    parts = given.get("groups", {})
    if not isinstance(parts, dict):
        message = "The groups stand below [groups], as in office = [[…], […]]"
        raise WordsRefused(message)
    groups = [one for name, part in parts.items() for one in _list(part, f"groups.{name}")]
    names = _phrases(given.get("names", []), "names")
    left_out = _phrases(given.get("left_out", []), "left_out")
    known = {one[0] for one in usual_groups()}
    for one in left_out:
        if one not in known:
            message = f"No group of the product begins with “{one}”: check left_out"
            raise WordsRefused(message)
    return OfficeWords(
        tuple(dict.fromkeys(checked_group(_phrases(one, "a group")) for one in groups)),
        tuple(dict.fromkeys(map(checked_name, names))),
        tuple(dict.fromkeys(left_out)),
    )


def file_of_words(words: OfficeWords) -> str:
    """Return an office's words as a file that can be read in again."""
    lines = [
        "# The office's own words, in the form of thesaurus.toml: phrases of a line mean one thing.",
        f"names = {_written(words.names)}",
        f"left_out = {_written(words.left_out)}",
        "",
        "[groups]",
        f"{_PART} = [",
        *(f"  {_written(one)}," for one in words.groups),
        "]",
    ]
    return "\n".join(lines) + "\n"


def _joined(
    group: Group,
    groups: dict[int, Group],
    holders: Mapping[tuple[str, ...], int],
    stem: Stem,
) -> Group:
    """Return a group with those that it takes in, which are no longer groups of their own."""
    keys = [key_of(phrase, stem) for phrase in group]
    taken = sorted({holders[key] for key in keys if key in holders})
    others = [phrase for number in taken for phrase in groups.pop(number)]
    return tuple(dict.fromkeys([*group, *others]))


def _list(given: Any, where: str) -> list[Any]:
    if not isinstance(given, list):
        message = f"{where} must be a list: write it in square brackets"
        raise WordsRefused(message)
    return given


def _phrases(given: Any, where: str) -> list[str]:
    found = _list(given, where)
    for one in found:
        if not isinstance(one, str):
            message = f"{where} must hold phrases in quotation marks, and {one!r} is none"
            raise WordsRefused(message)
    return found


def _written(phrases: Iterable[str]) -> str:
    # A string of JSON is one of TOML, too: phrases hold no control characters.
    return json.dumps(list(phrases), ensure_ascii=False)


def _digest(value: Any) -> str:
    written = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(written.encode("utf-8", "replace")).hexdigest()
