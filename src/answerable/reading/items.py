"""The items of a request or a response: what is labelled, bulleted, or asked in a line of its own."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from answerable.domain.questions import (
    Bullet,
    PrintedLabel,
    behind_label,
    inline_labels,
    leading_label,
    numbered,
)
from answerable.reading.blocks import Block, Kind, Run, after, before
from answerable.reading.lists_in_prose import dotted_in_prose, listed_in_prose
from answerable.reading.naming import joint_labels
from answerable.reading.sayings import listed, openings
from answerable.reading.styles_apart import set_out_words

_BEGUN = {key: "|".join(map(re.escape, words)) for key, words in listed("asking").items()}
_ASKS = re.compile(
    rf"(?!(?:{_BEGUN['tells']})\b)(?:(?:{_BEGUN['before']})[,:]?\s+)*(?:{_BEGUN['begins']})\b",
    re.IGNORECASE,
)
# OCR reads the dash behind a heading as an i.
_DASHES_BEHIND = re.compile(r"\s+(?:i|[\u2013\u2014-]+)$")
_JOINT_BEHIND = re.compile(r"[;,]\s+(?:and|or)$|;$")
_MAY_JOIN = (";", "and", "or")
_QUESTION = re.compile(r"(?:[^.?!]|[.!](?=\S))+\?")
_LONGEST_LEAP = 5
_FEWEST_STYLED = 2
_FEWEST_ALONE = 3
# The style of "1.1 the number": in small letters only the number above it tells it from a figure.
_SMALL = "1.1 a"
_CUT_KINDS = (Kind.PARAGRAPH, Kind.ITEM)
_MARKED_KINDS = (Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING)
_SENTENCE_END = re.compile(r"(?<=\w)[.;?](?=\s)")
# Two words of letters, beside "and".
_WORDED = re.compile(
    r"(?:(?!and\b)[^\W\d_]{3,}\W+(?:[\d./-]+\W+)*){2}|(?!and\b)[^\W\d_]{3,}\W+(?!and\b)[^\W\d_]{2,}"
)
_JOINERS = re.compile(rf"{openings('asking')['joins']}[.:]?", re.IGNORECASE)


class Item(NamedTuple):
    """A labelled or bulleted stretch of a record.

    `block` is the block that it begins in; `label` canonical; `parent` the place of the item above
    it, if any; `is_leaf` says that no item stands below it.
    """

    block: int
    printed: str
    label: str
    text: str
    parent: int | None
    is_leaf: bool


def with_words(blocks: Sequence[Block], *, only_questions: bool = False) -> list[Block]:
    """Return the blocks with each label that stands on a line of its own joined to the words below it.

    `only_questions` joins only what asks: in a response "Question 2" may head the answer. Bare numbers of one list head
    its points, whatever these say.
    """
    only_questions = only_questions and not _count_one_list(blocks)
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if (
            last is not None
            and _is_label_alone(last)
            and _may_follow(block, only_questions=only_questions)
        ):
            words = (*last.runs, Run(" "), *block.runs)
            joined[-1] = replace(block, kind=Kind.PARAGRAPH, runs=words, start=last.start)
        else:
            joined.append(block)
    return joined


def _count_one_list(blocks: Sequence[Block]) -> bool:
    """Return whether the labels that stand on lines of their own are bare numbers that count on from 1, each once."""
    labels = [leading_label(block.text) for block in blocks if _is_label_alone(block)]
    bare = [one.number for one in labels if one and not (one.word or one.letter or one.is_answer)]
    counted = [str(one) for one in range(1, len(labels) + 1)]
    return len(labels) >= _FEWEST_ALONE and bare == counted


def _is_label_alone(block: Block) -> bool:
    label = leading_label(block.text)
    return label is not None and not block.text[label.end :].strip() and _counts(label)


def _may_follow(block: Block, *, only_questions: bool) -> bool:
    if only_questions and not (block.is_italic or asks(block.text)):
        return False
    is_text = block.kind in (Kind.PARAGRAPH, Kind.HEADING)
    return is_text and bool(block.text.strip()) and leading_label(block.text) is None


def split_blocks(blocks: Sequence[Block], *, are_asked: bool = False) -> list[Block]:
    """Return the blocks with those cut apart that hold several items: "1)153 days; 2)236 days".

    `are_asked` leaves a question whole whose parts are bare days or numbers: "as at (a) 1.4.19 and (b) 1.4.16".
    """
    return [
        part
        for block in styled_apart(blocks)
        for part in ([block] if are_asked and _parts_are_bare(block) else _split(block))
    ]


def _parts_are_bare(block: Block) -> bool:
    """Return whether letters in a labelled question stand before days or numbers alone, each."""
    label = leading_label(block.text)
    if (label and (not label.number or label.letter)) or "a)" not in block.text:
        return False
    edges = [start for start, _, _ in inline_labels(block.text, first="a")]
    parts = [block.text[start:end] for start, end in pairwise([*edges, len(block.text)])]
    return len(parts) > 1 and not any(map(is_worded, parts))


def is_worded(part: str) -> bool:
    """Return whether the first sentence of a list's point says something in words: a bare day or number does not."""
    return _WORDED.search(_SENTENCE_END.split(part)[0]) is not None


