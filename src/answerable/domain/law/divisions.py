"""Which subsections and paragraphs the sections have under which a request may be refused."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

_PARTS = re.compile(r"\(([0-9]{1,2}[A-Z]?)\)(?:\(([a-z]{1,2})\))?")
_LAST_LETTERS = 2


def is_provision(citation: str) -> bool | None:
    """Return whether there is a provision that is cited like `31(1)(a)`; None where its section is not known.

    Sub-paragraphs are not looked at. Paragraphs of two letters, such as 37(1)(aa), were put in later, and
    are taken for granted.
    """
    section, bracket, rest = citation.partition("(")
    divisions = _divisions().get(section.strip())
    if divisions is None:
        return None
    if not bracket:
        return True
    found = _PARTS.match(f"({rest}")
    if found is None:
        return None
    last = divisions.get(found[1])
    if last is None:
        return False
    return not found[2] or len(found[2]) == _LAST_LETTERS or found[2] <= last


@cache
def _divisions() -> Mapping[str, Mapping[str, str]]:
    text = resources.files(__package__).joinpath("divisions.toml").read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(text))
