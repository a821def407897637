"""Tables of text (CSV) and plain text: what stands in them out of sight."""

import csv
import re
from collections import Counter
from itertools import pairwise

from answerable.inspecting.findings import CannotSay, Sheet
from answerable.inspecting.seen import Seen
from answerable.inspecting.text import (
    MESSAGE,
    quotes_earlier,
    unseen_signs,
    words_in_code,
    words_in_signs,
)

MOST_CELLS = 5_000
"""Cells that a person can be expected to look at, one by one."""

FAR_ROWS, FAR_COLUMNS, FAR_SIGNS = 50, 15, 200
_FAR = re.compile(rf"(?<![^\S\r\n])[^\S\r\n]{{{FAR_SIGNS},}}\S")
# Programs that take it for no end of a line write what follows over what stands before.
_WRITTEN_OVER = re.compile(r"[^\r\n]{0,20}\r(?![\r\n])[^\r\n]{0,20}")
FAR_IN_A_CELL = 60
_FAR_IN_A_CELL = re.compile(rf"\S[^\S\r\n]{{{FAR_IN_A_CELL},}}\S")
_MOST_LINES = 25
_LONGEST_CELL = 30
_MANY_ENDS = re.compile(r"([,;|])\1{4}")
_ENCODED = re.compile(
    r"(?<![A-Za-z0-9+/])(?:(?:[A-Za-z0-9+/]{60,76}\r?\n){2}[A-Za-z0-9+/=]+|[A-Za-z0-9+/]{200,})"
)
_MIXED_BY = 400
_MIXED = re.compile(r"[A-Z][A-Za-z0-9+/]*[a-z][A-Za-z0-9+/]*\d")
_DELIMITERS = ",;\t|"
_RUNS = re.compile(r"^\s*[=@\uff1d\uff20\uff0b\uff0d]|^\s*[+\-](?![\d.,\s]*%?$)[^\s]*[(|!]|^[\t\r]")
_PERSONAL = re.compile(
    r"(?:sur|first|fore|last|full|middle|maiden)[ _]?name|name of (?:person|patient|officer|victim|complainant)"
    r"|date of birth|\bd\.?o\.?b\b|birth|address|post ?code|e-?mail|phone|mobile|\bnino?\b|national insurance"
    r"|nhs (?:no|number)|passport|collar|warrant|staff (?:no|number|id)|payroll|ethnic|religio|sexual|disab",
    re.IGNORECASE,
)


def look_at_table(data: bytes, seen: Seen) -> str:
    """Find what a table of text hides, and return whether it is one ("csv") or plain text.

    :raises CannotSay: if its bytes are no text.
    """
    text = decoded_text(data)
    _look_at_signs(text, seen)
    if "\n" in text and (found := _WRITTEN_OVER.search(text)):
        seen.add("csv.unseen-signs", "", found[0])
    if text.startswith(MESSAGE) and quotes_earlier(_under_its_heads(text)):
        seen.add("mail.quoted-thread")
    delimiter = delimiter_of(text)
    if not delimiter:
        _look_at_gaps([line.strip() for line in text.splitlines()], seen)
        return "text"
    try:
        rows = list(csv.reader(text.splitlines(keepends=True), delimiter=delimiter))
    except csv.Error:
        raise CannotSay("It is a table of text with cells too long to be inspected") from None
    _look_at_rows(rows, seen)
    filled = sum(any(one.strip() for one in row) for row in rows)
    seen.add_sheet(Sheet("table", "visible", filled, filled))
    return "csv"


def _under_its_heads(text: str) -> str:
    """Return what stands behind the second blank line of a text that was made of a message: under its heads."""
    return "".join(text.replace("\r\n", "\n").split("\n\n", 2)[2:])


def look_at_text(text: str, seen: Seen) -> None:
    """Find what plain text has out of sight: signs that nobody sees, and words behind many blanks or lines."""
    _look_at_signs(text, seen)
    _look_at_gaps([line.strip() for line in text.splitlines()], seen)


