"""Which column of a body's table holds what: suggested by names and by what stands there, kept in a file."""

import datetime as dt
import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from itertools import pairwise

from answerable.reading.days import day_in, is_day_alone
from answerable.reading.facts import are_grounds
from answerable.reading.references import is_reference, labelled_reference
from answerable.reading.sayings import sayings
from answerable.reading.vocabulary import Role, label_of
from answerable.reading.weblogs.days import day_of
from answerable.reading.weblogs.rows import Rows


class Column(Enum):
    """What a column can hold."""

    REF = "ref"
    TITLE = "title"
    REQUEST = "request"
    RESPONSE = "response"
    RECEIVED = "received_on"
    ANSWERED = "answered_on"
    OUTCOME = "outcomes"
    EXEMPTION = "exemptions"
    LINK = "links"
    NAME = "nobody"
    """Whoever asked: never kept."""


@dataclass(frozen=True, slots=True)
class Mapping:
    """The columns of each kind, by their names: those of a text are read one below the other."""

    columns: tuple[tuple[Column, tuple[str, ...]], ...]

    def of(self, column: Column) -> tuple[str, ...]:
        """Return the names of the columns of a kind."""
        return next((names for one, names in self.columns if one is column), ())

    @property
    def tells(self) -> bool:
        """Return whether an entry can be made of it: it has what was asked, or a title and what came of it."""
        asked = self.of(Column.REQUEST)
        came = self.of(Column.RESPONSE) or self.of(Column.OUTCOME) or self.of(Column.LINK)
        named = self.of(Column.TITLE) or self.of(Column.REF)
        return bool((asked and (came or named)) or (self.of(Column.TITLE) and came))


class MappingRefused(Exception):
    """A mapping cannot be used; the message says why and what to do."""


_OF_ROLE = {
    Role.REF: Column.REF,
    Role.TITLE: Column.TITLE,
    Role.REQUEST: Column.REQUEST,
    Role.RESPONSE: Column.RESPONSE,
    Role.RECEIVED: Column.RECEIVED,
    Role.ANSWERED: Column.ANSWERED,
    Role.ASKED: Column.RECEIVED,
    Role.PUBLISHED: Column.ANSWERED,
    Role.OUTCOME: Column.OUTCOME,
    Role.EXEMPTION: Column.EXEMPTION,
}
# In this order: a name that may be two things is the first of them.
_NAMED = (
    (Column.NAME, "name"),
    (Column.LINK, "link"),
    (Column.REF, "ref"),
    (Column.RECEIVED, "received"),
    (Column.ANSWERED, "answered"),
    (Column.ANSWERED, "published"),
    (Column.TITLE, "title"),
    (Column.RESPONSE, "response"),
    (Column.REQUEST, "request"),
    (Column.OUTCOME, "outcome"),
)
_LOOKED_AT = 50
_LONG = 25
_SHORT = 4
_FEWEST_DIGITS = 3
_FEWEST_WORDS = 3
_FEWEST_ROWS = 2
_LONGEST_TITLE = 8
_SEVERAL = (Column.REQUEST, Column.RESPONSE, Column.LINK, Column.NAME, Column.EXEMPTION)


def suggested(rows: Rows) -> Mapping:
    """Return the mapping that the names of the columns tell, where what stands in them agrees."""
    found: dict[Column, list[str]] = {}
    for name in rows.columns:
        cells = [row[name] for row in rows.rows[:_LOOKED_AT] if row[name].strip()]
        column = next((one for one in _named(name) if _agrees(one, cells)), None)
        if column in (Column.RECEIVED, Column.ANSWERED) and _stands_in(found.get(column), name):
            found[column] = [name]
        elif column and (column in _SEVERAL or column not in found):
            found.setdefault(column, []).append(name)
    if rows.form == "feed":
        _of_a_feed(found)
    else:
        _title_by_content(rows, found)
        _by_content(rows, found)
        _answer_by_content(rows, found)
        _request_by_content(rows, found)
    return Mapping(tuple((column, tuple(names)) for column, names in found.items()))


def _stands_in(taken: Sequence[str] | None, name: str) -> bool:
    """Return whether the column that was taken for a day only stands for the one of another name: "Published", then "Sent"."""
    return taken is not None and _is_stand_in(taken[0]) and not _is_stand_in(name)


def _is_stand_in(name: str) -> bool:
    plain = " ".join(_plain(name.rpartition(".")[2]).split())
    label = label_of(plain)
    is_other = label is not None and label.role in (Role.ASKED, Role.PUBLISHED)
    return is_other or _stand_in().fullmatch(plain) is not None


def _plain(name: str) -> str:
    return re.sub(r"[^A-Za-z]+|(?<=[a-z])(?=[A-Z])", " ", name)


