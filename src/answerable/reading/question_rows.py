"""Tables with a question and its answer in each row, laid out one below the other."""

import re
from collections.abc import Sequence
from dataclasses import replace

from answerable.domain.questions import behind_label, leading_label
from answerable.reading.blocks import Block, Kind, Run, after, in_italics
from answerable.reading.items import asks
from answerable.reading.labelling import of_number
from answerable.reading.references import reference_within
from answerable.reading.sheets import QUESTION_ROW, roles_of_columns
from answerable.reading.vocabulary import Label, Role, label_of

HEADS_ROWS = "It heads rows of a table of questions"

_LONGEST_HEAD = 8
_LONGEST_LEAD = 2
_FEWEST_PAIRS = 2
_FEWEST_CELLS = 3
_UNCOUNTED = "?"
_COUNT = re.compile(r"(?P<number>\d{1,3})[.)]?\s*")


def question_rows(block: Block) -> list[Block]:
    """Return what stands in a table with a question and its answer in each row; any other table as it is.

    Questions are in italics, as somebody else's words, and have their numbers, wherever the row prints them.
    """
    if pairs := _pairs_of_rows(block) or _counted_rows(block):
        return pairs
    whole, (block, heads) = block, _without_heads(block)
    roles = roles_of_columns(block) if block.cells else []
    roles = (
        [Role.RESPONSE if one is answer else one for one in roles]
        if (answer := _answering(roles))
        else roles
    )
    if Role.RESPONSE not in roles or (Role.REF in roles and not _counts(block, roles)):
        return [whole]
    places = (roles.index(Role.REQUEST), roles.index(Role.RESPONSE))
    beside = roles.index(Role.EXEMPTION) if Role.EXEMPTION in roles else None
    rows = [
        ([*row[places[0]]], [*row[places[1]], *_grounds(row, beside)]) for row in block.cells[1:]
    ]
    numbers = [_label_of_row(row[0]) for row in block.rows[1:]] if 0 not in places else []
    numbers = numbers or [""] * len(rows)
    if all(asked and _is_counted(asked[0], place) for place, (asked, _) in enumerate(rows, 1)):
        rows = [([_uncounted(asked[0]), *asked[1:]], told) for asked, told in rows]
        numbers = [f"{place}." for place in range(1, len(rows) + 1)]
    plain = [asked[0].text for asked, _ in rows if asked]
    is_list = not any(numbers) and not all(map(_is_marked, plain))
    found: list[Block] = []
    for at, (number, (asked, told)) in enumerate(zip(numbers, rows, strict=True), 1):
        found += heads.get(at, ())
        for place, one in enumerate(asked):
            runs = in_italics(one.runs)
            if number and place == 0:
                runs = (Run(f"{number} ", italic=True), *runs)
            kind = Kind.ITEM if is_list and place == 0 and not leading_label(one.text) else one.kind
            found.append(replace(one, runs=runs, kind=kind))
        found += told
    return found


def _label_of_row(cell: str) -> str:
    """Return the label that a cell is, "a.", "(ii)" or "Q3", with a point behind a bare number; nothing if it is none."""
    words = cell.strip()
    if words.strip(" .)").isdecimal():
        return f"{words.strip(' .)')}."
    label = leading_label(f"{words} ")
    is_whole = label is not None and label.end >= len(words) and not label.is_answer
    return words if is_whole else ""


def _without_heads(block: Block) -> tuple[Block, dict[int, list[Block]]]:
    """Return a table without the rows that head those below them, and these by the place of the row that they head.

    "Section A: contracts" fills one cell of its row; at least two of three rows must fill more.
    """
    heads = {place for place, row in enumerate(block.rows) if place and _is_head(row)}
    # A table of short words keeps no blocks of its cells: it is none of questions.
    if not heads or not block.cells or len(heads) * 3 > len(block.rows):
        return block, {}
    kept = [place for place in range(len(block.rows)) if place not in heads]
    places = {one: sum(place < one for place in kept) for one in sorted(heads)}
    above: dict[int, list[Block]] = {}
    for one, place in places.items():
        words = [part for cell in block.cells[one] for part in cell]
        above.setdefault(place, []).extend(replace(part, aside=HEADS_ROWS) for part in words)
    rows = tuple(block.rows[place] for place in kept)
    cells = tuple(block.cells[place] for place in kept)
    return replace(block, rows=rows, cells=cells), above


