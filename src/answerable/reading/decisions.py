"""What the words of an answer decide: outcomes in the order in which the answer gives them."""

import re
import tomllib
from collections.abc import Mapping, Sequence, Set
from functools import lru_cache
from pathlib import Path
from typing import Any

from answerable.domain.decisions import Outcome
from answerable.domain.law.citations import may_cite
from answerable.domain.law.laws_named import Law
from answerable.reading.hints import beginnings, has_any
from answerable.reading.laws import cited_in, current_law

_SAID = tomllib.loads((Path(__file__).parent / "decisions.toml").read_text(encoding="utf-8"))


def _pattern(row: Mapping[str, Any]) -> re.Pattern[str]:
    others = "|".join(_SAID["words"]["others"])
    return re.compile("|".join(row["pattern"]).replace("<others>", others))


def _hints(row: Mapping[str, Any]) -> tuple[tuple[str, ...], ...]:
    others = _SAID["words"]["other_beginnings"]
    return tuple(tuple(others if one == ["<others>"] else one) for one in row["hints"])


# In small letters, as the words of a sentence are for them: looking for capitals, too, takes twice the time.
_PATTERNS = tuple((Outcome(row["outcome"]), _pattern(row)) for row in _SAID["rule"])
# No rule can match without a word that begins like one of its hints, and, where there are rows of them, one of
# each: to find all such words of a sentence at once is cheaper than to try the rules.
_HINTS = tuple(map(_hints, _SAID["rule"]))
_Rule = tuple[Outcome, re.Pattern[str]]
_WORDS = _SAID["hints"]
_DENIED, _GIVEN_WORDS = tuple(_WORDS["denial"]), tuple(_WORDS["given"])


def _bits_of(rows: Sequence[Sequence[str]]) -> dict[str, int]:
    """Return the bit of each row for each hint in it; of two hints, one of which begins with the other, the shorter has both's."""
    every = {hint for row in rows for hint in row}
    return {
        hint: sum(
            1 << at for at, row in enumerate(rows) if any(one.startswith(hint) for one in row)
        )
        for hint in every
        if not any(hint.startswith(other) for other in every - {hint})
    }


_ALL_ROWS = (*(row for rows in _HINTS for row in rows), _DENIED, _GIVEN_WORDS)
_BITS = _bits_of(_ALL_ROWS)
_DENIES, _GIVES = 1 << len(_ALL_ROWS) - 2, 1 << len(_ALL_ROWS) - 1
_NEEDED = tuple(sum({1 << _ALL_ROWS.index(row) for row in rows}) for rows in _HINTS)
_HINT = re.compile(f"[^a-z]({beginnings(_BITS)})")
_SENTENCES = {name: re.compile(said, re.IGNORECASE) for name, said in _SAID["sentences"].items()}
_DENIAL, _GIVEN, _DECLINES = (_SENTENCES[name] for name in ("denial", "given", "declines"))
_CONTACTS, _RELIES, _NOTES = (_SENTENCES[name] for name in ("contacts", "relies", "notes"))
_REPEATS, _NO_HELP = tuple(_WORDS["repeats"]), tuple(_WORDS["no_help"])
# What is between two sentences; it begins with a space, so that nothing is tried at other characters.
_SENTENCE = re.compile(r"\s(?:(?<=[.!?]\s)\s*(?=[A-Z\u201c\u2018\"'(\d])|(?<=\n)\n*)")
_REFUSALS = frozenset(
    (
        Outcome.WITHHELD,
        Outcome.NCND,
        Outcome.NOT_HELD,
        Outcome.COST_LIMIT,
        Outcome.VEXATIOUS,
        Outcome.REPEATED,
        Outcome.LAPSED,
        Outcome.CLARIFICATION,
    )
)
_BY_SECTION = {
    "12": Outcome.COST_LIMIT,
    "21": Outcome.ELSEWHERE,
    "FOISA 12": Outcome.COST_LIMIT,
    "FOISA 25": Outcome.ELSEWHERE,
}
_BY_EXCEPTION = {"EIR 12(4)(a)": Outcome.NOT_HELD, "EIR 12(4)(b)": Outcome.VEXATIOUS}
# Refusals under these sections withhold nothing: they are outcomes of their own.
_NOT_WITHHOLDING = frozenset(("12", "14", "21", "FOISA 12", "FOISA 14", "FOISA 25"))


# The members that every sentence is held against: to look one up in its enum takes as long as the rest.
_DISCLOSED, _ELSEWHERE, _WITHHELD = Outcome.DISCLOSED, Outcome.ELSEWHERE, Outcome.WITHHELD
_DENIABLE = (Outcome.WITHHELD, Outcome.PART_DISCLOSED)


Decided = tuple[tuple[Outcome, ...], tuple[str, ...]]
"""Outcomes in the order in which an answer gives them, and the exemptions that it cites."""


