"""A letter that asks, read as one request with its questions, none of them answered yet."""

import re
from collections.abc import Sequence

from answerable.domain.decisions import Outcome
from answerable.domain.disclosure_log import Entry, Question
from answerable.domain.questions import AskedQuestion, leading_label, split_questions
from answerable.reading.blocks import Block, Kind

_SUBJECT = re.compile(
    r"^\W{0,4}(?:subject|re|title|pwnc)\W{0,3}:\W{0,3}(?P<words>\S.*)$", re.I | re.M
)
_LONGEST_TITLE = 80


def request_of(text: str) -> Entry | None:
    """Return what a letter asks, as an entry without reference and answer; None if it is empty."""
    questions = tuple(map(_question, split_questions(text).questions))
    if not questions:
        return None
    return Entry(
        ref=None,
        title=_title(text, questions),
        request=text.strip(),
        response="",
        questions=questions,
        outcomes=(Outcome.UNANSWERED,),
    )


def text_of(blocks: Sequence[Block]) -> str:
    """Return the paragraphs and items of a document as a letter in plain text.

    What frames its pages, and what stands aside, is left out.
    """
    lines = []
    for block in blocks:
        if block.kind in (Kind.PICTURE, Kind.BREAK) or block.aside:
            continue
        words = "\n".join("\t".join(row) for row in block.rows) or block.text
        is_bullet = block.kind is Kind.ITEM and leading_label(block.text) is None
        lines.append(f"• {words}" if is_bullet else words)
    return "\n\n".join(lines)


def _question(asked: AskedQuestion) -> Question:
    periods = f" {', '.join(asked.periods)}" if asked.periods else ""
    return Question(
        label=asked.label,
        printed=asked.printed,
        text=f"{asked.text}{periods}",
        outcomes=(Outcome.UNANSWERED,),
        heading=asked.heading,
    )


def _title(text: str, questions: Sequence[Question]) -> str:
    subject = _SUBJECT.search(text[:20_000])
    words = " ".join((subject["words"] if subject else questions[0].text).split())
    return words if len(words) <= _LONGEST_TITLE else f"{words[: _LONGEST_TITLE - 1].rstrip()}…"
