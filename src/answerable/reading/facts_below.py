"""Facts at a record's foot: the reference and the days that stand below what was asked, or below what was told."""

from answerable.reading.blocks import Block
from answerable.reading.days import day_in, is_day_alone
from answerable.reading.facts import DAYS
from answerable.reading.heads import NO_FIELD
from answerable.reading.records import Record
from answerable.reading.references import labelled_reference
from answerable.reading.vocabulary import Label, Role, label_of

_LONGEST = 14
_LONGEST_NAME = 4


def take_facts_below(record: Record, blocks: list[Block]) -> bool:
    """Take the facts that a record's last lines tell behind their labels, or below them, out of these blocks; say whether there were any."""
    taken = False
    while blocks and (count := _fact_at_end(record, blocks)):
        record.others += [(block, NO_FIELD) for block in blocks[-count:]]
        del blocks[-count:]
        taken = True
    return taken


def _fact_at_end(record: Record, blocks: list[Block]) -> int:
    """Take the fact that the last line tells, or the last two, and return how many lines it takes up; 0 if they tell none."""
    last = blocks[-1].text.strip()
    if blocks[-1].rows or len(last.split(maxsplit=_LONGEST)) > _LONGEST:
        return 0
    label = _label(last)
    if label and _take(record, label, last[label.rest :]):
        return 1
    above = blocks[-2].text.strip() if len(blocks) > 1 else ""
    label = _label(above) if len(above.split(maxsplit=_LONGEST_NAME)) <= _LONGEST_NAME else None
    if label and not above[label.rest :].strip(" :") and _take(record, label, last):
        return 2
    return 0


def _label(text: str) -> Label | None:
    label = label_of(text)
    return label if label and label.is_strong and label.role in (Role.REF, *DAYS) else None


def _take(record: Record, label: Label, value: str) -> bool:
    """Take a reference or a day, if a value is that and nothing else."""
    words = value.strip(" :")
    if label.role is not Role.REF:
        is_told = is_day_alone(words)
        if is_told:
            record.take_day(label.role, day_in(words))
        return is_told
    found = labelled_reference(words)
    if found is None or found[1] < len(words) or record.ref not in (None, found[0]):
        return False
    record.ref = found[0]
    return True
