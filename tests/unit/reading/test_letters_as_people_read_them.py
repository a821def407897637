"""Letters of all kinds of bodies are read as a person reads them: reference, title, questions, answers, sections."""

import html
import re
import textwrap

import pytest

from answerable.reading import read_bytes
from tests.unit.reading import (
    letters_of_all_kinds,
    letters_of_forces,
    letters_of_more,
    letters_of_offices,
    letters_of_others,
    letters_of_quotes,
    letters_of_styles,
)

LETTERS = (
    letters_of_forces.LETTERS
    | letters_of_offices.LETTERS
    | letters_of_others.LETTERS
    | letters_of_more.LETTERS
    | letters_of_all_kinds.LETTERS
    | letters_of_styles.LETTERS
    | letters_of_quotes.LETTERS
)
_BOLD, _ITALIC = re.compile(r"\*(.+?)\*"), re.compile(r"(?<!\w)_(.+?)_(?!\w)")
_MAIL = (
    "From: foi@body.example\nTo: requester@mail.example\nSubject: Your request\n"
    "Date: Mon, 04 Jul 2022 10:00:00 +0100\nMessage-ID: <1@body.example>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n"
)


def _page(text):
    """Return a letter as HTML: a paragraph for each line, a table for lines between bars."""
    if text.startswith("<"):
        return text
    parts = []
    for line in filter(None, text.splitlines()):
        words = _ITALIC.sub(r"<i>\1</i>", _BOLD.sub(r"<b>\1</b>", html.escape(line, quote=False)))
        if line.startswith("|"):
            cells = "".join(f"<td>{cell.strip()}</td>" for cell in words.strip("|").split("|"))
            parts.append(f"<tr>{cells}</tr>")
        elif line.startswith("- "):
            parts.append(f"<li>{words[2:]}</li>")
        else:
            parts.append(f"<p>{words}</p>")
    page = re.sub(
        r"(?:<li>.*</li>\n?)+", lambda items: f"<ul>{items.group()}</ul>", "\n".join(parts)
    )
    return re.sub(r"(?:<tr>.*</tr>\n?)+", lambda rows: f"<table>{rows.group()}</table>", page)


def _quoted_page(text):
    """Return a mail as HTML, with what it quotes in blocks of quotation; nothing where it quotes nothing."""
    if not re.search(r"^>", text, re.MULTILINE):
        return ""
    page = re.sub(r"<p>&gt; ?(.*?)</p>", r"<blockquote><p>\1</p></blockquote>", _page(text))
    return page.replace("</blockquote>\n<blockquote>", "\n").replace("<p></p>", "")


def _plain(text):
    """Return a letter as a text file has it, or nothing where its styles or its tables tell what is what."""
    return "" if re.search(r"^[|<]|^_", text, re.MULTILINE) else _BOLD.sub(r"\1", text)


def _wrapped(text):
    """Return a letter as a text file whose lines are cut to a width."""
    marked = ("> ", ">")
    return "\n".join(
        textwrap.fill(
            line,
            72,
            break_long_words=False,
            break_on_hyphens=False,
            subsequent_indent=line[:2] if line.startswith(marked) else "",
        )
        for line in _plain(text).splitlines()
    )


def _mail(text):
    return _MAIL + _wrapped(text) if _plain(text) else ""


WRITERS = {
    "html": _page,
    "quotes.html": _quoted_page,
    "txt": _plain,
    "lines.txt": _wrapped,
    "eml": _mail,
}
FORMS = [
    (name, form)
    for name, (text, *_) in LETTERS.items()
    for form, writer in WRITERS.items()
    if writer(text)
]


@pytest.mark.parametrize(("name", "form"), FORMS)
def test_a_letter_is_read_as_a_person_reads_it(name, form):
    text, ref, title, questions = LETTERS[name]

    reading = read_bytes(WRITERS[form](text).encode(), name=f"letter.{form}")

    (entry,) = reading.entries
    found = {one.label: (one.text, one.answer, one.exemptions) for one in entry.questions}
    assert (reading.kind, entry.ref, entry.title) == ("letter", ref, title or entry.title)
    assert [*found] == [*questions]
    assert found == {
        label: tuple(
            is_so if wanted is ... else wanted
            for wanted, is_so in zip(questions[label], found[label], strict=True)
        )
        for label in questions
    }
    assert all(answer for _, answer, _ in found.values())