def decided(answer: str, *, gives_more: bool = False) -> Decided:
    """Return the outcomes of an answer in the order in which it gives them, and the exemptions cited.

    `gives_more` says that a table or a document came with the answer.
    """
    return _decided(answer, current_law(), gives_more=gives_more)


@lru_cache(maxsize=64)
def _decided(answer: str, _law: Law, *, gives_more: bool) -> Decided:
    cites = may_cite(answer)
    cited = tuple(dict.fromkeys(cited_in(answer))) if cites else ()
    sentences = _SENTENCE.split(answer)
    outcomes: dict[Outcome, None] = {}
    given = gives_more
    for sentence in sentences:
        lowered = sentence.lower()
        hints = _hints_in(lowered)
        denied = hints & _DENIES != 0 and _DENIAL.search(sentence) is not None
        rules = _hinted(hints)
        found = (
            _in_sentence(sentence, lowered, rules, cites=cites, denied=denied)
            if rules or cites
            else []
        )
        if _ELSEWHERE in found and _is_aside(sentence, outcomes):
            found = [one for one in found if one is not _ELSEWHERE]
        gives = hints & _GIVES != 0 and _GIVEN.search(sentence) is not None
        if gives or (not found and sentence.strip() and not _declines(sentence, lowered)):
            outcomes[_DISCLOSED] = None
        for one in found:
            outcomes[one] = None
        given = given or gives
    return _settled([*outcomes], given=given, gives_more=gives_more), cited


def _hints_in(lowered: str) -> int:
    """Return the bits of the hints with which words of a text in small letters begin."""
    bits = 0
    for hint in _HINT.findall(f" {lowered} gov.uk" if "gov.uk" in lowered else f" {lowered}"):
        bits |= _BITS[hint]
    return bits


@lru_cache(maxsize=4096)
def _hinted(bits: int) -> list[_Rule]:
    """Return the rules that may hold of a text with some hints."""
    needed = zip(_PATTERNS, _NEEDED, strict=True)
    return [rule for rule, every in needed if bits & every == every]


def _declines(sentence: str, lowered: str) -> bool:
    may = lowered.startswith(_REPEATS) or has_any(lowered, _NO_HELP)
    return may and _DECLINES.search(sentence) is not None


def _is_aside(sentence: str, so_far: dict[Outcome, None]) -> bool:
    """Return whether a sentence points elsewhere only in passing: to the address of whom to ask, or in a note."""
    is_address = Outcome.SIGNPOSTED in so_far and _CONTACTS.search(sentence) is not None
    return is_address or _NOTES.match(sentence) is not None


def _in_sentence(
    sentence: str, lowered: str, rules: Sequence[_Rule], *, cites: bool, denied: bool
) -> list[Outcome]:
    """Return what a sentence says by the rules that may hold of it, and by what it `cites`, if it may."""
    found, sections = (
        _by_citation(sentence, denied=denied) if cites and may_cite(sentence) else ([], frozenset())
    )
    for outcome, pattern in rules:
        if denied and outcome in _DENIABLE:
            continue
        if outcome is _WITHHELD and sections and sections <= _NOT_WITHHOLDING:
            continue
        if pattern.search(lowered):
            found.append(outcome)
    return found


def _by_citation(sentence: str, *, denied: bool) -> tuple[list[Outcome], Set[str]]:
    """Return what the provisions decide that a sentence cites, and their sections."""
    cited = cited_in(sentence)
    if not cited:
        return [], frozenset()
    sections = {citation.split("(")[0] for citation in cited}
    found = [_BY_EXCEPTION[citation] for citation in cited if citation in _BY_EXCEPTION]
    found += [outcome for section, outcome in _BY_SECTION.items() if section in sections]
    if sections - _NOT_WITHHOLDING and _RELIES.search(sentence) and not denied:
        found.append(Outcome.WITHHELD)
    return found, sections


def _settled(outcomes: list[Outcome], *, given: bool, gives_more: bool) -> tuple[Outcome, ...]:
    """Drop what the weightier outcomes overrule: the reasons of a refusal are no disclosure."""
    if len(outcomes) == 1 and not gives_more and outcomes[0] is not Outcome.PART_DISCLOSED:
        return tuple(outcomes)
    over: set[Outcome] = set()
    if Outcome.NCND in outcomes:
        over |= {Outcome.NOT_HELD, Outcome.WITHHELD, Outcome.DISCLOSED}
    if Outcome.PART_DISCLOSED in outcomes:
        withheld = Outcome.WITHHELD in outcomes
        over |= {Outcome.WITHHELD, Outcome.DISCLOSED} if withheld else {Outcome.PART_DISCLOSED}
    if _REFUSALS.intersection(outcomes) and not given:
        over.add(Outcome.DISCLOSED)
    kept = [outcome for outcome in outcomes if outcome not in over]
    if gives_more and Outcome.DISCLOSED not in kept and Outcome.PART_DISCLOSED not in kept:
        kept.insert(0, Outcome.DISCLOSED)
    return tuple(kept) or ((Outcome.DISCLOSED,) if outcomes else ())
