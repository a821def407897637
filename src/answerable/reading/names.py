"""Names of files as they are said: one line, in the order of its letters, and leading out of no folder."""

import re
import unicodedata

LONGEST = 200
"""Letters of one step of a name that are said; more are cut in the middle."""

_STEPS = re.compile(r"[/\\]")


def cleaned(name: str) -> str:
    """Return a name without control signs, without signs that turn the order of letters, on one line."""
    plain = "".join(" " if one.isspace() else one for one in name)
    kept = (one for one in plain if unicodedata.category(one) not in ("Cc", "Cf", "Cs", "Co", "Cn"))
    words = " ".join("".join(kept).split())
    if len(words) > LONGEST:
        half = LONGEST // 2
        words = f"{words[:half]}…{words[-half:]}"
    return words or "(no name)"


def cleaned_path(name: str) -> str:
    """Return a path inside a zip or a folder: its steps cleaned, and none that leads out of it."""
    steps = [one for one in _STEPS.split(name) if one.strip() not in ("", ".", "..")]
    return "/".join(cleaned(one) for one in steps) or "(no name)"
