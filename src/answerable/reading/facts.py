"""Facts that a record states beside a label: days, outcomes, exemptions."""

import re
from collections.abc import Sequence

from answerable.domain.decisions import Outcome
from answerable.reading.days import day_in
from answerable.reading.laws import cited_in
from answerable.reading.records import Record
from answerable.reading.vocabulary import Role, current_vocabulary

DAYS = (Role.RECEIVED, Role.ANSWERED, Role.ASKED, Role.PUBLISHED)
FACTS = (*DAYS, Role.OUTCOME, Role.EXEMPTION)
_BRACKETED = re.compile(r"\s*\((?P<inside>[^()\n]{2,60})\)[\s\u2013\u2014:-]*")
_STEPS = re.compile(r"[;,/]|\band\b")
_GROUNDS = re.compile(
    r"\s*(?:[(\[\u2013\u2014-]\s*)?(?:under |by virtue of )?(?:s(?:ection|ec)?s?\.?\s?\d|reg(?:ulation)?s?\.?\s?\d|exempt).*$",
    re.IGNORECASE,
)
_SECTION = r"(?:(?:sec(?:tion)?|s|reg(?:ulation)?)s?\.?\s?)?\d{1,2}[A-Z]?(?:\s?\(\w{1,4}\))*"
_SECTIONS = re.compile(
    rf"(?:(?:foia?|eir)\s)?{_SECTION}(?:\s?(?:,|;|/|&|and|\+)\s?{_SECTION})*(?:\s(?:foia?|eir))?\.?",
    re.IGNORECASE,
)


def outcomes_named(text: str) -> list[Outcome]:
    """Return the outcomes that a line such as "Disclosed; not held" names, or an empty list."""
    known = current_vocabulary().outcomes
    whole = known.get(" ".join(text.split()).strip(" .").lower())
    if whole:
        return [whole]
    # Most lines name none, and need not be read to their end to tell.
    first = _STEPS.split(text, maxsplit=1)[0]
    if first.strip(" .").lower() not in known:
        return []
    named = [known.get(part.strip(" .").lower()) for part in _STEPS.split(text)]
    return [outcome for outcome in named if outcome] if all(named) else []


def behind_outcome(text: str) -> int:
    """Return where the outcome ends that a text begins with in brackets: "(not held) – letter.pdf"; 0 if it begins with none."""
    found = _BRACKETED.match(text)
    return found.end() if found and outcomes_named(found["inside"]) else 0


def are_grounds(values: Sequence[str]) -> bool:
    """Return whether values name sections and nothing else, or none: "s.40(2)", "43", "–"."""
    said = [value.strip() for value in values if value.strip() and not _says_none(value)]
    are_sections = all(_SECTIONS.fullmatch(value) for value in said)
    # Bare numbers count anything.
    return are_sections and any(not value.isdecimal() for value in said)


def take_fact(record: Record, role: Role, text: str) -> bool:
    """Take a date, an outcome or an exemption that is printed beside a label; say whether it was one."""
    if role in DAYS and (day := day_in(text)):
        record.take_day(role, day)
    elif role is Role.OUTCOME:
        return _take_outcome(record, text)
    elif role is Role.EXEMPTION and (found := cited_in(f"section {text}")):
        record.cited += found
    else:
        return role is Role.EXEMPTION and _says_none(text)
    return True


def _take_outcome(record: Record, text: str) -> bool:
    """Take an outcome, and what it rests on: "Disclosed in part (s.40)"."""
    named = outcomes_named(text) or outcomes_named(_GROUNDS.sub("", text))
    record.stated += named
    if named:
        record.cited += cited_in(text)
    return bool(named)


def _says_none(text: str) -> bool:
    return text.strip(" .").lower() in (
        "none",
        "n/a",
        "not applicable",
        "no",
        "-",
        "\u2013",
        "nil",
        "none applied",
    )
