"""A request as one page that people read, beside the files that it names: no script, nothing from elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from answerable.publishing.case_folder.folder import Folder, FolderFile
from answerable.publishing.safe_text import writable

INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class Item:
    """Something of a section: its heading, its words, and the files that belong to it, by their paths."""

    heading: str
    text: str = ""
    paths: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page; one without items says that there is nothing."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class WholeCase:
    """A request with everything of it, as it is handed on."""

    title: str
    about: str
    sections: tuple[Section, ...]
    files: tuple[FolderFile, ...]


def whole_folder(case: WholeCase) -> Folder:
    """Return a request as a folder: its page, and the files that the page names."""
    page = FolderFile(INDEX, "".join(_page(case)).encode())
    return Folder((page, *case.files))


def _page(case: WholeCase) -> Iterator[str]:
    title = _plain(case.title)
    yield (
        f'<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f"</head>\n<body>\n<h1>{title}</h1>\n<p>{_plain(case.about)}</p>\n<nav>\n<ul>\n"
    )
    for number, section in enumerate(case.sections, start=1):
        yield f'<li><a href="#part-{number}">{_plain(section.title)}</a></li>\n'
    yield "</ul>\n</nav>\n<main>\n"
    for number, section in enumerate(case.sections, start=1):
        yield f'<h2 id="part-{number}">{_plain(section.title)}</h2>\n'
        if not section.items:
            yield "<p>There is nothing.</p>\n"
        for item in section.items:
            yield from _item(item)
    yield "</main>\n</body>\n</html>\n"


def _item(item: Item) -> Iterator[str]:
    yield f"<h3>{_plain(item.heading)}</h3>\n"
    if item.text:
        yield f"<pre>{_plain(item.text)}</pre>\n"
    if item.paths:
        yield "<ul>\n"
        for path in item.paths:
            yield f'<li><a href="{escape(quote(path))}">{_plain(path)}</a></li>\n'
        yield "</ul>\n"


def _plain(text: str) -> str:
    return escape(writable(text))
