"""The lists of what may stand in a language: read once, and asked of each element."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from answerable.inspecting.allowed.kinds import Kind, kinds_of
from answerable.inspecting.markup import Element

_EVERYWHERE, _WITHIN, _GROUPS, _NAMESPACES = "everywhere", "within", "groups", "namespaces"
_NOWHERE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Allowed:
    """What a language may say: the attributes of its elements, and within which others some of them stand."""

    attributes: Mapping[str, Mapping[str, Kind]]
    within: Mapping[str, frozenset[str]]
    namespaces: frozenset[str]

    def unknown_in(self, one: Element) -> Iterator[str]:
        """Yield what an element of the language says that is not on its list: itself, or an attribute of it."""
        tag = one.tag
        known = self.attributes.get(tag)
        if known is None:
            if tag[1:].partition("}")[0] in self.namespaces:
                yield tag.rpartition("}")[2]
            return
        for key, value in one.attrib.items():
            kind = known.get(key if "}" not in key else key.rpartition("}")[2])
            if kind is None:
                if not _is_of_every_element(key):
                    yield f"{tag.rpartition('}')[2]} {key.rpartition('}')[2]}"
            elif not kind.allows(value):
                yield f"{tag.rpartition('}')[2]} {key.rpartition('}')[2]}"
        above = self.within.get(tag)
        if (
            above is not None
            and (parent := one.getparent()) is not None
            and parent.tag not in above
        ):
            yield tag.rpartition("}")[2]


_OF_EVERY_ELEMENT = (
    "{http://www.w3.org/XML/1998/namespace}",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}",
    "{http://www.w3.org/2001/XMLSchema-instance}",
)


def _is_of_every_element(key: str) -> bool:
    return key.startswith(_OF_EVERY_ELEMENT)


@cache
def allowed_in(*languages: str) -> Allowed:
    """Return what may stand in parts that are written in some languages (`word`, `drawing`)."""
    attributes: dict[str, Mapping[str, Kind]] = {}
    within: dict[str, frozenset[str]] = {}
    namespaces: set[str] = set()
    for language in languages:
        listed = _listed(language)
        groups = listed.get(_GROUPS, {})
        for short, held in listed[_NAMESPACES].items():
            everywhere = dict(kinds_of(listed.get(_EVERYWHERE, {}).get(short, "")))
            addresses = held.split()
            namespaces.update(addresses)
            for name, line in listed.get(short, {}).items():
                kinds = {**everywhere, **dict(kinds_of(_spelt(line, groups)))}
                for tag in _tags(addresses, name):
                    attributes[tag] = kinds
        for name, above in listed.get(_WITHIN, {}).items():
            short, _, element = name.partition(":")
            parents = frozenset(
                tag for one in above.split() for tag in _prefixed(one, listed[_NAMESPACES])
            )
            for tag in _tags(listed[_NAMESPACES][short].split(), element):
                within[tag] = parents
    return Allowed(attributes, within, frozenset(namespaces))


def _spelt(line: str, groups: Mapping[str, str]) -> str:
    """Return a line with what its groups (`@border`) stand for, and the groups in these."""
    return " ".join(
        _spelt(groups[one[1:]], groups) if one.startswith("@") else one for one in line.split()
    )


def _tags(addresses: list[str], name: str) -> Iterator[str]:
    for address in addresses:
        yield f"{{{address}}}{name}"


def _prefixed(name: str, namespaces: Mapping[str, str]) -> Iterator[str]:
    short, _, element = name.partition(":")
    yield from _tags(namespaces[short].split(), element)


def _listed(language: str) -> dict[str, dict[str, str]]:
    place = resources.files("answerable.inspecting.allowed").joinpath(f"{language}.toml")
    return tomllib.loads(place.read_text("utf-8"))
