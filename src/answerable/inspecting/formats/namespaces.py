"""Which namespaces, under which prefixes, the programs of offices declare in the XML that they write."""

import re
from functools import cache
from importlib import resources

# Libraries number the prefixes that they make up: "ns0", "a1".
_MADE_UP = re.compile(r"(?:ns|[a-z])\d{0,3}|")


def unknown_in(prefix: str, uri: str) -> str:
    """Return what no office declares of a namespace: its address, else its prefix; an empty string if it is known."""
    if uri and uri not in _known()[0]:
        return uri
    return "" if prefix in _known()[1] or _MADE_UP.fullmatch(prefix) else prefix


@cache
def _known() -> tuple[frozenset[str], frozenset[str]]:
    """Return the addresses and the prefixes that are known."""
    place = resources.files("answerable.inspecting.formats").joinpath("namespaces.txt")
    rows = [
        line.split() for line in place.read_text("utf-8").splitlines() if not line.startswith("# ")
    ]
    return frozenset(row[0] for row in rows), frozenset(each for row in rows for each in row[1:])
