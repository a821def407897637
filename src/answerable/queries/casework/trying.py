"""What words would change before they are saved: what is to be minded, and which questions on file it touches."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from answerable.domain.precedent.office import OfficeWords, groups_in_use, holding
from answerable.domain.precedent.teaching import warnings_about
from answerable.domain.roles import Actor
from answerable.matching.analysis import stem_of
from answerable.matching.precedents import Filed
from answerable.matching.trying import ChangedPair, changed_pairs
from answerable.queries import search
from answerable.queries.casework import searching
from answerable.queries.casework.on_file import on_file_like
from answerable.queries.precedents import reader_with
from answerable.queries.words import office_words

MOST_QUESTIONS = 60
"""So many questions on file are tried: pairs of more would let somebody wait."""
_MOST_PHRASES = 8
_MOST_OF_A_PHRASE = 20


@dataclass(frozen=True, slots=True)
class Trial:
    """What words would change: `tried` says among how many questions on file.

    Where search cannot be used nothing was tried, and `is_searched` says so.
    """

    warnings: tuple[str, ...]
    pairs: tuple[ChangedPair, ...]
    tried: int
    is_searched: bool = True


def trial_of_group(
    group: Sequence[str], *, instead_of: Sequence[str] = (), viewer: Actor, at: dt.datetime
) -> Trial:
    """Return what a group would change, new or instead of what it is now."""
    now = office_words()
    others = tuple(one for one in now.groups if one != tuple(instead_of))
    rest = replace(now, groups=others)
    warnings = warnings_about(group, holding(group, groups_in_use(rest, stem_of), stem_of), stem_of)
    after = replace(now, groups=(*others, tuple(group)))
    return _tried(after, (*group, *instead_of), warnings, viewer, at)


def trial_of_name(name: str, *, viewer: Actor, at: dt.datetime) -> Trial:
    """Return what an own name would change."""
    now = office_words()
    return _tried(replace(now, names=(*now.names, name)), (name,), (), viewer, at)


def trial_without(group: Sequence[str], *, viewer: Actor, at: dt.datetime) -> Trial:
    """Return what it would change to do without a group of the product."""
    now = office_words()
    return _tried(replace(now, left_out=(*now.left_out, group[0])), group, (), viewer, at)


def _tried(
    after: OfficeWords,
    phrases: Iterable[str],
    warnings: tuple[str, ...],
    viewer: Actor,
    at: dt.datetime,
) -> Trial:
    try:
        found = _sample(phrases, viewer, at)
    except (search.SearchUnavailable, searching.SearchUnavailable):
        return Trial(warnings, (), 0, is_searched=False)
    readers = reader_with(office_words()), reader_with(after)
    pairs = changed_pairs(found, *readers, today=at.date())
    return Trial(warnings, tuple(pairs), len(found))


def _sample(phrases: Iterable[str], viewer: Actor, at: dt.datetime) -> Sequence[Filed]:
    """Return questions on file that have one of some phrases: each once, published or sent."""
    found: dict[tuple[object, ...], Filed] = {}
    for phrase in islice(dict.fromkeys(phrases), _MOST_PHRASES):
        like = on_file_like(
            phrase, asked_on=at.date(), viewer=viewer, at=at, most=_MOST_OF_A_PHRASE
        )
        for one in (each.filed for each in like):
            found.setdefault((one.body, one.reference or one.entry, one.label, one.text), one)
    return list(islice(found.values(), MOST_QUESTIONS))
