"""Who wrote a file, with what, for whom: the properties that its program keeps of it."""

import re

from answerable.inspecting.markup import local, text_of
from answerable.inspecting.office.package import Package

_PEOPLE = ("creator", "lastModifiedBy", "Manager")
# Numbers, switches and days say nothing of anybody.
_PLAIN = re.compile(r"[\d.,]*|true|false|\d{4}-\d\d-\d\dT[\d:.]+Z?")


def look_at_properties(package: Package) -> None:
    """Find the properties of a file that are more than numbers and days."""
    for part, root in package.roots_of("", "core-properties", "extended-properties"):
        for one in root:
            name, text = local(one), text_of(one).strip()
            if _PLAIN.fullmatch(text):
                continue
            code = "office.person" if name in _PEOPLE else "office.property"
            package.seen.add(code, f"{name} in “{part}”", text)
    for part, root in package.roots_of("", "custom-properties"):
        for one in root:
            package.seen.add("office.custom-property", f"“{part}”", text_of(one))
