"""A publication of GOV.UK from its saved page, and the letters that lie beside a publication.

The page gives the title, the day and the addresses; the letters give the questions and the answers.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from answerable.domain.disclosure_log import Entry
from answerable.reading.days import day_in
from answerable.reading.documents import Reading
from answerable.reading.entries import entry_of
from answerable.reading.records import Record, days_of
from answerable.reading.source import Source
from answerable.reading.weblogs.govuk import (
    Listed,
    attachments_of,
    heading_of,
    is_publication,
    listed_in,
    page_reading,
    with_files,
)
from answerable.reading.weblogs.records import blocks_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LISTS = re.compile(
    r"class=[\"'][^\"']*\b(?:gem-c-attachment|attachment embedded|attachment-details)\b"
)
_PUBLISHED = re.compile(r"\b(?:Published|First published)\b\W{0,40}(?P<day>\d{1,2} \w+ \d{4})")
_ATTACHED = (
    "(contains(@class, 'gem-c-attachment') or contains(concat(' ', @class, ' '), ' attachment '))"
)


def saved_page_reading(source: Source) -> Reading | None:
    """Return the reading of a saved page that lists attachments: one entry; None if a text is none."""
    if not _LISTS.search(source.text):
        return None
    from lxml import html as lxml_html  # noqa: PLC0415 text is read without it

    root = lxml_html.document_fromstring(source.text)
    heads = [" ".join(one.text_content().split()) for one in root.iter("h1")]
    listed = _listed(root)
    if not heads or not listed:
        return None
    ref, title = heading_of(heads[0])
    published = _PUBLISHED.search(" ".join(root.text_content().split()))
    record = Record(
        start=0,
        ref=ref,
        title=title,
        days=days_of(published=day_in(published["day"]) if published else None),
        request=blocks_of(_lead(root) or title),
        response=blocks_of("".join(_body(root))),
    )
    entry = with_files(entry_of(record, has_pages=False).entry, listed)
    return page_reading(source, entry, body=_publisher(root), form="html")


def _listed(root: "HtmlElement") -> list[Listed]:
    from lxml import html as lxml_html  # noqa: PLC0415

    parts = root.xpath(f"//*[{_ATTACHED}]")
    found = [
        one for part in parts for one in listed_in(lxml_html.tostring(part, encoding="unicode"))
    ]
    return list({one.address: one for one in reversed(found)}.values())[::-1]


def _lead(root: "HtmlElement") -> str:
    leads = root.xpath("//*[contains(@class, 'lead-paragraph')] | //meta[@name='description']")
    words = (one.get("content") or one.text_content() for one in leads)
    return next((" ".join(one.split()) for one in words if one.strip()), "")


def _body(root: "HtmlElement") -> Iterable[str]:
    """Yield the HTML of the page's own words: what stands in its body, and in no attachment."""
    from lxml import html as lxml_html  # noqa: PLC0415

    for part in root.xpath(f"//*[contains(@class, 'govspeak')][not(ancestor::*[{_ATTACHED}])]"):
        yield lxml_html.tostring(part, encoding="unicode", with_tail=False)


def _publisher(root: "HtmlElement") -> str | None:
    links = root.xpath("//a[contains(@href, '/government/organisations/')]")
    return next((" ".join(one.text_content().split()) for one in links), None)


def files_beside(source: Source, folder: Path) -> list[Path]:
    """Return the files in a folder that a publication lists, in the order of its list."""
    if source.text.lstrip().startswith("{"):
        data = json.loads(source.text)
        listed = list(attachments_of(data["details"])) if is_publication(data) else []
    else:
        listed = list(listed_in(source.text))
    names = [one.name for one in listed if one.name and "/" not in one.name]
    return [folder / name for name in dict.fromkeys(names) if (folder / name).is_file()]


def with_letters(reading: Reading, letters: Iterable[Reading]) -> Reading:
    """Return a publication's reading with what the letters that it lists say.

    The page's title and day stay; the letter gives the request, the questions and the answers. A page with
    several letters has an entry for each.
    """
    page = reading.entries[0]
    found = [_beside(page, entry) for letter in letters for entry in letter.entries]
    return replace(reading, entries=tuple(found)) if found else reading


def _beside(page: Entry, letter: Entry) -> Entry:
    return replace(
        letter,
        ref=letter.ref or page.ref,
        title=page.title,
        answered_on=letter.answered_on or page.answered_on,
        attachments=(*letter.attachments, *page.attachments),
        links=(*letter.links, *page.links),
    )
