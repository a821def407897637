"""Which questions a passage names: by their labels, by their order ("your second question"), or all of them."""

import re
from collections.abc import Sequence
from functools import lru_cache

from answerable.domain.questions import NUMERALS, named_labels
from answerable.reading.asked import Asked
from answerable.reading.hints import has_any
from answerable.reading.sayings import listed, openings, sayings
from answerable.reading.vocabulary import current_vocabulary

_REACH = 160
_LONGEST_HEADING = 60
_SAID, _BEGUN = sayings("naming"), openings("naming")
# Those that heed no capitals look at small letters: to look for both takes twice the time.
_NOUN = _BEGUN["nouns"]
# A letter, or a roman numeral.
_LETTER = r"(?:[ivx]{2,5}|[a-z])"
_ORDINALS = listed("naming")["ordinals"]
_ORDINAL = rf"(?:{_BEGUN['ordinals']}|{_BEGUN['last']})"
_BY_ORDER = re.compile(
    rf"\b(?P<list>{_ORDINAL}(?:\s*(?:,|and|&|,\s*and)\s*(?:your\s|the\s)?{_ORDINAL})*)\s+"
    rf"(?:\w+\s)?{_NOUN}\b",
)
_LETTERS = re.compile(
    rf"\b{_NOUN}(?![a-z])\s*(?P<list>\(?{_LETTER}\)?(?:\s*(?:,|and|&|to|[-\u2013])\s*(?:{_NOUN}\s*)?\(?{_LETTER}\)?)*)(?![\w'\u2019])",
    re.IGNORECASE,
)
_DIGITS = "0123456789"
_NUMERAL = re.compile(r"[ivx]+")
_NUMERALS = re.compile(
    rf"\b{_NOUN}\s*(?P<list>\(?[ivx]+\)?(?:\s*(?:,|and|&|to|[-\u2013])\s*(?:{_NOUN}\s*)?\(?[ivx]+\)?)*)(?![\w'\u2019])",
    re.IGNORECASE,
)
_BOTH = re.compile(rf"\bboth\s(?:of\s)?(?:your\s|these\s|the\s)*{_NOUN}\b")
_ALL = re.compile(
    rf"\b{_SAID['all']}"
    rf"|^{_BEGUN['all_above']}(?=\s*(?:[.,:;\u2013-]|$)|\s(?:is|are|was|were|has|have|can)\b)|^{_SAID['above']}",
)
_THE_REST = re.compile(rf"\b{_SAID['the_rest']}")
# What leads to a label at a passage's beginning; behind other words a label is only referred to.
_LEADS = re.compile(rf"(?:{_SAID['leads']}[\s:,]*)+")
_REFERS = re.compile(rf"\b{_SAID['refers']}")
_TURNS = re.compile(r"[.:]\s")
# Nothing is named without one of these: looking for a few letters is cheaper than trying the patterns.
_HINTS = listed("naming")["hints"]


_LED_BY = re.compile(r"(?:[,:]|\s[\u2013\u2014-])\s+(?=\S)")


class Named:
    """The questions of a request, by what names them."""

    def __init__(self, questions: Sequence[Asked]) -> None:
        """Take questions whose labels stay as they are."""
        self.questions = questions
        self._by_label: dict[str, list[Asked]] | None = None
        self._below: dict[str, list[Asked]] | None = None
        labels = [one.label for one in questions if one.label]
        self.numerals = [label for label in labels if _NUMERAL.fullmatch(label)]
        self.has_letters = any(not label[-1].isdigit() for label in labels)

    def labelled(self, label: str) -> list[Asked]:
        """Return the question of a label; for a heading's label, the questions below it."""
        if self._by_label is None:
            self._by_label = {}
            for one in self.questions:
                if one.label is not None:
                    self._by_label.setdefault(one.label, []).append(one)
        return [*(self._by_label.get(label) or self._labelled_below(label))]

    def _labelled_below(self, label: str) -> Sequence[Asked]:
        if self._below is None:
            self._below = {}
            for one in self.questions:
                name = one.label or ""
                for end in range(len(name)):
                    if not name[end].isdigit():
                        self._below.setdefault(name[:end], []).append(one)
        return self._below.get(label, ())


