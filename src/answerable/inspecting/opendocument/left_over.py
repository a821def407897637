"""Words in attributes of OpenDocument that readers of their own should have looked at, and none did: nobody sees or tells them."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from answerable.inspecting.formats.words import is_of_the_format
from answerable.inspecting.markup import Element, local, named
from answerable.inspecting.opendocument.unseen import LEFT_TO_READERS
from answerable.inspecting.seen import Seen
from answerable.inspecting.standing import Standing

# Formulas are looked at as formulas; addresses lead to where they say, and the list of parts names what is there.
_SHOWN = frozenset(("formula", "href", "full-path", "expression", "comment"))
_ON_A_TAB = frozenset(("database-range", "named-expression", "named-range", "table", "content-validation"))  # fmt: skip
_OF_FORMULAS = re.compile(r"(?:(?:of|oooc|msoxl):)?=.*|ooow:.*")
_WORD = re.compile(r"[^\W\d_]{2}")
_WORDS = ("p", "h", "title", "desc", "string")


def look_for_left_over(roots: Mapping[str, Element], told: list[str], seen: Seen) -> None:
    """Find in every part words in attributes that nothing shows, of which none of the findings `told` says anything."""
    said = Standing(told)
    shown = cache(lambda: Standing(_words_of(roots)))
    for part, root in roots.items():
        for one, name, value in _unheard(root):
            if not said.have(value) and not shown().have(value):
                seen.add("office.unread-text", f"{local(one)} {name} in “{part}”", value)


def _unheard(root: Element) -> Iterator[tuple[Element, str, str]]:
    """Yield the attributes of a part that are left to readers of their own, and may say something."""
    for one in root.iter("*"):
        for key, value in one.attrib.items():
            name = key.rpartition("}")[2]
            if name not in LEFT_TO_READERS or name in _SHOWN or local(one) in _ON_A_TAB:
                continue
            words = value.strip()
            if (
                _WORD.search(words)
                and not is_of_the_format(words)
                and not _OF_FORMULAS.fullmatch(words)
            ):
                yield one, name, words


def _words_of(roots: Mapping[str, Element]) -> Iterator[str]:
    for root in roots.values():
        for one in named(root, *_WORDS):
            yield "".join(one.itertext())
