"""The names of files that are made: plain ones, which say nothing of a machine, and no two the same."""

import re

from answerable.inspecting.text import without_unseen

_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\/]+')
_LONGEST = 100


def plain_name(name: str) -> str:
    """Return a file's name that every machine can have, without a folder."""
    last = re.split(r"[\\/]", without_unseen(name))[-1]
    plain = _NOT_IN_NAMES.sub("-", last).strip(" .-")
    return plain[-_LONGEST:] or "file"


def stem_of(name: str) -> str:
    """Return a file's name without its ending."""
    plain = plain_name(name)
    stem, dot, ending = plain.rpartition(".")
    is_an_ending = bool(dot and stem) and len(ending) <= 5 and ending.isalnum()  # noqa: PLR2004 as endings are
    return (stem if is_an_ending else plain)[: _LONGEST - 10].strip(" .-") or "file"


class Names:
    """Names that were given already."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def free(self, name: str) -> str:
        """Return a name that was not given yet, as near to this one as can be."""
        stem, dot, ending = plain_name(name).rpartition(".")
        tried, number = f"{stem}{dot}{ending}", 1
        while tried.lower() in self._taken:
            number += 1
            tried = f"{stem or 'file'} ({number}){dot}{ending}"
        self._taken.add(tried.lower())
        return tried
