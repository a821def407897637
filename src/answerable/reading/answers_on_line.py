"""Answers on the lines of their questions, which no label heads and no question mark parts: "1. Number of ponds: 9"."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from answerable.domain.questions import leading_label
from answerable.reading.blocks import Block, Kind
from answerable.reading.items import asks, cut_at, split_blocks
from answerable.reading.sayings import openings, sayings

_SHORT = re.compile(rf"{openings('on_line')['short']}[.!]?", re.IGNORECASE)
_BEGINS = re.compile(sayings("on_line")["begins"], re.IGNORECASE)
# A number, or an amount; not a year, nor two joined: "2023/24" says for which year somebody asks.
_AMOUNT = re.compile(
    r"(?!(?:19|20)\d\d(?:\s?[/\u2013-]\s?\d\d(?:\d\d)?)?(?:\W|$))(?:[\u00a3$\u20ac]\s?|approx\w*\.?\s)?\d[\d,.]*(?:[%kmb]|\b)(?!\))",
    re.IGNORECASE,
)
# "£10,000 or more only", "5 most recent years" say what is asked for.
_MORE_ASKED = re.compile(
    r"\b(?:or (?:more|over|above|less|fewer|greater)|most|recent|last|latest|previous|past|largest|biggest|highest|lowest|only|top|each|any|to present)\b",
    re.IGNORECASE,
)
_COLON = re.compile(r":\s+(?=\S)")
_DASH = re.compile(r"\s[\u2013\u2014-]\s+(?=\S)")
_SENTENCE = re.compile(r"(?<=\w[.\u201d)])\s+(?=[A-Z0-9\u00a3])|(?<=\w\?)\s+(?=\S)")
_FEWEST = 2
_KINDS = (Kind.PARAGRAPH, Kind.ITEM)


class _Point(NamedTuple):
    """A point of a list: the place where its answer begins, if there may be one, and whether that surely answers."""

    cut: int
    is_sure: bool


def answers_on_lines(request: Sequence[Block]) -> tuple[list[Block], list[Block]] | None:
    """Return what was asked, and below each point of it again its answer, where a list's points hold both; else None.

    Nearly all points must have words behind a colon, a dash or their first sentence, and at least half of these must be
    what only answers are: amounts, "yes", "not held", a sentence of the body's own.
    """
    if sum(map(_is_point, request)) < _FEWEST:
        return None
    pieces = split_blocks(request)
    points = {place: _point(one) for place, one in enumerate(pieces) if _is_leaf(one)}
    found = [one for one in points.values() if one.cut]
    sure = sum(one.is_sure for one in found)
    if len(found) < _FEWEST or len(found) * 4 < len(points) * 3 or sure * 2 < len(found):
        return None
    asked: list[Block] = []
    told: list[Block] = []
    first = min(points)
    for place, block in enumerate(pieces):
        cut = points[place].cut if place in points else 0
        question, *answer = cut_at(block, [cut]) if cut else (block,)
        if place < first or place in points or _is_point(block):
            asked.append(question)
        if place >= first:
            told += [question, *answer]
    return asked, told


def _is_point(block: Block) -> bool:
    if block.rows or block.kind not in _KINDS:
        return False
    label = leading_label(block.text)
    return block.kind is Kind.ITEM or (label is not None and not label.is_answer)


def _is_leaf(block: Block) -> bool:
    """Return whether a block is a point that asks itself: what ends on a colon leads to others."""
    return _is_point(block) and not block.text.rstrip().endswith(":")


def _point(block: Block) -> _Point:
    """Return where a point's answer begins: behind its first colon, its last dash, or the end of its first sentence."""
    text = block.text
    label = leading_label(text)
    begin = label.end if label else 0
    dashes = list(_DASH.finditer(text, begin))
    places = [_COLON.search(text, begin), dashes[-1] if dashes else None, _SENTENCE.search(text, begin)]  # fmt: skip
    cuts = [one.end() for one in places if one and any(map(str.isalpha, text[begin : one.start()]))]
    sure = [cut for cut in cuts if _answers(text[cut:])]
    if sure:
        return _Point(sure[0], is_sure=True)
    may = [cut for cut in cuts[:1] if not asks(text[cut:]) and "?" not in text[cut:]]
    return _Point(may[0] if may else 0, is_sure=False)


def _answers(text: str) -> bool:
    """Return whether words are surely an answer: an amount, a word that says yes or no, or a sentence of whoever answers."""
    told = text.strip()
    if told.endswith("?"):
        return False
    is_amount = _AMOUNT.match(told) and not _MORE_ASKED.search(told)
    return bool(_SHORT.fullmatch(told) or _BEGINS.match(told) or is_amount)