def questions_named(text: str, among: Named) -> list[Asked]:
    """Return the questions that a passage says it answers, in their order; none if it names none of them.

    Several may be named anywhere in its first sentence; one alone only where the passage begins with it, or is
    as short as a heading. "Please see our answer to question 1" is no answer to it.
    """
    first = _naming(text)
    if not first:
        return []
    refers = _REFERS.search(first)
    if refers and refers.start() < _place_of_label(first):
        return []
    questions, printed = among.questions, text[: len(first)]
    named = (
        _by_label(first, among)
        or _by_numeral(printed, among)
        or (_by_letter(printed, questions) if among.has_letters else [])
        or _by_order(first, questions)
    )
    is_heading = len(first) < _LONGEST_HEADING and text[:1].isupper()
    if len(named) > 1 or (named and (is_heading or _is_led_to(first))):
        return named
    # Both are two.
    if _BOTH.search(first) and len({_top(one) for one in questions}) == 2:  # noqa: PLR2004
        return list(questions)
    return []


# A passage is asked for the questions that it names, and for the rest of them, and its sentences are, too.
@lru_cache(maxsize=1024)
def _naming(text: str) -> str:
    """Return the first sentence of a passage in small letters if it may name questions; "" if it names none."""
    ends = _TURNS.search(text, 0, _REACH + 1)
    first = text[: ends.start() if ends else _REACH].lower()
    return first if has_any(first, _HINTS) else ""


_NAMES = frozenset(listed("naming")["names"])


# What no label of a question looks like: a sum, a share, a large number.
_FIGURE = re.compile(r"[\u00a3$\u20ac]\s?\d|\d\s?%|\d,\d{3}|\d{3}")


def only_names(text: str) -> bool:
    """Return whether a passage is nothing but the name of the questions that are answered below it."""
    if len(text) > _LONGEST_HEADING or _FIGURE.search(text):
        return False
    lead, _, rest = text.partition(":")
    if any(map(str.isdigit, rest)) and _only_names_some(lead):
        # A figure behind the name: "In answer to question 1: 14" tells it.
        return False
    words = re.findall(r"[A-Za-z]+", text.lower())
    return all(
        len(word) == 1 or word in _NAMES or word in _ORDINALS or _NUMERAL.fullmatch(word)
        for word in words
    )


_LABEL = r"(?:Qs?\.?\s?(?=\d))?\(?(?:\d{1,2}\s?\(?[a-z]?\)?|[a-z])\)?\.?"
_JOINT = re.compile(
    rf"(?P<list>{_LABEL}(?:\s*(?:,|and|&|\+|to|/|[-\u2013])\s*(?:and\s)?{_LABEL})+)(?:(?<=[).])|\s*[:)\u2013-]|(?=\s*(?:\n|$)))",
)


def joint_labels(text: str) -> tuple[list[str], int]:
    """Return the labels that a passage begins with, if they are several, and where the words behind them begin.

    "1 & 2. Forty." and "b) and c) Not held." have two each, "1-3: None." has three.
    """
    begun = text.lstrip()
    # Most passages begin with a capital letter, and no label with another than that of "Q1".
    found = None if begun[:1].isupper() and begun[0] != "Q" else _JOINT.match(begun)
    if found is None:
        return [], 0
    parts = re.findall(r"\d+\s?\(?[a-z]?(?![a-z])|(?<![a-z])[a-z](?![a-z])", found["list"])
    labels = [re.sub(r"[\s(]", "", part) for part in parts]
    spans = re.search(r"\bto\b|[-\u2013]", found["list"]) is not None
    if len(labels) < 2 or len({label.isdigit() for label in labels}) > 1:  # noqa: PLR2004 one is no list
        return [], 0
    if labels[0].isdigit() and [*map(int, labels)] != sorted(map(int, labels)):
        # "3, 5 and 2." are figures.
        return [], 0
    if spans and len(labels) == 2:  # noqa: PLR2004 from and to
        labels = _between(*labels)
    return labels, found.end() + len(text) - len(text.lstrip())


def _between(first: str, last: str) -> list[str]:
    """Return the numbers, the roman numerals or the letters from one to another."""
    if first in NUMERALS and last in NUMERALS:
        return NUMERALS[NUMERALS.index(first) : NUMERALS.index(last) + 1]
    if first.isdigit():
        return [str(number) for number in range(int(first), min(int(last), int(first) + 30) + 1)]
    if len(first) == len(last) == 1:
        return [chr(code) for code in range(ord(first), ord(last) + 1)]
    return [first, last]


