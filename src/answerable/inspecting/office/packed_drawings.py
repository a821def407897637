"""Drawings that Word packs once more into an attribute, for programs before 2007: whether they say what the page says."""

import base64
import binascii
import re
from collections.abc import Iterator
from functools import cached_property

from answerable.inspecting.archive import Archive, open_archive
from answerable.inspecting.findings import CannotSay
from answerable.inspecting.formats.words import is_of_the_format
from answerable.inspecting.markup import (
    MOST_BYTES,
    Element,
    attribute,
    local,
    look_at_namespaces,
    root_of,
)
from answerable.inspecting.office.attributes import code_of
from answerable.inspecting.seen import Seen

_CHECK_SUM = re.compile(r"[A-Za-z0-9+/]{22}==")
_CHECK_SUMS = ("shapeCheckSum", "textCheckSum")
_SAID_OF_IT = ("descr", "title")
_PARTS = (".xml", ".rels")


class PackedDrawings:
    """What a part of an office file says, to hold the drawings against that are packed in it."""

    def __init__(self, root: Element, archive: Archive) -> None:
        """Hold against a part, and count what is unpacked with what its file may unpack to."""
        self._root = root
        self._allowance = archive.allowance

    @cached_property
    def _shown(self) -> frozenset[str]:
        return frozenset(_said_in(self._root))

    def says_more(self, packed: str) -> str:
        """Return what a drawing says and the part does not; an empty string if it says nothing of its own.

        One that is no drawing alone says its own beginning: with a comment, an entity, a strange name or anything
        else than XML in it, or beside it.
        """
        apart = Seen()
        try:
            archive = open_archive(base64.b64decode(packed), self._allowance, apart)
            parts = [_part_of(archive, name) for name in archive.members]
        except (CannotSay, binascii.Error):
            return packed[:80]
        if apart.counts():
            return packed[:80]
        said = (text for part in parts for text in (*_said_in(part), *_unread_in(part)))
        return next((text for text in said if text not in self._shown), "")


def _part_of(archive: Archive, name: str) -> Element:
    if not name.endswith(_PARTS) or not is_of_the_format(name):
        raise CannotSay("It is more than a drawing")
    data = archive.unpacked(name, most=MOST_BYTES)
    look_at_namespaces(data, name, archive.seen)
    return root_of(data, name, archive.seen)


def _said_in(root: Element) -> Iterator[str]:
    """Yield the texts of a part and what is said of its drawings."""
    for one in root.iter("*"):
        yield from filter(None, ((text or "").strip() for text in (one.text, one.tail)))
        yield from filter(None, (attribute(one, name) for name in _SAID_OF_IT))


def _unread_in(part: Element) -> Iterator[str]:
    """Yield names and values that are none of the format's."""
    for one in part.iter("*"):
        if not is_of_the_format(local(one)):
            yield local(one)
        for key, value in one.attrib.items():
            name = key.rpartition("}")[2]
            is_check_sum = name in _CHECK_SUMS and _CHECK_SUM.fullmatch(value.strip())
            if not is_of_the_format(name):
                yield name
            elif not is_check_sum and code_of(local(one), name, value) == "office.unread-text":
                yield value
