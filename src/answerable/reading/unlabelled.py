"""A page of one record that labels neither what was asked nor what was told: its questions and its sentences tell both."""

import re
from collections.abc import Sequence

from answerable.domain.decisions import Outcome
from answerable.domain.questions import leading_label
from answerable.reading.blocks import Block, Kind
from answerable.reading.completing import complete
from answerable.reading.decisions import decided
from answerable.reading.documents import Explained
from answerable.reading.heads import NO_FIELD, read_head, title_of_request
from answerable.reading.items import asks, split_blocks
from answerable.reading.labelling import cut_at_labels, labels_of
from answerable.reading.letter_subjects import says_only_form
from answerable.reading.letter_turns import asked_in_turn, parted_questions
from answerable.reading.naming import behind_names
from answerable.reading.records import Record, Sections, is_furniture
from answerable.reading.sayings import openings
from answerable.reading.vocabulary import current_vocabulary

_LONGEST_TITLE = 20
_LONGEST_HEAD = 6
_NEAR_BEGINNING = 10
# What only whoever answers says.
_REFUSALS = (Outcome.NOT_HELD, Outcome.COST_LIMIT, Outcome.NCND, Outcome.WITHHELD)
_OWN = re.compile(r"\b(?:we|our|us|the (?:council|trust|force|board|university|authority))\b", re.IGNORECASE)  # fmt: skip
_WISHES = re.compile(openings("asking")["wishes"], re.IGNORECASE)


def unlabelled_record(blocks: Sequence[Block]) -> Sections | None:
    """Return the record of a page whose questions stand each above its answer, or all above what answers them.

    None where nothing below the questions answers: then the page only asks.
    """
    blocks = cut_at_labels(blocks)
    body = _behind_head(blocks)
    pieces = parted_questions(split_blocks(blocks[body:]))
    if asked := asked_in_turn(pieces):
        request = [*pieces[: asked[0]], *(pieces[place] for place in asked)]
        response = pieces[asked[0] :]
        rule = "structure: questions, each above its answer, below a title → record"
    elif told := _answered_below(pieces):
        request, response = pieces[:told], pieces[told:]
        rule = "structure: questions with what answers them below, under a title → record"
    else:
        return None
    record = Record(blocks[0].start)
    record.head = list(blocks[:body])
    read_head(record, blocks, labels_of(blocks[:body]), 0, body)
    record.request += [block for block in request if block.text or block.rows]
    record.response += response
    record.others += [(block, NO_FIELD) for block in record.head if says_only_form(block.text)]
    complete(record)
    if not (record.title or record.ref):
        # What nothing names may be anything: notes, a quiz, a part of a page.
        return None
    record.title = record.title or title_of_request(record)
    first = blocks[body]
    explained = Explained(first.start, first.end, first.text[:60], rule)
    return Sections((), (record,), rules=(explained,))


def _behind_head(blocks: Sequence[Block]) -> int:
    """Return where a page's text begins: below its headings, the lines that may be its title, and its facts."""
    labels = labels_of(blocks[:_LONGEST_HEAD])
    place = 0
    while place < min(len(blocks) - 1, _LONGEST_HEAD):
        block = blocks[place]
        is_line = block.kind in (Kind.PARAGRAPH, Kind.HEADING, Kind.BREAK, Kind.PICTURE)
        is_short = (
            len(block.text.split()) <= _LONGEST_TITLE and block.text.rstrip()[-1:] not in ":.?"
        )
        told = place in labels or says_only_form(block.text) or is_furniture(block)
        if not is_line or not (told or is_short) or _asks(block):
            break
        place += 1
    return place


def _asks(block: Block) -> bool:
    return leading_label(block.text) is not None or block.text.rstrip().endswith("?")


def _answered_below(pieces: Sequence[Block]) -> int:
    """Return where the paragraphs begin that answer, below the last of several questions; 0 if none does."""
    asked = [
        place
        for place, one in enumerate(pieces)
        if not one.rows and (_asks(one) or (one.kind is Kind.ITEM and asks(one.text)))
    ]
    first = next((place for place, one in enumerate(pieces) if _answers(one)), 0)
    above = [place for place in asked if place < first]
    if not above:
        return 0
    # A list of the answer's own may stand below where it begins.
    return first if not any(_speaks_for_asker(one) for one in pieces[first:]) else 0


def _answers(block: Block) -> bool:
    """Return whether a paragraph answers from its first words on, names questions, or refuses in the body's own voice."""
    text = block.text
    is_prose = block.kind is Kind.PARAGRAPH and not block.rows and leading_label(text) is None
    if not is_prose or _speaks_for_asker(block) or text.rstrip().endswith("?"):
        return False
    begins = current_vocabulary().says("letter.answered", text)
    if (begins is not None and begins.start() < _NEAR_BEGINNING) or behind_names(text):
        return True
    refuses = any(one in _REFUSALS for one in decided(text)[0])
    return refuses and _OWN.search(text) is not None


def _speaks_for_asker(block: Block) -> bool:
    return _WISHES.search(block.text) is not None
