"""The files in a zip or a message that can be drawn: handed out by the process apart, and read from what it said."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from answerable.inspecting.child import inspected
from answerable.inspecting.seen import Seen

KINDS = frozenset("xlsx docx pptx ods odt odp rtf xls doc ppt".split())
"""Kinds of files that are drawn; a PDF is drawn by its own inspection."""

CONTAINERS = frozenset({"zip", "mail", "msg"})
"""Kinds of files that people get the files of."""

MOST_MEMBERS = 20
MOST_BYTES = 150 * 1024 * 1024
"""Bytes of all members together that are handed out; the others are not compared, which is told."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file within another: where it is, what it is called, its kind, and how many bytes it has."""

    place: str
    name: str
    kind: str
    size: int


def handed_out(data: bytes, name: str) -> bytes:
    """Return the members of a file that can be drawn: a line that lists them, then their bytes.

    In the list stands also how many there are that are too many, or too large.
    """
    members: list[Member] = []
    held: list[bytes] = []
    left = 0

    def meet(inner: bytes, kind: str, called: str, place: str) -> None:
        nonlocal left
        if not place or kind not in KINDS:
            return
        if len(members) == MOST_MEMBERS or sum(map(len, held)) + len(inner) > MOST_BYTES:
            left += 1
            return
        members.append(Member(place, called, kind, len(inner)))
        held.append(inner)

    inspected(data, name, seen=Seen(met=meet))
    head = json.dumps({"members": [asdict(one) for one in members], "left": left})
    return b"\n".join((head.encode(), b"".join(held)))


def read_members(said: bytes) -> tuple[int, Iterator[tuple[Member, bytes]]]:
    """Return how many members were left out, and each of the others with its bytes.

    :raises ValueError: if it is not what the process apart says.
    """
    head, _, held = said.partition(b"\n")
    told = json.loads(head)
    members = [Member(**one) for one in told["members"]]
    if sum(one.size for one in members) != len(held):
        raise ValueError("The bytes of its members are not those that were announced")
    return int(told["left"]), _each(members, held)


def _each(members: list[Member], held: bytes) -> Iterator[tuple[Member, bytes]]:
    at = 0
    for one in members:
        yield one, held[at : at + one.size]
        at += one.size
