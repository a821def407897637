"""Records that say who they are in a list of facts, and then answer questions in turn, with no label of either."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from answerable.reading.blocks import Block, Kind
from answerable.reading.completing import complete
from answerable.reading.documents import Explained
from answerable.reading.facts import FACTS
from answerable.reading.heads import NO_FIELD, read_head
from answerable.reading.items import asks, split_blocks
from answerable.reading.labelling import cut_at_labels, labels_of
from answerable.reading.letter_turns import asked_in_turn, parted_questions
from answerable.reading.records import Record, Sections, is_furniture
from answerable.reading.request_titles import is_title_line
from answerable.reading.vocabulary import Label, Role

_NAMES = {Role.REF, Role.TITLE, Role.OTHER, *FACTS}
_FEWEST_FACTS = 2


def below_facts(blocks: Sequence[Block]) -> Sections | None:
    """Return a record for each list of facts with a reference below which questions stand, each above its answer.

    None unless every such list has questions below it.
    """
    blocks = cut_at_labels(blocks)
    labels = labels_of(blocks)
    starts = [place for place, label in labels.items() if label.role is Role.REF]
    records: list[Record] = []
    for start, end in pairwise([*starts, len(blocks)]):
        if (record := _record(blocks, labels, start, end)) is None:
            return None
        records.append(record)
    if not records:
        return None
    if len(records) == 1 and not records[0].title:
        top = next((one for one in blocks[: starts[0]] if one.kind is Kind.HEADING), None)
        records[0].title = top.text.strip() if top else ""
    rule = "structure: facts with questions below them, each above its answer → record"
    rules = tuple(
        Explained(blocks[start].start, blocks[start].end, blocks[start].text[:60], rule)
        for start in starts
    )
    return Sections(tuple(blocks[: starts[0]]), tuple(records), rules=rules)


def _record(
    blocks: Sequence[Block], labels: Mapping[int, Label], start: int, end: int
) -> Record | None:
    body = _behind_facts(blocks, labels, start, end)
    stated = sum(place in labels for place in range(start, body))
    pieces = parted_questions(split_blocks(blocks[body:end]))
    asked = asked_in_turn(pieces) if stated >= _FEWEST_FACTS else []
    if not asked:
        return None
    record = Record(blocks[start].start)
    read_head(record, blocks, labels, start, body)
    if record.ref is None:
        return None
    record.head = list(blocks[start:body])
    for block in pieces[: asked[0]]:
        is_name = not (record.title or record.request) and is_title_line(block)
        if is_name:
            record.title = block.text.strip()
        elif asks(block.text):
            record.request.append(block)
        elif not is_furniture(block):
            record.others.append((block, NO_FIELD))
    record.request += [pieces[place] for place in asked]
    record.response += pieces[asked[0] :]
    complete(record)
    return record


def _behind_facts(
    blocks: Sequence[Block], labels: Mapping[int, Label], start: int, end: int
) -> int:
    """Return where the list of facts ends that begins at a place: labels with what stands behind or beside them."""
    place = start
    while place < end and (
        (place in labels and labels[place].role in _NAMES) or blocks[place].column == 1
    ):
        place += 1
    return place
