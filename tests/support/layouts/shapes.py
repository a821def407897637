"""Shapes that layouts of both halves are built in: label tables, stacks, wide tables, letters."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.support.layouts.content import Case
from tests.support.layouts.nodes import Grid, Item, Look, Made, heading, para
from tests.support.layouts.pieces import answered, asked, log_truth, record
from tests.support.layouts.words import BODY


@dataclass(frozen=True)
class Layout:
    """A kind of document: its name, what it is written as, and what makes its documents."""

    name: str
    formats: tuple
    made: Callable


@dataclass(frozen=True)
class Printed:
    """A case as it is printed: its reference, title, request, response, and the truth of it."""

    case: Case
    ref: str | None
    title: str
    request: list
    response: list
    truth: dict


PAGES = ("html", "docx", "tagged", "untagged")
TEXTS = (*PAGES, "md")
SHEETS = (*PAGES, "xlsx", "csv")


def printed(all_cases, way, ref=None, *, is_interleaved=False):
    """Return each case as printed; `ref` makes its reference, or it has none.

    Interleaved, the request prints only what leads to the questions; they stand with their answers.
    """
    found = []
    for case in all_cases:
        request = [para(case.intro)] if is_interleaved else asked(case, way)
        response = answered(case, way)
        name = ref(case) if ref else None
        truth = record(case, way, ref=name, title=case.title, request=request, response=response)
        found.append(Printed(case, name, case.title, request, response, truth))
    return found


def log(entries, front, body, *, look=None, index=False, titles=True):
    """Return the documents of a log: front matter, its index if it has one, and its entries."""
    truths = [entry.truth for entry in entries]
    listed = [entry.title for entry in entries] if index else []
    bullets = [
        Item("•", (para(title).spans), (number,), ("•",), "index")
        for number, title in enumerate(listed, start=1)
    ]
    parts = (*front, *bullets, *body)
    return [Made(parts, log_truth(truths, index=listed, titles=titles), look or Look())]


def label_grid(pairs, *, widths=(1, 3), is_ruled=True, is_bold=True):
    """Return a table of a record: its labels left, what they name right."""
    rows = tuple(((para(label, bold=is_bold),), tuple(parts)) for label, parts in pairs)
    return Grid(rows, widths=widths, is_ruled=is_ruled)


def day(date):
    """Return a date in words: "3 May 2021"."""
    return f"{date.day} {date:%B %Y}"


def letter(entry, body, *, ref_line, subject="", look=None, greeting="Dear Applicant"):
    """Return a letter: head, reference, greeting, subject, its body, and how it closes."""
    case = entry.case
    parts = (
        para(BODY, bold=True),
        para("Estwick House, Mill Lane, Harrowmere"),
        para(ref_line.format(ref=entry.ref)),
        para(day(case.answered_on)),
        para(greeting),
        *([para(subject.format(title=entry.title), bold=True)] if subject else []),
        *body,
        para("Yours sincerely"),
        para("Information Rights Officer"),
    )
    truth = log_truth([entry.truth], titles=bool(subject))
    return Made(parts, truth, look or Look())


RIGHTS = (
    heading(3, "Your right of review"),
    para(
        "If you are not content with how we handled this, write to us within 40 working days and ask for an "
        "internal review. Should you still be dissatisfied you may turn to the Information Commissioner."
    ),
)
