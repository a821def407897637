"""What a request is called whose entry prints no title, and which lines may name one."""

from answerable.domain.questions import leading_label
from answerable.reading.blocks import Block, Kind
from answerable.reading.letter_frame import is_salute
from answerable.reading.records import Record

_LONGEST_LOOSE_TITLE = 14
_LONGEST_LEAD = 3


def title_of_request(record: Record) -> str:
    """Return the first words of a request whose entry prints no title."""
    said = [one.text for one in record.request if one.text.strip() and not is_salute(one)]
    leads = (
        len(said) > 1 and len(said[0].split()) <= _LONGEST_LEAD and said[0].rstrip().endswith(":")
    )
    text = first_line(said[1 if leads else 0]) if said else ""
    label = leading_label(text)
    words = text[label.end if label else 0 :].split()
    short = " ".join(words[:_LONGEST_LOOSE_TITLE])
    return f"{short} …" if len(words) > _LONGEST_LOOSE_TITLE else short


def is_title_line(block: Block) -> bool:
    """Return whether a line may name what is asked below it: short, and no sentence, question or lead."""
    text = block.text.strip()
    is_line = block.kind in (Kind.PARAGRAPH, Kind.HEADING) and block.column is None
    is_short = 0 < len(text.split()) <= _LONGEST_LOOSE_TITLE and text[-1:] not in ".?!:;,"
    return is_line and is_short and leading_label(text) is None


def first_line(text: str) -> str:
    """Return the line of a cell over those with its questions, if it names them; else the whole text."""
    first, *below = text.strip().split("\n")
    is_listed = any(leading_label(line) for line in below)
    is_name = 0 < len(first.split()) <= _LONGEST_LOOSE_TITLE and first.rstrip()[-1:] not in ".?!:;,"
    return first if is_listed and is_name and leading_label(first) is None else text
