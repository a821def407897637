"""What an officer does to questions: merge, split, reword, put in another order. Labels stay known."""

from collections.abc import Sequence
from dataclasses import replace

from answerable.domain.questions.splitting import AskedQuestion

Questions = tuple[AskedQuestion, ...]


class EditRefused(ValueError):
    """Questions cannot be changed so: the message says why."""


def merged(questions: Sequence[AskedQuestion], labels: Sequence[str]) -> Questions:
    """Return the questions with several made one, in the place and under the label of the first.

    :raises EditRefused: if fewer than two are named, or one of them is not there.
    """
    wanted = [_named(questions, label) for label in dict.fromkeys(labels)]
    if len(wanted) < 2:  # noqa: PLR2004 one question is not merged
        raise EditRefused("Name at least two questions to merge")
    ordered = [one for one in questions if one in wanted]
    first = ordered[0]
    whole = replace(
        first,
        text=" ".join(one.text for one in ordered),
        heading=" ".join(dict.fromkeys(one.heading for one in ordered if one.heading)) or None,
        periods=tuple(dict.fromkeys(period for one in ordered for period in one.periods)),
        end=max(one.end for one in ordered),
    )
    return tuple(whole if one is first else one for one in questions if one not in ordered[1:])


def split(questions: Sequence[AskedQuestion], label: str | None, at: int) -> Questions:
    """Return the questions with one cut in two at a place in its text: `3` becomes `3.1` and `3.2`.

    :raises EditRefused: if it is not there, or one half would be empty.
    """
    one = _named(questions, label)
    halves = one.text[:at].strip(), one.text[at:].strip()
    if not all(halves):
        raise EditRefused("Both halves of a question need words: cut it elsewhere")
    parts = [
        replace(one, label=_below(one.label, number), text=text)
        for number, text in enumerate(halves, start=1)
    ]
    return tuple(part for each in questions for part in (parts if each is one else [each]))


def reworded(questions: Sequence[AskedQuestion], label: str | None, text: str) -> Questions:
    """Return the questions with one in other words; what is printed of it stays.

    :raises EditRefused: if it is not there, or no words are left.
    """
    one = _named(questions, label)
    if not text.strip():
        raise EditRefused("A question needs words: merge it with another, or say what was asked")
    return tuple(replace(each, text=text.strip()) if each is one else each for each in questions)


def reordered(questions: Sequence[AskedQuestion], labels: Sequence[str | None]) -> Questions:
    """Return the questions in another order, each under its own label.

    :raises EditRefused: if the order leaves one out, or names one twice.
    """
    if sorted(map(str, labels)) != sorted(str(one.label) for one in questions):
        raise EditRefused("The new order must name every question once")
    return tuple(_named(questions, label) for label in labels)


def _named(questions: Sequence[AskedQuestion], label: str | None) -> AskedQuestion:
    for one in questions:
        if one.label == label:
            return one
    known = ", ".join(one.label or "(the only one)" for one in questions)
    message = f"There is no question {label}: there are {known}"
    raise EditRefused(message)


def _below(label: str | None, number: int) -> str:
    return f"{label}.{number}" if label else str(number)
