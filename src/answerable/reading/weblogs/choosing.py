"""Whether a text is a body's web log, and which of them."""

import json
import re
from typing import Any

from answerable.reading.across import ask_across, count_questions
from answerable.reading.documents import Reading
from answerable.reading.source import Source, source_from
from answerable.reading.weblogs.govuk import is_publication, publication_reading
from answerable.reading.weblogs.mapping import (
    Column,
    Mapping,
    check_columns,
    goes_on_below,
    suggested,
)
from answerable.reading.weblogs.pages import saved_page_reading
from answerable.reading.weblogs.records import reading_of_rows
from answerable.reading.weblogs.rows import Rows, may_be_table, rows_of

FORMS = ("csv", "json", "feed")
"""The formats that these are read from."""
_TRIED = ("json", "feed", "csv")

_A_FEED = re.compile(r"\s*(?:<\?xml[^>]*\?>\s*|<!--.*?-->\s*)*<(?:rss|feed|rdf:RDF)\b", re.DOTALL)
_CORRESPONDENCE = re.compile(
    r"\s*This is a plain-text version of the Freedom of Information request "
)
_FEWEST_ROWS = 1
# Their tables are tables of their documents, and what else has commas is none.
_PROSE = frozenset(("pdf", "docx", "doc", "odt", "rtf"))


def web_log_reading(
    source: Source, *, as_format: str = "auto", mapping: Mapping | None = None
) -> Reading | None:
    """Return the reading of a web log; None if a text is none.

    `mapping` says which columns hold what; without it they are known by their names, and a table whose
    columns tell nothing is no log.

    :raises MappingRefused: if the mapping names a column that is not there.
    :raises NotReadable: if it is a log, and cannot be read.
    """
    text = source.text
    if as_format in ("auto", "json") and text.lstrip()[:1] in ("{", "["):
        return _of_json(source, mapping)
    if as_format in ("auto", "feed") and _A_FEED.match(text):
        return _of_rows(source, rows_of(text, form="feed"), mapping)
    if as_format in ("auto", "html") and (found := saved_page_reading(source)):
        return found
    if as_format in ("auto", "text") and _CORRESPONDENCE.match(text):
        from answerable.reading.weblogs.correspondence import correspondence_reading  # noqa: PLC0415 few need it

        if found := correspondence_reading(source):
            return found
    is_table = as_format == "auto" and source.format not in _PROSE and may_be_table(text)
    if as_format == "csv" or (as_format == "auto" and mapping) or is_table:
        return _of_rows(source, rows_of(text, form="csv"), mapping)
    return None


def table_of(source: Source) -> Mapping | None:
    """Return the mapping that the columns of a table tell; None if it is no table, or they tell nothing."""
    rows = _first_rows(source)
    told = suggested(rows) if rows else None
    return told if told and told.columns else None


def rows_in(data: bytes, *, name: str) -> Rows | None:
    """Return the records of a file in CSV, JSON, RSS or Atom; None if it is no such table, or has no record.

    :raises NotReadable: if it holds no text, or more than can be read at once.
    """
    source = source_from(data, name=name)
    rows = _first_rows(source) if source.format in ("", *FORMS) else None
    return rows if rows and len(rows.rows) >= _FEWEST_ROWS else None


def _first_rows(source: Source) -> Rows | None:
    found = (rows for form in _TRIED if (rows := rows_of(source.text, form=form)))
    return next(found, None)


def _of_json(source: Source, mapping: Mapping | None) -> Reading | None:
    from answerable.reading.weblogs.alaveteli import is_platform_request, platform_reading  # noqa: PLC0415 as above

    data = _loaded(source.text)
    if is_platform_request(data):
        return platform_reading(source, data)
    if is_publication(data):
        return publication_reading(source, data)
    return _of_rows(source, rows_of(source.text, form="json"), mapping)


def _loaded(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _of_rows(source: Source, rows: Rows | None, mapping: Mapping | None) -> Reading | None:
    if rows is None or len(rows.rows) < _FEWEST_ROWS:
        return None
    if mapping is not None:
        check_columns(mapping, rows)
        return reading_of_rows(source, rows, mapping)
    told = suggested(rows)
    is_log = told.tells and not (goes_on_below(rows, told) or _counts_questions(rows, told))
    return reading_of_rows(source, rows, told) if is_log else None


def _counts_questions(rows: Rows, told: Mapping) -> bool:
    """Return whether a table has a column, or a row, for each question of a request: it is read as a table."""
    numbers = [[row[name] for row in rows.rows] for name in told.of(Column.REF)]
    return ask_across(rows.columns) or any(map(count_questions, numbers))
