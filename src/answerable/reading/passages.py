"""Unlabelled passages under unlabelled questions: matched only where their words leave no choice."""

from collections.abc import Sequence

from answerable.reading.answers import Answers, Asked
from answerable.reading.blocks import Block, Kind
from answerable.reading.matches import anchored


def share_out(
    answers: Answers, response: Sequence[Block], stubs: Sequence[tuple[int, str]]
) -> None:
    """Give each of several questions its own passage, where all of them share the whole response.

    `stubs` are the places and titles of documents sent along: one may be all that answers a question.
    """
    questions = answers.questions
    shared = questions[0].blocks if questions else []
    if len(questions) < 2 or any(one.blocks != shared for one in questions):  # noqa: PLR2004 nothing to share out
        return
    passages = _passages(response, shared, stubs)
    told = [" ".join(_text(response, place, stubs) for place in passage) for passage in passages]
    matched = anchored([question.text for question in questions], told)
    if matched is None:
        return
    for question, found in zip(questions, matched, strict=True):
        _settle(question, [place for number in found for place in passages[number]])


def _settle(question: Asked, places: list[int]) -> None:
    question.blocks = places
    question.answered_with = []


def _passages(
    response: Sequence[Block], shared: Sequence[int], stubs: Sequence[tuple[int, str]]
) -> list[list[int]]:
    """Part the response into paragraphs, each with the tables and list items that follow it."""
    passages: list[list[int]] = []
    for place in sorted({*shared, *(place for place, _ in stubs)}):
        goes_on = response[place].kind in (Kind.TABLE, Kind.ITEM)
        if passages and goes_on:
            passages[-1].append(place)
        else:
            passages.append([place])
    return passages


def _text(response: Sequence[Block], place: int, stubs: Sequence[tuple[int, str]]) -> str:
    titles = dict(stubs)
    return titles.get(place, response[place].text)
