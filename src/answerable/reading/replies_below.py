"""Where a body begins to answer below what was asked, told by what its sentences say and by no label."""

import re
from collections.abc import Sequence

from answerable.domain.decisions import Outcome
from answerable.domain.questions import leading_label
from answerable.reading.blocks import Block, Kind
from answerable.reading.decisions import decided
from answerable.reading.items import asks
from answerable.reading.matches import plain
from answerable.reading.naming import behind_names
from answerable.reading.sayings import openings
from answerable.reading.vocabulary import current_vocabulary

_NEAR_BEGINNING = 10
# What only whoever answers says.
_REFUSALS = (Outcome.NOT_HELD, Outcome.COST_LIMIT, Outcome.NCND, Outcome.WITHHELD)
_OWN = re.compile(r"\b(?:we|our|us|the (?:council|trust|force|board|university|authority))\b", re.IGNORECASE)  # fmt: skip
_CONFIRMS = re.compile(r"\b(?:i|we) (?:can|are able to) (?:now )?(?:confirm|advise|inform)\b", re.IGNORECASE)  # fmt: skip
_LONGEST_LEAD = 120
_LONGEST_BEGINNING = 40
_THANKS = re.compile(r"thank(?:s| you) for your (?:[\w()]+ ){0,5}?(?:request|enquiry|e-?mail|letter|application)\b", re.IGNORECASE)  # fmt: skip
_WISHES = re.compile(openings("asking")["wishes"], re.IGNORECASE)
# "Section 21 – information already accessible", "Section 43 Exemption Applied" in a line of its own.
_GROUNDS = re.compile(r"(?:section|regulation) \d{1,2}[A-Z]?(?:\s?\(\w{1,3}\))*\s*(?:[:\u2013\u2014-]\s*\w|exempt|exception)", re.IGNORECASE)  # fmt: skip
_LONGEST_HEADING = 14


def replies_below(pieces: Sequence[Block]) -> int:
    """Return where the paragraphs begin that answer, below the last of several questions; 0 if none does."""
    first = next((place for place, one in enumerate(pieces) if place and _answers(one)), 0)
    above = (one for one in pieces[:first] if not one.rows)
    if not any(is_asked(one) or speaks_for_asker(one) or asks(one.text) for one in above):
        return 0
    # A list of the answer's own may stand below where it begins.
    asked = {_beginning(one) for one in pieces[:first] if is_asked(one)}
    below = (one for one in pieces[first:] if _beginning(one) not in asked)
    return first if not any(map(speaks_for_asker, below)) else 0


def _beginning(block: Block) -> str:
    """Return the first words of a question: with them it is printed again above its answer."""
    return plain(block.text)[:_LONGEST_BEGINNING]


def is_asked(block: Block) -> bool:
    """Return whether a block has a label, or ends in a question mark."""
    return leading_label(block.text) is not None or block.text.rstrip().endswith("?")


def speaks_for_asker(block: Block) -> bool:
    """Return whether a block says what whoever asks wishes: "I would be grateful", "Please send me"."""
    return _WISHES.search(block.text) is not None


def _answers(block: Block) -> bool:
    """Return whether a paragraph answers from its first words on, names questions, or refuses in the body's own voice."""
    text = block.text
    if _is_grounds(block):
        return True
    is_prose = block.kind is Kind.PARAGRAPH and not block.rows and leading_label(text) is None
    if not is_prose or speaks_for_asker(block) or text.rstrip().endswith("?"):
        return False
    begins = current_vocabulary().says("letter.answered", text)
    is_near = begins is not None and begins.start() < _NEAR_BEGINNING
    if (
        is_near
        or _THANKS.match(text)
        or behind_names(text)
        or _CONFIRMS.search(text[:_LONGEST_LEAD])
    ):
        return True
    refuses = any(one in _REFUSALS for one in decided(text)[0])
    return refuses and _OWN.search(text) is not None


def _is_grounds(block: Block) -> bool:
    """Return whether a line of its own heads the section under which something is refused."""
    text = block.text.strip()
    is_line = block.kind in (Kind.PARAGRAPH, Kind.HEADING) and not text.endswith((".", "?"))
    return is_line and len(text.split()) <= _LONGEST_HEADING and _GROUNDS.match(text) is not None
