"""What a letter or a page is called by the lines above its greeting, where nothing is set in bold to tell."""

import re
from collections.abc import Sequence
from dataclasses import replace

from answerable.reading.blocks import Block, Kind, Run
from answerable.reading.letter_subjects import is_formal
from answerable.reading.request_titles import is_title_line
from answerable.reading.vocabulary import label_of

_IN_FRONT = re.compile(r"(?P<title>[A-Z][^:|]{2,100}?)\s[|\u2013\u2014-]\s\S+$")
_WORD = re.compile(r"[^\W_]+")
_EDGES = " -\u2013\u2014:|"
_FEWEST_WORDS = 2
_LONGEST_WORDS = 20
_SHORTEST_CONTENT = 4
_FEWEST_PAIRS = 2


def title_beside(text: str, ref: str) -> str:
    """Return what a line says in front of its reference, behind it, or before it in brackets; nothing if that is no title.

    "Apprenticeships - 788/21", "FOI-31-88 Cost of lamp posts", "Lamp posts (788/31)".
    """
    text = text.strip()
    if label_of(text) is not None:
        return ""
    words = _IN_FRONT.match(text)
    if words and text.endswith(ref):
        return words["title"]
    front, behind = (part.strip() for part in text.split(ref, 1))
    if front.endswith(("(", "[")) and behind in (")", "]"):
        title = front[:-1].strip(_EDGES)
    elif not front and behind[:1] not in ("/", "\\", "."):
        title = behind.strip(_EDGES)
    else:
        return ""
    many = len(title.split())
    is_name = _FEWEST_WORDS <= many <= _LONGEST_WORDS and title[-1].isalnum()
    return title if is_name and not is_formal(title) else ""


def told_again(head: Sequence[Block], told: Sequence[Block]) -> Block | None:
    """Return the first line of a letter's head of whose words most come again in what the letter says was asked; None if none does.

    A name of a body comes again, too: at least two of the line's words must have small letters.
    """
    said = {word.lower() for block in told for word in _WORD.findall(block.text)}
    for block in head:
        if not is_title_line(block) or label_of(block.text) is not None or is_formal(block.text):
            continue
        words = [
            one
            for one in _WORD.findall(block.text)
            if one.isdigit() or len(one) >= _SHORTEST_CONTENT
        ]
        small = [one for one in words if one.islower()]
        again = sum(one.lower() in said for one in words)
        if len(small) >= _FEWEST_WORDS and again * 4 >= len(words) * 3:
            return block
    return None


def with_values_below(head: Sequence[Block]) -> list[Block]:
    """Return the lines of a head, each label that stands alone joined to the line below it, where there are several such pairs: "Subject", "Parking"."""
    labels = [_is_label(block) for block in head]
    pairs = [
        place
        for place in range(len(head) - 1)
        if labels[place] and not labels[place + 1] and _is_value(head[place + 1])
    ]
    if len(pairs) < _FEWEST_PAIRS:
        return [*head]
    values = {place + 1 for place in pairs}
    return [
        _joined(block, head[place + 1]) if place in pairs else block
        for place, block in enumerate(head)
        if place not in values
    ]


def _is_label(block: Block) -> bool:
    text = block.text.strip()
    label = label_of(f"{text.rstrip(':')}:") if text and block.column is None else None
    return label is not None and label.is_strong and label.rest > len(text.rstrip(":"))


def _is_value(block: Block) -> bool:
    text = block.text.strip()
    is_line = block.kind in (Kind.PARAGRAPH, Kind.HEADING) and block.column is None
    return is_line and 0 < len(text.split()) <= _LONGEST_WORDS and text[-1] != ":"


def _joined(label: Block, value: Block) -> Block:
    gap = Run(" ") if label.text.rstrip().endswith(":") else Run(": ")
    return replace(label, runs=(*label.runs, gap, *value.runs), end=value.end)
