"""Tables that hold records and say so in no known word: a record in each row, or a label in each."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from answerable.domain.questions import leading_label
from answerable.reading.blocks import Block, Kind, Run
from answerable.reading.facts import DAYS
from answerable.reading.references import is_reference
from answerable.reading.roles import roles_of
from answerable.reading.tables import caption_above
from answerable.reading.vocabulary import BACK_TO_TOP, Label, Role, label_of

QUESTION_ROW = "question of a row"
"""The words of the label that a question has which stands beside its answer."""

_Row = Sequence[Sequence[Block]]
_FIELDS = (Role.REQUEST, Role.RESPONSE)
# What no row below the first of a record has.
_NAMING = (Role.REF, Role.TITLE, *DAYS)
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
    roles_by_table = {} if repeated else _roles(tables)
    laid_out: list[Block] = []
    labels: dict[int, Label] = {}
    for block in blocks:
        if not block.cells or block.column is not None:
            laid_out.append(block)
        elif id(block) in repeated:
            laid_out += _laid_out(block, repeated[id(block)])
        elif not repeated and (roles := roles_by_table[id(block)]):
            _open_rows(block, roles, laid_out, labels)
        elif not repeated and len(tables) == 1 and _has_label_in_each_row(block):
            laid_out += _laid_out(block)
        else:
            laid_out.append(block)
    return laid_out, labels


def _roles(tables: Sequence[Block]) -> dict[int, list[Role]]:
    """Return the roles of the columns of each table, by its id.

    All rows that stand below the same heads tell them together: a log may begin anew with each month.
    """
    below: dict[tuple[str, ...], list[Block]] = {}
    for table in tables:
        below.setdefault(tuple(table.rows[0]), []).append(table)
    found: dict[int, list[Role]] = {}
    for alike in below.values():
        first, *others = alike
        rows = (*first.rows, *(row for one in others for row in one.rows[1:]))
        cells = (*first.cells, *(row for one in others for row in one.cells[1:]))
        roles = roles_of_columns(replace(first, rows=rows, cells=cells) if others else first)
        found |= dict.fromkeys(map(id, alike), roles)
    return found


def _repeated(tables: Sequence[Block]) -> dict[int, set[str]]:
    """Return the tables, by their ids, whose left column has labels that come again, in them or in others, with these."""
    keys = {id(table): _row_labels(table) for table in tables if _has_words_beside(table)}
    times = Counter(key for labels in keys.values() for key in labels)
    # Headings of columns come again, too, where tables of figures do: they are one row of each.
    return {
        place: {key for key in labels if times[key] > 1}
        for place, labels in keys.items()
        if sum(times[key] > 1 for key in set(labels)) >= _FEWEST_LABELS
        and sum(times[key] > 1 for key in labels) * 2 >= len(labels)
    }


def _row_labels(table: Block) -> list[str]:
    """Return the first words of each row in plain letters; those without any go on with the row above.

    A reference is no label, though all references of a log begin with the same letters.
    """
    firsts = [row[0][0].text for row in table.cells if row[0]]
    keys = [_key(first) for first in firsts if not is_reference(first)]
    return [key for key in keys if key and len(key.split()) <= _LONGEST_ROW_LABEL]


def _key(text: str) -> str:
    return " ".join(_LETTERS.findall(BACK_TO_TOP.sub("", text).lower()))


def _has_words_beside(table: Block) -> bool:
    is_narrow = len(table.rows[0]) <= _WIDEST_LAYOUT
    return is_narrow and any(len(" ".join(row[1:]).split()) > _FEWEST_WORDS for row in table.rows)


def roles_of_columns(block: Block) -> list[Role]:
    """Return the roles of a table's columns where each row is a record; empty where it is none."""
    block = _one_head(block)
    if _is_headless(block):
        roles = roles_of(
            [[row[place] for row in block.rows] for place in range(len(block.rows[0]))],
            [None] * len(block.rows[0]),
        )
        return roles if {Role.REF, Role.REQUEST, Role.RESPONSE} <= set(roles) else []
    header, *rows = block.rows
    filled = [cell for cell in header if cell]
    is_head = len(filled) > 1 and all(len(cell.split()) <= _LONGEST_HEAD for cell in filled)
    known = [role_said(cell) for cell in header]
    fewest = 1 if {Role.REQUEST, Role.RESPONSE} <= set(known) else _FEWEST_ROWS
    if not is_head or len(rows) < fewest:
        return []
    columns = [[row[place] for row in rows] for place in range(len(header))]
    words = _FEWEST_WORDS_SAID if fewest == 1 else _FEWEST_WORDS
    # Most tables hold figures: nothing is asked in them, whatever the rest tells.
    wordy = [sum([len(cell.split()) for cell in column]) >= words * len(rows) for column in columns]
    roles = roles_of(columns, known) if any(wordy) else []
    if Role.REQUEST not in roles:
        return []
    is_words = wordy[roles.index(Role.REQUEST)]
    counted = [cell.strip(" .)") for cell in columns[0]] == [
        str(one + 1) for one in range(len(rows))
    ]
    is_decided = counted and Role.OUTCOME in roles
    is_whole = Role.RESPONSE in roles or Role.REF in roles or is_decided
    return roles if is_words and is_whole else []


