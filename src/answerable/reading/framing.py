"""A record's frame made whole: the label of a request or of a response that no vocabulary knows, told by its place."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from answerable.reading.blocks import Block, Kind
from answerable.reading.days import day_in, is_day_alone
from answerable.reading.label_lines import LabelLine, label_line
from answerable.reading.letter_frame import any_salute
from answerable.reading.matches import stems
from answerable.reading.records import beside, is_furniture
from answerable.reading.references import is_reference
from answerable.reading.told_fields import with_fields_told
from answerable.reading.vocabulary import Label, Role

_FEWEST = 2
_NEARLY_ALL = 0.75
_FEWEST_WORDS = 3.0
_LONGEST_HEAD = 8
_LONGEST_LINE = 30
# More of what stands below a line need not be looked at to tell it from what stands below another.
_LONGEST_VALUE = 2_000
# "FOI 17/22: Hives" is no label of hives.
_COLON = re.compile(r"^[^\d]*:\s*$")
_FIELDS = (Role.REQUEST, Role.RESPONSE)
_OF_DAYS = {
    Role.RECEIVED: Role.REQUEST,
    Role.ASKED: Role.REQUEST,
    Role.ANSWERED: Role.RESPONSE,
    Role.PUBLISHED: Role.RESPONSE,
}


def framed(blocks: Sequence[Block], labels: Mapping[int, Label]) -> dict[int, Label]:
    """Return labels of which requests and responses both have one, wherever the blocks tell it.

    Where words tell only the one, the other is what comes again at the same place of each record.
    """
    if any_salute(blocks):
        # Letters come again with words of their own: "Yours faithfully".
        return dict(labels)
    whole = with_fields_told(blocks, _without_days(blocks, labels))
    times = Counter(label.role for label in whole.values())
    for known, missing in (_FIELDS, _FIELDS[::-1]):
        if times[known] >= _FEWEST and not times[missing]:
            whole |= _coming_again(blocks, whole, known, missing)
    whole |= _in_heads(blocks, whole)
    return dict(sorted(whole.items()))


def _without_days(blocks: Sequence[Block], labels: Mapping[int, Label]) -> dict[int, Label]:
    """Return labels with those as fields that may announce a day, and have none: "Answered:" over an answer."""
    whole = dict(labels)
    roles = {label.role for label in labels.values()}
    for place, label in labels.items():
        role = _OF_DAYS.get(label.role)
        if role and role not in roles and _has_no_day(blocks, labels, place):
            whole[place] = replace(label, role=role)
    return whole


def _has_no_day(blocks: Sequence[Block], labels: Mapping[int, Label], place: int) -> bool:
    """Return whether words and no day stand below a label that is alone in its line."""
    is_alone = labels[place].rest >= len(blocks[place].text) and not beside(blocks, place)
    below = place + 1
    if not is_alone or below >= len(blocks) or below in labels or not blocks[below].text.strip():
        return False
    return blocks[below].kind is not Kind.HEADING and not is_day_alone(blocks[below].text)


def _coming_again(
    blocks: Sequence[Block], labels: Mapping[int, Label], known: Role, missing: Role
) -> dict[int, Label]:
    """Return as labels of the missing field the lines that stand once in nearly each record, and part its words."""
    anchors = [place for place, label in labels.items() if label.role is known]
    spans = (
        [*pairwise([*anchors, len(blocks)])]
        if missing is Role.RESPONSE
        else [*pairwise([-1, *anchors])]
    )
    found = [_lines(blocks, labels, first + 1, end) for first, end in spans]
    times = Counter(key for lines in found for key in lines)
    keys = [key for key, seen in times.items() if seen >= max(_FEWEST, len(spans) * _NEARLY_ALL)]
    keys = [key for key in keys if _parts_words(blocks, labels, key, found, spans)]
    if not keys:
        return {}
    # An answer's own parts come again below its label, and what heads a record above that of the request.
    places: dict[str, list[int]] = {key: [] for key in keys}
    for lines in found:
        for number, key in enumerate(lines):
            if key in places:
                places[key].append(number)
    choose = min if missing is Role.RESPONSE else max
    key = choose(keys, key=lambda one: sum(places[one]) / len(places[one]))
    rule = f"structure: a line that comes again in {times[key]} of {len(spans)} records"
    return {
        lines[key].place: Label(
            missing, lines[key].words, lines[key].rest, is_strong=True, rule=rule
        )
        for lines in found
        if key in lines
    }


def _in_heads(blocks: Sequence[Block], labels: Mapping[int, Label]) -> dict[int, Label]:
    """Return as labels the words with a colon that come again above the request of nearly each record.

    "Subject line: Hives" is its title, if nothing else is: it shares its words with what was asked. What else is
    announced so is no field of an entry.
    """
    anchors = [place for place, label in labels.items() if label.role is Role.REQUEST]
    heads = [_colons_above(blocks, labels, anchor) for anchor in anchors]
    times = Counter(key for lines in heads for key in lines)
    often = max(_FEWEST, len(anchors) * _NEARLY_ALL)
    known = any(label.role is Role.TITLE for label in labels.values())
    found: dict[int, Label] = {}
    for key in (key for key, seen in times.items() if seen >= often):
        held = [
            (anchor, lines[key])
            for anchor, lines in zip(anchors, heads, strict=True)
            if key in lines
        ]
        values = [blocks[line.place].text[line.rest :] for _, line in held]
        if any(is_reference(one, is_labelled=True) or day_in(one) for one in values):
            continue
        asked = [stems(_words_asked(blocks, labels, anchor)) for anchor, _ in held]
        alike = sum(bool(stems(one) & words) for one, words in zip(values, asked, strict=True))
        is_title = not known and alike * 2 >= len(held)
        known = known or is_title
        role = Role.TITLE if is_title else Role.OTHER
        rule = f"structure: words with a colon that come again over {len(held)} records"
        for _, line in held:
            found[line.place] = Label(role, line.words, line.rest, is_strong=True, rule=rule)
    return found if any(label.role is Role.TITLE for label in found.values()) or known else {}


def _colons_above(
    blocks: Sequence[Block], labels: Mapping[int, Label], anchor: int
) -> dict[str, LabelLine]:
    """Return the lines right above a request with words, a colon and a value, by their words."""
    lines: dict[str, LabelLine] = {}
    for place in range(anchor - 1, max(-1, anchor - 1 - _LONGEST_HEAD), -1):
        block, label = blocks[place], labels.get(place)
        if (label and label.role in _FIELDS) or len(block.text.split()) > _LONGEST_LINE:
            break
        may = label is None and block.column is None and ":" in block.text
        line = label_line(place, block) if may else None
        if line and line.rest < len(block.text) and _COLON.search(block.text[: line.rest]):
            lines[line.key] = line
    return lines


def _words_asked(blocks: Sequence[Block], labels: Mapping[int, Label], anchor: int) -> str:
    words = [blocks[anchor].text[labels[anchor].rest :]]
    for place in range(anchor + 1, len(blocks)):
        if place in labels:
            break
        words.append(blocks[place].text)
    return " ".join(words)


def _lines(
    blocks: Sequence[Block], labels: Mapping[int, Label], first: int, end: int
) -> dict[str, LabelLine]:
    """Return the lines that may be labels between two places, by their keys: those alone that stand there once."""
    lines = [
        line
        for place in range(first, end)
        if place not in labels
        and (line := label_line(place, blocks[place]))
        and not any(map(str.isdigit, line.words))
    ]
    times = Counter(line.key for line in lines)
    return {line.key: line for line in lines if times[line.key] == 1}


def _parts_words(
    blocks: Sequence[Block],
    labels: Mapping[int, Label],
    key: str,
    found: Sequence[Mapping[str, LabelLine]],
    spans: Sequence[tuple[int, int]],
) -> bool:
    """Return whether words stand between the known label and a line, and other words below it each time."""
    told, above = [], []
    for lines, (first, end) in zip(found, spans, strict=True):
        if key in lines:
            told.append(_words_below(blocks, labels, lines[key], end))
            above.append(_words_above(blocks, labels, first, lines[key].place))
    is_told = sum(len(one.split()) for one in told) >= _FEWEST_WORDS * len(told)
    return is_told and len({*told}) * 2 > len(told) and sum(above) * 2 > len(above)


def _words_below(
    blocks: Sequence[Block], labels: Mapping[int, Label], line: LabelLine, end: int
) -> str:
    """Return how what stands behind and below a line begins, before a heading or another label."""
    words = [blocks[line.place].text[line.rest :]]
    length = len(words[0])
    for place in range(line.place + 1, end):
        if place in labels or blocks[place].kind is Kind.HEADING or length > _LONGEST_VALUE:
            break
        words.append(
            " ".join([blocks[place].text, *(one for row in blocks[place].rows for one in row)])
        )
        length += len(words[-1])
    return " ".join(words).strip()


def _words_above(
    blocks: Sequence[Block], labels: Mapping[int, Label], first: int, place: int
) -> bool:
    """Return whether anything stands between the known label above and a line."""
    behind = blocks[first].text[labels[first].rest :] if first in labels else ""
    between = any(
        blocks[one].text.strip() and not is_furniture(blocks[one])
        for one in range(first + 1, place)
    )
    return bool(behind.strip()) or between