def styled_apart(blocks: Sequence[Block]) -> list[Block]:
    """Return blocks with those cut that print a labelled question in bold, and its answer behind it in plain words.

    Once may be an emphasis: most of several must ask.
    """
    ends = {
        place: end
        for place, block in enumerate(blocks)
        if len(block.runs) > 1 and (end := _question_in_bold(block))
    }
    if len(ends) < _FEWEST_STYLED:
        return [*blocks]
    asking = sum(asks(behind_label(blocks[place].text[:end])) for place, end in ends.items())
    if asking * 2 < len(ends):
        return [*blocks]
    return [
        part
        for place, block in enumerate(blocks)
        for part in (cut_at(block, [ends[place]]) if place in ends else [block])
    ]


def _question_in_bold(block: Block) -> int:
    label = leading_label(block.text) if block.kind in _CUT_KINDS else None
    return set_out_words(block, label.end) if label and not label.is_answer else 0


def _split(block: Block) -> list[Block]:
    if block.kind not in _CUT_KINDS or joint_labels(block.text)[0]:
        return [block]
    label = leading_label(block.text)
    places = _twice_or_dotted(block.text, label) or _bracketed(block, label)
    return cut_at(block, places) if places else [block]


def _twice_or_dotted(text: str, label: PrintedLabel | None) -> list[int]:
    """Return where a block is cut between a number and the letter right behind it, or at points with dots in its sentence."""
    twice = _labelled_twice(text, label) if label and label.number and not label.letter else 0
    return [twice] if twice else dotted_in_prose(text, label)


def _bracketed(block: Block, label: PrintedLabel | None) -> list[int]:
    """Return where labels with brackets stand inside a block that count on from its own, or from the first."""
    text = block.text
    dotted = label is not None and label.printed.endswith(".")
    # Inside a text only a bracket stands behind a label, or the dot of a list that counts with dots.
    if ")" not in text and not dotted:
        return []
    if label and label.number and not label.letter and label.printed.endswith((")", ".")):
        cuts = inline_labels(text[label.end :], first=str(int(label.number) + 1), dotted=dotted)
        if cuts:
            return [label.end + start for start, _, _ in cuts]
    if label and label.letter and not label.number:
        further = inline_labels(text[label.end :], first=chr(ord(label.letter) + 1))
        return [label.end + start for start, _, _ in further]
    if label is None or not label.letter:
        begin = label.end if label else 0
        letters = inline_labels(text[begin:], first="a")
        if len(letters) > 1 and letters[0][0] > 0 and (label or block.kind is Kind.ITEM):
            return [begin + start for start, _, _ in letters]
    return listed_in_prose(text)


def _labelled_twice(text: str, label: PrintedLabel) -> int:
    """Return where the letter begins that stands right behind a number: "2) a) 2,115"; 0 if none does."""
    second = leading_label(text[label.end :])
    is_letter = second is not None and second.letter == "a" and not (second.number or second.word)
    return label.end if is_letter and not label.word else 0


