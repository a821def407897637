"""Levels in a report's words: a cell that is one, a sentence that awards one, and names for one level that differ."""

import re
from dataclasses import dataclass
from functools import cache

from answerable.domain.assurance import Framework, Level
from answerable.reading.assessments.words import any_of, plain, says, words

_SENTENCE = re.compile(
    r"(?:(?<=[.!?])|(?<=[.!?][)\]\u201d\"\u2019']))\s+(?=[A-Z0-9\u201c\u2018\"'(*])"
)
_FEWEST_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Named:
    """A level as it is printed in a text, with its place in it."""

    level: Level
    printed: str
    start: int
    end: int


def sentences(text: str) -> list[str]:
    """Return the sentences of a text."""
    return [one for one in _SENTENCE.split(text) if one.strip()]


def level_of_cell(text: str, framework: Framework) -> Level | None:
    """Return the level that a cell or a short line is, with or without a label before it; None if it says more."""
    said = plain(text)
    if found := framework.level_named(said):
        return found
    for label in sorted(words("levels", "labels"), key=len, reverse=True):
        if said.startswith(label):
            return framework.level_named(plain(said[len(label) :]))
    return framework.level_named(re.sub(r"\s*\([^)]*\)$|^(?:an?|the)\s+", "", said))


def named_in(text: str, framework: Framework) -> list[Named]:
    """Return the levels that a text names, in its order; short forms only where they are printed in capitals."""
    found = []
    for one in _names(framework).finditer(text):
        level = framework.level_named(one.group())
        if level is not None and _is_meant(one.group()):
            found.append(Named(level, " ".join(one.group().split()), one.start(), one.end()))
    return found


def _is_meant(printed: str) -> bool:
    """Return whether a name is surely one: "plus" and "compliance" are words like others."""
    return " " in printed.strip() or "+" in printed or "-" in printed


@cache
def _names_by(names: tuple[str, ...]) -> re.Pattern[str]:
    return any_of(names)


def _names(framework: Framework) -> re.Pattern[str]:
    names = [
        name
        for level in framework.levels
        for name in (level.name, level.cy, *level.also)
        if len(name) >= _FEWEST_LETTERS
    ]
    return _names_by(tuple(names))


def awarded_in(text: str, framework: Framework) -> Level | None:
    """Return the level that a text awards; None if it awards none, or only speaks of one to come.

    The last sentence that awards one decides; in a sentence that names two, the one that is not "met in full".
    """
    found = None
    for sentence in sentences(text):
        named = [one.level for one in named_in(sentence, framework)]
        if not named or says("leads", "not_awarded", sentence):
            continue
        others = [one for one in named if one.key != _usual(framework)]
        if others:
            found = others[-1]
        elif says("levels", "awarded", sentence):
            found = named[-1]
    return found


def usual_level(framework: Framework) -> str:
    """Return the key of the level of an element that is simply met: the lowest of those that count as met."""
    return _usual(framework)


def _usual(framework: Framework) -> str:
    return [one.key for one in framework.levels if one.is_met][-1]


def best_level(framework: Framework) -> str | None:
    """Return the key of a level above the usual one; None if there is none."""
    best = framework.levels[0]
    return best.key if best.is_met and best.key != _usual(framework) else None


def prefix_level(text: str, framework: Framework) -> tuple[Level | None, str]:
    """Return the level that a text begins with, and the rest: "Compliance Plus – the team listens"."""
    for one in named_in(text, framework)[:1] or _short_names(text, framework):
        if not text[: one.start].strip(" *_-\u2013\u2014:|([") and _is_apart(text[one.end :]):
            return one.level, text[one.end :].lstrip(" *_-\u2013\u2014:|.)]")
    return None, text


def _short_names(text: str, framework: Framework) -> list[Named]:
    found = re.match(
        r"\s*[*_(\[]*(?P<word>Compliant|Compliance|Partial|Plus|CP|PC|NC|C)(?!\w)", text
    )
    level = framework.level_named(found["word"]) if found else None
    return (
        [Named(level, found["word"], found.start("word"), found.end())] if found and level else []
    )


def _is_apart(rest: str) -> bool:
    return (
        not rest.strip()
        or re.match(r"[*_)\]]*\s*(?:[-\u2013\u2014:|.)\]]|\s[A-Z\u201c\"'])", rest) is not None
    )


def suffix_level(text: str, framework: Framework) -> tuple[Level | None, str]:
    """Return the level that a text ends with, and what stands before it: "Known groups (Compliance Plus)"."""
    named = named_in(text, framework)
    if named and not text[named[-1].end :].strip(" *_.)]"):
        before = text[: named[-1].start].rstrip(" *_")
        if (before and before[-1] in "-\u2013\u2014:|([") or len(text) <= _LONGEST_TITLE:
            return named[-1].level, before.rstrip(" -\u2013\u2014:|([")
    found = re.search(r"[-\u2013\u2014:|(\[]\s*(?P<word>[A-Za-z+ ]{1,24})[)\]]?\s*$", text)
    level = level_of_cell(found["word"], framework) if found else None
    return (level, text[: found.start()].rstrip()) if found and level else (None, text)


_LONGEST_TITLE = 120
