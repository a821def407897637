"""Tables whose rows answer questions: a column repeats the questions or their numbers, row n answers question n."""

import re
from collections.abc import Sequence

from answerable.reading.asked import Asked
from answerable.reading.matches import is_plainly, is_quoted, plain
from answerable.reading.naming import Named
from answerable.reading.vocabulary import Role, label_of

_NUMBER = re.compile(
    r"\(?(?P<word>q(?:uestion)?|point|part|item)?\.?\s?(?P<number>\d{1,3})?\s?[.]?\(?(?P<letter>[a-z])?\)?[.):]*",
    re.IGNORECASE,
)
_HEADS_NUMBERS = re.compile(
    r"(?:q(?:uestions?|s)?|no|number|item|point|part|ref(?:erence)?|#)[.:]?(?:\s(?:no|number|#)\.?)?\s*",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\(?(?:[Qq]\.?\s?)?(?:\d{1,3}|[a-z])[.):]\s*")
_FEWEST_WORDS = 3
_Rows = Sequence[Sequence[str]]


def answers_in_rows(rows: _Rows, among: Named) -> list[tuple[Asked, str]]:
    """Return the questions that a table's rows answer, each with the words of its answer; none if it is no such table.

    Nearly all rows below the heads must name a question of their own, so that a table of figures is none.
    """
    if len(rows) < 2 or len(among.questions) < 2 or len(rows[0]) < 2:  # noqa: PLR2004 nothing to tell apart
        return []
    for column in range(min(2, len(rows[0]) - 1)):
        found = _by_column(rows, column, among)
        if found:
            return found
    return []


def _by_column(rows: _Rows, column: int, among: Named) -> list[tuple[Asked, str]]:
    found: list[tuple[Asked, int]] = []
    heads: list[int] = []
    by_number = _has_numbers(rows, column, among.questions)
    for number, row in enumerate(rows):
        question = _asked_by(row[column], among, by_number=by_number)
        if question is not None and not any(question is one for one, _ in found):
            found.append((question, number))
        elif number == 0:
            heads.append(number)
    body = len(rows) - len(heads)
    if len(found) < 2 or len(found) * 5 < body * 4:  # noqa: PLR2004 one may be by chance
        return []
    head = rows[0] if heads else ()
    return [(question, _answer(rows[number], column, question, head)) for question, number in found]


def _has_numbers(rows: _Rows, column: int, questions: Sequence[Asked]) -> bool:
    """Return whether a column's bare numbers are those of questions: its head says so, each has a Q, or all are there."""
    if _HEADS_NUMBERS.fullmatch(rows[0][column].strip()):
        return True
    labels = [one.label for one in questions]
    if [row[column].strip(" .)") for row in rows] == labels:
        return True
    letters = [row[column].strip(" .()").lower() for row in rows[1:]]
    if letters == labels and not any(map(str.isdecimal, letters)):
        # Below a head numbers may count anything; "(i)", "(ii)" and "(iii)" are labels.
        return True
    cells = [row[column].strip() for row in rows[1:]]
    return all((found := _NUMBER.fullmatch(cell)) and found["word"] for cell in cells)


def _asked_by(cell: str, among: Named, *, by_number: bool) -> Asked | None:
    words = cell.strip()
    label = words.strip(" .()").lower()
    if by_number and (own := next((one for one in among.questions if one.label == label), None)):
        return own
    found = _NUMBER.fullmatch(words)
    if by_number and found and (found["number"] or found["letter"]):
        named = among.labelled(f"{found['number'] or ''}{(found['letter'] or '').lower()}")
        return named[0] if len(named) == 1 else None
    bare = words[label_in_front.end() :] if (label_in_front := _LABEL.match(words)) else words
    if not plain(bare):
        return None
    is_long = len(bare.split()) >= _FEWEST_WORDS
    for question in among.questions:
        if is_plainly(question.text, bare) or (is_long and is_quoted(question.text, bare)):
            return question
    return None


def _answer(row: Sequence[str], column: int, question: Asked, head: Sequence[str]) -> str:
    """Return the cells behind the question's, each with its head where there are several.

    Of columns one of which is called the answer, that one answers, with the sections that stand beside it.
    """
    cells = [
        (head[place].strip() if place < len(head) else "", cell.strip())
        for place, cell in enumerate(row)
        if place > column and cell.strip() and not is_quoted(question.text, cell)
    ]
    if len(cells) == 1:
        return cells[0][1]
    roles = [label.role if (label := label_of(f"{name}:")) else None for name, _ in cells]
    if roles.count(Role.RESPONSE) == 1:
        grounds = [
            cell
            for role, (_, cell) in zip(roles, cells, strict=True)
            if role is Role.EXEMPTION and any(map(str.isdigit, cell))
        ]
        return "; ".join([cells[roles.index(Role.RESPONSE)][1], *grounds])
    return "; ".join(f"{name}: {cell}" if name else cell for name, cell in cells)