def cut_at(block: Block, places: list[int]) -> list[Block]:
    """Cut a block at places in its text; the share of the source goes with the share of the text."""
    parts, whole = [], max(1, len(block.text))
    edges = [0, *places, len(block.text)]
    span = block.end - block.start
    for first, last in pairwise(edges):
        runs = after(before(block.runs, last), first)
        if runs:
            start, end = (block.start + span * edge // whole for edge in (first, last))
            keeps = block if first == 0 else replace(block, marker=None, kind=Kind.PARAGRAPH)
            parts.append(
                replace(keeps, runs=runs, start=start, end=end, broken=block.broken and not first)
            )
    return parts


class Mark(NamedTuple):
    """A label or a bullet in front of a block, before it is numbered."""

    block: int
    printed: str
    mark: PrintedLabel | Bullet
    text: str
    is_italic: bool


def marks_of(blocks: Sequence[Block]) -> list[Mark]:
    """Return the labels and bullets in front of blocks; what announces an answer ("A1:") is none."""
    found: list[Mark] = []
    last = 0
    for place, block in enumerate(blocks):
        if block.kind not in _MARKED_KINDS:
            continue
        label = leading_label(block.text)
        if label and not label.word and _leaps(label, last):
            label = None
        if label and label.number:
            last = int(label.number)
        if label and not label.is_answer:
            mark: PrintedLabel | Bullet = label if _counts(label) else Bullet()
            text = block.text[label.end :].strip()
            if text.endswith(_MAY_JOIN):
                text = _JOINT_BEHIND.sub("", text)
            found.append(Mark(place, label.printed, mark, text, block.is_italic))
        elif block.kind is Kind.ITEM and label is None:
            bullet = Bullet(block.level)
            found.append(Mark(place, block.marker or "•", bullet, block.text, block.is_italic))
    return found


def _leaps(label: PrintedLabel, last: int) -> bool:
    """Return whether a number does not count on from the last: "161: 77 in homes" and "2.1 each" are figures."""
    if label.number is None:
        return False
    if label.style == _SMALL:
        return int(label.number) != last
    return int(label.number) > last + _LONGEST_LEAP


def items_of(marks: Sequence[Mark]) -> list[Item]:
    """Return the marks as items with their canonical labels."""
    labels = numbered([one.mark for one in marks])
    parents = {one.parent for one in labels if one.parent is not None}
    return [
        Item(mark.block, mark.printed, one.label, mark.text, one.parent, place not in parents)
        for place, (mark, one) in enumerate(zip(marks, labels, strict=True))
    ]


def _counts(label: PrintedLabel) -> bool:
    return bool(label.number or label.letter or label.roman or label.block)


def asked_lines(blocks: Sequence[Block]) -> list[Mark]:
    """Return as marks the paragraphs of a request that each ask something without a label.

    Only where there are several, and every one of them but an introduction ends in a question mark; a few may be a
    sentence that asks without one.
    """
    paragraphs = [(place, block) for place, block in enumerate(blocks) if block.text.strip()]
    marked = [(place, block) for place, block in paragraphs if _is_question(block.text)]
    asked = [(place, block) for place, block in paragraphs if _asks_in_line(block.text)]
    asked = asked if len(marked) * 2 > len(asked) else marked
    places = {place for place, _ in asked}
    others = [place for place, _ in paragraphs if place not in places]
    if len(asked) < 2 or any(place > asked[0][0] for place in others):  # noqa: PLR2004 one is no list
        return []
    return [Mark(place, "", Bullet(), block.text, block.is_italic) for place, block in asked]


def _is_question(text: str) -> bool:
    """Return whether a paragraph is a question, or one with a wish for its answer: "How many? Please list them."."""
    question, mark, rest = text.rstrip().rpartition("?")
    return bool(mark) and (
        not rest or (len(rest) < len(question) and _ASKS.match(rest.strip()) is not None)
    )


def _asks_in_line(text: str) -> bool:
    """Return whether a paragraph is a question, or a single sentence that begins as one: "How many cars were sold."."""
    is_sentence = text.rstrip().endswith(".") and ". " not in text.strip()
    return _is_question(text) or (is_sentence and bool(_ASKS.match(text.strip())))


def asked_sentences(blocks: Sequence[Block]) -> list[Mark]:
    """Return as marks the sentences of a request that end in a question mark."""
    return [
        Mark(place, "", Bullet(), words.strip(), block.is_italic)
        for place, block in enumerate(blocks)
        if "?" in block.text
        for words in _QUESTION.findall(block.text)
    ]


def asks(text: str) -> bool:
    """Return whether a text asks: by its question mark, or by the way it begins."""
    return text.rstrip().endswith("?") or bool(_ASKS.match(text))


def joins(text: str) -> bool:
    """Return whether a text only joins two questions: "And"."""
    return bool(_JOINERS.fullmatch(text.strip()))


def heading_of(items: Sequence[Item], item: Item) -> str | None:
    """Return the text of the item that an item stands below."""
    if item.parent is None:
        return None
    return _DASHES_BEHIND.sub("", items[item.parent].text).strip(" :") or None
