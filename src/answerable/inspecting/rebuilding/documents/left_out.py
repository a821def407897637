"""What a rebuilt document lacks, counted and told in sentences."""

from collections import Counter
from dataclasses import dataclass, field

from answerable.inspecting.codes import codes
from answerable.inspecting.findings import Severity
from answerable.inspecting.seen import Seen

_TOLD = {
    "pale-text": ("Text too pale for its ground", "text", "texts"),
    "pictures": (
        "Pictures that cannot be drawn anew: drawings (EMF, WMF, SVG) and damaged ones",
        "picture",
        "pictures",
    ),
    "over-text": (
        "Pictures and boxes that lie over text, and stand beside it now: look whether they covered some",
        "picture",
        "pictures",
    ),
    "charts": ("Charts and diagrams: make pictures of them to keep them", "chart", "charts"),
    "objects": ("Objects of other programs", "object", "objects"),
    "page-numbers": ("Numbers of pages, which are others now", "number", "numbers"),
    "links": ("Addresses of links that name people, machines or keys", "address", "addresses"),
    "signs-without-a-shape": ("Signs without a width or a shape", "sign", "signs"),
    "signs-of-fonts": ("Signs of fonts that draw pictures for letters", "sign", "signs"),
    "fields": ("Fields of forms that are shown by a program only", "field", "fields"),
    "hidden": ("Hidden text that its place or style hides", "text", "texts"),
}
_KEPT = frozenset(
    # These stay where they can be seen, or are counted by the reader, who knows more of them.
    "docx.header docx.dark-ground docx.pale-text office.web-link office.telling-link picture.not-looked-into"
    " picture.unknown picture.more-pictures office.invisible-signs csv.unseen-signs csv.far-text html.pale-text"
    " html.telling-link html.hiding-style file.wrong-extension".split()
)
_OF_ITSELF = "What the file says of itself and of its making: names, programs, settings"


@dataclass(slots=True)
class Left:
    """Counts what is left out, by the names of `_TOLD`."""

    counts: Counter[str] = field(default_factory=Counter)

    def add(self, what: str, count: int = 1) -> None:
        """Count something."""
        self.counts[what] += count


def left_out(left: Left, seen: Seen) -> tuple[str, ...]:
    """Return what a rebuilt file lacks: what inspecting the original found unseen, and what its reader passed over."""
    found = _found(seen)
    notes = sum(count for code, count in found if codes()[code].severity is Severity.NOTE)
    sentences = [
        _sentence(codes()[code].what, count, codes()[code].counted)
        for code, count in found
        if codes()[code].severity is not Severity.NOTE
    ]
    for what, (words, one, several) in _TOLD.items():
        if left.counts[what]:
            sentences.append(_sentence(words, left.counts[what], (one, several)))
    if notes:
        sentences.append(_sentence(_OF_ITSELF, notes, ("entry", "entries")))
    return tuple(sentences)


def _found(seen: Seen) -> list[tuple[str, int]]:
    counts = seen.counts()
    return [(code, counts[code]) for code in codes() if code in counts and code not in _KEPT]


def _sentence(what: str, count: int, counted: tuple[str, str]) -> str:
    return f"{what} ({count:,} {counted[0] if count == 1 else counted[1]})"
