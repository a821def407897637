"""References that stand behind the titles of a log's records: "Use of drones - 002230/23", "Interim managers (FOI 2236)"."""

import re
from collections.abc import Sequence

from answerable.reading.records import Record
from answerable.reading.references import is_reference

_BEHIND = re.compile(
    r"(?P<title>.*\w.*?)(?:\s+[|\u2013\u2014-]\s*|\s*[:,]\s+|\s*(?P<open>[(\[])\s*)(?P<ref>[^()\[\]]+?)\s*(?(open)[)\]])"
)
# "Parking fines - 2021/22" tells of a year.
_YEARS = re.compile(r"(?:19|20)\d\d(?:\s?[/\u2013-]\s?(?:\d\d){1,2})?")
_OF_YEAR = re.compile(
    r"(?P<title>.*\w.*?)\s+[|\u2013\u2014-]\s*(?P<ref>\d{1,4}/(?P<year>(?:20)?\d\d))"
)
_FEWEST = 2
_FEWEST_DIGITS = 3


def part_references(records: Sequence[Record]) -> None:
    """Take the references from behind the titles of records, where all have one there and none has another."""
    if len(records) < _FEWEST or any(record.ref for record in records):
        return
    found = [_parted(record.title) for record in records]
    refs = {ref for one in found if one for ref in one[1:]}
    if not all(found) or len(refs) < len(records):
        return
    for record, both in zip(records, found, strict=True):
        if both:
            record.title, record.ref = both


def take_number_of_year(record: Record) -> None:
    """Take the number behind a title that ends in the year of the record's own days: "Ponds - 3/31", asked in 2031."""
    found = _OF_YEAR.fullmatch(record.title.strip()) if record.ref is None else None
    years = {day.year % 100 for day in (record.received_on, record.answered_on) if day}
    # "Translators - 2030/2031" tells of a year.
    if found and int(found["year"]) % 100 in years and not _YEARS.fullmatch(found["ref"]):
        record.title, record.ref = found["title"], found["ref"]


def _parted(title: str) -> tuple[str, str] | None:
    """Return a title and the reference behind it; None if none is there."""
    found = _BEHIND.fullmatch(title.strip())
    if found is None or _YEARS.fullmatch(found["ref"]):
        return None
    is_known = is_reference(found["ref"]) and sum(map(str.isdigit, found["ref"])) >= _FEWEST_DIGITS
    return (found["title"], found["ref"]) if is_known else None
