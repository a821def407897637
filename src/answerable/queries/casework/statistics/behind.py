"""The cases behind a figure, as somebody may see them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answerable.domain.roles import Actor
from answerable.queries.casework.list_rows import shown_title
from answerable.queries.casework.visible import requests_seen_by

MOST_SHOWN = 500


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case behind a figure: its request, and the label of its question where questions are counted."""

    reference: str
    label: str
    title: str


@dataclass(frozen=True, slots=True)
class CasesBehind:
    """The first of the cases behind a figure that somebody may see; of how many, and how many are not there.

    `hidden` are those among the first that are restricted to others, or were disposed of.
    """

    rows: tuple[CaseRow, ...]
    count: int
    hidden: int

    @property
    def is_more(self) -> bool:
        """Return whether some are left out because there are too many."""
        return self.count > MOST_SHOWN


def cases_behind(cases: Sequence[str], *, viewer: Actor) -> CasesBehind:
    """Return cases as a page lists them, in their order: one query."""
    first = cases[:MOST_SHOWN]
    references = {case.partition("/")[0] for case in first}
    seen = requests_seen_by(viewer).filter(reference__in=references)
    titles = {one.reference: shown_title(one) for one in seen.select_related("requester")}
    rows = tuple(_rows(first, titles))
    return CasesBehind(rows, len(cases), len(first) - len(rows))


def _rows(cases: Sequence[str], titles: dict[str, str]) -> Iterator[CaseRow]:
    for case in cases:
        reference, _, label = case.partition("/")
        if reference in titles:
            yield CaseRow(reference, label, titles[reference])
