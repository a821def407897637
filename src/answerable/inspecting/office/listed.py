"""What an office file says that is on no list of what ordinary files say: whatever it does, somebody has to look."""

from functools import cache

from answerable.inspecting.allowed.lists import Allowed, allowed_in
from answerable.inspecting.markup import Element
from answerable.inspecting.office.measures import said_with
from answerable.inspecting.office.package import Package

_CODES = {
    "word": "docx.unknown-property",
    "sheet": "xlsx.unknown-property",
    "slides": "pptx.unknown-property",
    "drawing": "office.unknown-property",
    "chart": "office.unknown-property",
    "old_drawing": "office.unknown-property",
}
"""The languages in which parts of office files are written, and as what a property is found that its list lacks."""


def look_at_listed(package: Package, where: str, one: Element) -> None:
    """Find in one element what its language's list does not have, where there are words that it may take away."""
    language = _languages().get(one.tag[1:].partition("}")[0])
    if language is None:
        return
    code, allowed = language
    for unknown in allowed.unknown_in(one):
        if (said := said_with(one)) is not None:
            package.seen.add(code, f"{unknown} in {where}", said)


@cache
def _languages() -> dict[str, tuple[str, Allowed]]:
    """Return the code and the list for each namespace."""
    found = {}
    for language, code in _CODES.items():
        allowed = allowed_in(language)
        found.update(dict.fromkeys(allowed.namespaces, (code, allowed)))
    return found
