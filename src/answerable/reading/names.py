"""Names of files as they are said: one line, in the order of its letters, and leading out of no folder."""

import re
import unicodedata

LONGEST = 200
"""Letters of one step of a name that are said; more are cut in the middle."""

LONGEST_PATH = 300
"""Letters of a whole name that are said, and kept by the archive."""

_STEPS = re.compile(r"[/\\]")


def cleaned(name: str) -> str:
    """Return a name without control signs, without signs that turn the order of letters, on one line."""
    plain = "".join(" " if one.isspace() else one for one in name)
    kept = (one for one in plain if unicodedata.category(one) not in ("Cc", "Cf", "Cs", "Co", "Cn"))
    return _cut(" ".join("".join(kept).split()), LONGEST) or "(no name)"


def joined(outer: str, inner: str) -> str:
    """Return the name of a file in another, whose names are cleaned already."""
    return _cut(f"{outer}/{inner}", LONGEST_PATH)


def _cut(words: str, longest: int) -> str:
    if len(words) <= longest:
        return words
    half = (longest - 1) // 2
    return f"{words[:half]}…{words[-half:]}"


def cleaned_path(name: str) -> str:
    """Return a path inside a zip or a folder: its steps cleaned, and none that leads out of it."""
    steps = [one for one in _STEPS.split(name) if one.strip() not in ("", ".", "..")]
    return "/".join(cleaned(one) for one in steps) or "(no name)"