def _is_head(row: Sequence[str]) -> bool:
    """Return whether a row has a few words in its first cell, or in all of its cells together, and nothing else."""
    filled = [cell for cell in row if cell.strip()]
    is_line = len(filled) == 1 and len(filled[0].split()) <= _LONGEST_HEAD
    return len(row) > 2 and is_line and not filled[0].rstrip().endswith("?")  # noqa: PLR2004 of two cells one may be empty


def _pairs_of_rows(block: Block) -> list[Block]:
    """Return the questions and the answers of a table that has a row for each, and says in front which it is."""
    parts: list[tuple[str | None, Sequence[Block]]] = []
    for row in block.cells:
        part = _part_of_row(row)
        # The first row of most tables is neither, and asks nothing.
        if part is None or not (parts or part[0]):
            return []
        parts.append(part)
    asked = [name for name, _ in parts if name is not None]
    if not asked or len(asked) == len(parts):
        return []
    if len(asked) < _FEWEST_PAIRS and asked[0] == _UNCOUNTED:
        # One request and one response may be the fields of a record.
        return []
    found: list[Block] = []
    count = 0
    for name, cell in parts:
        count += name is not None
        for place, one in enumerate(cell):
            if name is None:
                found.append(one)
                continue
            runs = in_italics(one.runs)
            number = f"{count if name == _UNCOUNTED else name}. "
            lead = (Run(number, italic=True),) if place == 0 and not leading_label(one.text) else ()
            found.append(replace(one, runs=(*lead, *runs)))
    return found


def _counted_rows(block: Block) -> list[Block]:
    """Return the questions and the answers of a table without a head whose rows count: "Q1", what is asked, what is told.

    The number has a cell of its own, or stands in front of the question; the answer has one, too, or stands below the
    question in its cell. A row with neither number nor both cells goes on with the one above, as tables do that no line
    parts. Numbers alone may count anything: then most rows ask.
    """
    pairs: list[tuple[list[Block], list[Block]]] = []
    asking = 0
    for row in block.cells:
        cells = [[one for one in cell if one.text.strip() or one.rows] for cell in row]
        named = _counted(cells, len(pairs) + 1)
        if named:
            is_word, asked, told = named
            asking += is_word or asks(behind_label(asked[0].text))
            pairs.append((asked, told))
        elif not pairs or sum(map(bool, cells)) != 1 or leading_label(_first_of(cells).text):
            return []
        else:
            pairs[-1][bool(cells[-1])].extend(cells[-1] or _first_filled(cells))
    if len(pairs) < _FEWEST_PAIRS or asking * 2 <= len(pairs) or not all(told for _, told in pairs):
        return []
    return [one for number, pair in enumerate(pairs, 1) for one in _as_pair(number, *pair)]


def _counted(
    cells: Sequence[list[Block]], place: int
) -> tuple[bool, list[Block], list[Block]] | None:
    """Return whether a row of a place surely asks, what it asks and what it tells; None if its number is another."""
    filled, is_apart = _with_cell_parted([cell for cell in cells if cell])
    if not 2 <= len(filled) <= _FEWEST_CELLS or len(cells) > _FEWEST_CELLS or filled[0][0].rows:  # noqa: PLR2004 asked and told
        return None
    name = filled[0][0].text.strip()
    label = leading_label(name)
    is_whole = len(filled) == _FEWEST_CELLS
    number = label.number if label else name.strip(".)") if is_whole else None
    is_alone = label is None or label.end >= len(name)
    if number != str(place) or is_alone != is_whole or (label and label.is_answer):
        return None
    is_word = label is not None and label.word is not None
    return is_word or is_apart, [*filled[-2]], [*filled[-1]]


def _with_cell_parted(filled: list[list[Block]]) -> tuple[list[list[Block]], bool]:
    """Return the cells of a row with the question parted from its answer that stand in one cell beside a number.

    The question is its first paragraph: it alone is bold, or it ends in its mark. Whether it is bold comes with them.
    """
    if len(filled) != _FEWEST_CELLS - 1 or len(filled[1]) < _FEWEST_PAIRS:
        return filled, False
    first, *rest = filled[1]
    is_bold = first.is_bold and not any(one.is_bold for one in rest)
    is_asked = first.text.rstrip().endswith("?") and not first.rows
    if not (is_bold or is_asked) or leading_label(first.text):
        return filled, False
    return [filled[0], [first], rest], is_bold


def _first_filled(cells: Sequence[list[Block]]) -> list[Block]:
    return next(cell for cell in cells if cell)


