"""Labels that stand inside of what was read as one: whoever reads parted too little there, and says so."""

import re
from collections.abc import Iterator, Sequence

from answerable.domain.disclosure_log import Entry, Question
from answerable.domain.questions import leading_label
from answerable.reading.items import asks, is_worded

_INSIDE = re.compile(r"(?<=\s)\(?(?P<label>\d{1,2}[a-z]?|[a-z]|[ivx]{1,4})[.)]\s+(?=\S)")
_NUMERALS = "i ii iii iv v vi vii viii ix x xi xii".split()
_LETTERS = "a b c d e f g h i j k l".split()
_NUMBERS = [str(one) for one in range(1, 13)]
_PARTS = [f"1{letter}" for letter in _LETTERS]
_COUNTS = (_LETTERS, _NUMERALS, _NUMBERS, _PARTS)
_LISTS = tuple(
    (
        re.compile(rf"^(?P<printed>\(?(?P<label>{second})[.)])\s+\w", re.MULTILINE),
        re.compile(rf"^\W{{0,3}}{first}[.)]", re.MULTILINE),
        re.compile(rf"^\(?{third}[.)]\s+\w", re.MULTILINE),
    )
    for first, second, third in ("123", "abc")
)
_NAMES_QUESTION = re.compile(
    r"^(?:Question|Point|Part)s?\s(?P<number>\d{1,2})(?:(?:,|\sand|\sto)\s\d{1,2})*[.:]?$",
    re.MULTILINE,
)
_FEWEST = 2
_LONGEST_ANSWER = 6
# "(please state)", "by year" and "if so, when" go on with a question.
_ASKS_ON = re.compile(
    r"\b(?:please|if|and|or|by|per|for|from|in|since|e\.?g|i\.?e|etc)\b", re.IGNORECASE
)
_LONGEST_LINE = 80
_BEGINS = frozenset("QqPpIC")


def labels_inside(entry: Entry) -> Iterator[str]:
    """Yield where labels that count on stand inside one question, and where a response counts questions that nobody asked."""
    for question in entry.questions:
        if question.label and not question.text.strip():
            yield f"question {question.label} has no words"
        if found := _counted_inside(question.text):
            where = f"question {question.label}" if question.label else "what was asked"
            yield f"{', '.join(found)} stand inside {where}"
    if lines := _questions_told(entry.response, entry.questions):
        yield f"“{lines[0]}” stands in the response, and no question has its label"
    if line := _line_asked(entry):
        yield f"“{line}” stands in the request, and no question has its label"
    if label := _goes_on_in_response(entry):
        yield f"a list goes on at {label} in the response, and no question has its label"


def _line_asked(entry: Entry) -> str | None:
    """Return a line of a request that is nothing but the name of a question that was not found: "Question 2 and 3"."""
    numbers = {found[0] for one in entry.questions if (found := re.search(r"\d+", one.label or ""))}
    lines = _NAMES_QUESTION.finditer(entry.request)
    return next((one[0].strip() for one in lines if one["number"] not in numbers), None)


def _goes_on_in_response(entry: Entry) -> str | None:
    """Return the second label of a list whose first point does not stand in the response, where no question has it: the request was cut off in its list."""
    for second, first, third in _LISTS:
        found = second.search(entry.response)
        if found is None or first.search(entry.response, 0, found.start()):
            continue
        is_known = any((one.label or "").endswith(found["label"]) for one in entry.questions)
        if not is_known and third.search(entry.response, found.end()):
            return found["printed"]
    return None


def labels_shared(entry: Entry) -> Iterator[str]:
    """Yield where what asks without a number was counted as a number that is printed before something else."""
    numbers = {
        found[0]
        for one in entry.questions
        if one.printed and (found := re.match(r"\d+", one.label or ""))
    }
    for question in entry.questions:
        if not question.printed and question.label in numbers:
            yield f"question {question.label} is printed without a number, beside others that have it"


def answered_inside(entry: Entry) -> list[str]:
    """Return the labels of questions behind whose mark a few words stand that ask nothing, if there are several: they may be answers."""
    found = [one.label for one in entry.questions if one.label and _is_told_behind(one.text)]
    return found if len(found) >= _FEWEST else []


def _is_told_behind(text: str) -> bool:
    question, mark, rest = text.rpartition("?")
    is_short = bool(mark) and 0 < len(rest.split()) <= _LONGEST_ANSWER
    return (
        is_short and bool(question) and not _ASKS_ON.search(rest) and not asks(rest.strip(" ()."))
    )


def _counted_inside(text: str) -> list[str]:
    """Return the labels that count on inside a text, each with words of its own: "a.", "b."."""
    if ". " not in text and ") " not in text:
        return []
    found = [*_INSIDE.finditer(text)]
    for counts in _COUNTS:
        chosen: list[re.Match[str]] = []
        for one in found:
            if len(chosen) < len(counts) and one["label"] == counts[len(chosen)]:
                chosen.append(one)
        if len(chosen) < _FEWEST:
            continue
        ends = [*(one.start() for one in chosen[1:]), len(text)]
        told = [text[one.end() : end] for one, end in zip(chosen, ends, strict=True)]
        if all(map(is_worded, told)):
            return [one.group().strip() for one in chosen]
    return []


def _questions_told(response: str, questions: Sequence[Question]) -> list[str]:
    """Return the lines of a response that name a question by a number that no question has: "Question 1"."""
    known = {one.label.partition(".")[0] for one in questions if one.label}
    lines = []
    for line in response.split("\n"):
        if line[:1] not in _BEGINS or len(line) > _LONGEST_LINE:
            continue
        label = leading_label(line)
        if label is None or label.is_answer or not (label.word and label.number):
            continue
        if not any(one.rstrip("abcdefghijkl") == label.number for one in known):
            lines.append(line)
    return lines if len(lines) >= (_FEWEST if known else 1) else []
