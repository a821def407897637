"""Passages that answer nobody: greetings, preambles, the Act in general, ways to complain."""

import re

from answerable.reading.blocks import Block, Kind
from answerable.reading.sayings import openings, sayings
from answerable.reading.vocabulary import current_vocabulary

# It begins with a space, so that nothing is tried at other characters.
_SENTENCE = re.compile(r"\s(?:(?<=[.!?:]\s)\s*(?=[A-Z\"'\u201c\u2018])|(?<=\n)\n*)")
_SAID = sayings("asides")
# Both in small letters, as the words are for them: looking for capitals, too, takes twice the time.
_GENERAL, _CLOSES = re.compile(_SAID["general"]), re.compile(_SAID["closes"])
_UNDERSTOOD = re.compile(_SAID["understood"])
_REASONS = re.compile(_SAID["reasons"], re.IGNORECASE)
_PARTS = openings("asides")["parts"]
_LONGEST = 1_200
_SECTION = re.compile(
    rf"(?:{_SAID['uses']}\s)?(?:exemption(?: under)?\s*[:\u2013-]?\s*)?(?:{_SAID['laws']}\s)?{_PARTS}\s?\d+[A-Z]?(?:\s?\(\w+\))*"
    r"(?:\s*[:\u2013\u2014-]\s*|\s+\(?(?=[A-Z])|$)",
    re.IGNORECASE,
)
_SECTION_BEHIND = re.compile(
    rf"[A-Z][\w ,\u2019'-]{{3,50}}\s?[:\u2013\u2014(-]\s?\(?{_PARTS}\s?\d+[A-Z]?(?:\s?\(\w+\))*\)?",
    re.IGNORECASE,
)
_LONGEST_HEADING = 12
_LONGEST_OFFER = 400
_NEAR_BEGINNING = 40
_LONGEST_PLAIN = 4


def heads_reasons(block: Block) -> bool:
    """Return whether a block heads what is said of an exemption, or of the whole response: "Public interest test"."""
    return is_heading_line(block) and _REASONS.match(block.text.strip()) is not None


def is_heading_line(block: Block) -> bool:
    """Return whether a block is a heading, or looks like one: a short line, bold or of a few words, that is no sentence."""
    text = block.text.strip()
    is_line = 0 < len(text.split()) <= _LONGEST_HEADING and text[-1] not in ".?!:;"
    is_text = block.kind in (Kind.PARAGRAPH, Kind.HEADING) and block.column is None
    is_set_out = block.kind is Kind.HEADING or block.is_bold or len(text.split()) <= _LONGEST_PLAIN
    return is_line and is_text and is_set_out


def heads_grounds(block: Block) -> bool:
    """Return whether a short line heads reasons, or sums up: "Section 31 – Law enforcement", "Public interest test"."""
    text = block.text.strip(" :")
    is_line = 0 < len(text.split()) <= _LONGEST_HEADING and text[-1] not in ".?!;"
    if not is_line or block.rows or block.kind is Kind.ITEM:
        return False
    found = current_vocabulary().says("letter.grounds", text)
    return (found is not None and found.start() == 0) or heads_section(text)


def heads_section(text: str) -> bool:
    """Return whether a line names the section of which the words below it speak."""
    text = text.strip(" :")
    is_named = _SECTION.match(text) or _SECTION_BEHIND.fullmatch(text)
    return is_named is not None and len(text.split()) <= _LONGEST_HEADING


def is_general(text: str) -> bool:
    """Return whether every sentence of a passage says only what any letter says before it answers."""
    if len(text) > _LONGEST:
        return False
    ends = _SENTENCE.search(text)
    if ends is None:
        only = text.strip().lower()
        return only != "" and _is_formula(only)
    first = text[: ends.start()].strip()
    # Nearly always the first sentence says more: then the others need not be found.
    if first and not _is_formula(first.lower()):
        return False
    lowered = [one.strip().lower() for one in _SENTENCE.split(text) if one.strip()]
    return bool(lowered) and all(map(_is_formula, lowered))


def _is_formula(lowered: str) -> bool:
    return (
        _GENERAL.match(lowered) is not None
        or ("your" in lowered and _UNDERSTOOD.match(lowered) is not None)
        or _CLOSES.match(lowered) is not None
    )


def closes(text: str) -> bool:
    """Return whether a passage ends the answer: with the ways to complain, or with the signature."""
    return _CLOSES.match(text.strip().lower()) is not None or offers_remedy(text)


def offers_remedy(text: str) -> bool:
    """Return whether a passage begins with what may be done by whoever is not content with it: "You may ask us to review this reply"."""
    says = current_vocabulary().says
    # What is said most seldom is looked for first.
    if not says("letter.remedies", text[:_LONGEST_OFFER]):
        return False
    first = _SENTENCE.split(text.strip(), maxsplit=1)[0][:_LONGEST_OFFER]
    return all(says(f"letter.{kind}", first) for kind in ("remedies", "itself", "offered"))


def remarks_on_whole(text: str) -> bool:
    """Return whether a passage begins with what is said of a whole response: thanks, copyright, advice under the Act."""
    found = current_vocabulary().says("letter.remarks", text.strip()[:_LONGEST_OFFER])
    return found is not None and found.start() <= _NEAR_BEGINNING
