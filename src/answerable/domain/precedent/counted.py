"""What two questions count, beside each other."""

from answerable.domain.precedent.compared import Compared
from answerable.domain.precedent.terms import Term
from answerable.domain.precedent.wording import HOW_MANY


def counts_another(found: Compared) -> bool:
    """Return whether one question counts what befell things, and the other those things: sanctions for assaults, assaults."""
    if not found.asked.points == found.earlier.points == {HOW_MANY}:
        return False
    heads = [head for terms, _ in found.sides if (head := _head_counted(terms))]
    if len(heads) < len(found.sides):
        return False
    are_alone = [
        any(head is one for one in alone)
        for head, (_, alone) in zip(heads, found.sides, strict=True)
    ]
    # The head of what one counts stands in the other as something that it does not count.
    are_named = [
        not head.is_common
        and any(pair[side] is head and not pair[1 - side].is_counted for pair in found.shared)
        for side, head in enumerate(heads)
    ]
    return are_alone in ([True, False], [False, True]) and are_named == [
        not one for one in are_alone
    ]


def _head_counted(terms: tuple[Term, ...]) -> Term | None:
    """Return the first term that a question counts: neither how it is so ("privately owned") nor an abbreviation."""
    return next(
        (
            one
            for one in terms
            if one.is_counted and not (one.printed.isupper() or one.printed.endswith("ly"))
        ),
        None,
    )
