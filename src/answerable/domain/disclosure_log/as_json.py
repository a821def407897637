"""Entries as the JSON that docs/reference/cli.md promises, and back."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from answerable.domain.decisions import Outcome
from answerable.domain.disclosure_log.entries import Attachment, Entry, Link, Question, Table

JsonObject = dict[str, Any]


def entry_as_json(entry: Entry) -> JsonObject:
    """Return the entry as plain lists, dicts, strings and numbers, in the promised order."""
    return {
        "ref": entry.ref,
        "title": entry.title,
        "request": entry.request,
        "response": entry.response,
        "received_on": _day_as_json(entry.received_on),
        "answered_on": _day_as_json(entry.answered_on),
        "questions": [_question_as_json(question) for question in entry.questions],
        "outcomes": [outcome.value for outcome in entry.outcomes],
        "exemptions": list(entry.exemptions),
        "tables": [_table_as_json(table) for table in entry.tables],
        "attachments": [{"title": one.title, "text": one.text} for one in entry.attachments],
        "links": [{"text": one.text, "href": one.href, "at": one.at} for one in entry.links],
        "pages": list(entry.pages) if entry.pages else None,
    }


def entry_from_json(data: Mapping[str, Any]) -> Entry:
    """Return the entry that `entry_as_json` wrote.

    :raises KeyError: if a promised field is missing.
    :raises ValueError: if an outcome or a day is none that we know.
    """
    return Entry(
        ref=data["ref"],
        title=data["title"],
        request=data["request"],
        response=data["response"],
        questions=tuple(_question_from_json(question) for question in data["questions"]),
        received_on=_day_from_json(data["received_on"]),
        answered_on=_day_from_json(data["answered_on"]),
        outcomes=_outcomes(data["outcomes"]),
        exemptions=tuple(data["exemptions"]),
        tables=tuple(_table_from_json(table) for table in data["tables"]),
        attachments=tuple(Attachment(one["title"], one["text"]) for one in data["attachments"]),
        links=tuple(Link(one["text"], one["href"], one.get("at")) for one in data["links"]),
        pages=(data["pages"][0], data["pages"][1]) if data["pages"] else None,
    )


def _question_as_json(question: Question) -> JsonObject:
    return {
        "label": question.label,
        "printed": question.printed,
        "text": question.text,
        "answer": question.answer,
        "answered_with": list(question.answered_with),
        "outcomes": [outcome.value for outcome in question.outcomes],
        "exemptions": list(question.exemptions),
        "heading": question.heading,
    }


def _question_from_json(data: Mapping[str, Any]) -> Question:
    return Question(
        label=data["label"],
        printed=data["printed"],
        text=data["text"],
        answer=data["answer"],
        answered_with=tuple(data["answered_with"]),
        outcomes=_outcomes(data["outcomes"]),
        exemptions=tuple(data["exemptions"]),
        heading=data.get("heading"),
    )


def _table_as_json(table: Table) -> JsonObject:
    return {
        "caption": table.caption,
        "question": table.question,
        "rows": [list(row) for row in table.rows],
        "header_rows": table.header_rows,
        "at": table.at,
    }


def _table_from_json(data: Mapping[str, Any]) -> Table:
    return Table(
        rows=tuple(tuple(row) for row in data["rows"]),
        caption=data["caption"],
        question=data["question"],
        header_rows=data.get("header_rows", 1),
        at=data.get("at"),
    )


def _outcomes(words: Sequence[str]) -> tuple[Outcome, ...]:
    return tuple(Outcome(word) for word in words)


def _day_as_json(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _day_from_json(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
