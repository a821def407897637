"""Tables with a question and its answer in each row, laid out one below the other."""

import re
from collections.abc import Sequence
from dataclasses import replace

from answerable.domain.questions import leading_label
from answerable.reading.blocks import Block, Kind, Run, after
from answerable.reading.sheets import roles_of_columns
from answerable.reading.vocabulary import Role

_COUNT = re.compile(r"(?P<number>\d{1,3})[.)]?\s*")


def question_rows(block: Block) -> list[Block]:
    """Return what stands in a table with a question and its answer in each row; any other table as it is.

    Questions are in italics, as somebody else's words, and have their numbers, wherever the row prints them.
    """
    roles = roles_of_columns(block) if block.cells else []
    if Role.RESPONSE not in roles or (Role.REF in roles and not _counts(block, roles)):
        return [block]
    places = (roles.index(Role.REQUEST), roles.index(Role.RESPONSE))
    rows = [([*row[places[0]]], [*row[places[1]]]) for row in block.cells[1:]]
    numbers = [row[0].strip(" .)") for row in block.rows[1:]] if 0 not in places else []
    numbers = [one if one.isdecimal() else "" for one in numbers] or [""] * len(rows)
    if all(asked and _is_counted(asked[0], place) for place, (asked, _) in enumerate(rows, 1)):
        rows = [([_uncounted(asked[0]), *asked[1:]], told) for asked, told in rows]
        numbers = [str(place) for place in range(1, len(rows) + 1)]
    plain = [asked[0].text for asked, _ in rows if asked]
    is_list = not any(numbers) and not all(map(_is_marked, plain))
    found: list[Block] = []
    for number, (asked, told) in zip(numbers, rows, strict=True):
        for place, one in enumerate(asked):
            runs = tuple(replace(run, italic=True) for run in one.runs)
            if number and place == 0:
                runs = (Run(f"{number}. ", italic=True), *runs)
            kind = Kind.ITEM if is_list and place == 0 and not leading_label(one.text) else one.kind
            found.append(replace(one, runs=runs, kind=kind))
        found += told
    return found


def _is_marked(text: str) -> bool:
    return text.rstrip().endswith("?") or leading_label(text) is not None


def _is_counted(block: Block, place: int) -> bool:
    """Return whether a question begins with the number of its row, with or without a mark behind it."""
    found = _COUNT.match(block.text)
    return found is not None and found["number"] == str(place) and found.end() < len(block.text)


def _uncounted(block: Block) -> Block:
    found = _COUNT.match(block.text)
    return replace(block, runs=after(block.runs, found.end())) if found else block


def _counts(block: Block, roles: Sequence[Role]) -> bool:
    """Return whether the numbers of a table's rows only count them: 1, 2, 3."""
    place = roles.index(Role.REF)
    numbers = [row[place].strip(" .)") for row in block.rows[1:]]
    return place == 0 and numbers == [str(one) for one in range(1, len(numbers) + 1)]
