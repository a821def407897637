"""Records by their shape: what repeats itself is a record, whatever its labels are called."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from answerable.reading.blocks import Block
from answerable.reading.headed import headed_sections
from answerable.reading.label_lines import LabelLine, label_line
from answerable.reading.laid_out import questions_laid_out
from answerable.reading.paragraph_records import paragraph_sections
from answerable.reading.records import Sections, is_furniture
from answerable.reading.references import is_reference
from answerable.reading.roles import roles_of
from answerable.reading.sections import sections_by
from answerable.reading.sheets import opened, role_said
from answerable.reading.vocabulary import Label, Role

_LONGEST_VALUE = 2_000
_MOST_COUNTS = 50
_NEAR = 0.75


def shaped_sections(blocks: Sequence[Block]) -> Sections | None:
    """Return the records that blocks hold by their shape alone; None where nothing repeats itself.

    First tables that hold a record in each row or each column, then labels that come again in the same
    order, then headings with a question and its answer below.
    """
    if told := paragraph_sections(blocks):
        return told
    blocks = questions_laid_out(blocks)
    laid_out, labels = opened(blocks)
    labels = labels or _repeated(laid_out)
    if {label.role for label in labels.values()} & {Role.REQUEST}:
        sections = sections_by(laid_out, labels)
        if sections.records:
            return sections
    return headed_sections(blocks)


def _repeated(blocks: Sequence[Block]) -> dict[int, Label]:
    """Return the labels of a frame that repeats itself, with the roles that their places and words give them."""
    lines = [head for place, block in enumerate(blocks) if (head := label_line(place, block))]
    heads = _without_titles(lines)
    # A left column holds labels and nothing else; what is short or bold elsewhere may be anything.
    in_column = [head for head in heads if blocks[head.place].column == 0]
    return (
        _framed(blocks, in_column, _frame(in_column))
        or _framed(blocks, heads, _frame(heads))
        or _framed(blocks, in_column, _form(in_column))
    )


def _form(heads: Sequence[LabelLine]) -> list[str]:
    """Return the labels of a form that was filled in once: each comes once, and one of them heads the response."""
    roles = [role_said(head.words) for head in heads]
    is_once = len({head.key for head in heads}) == len(heads)
    is_answered = roles.count(Role.RESPONSE) == 1 and Role.REQUEST not in roles
    return [head.key for head in heads] if is_once and is_answered else []


def _without_titles(heads: Sequence[LabelLine]) -> list[LabelLine]:
    """Return lines without those that come again with another number in each: "Ward 1 beds" and "Ward 2 beds" are titles."""
    seen: dict[str, set[str]] = {}
    for head in heads:
        seen.setdefault(head.key, set()).add(head.words)
    times = Counter(head.key for head in heads)
    titles = {
        key
        for key, words in seen.items()
        if 1 < len(words) == times[key] and any(map(str.isdigit, "".join(words)))
    }
    return [head for head in heads if head.key not in titles]


def _framed(
    blocks: Sequence[Block], heads: Sequence[LabelLine], frame: Sequence[str]
) -> dict[int, Label]:
    """Return the labels of a frame; none if nothing in it is a request."""
    kept = [head for head in heads if head.key in frame]
    if len(frame) < 2:  # noqa: PLR2004 a question and its answer
        return {}
    values = _values(blocks, kept, frame)
    if told := _told(values):
        # What stands alone below a label, the same each time, is no label: "Result" and below it "Supplied".
        return _framed(blocks, heads, [key for at, key in enumerate(frame) if at not in told])
    known = [role_said(next(head.words for head in kept if head.key == key)) for key in frame]
    known = [
        # "FOI request 1141" is its number; what was asked stands under another label.
        Role.REF if role is Role.REQUEST and all(map(_is_number, held)) else role
        for role, held in zip(known, values, strict=True)
    ]
    roles = dict(zip(frame, roles_of(values, known), strict=True))
    if Role.REQUEST not in roles.values():
        return {}
    return dict(_labels(kept, frame, roles))


def _told(values: Sequence[Sequence[str]]) -> set[int]:
    """Return the places in a frame of what is the value of the label above: neither has anything below it, any time."""
    empty = [not any(held) for held in values]
    return {at for at in range(1, len(values)) if empty[at] and empty[at - 1]}


def _is_number(value: str) -> bool:
    return is_reference(value, is_labelled=True)


def _labels(
    heads: Sequence[LabelLine], frame: Sequence[str], roles: dict[str, Role]
) -> Iterator[tuple[int, Label]]:
    times = Counter(head.key for head in heads)
    for head in heads:
        rule = (
            f"structure: “{head.words}”, {frame.index(head.key) + 1} of {len(frame)} labels of a record,"
            f" seen {times[head.key]} times"
        )
        yield head.place, Label(roles[head.key], head.words, head.rest, is_strong=True, rule=rule)


def _frame(heads: Sequence[LabelLine]) -> list[str]:
    """Return the labels that come as often as each other, in the order in which they stand in a record."""
    times = Counter(head.key for head in heads)
    counts = sorted({count for count in times.values() if count > 1}, reverse=True)[:_MOST_COUNTS]
    best: list[str] = []
    for count in counts:
        keys = [key for key, seen in times.items() if count * _NEAR <= seen <= count]
        if len(keys) > max(1, len(best)) and _is_in_order(heads, keys):
            best = keys
    return best


def _is_in_order(heads: Sequence[LabelLine], keys: Sequence[str]) -> bool:
    """Return whether labels follow each other in the same order nearly each time."""
    places = {key: place for place, key in enumerate(keys)}
    order = [places[head.key] for head in heads if head.key in places]
    if not order:
        return False
    steps = list(pairwise(order))
    right = sum(later > earlier or later == 0 for earlier, later in steps)
    return right >= len(steps) * 0.8


def _values(
    blocks: Sequence[Block], heads: Sequence[LabelLine], frame: Sequence[str]
) -> list[list[str]]:
    """Return what stands behind each label of the frame, each time."""
    values: dict[str, list[str]] = {key: [] for key in frame}
    for number, head in enumerate(heads):
        end = heads[number + 1].place if number + 1 < len(heads) else len(blocks)
        parts = [blocks[head.place].text[head.rest :]]
        parts += [block.text for block in blocks[head.place + 1 : end] if not is_furniture(block)]
        values[head.key].append(" ".join(parts)[:_LONGEST_VALUE].strip())
    return [values[key] for key in frame]
