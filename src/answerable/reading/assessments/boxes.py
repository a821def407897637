"""Levels with a box before or behind each, of which one is crossed: "☐ Compliance Plus ☒ Compliant ☐ Partial"."""

import re

_CROSSED = "\u2611\u2612\u2713\u2714\u2715\u2716\u2717\u2718\u25a0\u25a3\u25c9\u25cf"
_EMPTY = "\u2610\u25a1\u25a2\u25cb\u25ef\u25fb\u2751\u274f\u2752"
_BOX = re.compile(
    rf"(?P<crossed>[{_CROSSED}]|[\[(]\s?[xXvV\u2713\u2714]\s?[\])])|(?P<empty>[{_EMPTY}]|[\[(]\s{{0,3}}[\])])"
)


def crossed_in(text: str) -> str | None:
    """Return the words beside the one crossed box of a line of boxes; None if it is no such line.

    Boxes stand behind their words where the line ends with one, else before them: an extraction may lose the first.
    """
    boxes = list(_BOX.finditer(text))
    crossed = [at for at, one in enumerate(boxes) if one["crossed"]]
    if len(crossed) != 1 or len(boxes) == len(crossed):
        return None
    at = crossed[0]
    if boxes[-1].end() == len(text.rstrip()):
        start = boxes[at - 1].end() if at else 0
        return text[start : boxes[at].start()].strip()
    end = boxes[at + 1].start() if at + 1 < len(boxes) else len(text)
    return text[boxes[at].end() : end].strip()
