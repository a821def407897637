"""The richest of several files that are one document: Word or HTML, then tagged PDF, PDF, text, pictures."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from answerable.reading.documents import Beside, NotReadable, Reading

_BY_FORMAT = {
    **dict.fromkeys(("json", "docx", "odt", "html", "mhtml"), 0),
    **dict.fromkeys(("doc", "rtf"), 1),
    "pdf": 3,
    **dict.fromkeys(("markdown", "eml", "msg"), 4),
    "text": 5,
}
_TAGGED_PDF, _PICTURE, _UNKNOWN = 2, 6, 4
_BY_NAME = {
    **dict.fromkeys((".docx", ".docm", ".odt", ".html", ".htm", ".xhtml", ".mht", ".mhtml"), 0),
    **dict.fromkeys((".doc", ".rtf"), 1),
    ".pdf": 3,
    ".md": 4,
    **dict.fromkeys((".txt", ".text"), 5),
}
_ENTRIES = "entries"
_SHARED = 0.6


def stem_of(name: str) -> str | None:
    """Return what the names of one document in several formats share; None if its kind has no other form.

    A spreadsheet beside a letter of the same name is no other form of it, nor is a picture.
    """
    path = PurePosixPath(name)
    if path.suffix.lower() not in _BY_NAME:
        return None
    return str(path.with_suffix("")).casefold()


def rank_of(reading: Reading) -> int:
    """Return how much a reading's source can tell: 0 is the richest."""
    how = (reading.how or "").lower()
    if "ocr" in how or "picture" in how:
        return _PICTURE
    if reading.format == "pdf" and how.startswith("tagged"):
        return _TAGGED_PDF
    return _BY_FORMAT.get(reading.format, _UNKNOWN)


def richest(
    readings: Sequence[Reading], refused: Sequence[tuple[str, NotReadable]] = ()
) -> Reading:
    """Return the reading to use of one document that was read from several files, with the others beside it.

    The richest source is used, unless its entries are doubtful or a poorer one has more of them. `refused`
    are the files that could not be read, by their names. There must be a reading.
    """
    ordered = sorted(readings, key=rank_of)
    chosen = ordered[0]
    for one in ordered[1:]:
        if _is_better(one, chosen):
            chosen = one
    others = [
        Beside(one.source, one.format, _why(one, chosen)) for one in ordered if one is not chosen
    ]
    lost = [Beside(name, None, str(refusal)) for name, refusal in refused]
    return replace(chosen, beside=(*others, *lost))


def are_alike(readings: Sequence[Reading]) -> bool:
    """Return whether readings tell of one document: most words of each stand in the one with the most."""
    found = [frozenset(_words(one)) for one in readings]
    largest = max(found, key=len, default=frozenset())
    return all(len(one & largest) >= _SHARED * len(one) for one in found)


def _words(reading: Reading) -> Iterator[str]:
    for entry in reading.entries:
        yield from f"{entry.title} {entry.request} {entry.response}".casefold().split()
    for one in reading.unread:
        yield from one.text.casefold().split()


def _is_better(poorer: Reading, richer: Reading) -> bool:
    if len(poorer.entries) != len(richer.entries):
        return len(poorer.entries) > len(richer.entries)
    return not _has_entries(richer) and _has_entries(poorer)


def _has_entries(reading: Reading) -> bool:
    """Return whether nothing says that the reading's entries are doubtful."""
    return not any(gate.name == _ENTRIES and gate.holds is False for gate in reading.gates)


def _why(other: Reading, chosen: Reading) -> str:
    if rank_of(other) > rank_of(chosen):
        return f"{chosen.source} tells more: {_said(chosen)}"
    if len(other.entries) < len(chosen.entries):
        counts = f"{len(other.entries)} entries, and {chosen.source} {len(chosen.entries)}"
        return f"It would be richer, but has {counts}"
    if not _has_entries(other):
        doubt = next(gate.says for gate in other.gates if gate.name == _ENTRIES)
        return f"It would be richer, but its entries are doubtful: {doubt}"
    return f"It tells no more than {chosen.source}"


def _said(reading: Reading) -> str:
    return reading.how or reading.format