def _one_head(block: Block) -> Block:
    """Return a table whose columns have one head each, where a row above heads several together: "What came in"."""
    rows = block.rows
    while len(rows) > _FEWEST_ROWS and _heads_heads(rows[0], rows[1]):
        joined = tuple(below or above for above, below in zip(rows[0], rows[1], strict=True))
        rows = (joined, *rows[2:])
    more = len(block.rows) - len(rows)
    return replace(block, rows=rows, cells=block.cells[more:]) if more else block


def _heads_heads(above: Sequence[str], below: Sequence[str]) -> bool:
    """Return whether a row of short words fills what the row above it leaves empty, and holds no figure."""
    pairs = [*zip(above, below, strict=True)]
    is_whole = all(one or two for one, two in pairs) and any(above) and not all(above)
    is_short = all(
        len(cell.split()) <= _LONGEST_HEAD and not cell.endswith(("?", ";")) for cell in below
    )
    return is_whole and is_short and not any(map(str.isdigit, "".join(below)))


def _is_headless(block: Block) -> bool:
    """Return whether a table begins with a record: its first row has a reference where all others have one."""
    places = range(len(block.rows[0]))
    return len(block.rows) >= _FEWEST_ROWS and any(
        all(is_reference(row[place]) for row in block.rows) for place in places
    )


def role_said(words: str) -> Role | None:
    """Return the role that words have as a label, if they are one to their end."""
    label = label_of(f"{words}:") if words else None
    return label.role if label and label.is_strong and label.rest > len(words) else None


def _open_rows(
    block: Block, roles: Sequence[Role], laid_out: list[Block], labels: dict[int, Label]
) -> None:
    """Add each row of a table as a record: its header's words as labels, its cells beside them.

    The request comes before the response, and the facts before both: so stands a record in a log. A record
    whose reference reaches over several rows, or comes again in them, has a question and its answer in each.
    """
    block = _one_head(block)
    header = block.rows[0]
    if _is_headless(block):
        header = ("",) * len(header)
    rows = [
        row for words, row in zip(block.rows, block.cells, strict=True) if words != block.rows[0]
    ]
    rows = [block.cells[0], *rows] if _is_headless(block) else rows
    records = _records(rows, roles)
    rule = f"table with a record in each of {len(records)} rows"
    for record in records:
        pairs = _pairs(record, roles)
        order = sorted(range(len(roles)), key=lambda place: _ORDER.get(roles[place], 0))
        if pairs:
            order = [place for place in order if _is_fact(record, place, roles)]
        for place in order:
            is_field = roles[place] in _FIELDS
            cell = (
                [one for row in record for one in row[place]]
                if is_field
                else _said_once(record, place)
            )
            if not cell:
                continue
            words = header[place] or roles[place].value
            labels[len(laid_out)] = Label(
                roles[place],
                words,
                len(words),
                is_strong=True,
                rule=f"structure: column “{words}” of a {rule}",
            )
            laid_out.append(_label_block(words, cell[0], is_first=place == order[0]))
            laid_out += [replace(one, column=1) for one in cell]
        for asked, told in pairs:
            _label_row(len(laid_out), len(asked), labels)
            laid_out += [*asked, *told]