def names_the_rest(text: str) -> bool:
    """Return whether a passage says that it answers the remaining questions, or all of them."""
    first = _naming(text)
    return first != "" and (
        _THE_REST.search(first) is not None
        or (
            _ALL.search(first) is not None
            and _REFERS.search(first) is None
            and current_vocabulary().says("letter.in_turn", first) is None
        )
    )


def behind_names(text: str) -> int:
    """Return where the words behind the names of questions begin in a passage: "As to question 1, …"; 0 if none are in front."""
    begun = text[:_LONGEST_HEADING]
    if not has_any(begun.lower(), _HINTS):
        return 0
    ends = [one.end() for one in _LED_BY.finditer(begun)]
    return next((end for end in reversed(ends) if _only_names_some(text[:end])), 0)


def _only_names_some(lead: str) -> bool:
    is_some = named_labels(lead) or _LETTERS.search(lead) or _BY_ORDER.search(lead.lower())
    return bool(is_some) and only_names(lead)


def _by_label(text: str, among: Named) -> list[Asked]:
    labels = named_labels(text)
    return _once([one for label in labels for one in among.labelled(label)]) if labels else []


def _by_letter(text: str, questions: Sequence[Asked]) -> list[Asked]:
    """Return the questions of "part (b)" and "points a to c", where one question alone has that letter."""
    named: list[Asked] = []
    for found in _LETTERS.finditer(text):
        letters = re.findall(rf"\b{_LETTER}\b", found["list"].lower())
        if re.search(r"\bto\b|[-\u2013]", found["list"]) and len(letters) == 2:  # noqa: PLR2004 from and to
            letters = _between(*letters)
        for letter in letters:
            same = [one for one in questions if one.label and one.label.lstrip(_DIGITS) == letter]
            named += same if len(same) == 1 else []
    return _once(named)


def _by_numeral(text: str, among: Named) -> list[Asked]:
    """Return the questions of "point ii" and "points (i) to (iii)", where questions have roman numerals alone."""
    numerals = among.numerals
    named: list[Asked] = []
    for found in _NUMERALS.finditer(text) if len(numerals) > 1 else ():
        labels = [one for one in re.findall(r"[ivx]+", found["list"].lower()) if one in numerals]
        spans = re.search(r"\bto\b|[-\u2013]", found["list"]) is not None
        if spans and len(labels) == 2:  # noqa: PLR2004 from and to
            labels = numerals[numerals.index(labels[0]) : numerals.index(labels[1]) + 1]
        named += [one for one in among.questions if one.label in labels]
    return _once(named)


def _by_order(text: str, questions: Sequence[Asked]) -> list[Asked]:
    every = list(_BY_ORDER.finditer(text))
    tops = list(dict.fromkeys(_top(one) for one in questions)) if every else []
    named: list[Asked] = []
    for found in every:
        for word in re.findall(_ORDINAL, found["list"]):
            place = _ORDINALS.index(word) if word in _ORDINALS else len(tops) - 1
            if place < len(tops):
                named += [one for one in questions if _top(one) == tops[place]]
    return _once(named)


def _top(question: Asked) -> str:
    """Return the first part of a question's label: what "your second question" counts."""
    return _top_of(question.label or "")


@lru_cache(maxsize=1024)
def _top_of(label: str) -> str:
    found = re.match(r"(?:[A-Z]\.)?(?:\d+|[a-z]+)", label)
    return found.group() if found else ""


_LABEL_NAMED = re.compile(rf"\b{_NOUN}\b|\bq\.?\s?\d")


def _place_of_label(text: str) -> int:
    found = _LABEL_NAMED.search(text)
    return found.start() if found else len(text)


def _is_led_to(text: str) -> bool:
    """Return whether nothing but words that lead to it stands before the first label that a text names."""
    lead = _LEADS.match(text)
    place = _place_of_label(text)
    by_order = _BY_ORDER.search(text)
    if by_order:
        place = min(place, by_order.start())
    return place == 0 or (lead is not None and lead.end() >= place)


def _once(questions: Sequence[Asked]) -> list[Asked]:
    if len(questions) < 2:  # noqa: PLR2004 most name none or one
        return [*questions]
    return [*{id(question): question for question in questions}.values()]
