"""The words of the thesaurus, the office's own and the product's: found, listed, with all that they ever were."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from django.utils.text import slugify

from answerable.domain.precedent.thesaurus import data_of
from answerable.domain.precedent.words import words_of
from answerable.matching.analysis import stem_of
from answerable.queries.words import office_words
from answerable.records.casework.models import TaughtWords

MOST_FOUND = 100
"""So many groups of the product are listed at most: a narrower search finds the others."""


@dataclass(frozen=True, slots=True)
class WordsVersion:
    """Words as somebody saved them, and why."""

    number: int
    by: str
    at: dt.datetime
    reason: str
    words: tuple[str, ...]
    is_on: bool


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Words that the office taught, with all that they ever were, the latest first."""

    kind: str
    slug: str
    words: tuple[str, ...]
    is_on: bool
    versions: tuple[WordsVersion, ...]

    @property
    def name(self) -> str:
        """Return what stands for all of them."""
        return self.words[0]

    @property
    def latest(self) -> WordsVersion:
        """Return who saved it last, when and why."""
        return self.versions[0]


@dataclass(frozen=True, slots=True)
class ProductGroup:
    """A group that comes with the product: in which part of it, and whether the office does without."""

    slug: str
    part: str
    words: tuple[str, ...]
    is_left_out: bool

    @property
    def name(self) -> str:
        """Return what stands for all of them."""
        return self.words[0]


@dataclass(frozen=True, slots=True)
class FoundGroups:
    """Groups of the product that were looked for, and how many more there are."""

    groups: tuple[ProductGroup, ...]
    more: int


def own_words(text: str = "") -> tuple[OwnWords, ...]:
    """Return what the office taught, what has an effect first; of a text, what has all of its words."""
    found = TaughtWords.objects.prefetch_related("versions").order_by("-is_on", "kind", "slug")
    return tuple(_own(one) for one in found if _has(one.words, text))


def own_words_of(kind: str, slug: str) -> OwnWords | None:
    """Return some words of the office, None if there are none of that name."""
    found = TaughtWords.objects.filter(kind=kind, slug=slug).first()
    return None if found is None else _own(found)


def product_parts() -> tuple[str, ...]:
    """Return the parts into which the product's groups are divided."""
    return tuple(data_of("thesaurus.toml")["groups"])


def product_groups(text: str = "", *, part: str = "") -> FoundGroups:
    """Return the product's groups that have a phrase with all words of a text, or that stand in a part."""
    if not words_of(text) and part not in product_parts():
        return FoundGroups((), 0)
    left_out = frozenset(office_words().left_out)
    found = [
        ProductGroup(slug, where, words, words[0] in left_out)
        for slug, (where, words) in _groups_by_slug().items()
        if part in ("", where) and _has(words, text)
    ]
    return FoundGroups(tuple(found[:MOST_FOUND]), max(0, len(found) - MOST_FOUND))


def product_group(slug: str) -> ProductGroup | None:
    """Return a group of the product, None if there is none of that name."""
    found = _groups_by_slug().get(slug)
    if found is None:
        return None
    part, words = found
    return ProductGroup(slug, part, words, words[0] in office_words().left_out)


@cache
def _groups_by_slug() -> dict[str, tuple[str, tuple[str, ...]]]:
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    for name, part in data_of("thesaurus.toml")["groups"].items():
        for one in part:
            # Several groups may begin with the same words: the later ones are numbered.
            slug, place = slugify(one[0]), 2
            while slug in found:
                slug, place = f"{slugify(one[0])}-{place}", place + 1
            found[slug] = (name, tuple(one))
    return found


def _has(phrases: Sequence[str], text: str) -> bool:
    wanted = set(_stems(text))
    return not wanted or any(wanted <= set(_stems(one)) for one in phrases)


def _stems(text: str) -> Iterator[str]:
    return (stem_of(word) for word in words_of(text))


def _own(one: TaughtWords) -> OwnWords:
    versions = sorted(one.versions.all(), key=lambda each: -each.number)
    return OwnWords(
        one.kind,
        one.slug,
        tuple(one.words),
        one.is_on,
        tuple(
            WordsVersion(each.number, each.by, each.at, each.reason, tuple(each.words), each.is_on)
            for each in versions
        ),
    )
