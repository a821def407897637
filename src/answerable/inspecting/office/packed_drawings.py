"""Drawings that Word packs once more into an attribute, for programs before 2007: whether they say what the page says."""

import base64
import binascii
import io
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from answerable.inspecting.archive import DAMAGED
from answerable.inspecting.markup import Element, attribute, local
from answerable.inspecting.office.attributes import code_of

_MOST = 4 * 1024 * 1024
_MOST_PARTS = 40
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
_CHECK_SUM = re.compile(r"[A-Za-z0-9+/]{22}==")
_SAID_OF_IT = ("descr", "title")


def says_more(root: Element, packed: str) -> str:
    """Return what a drawing packed in a part says and the part does not; an empty string if it says nothing of its own.

    Whatever cannot be unpacked says its own beginning.
    """
    try:
        parts = list(_parts(packed))
    except (*DAMAGED, binascii.Error, ValueError, etree.XMLSyntaxError):
        return packed[:80]
    shown = set(_said_in(root))
    said = (text for part in parts for text in (*_said_in(part), *_unread_in(part)))
    return next((text for text in said if text not in shown), "")


def _parts(packed: str) -> Iterator[Element]:
    with zipfile.ZipFile(io.BytesIO(base64.b64decode(packed))) as opened:
        held = opened.infolist()
        if len(held) > _MOST_PARTS or sum(one.file_size for one in held) > _MOST:
            raise ValueError("more than a drawing")
        for one in held:
            if not one.filename.endswith((".xml", ".rels")):
                raise ValueError("more than a drawing")
            yield etree.fromstring(opened.read(one), _PARSER)


def _said_in(root: Element) -> Iterator[str]:
    """Yield the texts of a part and what is said of its drawings."""
    for one in root.iter("*"):
        if one.text and (text := one.text.strip()):
            yield text
        yield from filter(None, (attribute(one, name) for name in _SAID_OF_IT))


def _unread_in(part: Element) -> Iterator[str]:
    """Yield the values of attributes that are none of the format's."""
    for one in part.iter("*"):
        for key, value in one.attrib.items():
            is_check_sum = key == "shapeCheckSum" and _CHECK_SUM.fullmatch(value.strip())
            name = key.rpartition("}")[2]
            if not is_check_sum and code_of(local(one), name, value) == "office.unread-text":
                yield value
