"""The latest round by its elements."""

from dataclasses import dataclass

from answerable.domain.assurance import framework_of
from answerable.records.standards.models import AssessmentRound


@dataclass(frozen=True, slots=True)
class GridRow:
    """An element with its level's name in a round; empty where it has none."""

    element: str
    name: str
    level: str
    is_inferred: bool


def latest_grid() -> tuple[GridRow, ...]:
    """Return each element of the latest round with its level; nothing where there is no round."""
    made = AssessmentRound.objects.select_related("framework").order_by("-held_on", "-id").first()
    if made is None:
        return ()
    framework = framework_of(made.framework.declaration)
    names = {one.key: one.name for one in framework.levels}
    results = {one.element: one for one in made.results.all()}
    return tuple(
        GridRow(
            one.number,
            one.name,
            names[results[one.number].level] if one.number in results else "",
            one.number in results and results[one.number].is_inferred,
        )
        for one in framework.elements
    )
