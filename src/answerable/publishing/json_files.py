"""A publication, or the rows of a search, as JSON; `schema/log.schema.json` describes the first."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from answerable import __version__
from answerable.domain.disclosure_log import MonthAnswers, PublishedEntry, entry_as_json
from answerable.publishing.passages import written_entry
from answerable.publishing.publications import (
    Publication,
    PublishedRow,
    address_of,
    address_of_file,
    moment,
)
from answerable.publishing.safe_text import writable

SCHEMA = "urn:answerable:log:1"
ROWS_SCHEMA = "urn:answerable:rows:1"


def log_as_json(publication: Publication) -> bytes:
    """Return the publication as one JSON document, a superset of what `answerable read` prints."""
    body = publication.body
    document = {
        "schema": SCHEMA,
        "generator": f"Answerable {__version__}",
        "title": publication.title,
        "language": publication.language,
        "body": {"code": body.code, "name": body.name, "contact": body.contact},
        "month": publication.month,
        "licence": publication.licence,
        "answers": _answers(publication.answers),
        "index": [writable(published.entry.title) for published in publication.entries],
        "entries": [
            _entry(published, site_address=publication.site_address)
            for published in publication.entries
        ],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def rows_as_json(rows: Iterable[PublishedRow], *, site_address: str = "") -> Iterator[bytes]:
    """Return the rows as one JSON document, a piece at a time."""
    yield f'{{"schema": "{ROWS_SCHEMA}", "rows": ['.encode()
    parted = ""
    for row in rows:
        yield f"{parted}\n{json.dumps(_row(row, site_address), ensure_ascii=False)}".encode()
        parted = ","
    yield b"\n]}\n"


def _entry(published: PublishedEntry, *, site_address: str) -> dict[str, Any]:
    source = published.source
    return {
        **entry_as_json(written_entry(published.entry)),
        "key": published.key,
        "month": published.month,
        "address": address_of(published, site_address=site_address),
        "published_at": moment(published.published_at),
        "changed_at": moment(published.changed_at),
        "version": published.version,
        "files": [
            {
                "name": one.name,
                "type": one.content_type,
                "size": one.size,
                "sha256": one.sha256,
                "address": address_of_file(published, one.name, site_address=site_address),
            }
            for one in published.files
        ],
        "notes": [
            {"version": one.version, "on": one.on.isoformat(), "text": writable(one.text)}
            for one in published.notes
        ],
        "source": {
            "name": writable(source.name),
            "sha256": source.sha256,
            "reader": source.reader,
            "pages": list(source.pages) if source.pages else None,
        },
    }


def _answers(answers: MonthAnswers | None) -> dict[str, int] | None:
    return None if answers is None else asdict(answers)


def _row(row: PublishedRow, site_address: str) -> dict[str, Any]:
    return {
        "received_on": row.received_on.isoformat() if row.received_on else None,
        "answered_on": row.answered_on.isoformat() if row.answered_on else None,
        "ref": None if row.ref is None else writable(row.ref),
        "title": writable(row.title),
        "outcomes": [str(outcome) for outcome in row.outcomes],
        "exemptions": [writable(exemption) for exemption in row.exemptions],
        "link": site_address.rstrip("/") + row.address,
        "month": row.month,
        "body": row.body.code,
        "published_at": moment(row.published_at),
        "changed_at": moment(row.changed_at),
    }
