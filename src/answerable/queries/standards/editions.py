"""The editions of frameworks that are in use, and what is written about elements that an edition leaves out."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from answerable.domain.assurance import Framework
from answerable.queries.accounts.naming import person_name
from answerable.queries.standards.frameworks import frameworks_in_use
from answerable.records.standards.models import (
    ElementOwner,
    ElementTie,
    Evidence,
    ImprovementAction,
    KeptFramework,
    Storyboard,
)


@dataclass(frozen=True, slots=True)
class EditionRow:
    """A framework in use, and who loaded it when; nobody and None where it comes with the product."""

    framework: Framework
    loaded_by: str
    loaded_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Written:
    """What there is about an element that an edition leaves out: it is kept, and no page shows it then."""

    element: str
    says: str


def editions_in_use() -> tuple[EditionRow, ...]:
    """Return the frameworks in use, with who loaded them."""
    kept = {one.key: one for one in KeptFramework.objects.order_by("pk")}
    return tuple(
        EditionRow(
            one,
            person_name(kept[key].loaded_by) if key in kept else "",
            kept[key].loaded_at if key in kept else None,
        )
        for key, one in frameworks_in_use().items()
    )


def written_about(framework: str, elements: Collection[str]) -> tuple[Written, ...]:
    """Return what is written about some elements of a framework; nothing for one about which nothing is."""
    return tuple(
        Written(element, ", ".join(said))
        for element in elements
        if (said := _written(framework, element))
    )


def _written(framework: str, element: str) -> list[str]:
    mine = {"framework": framework, "element": element}
    within = {"framework": framework, "elements__contains": f" {element} ", "taken_back_at": None}
    counted = (
        ("somebody who looks after it", ElementOwner.objects.filter(**mine).count()),
        ("a storyboard", Storyboard.objects.filter(**mine).count()),
        ("evidence", Evidence.objects.filter(**within).count()),
        ("actions", ImprovementAction.objects.filter(**mine).count()),
        ("service standards that show it", ElementTie.objects.filter(**mine).count()),
    )
    return [words for words, count in counted if count]
