"""Which part of a report a line begins: introduction, methodology, strengths, improvements, partial, findings."""

import re
from functools import cache

from answerable.domain.assurance import Framework, PassageKind
from answerable.reading.assessments.lines import Line
from answerable.reading.assessments.words import keys, plain, unnumbered, words

_LONGEST_HEAD = 90
_ASIDE = re.compile(r"\s*\([^()]*\)\s*:?$")
_CRITERION = re.compile(
    r"(?P<word>(?i:(?:sub-)?criterion)\s+)?(?P<number>\d(?:\.\d)?)\b(?!\.\d)[\s.:\u2013\u2014-]+[A-Z]"
)
_TAILS = (" (continued)", " continued", " identified", " (cont)", " noted", " found")


@cache
def _heads() -> dict[str, str]:
    return {plain(word): key for key in keys("sections") for word in words("sections", key)}


def section_of(line: Line) -> str | None:
    """Return the key of the section that a line heads; None if it heads none."""
    if line.rows or len(line.text) > _LONGEST_HEAD:
        return None
    bare = _ASIDE.sub("", line.text)
    for said in (unnumbered(bare), plain(bare)):
        for tail in ("", *_TAILS):
            found = _heads().get(said.removesuffix(tail).strip())
            if found:
                return found
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
    return frozenset(_heads()) | frozenset(map(plain, (*levels, *labels)))


def kind_of_level(level: str, framework: Framework) -> PassageKind | None:
    """Return what a passage says that gives a level: above the usual a strength, below it partial, or failing."""
    order = [one.key for one in framework.levels]
    unmet = [one.key for one in framework.levels if not one.is_met]
    if level in unmet:
        return PassageKind.FAILING if level == unmet[-1] and len(unmet) > 1 else PassageKind.PARTIAL
    usual = [one.key for one in framework.levels if one.is_met][-1]
    return PassageKind.STRENGTH if order.index(level) < order.index(usual) else None
