"""The lists of what may stand in a language: read once, and asked of each element."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from answerable.inspecting.allowed.kinds import Kind, kinds_of
from answerable.inspecting.markup import Element

_EVERYWHERE, _WITHIN, _GROUPS, _NAMESPACES = "everywhere", "within", "groups", "namespaces"


@dataclass(frozen=True, slots=True)
class Allowed:
    """What a language may say: the attributes of its elements, and within which others some of them stand."""

    attributes: Mapping[str, Mapping[str, Kind]]
    within: Mapping[str, frozenset[str]]
    namespaces: frozenset[str]

    def unknown_in(self, one: Element) -> Iterator[str]:
        """Yield what an element of the language says that is not on its list: itself, or an attribute of it."""
        yield from self.unknown_of(one.tag, one.items(), self.standing_in(one))

    def standing_in(self, one: Element) -> str | None:
        """Return within which element one stands, where that is asked of it; None of the root of a part."""
        above = one.getparent() if one.tag in self.within else None
        return None if above is None else above.tag

    def unknown_of(
        self, tag: str, said: Iterable[tuple[str, str]], standing_in: str | None
    ) -> Iterator[str]:
        """Yield the same of an element of which the name, the attributes and where it stands are told."""
        known = self.attributes.get(tag)
        if known is None:
            if tag[1:].partition("}")[0] in self.namespaces:
                yield tag.rpartition("}")[2]
            return
        for key, value in said:
            kind = known.get(key.rpartition("}")[2]) or known.get("*")
            if kind is None:
                if not _is_of_every_element(key):
                    yield f"{tag.rpartition('}')[2]} {key.rpartition('}')[2]}"
            elif not kind.allows(value):
                yield f"{tag.rpartition('}')[2]} {key.rpartition('}')[2]}"
        if standing_in is not None and standing_in not in self.within[tag]:
            yield tag.rpartition("}")[2]


_OF_EVERY_ELEMENT = (
    "{http://www.w3.org/XML/1998/namespace}",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}",
    "{http://www.w3.org/2001/XMLSchema-instance}",
)


def _is_of_every_element(key: str) -> bool:
    return key.startswith(_OF_EVERY_ELEMENT)


@cache
def allowed_in(language: str) -> Allowed:
    """Return what may stand in parts that are written in a language: `word`, `sheet`, `drawing`, `open`."""
    listed = _listed(language)
    attributes: dict[str, Mapping[str, Kind]] = {}
    for short, held in listed[_NAMESPACES].items():
        everywhere = dict(kinds_of(listed.get(_EVERYWHERE, {}).get(short, "")))
        for name, line in listed.get(short, {}).items():
            kinds = {**everywhere, **dict(kinds_of(_spelt(line, listed.get(_GROUPS, {}))))}
            attributes.update(dict.fromkeys(_tags(held.split(), name), kinds))
    namespaces = frozenset(" ".join(listed[_NAMESPACES].values()).split())
    return Allowed(attributes, dict(_within(listed)), namespaces)


def ranges_of(language: str) -> Iterator[tuple[str, str]]:
    """Yield what a list without elements says: a range, and the words of which numbers lie in it."""
    for held in _listed(language).values():
        yield from held.items()


def ranges_in(language: str, section: str) -> Iterator[tuple[str, str]]:
    """Yield each name of a section that has no elements, and what its value may be."""
    yield from _listed(language)[section].items()


def _within(listed: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, frozenset[str]]]:
    namespaces = listed[_NAMESPACES]
    for name, above in listed.get(_WITHIN, {}).items():
        parents = frozenset(tag for one in above.split() for tag in _prefixed(one, namespaces))
        for tag in _prefixed(name, namespaces):
            yield tag, parents


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
