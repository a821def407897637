"""Lessons: families of questions with how they are related, from which a model is taught to read two questions together.

Each family is a block of lines, parted from the next by an empty one. Its first line is a question, `F`; each further one begins with
its relation to that; `P` lines say how two others are related, by their places in the family:

    F | 2024-03-04 | title or - | what stands above it, or - | the question
    same | 2024-05-06 | - | - | the same in other words
    P | 1 | 2 | overlap
"""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from answerable.domain.precedent.rules import Relation
from answerable.domain.precedent.signs import NOTHING
from answerable.domain.precedent.together import Standing

FOLDER = Path(__file__).parents[1] / "corpus" / "precedent" / "lessons"
RELATIONS = (NOTHING, *(one.value for one in Relation))
_FIRST, _PAIR, _NONE, _BAR = "F", "P", "-", " | "


class NoLesson(Exception):
    """A line is not in the form."""


@dataclass(frozen=True)
class Lesson:
    """Two questions as they stand in their requests, with the days on which they were asked, and their relation."""

    one: Standing
    other: Standing
    days: tuple
    relation: str


def lessons(folder=FOLDER):
    """Return all lessons, in the order of the files.

    :raises NoLesson: naming the file and the family.
    """
    return [
        lesson
        for path in sorted(folder.glob("*.txt"))
        for number, family in enumerate(path.read_text("utf-8").split("\n\n"), 1)
        for lesson in _in_family(family.strip().splitlines(), f"{path.name}, family {number}")
    ]


def _in_family(lines, where):
    questions = []
    for line in lines:
        said, *columns = line.split(_BAR)
        try:
            if said == _PAIR:
                one, other, relation = columns
                places = (questions[int(one)], questions[int(other)])
            else:
                questions.append(_question(*columns))
                places, relation = (questions[0], questions[-1]), said
        except (ValueError, TypeError, IndexError) as odd:
            message = f"{where}: “{line[:80]}” is not in the form"
            raise NoLesson(message) from odd
        if said != _FIRST:
            yield _lesson(*places, relation, f"{where}: “{line[:80]}”")


def _question(day, title, above, text):
    over = " ".join(one for one in (title, above) if one != _NONE)
    return Standing(" ".join(over.split()), text), dt.date.fromisoformat(day)


def _lesson(one, other, relation, where):
    relation = NOTHING if relation == "none" else relation
    if relation not in RELATIONS:
        message = f"{where}: “{relation}” is no relation"
        raise NoLesson(message)
    return Lesson(one[0], other[0], (one[1], other[1]), relation)
