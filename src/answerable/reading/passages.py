"""Unlabelled passages under several questions: matched only where their words leave no choice."""

from collections.abc import Sequence

from answerable.domain.decisions import Outcome
from answerable.reading.asides import is_general
from answerable.reading.asked import Answers, Asked
from answerable.reading.blocks import Block, Kind
from answerable.reading.bullet_answers import headed_in_order, one_for_each
from answerable.reading.decisions import decided
from answerable.reading.matches import SURE, anchored, anchors, common_stems, overlap, stems
from answerable.reading.naming import names_the_rest


def share_out(
    answers: Answers, response: Sequence[Block], stubs: Sequence[tuple[int, str]]
) -> None:
    """Give each of several questions its own passage, where all of them share the whole response.

    What answers single questions and cannot be matched is left unassigned, for a person. `stubs` are the places
    and titles of documents sent along: one may be all that answers a question.
    """
    questions = answers.questions
    if len(questions) < 2:  # noqa: PLR2004 nothing to share out
        return
    shared = questions[0].blocks
    if any(one.blocks != shared or one.parts for one in questions):
        answers.unassigned = _before_any_answer(answers, response)
        return
    in_order = one_for_each(questions, response, shared) or headed_in_order(
        questions, response, shared
    )
    if in_order:
        first = min(place for places in in_order for place in places)
        answers.preface += [place for place in shared if place < first - 1]
        for question, places in zip(questions, in_order, strict=True):
            _settle(question, places)
        return
    passages = _passages(response, [*shared, *(place for place, _ in stubs)])
    told = [" ".join(_text(response, place, stubs) for place in passage) for passage in passages]
    asked = [question.text for question in questions]
    found = anchors(asked, told)
    matched = anchored(found, questions=len(asked), passages=len(told))
    if matched is not None:
        for question, numbers in zip(questions, matched, strict=True):
            _settle(question, [place for number in numbers for place in passages[number]])
    elif sum(one.score >= SURE for one in found) > 1 and _answer_single_ones(
        told, gives_more=any(response[place].rows for place in shared)
    ):
        answers.unassigned = passages
        for question in questions:
            _settle(question, [])


def _settle(question: Asked, places: list[int]) -> None:
    question.blocks = places
    question.answered_with = []


def _answer_single_ones(told: Sequence[str], *, gives_more: bool) -> bool:
    """Return whether passages may answer single questions, and are no one decision about all of them."""
    if len(told) < 2 or any(map(names_the_rest, told)):  # noqa: PLR2004 one passage is for all
        return False
    outcomes, _ = decided("\n\n".join(told), gives_more=gives_more)
    return bool({Outcome.DISCLOSED, Outcome.PART_DISCLOSED}.intersection(outcomes))


def _before_any_answer(answers: Answers, response: Sequence[Block]) -> list[list[int]]:
    """Return what stands before any answer and tells of what was asked in a question that has none."""
    without = [stems(one.text) for one in answers.questions if not one.blocks]
    if not (without and answers.preface):
        return []
    common = common_stems([stems(one.text) for one in answers.questions])
    found = []
    for passage in _passages(response, answers.preface):
        text = " ".join(_with_cells(response[place]) for place in passage)
        told = stems(text)
        is_about = any(overlap(question, told, common) >= SURE for question in without)
        if is_about and not (text.rstrip().endswith(":") or is_general(text)):
            found.append(passage)
    return found


def _with_cells(block: Block) -> str:
    return " ".join([block.text, *(cell for row in block.rows for cell in row)])


def _passages(response: Sequence[Block], places: Sequence[int]) -> list[list[int]]:
    """Part places of a response into paragraphs, each with the tables and list items that follow it."""
    passages: list[list[int]] = []
    for place in sorted(set(places)):
        goes_on = response[place].kind in (Kind.TABLE, Kind.ITEM)
        if passages and goes_on:
            passages[-1].append(place)
        else:
            passages.append([place])
    return passages


def _text(response: Sequence[Block], place: int, stubs: Sequence[tuple[int, str]]) -> str:
    titles = dict(stubs)
    return titles.get(place, response[place].text)
