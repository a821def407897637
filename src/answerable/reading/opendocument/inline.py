"""The words of a paragraph of OpenDocument as runs, and what stands beside the words."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from answerable.reading.blocks import Run
from answerable.reading.opendocument.elements import (
    TEXT,
    XLINK,
    Element,
    is_silent,
    name_of,
    sign_of,
    words_of,
)
from answerable.reading.opendocument.styles import Marks, Styles
from answerable.reading.writing import Line

_HIDDEN = ("hidden-text", "hidden-paragraph")
_NOWHERE = ("bookmark", "bookmark-start", "bookmark-end", "change", "change-start", "change-end")


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside the words of a paragraph: a frame, or a note with the mark that refers to it."""

    element: Element
    mark: str = ""


@dataclass(slots=True)
class Paragraph:
    """A paragraph while it is read: its lines, and what stands beside them."""

    lines: list[Line] = field(default_factory=lambda: [[]])
    beside: list[Beside] = field(default_factory=list)

    @property
    def has_words(self) -> bool:
        """Return whether anything is printed in it."""
        return any(run.text.strip() for line in self.lines for run in line)


@dataclass(slots=True)
class Inline:
    """Reads the paragraphs of one document; `hidden` counts the stretches that are not printed."""

    styles: Styles
    hidden: int = 0

    def paragraph(self, element: Element) -> Paragraph:
        """Return a paragraph's lines, and what stands beside them."""
        found = Paragraph()
        marks = self.styles.marks("paragraph", element.get(f"{TEXT}style-name"), Marks())
        # A heading is bold by its style: only its words' own styles say anything.
        around = replace(marks, bold=False) if name_of(element) == "h" else marks
        self._read(element, found, around, Run(""))
        return found

    def _read(self, element: Element, found: Paragraph, marks: Marks, link: Run) -> None:
        self._add(found, element.text, marks, link)
        for one in element:
            self._child(one, found, marks, link)
            self._add(found, one.tail, marks, link)

    def _child(self, one: Element, found: Paragraph, marks: Marks, link: Run) -> None:
        name = name_of(one)
        if name == "line-break":
            found.lines.append([])
        elif name == "span":
            inner = self.styles.marks("text", one.get(f"{TEXT}style-name"), marks)
            self._read(one, found, inner, link)
        elif name == "a":
            self._read(one, found, marks, Run("", link=True, href=_target(one)))
        elif name == "note":
            mark = f"[{_citation(one)}]"
            self._add(found, mark, marks, link)
            found.beside.append(Beside(one, mark))
        elif name == "frame":
            found.beside.append(Beside(one))
        elif name in _HIDDEN:
            self.hidden += 1
        elif not is_silent(one) and name not in _NOWHERE:
            self._add(found, sign_of(one), marks, link)
            self._read(one, found, marks, link)

    def _add(self, found: Paragraph, text: str | None, marks: Marks, link: Run) -> None:
        if not text:
            return
        if marks.hidden:
            self.hidden += bool(text.strip())
            return
        found.lines[-1].append(replace(link, text=text, italic=marks.italic, bold=marks.bold))


def _target(link: Element) -> str | None:
    href: str = link.get(f"{XLINK}href") or ""
    return href or None


def _citation(note: Element) -> str:
    found = note.find(f"{TEXT}note-citation")
    return words_of(found).strip() if found is not None else ""


def frames_in(frame: Element) -> Iterator[Element]:
    """Yield what a frame shows: of several forms of the same, the first."""
    yield from (one for one in frame if name_of(one) in ("text-box", "image", "object"))
