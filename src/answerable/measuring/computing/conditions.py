"""Conditions as SQL: names from the declaration, quoted; values bound."""

from collections.abc import Iterable, Iterator

from answerable.domain.measures.definitions import Condition
from answerable.measuring.computing.literals import Binds, literal, quoted
from answerable.measuring.computing.question import Question


def all_of(conditions: Iterable[Condition], question: Question, binds: Binds) -> str:
    """Return SQL that is true of the rows for which all conditions hold; empty if there are none."""
    return " AND ".join(part for one in conditions for part in _parts(one, question, binds))


def _parts(condition: Condition, question: Question, binds: Binds) -> Iterator[str]:
    name, column = quoted(condition.column), question.column(condition.column)

    def placed(written: str) -> str:
        return binds.place(literal(question.written(written), column))

    if condition.among:
        yield f"{name} IN ({', '.join(map(placed, condition.among))})"
    if condition.not_among:
        yield f"{name} NOT IN ({', '.join(map(placed, condition.not_among))})"
    if condition.least:
        yield f"{name} >= {placed(condition.least)}"
    if condition.most:
        yield f"{name} <= {placed(condition.most)}"
    if condition.known is not None:
        yield f"{name} IS {'NOT ' if condition.known else ''}NULL"
    if condition.contains:
        phrase = binds.place(question.written(condition.contains))
        yield f"contains(lower({name}), lower({phrase}))"
