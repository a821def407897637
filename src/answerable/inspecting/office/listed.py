"""What an office file says that is on no list of what ordinary files say: whatever it does, somebody has to look."""

from collections.abc import Iterator
from functools import cache, lru_cache

from answerable.inspecting.allowed.kinds import Kind
from answerable.inspecting.allowed.lists import Allowed, allowed_in, ranges_in
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
    "diagram": "office.unknown-property",
}
"""The languages in which parts of office files are written, and as what a property is found that its list lacks."""

_OLD_SHAPE = "{urn:schemas-microsoft-com:vml}"
_LONGEST = 40
"""Letters of a name that are told: whoever wrote it may have written anything."""


def look_at_listed(
    package: Package, where: str, one: Element, attributes: tuple[tuple[str, str], ...]
) -> None:
    """Find in one element and its attributes what its language's list does not have, where there are words that it may take away."""
    tag = one.tag
    language = _language_of(tag)
    if language is None:
        return
    code, allowed = language
    for unknown in _unknown_of(tag, attributes, allowed.standing_in(one)):
        if (said := said_with(one)) is not None:
            package.seen.add(code, f"{unknown} in {where}", said)


def unknown_in_style(style: str) -> Iterator[str]:
    """Yield the declarations of an old drawing's style that are on no list, by their names."""
    for one in style.split(";"):
        name, _, value = one.partition(":")
        kind = _declarations().get(name.strip().lower())
        if one.strip() and (kind is None or not kind.allows(value.strip().lower())):
            yield f"style {name.strip()[:_LONGEST]}"


# A part says the same few things of thousands of elements.
@lru_cache(maxsize=16_384)
def _unknown_of(
    tag: str, attributes: tuple[tuple[str, str], ...], standing_in: str | None
) -> tuple[str, ...]:
    """Return what an element says that the list of its language does not have."""
    allowed = _languages()[tag[1:].partition("}")[0]][1]
    is_old = tag.startswith(_OLD_SHAPE)
    styles = unknown_in_style(dict(attributes).get("style", "")) if is_old else ()
    return (*allowed.unknown_of(tag, attributes, standing_in), *styles)


@lru_cache(maxsize=16_384)
def _language_of(tag: str) -> tuple[str, Allowed] | None:
    return _languages().get(tag[1:].partition("}")[0])


@cache
def _declarations() -> dict[str, Kind]:
    return {name: Kind(usual) for name, usual in ranges_in("old_drawing", "style")}


@cache
def _languages() -> dict[str, tuple[str, Allowed]]:
    """Return the code and the list for each namespace."""
    found = {}
    for language, code in _CODES.items():
        allowed = allowed_in(language)
        found.update(dict.fromkeys(allowed.namespaces, (code, allowed)))
    return found
