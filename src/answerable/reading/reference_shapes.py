"""The pattern of references, made of what vocabulary files say of them."""

import re
from collections.abc import Sequence


def reference_pattern(prefixes: Sequence[str], shapes: Sequence[str]) -> re.Pattern[str]:
    """Return the pattern of what begins with known letters, or has a known shape."""
    letters = "|".join(re.escape(one) for one in sorted(prefixes, key=len, reverse=True))
    known = rf"(?:{letters})(?:[-\s/_.:#]{{0,2}}|\s[Rr]ef\.?[:\s]{{1,2}})\d[\dA-Za-z]*(?:[-/_.][A-Za-z0-9]+)*"
    return re.compile("|".join([*map(_shape, sorted(shapes, key=len, reverse=True)), known]))


_SHAPES = {"#+": r"\d+", "@+": "[A-Z]+", "#": r"\d", "@": "[A-Z]"}


def _shape(shape: str) -> str:
    parts = re.findall(r"#\+|@\+|#|@|[^#@]", shape)
    # What follows more digits than the shape has is another number.
    return (
        "".join(_SHAPES.get(part, re.escape(part)) for part in parts) + r"(?![A-Za-z0-9]|[-/_.]\d)"
    )
