"""Heads with a number that no word announces: they come again, with another number each time."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise

from answerable.domain.questions import leading_label
from answerable.reading.blocks import Block, Kind
from answerable.reading.days import begins_with_day, behind_day
from answerable.reading.references import is_reference, reference_in_heading
from answerable.reading.vocabulary import Label, Role, label_of

_HEAD = re.compile(
    r"(?P<words>(?:[^\W\d_]+\.?\s+){0,3}|(?:[^\W\d_]+\.?\s+){0,3}[^\W\d_]+:\s+)(?P<number>\S*\d\S*)(?:\s|$)"
)
_BEHIND_DAY = re.compile(r"\s*[(\[]\s*|\s+[|\u2013\u2014-]\s+|\s*[,:]\s+")
_DIGITS = re.compile(r"\d+")
_YEAR = re.compile(r"(?:19|20)\d\d")
# Capitals right in front of a number are a part of it, unless they are a word for it: "DAR 19876", and not "CASE 2017/044".
_LETTERS = re.compile(r"\b[A-Z]{2,6}\s+$")
_ENDS = ".,:;)]\u2013\u2014-"
_LONGEST = 24
_LONGEST_NAME = 5
_LINES = (Kind.PARAGRAPH, Kind.HEADING)
_FEWEST = 2
_FEWEST_DIGITS = 3


def numbered_heads(blocks: Sequence[Block], labels: Mapping[int, Label]) -> dict[int, Label]:
    """Return as labels of references the heads that differ in their numbers alone: "CASE 2017/044".

    Nothing where a label says already what the reference is, or where they are not as many as requests.
    """
    roles = [label.role for label in labels.values()]
    requests = roles.count(Role.REQUEST) or roles.count(Role.RESPONSE)
    if Role.REF in roles or requests < _FEWEST:
        return {}
    if named := _named_beside(blocks, labels, requests):
        return named
    groups: dict[str, dict[int, re.Match[str]]] = {}
    for place, block in enumerate(blocks):
        if place not in labels and (found := _head(block)):
            form = _DIGITS.sub("#", found["number"].strip(_ENDS))
            groups.setdefault(f"{found['words'].lower()}{form}", {})[place] = found
    for heads in groups.values():
        numbers = {found["number"] for found in heads.values()}
        is_each = len(numbers) == len(heads) <= requests + 1
        if len(heads) >= _FEWEST and is_each and _come_between(list(heads), labels):
            rule = f"structure: a number that comes again over each of {len(heads)} records"
            return {place: _label(found, rule) for place, found in heads.items()}
    return {}


def _named_beside(
    blocks: Sequence[Block], labels: Mapping[int, Label], requests: int
) -> dict[int, Label]:
    """Return the lines that come again, each with another reference right behind it: "File number", "RQ.17.21"."""
    groups: dict[str, dict[int, str]] = {}
    for place, (block, behind) in enumerate(pairwise(blocks)):
        words = block.text.strip(_ENDS + " ").lower()
        is_line = words and len(words.split()) <= _LONGEST_NAME and place not in labels
        if is_line and block.kind in _LINES and is_reference(behind.text, is_labelled=True):
            groups.setdefault(words, {})[place] = behind.text
    for heads in groups.values():
        is_each = len({*heads.values()}) == len(heads) <= requests + 1
        if len(heads) >= max(_FEWEST, requests - 1) and is_each:
            rule = f"structure: a line that comes again over the number of each of {len(heads)} records"
            return {place: _name(blocks[place], rule) for place in heads}
    return {}


def _name(block: Block, rule: str) -> Label:
    return Label(Role.REF, block.text.strip(), len(block.text), is_strong=True, rule=rule)


def _head(block: Block) -> re.Match[str] | None:
    text = block.text
    if block.kind not in _LINES or block.column == 1 or block.aside:
        return None
    # A day in front of a number that brackets or a dash part from it: "9 November 2023 (CASE 2017/044)".
    dated = _BEHIND_DAY.match(text, behind_day(text)) if begins_with_day(text) else None
    found = _HEAD.match(text[:160], dated.end() if dated else 0)
    if found is None or len(text.split(maxsplit=_LONGEST)) > _LONGEST or text[-1:] in "?.":
        return None
    number = found["number"].strip(_ENDS)
    is_long = sum(map(str.isdigit, number)) >= _FEWEST_DIGITS
    if _YEAR.fullmatch(number) and label_of(found["words"]) is None:
        # What is counted by years is a title: "Parking fines 2021".
        return None
    is_day = begins_with_day(text) and dated is None
    if not is_long or is_day or begins_with_day(found[0]) or leading_label(text) is not None:
        return None
    return found if is_reference(number, is_labelled=True) else None


def _label(found: re.Match[str], rule: str) -> Label:
    """Return the label of a head: the words in front belong to the number where they are known to."""
    known = reference_in_heading(found.string)
    is_whole = known is not None and known[1] == 0 and known[0] != found["number"]
    letters = _LETTERS.search(found["words"])
    is_own = letters is not None and label_of(f"{letters[0].strip()}:") is None
    begin = found.start("words") + letters.start() if letters and is_own else found.start("number")
    rest = 0 if is_whole else begin
    return Label(Role.REF, found["number"], rest, is_strong=True, rule=rule)


def _come_between(heads: Sequence[int], labels: Mapping[int, Label]) -> bool:
    """Return whether a request stands behind each head, before the next."""
    asked = [
        place for place, label in labels.items() if label.role in (Role.REQUEST, Role.RESPONSE)
    ]
    edges = [*heads[1:], asked[-1] + 1]
    places = sorted(asked)
    return all(_stands_between(places, head, edge) for head, edge in zip(heads, edges, strict=True))


def _stands_between(places: Sequence[int], low: int, high: int) -> bool:
    place = bisect_right(places, low)
    return place < len(places) and places[place] < high
