"""The texts of an entry, each under the name of its field; and what follows from them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from answerable.domain.disclosure_log.entries import Entry, Question, Table

Change = Callable[[str, str], str]
"""What becomes of a text, given the name of its field: "title", "question 2a", "answer 2a"."""
BREAK = "\n\n"


@dataclass(frozen=True, slots=True)
class Text:
    """A text of an entry, and the name of its field."""

    field: str
    words: str


def with_texts(entry: Entry, change: Change) -> Entry:
    """Return an entry with each of its texts changed: all that people wrote, and nothing else.

    The whole request and the whole response are made of the others, and follow them.
    """
    return composed(
        replace(
            entry,
            title=change("title", entry.title),
            questions=tuple(_question(one, change) for one in entry.questions),
            tables=tuple(
                _table(place, one, change) for place, one in enumerate(entry.tables, start=1)
            ),
            attachments=tuple(
                replace(one, title=change(f"file {place}", one.title))
                for place, one in enumerate(entry.attachments, start=1)
            ),
        )
    )


def texts_of(entry: Entry) -> tuple[Text, ...]:
    """Return the texts of an entry, in their order."""
    found: list[Text] = []

    def noted(field: str, words: str) -> str:
        found.append(Text(field, words))
        return words

    with_texts(entry, noted)
    return tuple(found)


def composed(entry: Entry) -> Entry:
    """Return an entry whose request, response, outcomes and exemptions are those of its questions.

    An answer that several questions share stands once in the response.
    """
    questions = tuple(
        replace(one, answered_with=_shared(one, entry.questions)) for one in entry.questions
    )
    return replace(
        entry,
        questions=questions,
        request=BREAK.join(_asked(questions)),
        response=BREAK.join(_told(questions)),
        outcomes=tuple(dict.fromkeys(each for one in questions for each in one.outcomes)),
        exemptions=tuple(dict.fromkeys(each for one in questions for each in one.exemptions)),
    )


def _question(one: Question, change: Change) -> Question:
    name = one.label or "1"
    return replace(
        one,
        text=change(f"question {name}", one.text),
        heading=change(f"heading {name}", one.heading) if one.heading else None,
        answer=change(f"answer {name}", one.answer) if one.answer else None,
    )


def _table(place: int, one: Table, change: Change) -> Table:
    return replace(
        one,
        caption=change(f"caption of table {place}", one.caption) if one.caption else None,
        rows=tuple(tuple(change(f"table {place}", cell) for cell in row) for row in one.rows),
    )


def _shared(one: Question, questions: tuple[Question, ...]) -> tuple[str, ...]:
    if not one.answer or one.label is None:
        return ()
    return tuple(
        other.label
        for other in questions
        if other.label and other.label != one.label and other.answer == one.answer
    )


def _asked(questions: tuple[Question, ...]) -> Iterator[str]:
    heading = None
    for one in questions:
        if one.heading and one.heading != heading:
            yield one.heading
        heading = one.heading
        yield f"{one.printed} {one.text}" if one.printed else one.text


def _told(questions: tuple[Question, ...]) -> Iterator[str]:
    said: set[str] = set()
    for one in questions:
        if not one.answer or one.answer in said:
            continue
        said.add(one.answer)
        yield f"{one.printed} {one.answer}" if one.printed else one.answer
