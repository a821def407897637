"""Lists that stand in a sentence: where their points begin."""

import re
from collections.abc import Sequence

from answerable.domain.questions import PrintedLabel, inline_labels

_FIRST = (("a", "a)"), ("1", "1)"), ("i", "i)"))
_JOINS = re.compile(r"[;,](?:\s(?:and|or|ac|a))?$")
# A letter with a dot, and a sentence behind it.
_LETTER = re.compile(r"(?<=\s)(?P<letter>[a-z])\.\s+(?=[A-Z])")
_STEP = re.compile(r"(?:(?<=\s)|(?<=[.?!:;]))(?P<number>\d{1,2})(?P<letter>[a-z])?\.\s*(?=[^\W\d])")
# Pages that lose the ends of lines print "following:1.Does", too.
_LED = (": 1.", ":1.", ": 1a.", ":1a.")
_FEWEST_LETTERS = 3
_FEWEST = 2


def listed_in_prose(text: str) -> list[int]:
    """Return where the parts of a list stand in a sentence: "Please supply: (a) the cost; (b) the date; and (c) …"."""
    for first, sign in _FIRST:
        labels = inline_labels(text, first=first) if sign in text else []
        leads = bool(labels) and (
            text[: labels[0][0]].rstrip().endswith(":") or _are_joined(text, labels)
        )
        if len(labels) >= _FEWEST and leads and labels[0][0] > 0:
            return [start for start, _, _ in labels]
    return []


def _are_joined(text: str, labels: Sequence[tuple[int, int, str]]) -> bool:
    """Return whether a semicolon, or a comma, stands before each label of a list in a sentence but the first."""
    ends = [text[:start].rstrip() for start, _, _ in labels[1:]]
    return all(_JOINS.search(one[-6:]) for one in ends)


def dotted_in_prose(text: str, label: PrintedLabel | None) -> list[int]:
    """Return where points with dots stand in a paragraph: letters below its number, or numbers behind the colon that leads to them.

    Two letters may be initials, and "e.g." is none.
    """
    if " a. " in text and not (label and label.letter):
        letters = _counted(_LETTER, text)
        if len(letters) >= _FEWEST_LETTERS:
            return letters
    if label is None and ":" in text and any(one in text for one in _LED):
        steps = _steps(text, (0, ""))
        return steps if len(steps) >= _FEWEST else []
    if label and label.number and label.printed.endswith(".") and not label.letter:
        number = int(label.number)
        if f" {number + 1}. " in text and f" {number + 2}. " in text:
            steps = _steps(text[label.end :], (number, ""))
            return [label.end + one for one in steps] if len(steps) >= _FEWEST else []
    return []


def _counted(pattern: re.Pattern[str], text: str) -> list[int]:
    places: list[int] = []
    for found in pattern.finditer(text):
        if found["letter"] == chr(ord("a") + len(places)):
            places.append(found.start())
    return places


def _steps(text: str, last: tuple[int, str]) -> list[int]:
    """Return where numbers count on from the last, or from the colon that leads to the first: "1a.", "1b.", "2."."""
    places: list[int] = []
    is_begun = last[0] > 0
    for found in _STEP.finditer(text):
        number, letter = int(found["number"]), found["letter"] or ""
        is_next = number == last[0] + 1 and letter in ("", "a")
        goes_on = number == last[0] and bool(last[1]) and letter == chr(ord(last[1]) + 1)
        above = text[: found.start()].rstrip()
        # Behind an address or a year no mark ends the sentence; there a capital begins the next.
        begins = above.endswith((".", "?", "!", ";", ",")) or text[found.end()].isupper()
        if (is_next or goes_on) and (begins if places or is_begun else above.endswith(":")):
            places.append(found.start())
            last = (number, letter)
    return places
