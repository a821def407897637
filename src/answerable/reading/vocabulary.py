"""The words that frame a record in a log, as bodies print them: data, so that a new one is a new row."""

import re
from dataclasses import dataclass
from enum import Enum


class Role(Enum):
    """What a label says about the text beside it."""

    REF = "ref"
    TITLE = "title"
    REQUEST = "request"
    RESPONSE = "response"
    RECEIVED = "received"
    ANSWERED = "answered"
    OUTCOME = "outcome"
    EXEMPTION = "exemption"


_LABELS = {
    Role.REF: (
        r"(?:our |your |foi |eir |foia |case |request )*ref(?:erence)?(?: ?(?:no|number|id|num)\b\.?)?",
        r"(?:foi|request|case) (?:number|no\b\.?|id)",
    ),
    Role.TITLE: (r"(?:request )?(?:title|subject|topic|heading)(?: of (?:the )?request)?",),
    Role.REQUEST: (
        r"(?:(?:the|your|foi|original|initial|summary|details|text|wording) (?:of (?:the |your )?)?)*"
        r"(?:information )?request(?:s|ed)?(?: (?:details|summary|text|wording|description|made))?",
        r"information (?:requested|sought)",
        r"you asked(?: us)?(?: for)?(?=\s*[:|]|\s*$)",
        r"request for information",
        r"questions?(?: asked)?(?=\s*[:|]|\s*$)",
        r"details of (?:the )?enquiry",
    ),
    Role.RESPONSE: (
        r"(?:(?:the|our|your|foi|summary|details|text) (?:of (?:the |our )?)?)*"
        r"(?:response|reply|answer)s?(?: (?:details|summary|text|provided|given|sent|issued))?",
        r"information (?:provided|disclosed|released)",
        r"our decision",
    ),
    Role.RECEIVED: (
        r"(?:date )?(?:request )?received(?: on| date)?",
        r"date of (?:the )?request",
        r"request date",
        r"date (?:request )?(?:received|made|submitted)",
    ),
    Role.ANSWERED: (
        r"(?:date )?(?:of )?(?:our )?(?:response|reply) (?:date|sent|issued)(?: on)?",
        r"date of (?:our |the )?(?:response|reply|disclosure|answer|publication)",
        r"(?:date )?(?:responded|answered|closed|completed|disclosed|released|replied)(?: on| date)?",
    ),
    Role.OUTCOME: (
        r"(?:request )?(?:outcome|decision|result|disclosure status|status)(?: of request)?",
    ),
    Role.EXEMPTION: (
        r"exemptions?(?:/exceptions?)?(?: (?:applied|used|cited|engaged|relied on))?",
    ),
}
# The dates come first: "Response date" is no response.
_ORDER = (
    Role.RECEIVED,
    Role.ANSWERED,
    Role.REF,
    Role.TITLE,
    Role.EXEMPTION,
    Role.OUTCOME,
    Role.REQUEST,
    Role.RESPONSE,
)
_LABEL = re.compile(
    r"[\s|>#*_]*(?:"
    + "|".join(f"(?P<{role.value}>{'|'.join(_LABELS[role])})" for role in _ORDER)
    + r")"
    r"(?P<after>[*_]*\s*(?:[:|]|[-\u2013\u2014](?=\s)|\.(?=\s|$))[*_|]*\s*|\s*$|[*_]*\s+)",
    re.IGNORECASE,
)
REF_PATTERN = re.compile(
    r"\b(?:(?:FOIA?|EIR|IC|RFI|CR|DPA|SAR|FOIR?Q?)[-\s/_.:#]{0,2}(?:\d[\d/_.-]*\d|\d+)(?:[-/_][A-Z0-9]+)*"
    r"|\d{2,4}[/_-]\d{2,6}(?:[/_-][A-Z0-9]+)*|[A-Z]{1,6}[-/_]?\d{3,}(?:[-/_][A-Z0-9]+)*|\d{4,}(?:/\d+)?"
    r"|\d{1,3}(?=\s*$))",
)
BACK_TO_TOP = re.compile(
    r"\[?\s*back to (?:the )?(?:top|index|contents)\s*\]?(?:\(#?[^)]*\))?", re.IGNORECASE
)
PAGE_NUMBER = re.compile(r"(?:page\s+)?\d{1,3}(?:\s+of\s+\d{1,3})?", re.IGNORECASE)

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",),
            ("june", "jun"), ("july", "jul"), ("august", "aug"), ("september", "sep", "sept"),
            ("october", "oct"), ("november", "nov"), ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}  # fmt: skip
"""The months' names in logs, long and short, with their numbers."""

BODIES = {
    "IOPC": ("Independent Office for Police Conduct", "policeconduct.gov.uk"),
}
"""Bodies known by their name or their domain; others are known by the name that they print."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label found at the start of a text: its role, where its words and where the rest begin.

    A strong label cannot be the first word of a sentence: it stands alone, or a colon, a bar or a
    wide gap parts it from what follows.
    """

    role: Role
    words: str
    rest: int
    is_strong: bool


def label_of(text: str) -> Label | None:
    """Return the label that the text begins with, or None."""
    found = _LABEL.match(text)
    if found is None:
        return None
    role = next(role for role in _ORDER if found[role.value] is not None)
    gap = found["after"]
    alone = not text[found.end() :].strip(" *_|")
    is_strong = alone or gap.strip() != "" or len(gap) > 1
    words = text[: found.end() - len(gap)].strip(" \t|>#*_")
    return Label(role, words, found.end(), is_strong)