def _first_of(cells: Sequence[list[Block]]) -> Block:
    return _first_filled(cells)[0]


def _as_pair(number: int, asked: Sequence[Block], told: Sequence[Block]) -> list[Block]:
    """Return a question in italics behind its number, all of its lines in one, and its answer."""
    first = asked[0]
    label = leading_label(first.text)
    lead = () if label and label.end < len(first.text) else (Run(f"{number}. ", italic=True),)
    more = [run for one in asked[1:] for run in (Run(" "), *one.runs)]
    whole = replace(first, runs=(*lead, *in_italics((*first.runs, *more))), end=asked[-1].end)
    return [whole, *told]


def _part_of_row(row: Sequence[Sequence[Block]]) -> tuple[str | None, Sequence[Block]] | None:
    """Return the number of a question and its words, or None and an answer's; nothing for a row that is neither."""
    cells = [cell for cell in row if cell and any(one.text.strip() or one.rows for one in cell)]
    if not cells or len(cells) > 2 or len(cells[0]) != 1:  # noqa: PLR2004 who speaks, and what they say
        return None
    name, words = cells[0][0].text.strip(), cells[1] if len(cells) > 1 else ()
    label = leading_label(name)
    if label and label.word and label.end >= len(name):
        return (None if label.is_answer else label.number or _UNCOUNTED), words
    said = label_of(name)
    if said is None or not said.begins_part or said.rest < len(name.rstrip(" :")):
        return None
    return (None if said.role is Role.RESPONSE else _UNCOUNTED), words


def with_question_rows(blocks: Sequence[Block]) -> tuple[list[Block], dict[int, Label]]:
    """Return blocks with the tables of questions opened that stand below a record's reference, and labels of their rows."""
    opened: list[Block] = []
    labels: dict[int, Label] = {}
    for place, block in enumerate(blocks):
        rows = question_rows(block) if block.cells and _is_headed(blocks, place) else [block]
        if len(rows) > 1:
            _label_rows(rows, len(opened), labels)
        opened += rows
    return opened, labels


def _is_headed(blocks: Sequence[Block], place: int) -> bool:
    """Return whether a reference with its label stands right above a table, and nothing that may ask."""
    for block in reversed(blocks[max(0, place - _LONGEST_HEAD) : place]):
        label = label_of(block.text)
        label = of_number(label, block.text) if label else None
        if (label and label.is_strong and label.role is Role.REF) or _names_record(block):
            return True
        if (
            block.rows
            or (label and label.begins_part)
            or len(block.text.split()) > _LONGEST_HEAD * 2
        ):
            return False
    return False


def _names_record(block: Block) -> bool:
    """Return whether a line says which record follows: "Enquiry 17/22, sent on 3 May"."""
    is_line = not block.rows and 0 < len(block.text.split()) <= _LONGEST_HEAD
    found = reference_within(block.text) if is_line and block.text[-1:] not in "?" else None
    return (
        found is not None
        and not found[0].isdecimal()
        and len(block.text[: found[1]].split()) <= _LONGEST_LEAD
    )


def _label_rows(rows: Sequence[Block], begin: int, labels: dict[int, Label]) -> None:
    """Label each question of opened rows, and what first answers it."""
    rule = "structure: a row of a table with a question and its answer"
    was_asked = False
    for place, block in enumerate(rows, begin):
        is_asked = block.is_italic or block.kind is Kind.ITEM
        if is_asked and not was_asked:
            labels[place] = Label(Role.REQUEST, QUESTION_ROW, 0, is_strong=True, rule=rule)
        elif was_asked and not is_asked:
            labels[place] = Label(Role.RESPONSE, "answer of a row", 0, is_strong=True, rule=rule)
        was_asked = is_asked


def is_question_table(block: Block) -> bool:
    """Return whether a table has a question and its answer in each row."""
    return bool(block.cells) and len(question_rows(block)) > 1


def _answering(roles: Sequence[Role]) -> Role | None:
    """Return what stands for the answer in a table without any: the decision."""
    return Role.OUTCOME if Role.RESPONSE not in roles and Role.OUTCOME in roles else None


def _grounds(row: Sequence[Sequence[Block]], place: int | None) -> list[Block]:
    """Return the sections that stand beside an answer; "None" and a dash are none."""
    return (
        [one for one in row[place] if any(map(str.isdigit, one.text))] if place is not None else []
    )


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
