"""Words in attributes that readers of their own should have looked at, and none did: nobody sees them, and nobody told them."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from answerable.inspecting.formats.words import (
    has_number_of_somebody,
    is_of_the_format,
    is_usual_font,
    is_usual_style,
)
from answerable.inspecting.markup import Element, local, named
from answerable.inspecting.office.attributes import FREE, NAMED_BY_THE_FORMAT, READ
from answerable.inspecting.office.drawn import NAMED_BY_A_PROGRAM
from answerable.inspecting.office.package import Package
from answerable.inspecting.standing import Standing

_LOOKED_AT = frozenset(("read", "layout"))
# Names that stand in a tab, over a column or beside a part; and those that lead to parts, which are named as they are.
_SHOWN = frozenset("sheet tableColumn Relationship Override Default definedName property".split())
_OF_DIAGRAMS = frozenset("styleLbl layoutNode forEach choose if else rule".split())
_BY_PROGRAMS = re.compile(
    r"_(?:GoBack|Toc|Ref|Hlk|Hlt|PictureBullets|MON_|xlnm\.)\w*|(?:Table|Pivot)Style(?:Light|Medium|Dark)\d+"
    r"|\s*(?:PAGE|NUMPAGES|SECTIONPAGES)(?:\s+\\\*\s+\w+){0,3}\s*|(?:adj|[a-z]{1,3})\d{0,3}|Picture_?\d+|This(?:Workbook|Document)|(?:Sheet|Chart|Module)\d{0,4}|microsoft\.com:[A-Z]{1,8}"
)


def look_for_left_over(package: Package, told: list[str]) -> None:
    """Find in every part words in attributes that nothing shows, of which none of the findings `told` says anything."""
    said = Standing(told)
    shown = cache(lambda: Standing(_words_of(package)))
    for part, root in package.roots.items():
        if part in package.archive.members and package.rule_for(part) in _LOOKED_AT:
            for one, name, value in _unheard(root):
                if said.have(value) or shown().have(value):
                    continue
                code = "office.style-name" if local(one) in _OF_DIAGRAMS else "office.unread-text"
                package.seen.add(code, f"{local(one)} {name} in “{part}”", value)


def _unheard(root: Element) -> Iterator[tuple[Element, str, str]]:
    """Yield the attributes of a part that are left to readers of their own, and may say something."""
    for one in root.iter("*"):
        for name, value in _unheard_of(one.tag, tuple(one.items())):
            yield one, name, value


# A part says the same few things of thousands of elements.
@lru_cache(maxsize=16_384)
def _unheard_of(tag: str, attributes: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    element = tag.rpartition("}")[2]
    if element in NAMED_BY_THE_FORMAT or element in _SHOWN:
        return ()
    said = ((key.rpartition("}")[2], value) for key, value in attributes)
    return tuple(
        (name, value)
        for name, value in said
        if (name in READ or name in FREE) and not _is_usual(value)
    )


def _is_usual(value: str) -> bool:
    return (
        (is_of_the_format(value) and not has_number_of_somebody(value))
        or is_usual_font(value)
        or is_usual_style(value)
        or _BY_PROGRAMS.fullmatch(value) is not None
        or NAMED_BY_A_PROGRAM.fullmatch(value) is not None
    )


def _words_of(package: Package) -> Iterator[str]:
    for root in package.roots.values():
        for one in named(root, *_WORDS):
            yield one.text or ""


_WORDS = ("t", "v", "delText", "instrText", "f", "formula1", "definedName")
