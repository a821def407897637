"""Which edition of the rules and words questions are read by: what was read by another may read otherwise now."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources

_OF_RULES, _OF_WORDS = ".py", ".toml"


def edition_of(
    groups: Iterable[Sequence[str]], own_names: Iterable[str], called: Iterable[str]
) -> str:
    """Return what is another as soon as a question may be read otherwise: by the product's rules or words, or an office's.

    `groups` are words for one thing, the first that count first; `own_names` those of bodies, in any order; `called`
    what else people call one.
    """
    said = [_of_the_product(), [list(one) for one in groups], sorted(own_names), list(called)]
    written = json.dumps(said, ensure_ascii=False)
    return hashlib.sha256(written.encode("utf-8", "replace")).hexdigest()


@cache
def _of_the_product() -> str:
    """Return what is another with every change of this package, so that nobody needs to count its changes."""
    files = {
        one.name: one
        for one in resources.files("answerable.domain.precedent").iterdir()
        if one.name.endswith((_OF_RULES, _OF_WORDS))
    }
    found = hashlib.sha256()
    for name in sorted(files):
        found.update(hashlib.sha256(name.encode() + b"\0" + files[name].read_bytes()).digest())
    return found.hexdigest()
