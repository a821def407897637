"""What an officer looks for, as a query of the casework index that finds only what they may see."""

import datetime as dt
from dataclasses import dataclass

import tantivy

from answerable.domain.law.citations import canonical_citation
from answerable.matching.asking import Asked
from answerable.matching.case_documents import EVERYONE, seen_by
from answerable.matching.case_documents import FACETS as SINGLE
from answerable.matching.counting import Counted, sections_and_limbs, together
from answerable.matching.ranking import Queries, narrowed, queries

FACETS = {
    **{name: Counted(name) for name in SINGLE},
    "outcome": Counted("outcomes", together),
    "exemption": Counted("exemptions", sections_and_limbs),
}
"""What a search can be narrowed by, and how its values are counted."""


@dataclass(frozen=True, slots=True)
class Days:
    """Days from the first until the end, which is left out; None where there is no bound."""

    first: dt.date | None = None
    end: dt.date | None = None

    @property
    def is_bound(self) -> bool:
        """Return whether there is a bound at all."""
        return not (self.first is None and self.end is None)


@dataclass(frozen=True, slots=True)
class CaseFilters:
    """What narrows a search: any of the values chosen in a facet, in every facet, and days.

    A chosen section holds its limbs. The kind is `request` or `question`.
    """

    kinds: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    regimes: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()
    officers: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    exemptions: tuple[str, ...] = ()
    received: Days = Days()
    due: Days = Days()

    @property
    def chosen(self) -> dict[str, tuple[str, ...]]:
        """Return the chosen values by the name of their facet."""
        limbs = tuple(map(canonical_citation, self.exemptions))
        standing = (self.stages, self.regimes, self.channels, self.teams, self.officers)
        values = (self.kinds, *standing, self.outcomes, limbs)
        return dict(zip(FACETS, values, strict=True))


@dataclass(frozen=True, slots=True)
class CaseSearch:
    """What to look for: words, what narrows them, who looks, the order, and the slice wanted.

    `viewer_key` is who looks: restricted requests that name them are found, others are not.
    Without `may_see_people` neither hits nor snippets depend on who asked.
    """

    text: str = ""
    viewer_key: str = ""
    may_see_people: bool = False
    filters: CaseFilters = CaseFilters()
    sort: str = "relevance"
    offset: int = 0
    limit: int = 20


def case_query(
    searcher: tantivy.Searcher, schema: tantivy.Schema, wanted: CaseSearch, understood: Asked
) -> Queries:
    """Return what finds the words in the days wanted, among what the viewer may see."""
    fields = ("all", "people") if wanted.may_see_people else ("all",)
    found = queries(searcher, schema, understood, fields=fields)
    by = [seen_query(schema, wanted.viewer_key)]
    ranges = (("received_on", wanted.filters.received), ("due_on", wanted.filters.due))
    for name, days in ranges:
        if days.is_bound:
            by.append(_within(schema, name, days))
    return Queries(narrowed(found.ranked, by), narrowed(found.plain, by))


def seen_query(schema: tantivy.Schema, viewer_key: str) -> tantivy.Query:
    """Return what holds for what a person may see, and adds nothing to a score."""
    # Who is not named finds what everyone may see, and nothing else: to leave a field out hides.
    keys = [EVERYONE, *([seen_by(viewer_key)] if viewer_key else [])]
    seen = [
        (tantivy.Occur.Should, tantivy.Query.term_query(schema, "seen_by", key)) for key in keys
    ]
    return tantivy.Query.const_score_query(tantivy.Query.boolean_query(seen), 0.0)


def _within(schema: tantivy.Schema, name: str, days: Days) -> tantivy.Query:
    first = days.first.toordinal() if days.first else 0
    end = days.end.toordinal() if days.end else dt.date.max.toordinal() + 1
    query = tantivy.Query.range_query(
        schema, name, tantivy.FieldType.Unsigned, first, end, include_upper=False
    )
    return tantivy.Query.const_score_query(query, 0.0)
