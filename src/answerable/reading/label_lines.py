"""Lines that may be labels whatever they say: short ones, bold ones, headings, words before a colon."""

import re
from dataclasses import dataclass

from answerable.domain.questions import leading_label
from answerable.reading.blocks import Block, Kind, bold_lead
from answerable.reading.naming import behind_names
from answerable.reading.records import is_furniture
from answerable.reading.references import is_reference
from answerable.reading.vocabulary import BACK_TO_TOP

_LONGEST_LABEL = 8
_LONGEST_PLAIN = 6
_COLON = re.compile(r"(?P<words>[^\W\d_][^:\n?.!]{1,50}?)\s*:(?:\s+(?=\S)|\s*$)")
_NUMBERED = re.compile(r"(?P<words>[^\W\d_]+(?:\s[^\W\d_]+){0,2})\s+(?P<number>\S*\d\S*)")


@dataclass(frozen=True, slots=True)
class LabelLine:
    """A line that may be a label: where it stands, its words without marks, and where what it heads begins."""

    place: int
    key: str
    words: str
    rest: int


def label_line(place: int, block: Block) -> LabelLine | None:
    """Return a block as what may be a label: short, in the left column, bold, a heading, or before a colon."""
    text = BACK_TO_TOP.sub("", block.text).strip()
    is_words = block.kind not in (Kind.TABLE, Kind.PICTURE, Kind.BREAK) and block.column != 1
    is_words = is_words and not is_reference(text)
    if not text or not is_words or block.aside or is_furniture(block) or _is_of_question(text):
        return None
    numbered = _NUMBERED.fullmatch(text)
    if numbered and is_reference(numbered["number"]):
        return _made(place, numbered["words"], block.text.index(numbered["number"]))
    within = _COLON.match(block.text)
    is_whole = within is None or within.end() >= len(block.text)
    if block.column == 0 and is_whole and len(text.split()) <= _LONGEST_LABEL:
        return _made(place, text, len(block.text))
    lead = bold_lead(block)
    if lead.strip() and len(lead.split()) <= _LONGEST_LABEL:
        return _made(place, lead, len(lead))
    if within and len(within["words"].split()) <= _LONGEST_PLAIN:
        return _made(place, within["words"], within.end())
    return _made(place, text, len(block.text)) if _may_stand_alone(block, text) else None


def _is_of_question(text: str) -> bool:
    """Return whether a line counts a question, or says which one it answers: no part of a record is called so."""
    return leading_label(text) is not None or behind_names(text) > 0


def _may_stand_alone(block: Block, text: str) -> bool:
    is_set_out = block.kind is Kind.HEADING or block.is_bold
    # "What was asked?" may head a request; set as any other line, it is a question.
    ends, limit = (".!,;", _LONGEST_LABEL) if is_set_out else (".!,;?", _LONGEST_PLAIN)
    return len(text.split()) <= limit and text[-1] not in ends and block.kind is not Kind.ITEM


def _made(place: int, words: str, rest: int) -> LabelLine | None:
    key = " ".join(re.findall(r"[^\W\d_]+", words.lower()))
    return LabelLine(place, key, words.strip(" :"), rest) if key else None
