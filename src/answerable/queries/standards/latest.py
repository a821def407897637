"""The latest round by its elements."""

from dataclasses import dataclass

from answerable.queries.standards.rounds import every_round, whole_round


@dataclass(frozen=True, slots=True)
class GridRow:
    """An element with its level's name in a round; empty where it has none."""

    element: str
    name: str
    level: str
    is_inferred: bool


def latest_grid() -> tuple[GridRow, ...]:
    """Return each element of the latest round with its level; nothing where there is no round."""
    rounds = every_round()
    found = whole_round(rounds[0].number) if rounds else None
    return tuple(
        GridRow(
            one.element.number,
            one.element.name,
            one.level.name if one.level else "",
            one.is_inferred,
        )
        for one in (found.levels if found else ())
    )
