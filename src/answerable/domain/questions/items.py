"""Paragraphs and items of a letter: what is printed in front of each, and where each ends."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from answerable.domain.questions.asking import asks, is_aside, is_formula, is_subject, sentences
from answerable.domain.questions.frames import Line
from answerable.domain.questions.labels import PrintedLabel, inline_labels, leading_label
from answerable.domain.questions.marks import Mark, mark_of, marks_of
from answerable.domain.questions.numbering import Bullet
from answerable.domain.questions.periods import begins_with_month, is_period


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph or an item: its mark, if it has one, its words, and where they stand."""

    mark: Mark | None
    printed: str | None
    text: str
    start: int
    end: int


@dataclass(slots=True)
class _Open:
    """A part that may go on: its lines so far."""

    part: Part
    lines: list[str] = field(default_factory=list)
    end: int = 0

    def closed(self) -> Part:
        return replace(self.part, text=" ".join(filter(None, self.lines)), end=self.end)


# "**1. How many?**", "**1.** How many?"
_BOLD = re.compile(r"(?P<stars>\*\*|__)(?P<inside>\(?[\w.]{1,12}[.):].*?)(?P=stars)(?P<rest>.*)$")
_LONGEST_SCRAP = 3
_LONGEST_TITLE = 6
_JOINT = re.compile(r"\s*[;,]?(?:\s(?:and|or|and/or))?\s*$")


def parts_of(lines: Sequence[Line]) -> list[Part]:
    """Return the paragraphs and items of a letter, in their order."""
    return _under_titles([piece for part in _parts(lines) for piece in _pieces(part)])


def _is_apart(last: str, words: str) -> bool:
    """Return whether a line begins a paragraph though no empty line is in front of it.

    "This is a request under the Act.", and below it "the number of dogs"; "Bob", and "Number of dogs".
    """
    is_ended = last.endswith((".", "!", "?"))
    asks_anew = words[:1].isupper() and asks(words) and not last.endswith((",", ":", "-"))
    return (
        is_subject(last)
        or (is_ended and (is_formula(last) or is_aside(last)))
        or (asks_anew and not is_ended)
        or (asks(words) and _is_scrap(last))
    )


def _is_scrap(text: str) -> bool:
    """Return whether a line is a name or a title, and no sentence that a line end broke."""
    return len(text.split()) <= _LONGEST_SCRAP and text[-1:].isalnum() and not asks(text)


def _under_titles(parts: list[Part]) -> list[Part]:
    """Return the parts with each item joined to its paragraph, if every item is only a title.

    "1. Staffing", an empty line, "How many staff?", an empty line, "2. Cost", …
    """
    titles = [place for place, part in enumerate(parts) if part.mark is not None]
    behind = [parts[place + 1] if place + 1 < len(parts) else None for place in titles]
    if not titles[1:] or not all(
        _is_title(parts[place].text) and one is not None and one.mark is None
        for place, one in zip(titles, behind, strict=True)
    ):
        return parts
    joined = {
        id(one): replace(parts[place], text=f"{parts[place].text} {one.text}", end=one.end)
        for place, one in zip(titles, behind, strict=True)
        if one is not None
    }
    return [joined.get(id(part), part) for part in parts if part.mark is None]


def _is_title(text: str) -> bool:
    return len(text.split()) <= _LONGEST_TITLE and text[-1:].isalnum() and not asks(text)


def _parts(lines: Sequence[Line]) -> Iterator[Part]:
    """Yield paragraphs and items; a line without a mark goes on with the one before it."""
    marks = marks_of(line.text for line in lines)
    open_part: _Open | None = None
    is_behind_blank = False
    for line in lines:
        if not line.text.strip():
            is_behind_blank = True
            continue
        words = _plain(line.text)
        mark, printed, lead = mark_of(words, marks)
        if open_part is not None and _goes_on(
            open_part, words, mark=mark, is_behind_blank=is_behind_blank
        ):
            mark, lead = None, 0
        elif open_part is not None:
            yield open_part.closed()
            open_part = None
        if open_part is None:
            open_part = _Open(Part(mark, printed, "", line.start, line.end))
        open_part.lines.append(words[lead:].strip())
        open_part.end = line.end
        is_behind_blank = False
    if open_part is not None:
        yield open_part.closed()


def _plain(text: str) -> str:
    bold = _BOLD.match(text)
    return bold["inside"] + bold["rest"] if bold else text


def _goes_on(before: _Open, words: str, *, mark: Mark | None, is_behind_blank: bool) -> bool:
    """Return whether a line goes on with the part before it."""
    last = before.lines[-1]
    if mark is not None:
        # "between 1 April 2019 and⏎31. March 2020": a date that a line broke, and no item.
        return (
            isinstance(mark, PrintedLabel)
            and not is_behind_blank
            and not last.endswith((".", "?", "!", ":", ";"))
            and bool(last)
            and begins_with_month(words[mark.end :])
        )
    if before.part.mark is not None and not last:
        return True
    if is_behind_blank:
        is_ended = last.endswith((".", "?", "!", ":"))
        return words[:1].islower() and not (asks(words) and (is_ended or _is_scrap(last)))
    if before.part.mark is None and _is_apart(last, words):
        return False
    # A heading behind a list of years begins something else.
    return not (
        before.part.mark is not None
        and is_period(last)
        and words.endswith(":")
        and words[:1].isupper()
    )


def _pieces(part: Part) -> Iterator[Part]:
    """Yield an item in pieces where others stand in the same paragraph: "1. … 2. …", "(a) … (b) …"."""
    cuts = _cuts(part)
    if not cuts:
        yield part
        return
    lead = _JOINT.sub("", part.text[: cuts[0][0]].strip())
    if lead:
        yield from _lead_in(replace(part, text=lead))
    edges = [*(start for start, _, _ in cuts), len(part.text)]
    for (start, end, _), behind in zip(cuts, edges[1:], strict=True):
        inner = leading_label(part.text[start:behind])
        text = _JOINT.sub("", part.text[end:behind].strip())
        mark = inner if inner and (inner.number or inner.letter or inner.roman) else Bullet()
        yield Part(mark, part.text[start:end].strip(), text, part.start, part.end)


def _lead_in(part: Part) -> Iterator[Part]:
    """Yield what stands in front of items in one paragraph; its last words lead to them: "Please send (1) …"."""
    *before, last = sentences(part.text)
    if part.mark is not None or last[-1] in ".?!:":
        yield part
        return
    if before:
        yield replace(part, text=" ".join(before))
    yield replace(part, text=f"{last}:")


def _cuts(part: Part) -> list[tuple[int, int, str]]:
    """Return where items stand in a paragraph: those that count on from its number, or a list of its own."""
    label = part.mark if isinstance(part.mark, PrintedLabel) else None
    if label and label.number and not label.letter:
        is_dotted = label.printed.endswith(".")
        behind = inline_labels(part.text, first=str(int(label.number) + 1), dotted=is_dotted)
        if behind:
            return behind
    # A number in brackets within a numbered item is mostly a provision of a law.
    firsts = ("a", "i") if label else ("a", "i", "1")
    lists = (inline_labels(part.text, first=first) for first in firsts)
    # One letter in brackets is no list.
    return next((cuts for cuts in lists if len(cuts) > 1), [])
