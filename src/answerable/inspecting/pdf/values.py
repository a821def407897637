"""Values of a PDF: names and strings, and what in them is a text that a person could read."""

import re
import unicodedata
from typing import Any

import pikepdf

from answerable.inspecting.formats.words import DRESSED, has_number_of_somebody
from answerable.inspecting.pdf.lexing import text_of

Kind = pikepdf.ObjectType

_READ = re.compile(r"[^\W\d_]{2}")
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:[-_][A-Za-z0-9]{1,8}){0,3}")
_DATE = re.compile(
    r"(?:D:)?(?:19|20)\d\d(?:[01]\d(?:[0-3]\d(?:[0-2]\d){0,1}(?:[0-6]\d){0,2})?)?(?:[Zz]|[+\-]\d\d'?(?:\d\d)?'?|Z00'00'?)?'?"
)
_PRINTED = re.compile(rb"[A-Za-z][A-Za-z ,.'\-]{5,}")
_SPELLED = re.compile(rb"[A-Za-z][a-z]{6,}|[A-Z][A-Z]{7,}")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_LEAST_LETTERS = 5
_MOST_WALKED = 20_000
_DEEPEST = 60


def as_list(value: Any) -> list[Any]:
    """Return the members of an array, and what is none as the only one."""
    if value is None:
        return []
    return list(value) if kind_of(value) is Kind.array else [value]


def kind_of(value: Any) -> Any:
    """Return what a value is; of Python's own values, None."""
    return value._type_code if isinstance(value, pikepdf.Object) else None  # noqa: SLF001 thrice as quick as isinstance


def string_of(value: Any) -> str:
    """Return a string's text."""
    return text_of(bytes(value))


def name_of(value: Any) -> str:
    """Return a name with its slash. One that is no UTF-8, as Asian programs write names of fonts, is read byte by byte."""
    try:
        return str(value)
    except UnicodeDecodeError:
        plain = _ESCAPED.sub(lambda match: bytes([int(match[1], 16)]), value.unparse())
        return plain.decode("latin-1")


def said(value: Any) -> str:
    """Return the text of a string or of a stream of text, and nothing of what is neither."""
    if kind_of(value) is Kind.string:
        return string_of(value)
    if kind_of(value) is Kind.stream:
        try:
            return text_of(value.read_bytes()[:100_000])
        except (pikepdf.PdfError, RuntimeError):
            return ""
    return ""


def has_letters(text: str) -> bool:
    """Return whether a text has two letters beside each other, in whatever dress: in circles, as marks over nothing, as dots."""
    if _READ.search(text) is not None:
        return True
    return not text.isascii() and (
        _READ.search(unicodedata.normalize("NFKD", text)) is not None
        or DRESSED.search(text) is not None
    )


def is_read(text: str) -> bool:
    """Return whether a text has letters beside each other or a number as somebody has: then it may say something."""
    return has_letters(text) or has_number_of_somebody(text)


def is_date(text: str) -> bool:
    """Return whether a text is a date as PDF writes them, and nothing else."""
    return _DATE.fullmatch(text.strip("\0 ")) is not None


def is_language(text: str) -> bool:
    """Return whether a text is the tag of a language."""
    return not text or (_LANGUAGE.fullmatch(text) is not None and len(text) <= 12)  # noqa: PLR2004 zh-Hant-HK


def printed(data: bytes) -> str:
    """Return the first stretch of letters in few bytes that should be numbers: six, which chance hardly makes."""
    found = _PRINTED.search(data)
    return found[0].decode() if found else ""


def spelled(data: bytes) -> str:
    """Return the first word in many bytes that should be numbers; steps of a scale are none."""
    for found in _SPELLED.finditer(data):
        word = found[0].lower()
        if (
            len(set(word)) >= _LEAST_LETTERS
            and list(word) != sorted(word)
            and list(word) != sorted(word)[::-1]
        ):
            return found[0].decode()
    return ""


def first_read(value: Any) -> str:
    """Return the first string of a value that says something, or a stream's own beginning, or nothing."""
    stack: list[tuple[Any, int]] = [(value, 0)]
    visited: set[tuple[int, int]] = set()
    while stack and len(visited) < _MOST_WALKED:
        one, depth = stack.pop()
        kind = kind_of(one)
        if kind is None or depth > _DEEPEST or (one.is_indirect and one.objgen in visited):
            continue
        if one.is_indirect:
            visited.add(one.objgen)
        if kind is Kind.string and is_read(text := string_of(one)) and not is_date(text):
            return text
        if kind is Kind.array:
            stack += [(each, depth + 1) for each in one]
        elif kind in (Kind.dictionary, Kind.stream) and one.get("/Type") not in (
            "/Page",
            "/Pages",
            "/Catalog",
        ):
            stack += [
                (each, depth + 1)
                for key, each in one.items()
                if key not in ("/Parent", "/P", "/Pg")
            ]
    return ""
