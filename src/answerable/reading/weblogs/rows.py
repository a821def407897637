"""A table of requests as rows of named fields: CSV, a list in JSON, a feed in RSS or Atom."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from answerable.reading.documents import NotReadable

if TYPE_CHECKING:
    from lxml import etree

_MOST_ROWS = 100_000
_DEEPEST = 6
_SAMPLE = 20_000
_FEWEST_COLUMNS = 2
_LOOKED_AT = 50
_SEPARATORS = ",;\t|"
_FEEDS = {"rss", "feed", "RDF"}


@dataclass(frozen=True, slots=True)
class Rows:
    """Records with named fields: `form` is `csv`, `json` or `feed`.

    Every row has every column, empty where the record has nothing there. `above` is what stands over the
    table of a CSV file, `where` names the list in a JSON file.
    """

    form: str
    columns: tuple[str, ...]
    rows: tuple[dict[str, str], ...]
    above: tuple[str, ...] = ()
    where: str = ""


def rows_of(text: str, *, form: str) -> Rows | None:
    """Return the records of a file's text; None if it has none of that form.

    :raises NotReadable: if it has more than can be read at once.
    """
    readers = {"csv": _csv_rows, "json": _json_rows, "feed": _feed_rows}
    return readers[form](text)


def _csv_rows(text: str) -> Rows | None:
    separator = _separator(text[:_SAMPLE])
    if separator is None:
        return None
    limit = csv.field_size_limit(len(text) + 1)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error:
        return None
    finally:
        csv.field_size_limit(limit)
    head = _head(lines)
    if head is None:
        return None
    columns = _distinct(lines[head])
    rows = [_row(columns, line) for line in lines[head + 1 :] if any(map(str.strip, line))]
    above = tuple(words for line in lines[:head] if (words := " ".join(line).strip()))
    return _counted(Rows("csv", columns, tuple(rows), above))


def may_be_table(text: str) -> bool:
    """Return whether a text is likely to be a table with one separator, and neither prose nor markdown."""
    sample = text[:_SAMPLE]
    separator = _separator(sample)
    if separator is None or any(line.startswith("|") for line in sample.splitlines()[:_LOOKED_AT]):
        return False
    lines = [line for line in csv.reader(io.StringIO(sample), delimiter=separator) if line]
    whole = lines[:-1] if len(text) > _SAMPLE else lines
    width = max(map(len, whole), default=0)
    same = sum(len(line) == width for line in whole)
    return width > _FEWEST_COLUMNS and same > 1 and same * 2 > len(whole)


def _separator(sample: str) -> str | None:
    """Return what parts the columns: the sign that gives most lines the same number of them."""
    best, most = None, 0
    for one in filter(sample.__contains__, _SEPARATORS):
        lines = [line for line in csv.reader(io.StringIO(sample), delimiter=one) if line]
        widths = [len(line) for line in lines if len(line) >= _FEWEST_COLUMNS]
        same = max((widths.count(width) * (width - 1) for width in set(widths)), default=0)
        if same > most:
            best, most = one, same
    return best


def _head(lines: list[list[str]]) -> int | None:
    """Return the place of the line that names the columns: the first that is as wide as the table."""
    filled = [sum(map(bool, map(str.strip, line))) for line in lines]
    width = max(filled, default=0)
    if width < _FEWEST_COLUMNS:
        return None
    return next(place for place, count in enumerate(filled) if count * 3 >= width * 2)


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Return names of columns, each different: those without one are named by their place."""
    found: list[str] = []
    for place, name in enumerate(names, start=1):
        bare = " ".join(name.split()) or f"column {place}"
        found.append(bare if bare not in found else f"{bare} ({place})")
    return tuple(found)


def _row(columns: tuple[str, ...], line: list[str]) -> dict[str, str]:
    """Return a line as a row; what stands beyond the last column is kept with it."""
    cells = [*line, *[""] * (len(columns) - len(line))]
    last = len(columns) - 1
    cells[last:] = [" ".join(filter(None, cells[last:]))]
    return dict(zip(columns, cells, strict=True))


def _json_rows(text: str) -> Rows | None:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return None
    lists = sorted(_lists(data, "", 0), key=lambda one: len(one[1]), reverse=True)
    if not lists:
        return None
    where, records = lists[0]
    flat = [dict(_flat(record, "", 0)) for record in records]
    columns = tuple(dict.fromkeys(name for record in flat for name in record))
    rows = tuple({name: record.get(name, "") for name in columns} for record in flat)
    return _counted(Rows("json", columns, rows, where=where))


def _lists(data: Any, where: str, depth: int) -> Iterator[tuple[str, list[Mapping[str, Any]]]]:
    """Yield every list of records in a JSON document with its path."""
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        records = [one for one in data if isinstance(one, Mapping)]
        if records and len(records) == len(data):
            yield where, records
    elif isinstance(data, Mapping):
        for name, value in data.items():
            yield from _lists(value, f"{where}.{name}".strip("."), depth + 1)


def _flat(record: Mapping[str, Any], above: str, depth: int) -> Iterator[tuple[str, str]]:
    """Yield the fields of a record by their paths; a list of plain values is one field."""
    for name, value in record.items():
        path = f"{above}{name}"
        if isinstance(value, Mapping) and depth < _DEEPEST:
            yield from _flat(value, f"{path}.", depth + 1)
        else:
            yield path, _plain(value)


def _plain(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and not any(isinstance(one, (dict, list)) for one in value):
        return "; ".join(_plain(one) for one in value)
    return json.dumps(value, ensure_ascii=False)


def _feed_rows(text: str) -> Rows | None:
    from lxml import etree  # noqa: PLC0415 text is read without it

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(text.strip().encode(), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if _local(root) not in _FEEDS:
        return None
    items = [one for one in root.iter("{*}item", "{*}entry") if isinstance(one.tag, str)]
    flat = [_item(one) for one in items]
    columns = tuple(dict.fromkeys(name for item in flat for name in item))
    rows = tuple({name: item.get(name, "") for name in columns} for item in flat)
    return _counted(Rows("feed", columns, rows)) if rows else None


def _local(element: "etree._Element") -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _item(element: "etree._Element") -> dict[str, str]:
    """Return the fields of an item of a feed by the names of its elements; a field said twice is joined."""
    found: dict[str, list[str]] = {}
    for child in element:
        if not isinstance(child.tag, str):
            continue
        words = child.get("href") or child.get("term") or _inner(child)
        if words.strip():
            found.setdefault(_local(child), []).append(words.strip())
    return {name: "; ".join(dict.fromkeys(words)) for name, words in found.items()}


def _inner(element: "etree._Element") -> str:
    """Return what stands in an element: its text, or its XHTML as it is written."""
    from lxml import etree  # noqa: PLC0415 text is read without it

    if len(element) == 0:
        return element.text or ""
    return "".join(
        [element.text or "", *(etree.tostring(one, encoding="unicode") for one in element)]
    )


def _counted(rows: Rows) -> Rows:
    if len(rows.rows) > _MOST_ROWS:
        raise NotReadable(f"It has more than {_MOST_ROWS:,} rows: split it, a year in each file")
    return rows
