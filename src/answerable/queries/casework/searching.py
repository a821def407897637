"""Search of requests and questions: what the index finds, checked against the database once more."""

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from answerable.domain.decisions import Outcome
from answerable.domain.roles import Actor, Role, Stage
from answerable.matching.case_search import CaseFilters, CaseSearch
from answerable.matching.casework_index import CaseHit, CaseworkIndex, IndexUnavailable
from answerable.matching.ranking import MOST_HITS
from answerable.matching.snippets import Fragment
from answerable.queries.casework.visible import requests_seen_by
from answerable.records.casework.models import DecidedTag, Question

_PEOPLE = "people"


class SearchUnavailable(Exception):
    """The casework index cannot be used just now: say so, and lead to the list."""


@dataclass(frozen=True, slots=True)
class CaseworkSearch:
    """What somebody looks for: words, what narrows them, the order, the page (from 1)."""

    text: str = ""
    filters: CaseFilters = field(default_factory=CaseFilters)
    sort: str = "relevance"
    page: int = 1
    size: int = 20


@dataclass(frozen=True, slots=True)
class FoundCase:
    """A request or, with its label, a question that was found, as it stands in the database.

    `place` says where the snippet stands; where only who asked fits, nothing of them is shown.
    """

    reference: str
    label: str | None
    title: tuple[Fragment, ...]
    place: str | None
    snippet: tuple[Fragment, ...]
    stage: Stage
    outcomes: tuple[Outcome, ...]
    is_restricted: bool

    @property
    def is_by_requester(self) -> bool:
        """Return whether only who asked fits."""
        return self.place == _PEOPLE


@dataclass(frozen=True, slots=True)
class FoundCases:
    """A page of a search; `is_cut` says that only the beginning of a long text was looked for."""

    hits: tuple[FoundCase, ...]
    total: int
    pages: int
    is_cut: bool


def may_search_people(viewer: Actor) -> bool:
    """Return whether somebody finds requests by who asked: intake does, those who decide do not."""
    return Role.INTAKE in viewer.roles


def search_requests(wanted: CaseworkSearch, *, viewer: Actor) -> FoundCases:
    """Return a page of what somebody finds.

    :raises SearchUnavailable: if the index cannot be used.
    """
    asked = CaseSearch(
        text=wanted.text,
        viewer_key=viewer.key,
        may_see_people=may_search_people(viewer),
        filters=wanted.filters,
        sort=wanted.sort,
        offset=(wanted.page - 1) * wanted.size,
        limit=wanted.size,
    )
    with index_trouble_said():
        found = casework_index(settings.ANSWERABLE_CASEWORK_INDEX).search(asked)
    return FoundCases(
        hits=tuple(_still_there(found.hits, viewer)),
        total=found.total,
        pages=-(-min(found.total, MOST_HITS) // wanted.size),
        is_cut=found.asked.is_cut,
    )


@lru_cache(maxsize=4)
def casework_index(folder: Path) -> CaseworkIndex:
    """Return the one open casework index of a folder."""
    return CaseworkIndex(folder)


@contextlib.contextmanager
def index_trouble_said() -> Iterator[None]:
    """Say of an index that cannot be used that search is not available.

    :raises SearchUnavailable: if it cannot be used.
    """
    try:
        yield
    except IndexUnavailable as problem:
        raise SearchUnavailable(str(problem)) from problem


def _still_there(hits: Sequence[CaseHit], viewer: Actor) -> Iterator[FoundCase]:
    """Yield the hits that this person may see in the database, too: the index may be behind."""
    references = {hit.reference for hit in hits}
    seen = requests_seen_by(viewer).filter(reference__in=references)
    requests = {one.reference: one for one in seen}
    numbers = {one.pk: one.reference for one in requests.values()}
    questions = Question.objects.filter(request__in=numbers)
    stages = {
        (numbers[number], label): stage
        for number, label, stage in questions.values_list("request", "label", "stage")
    }
    tags = DecidedTag.objects.filter(kind=DecidedTag.Kind.OUTCOME, request__in=numbers)
    outcomes: dict[tuple[str, str | None], set[str]] = {}
    for number, label, value in tags.values_list("request", "question__label", "value"):
        for which in (label, None):
            outcomes.setdefault((numbers[number], which), set()).add(value)
    for hit in hits:
        request, stage = requests.get(hit.reference), stages.get((hit.reference, hit.label or ""))
        if request is None or (hit.label is not None and stage is None):
            continue
        values = outcomes.get((hit.reference, hit.label), set())
        yield FoundCase(
            reference=hit.reference,
            label=hit.label,
            title=hit.title,
            place=hit.place,
            snippet=() if hit.place == _PEOPLE else hit.snippet,
            stage=Stage(request.stage if hit.label is None else stage or Stage.OPEN),
            outcomes=tuple(one for one in Outcome if one.value in values),
            is_restricted=request.is_restricted,
        )
