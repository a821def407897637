"""Sentences that give elements their levels by number: "three elements are at Compliance Plus: 1.1.3 …, 2.1.1 …"."""

from collections.abc import Iterator

from answerable.domain.assurance import Framework, Level
from answerable.reading.assessments.levels import Named, named_in, sentences
from answerable.reading.assessments.numbers import numbers_in
from answerable.reading.assessments.words import says


def awarded_by_number(text: str, framework: Framework) -> Iterator[tuple[Level, tuple[str, ...]]]:
    """Yield each level that a sentence awards, with the elements whose numbers stand beside it in that sentence.

    The numbers stand before their levels if the first number does, else behind them.
    """
    for sentence in sentences(text):
        named = named_in(sentence, framework)
        if not named or not (says("levels", "awarded", sentence) or _is_list(sentence, named)):
            continue
        found = [
            (one, numbers, stretch)
            for one, stretch in _stretches(sentence, named, framework)
            if (numbers := numbers_in(stretch, framework))
        ]
        # The titles of elements say nothing of whether a level is awarded: "Easy ways to reach the service".
        outside = sentence
        for _, _, stretch in found:
            outside = outside.replace(stretch, " ")
        if not says("leads", "not_awarded", outside):
            yield from ((one.level, numbers) for one, numbers, _ in found)


def _is_list(sentence: str, named: list[Named]) -> bool:
    return any(sentence[one.end :].lstrip(" *_)")[:1] == ":" for one in named)


def _stretches(
    sentence: str, named: list[Named], framework: Framework
) -> Iterator[tuple[Named, str]]:
    ends = [0, *(one.end for one in named)]
    is_before = bool(numbers_in(sentence[: named[0].start], framework))
    starts = [*(one.start for one in named), len(sentence)]
    for at, one in enumerate(named):
        yield (
            one,
            sentence[ends[at] : starts[at]] if is_before else sentence[one.end : starts[at + 1]],
        )