def _by_content(rows: Rows, found: dict[Column, list[str]]) -> None:
    """Add the columns of no known name that tell by what they hold that they are references, days, or grounds of refusal.

    "No." and "Our number" have a reference of its own in each row, "Relied on" has sections of the Act, "Date rec’d" days.
    """
    known = {name for names in found.values() for name in names}
    for name in rows.columns:
        cells = [row[name].strip() for row in rows.rows[:_LOOKED_AT]]
        is_each = len(cells) > 1 and len({*cells}) == len(cells)
        if name in known:
            continue
        if Column.REF not in found and is_each and all(map(_is_number, cells)):
            found[Column.REF] = [name]
        elif Column.EXEMPTION not in found and are_grounds(cells):
            found[Column.EXEMPTION] = [name]
        elif not _named(name) and (day := _day_that_lacks(found, cells)):
            found[day] = [name]


def _day_that_lacks(found: dict[Column, list[str]], cells: Sequence[str]) -> Column | None:
    """Return which day cells hold, if each holds one and nothing else: that of receipt comes first."""
    if len(cells) < _FEWEST_ROWS or not all(cell and day_of(cell) is not None for cell in cells):
        return None
    return next((one for one in (Column.RECEIVED, Column.ANSWERED) if one not in found), None)


def _title_by_content(rows: Rows, found: dict[Column, list[str]]) -> None:
    """Take as the title the shortest of several columns that are named as requests: "Summary" beside "Request text"."""
    asked = found.get(Column.REQUEST, [])
    if Column.TITLE in found or len(asked) < 2:  # noqa: PLR2004 one of them and another
        return
    cells = {name: [row[name] for row in rows.rows[:_LOOKED_AT]] for name in asked}
    words = {name: sum(len(cell.split()) for cell in of) for name, of in cells.items()}
    short, *others = sorted(asked, key=words.__getitem__)
    is_short = words[short] <= _LONGEST_TITLE * len(cells[short])
    is_named = all(cell.strip() and not cell.rstrip().endswith("?") for cell in cells[short])
    if is_short and is_named and words[short] * 2 <= min(words[one] for one in others):
        found[Column.REQUEST] = [name for name in asked if name != short]
        found[Column.TITLE] = [short]


def _answer_by_content(rows: Rows, found: dict[Column, list[str]]) -> None:
    """Take as the answer the wordiest column behind the request whose name tells nothing, where no name tells of an answer."""
    asked = found.get(Column.REQUEST)
    is_told = Column.RESPONSE in found or Column.LINK in found or Column.OUTCOME in found
    if not asked or is_told or not (Column.REF in found or Column.TITLE in found):
        return
    known = {name for names in found.values() for name in names}
    words = {
        name: sum(len(row[name].split()) for row in rows.rows[:_LOOKED_AT])
        for name in rows.columns[rows.columns.index(asked[-1]) + 1 :]
        if name not in known
    }
    best = max(words, key=words.__getitem__, default=None)
    if best and words[best] >= _FEWEST_WORDS * len(rows.rows[:_LOOKED_AT]):
        found[Column.RESPONSE] = [best]


def _request_by_content(rows: Rows, found: dict[Column, list[str]]) -> None:
    """Take as the request the wordiest column in front of the response whose name tells nothing, where no name tells of one."""
    told = found.get(Column.RESPONSE)
    if not told or Column.REQUEST in found or not (Column.REF in found or Column.TITLE in found):
        return
    known = {name for names in found.values() for name in names}
    words = {
        name: sum(len(row[name].split()) for row in rows.rows[:_LOOKED_AT])
        for name in rows.columns[: rows.columns.index(told[0])]
        if name not in known
    }
    best = max(words, key=words.__getitem__, default=None)
    if best and words[best] > _LONGEST_TITLE * len(rows.rows[:_LOOKED_AT]):
        found[Column.REQUEST] = [best]


def _is_number(cell: str) -> bool:
    """Return whether a cell is a reference, with or without a day on the line below it."""
    first, day = reference_over_day(cell)
    is_named = is_reference(first) or (day is not None and labelled_reference(first) is not None)
    return is_named and sum(map(str.isdigit, first)) >= _FEWEST_DIGITS


def reference_over_day(cell: str) -> tuple[str, dt.date | None]:
    """Return a cell's reference, and the day that stands below it: "RA 5446" over "19.08.2023"; else all of it, and none."""
    first, _, below = cell.strip().partition("\n")
    return (first.strip(), day_in(below)) if is_day_alone(below.strip()) else (cell, None)


def _of_a_feed(found: dict[Column, list[str]]) -> None:
    """Let a feed's summary be the answer where it has nothing else: what it asks stands in its title."""
    if Column.RESPONSE not in found and Column.REQUEST in found:
        found[Column.RESPONSE] = found.pop(Column.REQUEST)


@cache
def _patterns() -> tuple[tuple[Column, re.Pattern[str]], ...]:
    """Return what the names of each column look like; made with the first table, for most files are none."""
    said = sayings("columns")
    return tuple((column, re.compile(said[key], re.IGNORECASE)) for column, key in _NAMED)


