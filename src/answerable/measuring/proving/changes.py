"""What one declaration says otherwise than another, word by word."""

from collections.abc import Iterator, Mapping
from typing import Any

from answerable.domain.measures.declarations import as_plain
from answerable.domain.measures.definitions import Measure
from answerable.domain.measures.registers import Register

_NAMES = ("name", "ident", "code", "column")


def changes(then: Register | Measure, now: Register | Measure) -> tuple[str, ...]:
    """Return what changed: `figures.mean_days.decimals was 0, is 1`."""
    return tuple(_changes(as_plain(then), as_plain(now), ""))


def _changes(then: Any, now: Any, place: str) -> Iterator[str]:
    if then == now:
        return
    one, other = _named(then), _named(now)
    if one is None or other is None:
        yield f"{place} {_was(then)}, {_is(now)}"
        return
    for key in dict.fromkeys((*one, *other)):
        yield from _changes(one.get(key), other.get(key), f"{place}.{key}" if place else str(key))


def _named(value: Any) -> dict[str, Any] | None:
    """Return the parts of a value by their names, or None if it has no parts."""
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, list) and value and all(isinstance(one, Mapping) for one in value):
        named = {_name(one): one for one in value}
        return named if len(named) == len(value) else None
    return None


def _name(part: Mapping[str, Any]) -> str:
    return next((str(part[name]) for name in _NAMES if name in part), "")


def _was(value: Any) -> str:
    return "was not said" if value is None else f"was {value!r}"


def _is(value: Any) -> str:
    return "is not said any more" if value is None else f"is {value!r}"
