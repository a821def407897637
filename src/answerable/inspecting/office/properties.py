"""Who wrote a file, with what, for whom: the properties that its program keeps of it."""

import re

from answerable.inspecting.markup import attribute, local, text_of
from answerable.inspecting.office.package import Package

_PEOPLE = ("creator", "lastModifiedBy", "Manager")
# Numbers, switches and days say nothing of anybody.
_PLAIN = re.compile(r"[\d.,]{0,6}|\d{1,3}\.\d{4,8}|true|false|\d{4}-\d\d-\d\dT[\d:.]+Z?")

_BY_A_PROGRAM = re.compile(
    r"(?:generated|created|written|made|exported|produced|converted) (?:by|with|from|using) [\w.,()/ \-]{1,60}",
    re.IGNORECASE,
)
_REMARK = re.compile(r"comment|remark|\bnotes?\b|sylw|observation", re.IGNORECASE)


def look_at_properties(package: Package) -> None:
    """Find the properties of a file that are more than numbers and days."""
    for part, root in package.roots_of("", "core-properties", "extended-properties"):
        for one in root:
            name, text = local(one), text_of(one).strip()
            if _PLAIN.fullmatch(text):
                continue
            code = "office.person" if name in _PEOPLE else "office.property"
            if name == "description" and not is_of_a_program(text):
                code = "office.remark"
            package.seen.add(code, f"{name} in “{part}”", text)
    for part, root in package.roots_of("", "custom-properties"):
        for one in root:
            code = "office.remark" if is_called_a_remark(attribute(one, "name")) else ""
            code = code if text_of(one).strip() else ""
            package.seen.add(code or "office.custom-property", f"“{part}”", text_of(one))


def is_of_a_program(text: str) -> bool:
    """Return whether a comment on a file says no more than which program made it."""
    return _BY_A_PROGRAM.fullmatch(text) is not None


def is_called_a_remark(name: str) -> bool:
    """Return whether a property that an office adds itself is called by what somebody remarks."""
    return _REMARK.search(name) is not None
