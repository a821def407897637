"""A question as it was read, as bytes and back, so that whoever keeps it need not read it again.

What it has is written in the order of the fields of its dataclasses, whichever they are, without their names: what
another edition wrote says nothing (`Reader.edition`).
"""

import dataclasses
import datetime as dt
import json
import typing
from collections.abc import Callable
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any

from answerable.domain.precedent.asked import Asked

_Made = Callable[[Any], Any]


def written(asked: Asked) -> bytes:
    """Return a question as it was read, but for its text, as bytes."""
    said = dataclasses.replace(asked, text="")
    return json.dumps(said, default=_plain, separators=(",", ":")).encode()


def read_back(data: bytes, text: str) -> Asked:
    """Return the question with a text that was written as bytes."""
    found: Asked = _asked()([text, *json.loads(data)[1:]])
    return found


def _plain(value: Any) -> Any:
    """Return in the terms of JSON what it has no form for; at the end of a dataclass what goes without saying is left out."""
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    said = [one for one in dataclasses.fields(value) if one.init]
    while said and getattr(value, said[-1].name) == said[-1].default:
        said.pop()
    return [getattr(value, one.name) for one in said]


@cache
def _asked() -> _Made:
    make = _maker(Asked)
    if make is None:
        message = "A question is a dataclass"
        raise TypeError(message)
    return make


@cache
def _maker(kind: Any) -> _Made | None:
    """Return what makes a value of a type from what JSON has for it; None where that is the value."""
    origin, of = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, UnionType):
        (one,) = (each for each in of if each is not NoneType)
        return _or_none(_maker(one))
    if origin is tuple and of[-1] is not Ellipsis:
        return _each_of(tuple(map(_maker, of)))
    if origin in (tuple, frozenset):
        return _all_of(origin, _maker(of[0]))
    if dataclasses.is_dataclass(kind):
        return _of_fields(kind)
    if kind is dt.date:
        return dt.date.fromisoformat
    return kind if isinstance(kind, type) and issubclass(kind, Enum) else None


def _or_none(make: _Made | None) -> _Made | None:
    return make and (lambda value: None if value is None else make(value))


def _each_of(makers: tuple[_Made | None, ...]) -> _Made:
    return lambda values: tuple(
        make(one) if make else one for make, one in zip(makers, values, strict=True)
    )


def _all_of(collection: _Made, make: _Made | None) -> _Made:
    return (lambda values: collection(map(make, values))) if make else collection


def _of_fields(kind: Any) -> _Made:
    @cache
    def makers() -> list[tuple[int, _Made]]:
        # Only once they are wanted: a term has terms.
        types = typing.get_type_hints(kind)
        said = [types[one.name] for one in dataclasses.fields(kind) if one.init]
        return [(place, make) for place, one in enumerate(said) if (make := _maker(one))]

    def made(values: list[Any]) -> Any:
        for place, make in makers():
            if place >= len(values):
                break
            values[place] = make(values[place])
        return kind(*values)

    return made
