"""A page of one record that labels neither what was asked nor what was told: its questions and its sentences tell both."""

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from answerable.domain.questions import behind_label, leading_label
from answerable.reading.around import names_kind_of_page
from answerable.reading.blocks import Block, Kind
from answerable.reading.completing import complete
from answerable.reading.days import day_in
from answerable.reading.documents import Explained
from answerable.reading.facts import DAYS
from answerable.reading.facts_below import take_facts_below
from answerable.reading.heads import NO_FIELD, read_head
from answerable.reading.items import asks, split_blocks
from answerable.reading.labelling import cut_at_labels, labels_of
from answerable.reading.laws import names_act
from answerable.reading.letter_lists import behind_first_list
from answerable.reading.letter_subjects import is_formal, says_only_form, tells_subject
from answerable.reading.letter_turns import asked_in_turn, parted_questions
from answerable.reading.records import Record, Sections, is_furniture
from answerable.reading.references import reference_in_heading
from answerable.reading.replies_below import is_asked, replies_below, speaks_for_asker
from answerable.reading.request_titles import title_of_request
from answerable.reading.sayings import openings
from answerable.reading.vocabulary import label_of

_SAYS = re.compile(openings("asking")["summed_up"], re.IGNORECASE)
_LONGEST_TITLE = 20
_LONGEST_HEAD = 6
_FEWEST = 2
_FEWEST_COUNTED = 3


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
    elif told := behind_first_list(pieces) or replies_below(pieces):
        request, response = pieces[:told], pieces[told:]
        rule = "structure: questions with what answers them below, under a title → record"
    elif told := _summed_up(pieces):
        request, response = pieces[:told], pieces[told:]
        rule = "structure: a sentence on what was asked, and what was told, under a title → record"
    elif _only_ask(pieces):
        request, response = pieces, []
        rule = "structure: questions that count, under a title → record"
    else:
        return None
    record = Record(blocks[0].start)
    record.head = list(blocks[:body])
    read_head(record, blocks, labels_of(blocks[:body]), 0, body)
    record.request += [block for block in request if block.text or block.rows]
    record.response += response
    record.others += [(block, NO_FIELD) for block in record.head if says_only_form(block.text)]
    take_facts_below(record, record.response or record.request)
    complete(record)
    if not (record.title or record.ref or _is_surely_asked(pieces, asked)):
        # What nothing names may be anything: notes, a quiz, a part of a page.
        return None
    record.title = record.title or title_of_request(record)
    first = blocks[body]
    explained = Explained(first.start, first.end, first.text[:60], rule)
    return Sections((), (record,), rules=(explained,))


def _is_surely_asked(pieces: Sequence[Block], asked: Sequence[int]) -> bool:
    """Return whether questions count on from 1, each above its answer, on a page that names the Act: what nothing else names is a request then."""
    numbers = [_number(pieces[place].text) for place in asked]
    counts = len(numbers) >= _FEWEST_COUNTED and numbers == [*range(1, len(numbers) + 1)]
    return counts and any(names_act(one.text) for one in pieces)


def are_questions(records: Sequence[Record], front: Sequence[Block] = ()) -> bool:
    """Return whether what looks like records are the questions of one: their heads count from 1 on, below the only number of all.

    Nothing need count them that all ask, if that number stands in a line above the first.
    """
    if _ask_below_number(records, front):
        return True
    heads = [_number_over(record) for record in records]
    refs = [record.ref is not None for record in records]
    if heads and not heads[0]:
        # What stands above the first may have been taken for a record of its own.
        heads = heads[1:]
    counts = len(heads) >= _FEWEST and heads[0] == 1 and all(a < b for a, b in pairwise(heads))
    return counts and not any(refs[1:])


def _ask_below_number(records: Sequence[Record], front: Sequence[Block]) -> bool:
    """Return whether heads of records all end in a question mark and name no number, below the only line that does.

    Not where a title stands above that says only what the page is: then they may be of several requests.
    """
    lines = [one for one in front if 0 < len(one.text.split()) <= _LONGEST_TITLE and not one.rows]
    numbered = [one for one in lines if reference_in_heading(one.text)]
    if len(numbered) != 1 or len(records) < _FEWEST:
        return False
    asking = all(one.title.rstrip().endswith("?") and one.ref is None for one in records)
    titles = [one for one in lines if one is not numbered[0] and not one.aside]
    return asking and not (titles and _names_no_record(titles, numbered[0].text))


def _names_no_record(titles: Sequence[Block], numbered: str) -> bool:
    """Return whether lines over questions, and the words beside the number in the one that has it, name nothing that is asked about."""
    names = tells_subject(numbered) and day_in(numbered) is None
    return not names and all(map(_says_only_page, titles))


def _says_only_page(block: Block) -> bool:
    """Return whether a line says what kind of page it is on, or on which day something was done with it."""
    label = label_of(block.text)
    is_day = label is not None and label.role in DAYS
    return is_day or names_kind_of_page(block.text) or is_formal(block.text)


def _number_over(record: Record) -> int:
    return _number(record.title) or (_number(record.request[0].text) if record.request else 0)


def _behind_head(blocks: Sequence[Block]) -> int:
    """Return where a page's text begins: below its headings, the lines that may be its title, and its facts."""
    labels = labels_of(blocks[:_LONGEST_HEAD])
    place = 0
    while place < len(blocks) - 1:
        block = blocks[place]
        # A table of facts belongs to the head, however many rows it has.
        if place >= _LONGEST_HEAD and block.column is None:
            break
        is_line = block.kind in (Kind.PARAGRAPH, Kind.HEADING, Kind.BREAK, Kind.PICTURE)
        is_short = (
            len(block.text.split()) <= _LONGEST_TITLE and block.text.rstrip()[-1:] not in ":.?"
        )
        told = place in labels or says_only_form(block.text) or is_furniture(block)
        if not is_line or not (told or is_short) or is_asked(block):
            break
        place += 1
    return place


def _summed_up(pieces: Sequence[Block]) -> int:
    """Return where what was told begins, below a sentence that says what was asked: "The request was for …"; 0 if there is none."""
    asked = next(
        (at for at, one in enumerate(pieces[:_FEWEST_COUNTED]) if _SAYS.match(one.text)), None
    )
    is_told = asked is not None and any(one.text.strip() for one in pieces[asked + 1 :])
    return asked + 1 if is_told and asked is not None else 0


def _only_ask(pieces: Sequence[Block]) -> bool:
    """Return whether a page only asks: its numbers count from the first on, and most ask, or somebody says what they wish."""
    counted = [(one, number) for one in pieces if (number := _number(one.text))]
    # "1a", "1b" and "2" count on as "1" and "2" do.
    numbers = [number for number, _ in groupby(number for _, number in counted)]
    if len(counted) < _FEWEST or numbers != [*range(1, len(numbers) + 1)]:
        return False
    plainly = sum(asks(behind_label(one.text)) for one, _ in counted)
    wishes = len(counted) >= _FEWEST_COUNTED and any(map(speaks_for_asker, pieces))
    return plainly * 2 >= len(counted) or wishes


def _number(text: str) -> int:
    """Return the number of a paragraph in the list that it is an item of, letters counted too: "B) …" is 2; 0 without one."""
    label = leading_label(text)
    if label is None:
        return 0
    if label.number:
        return int(label.number)
    return ord(label.block) - ord("A") + 1 if label.block and len(label.block) == 1 else 0
