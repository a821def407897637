"""The lists that somebody wants to see again."""

from dataclasses import dataclass

from answerable.records.casework.models import SavedFilter


@dataclass(frozen=True, slots=True)
class SavedFilterRow:
    """A list somebody saved: its name, and the query of its address."""

    name: str
    query: str


def saved_filters(key: str) -> tuple[SavedFilterRow, ...]:
    """Return somebody's saved lists by name."""
    found = SavedFilter.objects.filter(key=key).order_by("name")
    return tuple(SavedFilterRow(one.name, one.query) for one in found)
