"""All that can be taken out of bytes: what is packed in them, and what is packed in that."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from answerable.inspecting.allowance import Allowance
from answerable.inspecting.findings import CannotSay
from answerable.inspecting.sweeping.coded import in_base64, in_hexadecimal
from answerable.inspecting.sweeping.compound import streams_of_compound
from answerable.inspecting.sweeping.deflated import deflated_in
from answerable.inspecting.sweeping.found import CannotSweep
from answerable.inspecting.sweeping.mails import parts_of_mail
from answerable.inspecting.sweeping.portable import parts_of_pdf
from answerable.inspecting.sweeping.zipped import members_of

DEEPEST = 8
"""Layers in layers."""

LARGEST = 256 * 1024 * 1024
"""Bytes of one layer."""

Parts = Iterator[tuple[str, bytes]]

_MANY_ZEROS = 0.2
_LOOKED_AT = 4096


@dataclass(frozen=True, slots=True)
class Layer:
    """Bytes that were in the file, and where."""

    where: str
    data: bytes


def layers_of(data: bytes, name: str) -> Iterator[Layer]:
    """Yield a file's bytes and all that can be taken out of them, each layer once.

    :raises CannotSweep: if something is locked or damaged, or there is too much.
    """
    allowance = Allowance(depth=DEEPEST)
    seen: set[int] = set()
    try:
        yield from _unpacked(Layer(name, data), allowance, seen)
    except CannotSay as problem:
        raise CannotSweep(str(problem)) from None


def _unpacked(layer: Layer, allowance: Allowance, seen: set[int]) -> Iterator[Layer]:
    mark = hash(layer.data)
    if not layer.data or mark in seen:
        return
    seen.add(mark)
    if len(layer.data) > LARGEST:
        raise CannotSweep(f"{layer.where} unpacks to more than {LARGEST >> 20} MB")
    yield layer
    allowance.go_deeper()
    for take in _WAYS:
        for where, data in take(layer.data, allowance):
            allowance.take_files(1)
            allowance.take_bytes(len(data))
            placed = " > ".join(filter(None, [layer.where, where]))
            yield from _unpacked(Layer(placed, data), allowance, seen)
    allowance.come_back()


def _in_two_bytes(data: bytes, _: Allowance) -> Parts:
    """Yield text of two bytes a letter as text of one, so that tags and escapes in it are seen."""
    beginning = data[:_LOOKED_AT]
    zeros = (beginning[::2].count(0), beginning[1::2].count(0))
    if max(zeros) < _MANY_ZEROS * len(beginning) / 2 or min(zeros) > max(zeros) / 4:
        return
    encoding = "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"
    yield "UTF-16", data.decode(encoding, "replace").encode("utf-8", "replace")


_WAYS: tuple[Callable[[bytes, Allowance], Parts], ...] = (
    members_of,
    deflated_in,
    parts_of_pdf,
    streams_of_compound,
    parts_of_mail,
    _in_two_bytes,
    in_base64,
    in_hexadecimal,
)
