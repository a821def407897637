"""Labels as paper prints them in front of a question: "1.", "(a)", "1g.", "Q2:", "ii)", "Part B"."""

import re
from dataclasses import dataclass

_ROMAN = r"(?:x{0,2}(?:ix|iv|v?i{1,3}|v)|x{1,3})"
_LEADING = re.compile(
    rf"""
    (?P<word>(?:(?:Answers?|Response|Reply)\ (?:to\ )?)?(?:Q|q(?=\d)|[Qq]uestion|Point|Part|Item|QUESTION)\.?\ ?
        |(?:Answer|ANSWER|A(?=\d)|Response|Reply)\.?\ ?)
        (?:(?P<word_number>\d{{1,3}})\ ?\(?(?P<word_letter>[a-z](?![a-z]))?\)?|(?P<word_block>[A-Z])(?![A-Za-z]))
        (?:\s*[:.)\u2013\u2014-]+\s*|\s+(?=[A-Z"'\u201c\u2018(])|\s*$)
    |(?P<bare>[QA]|Question|Answer)\s?:\s*
    |\(?(?P<number>\d{{1,3}})
        (?:
            \ ?\.?\ ?\(?(?P<letter>[a-z])(?:\)\.?|\.(?!\s?[a-z]\.)|:)(?:\s*|$)
            |\.(?P<dotted>[a-z])\s+(?=[A-Z"'\u201c\u2018(])
            |\.(?P<deeper>\d{{1,2}})[.):]?\s+(?=[A-Z"'\u201c\u2018(])
            |\.\s?(?P<roman_deeper>{_ROMAN})[.)]\s+
            |\.(?![\da-z])[\s.]*|\)[\s.]*|:\s+
        )
    |\((?P<inner_roman>{_ROMAN})\)\s*|(?P<roman>{_ROMAN})[.)]\s+
    |\((?P<inner>[a-z])\)\s*|(?P<single>[a-z])(?:\)\s*|\.(?!\s?[a-z]\.)\s+)
    |(?:(?:Section|Block|SECTION)\s)?(?P<block>[A-H])[.):]\s+(?=[A-Z])
    """,
    re.VERBOSE,
)
_ANSWERS = re.compile(r"(?:answers?|a|response|reply)\b|a\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PrintedLabel:
    """A printed label taken apart; `end` is where the words behind it begin.

    `letter` may be a roman numeral too (i, v, x): only its neighbours tell. `is_answer` says that
    the label announces an answer ("A1:", "Response to question 2"); `word` is its word ("Question").
    """

    printed: str
    end: int
    number: str | None = None
    letter: str | None = None
    roman: str | None = None
    deeper: str | None = None
    block: str | None = None
    is_answer: bool = False
    word: str | None = None


def leading_label(text: str) -> PrintedLabel | None:
    """Return the label that the text begins with, or None."""
    offset = len(text) - len(text.lstrip())
    found = _LEADING.match(text, offset)
    if found is None:
        return None
    part = found.groupdict()
    printed = " ".join(found.group().split())
    roman = part["inner_roman"] or part["roman"] or part["roman_deeper"]
    letter = next(
        (
            part[name]
            for name in ("letter", "dotted", "word_letter", "inner", "single")
            if part[name]
        ),
        None,
    )
    if roman and len(roman) == 1:
        # One letter may be either: the numbering decides.
        letter, roman = roman, None
    return PrintedLabel(
        printed=printed,
        end=found.end(),
        number=part["number"] or part["word_number"],
        letter=letter,
        roman=roman,
        deeper=part["deeper"],
        block=part["block"] or part["word_block"],
        word=(part["word"] or "").strip() or None,
        is_answer=_ANSWERS.match(part["word"] or part["bare"] or "") is not None,
    )


_INLINE_DOTTED = re.compile(
    r"(?<=[.?!;:)] )(?P<both>\d{1,2})\.(?P<open>)\s+(?=[A-Z£$\d\"\u201c\u2018])"
)
_INLINE = re.compile(r"(?<![\w(.])(?:\((?P<both>\d{1,2}|[a-z])\)|(?P<open>\d{1,2}|[a-z])\))\s*")
_INLINE_ROMAN = re.compile(r"(?<![\w(.])\((?P<both>[ivx]{1,5})\)(?P<open>)\s*")
_NUMERALS = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv".split()


def inline_labels(text: str, *, first: str, dotted: bool = False) -> list[tuple[int, int, str]]:
    """Return where labels that go on counting stand inside a text: (start, end, value) of each.

    `first` is the value to expect: "2" finds "2)" and then "3)"; "a" finds "(a)" and then "(b)", and "i"
    finds "(i)" and then "(ii)"; `dotted` looks for "2." behind the end of a sentence instead.
    """
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
        return _NUMERALS[_NUMERALS.index(value) + 1] if value != _NUMERALS[-1] else ""
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
