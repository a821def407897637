"""Tables without lines put together by chance: how many columns, how wide, how set, in which type, with which cells empty.

`table_by_chance(seed)` gives a document and the cells of its table; `cells_read(data, cells)` says how many of them are read
where they stand. The text of a cell is read as it is printed; its columns are told by blanks alone.
"""

from contextlib import contextmanager
from unittest.mock import patch

from answerable.reading.pdf import writer
from answerable.reading.pdf.reader import document_of
from answerable.reading.tables import blocks_of
from tests.support.layouts import chance, words
from tests.support.layouts.nodes import Grid, Item, Look, Made, heading, para

_SERVICES = ("Housing", "Adult Social Care", "Highways", "Finance and Resources", "Parks", "Legal", "Environmental Health", "Planning", "HR")  # fmt: skip
_RESULTS = (
    "Disclosed",
    "Part",
    "Refused",
    "Not held",
    "Full disclosure",
    "s.40(2)",
    "Withdrawn",
    "Answered in full",
)
_LOOKS = (
    ("serif", (9, 12)), ("sans", (8, 11)), ("computer", (8, 11)), ("sans", (8, 10)), ("serif", (9, 11)), ("mono", (7, 8)),
)  # fmt: skip
_NAMES = {
    "ref": ("Ref", "FOI number", "Reference", "Case no."), "day": ("Received", "Date", "Date of reply", "Closed"),
    "name": ("Service", "Department", "Team"), "title": ("Subject", "Title", "Topic"), "label": ("No", "Q", "Point"),
    "long": ("Request", "Response", "Question", "Details of request", "Answer", "Summary"), "result": ("Outcome", "Result"),
    "count": ("Cases", "Total", "2022/23", "Days", "Number of requests"), "money": ("Cost", "Amount paid", "Value (£)"),
}  # fmt: skip
_WIDTHS = {
    "ref": 2.2, "day": 2.2, "name": 2.6, "title": 3.4, "label": 1, "long": 7, "result": 2.2, "count": 1.6, "money": 2,
}  # fmt: skip
_AT_RIGHT = ("count", "money")
_FIGURES = ("name", "count", "money", "count", "count", "money", "count")
_LONGEST_LINE = 60
_FLEXIBLE = ("title", "long")


def table_by_chance(seed, *, rows=None):
    """Return a document with one table without lines, and the cells of the table, row by row, its head too.

    With `rows` it has so many, over several pages.
    """
    source = chance.drawing(seed)
    kinds = _kinds(source)
    look = _look(source, kinds)
    pool = [one for ask in _asks() for one in (ask.text, ask.answer) if one]
    many = rows or (source.randint(3, 9) if "long" in kinds else source.randint(4, 24))
    blank = source.choice((0, 0, 0.08, 0.2))
    rows = [_row(source, kinds, pool, look, number, blank) for number in range(many)]
    is_grouped = source.random() < 0.2 and kinds[0] in ("ref", "name") and kinds.count("long")  # fmt: skip
    if is_grouped:
        rows = [("" if place % 3 else row[0], *row[1:]) for place, row in enumerate(rows)]
    head = _head(source, kinds)
    grid = Grid(
        ((*((para(name, bold=True),) for name in head),) if source.random() < 0.7 else head, *rows),
        widths=_widths(source, kinds, head, rows, look),
        is_ruled=False,
        head=int(source.random() < 0.7),
        inset=_inset(source, look),
        aligned=tuple(_aligned(source, kind) for kind in kinds),
    )
    above = [heading(1, source.choice(words.TOPICS)[0]), para(source.choice(pool))]
    below = [para(source.choice(pool))] if source.random() < 0.5 else []
    truth = [list(head), *(list(map(_words_of, row)) for row in rows)]
    return Made((*above, grid, *below), {"cells": truth}, look)


def cells_read(data, cells):
    """Return how many of a table's cells are read, in rows that follow each other, each in its column; and how many there are."""
    found = []
    for table in _tables(data):
        found += [row for row in table if row != cells[0] or not found]
    return _best(cells, found), sum(map(len, cells))


def _best(cells, rows):
    """Return the greatest sum of cells that agree, of all ways to lay the rows beside each other in order."""
    before = [0] * (len(rows) + 1)
    for row in cells:
        now = [0]
        for place, other in enumerate(rows):
            now.append(max(before[place] + _agreeing(row, other), before[place + 1], now[-1]))
        before = now
    return before[-1]


def _agreeing(row, other):
    if len(row) != len(other):
        return 0
    same = [_bare(one) == _bare(two) for one, two in zip(row, other, strict=True)]
    has_words = any(one and agrees for one, agrees in zip(row, same, strict=True))
    return sum(same) if has_words else 0


def _bare(text):
    # Where a line ends behind a hyphen, nobody can tell whether the word has one.
    return "".join(text.split()).replace("-", "")


