"""Columns of tables in text: what their heads say they hold."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from answerable.domain.personal.births import DATE
from answerable.domain.personal.checks import is_luhn, is_nhs_number
from answerable.domain.personal.gazetteer import Gazetteer, folded
from answerable.domain.personal.kinds import Certainty, PersonalFinding, PersonalKind

_SEPARATORS = ("\t", "|", ";", ",")
_LONGEST_CELL = 60
_LONGEST_LINE = 2_000
_MOST_WORDS = 6
_NAME = re.compile(r"[^\W\d_][^\W\d_'’.,\u00a0 -]*(?:[ .,'’-]{1,2}[^\W\d_]+\.?)*")


@dataclass(frozen=True, slots=True)
class _Column:
    kind: PersonalKind
    head: re.Pattern[str]
    cell: re.Pattern[str]


def _column(kind: PersonalKind, head: str, cell: str) -> _Column:
    return _Column(kind, re.compile(head, re.IGNORECASE), re.compile(cell, re.IGNORECASE))


_K = PersonalKind
_NUMBER = r"(?: ?(?:numbers?|nos?\.?|num|id|ref|#))"
_COLUMNS = (
    _column(
        _K.NAME,
        r"(?:full |first |last |middle |given |family |preferred |sur|fore|staff |employee |officer |applicant |contact |client )?names?"
        r"|surname|forenames?|applicants?|complainants?|claimants?|requesters?|requestors?|witness(?:es)?|suspects?|victims?|keeper"
        r"|tenants?|payee|patients?|employees?|(?:attending |case |reporting )?officers?|(?:line )?managers?|users?|contacts?|author"
        r"|driver|visitor|enw",
        _NAME.pattern,
    ),
    _column(_K.BIRTH, r"d\.?o\.?b\.?|(?:date of )?birth(?: ?date)?|birthday|dyddiad geni", DATE),
    _column(_K.AGE, r"ages?|oed", r"\d{1,3}"),
    _column(
        _K.STAFF,
        rf"(?:staff|employee|collar|warrant|payroll|badge|shoulder|personnel|officer|force){_NUMBER}|collar|payroll|warrant",
        r"[A-Z]{0,3}-?\d{2,9}",
    ),
    _column(_K.NHS, rf"(?:nhs|chi){_NUMBER}?", r"\d{3}[ -]?\d{3}[ -]?\d{4}"),
    _column(
        _K.NATIONAL_INSURANCE,
        rf"n\.?i\.?{_NUMBER}|nino|national insurance{_NUMBER}?",
        r"[A-Z]{2}[ -]?(?:\d\d[ -]?){3}[A-D]?",
    ),
    _column(_K.PASSPORT, rf"passport{_NUMBER}?", r"\d{9}|[A-Z]{1,2}\d{6,8}"),
    _column(_K.BANK, r"sort ?-?code", r"\d\d[ -]?\d\d[ -]?\d\d"),
    _column(_K.BANK, rf"(?:bank )?(?:account|acc|a/c){_NUMBER}?", r"\d{8}"),
    _column(
        _K.PHONE,
        rf"(?:tel|telephone|phone|mobile|mob|home|work)(?: ?(?:tel|phone))?{_NUMBER}?",
        r"\+?\(?\d[\d ()-]{5,18}",
    ),
    _column(_K.DEVICE, rf"imei{_NUMBER}?", r"\d{15}"),
    _column(
        _K.VEHICLE,
        rf"reg(?:istration)?(?: ?mark)?{_NUMBER}?|vrm|vrn|index|number plate|vehicles?",
        r"(?=[A-Z0-9 ]{0,8}\d)[A-Z0-9]{1,4} ?[A-Z0-9]{1,4}",
    ),
)
_CHECKED = {_K.NHS: is_nhs_number, _K.DEVICE: is_luhn}
_WHYS = {kind: f"its column is called one of {kind.value}s" for kind in PersonalKind} | {
    _K.BIRTH: "its column is called one of dates of birth",
    _K.BANK: "its column is called one of bank details",
}


def found_in_columns(text: str, known: Gazetteer) -> Iterator[PersonalFinding]:
    """Yield what stands in columns whose heads say what they hold, until a line has other columns."""
    columns: dict[int, _Column] = {}
    separator, width, at = "", 0, 0
    for line in text.split("\n"):
        start, at = at, at + len(line) + 1
        if not any(one in line for one in _SEPARATORS) or len(line) > _LONGEST_LINE:
            columns = {}
            continue
        if columns and line.count(separator) == width:
            yield from _in_line(line, start, separator, columns, known)
            continue
        separator = _separator(line)
        width = line.count(separator)
        columns = _columns(line.split(separator))


def _separator(line: str) -> str:
    return max(_SEPARATORS, key=line.count)


def _columns(cells: list[str]) -> dict[int, _Column]:
    found = {}
    for place, cell in enumerate(cells):
        head = cell.strip().strip('"').replace("_", " ")
        if 0 < len(head) <= _LONGEST_CELL:
            column = next((one for one in _COLUMNS if one.head.fullmatch(head)), None)
            if column:
                found[place] = column
    return found


def _in_line(
    line: str, start: int, separator: str, columns: dict[int, _Column], known: Gazetteer
) -> Iterator[PersonalFinding]:
    at = start
    for place, cell in enumerate(line.split(separator)):
        words = cell.strip().strip('"')
        column = columns.get(place)
        if column and 0 < len(words) <= _LONGEST_CELL and _holds(column, words, known):
            begin = at + cell.index(words)
            certainty = Certainty.LIKELY
            yield PersonalFinding(
                column.kind, begin, begin + len(words), certainty, _WHYS[column.kind]
            )
        at += len(cell) + 1


def _holds(column: _Column, words: str, known: Gazetteer) -> bool:
    if not column.cell.fullmatch(words):
        return False
    if column.kind is PersonalKind.NAME:
        return _is_name(words, known)
    check = _CHECKED.get(column.kind)
    return check is None or check(words)


def _is_name(words: str, known: Gazetteer) -> bool:
    """Return whether the words of a cell are a name: each may be one, and one is nothing else."""
    written = re.findall(r"[^\W\d_][\w'’-]*", words)
    parts = [folded(one) for one in written]
    if not 0 < len(parts) <= _MOST_WORDS or any(one in known.offices for one in parts):
        return False
    has_capital = any(one[0].isupper() for one in written)
    sure = 0
    for one in parts:
        is_named = one in known.first or one in known.surnames or one in _TITLES
        is_word = one in known.words or one in known.places or one in known.behind
        if is_word and not is_named and len(one) > 1:
            return False
        is_unknown = not is_word and not is_named and has_capital and len(one) > _SHORTEST
        sure += (is_named and not is_word) or is_unknown or (is_named and has_capital)
    return sure > 0


_SHORTEST = 2
_TITLES = frozenset(
    "mr mrs ms miss mx dr prof sir dame rev pc ds dc di dci ps sgt insp de la van von der al bin".split()
)
