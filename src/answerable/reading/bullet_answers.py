"""Bullets that answer bullets: as many of them below a label as parts were asked for there."""

from collections.abc import Iterator, Sequence

from answerable.domain.questions import leading_label
from answerable.reading.asides import is_heading_line
from answerable.reading.asked import Asked
from answerable.reading.blocks import Block, Kind
from answerable.reading.items import Item, Mark, items_of
from answerable.reading.letter_subjects import is_heading
from answerable.reading.matches import anchors

_MOST_ABOVE = 2


def bullets_below(items: Sequence[Item], marks: Sequence[Mark]) -> Iterator[Item]:
    """Yield the bullets of a response below a label that has as many parts in the request: they answer them in order."""
    every = _parts_of(items)
    bullets = _parts_of(items_of(marks)) if every else {}
    for label, asked in every.items():
        parts = bullets.get(label, [])
        if len(parts) == len(asked) > 1:
            yield from (
                part._replace(label=one.label) for part, one in zip(parts, asked, strict=True)
            )


def counted_on(asked: Sequence[Item], told: Sequence[Item]) -> dict[int, Item]:
    """Return the answers by their blocks whose numbers count on from those of as many questions: 4, 5, 6 for 1, 2, 3."""
    leaves = [item for item in asked if item.is_leaf]
    labels = [item.label for item in told]
    first = len(leaves) + 1
    if len(leaves) < 2 or labels != [str(one) for one in range(first, first + len(leaves))]:  # noqa: PLR2004
        return {}
    return {
        answer.block: answer._replace(label=question.label)
        for answer, question in zip(told, leaves, strict=True)
    }


def _parts_of(items: Sequence[Item]) -> dict[str, list[Item]]:
    """Return the bullets right below each labelled item."""
    parts: dict[str, list[Item]] = {}
    for item in items:
        if item.parent is not None and leading_label(item.printed) is None:
            parts.setdefault(items[item.parent].label, []).append(item)
    return parts


def one_for_each(
    questions: Sequence[Asked], response: Sequence[Block], shared: Sequence[int]
) -> list[list[int]] | None:
    """Return the bullets of a response that answer as many bullets of its request, in their order; None if they may not.

    Only what leads to them may stand before them, and no bullet may plainly tell of another question.
    """
    bullets = [place for place in shared if response[place].kind is Kind.ITEM]
    is_list = all(
        one.printed is not None and leading_label(one.printed) is None for one in questions
    )
    if not is_list or len(bullets) != len(questions):
        return None
    before = [place for place in shared if place < bullets[0]]
    if len(before) > 1 or any(
        response[place].kind is Kind.PARAGRAPH for place in shared if place > bullets[0]
    ):
        return None
    found = anchors([one.text for one in questions], [response[place].text for place in bullets])
    if any(one.question != one.passage for one in found):
        return None
    edges = [*bullets[1:], max(shared) + 1]
    return [
        [place for place in shared if bullet <= place < edge]
        for bullet, edge in zip(bullets, edges, strict=True)
    ]


def headed_in_order(
    questions: Sequence[Asked], response: Sequence[Block], shared: Sequence[int]
) -> list[list[int]] | None:
    """Return what stands below as many headings as there are questions, if those name them in their order.

    A heading may put the question in other words: at least half must share telling words with theirs alone. One
    above them heads the whole: "What we hold", and words that tell of no single question.
    """
    heads = [place for place in shared if is_heading_line(response[place])]
    marked = [place for place in heads if is_heading(response[place])]
    # Among headings that look like some, a few plain words are an answer.
    heads = marked or heads
    above = heads[: max(0, len(heads) - len(questions))]
    heads = heads[len(above) :]
    before = [place for place in shared if heads and place < heads[0]]
    if len(heads) != len(questions) or _tell_more(questions, response, above, before):
        return None
    edges = [*heads[1:], max(shared) + 1]
    below = [
        [place for place in shared if head < place < edge]
        for head, edge in zip(heads, edges, strict=True)
    ]
    found = anchors([one.text for one in questions], [response[place].text for place in heads])
    is_sure = all(one.question == one.passage for one in found) and len(found) * 2 >= len(heads)
    return below if is_sure and all(below) else None


def _tell_more(
    questions: Sequence[Asked],
    response: Sequence[Block],
    above: Sequence[int],
    before: Sequence[int],
) -> bool:
    """Return whether what stands above the headings of single answers may be an answer, too."""
    paragraphs = [place for place in before if place not in above]
    if len(above) > 1 or len(paragraphs) > _MOST_ABOVE or any(response[one].rows for one in before):
        return True
    words = [response[place].text for place in before]
    return bool(anchors([one.text for one in questions], words))
