"""Lists that stand in a sentence: where their points begin."""

import re
from collections.abc import Sequence

from answerable.domain.questions import PrintedLabel, inline_labels
from answerable.domain.questions.periods import begins_with_month
from answerable.reading.sayings import sayings

_FIRST = (("a", "a)"), ("1", "1)"), ("i", "i)"))
_JOINS = re.compile(r"[;,](?:\s(?:and|or|ac|a))?$")
# A letter with a dot, and a sentence behind it.
_LETTER = re.compile(r"(?<=\s)(?P<letter>[a-z])\.\s+(?=[A-Z])")
_STEP = re.compile(
    r"(?:(?<=\s)|(?<=[.?!:;)])|(?<=[a-z]))(?P<number>\d{1,2})(?P<letter>[a-z])?\.\s*(?=[^\W\d])"
)
# Pages that lose the ends of lines print "following:1.Does", too.
_LED = (": 1.", ":1.", ": 1a.", ":1a.")
_LED_BY_SENTENCE = re.compile(r"[.?!]\s1\.\s")
_SENTENCE_ENDS = (".", "?", "!", ":", ";")
_SENTENCE = re.compile(r"(?<=[.?!])\s*(?=[A-Z])")
_COURTESY = re.compile(sayings("asking")["ends"], re.IGNORECASE)
_NAMED = re.compile(r"(?<=[.?!:;]\s)Q(?P<number>\d{1,2})[.:)]?\s+(?=[A-Z])")
_FEWEST_LETTERS = 3
_FEWEST_IN_SENTENCES = 3
_FEWEST_WORDS = 3
_FEWEST = 2


def listed_in_prose(text: str) -> list[int]:
    """Return where the parts of a list stand in a sentence: "Please supply: (a) the cost; (b) the date; and (c) …".

    Three that are sentences need no colon: "I have some questions. 1) Who …? 2) When …? 3) Why …? Thank you."
    """
    for first, sign in _FIRST:
        labels = inline_labels(text, first=first) if sign in text else []
        if len(labels) < _FEWEST or not labels[0][0]:
            continue
        places = [start for start, _, _ in labels]
        if text[: places[0]].rstrip().endswith(":") or _are_joined(text, labels):
            return places
        if _are_sentences(text, labels):
            return [*places, *_behind_last(text, places[-1])]
    return []


def _are_sentences(text: str, labels: Sequence[tuple[int, int, str]]) -> bool:
    """Return whether each label of a list stands behind the end of a sentence, and in front of words."""
    edges = [*(start for start, _, _ in labels[1:]), len(text)]
    are_parted = all(text[:start].rstrip().endswith(_SENTENCE_ENDS) for start, _, _ in labels)
    return (
        are_parted
        and len(labels) >= _FEWEST_IN_SENTENCES
        and all(
            len(text[end:edge].split()) >= _FEWEST_WORDS
            for (_, end, _), edge in zip(labels, edges, strict=True)
        )
    )


def _behind_last(text: str, begin: int) -> list[int]:
    """Return where courtesies go on behind a paragraph's last point, if they do: "Thank you for your help"."""
    for one in _SENTENCE.finditer(text, begin):
        if _COURTESY.match(text, one.end()):
            # "If you cannot, when will you?" asks.
            return [] if "?" in text[one.end() :] else [one.end()]
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
    if label is None and any(one in text for one in _LED):
        steps = _steps(text, (0, ""))
        return [*steps, *_behind_last(text, steps[-1])] if len(steps) >= _FEWEST else []
    if label is None and " 3. " in text and (led := _LED_BY_SENTENCE.search(text)):
        begin = led.end() - len("1. ")
        steps = [begin, *(begin + one for one in _steps(text[begin:], (1, "")))]
        is_list = len(steps) >= _FEWEST_IN_SENTENCES and all(
            text[:one].rstrip().endswith(_SENTENCE_ENDS) for one in steps
        )
        return [*steps, *_behind_last(text, steps[-1])] if is_list else []
    if label is None and " Q2" in text:
        named = _named(text)
        return [*named, *_behind_last(text, named[-1])] if len(named) >= _FEWEST else []
    if label and label.number and label.printed.endswith(".") and not label.letter:
        number = int(label.number)
        if f" {number + 1}. " in text and f" {number + 2}. " in text:
            steps = _steps(text[label.end :], (number, ""))
            return [label.end + one for one in steps] if len(steps) >= _FEWEST else []
    return []


def _named(text: str) -> list[int]:
    """Return where "Q1", "Q2" and so on stand behind the ends of sentences; "Q1 April to June" is a quarter."""
    places: list[int] = []
    for found in _NAMED.finditer(text):
        if begins_with_month(text[found.end() :]):
            return []
        if int(found["number"]) == len(places) + 1:
            places.append(found.start())
    return places


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
