"""A PDF redacted in processes of its own, and proved to be: no proof, no file."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from answerable.inspecting.redacting.asked import (
    MOST_LOST,
    TOO_MUCH,
    answer_apart,
    check_has_marks,
    check_size,
    traces_left,
)
from answerable.inspecting.redacting.cannot import CannotRedact
from answerable.inspecting.redacting.drawn import layers_of
from answerable.inspecting.redacting.marks import Mark
from answerable.inspecting.redacting.programs import words_of
from answerable.inspecting.redacting.proved import NotProved, Proof, Redacted
from answerable.programs.piped import DidNotAnswer

STARTED_AS: tuple[str, ...] = ("-m", "answerable.inspecting.redacting.child")
"""What Python is told to run."""

PAGES_AT_ONCE = 100
"""Pages that one process proves."""

_SWEEP = "sweep"


@dataclass(frozen=True, slots=True)
class _Made:
    """A file that may be proved, and what has to be gone from it."""

    data: bytes
    head: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What each reader still finds, and the pages on which one of them does."""

    proof: tuple[Proof, ...]
    pages: frozenset[int]

    @property
    def holds(self) -> bool:
        """Return whether nothing is left."""
        return not any(one.left for one in self.proof)


def redact_pdf(
    data: bytes,
    marks: Sequence[Mark],
    *,
    name: str,
    known: Sequence[str] = (),
    whole_lines: bool = False,
) -> Redacted:
    """Return a PDF without what stands under marks, once every reader has shown that it is gone.

    Pages that cannot be taken apart, or that something is left on, become pictures with recognised text.
    `known` are surnames that readers may know: where few of them fit a box, the redaction warns of it.
    With `whole_lines`, each mark takes out the lines that it is on, so that no width tells what stood there.

    :raises CannotRedact: if nothing can be redacted in the file, and why.
    :raises NotProved: if something of what was marked is left, or too much else is gone.
    """
    check_has_marks(marks, name=name)
    check_size(data, name=name)
    how = {"known": [*known], "whole_lines": whole_lines}
    made = _taken(data, marks, (), how)
    outcome = _proved(made, name)
    if not outcome.holds:
        pages = {page for page, _ in made.head["boxes"]} if not outcome.pages else outcome.pages
        drawn = {page for page, _ in made.head["pictures"]}
        made = _taken(data, marks, sorted(pages | drawn), how)
        outcome = _proved(made, name)
    return _redacted(made, outcome, name)


def _redacted(made: _Made, outcome: _Outcome, name: str) -> Redacted:
    if not outcome.holds:
        left = ", ".join(f"{one.extractor} {one.left}" for one in outcome.proof if one.left)
        raise NotProved(
            f"{name} is not redacted: something of what was marked is left, as found by {left}."
            " Mark the whole of each page that it is on, or redact the file that it was made from"
        )
    lost, words = int(made.head["lost"]), int(made.head["words"])
    if lost > max(MOST_LOST * words, 0):
        raise NotProved(
            f"{name} is not redacted: {lost:,} of {words:,} words that nobody marked would be lost with it."
            " Draw the boxes so that they cover whole words"
        )
    drawn = tuple(page for page, _ in made.head["pictures"])
    warnings = tuple(str(one) for one in made.head["telling"])
    return Redacted(made.data, outcome.proof, drawn, lost, words, warnings)


def _taken(
    data: bytes, marks: Sequence[Mark], draw: Sequence[int], how: Mapping[str, object]
) -> _Made:
    asked = {"step": "take", "marks": [asdict(one) for one in marks], "draw": list(draw), **how}
    head, rest = _said(asked, data)
    made = rest[: head["size"]]
    pictures: dict[int, bytes] = {}
    at = head["size"]
    for page, size in head["pictures"]:
        pictures[page] = rest[at : at + size]
        at += size
    if at != len(rest):
        raise CannotRedact(TOO_MUCH)
    layers = layers_of(pictures, head["boxes"])
    if layers:
        laid, made = _said({"step": "lay", "pages": layers}, made)
        if laid["size"] != len(made):
            raise CannotRedact(TOO_MUCH)
    return _Made(made, head)


def _proved(made: _Made, name: str) -> _Outcome:
    try:
        popplers = words_of(made.data)
    except DidNotAnswer:
        raise NotProved(f"{name} is not redacted: poppler cannot read what came of it") from None
    counts: Counter[str] = Counter()
    pages: set[int] = set()
    for some in _some_pages(made.head):
        asked = {
            "step": "prove",
            "size": len(made.data),
            "popplers": popplers is not None,
            "boxes": made.head["boxes"],
            "everywhere": made.head["everywhere"],
            "pages": some,
        }
        said, _ = _said(asked, made.data + (popplers or "").encode())
        if said["unread"]:
            raise NotProved(f"{name} is not redacted: pdfminer.six cannot read what came of it")
        counts.update(said["counts"])
        pages |= set(said["pages"])
    counts[_SWEEP] = _swept(made, name)
    return _Outcome(tuple(Proof(*one) for one in counts.items()), frozenset(pages))


def _some_pages(head: Mapping[str, Any]) -> Iterator[list[int]]:
    """Yield the pages to look at, so many at once as a process has the time for."""
    marked = sorted(page for page, _ in head["boxes"])
    asked = list(range(1, head["count"] + 1)) if head["everywhere"] else marked
    for at in range(0, len(asked), PAGES_AT_ONCE):
        yield asked[at : at + PAGES_AT_ONCE]


def _swept(made: _Made, name: str) -> int:
    """Return how many words that have to be gone leave a trace, but for those that the format's own words are."""
    return traces_left(
        [made.data],
        made.head["traceless"],
        lambda: [_said({"step": "bare"}, made.data)[1]],
        name=name,
    )


def _said(asked: Mapping[str, object], data: bytes) -> tuple[dict[str, Any], bytes]:
    return answer_apart(STARTED_AS, asked, data)
