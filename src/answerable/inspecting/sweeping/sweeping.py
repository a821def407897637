"""The sweep of one file for words. It runs in a process apart, or in one that is such."""

from collections.abc import Iterator, Sequence

from answerable.inspecting.sweeping.found import Trace
from answerable.inspecting.sweeping.layers import Layer, layers_of
from answerable.inspecting.sweeping.needles import Haystacks, Needle, haystacks
from answerable.inspecting.sweeping.readable import readable, squeezed, windows

MOST_TRACES = 1_000
"""Traces that are told: whoever has that many needs no more."""


def traces_here(data: bytes, sought: Sequence[str], *, name: str = "") -> tuple[Trace, ...]:
    """Return where which words are in a file, each once for each place.

    :raises CannotSweep: if it cannot be searched to the end.
    """
    looked_for = haystacks(sought)
    found: dict[tuple[int, str], Trace] = {}
    for layer in layers_of(data, name):
        for needle in _found_in(layer, looked_for):
            trace = Trace(needle.sought, layer.where, needle.encoding)
            found.setdefault((trace.sought, trace.where), trace)
            if len(found) >= MOST_TRACES:
                return tuple(found.values())
    return tuple(found.values())


def _found_in(layer: Layer, looked_for: Haystacks) -> Iterator[Needle]:
    for window in windows(layer.data):
        yield from looked_for.raw.found_in(window.lower())
        for text in readable(window):
            yield from looked_for.text.found_in(text)
            yield from looked_for.squeezed.found_in(squeezed(text))
