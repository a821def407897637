"""Levels in a report's words: a cell that is one, a sentence that awards one, and names for one level that differ."""

import re
from dataclasses import dataclass, replace
from functools import cache

from answerable.domain.assurance import Framework, Level
from answerable.reading.assessments.boxes import crossed_in
from answerable.reading.assessments.words import any_of, in_each_language, plain, says, words

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
    """Return the level that a cell or a short line is, with or without a label before it; None if it says more.

    Of several with a box each it is the one that is crossed.
    """
    whole, *parts = in_each_language(crossed_in(text) or text)
    told = [_level_of(one, framework) for one in parts]
    # In two languages it is one level twice: "Cydymffurfio a Mwy / Compliance Plus".
    return _level_of(whole, framework) or (told[0] if len(set(told)) == 1 else None)


def _level_of(text: str, framework: Framework) -> Level | None:
    said = plain(mended(text))
    if found := framework.level_named(said):
        return found
    labelled = without_now(said)
    for label in sorted(words("levels", "labels"), key=len, reverse=True):
        if labelled.startswith(label):
            return framework.level_named(plain(labelled[len(label) :]))
    return framework.level_named(re.sub(r"\s*\([^)]*\)$|^(?:an?|the)\s+", "", said))


def without_now(said: str) -> str:
    """Return a plain label without a first word that says that it holds now: "current level", "assessor's evaluation"."""
    first, _, rest = said.partition(" ")
    return rest if rest and first in words("columns", "now") else said


def is_of_before(text: str) -> bool:
    """Return whether a label speaks of what held before, or of what those who are assessed think: "Previous level"."""
    said = plain(text)
    return any(
        said == one or said.startswith((f"{one} ", f"{one}-")) for one in words("columns", "before")
    )


def named_in(text: str, framework: Framework) -> list[Named]:
    """Return the levels that a text names, in its order, by names that mean nothing else wherever they stand."""
    found = []
    for one in _names(framework).finditer(mended(text)):
        level = framework.level_named(one.group())
        if level is not None and _is_meant(one.group(), level):
            found.append(Named(level, " ".join(one.group().split()), one.start(), one.end()))
    return found


def mended(text: str) -> str:
    """Return a text as long as before, with the long words of levels as they are spelt: "Compliancc", "Partiai"."""
    return _WORD.sub(lambda one: _mended(one.group()), text)


@cache
def _mended(word: str) -> str:
    for known in words("levels", "spelt"):
        if len(known) == len(word) and word.lower() != known:
            wrong = [
                at for at, (a, b) in enumerate(zip(word.lower(), known, strict=True)) if a != b
            ]
            if len(wrong) == 1:
                right = known[wrong[0]]
                right = right.upper() if word.isupper() else right
                return word[: wrong[0]] + right + word[wrong[0] + 1 :]
    return word


_WORD = re.compile(r"[A-Za-z|1]{7,10}")


def named_apart(text: str, framework: Framework) -> list[tuple[Level, str]]:
    """Return the levels that stand by themselves in a text of lines, with how they are printed: no codes of letters."""
    parts = [one.strip() for one in _APART.split(text)]
    found = ((framework.level_named(one), one) for one in parts if len(one) > _LONGEST_CODE)
    return [(level, one) for level, one in found if level]


_APART = re.compile(r"\n|[|:()\[\]]|\s[\u2013\u2014-]\s")
_LONGEST_CODE = 3


def _is_meant(printed: str, level: Level) -> bool:
    """Return whether a name is surely one: "plus" and "compliance" are words like others, and so is "not met"."""
    if " " not in printed.strip() and "+" not in printed and "-" not in printed:
        return False
    said = printed.lower()
    names = (level.name, level.cy)
    return any(word[:_STEM].lower() in said for name in names for word in re.split(r"[\s-]", name))


_STEM = 5


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
    for one in _in_one_language(named_in(text, framework), text) or _short_names(text, framework):
        if not text[: one.start].strip(" *_-\u2013\u2014:|([") and _is_apart(text[one.end :]):
            return one.level, text[one.end :].lstrip(" *_-\u2013\u2014:|.)]")
    return None, text


def _in_one_language(named: list[Named], text: str) -> list[Named]:
    """Return the first name of a level, with the same in another language behind a stroke as a part of it."""
    if len(named) > 1 and named[0].level == named[1].level:
        between = text[named[0].end : named[1].start]
        if between.strip() == "/":
            return [replace(named[0], end=named[1].end)]
    return named[:1]


def _short_names(text: str, framework: Framework) -> list[Named]:
    """Return the level that a text begins with by a name that means one only there: "Met in part", "PC"."""
    names = tuple(name for one in framework.levels for name in (one.name, one.cy, *one.also))
    found = _beginning(names).match(text)
    level = framework.level_named(found["word"]) if found else None
    return (
        [Named(level, found["word"], found.start("word"), found.end())] if found and level else []
    )


@cache
def _beginning(names: tuple[str, ...]) -> re.Pattern[str]:
    words_ = "|".join(re.escape(one) for one in sorted(filter(None, names), key=len, reverse=True))
    return re.compile(rf"\s*[*_(\[]*(?P<word>{words_})(?!\w)")


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
