"""Tables that hold records and say so in no known word: a record in each row, or a label in each."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from answerable.reading.blocks import Block, Kind, Run
from answerable.reading.references import is_reference
from answerable.reading.roles import roles_of
from answerable.reading.tables import caption_above
from answerable.reading.vocabulary import BACK_TO_TOP, Label, Role, label_of

_FEWEST_ROWS = 2
_LONGEST_HEAD = 8
_FEWEST_WORDS = 4.0
# Where the heads of the columns say that they ask and answer, a few words may.
_FEWEST_WORDS_SAID = 2.0
_LONGEST_ROW_LABEL = 6
_WIDEST_LAYOUT = 4
_FEWEST_LABELS = 2
_LETTERS = re.compile(r"[^\W\d_]+")


def opened(blocks: Sequence[Block]) -> tuple[list[Block], dict[int, Label]]:
    """Return blocks with the tables that hold records opened, and the labels of what stood in their rows.

    A table with a record in each row has labels; one with a label in each row has none yet: they show by
    coming again. Where such labels do come again, all other tables hold figures.
    """
    tables = [block for block in blocks if block.cells and block.column is None]
    repeated = _repeated(tables)
    laid_out: list[Block] = []
    labels: dict[int, Label] = {}
    for block in blocks:
        if not block.cells or block.column is not None:
            laid_out.append(block)
        elif id(block) in repeated:
            laid_out += _laid_out(block)
        elif not repeated and (roles := roles_of_columns(block)):
            _open_rows(block, roles, laid_out, labels)
        elif not repeated and len(tables) == 1 and _has_label_in_each_row(block):
            laid_out += _laid_out(block)
        else:
            laid_out.append(block)
    return laid_out, labels


def _repeated(tables: Sequence[Block]) -> set[int]:
    """Return the tables, by their ids, whose left column has labels that come again, in them or in others."""
    keys = {id(table): _row_labels(table) for table in tables if _has_words_beside(table)}
    times = Counter(key for labels in keys.values() for key in labels)
    # Headings of columns come again, too, where tables of figures do: they are one row of each.
    return {
        place
        for place, labels in keys.items()
        if sum(times[key] > 1 for key in set(labels)) >= _FEWEST_LABELS
        and sum(times[key] > 1 for key in labels) * 2 >= len(labels)
    }


def _row_labels(table: Block) -> list[str]:
    """Return the first words of each row in plain letters; those without any go on with the row above."""
    firsts = [row[0][0].text for row in table.cells if row[0]]
    keys = [" ".join(_LETTERS.findall(BACK_TO_TOP.sub("", first).lower())) for first in firsts]
    return [key for key in keys if key and len(key.split()) <= _LONGEST_ROW_LABEL]


def _has_words_beside(table: Block) -> bool:
    is_narrow = len(table.rows[0]) <= _WIDEST_LAYOUT
    return is_narrow and any(len(" ".join(row[1:]).split()) > _FEWEST_WORDS for row in table.rows)


def roles_of_columns(block: Block) -> list[Role]:
    """Return the roles of a table's columns where each row is a record; empty where it is none."""
    if is_headless(block):
        roles = roles_of(
            [[row[place] for row in block.rows] for place in range(len(block.rows[0]))],
            [None] * len(block.rows[0]),
        )
        return roles if {Role.REF, Role.REQUEST, Role.RESPONSE} <= set(roles) else []
    header, *rows = block.rows
    filled = [cell for cell in header if cell]
    is_head = len(filled) > 1 and all(len(cell.split()) <= _LONGEST_HEAD for cell in filled)
    known = [_known(cell) for cell in header]
    fewest = 1 if {Role.REQUEST, Role.RESPONSE} <= set(known) else _FEWEST_ROWS
    if not is_head or len(rows) < fewest:
        return []
    columns = [[row[place] for row in rows] for place in range(len(header))]
    roles = roles_of(columns, known)
    if Role.REQUEST not in roles:
        return []
    asked = columns[roles.index(Role.REQUEST)]
    words = _FEWEST_WORDS_SAID if fewest == 1 else _FEWEST_WORDS
    is_words = sum(len(cell.split()) for cell in asked) >= words * len(asked)
    counted = [cell.strip(" .)") for cell in columns[0]] == [
        str(one + 1) for one in range(len(rows))
    ]
    is_decided = counted and Role.OUTCOME in roles
    is_whole = Role.RESPONSE in roles or Role.REF in roles or is_decided
    return roles if is_words and is_whole else []


def is_headless(block: Block) -> bool:
    """Return whether a table begins with a record: its first row has a reference where all others have one."""
    places = range(len(block.rows[0]))
    return len(block.rows) >= _FEWEST_ROWS and any(
        all(is_reference(row[place]) for row in block.rows) for place in places
    )


def _known(words: str) -> Role | None:
    label = label_of(f"{words}:") if words else None
    return label.role if label and label.is_strong and label.rest > len(words) else None


def _open_rows(
    block: Block, roles: Sequence[Role], laid_out: list[Block], labels: dict[int, Label]
) -> None:
    """Add each row of a table as a record: its header's words as labels, its cells beside them.

    The request comes before the response, and the facts before both: so stands a record in a log.
    """
    header, *rows = block.rows
    order = sorted(range(len(roles)), key=lambda place: _ORDER.get(roles[place], 0))
    if is_headless(block):
        header, rows = ("",) * len(header), [header, *rows]
    heads = {number for number, row in enumerate(block.rows) if row == header}
    for number, row in enumerate(block.cells):
        if number in heads:
            continue
        for place in order:
            cell = row[place]
            if not cell:
                continue
            words = header[place] or roles[place].value
            rule = (
                f"structure: column “{words}” of a table with a record in each of {len(rows)} rows"
            )
            labels[len(laid_out)] = Label(
                roles[place], words, len(words), is_strong=True, rule=rule
            )
            laid_out.append(_label_block(words, cell[0], is_first=place == order[0]))
            laid_out += [replace(one, column=1) for one in cell]


_ORDER = {Role.REF: -2, Role.TITLE: -1, Role.REQUEST: 1, Role.RESPONSE: 2}


def _label_block(words: str, beside: Block, *, is_first: bool) -> Block:
    return Block(
        Kind.PARAGRAPH,
        (Run(words),),
        beside.start,
        beside.start,
        column=0,
        page=beside.page,
        broken=is_first,
    )


def _has_label_in_each_row(block: Block) -> bool:
    """Return whether a table's left column has a label in each row, and words stand beside some of them."""
    firsts = [row[0] for row in block.rows]
    short = all(0 < len(first.split()) <= _LONGEST_ROW_LABEL for first in firsts)
    letters = all(any(map(str.isalpha, first)) for first in firsts)
    return short and letters and _has_words_beside(block) and len(block.rows) > 1


def _laid_out(block: Block) -> Iterator[Block]:
    yield from caption_above(block.text, block.start)
    for row in block.cells:
        for place, cell in enumerate(row):
            for number, one in enumerate(cell):
                is_broken = one.broken or number == 0
                yield replace(one, column=0 if place == 0 else 1, broken=is_broken)
