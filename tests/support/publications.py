"""Publications for tests: of given entries, and of the sample log."""

import datetime as dt
from functools import cache
from importlib.resources import files
from pathlib import Path

from answerable.domain.disclosure_log import Body, PublishedEntry, Source, entry_key
from answerable.publishing import Publication
from answerable.reading import read_file

BODY = Body(
    code="IOCS", name="Independent Office for Complaint Standards", contact="foi@iocs.example"
)
PUBLISHED_AT = dt.datetime(2021, 12, 1, 9, 30, tzinfo=dt.UTC)
SITE = "https://foi.iocs.example"


def published(entry, *, key=None, month="2021-11"):
    return PublishedEntry(
        entry=entry,
        body=BODY,
        key=key or entry_key(entry.ref, entry.title),
        month=month,
        published_at=PUBLISHED_AT,
        changed_at=PUBLISHED_AT + dt.timedelta(days=1),
        version=2,
        source=Source("log.pdf", "0" * 64, "1", (1, 3)),
    )


def publication_of(*entries, title="FOI disclosures, November 2021"):
    keyed = [published(entry, key=f"entry-{n}") for n, entry in enumerate(entries, start=1)]
    return Publication(title, BODY, "2021-11", tuple(keyed), SITE)


@cache
def sample_publication():
    folder = Path(str(files("answerable.cli").joinpath("sample")))
    reading = read_file(folder / "log-2021-11.md")
    entries = tuple(published(entry) for entry in reading.entries)
    return Publication("FOI disclosures, November 2021", BODY, "2021-11", entries, SITE)
