"""Words of a letter, so that nothing in them moves, hides or ends what stands around them."""

import re

from answerable.domain.decisions.letters import Letter
from answerable.publishing.passages import Run
from answerable.publishing.safe_text import is_safe_address, writable

# What turns the direction of the text behind it, or moves it to a line of its own.
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LINES = re.compile("\r\n|\r|\u2028|\u2029|\x85|\x0b|\x0c")
_ADDRESS = re.compile(r"https?://[^\s<>\"“”]+", re.IGNORECASE)
_BEHIND = ".,;:!?)]}'’"


def inert(text: str) -> str:
    """Return the text with control characters replaced, and marks of direction shown by their code."""
    lines = _LINES.sub("\n", text).replace("\t", " ")
    return _TURNS.sub(lambda mark: f"[U+{ord(mark[0]):04X}]", writable(lines))


def in_one_line(text: str) -> str:
    """Return the text inert and without line breaks: a heading, a cell of a table."""
    return " ".join(inert(text).split())


def letter_title(letter: Letter) -> str:
    """Return what a letter is called, which no file may leave empty."""
    return in_one_line(letter.title) or "Letter"


def runs_in(text: str) -> list[Run]:
    """Return an inert text as plain runs and web addresses that lead somewhere."""
    shown, runs, end = inert(text), [], 0
    for found in _ADDRESS.finditer(shown):
        address = found[0].rstrip(_BEHIND)
        if not is_safe_address(address):
            continue
        if found.start() > end:
            runs.append(Run(shown[end : found.start()]))
        runs.append(Run(address, address))
        end = found.start() + len(address)
    if end < len(shown):
        runs.append(Run(shown[end:]))
    return runs