def _tables(data):
    found = []

    def noting(table):
        found.append([[cell.text() for cell in row] for row in table.rows if row])
        return blocks_of(table)

    with _noting(noting):
        document_of(data, "table.pdf")
    return found


@contextmanager
def _noting(function):
    with patch.object(writer, "blocks_of", function):
        yield


def _asks():
    return [ask for title, source in chance.POOL for ask in source.BY_TITLE[title][1]]


def _kinds(source):
    """Return what stands in each column: of a log, of a table of figures, of questions and answers."""
    form = source.choice(("log", "log", "figures", "questions"))
    if form == "figures":
        return _FIGURES[: source.randint(3, 7)]
    if form == "questions":
        return source.choice(
            (("label", "long", "long"), ("long", "long"), ("ref", "label", "long", "long"))
        )
    short = source.sample(("day", "name", "title", "result"), source.randint(1, 3))
    kinds = ["ref", *short, "long", *(["long"] if source.random() < 0.6 else [])]
    if source.random() < 0.3:
        kinds.append(source.choice(("day", "result", "count")))
    return tuple(kinds)


def _look(source, kinds):
    font, (least, most) = source.choice(_LOOKS)
    is_wide = sum(_WIDTHS[kind] for kind in kinds) > 13 or source.random() < 0.2
    paper = (297, 210) if is_wide else (210, 297)
    leading = source.choice((0.5, 0.65, 0.65, 0.8))
    spacing = source.choice((leading, leading + 0.25, 1.2, 1.2))
    size, margin = source.randint(least, most), source.choice((13, 18, 22))
    return Look(font, size, paper=paper, margin=margin, leading=leading, spacing=spacing)


def _widths(source, kinds, head, rows, look):
    """Return how wide columns are: those of numbers and days as wide as their words, or wider; no word is cut."""
    is_fitted = source.random() < 0.5
    found = []
    for place, kind in enumerate(kinds):
        share = round(_WIDTHS[kind] * source.uniform(0.8, 1.3), 2)
        if kind in _FLEXIBLE:
            found.append(share)
            continue
        texts = [_words_of(row[place]) for row in rows]
        own = [word for text in (head[place], *texts) for word in text.split()]
        longest = max(map(len, own if kind == "name" else (*own, *texts)))
        wide = (longest * 0.62 + source.uniform(1, 4)) * look.size
        found.append("auto" if is_fitted else f"{wide:.1f}pt")
    return tuple(found)


def _inset(source, look):
    """Return the margins of cells, in points: the lines of two rows never stand nearer than two lines of one cell."""
    least = look.leading * look.size / 2
    beside, below = source.choice((3, 4, 5, 5.4, 6, 8)), source.choice((0, 0.5, 1, 1.5, 2, 3, 4, 6))
    return beside, round(least + below, 2)


def _aligned(source, kind):
    if kind in _AT_RIGHT:
        return source.choice(("right", "right", "center", "left"))
    return "center" if kind != "long" and source.random() < 0.1 else "left"


def _head(source, kinds):
    names, found = {kind: list(named) for kind, named in _NAMES.items()}, []
    for kind in kinds:
        name = source.choice(names[kind])
        if len(names[kind]) > 1:
            names[kind].remove(name)
        found.append(name)
    return tuple(found)


def _row(source, kinds, pool, look, number, blank):
    cells = [_cell(source, kind, pool, look, number) for kind in kinds]
    return tuple(
        "" if place and source.random() < blank else cell for place, cell in enumerate(cells)
    )


def _cell(source, kind, pool, look, number):
    if kind == "long":
        return _long(source, pool)
    return {
        "ref": lambda: f"{source.choice(('FOI', 'F', 'RFI'))}-{1200 + number * 7}",
        "day": lambda: (
            f"{source.randint(1, 28):02}/{source.randint(1, 12):02}/20{source.randint(18, 24)}"
        ),
        "name": lambda: source.choice(_SERVICES),
        "title": lambda: source.choice(words.TOPICS)[0],
        "label": lambda: str(number + 1),
        "result": lambda: source.choice(_RESULTS),
        "count": lambda: f"{source.randint(0, 4000):,}",
        "money": lambda: f"£{source.randint(100, 900000):,}",
    }[kind]()


def _long(source, pool):
    kind = source.random()
    if kind < 0.15:
        return source.choice([one for one in pool if len(one) < _LONGEST_LINE])
    if kind < 0.7:
        return source.choice(pool)
    asked = source.sample(pool, source.randint(2, 3))
    return tuple(Item(f"{n}.", (para(one).spans[0],), (n,)) for n, one in enumerate(asked, start=1)) if kind < 0.85 else tuple(map(para, asked))  # fmt: skip


def _words_of(cell):
    if isinstance(cell, str):
        return cell
    return " ".join(
        f"{part.label} {part.spans[0].text}" if isinstance(part, Item) else part.spans[0].text
        for part in cell
    )
