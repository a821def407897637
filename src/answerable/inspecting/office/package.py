"""An office file as parts that refer to each other: which there are, of which type, and reached from where."""

import posixpath
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from urllib.parse import unquote

from answerable.inspecting.archive import Archive
from answerable.inspecting.markup import (
    MOST_BYTES,
    Element,
    attribute,
    local,
    look_at_namespaces,
    root_of,
)
from answerable.inspecting.office.strict import tell_in_twentieths
from answerable.inspecting.office.vml import well_formed
from answerable.inspecting.seen import Seen

TYPES = "[Content_Types].xml"
_OPENXML = "application/vnd.openxmlformats-officedocument."
_MICROSOFT = "application/vnd.ms-"
_RELATIONS = "_rels/"

Inside = Callable[[bytes, str, Seen], None]
"""Inspects a file in the file, under its name; what cannot be inspected it says in a finding."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: under which name, as what ("image"), a part's name or an address outside."""

    key: str
    kind: str
    target: str
    is_outside: bool


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of an office file; `inside` inspects whole files that are parts of it."""

    archive: Archive
    seen: Seen
    inside: Inside
    types: dict[str, str] = field(default_factory=dict)
    relations: dict[str, tuple[Relation, ...]] = field(default_factory=dict)
    roots: dict[str, Element] = field(default_factory=dict)

    @property
    def parts(self) -> Iterator[str]:
        """Yield the names of parts, without what says how they hang together."""
        for name in self.archive.members:
            if name != TYPES and not _is_relations(name):
                yield name

    def type_of(self, part: str) -> str:
        """Return the content type of a part; an empty string if the file says none."""
        lowered = part.lower()
        return self.types.get(f"/{lowered}") or self.types.get(lowered.rpartition(".")[2], "")

    def rule_for(self, part: str) -> str:
        """Return what the allow-list says of a part; an empty string if it is not on it."""
        by_type = rules().get(self.type_of(part).lower(), "")
        if by_type:
            return by_type
        kinds = {one.kind for some in self.relations.values() for one in some if one.target == part}
        return next(filter(None, (related().get(kind, "") for kind in sorted(kinds))), "")

    def of(self, part: str) -> tuple[Relation, ...]:
        """Return what a part refers to; the whole file for an empty name."""
        return self.relations.get(part, ())

    def related(self, part: str, *kinds: str) -> Iterator[str]:
        """Yield the parts to which one refers as what is named, if the file holds them."""
        for one in self.of(part):
            if one.kind in kinds and not one.is_outside and one.target in self.archive.members:
                yield one.target

    def by_key(self, part: str) -> dict[str, Relation]:
        """Return what a part refers to, by the names that it uses."""
        return {one.key: one for one in self.of(part)}

    def main_part(self) -> str:
        """Return the part that is the document itself; an empty string if there is none."""
        return next(self.related("", "officeDocument"), "")

    def root(self, part: str) -> Element:
        """Return the root of a part's XML.

        :raises CannotSay: if it is none, or too large.
        """
        if part not in self.roots:
            data = self.archive.unpacked(part, most=MOST_BYTES)
            if part.lower().endswith(".vml"):
                data = well_formed(data)
            self.roots[part] = root_of(data, part, self.seen)
            tell_in_twentieths(self.roots[part])
            # What others keep in a file of an office has namespaces of its own, and is a finding as it is.
            if self.rule_for(part) != "custom-xml":
                look_at_namespaces(data, part, self.seen)
        return self.roots[part]

    def roots_of(self, part: str, *kinds: str) -> Iterator[tuple[str, Element]]:
        """Yield the names and the roots of the parts to which one refers as what is named."""
        for name in self.related(part, *kinds):
            yield name, self.root(name)


def open_package(archive: Archive, seen: Seen, inside: Inside) -> Package:
    """Return the parts of an office file.

    :raises CannotSay: if what holds them together is damaged.
    """
    package = Package(archive, seen, inside)
    for one in package.root(TYPES):
        key = attribute(one, "PartName") or attribute(one, "Extension")
        package.types[key.lower()] = attribute(one, "ContentType")
    for name in archive.members:
        if _is_relations(name):
            part = _whose(name)
            package.relations[part] = tuple(_relations(package.root(name), part))
    return package


def reached(package: Package) -> set[str]:
    """Return the parts that can be reached from the file's beginning: others show nowhere."""
    found: set[str] = set()
    waiting = [""]
    while waiting:
        for one in package.of(waiting.pop()):
            if not one.is_outside and one.target not in found:
                found.add(one.target)
                waiting.append(one.target)
    return found


@cache
def rules() -> dict[str, str]:
    """Return what the allow-list says of content types, in small letters."""
    listed = _listed()
    openxml = {f"{_OPENXML}{name}": rule for name, rule in listed["openxml"].items()}
    microsoft = {f"{_MICROSOFT}{name}": rule for name, rule in listed["microsoft"].items()}
    both = {**listed["whole"], **microsoft}
    for name, rule in openxml.items():
        both[name] = both[f"{name}+xml"] = rule
    return {name.lower(): rule for name, rule in both.items()}


@cache
def related() -> dict[str, str]:
    """Return what the allow-list says of parts by how others refer to them."""
    return dict(_listed()["related"])


def _listed() -> dict[str, dict[str, str]]:
    place = resources.files("answerable.inspecting.office").joinpath("parts.toml")
    return tomllib.loads(place.read_text("utf-8"))


def _is_relations(name: str) -> bool:
    folder, _, last = name.rpartition("/")
    return last.endswith(".rels") and (folder == "_rels" or folder.endswith("/_rels"))


def _whose(name: str) -> str:
    folder, _, last = name.rpartition("/")
    return posixpath.join(folder.removesuffix("_rels"), last.removesuffix(".rels"))


def _relations(root: Element, part: str) -> Iterator[Relation]:
    folder = posixpath.dirname(part)
    for one in root:
        if local(one) != "Relationship":
            continue
        target = attribute(one, "Target")
        is_outside = attribute(one, "TargetMode") == "External"
        if not is_outside:
            target = posixpath.normpath(posixpath.join("/", folder, unquote(target)))[1:].lstrip(
                "/"
            )
        kind = attribute(one, "Type")
        yield Relation(attribute(one, "Id"), _kind(kind), target, is_outside)


def _kind(kind: str) -> str:
    return kind.rpartition("/")[2]
