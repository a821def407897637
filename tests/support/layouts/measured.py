"""What is read of each layout in each format, against its truth."""

import copy
from dataclasses import dataclass

from answerable.reading import NotReadable, read_bytes, reading_as_json
from tests.support.layouts import (
    later_bodies,
    later_letters,
    later_letters_long,
    later_letters_short,
    later_logs,
    later_pages,
    later_tables,
    met_bodies,
    met_columns,
    met_desks,
    met_inboxes,
    met_later,
    met_letters,
    met_logs,
    met_notices,
    met_offices,
    met_papers,
    met_releases,
    met_services,
    met_sheets,
    met_turns,
    once_unseen,
    once_unseen_bodies,
    once_unseen_forms,
    once_unseen_letters,
    once_unseen_pages,
    once_unseen_tables,
    seen,
    seen_letters,
    seen_logs,
    unseen_columns,
    unseen_inboxes,
    unseen_ledgers,
    unseen_letters,
    unseen_offices,
    unseen_registers,
)
from tests.support.layouts.as_html import html
from tests.support.layouts.as_mail import mail
from tests.support.layouts.as_open_document import open_text
from tests.support.layouts.as_pdf import tagged, untagged
from tests.support.layouts.as_sheet import commas, excel
from tests.support.layouts.as_text import markdown, plain_text
from tests.support.layouts.as_word import word
from tests.support.log_scores import FIELDS, Figure, scores

HALVES = {
    "seen": (
        *seen.LAYOUTS,
        *once_unseen.LAYOUTS,
        *seen_logs.LAYOUTS,
        *seen_letters.LAYOUTS,
        *once_unseen_tables.LAYOUTS,
        *once_unseen_pages.LAYOUTS,
        *once_unseen_letters.LAYOUTS,
        *later_tables.LAYOUTS,
        *later_pages.LAYOUTS,
        *later_letters.LAYOUTS,
        *later_letters_short.LAYOUTS,
        *later_logs.LAYOUTS,
        *later_bodies.LAYOUTS,
        *later_letters_long.LAYOUTS,
        *once_unseen_forms.LAYOUTS,
        *met_logs.LAYOUTS,
        *met_letters.LAYOUTS,
        *met_later.LAYOUTS,
        *once_unseen_bodies.LAYOUTS,
        *met_offices.LAYOUTS,
        *met_services.LAYOUTS,
        *met_bodies.LAYOUTS,
        *met_desks.LAYOUTS,
        *met_inboxes.LAYOUTS,
        *met_releases.LAYOUTS,
        *met_notices.LAYOUTS,
        *met_columns.LAYOUTS,
        *met_papers.LAYOUTS,
        *met_sheets.LAYOUTS,
        *met_turns.LAYOUTS,
    ),
    "unseen": (
        *unseen_letters.LAYOUTS,
        *unseen_offices.LAYOUTS,
        *unseen_inboxes.LAYOUTS,
        *unseen_registers.LAYOUTS,
        *unseen_columns.LAYOUTS,
        *unseen_ledgers.LAYOUTS,
    ),
}
SHOWN = ("refs", "titles", "items", "answers", "decisions", "tables", "links", "words")
_ENDINGS = {"tagged": "pdf", "untagged": "pdf"}
_BARE = ("txt", "eml", "xlsx", "csv")
_NOT_THERE = "∅"


@dataclass
class Measured:
    """The figures of a layout in a format, and why it was refused, if it was.

    `silently_empty` counts the documents in which nothing was read, `silently_short` those in which records are
    missing, and no gate says so.
    """

    figures: dict
    silently_empty: int = 0
    silently_short: int = 0
    refused: str = ""

    def share(self, name):
        """Return the F1 of a field, for what is words its recall; None where the truth asks for nothing."""
        figure = self.figures[name]
        if not figure.true:
            return None
        return figure.recall if name in ("words", "decisions", "refs", "titles") else figure.f1


def _without_targets(truth):
    """Return the truth of text, mail and spreadsheets: they print no link's target."""
    records = [{**record, "links": []} for record in truth["records"]]
    return {**truth, "records": records}


def written(layout):
    """Yield each format of a layout with its documents: bytes and truth.

    Of letters only the first is a PDF: each takes a process, and half a second, to read.
    """
    made = layout.made()
    papers = [tagged(made[0])] if {"tagged", "untagged"} & {*layout.formats} else []
    writers = {
        "html": lambda: [html(one).encode() for one in made],
        "docx": lambda: [word(one) for one in made],
        "odt": lambda: [open_text(one) for one in made],
        "md": lambda: [markdown(one).encode() for one in made],
        "txt": lambda: [plain_text(one).encode() for one in made],
        "eml": lambda: [mail(one) for one in made],
        "xlsx": lambda: [excel(one) for one in made],
        "csv": lambda: [commas(one).encode() for one in made],
        "tagged": lambda: papers,
        "untagged": lambda: [untagged(paper) for paper in papers],
    }
    for form in layout.formats:
        truths = [_without_targets(one.truth) if form in _BARE else one.truth for one in made]
        yield form, list(zip(writers[form](), truths, strict=False))


def measured(layout, form, documents):
    """Return the figures of a layout's documents in one format."""
    found = Measured({name: Figure() for name in FIELDS})
    for data, truth in documents:
        reading = _reading(data, f"{layout.name}.{_ENDINGS.get(form, form)}", found)
        if not any(gate["holds"] is False for gate in reading["gates"]):
            found.silently_empty += not reading["entries"]
            found.silently_short += 0 < len(reading["entries"]) < len(truth["records"])
        fair, is_asked = _fair(reading, truth)
        for name, figure in scores(reading, fair).items():
            if name in is_asked:
                _add(found.figures[name], figure)
    return found


def _reading(data, name, found):
    try:
        reading = reading_as_json(read_bytes(data, name=name))
    except NotReadable as refusal:
        found.refused = str(refusal)
        return {"entries": [], "index": [], "gates": [{"holds": False}]}
    return reading


def _fair(reading, truth):
    """Return the truth without what its pages do not print, and the fields to count.

    A title that is not printed is whatever was read; the heading of a block may be a question's or not;
    a reference is what `also` has, too: with the word before it, if that is printed beside it.
    """
    fair = copy.deepcopy(truth)
    fields = {*FIELDS} - ({"titles"} if not truth["titles"] else set())
    fields -= {"index"} if not truth["index"] else set()
    is_each = len(reading["entries"]) == len(fair["records"])
    for place, record in enumerate(fair["records"]):
        names = (record["ref"], *record.get("also", ()))
        entry = next((one for one in reading["entries"] if one["ref"] in names), None)
        if record["ref"] is None and not record["title"] and is_each:
            # What has neither number nor title is told by its place alone.
            entry = reading["entries"][place]
        elif entry:
            record["ref"] = entry["ref"]
        if not truth["titles"] or not record["title"]:
            record["title"] = entry["title"] if entry else _NOT_THERE
        heads = {
            question["label"].split(".")[0].lower(): question["heading"]
            for question in (entry or {"questions": []})["questions"]
            if question["label"] and question["heading"]
        }
        record["items"] += [
            {"id": name, "text": heads[name]} for name in record["blocks"] if name in heads
        ]
    return fair, fields


def _add(total, figure):
    total.true += figure.true
    total.read += figure.read
    total.right += figure.right
    total.wrong += figure.wrong


def averages(rows):
    """Return the average share of each field over measured layouts, where its truth asks for something."""
    found = {}
    for name in SHOWN:
        shares = [share for row in rows if (share := row.share(name)) is not None]
        found[name] = sum(shares) / len(shares) if shares else None
    return found
