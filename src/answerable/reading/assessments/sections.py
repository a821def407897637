"""Which part of a report a line begins: introduction, methodology, strengths, improvements, partial, findings."""

import re
from functools import cache

from answerable.domain.assurance import Framework, PassageKind
from answerable.reading.assessments.lines import Line
from answerable.reading.assessments.words import (
    alike,
    in_each_language,
    keys,
    plain,
    unnumbered,
    words,
)

_LONGEST_HEAD = 90
_ASIDE = re.compile(r"\s*\([^()]*\)\s*:?$")
_CRITERION = re.compile(
    r"(?P<word>(?i:(?:sub-)?criterion)\s+)?(?P<number>\d(?:\.\d)?)\b(?!\.\d)[\s.:\u2013\u2014-]+[A-Z]"
)
_OF_CRITERION = re.compile(
    r"(?:^|[\s:,(\u2013\u2014-]+(?:(?:in|for|of|under)\s+)?)criterion\s+\d\b[).:]*\s*(?:[\u2013\u2014:-]\s*)?",
    re.IGNORECASE,
)
_MOST_WORDS = 9
_TAILS = (" (continued)", " continued", " identified", " (cont)", " noted", " found")


@cache
def _heads() -> dict[str, str]:
    return {alike(plain(word)): key for key in keys("sections") for word in words("sections", key)}


def section_of(line: Line) -> str | None:
    """Return the key of the section that a line heads; None if it heads none."""
    if line.rows or len(line.text) > _LONGEST_HEAD:
        return None
    told = (_section_of(one) for one in in_each_language(line.text))
    return next((one for one in told if one), None)


def _section_of(text: str) -> str | None:
    bare = _ASIDE.sub("", text)
    for said in (unnumbered(bare), plain(bare)):
        for tail in ("", *_TAILS):
            found = _heads().get(alike(said.removesuffix(tail).strip()))
            if found:
                return found
    return _by_its_words(_OF_CRITERION.sub("", unnumbered(bare)).strip())


def _by_its_words(said: str) -> str | None:
    """Return the section of a heading by the one word that says it; of two that are joined, what is told last.

    Strengths and improvements under one heading are findings, and neither.
    """
    said = plain(said)
    if not said or len(said.split()) > _MOST_WORDS or said[-1:] in ".;?!":
        return None
    parts = [
        _heads().get(alike(one)) or _told_by(one) for one in re.split(r"\s+(?:and|&|/)\s+", said)
    ]
    found = [one for one in parts if one]
    if len(parts) == 1 or len(found) < len(parts):
        return _heads().get(alike(said)) or _told_by(said)
    kinds = {one for one in found if one in list(PassageKind)}
    return "findings" if len(kinds) > 1 else found[-1]


@cache
def _told_by(said: str) -> str | None:
    for key in keys("heads"):
        for word in words("heads", key) if key != "beside" else ():
            rest, known, more = f" {said} ".partition(f" {word} ")
            beside = set(f"{rest} {more}".split())
            if known and beside and beside <= set(words("heads", "beside")):
                return key
    return None


def is_criterion(line: Line, framework: Framework) -> bool:
    """Return whether a line heads what is said of a criterion: by that word, by its name, or by its number in a heading."""
    found = _CRITERION.match(line.text)
    if not found or len(line.text) > _LONGEST_HEAD:
        return False
    names = {one.number: one.name for one in framework.criteria}
    names |= {one.number: one.name for one in framework.sub_criteria}
    name = names.get(found["number"])
    if name is None:
        return False
    # A heading's own number may be that of a criterion by chance; that of a sub-criterion is not.
    is_numbered = line.is_heading and "." in found["number"]
    return bool(found["word"]) or is_numbered or plain(name) in plain(line.text)


def known_lines(framework: Framework) -> frozenset[str]:
    """Return the plain lines that may stand on several pages and say something: levels, and heads of sections."""
    levels = [name for one in framework.levels for name in (one.name, one.key, *one.also)]
    labels = [f"{label} {name}" for label in words("levels", "labels") for name in levels]
    labels += [f"{label}: {name}" for label in words("levels", "labels") for name in levels]
    heads = [plain(word) for key in keys("sections") for word in words("sections", key)]
    return frozenset(heads) | frozenset(map(plain, (*levels, *labels)))


def kind_of_level(level: str, framework: Framework) -> PassageKind | None:
    """Return what a passage says that gives a level: above the usual a strength, below it partial, or failing."""
    order = [one.key for one in framework.levels]
    unmet = [one.key for one in framework.levels if not one.is_met]
    if level in unmet:
        return PassageKind.FAILING if level == unmet[-1] and len(unmet) > 1 else PassageKind.PARTIAL
    usual = [one.key for one in framework.levels if one.is_met][-1]
    return PassageKind.STRENGTH if order.index(level) < order.index(usual) else None
