"""The layers of a PDF, which can be turned on and off."""

from collections.abc import Iterator
from typing import Any

from answerable.inspecting.pdf.values import Kind, as_list, kind_of, said
from answerable.inspecting.pdf.walking import Walk

_MOST_STEPS = 1_000


def look_at_layers(walk: Walk, value: Any, where: str) -> None:
    """Find layers, and those that are off, in any of the ways in which a layer can be."""
    if kind_of(value) is not Kind.dictionary:
        walk.unknown("OCProperties", value, where)
        return
    groups = as_list(value.get("/OCGs"))
    off = set(_off(value, [one.objgen for one in groups if kind_of(one) is Kind.dictionary]))
    for one in groups:
        if kind_of(one) is not Kind.dictionary:
            continue
        name = said(one.get("/Name")) or "layer"
        is_off = one.objgen in off or _is_off_somewhere(one.get("/Usage"))
        walk.seen.add("pdf.hidden-layer" if is_off else "pdf.layer", where, name)
    walk.mark(value)


def _off(value: Any, groups: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for one in [value.get("/D"), *as_list(value.get("/Configs"))]:
        if kind_of(one) is not Kind.dictionary:
            continue
        yield from (
            each.objgen for each in as_list(one.get("/OFF")) if kind_of(each) is Kind.dictionary
        )
        if one.get("/BaseState") == "/OFF":
            on = {
                each.objgen for each in as_list(one.get("/ON")) if kind_of(each) is Kind.dictionary
            }
            yield from (each for each in groups if each not in on)


def _is_off_somewhere(usage: Any) -> bool:
    """Return whether a layer is to be off on screens, on paper, or in what is exported."""
    if kind_of(usage) is not Kind.dictionary:
        return False
    return any(
        kind_of(held) is Kind.dictionary and any(state == "/OFF" for _, state in held.items())
        for _, held in usage.items()
    )


def look_at_policy(walk: Walk, value: Any, where: str) -> None:
    """Find what is shown only while layers are off."""
    if str(value) in ("/AllOff", "/AnyOff"):
        walk.seen.add("pdf.hidden-layer", where)
    walk.plain(value, where, "P")


def look_at_visibility(walk: Walk, value: Any, where: str) -> None:
    """Find what is shown only while layers are off; what is shown while they are on is as hidden as these are."""
    waiting, steps, is_plain = [value], 0, kind_of(value) is Kind.array
    while waiting and is_plain:
        expression = as_list(waiting.pop())
        steps += 1
        is_plain = (
            steps < _MOST_STEPS
            and str(next(iter(expression), "")) in ("/And", "/Or")
            and all(kind_of(one) in (Kind.array, Kind.dictionary) for one in expression[1:])
        )
        waiting += [one for one in expression if kind_of(one) is Kind.array]
    walk.seen.add("pdf.layer" if is_plain else "pdf.hidden-layer", where)
    walk.mark(value)
