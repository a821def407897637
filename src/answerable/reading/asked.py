"""A question while its answer is gathered."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Asked:
    """A question while its answer is gathered: the blocks of its answer, by their places.

    `parts` has the words of a block that answer it, where the block holds more than its answer. `at` is the
    place of the block that asks it, in the response if it `is_in_response`; None where the whole request is
    one question.
    """

    label: str | None
    printed: str | None
    text: str
    heading: str | None = None
    blocks: list[int] = field(default_factory=list)
    answered_with: list[str] = field(default_factory=list)
    parts: dict[int, str] = field(default_factory=dict)
    at: int | None = None
    is_in_response: bool = False


@dataclass(slots=True)
class Answers:
    """The questions of a record, and the places in the response that answer none of them.

    `preface` are those that stand before any answer; `unassigned` are passages, each a list of places, that
    answer some question, and nothing says which; `grounds` stand behind all answers, and give the reasons of a refusal.
    """

    questions: list[Asked]
    preface: list[int] = field(default_factory=list)
    unassigned: list[list[int]] = field(default_factory=list)
    grounds: list[int] = field(default_factory=list)
