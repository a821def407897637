"""Bullets that answer bullets: as many of them below a label as parts were asked for there."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from answerable.domain.questions import leading_label
from answerable.reading.items import Item, Mark, items_of


def bullets_below(items: Sequence[Item], marks: Sequence[Mark]) -> Iterator[Item]:
    """Yield the bullets of a response below a label that has as many parts in the request: they answer them in order."""
    told = items_of(marks)
    bullets = _parts_of(told)
    for label, asked in _parts_of(items).items():
        parts = bullets.get(label, [])
        if len(parts) == len(asked) > 1:
            yield from (
                replace(part, label=one.label) for part, one in zip(parts, asked, strict=True)
            )


def _parts_of(items: Sequence[Item]) -> dict[str, list[Item]]:
    """Return the bullets right below each labelled item."""
    parts: dict[str, list[Item]] = {}
    for item in items:
        if item.parent is not None and leading_label(item.printed) is None:
            parts.setdefault(items[item.parent].label, []).append(item)
    return parts
