"""Labels as paper prints them in front of a question: "1.", "(a)", "1g.", "Q2:", "ii)", "Part B"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from answerable.domain.questions.label_styles import STYLES, LabelStyle


@dataclass(frozen=True, slots=True)
class PrintedLabel:
    """A printed label taken apart; `end` is where the words behind it begin.

    `letter` may be a roman numeral too (i, v, x): only its neighbours tell. `is_answer` says that
    the label announces an answer ("A1:", "Response to question 2"); `word` is its word ("Question"),
    `style` the name of its row in label_styles.toml.
    """

    printed: str
    end: int
    number: str | None = None
    letter: str | None = None
    roman: str | None = None
    deeper: str | None = None
    deepest: str | None = None
    block: str | None = None
    is_answer: bool = False
    word: str | None = None
    style: str = ""


_NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()


def leading_label(text: str) -> PrintedLabel | None:
    """Return the label that the text begins with, or None."""
    return _leading_label(text[:_LONGEST])


def behind_label(text: str) -> str:
    """Return the words behind the label that the text begins with, or all of it."""
    label = leading_label(text)
    return text[label.end :] if label else text


_TWICE = re.compile(r"[^\W\d_]{1,12}\s?(?P<number>\d{1,2})\s*[/|]\s*(?=[^\W\d_])")
# What mail programs make of links: "[1]https://…" counts addresses.
_FOOTNOTE = re.compile(r"\[\d{1,3}\]\s?(?:https?:|www\.|mailto:)", re.IGNORECASE)
# Several steps ask about the same paragraphs; no label is so long that what is behind it matters.
_LONGEST = 96


# "question(s) that I asked" counts none.
_PLURALS = (
    "question(s)",
    "Question(s)",
    "part(s)",
    "Part(s)",
    "request(s)",
    "Request(s)",
    "answer(s)",
    "Answer(s)",
)


@lru_cache(maxsize=8192)
def _leading_label(text: str) -> PrintedLabel | None:
    offset = len(text) - len(text.lstrip())
    if text.startswith("[", offset) and _FOOTNOTE.match(text, offset):
        return None
    may_be_twice = "/" in text or "|" in text
    if may_be_twice and (twice := _TWICE.match(text, offset)):
        # "Question 1 / Cwestiwn 1:": one label in two languages.
        second = _leading_label(text[twice.end() :])
        if second and second.number == twice["number"]:
            end = twice.end() + second.end
            return replace(second, printed=" ".join(text[:end].split()), end=end)
    if STYLES.may.match(text, offset) is None:
        return None
    found = STYLES.pattern.match(text, offset)
    if found is None or found.lastgroup is None:
        return None
    if found.group().rstrip().endswith(_PLURALS):
        return None
    style = STYLES.by_group[found.lastgroup]
    return _label(style, {name: found[group] for name, group in style.parts if found[group]}, found)


def _label(style: LabelStyle, part: Mapping[str, str], found: re.Match[str]) -> PrintedLabel:
    number = part.get("number")
    if spelt := part.get("spelt"):
        number = str(_NUMBERS.index(spelt.lower()) + 1)
    roman, letter = part.get("roman") or part.get("ROMAN", "").lower() or None, part.get("letter")
    if roman and len(roman) == 1 and letter is None:
        # One letter may be either: the numbering decides.
        letter, roman = roman, None
    return PrintedLabel(
        printed=" ".join(found.group().split()),
        end=found.end(),
        number=number,
        letter=letter or part.get("capital", "").lower() or None,
        roman=roman,
        deeper=part.get("deeper"),
        deepest=part.get("deepest"),
        block=part.get("block") or part.get("block_inner"),
        word=part.get("word", "").strip() or None,
        is_answer=style.is_answer,
        style=style.name,
    )


_INLINE_DOTTED = re.compile(
    r"(?<=[.?!;:)] )(?P<both>\d{1,2})\.(?P<open>)\s+(?=[A-Z£$\d\"\u201c\u2018])"
)
_INLINE = re.compile(r"(?<![\w(.])(?:\((?P<both>\d{1,2}|[a-z])\)|(?P<open>\d{1,2}|[a-z])\))\s*")
_INLINE_ROMAN = re.compile(r"(?<![\w(.])\((?P<both>[ivx]{1,5})\)(?P<open>)\s*")
NUMERALS = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv".split()
"""The roman numerals that a list counts with."""


def inline_labels(text: str, *, first: str, dotted: bool = False) -> list[tuple[int, int, str]]:
    """Return where labels that go on counting stand inside a text: (start, end, value) of each.

    `first` is the value to expect: "2" finds "2)" and then "3)"; "a" finds "(a)" and then "(b)", and "i"
    finds "(i)" and then "(ii)"; `dotted` looks for "2." behind the end of a sentence instead.
    """
    if f"{first}{'.' if dotted else ')'}" not in text:
        return []
    found = []
    expected = first
    is_roman = first == "i"
    pattern = _INLINE_DOTTED if dotted else _INLINE_ROMAN if is_roman else _INLINE
    for one in pattern.finditer(text):
        value = one["both"] or one["open"]
        if value == expected:
            found.append((one.start(), one.end(), value))
            expected = _next(expected, is_roman=is_roman)
    return found


def _next(value: str, *, is_roman: bool) -> str:
    if is_roman:
        return NUMERALS[NUMERALS.index(value) + 1] if value != NUMERALS[-1] else ""
    return str(int(value) + 1) if value.isdigit() else chr(ord(value) + 1)


_NAMED = re.compile(
    r"\b(?:questions?|points?|parts?|items?|q)s?\.?\s*"
    r"(?P<list>\(?\d{1,3}\)?\s?\(?[a-z]?\b\)?(?:\s*(?:,|and|&|to|[-\u2013])\s*(?:questions?\s*|q)?"
    r"(?:\(?\d{1,3}\)?\s?\(?[a-z]?\b\)?|\(?[a-z]\)?(?![a-z])))*)",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(to|[-\u2013])|(\d{1,3})?\)?\s?\(?(?:(?<=[\d(\s])([a-z])(?![a-z\d]))?", re.IGNORECASE
)


def named_labels(text: str) -> list[str]:
    """Return the labels that a sentence names: "Questions 1c and 1d", "questions 2 to 4", "2(a)-(c)"."""
    labels: list[str] = []
    for found in _NAMED.finditer(text):
        labels += _spelt_out(found["list"])
    return labels


def _spelt_out(text: str) -> list[str]:
    labels: list[str] = []
    number, spans = "", False
    for name in _NAME.finditer(text):
        if name[1]:
            spans = True
            continue
        if not (name[2] or name[3]):
            continue
        number = name[2] or number
        label = number + (name[3] or "").lower()
        if spans and labels:
            labels += _between(labels[-1], label)
        labels.append(label)
        spans = False
    return labels


def _between(first: str, last: str) -> list[str]:
    if first.isdigit() and last.isdigit():
        return [str(number) for number in range(int(first) + 1, min(int(last), int(first) + 100))]
    if first[:-1] == last[:-1] and first[-1:].isalpha() and last[-1:].isalpha():
        return [first[:-1] + chr(code) for code in range(ord(first[-1]) + 1, ord(last[-1]))]
    return []
