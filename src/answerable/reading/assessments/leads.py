"""How lines lead in: what parts their cells, a label before numbers, a title, a sentence."""

import re

CELLS = re.compile(r"\s+[|\u2013\u2014-]\s+|\s*\|\s*|\t")
_LONGEST_TITLE = 160
OF_ELEMENTS = re.compile(
    r"\s*(?:\b(?:elements?|criteria|areas?|at(?:\s+the\s+level(?:\s+of)?)?|rated|assessed\s+as|found\s+to\s+be|"
    r"awards?|awarded|(?:that|which)\s+are)\b|\(\d+\)|:)+\s*",
    re.IGNORECASE,
)
LABEL = re.compile(r"(?P<label>[A-Za-z][A-Za-z -]{3,40}?)\s*[:\u2013\u2014-]?\s*(?=[(\[]?\d\.\d)")
NUMBERED_HEAD = re.compile(r"\s*(?:\d{1,2}[.)]?|section\s+\d+)\s+\D", re.IGNORECASE)


def is_lead(rest: str) -> bool:
    """Return whether what stands behind the numbers of elements begins anew: a title, a sentence, a mark, or nothing."""
    words = rest.lstrip(" *_\u201c\"'(")
    return not words or words[:1].isupper() or words[:1] in "\u2713\u2714"


def is_title(rest: str) -> bool:
    """Return whether words are a title and no sentence."""
    return len(rest) <= _LONGEST_TITLE and rest.rstrip()[-1:] not in (".", "!", ";")


def before_numbers(text: str) -> str:
    """Return what stands before the first digit or colon of a text."""
    found = re.match(r"[^\d:]*", text)
    return found.group() if found else ""
