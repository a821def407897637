"""Numbers of elements as reports cite them: lists, ranges, brackets, and the slips of a scanner."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from answerable.domain.assurance import Framework
from answerable.reading.assessments.levels import named_in

# A scanner takes 1 for l, I or a bar, sets spaces beside the dots, and takes one dot for a comma.
_DIGIT = r"[1-9lI|]"
_NUMBER = re.compile(
    rf"(?<![\w.£$%/])(?P<a>{_DIGIT})\s?(?P<s>[.,])\s?(?P<b>{_DIGIT})\s?(?P<t>[.,])\s?(?P<c>{_DIGIT}\d?)"
    r"(?!\w)(?![.,]\d)(?!\s?%)"
)
_JOIN = r"(?:\s|[,;&/+]|\band\b|\bor\b|\bto\b|\bthrough\b|[-\u2010-\u2015]|\b(?:elements?|sections?|criteria|criterion|refs?)\b:?)"
_RANGE = re.compile(
    r"\s*(?:[-\u2010-\u2015]|\bto\b|\bthrough\b)\s*(?:elements?\s+)?", re.IGNORECASE
)
# The last part alone, behind a hyphen: "1.1.1-3".
_SHORT_RANGE = re.compile(r"\s*[-\u2010-\u2015]\s*(?P<to>[1-9])(?![\w.])")
_OPEN, _CLOSE = r"[(\[{]", r"[)\]}]"
_BARE = re.sub(r"\?P<\w>", "", _NUMBER.pattern)
_CITED = re.compile(
    rf"{_OPEN}\s*(?P<inner>{_JOIN}*{_BARE}(?:{_JOIN}|[0-9lI|.,])*)\.?\s*(?:{_CLOSE}|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cited:
    """Elements that a text cites in brackets, with where the brackets stand in it."""

    elements: tuple[str, ...]
    start: int
    end: int


def numbers_in(text: str, framework: Framework) -> tuple[str, ...]:
    """Return the numbers in a text, each once and in its order, with ranges spelled out."""
    return tuple(dict.fromkeys(_spelled_out(text, framework)))


def _spelled_out(text: str, framework: Framework) -> Iterator[str]:
    order = [one.number for one in framework.elements]
    before: tuple[str, int] | None = None
    for found in _NUMBER.finditer(text):
        if "," in (found["s"], found["t"]) and found["s"] == found["t"]:
            continue
        number = _mended(found)
        if before and _RANGE.fullmatch(text[before[1] : found.start()]):
            yield from _between(before[0], number, order)
        yield number
        short = _SHORT_RANGE.match(text, found.end())
        if short:
            last = f"{number.rpartition('.')[0]}.{short['to']}"
            yield from _between(number, last, order)
            yield last
        before = (number, found.end())


def _mended(found: re.Match[str]) -> str:
    return ".".join(re.sub("[lI|]", "1", found[one]) for one in "abc")


def _between(first: str, last: str, order: list[str]) -> list[str]:
    """Return what a range holds between its ends, in the framework's order."""
    low, high = _parts(first), _parts(last)
    return [one for one in order if low < _parts(one) < high]


def _parts(number: str) -> tuple[int, ...]:
    return tuple(map(int, number.split(".")))


def cited_in(text: str, framework: Framework) -> list[Cited]:
    """Return what a text cites in brackets that hold nothing but numbers of elements, or behind a dash at its end.

    A level may stand beside them: "(Element 1.1.3 \u2013 Compliance Plus)".
    """
    text = _IN_BRACKETS.sub(lambda one: _without_levels(one.group(), framework), text)
    found = [
        Cited(numbers_in(one["inner"], framework), one.start(), one.end())
        for one in _CITED.finditer(text)
        if numbers_in(one["inner"], framework)
    ]
    tail = _TAIL.search(text)
    if tail and not (found and found[-1].end > tail.start()):
        found.append(Cited(numbers_in(tail["inner"], framework), tail.start(), len(text)))
    return found


_IN_BRACKETS = re.compile(r"[(\[{][^()\[\]{}]{5,120}[)\]}]")


def _without_levels(text: str, framework: Framework) -> str:
    """Return a text as long as before, with blanks for the levels that it names."""
    for one in named_in(text, framework):
        text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return text


_TAIL = re.compile(
    rf"(?:\s[-\u2010-\u2015]+|[.!?:;]|\b(?:elements?|refs?|references?):?)\s+(?P<inner>{_BARE}(?:{_JOIN}+{_BARE})*)\s*\.?\s*$",
    re.IGNORECASE,
)


def lead_numbers(text: str, framework: Framework) -> tuple[tuple[str, ...], str]:
    """Return the numbers that a text begins with, and the rest of it: "1.1.3 & 1.1.4: they are known"."""
    found = _LEAD.match(text)
    if not found or not numbers_in(found["numbers"], framework):
        return (), text
    return numbers_in(found["numbers"], framework), text[found.end() :]


_LEAD = re.compile(
    rf"\s*[*_(\[]*\s*(?:(?:elements?|sections?|sub-elements?|refs?|no\.?|criterion|criteria)\b[:.]?\s*)?"
    rf"(?P<numbers>{_BARE}(?:\s*(?:[,;&/+]|\band\b|\bto\b|[-\u2010-\u2015])+\s*{_BARE}|[-\u2010-\u2015][1-9](?![\w.]))*)"
    r"[*_)\]]*[\s.:|\-\u2010-\u2015]*",
    re.IGNORECASE,
)
_ONLY = re.compile(rf"(?:{_JOIN}|[*_()\[\].:])*", re.IGNORECASE)


def only_numbers(text: str, framework: Framework) -> tuple[str, ...]:
    """Return the numbers of a text that holds nothing else; none where it says more."""
    numbers = numbers_in(text, framework)
    rest = _SHORT_RANGE.sub(" ", _NUMBER.sub(" ", text)) if numbers else text
    return numbers if numbers and _ONLY.fullmatch(rest) else ()


def spoken_of(text: str, framework: Framework) -> tuple[str, ...]:
    """Return the elements that running text names by that word: "in element 3.3.2 the authority is …"."""
    found = (numbers_in(one["numbers"], framework) for one in _SPOKEN.finditer(text))
    return tuple(dict.fromkeys(number for numbers in found for number in numbers))


_SPOKEN = re.compile(rf"\belements?\s+(?P<numbers>{_BARE}(?:{_JOIN}+{_BARE})*)", re.IGNORECASE)
