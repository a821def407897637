"""Entries, readings and bodies with valid defaults: a test states only what matters to it."""

import datetime as dt
import hashlib

from answerable.actions.archive import import_reading
from answerable.domain.decisions import Outcome
from answerable.domain.disclosure_log import Body, Entry, Question
from answerable.reading import Coverage, Reading

AT = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)
OPA = Body("OPA", "Office for Public Answers", "foi@opa.example", "")
OTHER = Body("NCC", "Northshire County Council", None, "ncc")


def make_question(label="1", text="How many bicycles do you have?", answer="Seven.", **more):
    more.setdefault("outcomes", (Outcome.DISCLOSED,))
    return Question(
        label=label, printed=more.pop("printed", f"{label}."), text=text, answer=answer, **more
    )


def make_entry(ref="7000001", title="Bicycles", **more):
    questions = more.pop("questions", (make_question(),))
    more.setdefault("request", "\n\n".join(f"{one.printed} {one.text}" for one in questions))
    more.setdefault("response", "\n\n".join(one.answer or "" for one in questions))
    more.setdefault("outcomes", tuple(dict.fromkeys(o for one in questions for o in one.outcomes)))
    more.setdefault(
        "exemptions", tuple(dict.fromkeys(e for one in questions for e in one.exemptions))
    )
    return Entry(ref=ref, title=title, questions=tuple(questions), **more)


def make_reading(*entries, name="log.txt", month="2026-01", **more):
    entries = entries or (make_entry(),)
    said = repr((entries, name, month, sorted(more.items())))
    return Reading(
        source=name,
        sha256=hashlib.sha256(said.encode()).hexdigest(),
        format="text",
        kind="log",
        body=None,
        month=month,
        index=more.pop("index", tuple(entry.title for entry in entries)),
        entries=tuple(entries),
        unread=more.pop("unread", ()),
        repairs=(),
        coverage=Coverage(100, 90, 5, 5, 0),
    )


def keep(*entries, body=OPA, at=AT, **more):
    """Import entries as one log, and return the report."""
    return import_reading(
        make_reading(*entries, **more), body=body, month=None, by="an officer", at=at
    )