@cache
def _stand_in() -> re.Pattern[str]:
    """Return what columns are called whose day stands for another only where there is no other."""
    said = sayings("columns")
    return re.compile(f"{said['published']}|{said['entered']}", re.IGNORECASE)


def _named(name: str) -> list[Column]:
    """Return what a column may hold by its name, the likeliest first."""
    words = " ".join(_plain(name.rpartition(".")[2]).split())
    whole = " ".join(re.sub(r"[^A-Za-z]+", " ", name).split())
    found = [column for column, pattern in _patterns()[:1] if pattern.fullmatch(words)]
    for one in (words, whole):
        label = label_of(one)
        if label and label.role in _OF_ROLE and not one[label.rest :].strip():
            found.append(_OF_ROLE[label.role])
        found += [column for column, pattern in _patterns() if pattern.fullmatch(one)]
    return list(dict.fromkeys(found))


def _agrees(column: Column, cells: Sequence[str]) -> bool:
    """Return whether what stands in a column can be what its name says."""
    if not cells:
        return column is not Column.TITLE
    tests = {
        Column.REF: _may_be_reference,
        Column.RECEIVED: lambda one: day_of(one) is not None,
        Column.ANSWERED: lambda one: day_of(one) is not None,
        Column.OUTCOME: lambda one: len(one.split()) <= _LONG,
        Column.NAME: lambda one: len(one.split()) <= _LONG,
        Column.REQUEST: lambda one: not _names_record(one),
    }
    test = tests.get(column)
    return test is None or sum(map(test, cells)) * 2 > len(cells)


def _names_record(text: str) -> bool:
    """Return whether a cell is a reference, with or without a title behind it."""
    found = labelled_reference(text)
    return found is not None and len(text.split()) <= _LONG and not found[0].isdecimal()


def goes_on_below(rows: Rows, mapping: Mapping) -> bool:
    """Return whether a record goes on in rows that name it no more, or the same way, with a question and answer in each."""
    named = [*mapping.of(Column.REF), *mapping.of(Column.TITLE)]
    fields = [*mapping.of(Column.REQUEST), *mapping.of(Column.RESPONSE)]
    if not mapping.of(Column.REF) or not (
        mapping.of(Column.REQUEST) and mapping.of(Column.RESPONSE)
    ):
        return False
    asked = mapping.of(Column.REQUEST)
    return any(
        all(row[name].strip() for name in fields)
        and (
            not any(row[name].strip() for name in named)
            or (_are_same(above, row, named) and not _are_same(above, row, asked))
        )
        for above, row in pairwise(rows.rows)
    )


def _are_same(above: dict[str, str], row: dict[str, str], names: Iterable[str]) -> bool:
    return all(above[name] == row[name] for name in names)


def _may_be_reference(text: str) -> bool:
    """Return whether a cell may be a reference: short, with a number in it, and no address."""
    return len(text.split()) <= _SHORT and any(map(str.isdigit, text)) and "://" not in text


def mapping_from_toml(text: str, *, name: str) -> Mapping:
    """Return the mapping that a file says: `request = ["Request", "Details"]`, one line for each kind.

    :raises MappingRefused: if it is no TOML, or names what is no kind of column.
    """
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise MappingRefused(f"{name} is no mapping of columns: {problem}") from None
    kinds = {column.value: column for column in Column}
    found = []
    for kind, names in said.get("columns", said).items():
        if kind not in kinds:
            known = ", ".join(kinds)
            raise MappingRefused(f"{name} maps {kind!r}, which is no field: use {known}")
        listed = [names] if isinstance(names, str) else names
        if not isinstance(listed, list) or not all(isinstance(one, str) for one in listed):
            raise MappingRefused(
                f"{name} must give {kind!r} the name of a column, or a list of them"
            )
        found.append((kinds[kind], tuple(listed)))
    mapping = Mapping(tuple(found))
    if not mapping.tells:
        message = (
            f"{name} maps neither a request nor a title with what came of it: name one of them"
        )
        raise MappingRefused(message)
    return mapping


def mapping_as_toml(mapping: Mapping) -> str:
    """Return a mapping as the file that `mapping_from_toml` reads."""
    lines = [
        "# Which columns of the table hold what. Columns of the same field are read one below the other."
    ]
    for column, names in mapping.columns:
        listed = ", ".join(_quoted(name) for name in names)
        lines.append(f"{column.value} = [{listed}]")
    return "\n".join([*lines, ""])


def _quoted(name: str) -> str:
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(one if one.isprintable() else " " for one in escaped) + '"'


def check_columns(mapping: Mapping, rows: Rows) -> None:
    """Do nothing if a table has every column that a mapping names.

    :raises MappingRefused: if one is missing.
    """
    named = [name for _, names in mapping.columns for name in names]
    missing = [name for name in named if name not in rows.columns]
    if missing:
        has = ", ".join(rows.columns)
        raise MappingRefused(f"There is no column {missing[0]!r}: the file has {has}")