def _look_at_signs(text: str, seen: Seen) -> None:
    for sample in unseen_signs(text):
        seen.add("csv.unseen-signs", "", sample)
    if _FAR.search(text):
        seen.add("csv.far-text", "", "")
    if (found := _ENCODED.search(text)) and _MIXED.search(found[0][:_MIXED_BY]):
        seen.add("csv.encoded", "", found[0])
    elif words := words_in_code(text) or words_in_signs(text):
        # Signs that are no letters are not covered in a sample, and would say it.
        seen.add("csv.encoded", "", words if words.isascii() else "")


def decoded_text(data: bytes) -> str:
    """Return text in whichever alphabet offices write it.

    :raises CannotSay: if it is in none of them.
    """
    encodings = ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise CannotSay("It is text in an alphabet that is not known here, or no text at all")


def delimiter_of(text: str) -> str:
    """Return what parts the cells of most lines; nothing if the text is no table."""
    lines = [line for line in text.splitlines()[:200] if line.strip()]
    for one in _DELIMITERS:
        counts = Counter(line.count(one) for line in lines)
        (count, times), *_ = counts.most_common(1) or [(0, 0)]
        if count and (times * 2 > len(lines) or _is_ragged(lines, one)):
            return one
    many = _MANY_ENDS.search(text)
    return many[1] if many else ""


def _is_ragged(lines: list[str], delimiter: str) -> bool:
    """Return whether lines are rows of a table whose rows differ in length, and no prose."""
    parted = [line for line in lines if delimiter in line]
    cells = [one for line in parted for one in line.split(delimiter)]
    is_short = sum(map(len, cells)) < _LONGEST_CELL * len(cells)
    return len(parted) > 2 and len(parted) * 10 >= 9 * len(lines) and is_short  # noqa: PLR2004 nine in ten


def _head(rows: list[list[str]]) -> list[str]:
    """Return the row of heads: the first that is filled, or the one below a title that stands alone."""
    filled = [row for row in rows[:20] if any(one.strip() for one in row)]
    counts = [sum(bool(one.strip()) for one in row) for row in filled]
    while len(counts) > 1 and counts[0] == 1 and max(counts) > 1:
        filled, counts = filled[1:], counts[1:]
    return filled[0] if filled else []


def is_personal(head: str) -> bool:
    """Return whether a column or a field is called by what people are known by."""
    return _PERSONAL.search(head) is not None


def _look_at_rows(rows: list[list[str]], seen: Seen) -> None:
    head = _head(rows)
    width = max((at for at, one in enumerate(head, 1) if one.strip()), default=len(head))
    for number, row in enumerate(rows, 1):
        extra = [one for one in row[width:] if one.strip()]
        if extra:
            seen.add("csv.beyond-the-head", f"row {number}", extra[0], count=len(extra))
        for one in row:
            if _RUNS.match(one):
                seen.add("csv.formula", f"row {number}", one)
            if one.count("\n") > _MOST_LINES or (
                len(one) > FAR_IN_A_CELL and _FAR_IN_A_CELL.search(one)
            ):
                seen.add("csv.far-text", f"row {number}", one[-60:])
    for one in head:
        if is_personal(one):
            seen.add("csv.personal-column", "", "")
    count = sum(1 for row in rows for one in row if one.strip())
    if count > MOST_CELLS:
        seen.add("csv.many-cells", "", count=count)
    _look_at_gaps(["".join(row).strip() for row in rows], seen)
    filled = sorted({at for row in rows for at, one in enumerate(row) if one.strip()})
    if any(after - one > FAR_COLUMNS for one, after in pairwise(filled)):
        seen.add("csv.far-text", "", "")


def _look_at_gaps(lines: list[str], seen: Seen) -> None:
    filled = [number for number, line in enumerate(lines) if line]
    for one, after in pairwise(filled):
        if after - one > FAR_ROWS:
            seen.add("csv.far-text", f"line {after + 1}", lines[after])
