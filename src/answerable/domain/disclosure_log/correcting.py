"""An entry with other words in it: what is made of its texts follows them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from answerable.domain.disclosure_log.entries import Entry, Question

_BREAK = "\n\n"
Words = tuple[str, str]
"""What a question asks, and what was answered: nothing, where there is no answer."""


def with_words(entry: Entry, title: str, questions: Mapping[int, Words]) -> Entry:
    """Return an entry with another title, and other words in the questions of some places.

    The whole request and the whole response say the same as the questions: words that were corrected
    must not stand on in them.
    """
    now = [
        _with_words(one, questions[place]) if place in questions else one
        for place, one in enumerate(entry.questions)
    ]
    texts = [(was.text, one.text) for was, one in zip(entry.questions, now, strict=True)]
    answers = [
        (was.answer or "", one.answer or "") for was, one in zip(entry.questions, now, strict=True)
    ]
    response = _followed(entry.response, answers, now, [one.answer or "" for one in now])
    return replace(
        entry,
        title=title,
        request=_followed(entry.request, texts, now, [one.text for one in now]),
        response=response,
        questions=tuple(replace(one, answered_with=_still_with(one, now)) for one in now),
        tables=entry.tables
        if response == entry.response
        else tuple(replace(one, at=None) for one in entry.tables),
        links=entry.links
        if response == entry.response
        else tuple(replace(one, at=None) for one in entry.links),
    )


def _with_words(question: Question, words: Words) -> Question:
    return replace(question, text=words[0], answer=words[1] or None)


def _followed(
    whole: str, changes: Sequence[Words], questions: Sequence[Question], parts: Sequence[str]
) -> str:
    """Return a whole text with its parts changed; made of them anew where it lacks one of the old."""
    for was, now in changes:
        if was == now:
            continue
        if not was or was not in whole:
            return _BREAK.join(_printed(questions, parts))
        whole = whole.replace(was, now)
    return whole


def _printed(questions: Sequence[Question], parts: Sequence[str]) -> list[str]:
    said: dict[str, str] = {}
    for one, part in zip(questions, parts, strict=True):
        if part:
            said.setdefault(part, f"{one.printed} {part}" if one.printed else part)
    return list(said.values())


def _still_with(question: Question, questions: Sequence[Question]) -> tuple[str, ...]:
    same = {one.label for one in questions if one.answer == question.answer}
    return tuple(label for label in question.answered_with if label in same)
