"""Documents of the search index with valid defaults: a test states only what matters to it."""

import datetime as dt

from answerable.matching.documents import SearchDocument


def make_document(entry_id=1, title="Bicycles", **more):
    given = {
        "body": "OPA",
        "ref": str(7_000_000 + entry_id),
        "asked": "How many are there?",
        "told": "Seven.",
        "tables": "",
        "attached": "",
        "month": "2026-01",
        "day": dt.date(2026, 1, 31).toordinal(),
        "outcomes": ("disclosed",),
        "exemptions": (),
    }
    return SearchDocument(entry_id=entry_id, title=title, **(given | more))
