"""Words that stand for one thing, in a table that an office can add to; things of one kind; and opposites."""

import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import chain
from typing import Any

from answerable.domain.precedent.words import Phrases, phrases_of, words_of

Stem = Callable[[str], str]
"""From a word in lower case to its stem."""
Groups = Sequence[Sequence[str]]
"""Words and phrases that stand for one thing; the first of each group stands for all."""
AS_PRINTED = "="
"""Before a word that counts only as it is printed: "=SEND" is not "send"."""


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """What stems and phrases of stems stand for, of what kinds that is, and on which sides of which opposites.

    `spelt` are the words that stand for something by themselves, as they are spelt; `printed` what stands only for a
    word that is printed so.
    """

    phrases: Phrases
    spelt: frozenset[str]
    printed: Mapping[str, str]
    kinds: Mapping[str, frozenset[str]]
    sides: Mapping[str, frozenset[int]]


def thesaurus_of(groups: Iterable[Sequence[str]], stem: Stem) -> Thesaurus:
    """Return groups, with the kinds and opposites that come with the product, by stems."""
    groups = tuple(groups)
    kinds, opposites = data_of("kinds.toml"), data_of("opposites.toml")["pairs"]

    def stems(phrase: str) -> tuple[str, ...]:
        return key_of(phrase, stem)

    grouped = [
        (stems(one), " ".join(stems(group[0])).removeprefix(AS_PRINTED))
        for group in groups
        for one in group
    ]
    known = dict(reversed(grouped))

    def meant(phrase: str) -> str:
        bare = " ".join(stem(word) for word in words_of(phrase))
        return known.get(stems(phrase), bare)

    of_kinds: dict[str, set[str]] = {}
    on_sides: dict[str, set[int]] = {}
    phrases = list(grouped)
    for sort, named in kinds.items():
        for name, things in named.items():
            for one in things:
                of_kinds.setdefault(meant(one), set()).add(f"{sort}: {name}")
                phrases.append((stems(one), meant(one)))
    for number, pair in enumerate(opposites, start=1):
        for sign, side in zip((1, -1), pair, strict=True):
            for one in side:
                on_sides.setdefault(meant(one), set()).add(sign * number)
                phrases.append((stems(one), meant(one)))
    things = [thing for named in kinds.values() for some in named.values() for thing in some]
    sides = [one for pair in opposites for side in pair for one in side]
    alone = [words_of(one) for one in (*chain.from_iterable(groups), *things, *sides)]
    return Thesaurus(
        phrases_of(phrases),
        frozenset(one[0] for one in alone if len(one) == 1),
        {
            one[0].removeprefix(AS_PRINTED): found
            for one, found in reversed(phrases)
            if one and one[0].startswith(AS_PRINTED)
        },
        {one: frozenset(found) for one, found in of_kinds.items()},
        {one: frozenset(found) for one, found in on_sides.items()},
    )


def key_of(phrase: str, stem: Stem) -> tuple[str, ...]:
    """Return what a phrase is looked up by: its stems, or itself where it counts as it is printed."""
    if phrase.startswith(AS_PRINTED):
        return (phrase,)
    return tuple(stem(word) for word in words_of(phrase))


@cache
def usual_groups() -> tuple[tuple[str, ...], ...]:
    """Return the groups that come with the product."""
    return tuple(
        tuple(group) for part in data_of("thesaurus.toml")["groups"].values() for group in part
    )


@cache
def data_of(name: str) -> dict[str, Any]:
    """Return what a file of this package holds."""
    return tomllib.loads(
        resources.files("answerable.domain.precedent").joinpath(name).read_text("utf-8")
    )
