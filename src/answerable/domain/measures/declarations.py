"""Declarations of registers and measures, from the plain data of their files: nothing unknown, nothing left out.

The classes say what a declaration may hold; a word that none of them knows is refused, since a mistyped
`wehre` would otherwise count every row.
"""

import dataclasses
import datetime as dt
from collections.abc import Mapping
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from answerable.domain.measures.definitions import Measure
from answerable.domain.measures.registers import Register
from answerable.domain.measures.results import digest

Declared = TypeVar("Declared")


class Misdeclared(ValueError):
    """A declaration says what it cannot; the message names the place, and what to write instead."""


def register_of(data: Mapping[str, Any]) -> Register:
    """Return a register from the data of its declaration (TOML).

    :raises Misdeclared: if a word is unknown, missing, or has another type.
    """
    return built(Register, data, "register")


def measure_of(data: Mapping[str, Any]) -> Measure:
    """Return a measure from the data of its definition (TOML).

    :raises Misdeclared: if a word is unknown, missing, or has another type.
    """
    return built(Measure, data, "measure")


def definition_digest(declared: Register | Measure) -> str:
    """Return the SHA-256 of a declaration: what it says, not how its file is laid out.

    A word that it leaves out does not count, so a word that declarations learn later changes no digest.
    """
    return digest(as_plain(declared))


def as_plain(declared: Register | Measure) -> dict[str, Any]:
    """Return a declaration as JSON holds it, days as text; `register_of` and `measure_of` read it back."""
    return _said(declared)


def built(kind: type[Declared], data: object, place: str) -> Declared:
    """Return what a declaration says as an instance of a dataclass, whose fields say what it may hold.

    `place` is what the whole is called, such as "register"; refusals name the place below it: `register.columns[2]`.

    :raises Misdeclared: if a word is unknown, missing, or has another type.
    """
    if not isinstance(data, Mapping):
        raise Misdeclared(f"{place}: write a table of words and values here, not {data!r}")
    fields = {field.name: field for field in dataclasses.fields(kind)}  # type: ignore[arg-type]
    unknown = [key for key in data if key not in fields]
    if unknown:
        known = ", ".join(fields)
        raise Misdeclared(f"{place}: there is no {unknown[0]!r} here: there are {known}")
    missing = [
        name
        for name, field in fields.items()
        if name not in data
        and field.default is dataclasses.MISSING
        and field.default_factory is dataclasses.MISSING
    ]
    if missing:
        raise Misdeclared(f"{place}: {missing[0]!r} is missing")
    hints = _hints(cast("type", kind))
    return kind(**{key: _value(hints[key], value, f"{place}.{key}") for key, value in data.items()})


@cache
def _hints(kind: type) -> dict[str, Any]:
    """Return the types of a class's fields; asked once, for a declaration asks a hundred times."""
    return get_type_hints(kind)


def _value(hint: Any, value: object, place: str) -> Any:
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        if value is None:
            return None
        (inner,) = (one for one in get_args(hint) if one is not NoneType)
        return _value(inner, value, place)
    if origin is tuple:
        return _many(get_args(hint)[0], value, place)
    if origin is not None:
        return _mapping(get_args(hint)[1], value, place)
    return _single(hint, value, place)


def _single(hint: Any, value: object, place: str) -> Any:
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return built(hint, value, place)
    if issubclass(hint, Enum):
        return _one_of(hint, value, place)
    if hint is dt.date and isinstance(value, str):
        return _day(value, place)
    # A yes or no is a whole number to Python, and a date with a time is a date.
    if type(value) is not hint:
        raise Misdeclared(f"{place}: write {_KINDS[hint]} here, not {value!r}")
    return value


def _many(inner: Any, value: object, place: str) -> tuple[Any, ...]:
    if not isinstance(value, list | tuple):
        raise Misdeclared(f"{place}: write a list here, not {value!r}")
    return tuple(_value(inner, one, f"{place}[{at}]") for at, one in enumerate(value, start=1))


def _mapping(inner: Any, value: object, place: str) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise Misdeclared(f"{place}: write a table of words and values here, not {value!r}")
    return {str(key): _value(inner, one, f"{place}.{key}") for key, one in value.items()}


def _one_of(kind: type[Enum], value: object, place: str) -> Enum:
    try:
        return kind(value)
    except ValueError as problem:
        words = ", ".join(str(one.value) for one in kind)
        raise Misdeclared(f"{place}: {value!r} is none of {words}") from problem


def _day(written: str, place: str) -> dt.date:
    try:
        return dt.date.fromisoformat(written)
    except ValueError as problem:
        raise Misdeclared(f"{place}: {written!r} is no day: write it like 2024-06-26") from problem


def _said(declared: Any) -> dict[str, Any]:
    """Return the fields of a declaration that say something else than their default."""
    return {
        field.name: _plain(value)
        for field in dataclasses.fields(declared)
        if (value := getattr(declared, field.name)) != _default(field)
    }


def _default(field: "dataclasses.Field[Any]") -> Any:
    made = field.default_factory
    return field.default if made is dataclasses.MISSING else made()


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        return _said(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, dt.date) else value


_KINDS = {str: "text", int: "a whole number", bool: "true or false", dt.date: "a date"}
