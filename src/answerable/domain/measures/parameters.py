"""What is given when a measure is computed: checked by its kind before anything is bound to it."""

import datetime as dt
from collections.abc import Mapping

from answerable.domain.measures.definitions import Measure, Parameter, ParameterKind

AS_AT = "as_at"


class ParameterRefused(ValueError):
    """What is given for a parameter is no value of its kind, or one is missing; the message says which."""


def bound_parameters(measure: Measure, given: Mapping[str, str]) -> dict[str, str]:
    """Return a value for each of a measure's parameters, in its one spelling: what is given, or its default.

    :raises ParameterRefused: if one is missing, unknown, or no value of its kind.
    """
    known = {parameter.name: parameter for parameter in measure.parameters}
    for name in given:
        if name not in known:
            there_are = ", ".join(known) or "none"
            message = f"The measure {measure.name} has no parameter {name!r}: there are {there_are}"
            raise ParameterRefused(message)
    return {name: _value(known[name], given.get(name, "")) for name in known}


def _value(parameter: Parameter, given: str) -> str:
    text = given or parameter.default
    if not text:
        message = f"Say {parameter.name} ({parameter.words}): a {_KINDS[parameter.kind]}"
        raise ParameterRefused(message)
    try:
        if parameter.kind is ParameterKind.DATE:
            return dt.date.fromisoformat(text).isoformat()
        if parameter.kind is ParameterKind.WHOLE:
            return str(int(text))
    except ValueError as problem:
        message = f"{parameter.name} is {text!r}, which is no {_KINDS[parameter.kind]}"
        raise ParameterRefused(message) from problem
    return text


_KINDS = {
    ParameterKind.DATE: "date like 2024-06-26",
    ParameterKind.WHOLE: "whole number",
    ParameterKind.TEXT: "text",
}
