"""A publication of GOV.UK with its list of attachments, from the JSON of its content API.

An answer is published there as a page with a title, a few words and the letter as a file.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import unquote, urlsplit

from answerable.domain.disclosure_log import Attachment, Entry, Link
from answerable.reading.documents import Coverage, NotReadable, Reading
from answerable.reading.entries import entry_of
from answerable.reading.records import Record, days_of
from answerable.reading.references import is_reference
from answerable.reading.source import Source
from answerable.reading.weblogs.records import blocks_of

PUBLICATION = "a publication of GOV.UK"
"""How a reading was made of such a page."""

_FOI = re.compile(
    r"^\s*(?:FOI|freedom of information|EIR)(?: (?:release|request|response))?s?\s*[:\u2013-]\s*",
    re.I,
)
_BRACKETED = re.compile(
    r"[\[(]\s*(?:ref(?:erence)?[.:]?\s*)?(?P<ref>[^()\[\]]{3,40})\s*[\])]\s*$", re.I
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A file that a page lists: its title, its address, and its name there."""

    title: str
    address: str
    name: str


def is_publication(data: Any) -> bool:
    """Return whether a JSON document is a page of GOV.UK's content API with a body."""
    return (
        isinstance(data, Mapping)
        and isinstance(data.get("details"), Mapping)
        and isinstance(data.get("title"), str)
        and ("base_path" in data or "content_id" in data)
    )


def publication_reading(source: Source, data: Mapping[str, Any]) -> Reading:
    """Return the reading of a publication: one entry with its files and their addresses.

    :raises NotReadable: if it is not as such files are.
    """
    try:
        entry, body = _entry(data), _publisher(data)
    except (AttributeError, TypeError, KeyError) as problem:
        raise NotReadable(
            f"{source.name} is not a page as GOV.UK's content API gives it"
        ) from problem
    return page_reading(source, entry, body=body, form="json")


def page_reading(source: Source, entry: Entry, *, body: str | None, form: str) -> Reading:
    """Return the reading of a publication's page: its one entry."""
    length = len(source.text)
    kept = min(length, len(entry.title) + len(entry.request) + len(entry.response))
    return Reading(
        source=source.name,
        sha256=source.sha256,
        format=form,
        kind="log",
        body=body,
        month=None,
        index=(),
        entries=(entry,),
        unread=(),
        repairs=source.repairs,
        coverage=Coverage(length, kept, 0, length - kept, 0),
        how=PUBLICATION,
    )


def _entry(data: Mapping[str, Any]) -> Entry:
    ref, title = heading_of(data["title"])
    details = data["details"]
    record = Record(
        start=0,
        ref=ref,
        title=title,
        days=days_of(
            published=_day(data.get("first_published_at") or data.get("public_updated_at"))
        ),
        request=blocks_of(str(data.get("description") or title)),
        response=blocks_of(str(details.get("body") or "")),
    )
    entry = entry_of(record, has_pages=False).entry
    return with_files(entry, list(attachments_of(details)))


def with_files(entry: Entry, listed: Sequence[Listed]) -> Entry:
    """Return a page's entry with the files that the page lists."""
    return replace(
        entry,
        attachments=(*entry.attachments, *(Attachment(one.title, None) for one in listed)),
        links=(*entry.links, *(Link(one.title, one.address) for one in listed if one.address)),
    )


def heading_of(title: str) -> tuple[str | None, str]:
    """Return the reference and the title of a page's heading: "FOI release: Cars (FOI2023/00042)"."""
    words = " ".join(title.split())
    found = _BRACKETED.search(words)
    ref = found["ref"].strip() if found and is_reference(found["ref"], is_labelled=True) else None
    words = words[: found.start()] if found and ref else words
    return ref, _FOI.sub("", words).strip() or " ".join(title.split())


def _publisher(data: Mapping[str, Any]) -> str | None:
    listed = (data.get("links") or {}).get("organisations") or []
    return next((str(one["title"]) for one in listed if one.get("title")), None)


def _day(said: Any) -> dt.date | None:
    try:
        return dt.datetime.fromisoformat(str(said)).date()
    except ValueError:
        return None


def attachments_of(details: Mapping[str, Any]) -> Iterator[Listed]:
    """Yield the files that a publication lists: as data, or as the HTML of older pages."""
    known: set[str] = set()
    for one in details.get("attachments") or ():
        address = str(one.get("url") or "")
        listed = Listed(
            str(one.get("title") or ""), address, str(one.get("filename") or _name(address))
        )
        known.add(address)
        yield listed
    for written in details.get("documents") or ():
        yield from (one for one in listed_in(str(written)) if one.address not in known)


def listed_in(page: str) -> Iterator[Listed]:
    """Yield the files that a page's HTML lists as attachments."""
    from lxml import html as lxml_html  # noqa: PLC0415 text is read without it
    from lxml.etree import ParserError  # noqa: PLC0415

    try:
        root = lxml_html.fragment_fromstring(page, create_parent="div")
    except (ParserError, ValueError):
        return
    seen: set[str] = set()
    for link in root.iter("a"):
        address, words = link.get("href") or "", " ".join(link.text_content().split())
        is_file = re.search(r"\.\w{2,5}$", urlsplit(address).path) is not None
        if words and is_file and not address.startswith("mailto:") and address not in seen:
            seen.add(address)
            yield Listed(words, address, _name(address))


def _name(address: str) -> str:
    return unquote(urlsplit(address).path.rpartition("/")[2])