def _records(rows: Sequence[_Row], roles: Sequence[Role]) -> list[list[_Row]]:
    """Return the rows of each record: one; or more where what names it reaches over those below it, or comes again."""
    name = next((roles.index(role) for role in (Role.REF, Role.TITLE) if role in roles), None)
    held = [place for place, role in enumerate(roles) if role in _NAMING]
    records: list[list[_Row]] = []
    for row in rows:
        first = records[-1][0] if records and name is not None and records[-1][0][name] else None
        again = row if first is None else _without_name(first, row, roles)
        if first is not None and any(again) and not any(again[place] for place in held):
            records[-1].append(again)
        else:
            records.append([row])
    return records


def _without_name(first: _Row, row: _Row, roles: Sequence[Role]) -> _Row:
    """Return a row without what names its record, if that is what names the record above and another thing is asked."""
    held = [place for place, role in enumerate(roles) if role in _NAMING and row[place]]
    is_same = all(_words(first[place]) == _words(row[place]) for place in held)
    fields = [roles.index(role) for role in _FIELDS if role in roles]
    asks_more = len(fields) == len(_FIELDS) and _words(first[fields[0]]) != _words(row[fields[0]])
    if not (is_same and asks_more and Role.REF in roles):
        return row
    return [() if place in held else cell for place, cell in enumerate(row)]


def _words(cell: Sequence[Block]) -> list[str]:
    return [block.text for block in cell]


def _pairs(
    record: Sequence[_Row], roles: Sequence[Role]
) -> list[tuple[Sequence[Block], Sequence[Block]]]:
    """Return the questions of a record and their answers, where each has a row of its own; else nothing.

    A column that counts the rows of the record holds the labels of its questions.
    """
    if not set(_FIELDS) <= set(roles):
        return []
    asked, told = (roles.index(role) for role in _FIELDS)
    rows = [row for row in record if row[asked] or row[told]]
    pairs = [(row[asked], row[told]) for row in rows]
    if len(pairs) < _FEWEST_ROWS or not all(question and answer for question, answer in pairs):
        return []
    if not any(_counts(rows, place, roles) for place in range(len(roles))):
        return pairs
    return [(_labelled(asked, number), told) for number, (asked, told) in enumerate(pairs, 1)]


def _counts(rows: Sequence[_Row], place: int, roles: Sequence[Role]) -> bool:
    """Return whether a column counts the questions of a record: 1, 2, 3, or Q1, Q2, Q3."""
    numbers = [_number(" ".join(_words(row[place])).strip()) for row in rows]
    return roles[place] is Role.OTHER and numbers == [str(one + 1) for one in range(len(rows))]


def _number(words: str) -> str:
    """Return the number that words are, or that a label of nothing else has."""
    label = leading_label(words)
    is_label = label is not None and label.word is not None and label.end >= len(words)
    return (label.number or "") if label and is_label else words.strip(" .)")


def _is_fact(record: Sequence[_Row], place: int, roles: Sequence[Role]) -> bool:
    return roles[place] not in _FIELDS and not _counts(record, place, roles)


def _said_once(record: Sequence[_Row], place: int) -> list[Block]:
    """Return what the rows of a record say in a column, each once: a department may stand in all of them."""
    return [
        *{block.text: block for row in reversed(record) for block in reversed(row[place])}.values()
    ][::-1]


def _labelled(asked: Sequence[Block], number: int) -> Sequence[Block]:
    first, *more = asked
    if leading_label(first.text):
        return asked
    return [replace(first, runs=(Run(f"{number}. "), *first.runs)), *more]


def _label_row(place: int, length: int, labels: dict[int, Label]) -> None:
    """Label a question that stands at a place, and its answer so many blocks behind."""
    rule = "structure: a row of a table with a question and its answer"
    labels[place] = Label(Role.REQUEST, QUESTION_ROW, 0, is_strong=True, rule=rule)
    labels[place + length] = Label(Role.RESPONSE, "answer of a row", 0, is_strong=True, rule=rule)


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


def _laid_out(block: Block, labels: Set[str] = frozenset()) -> Iterator[Block]:
    """Yield what stands in a table's rows, labels left; words across a row that come not again head what follows."""
    yield from caption_above(block.text, block.start)
    for row in block.cells:
        if labels and row[0] and not any(row[1:]) and _key(row[0][0].text) not in labels:
            yield from (replace(one, column=None) for one in row[0])
            continue
        for place, cell in enumerate(row):
            for number, one in enumerate(cell):
                is_broken = one.broken or number == 0
                yield replace(one, column=0 if place == 0 else 1, broken=is_broken)
