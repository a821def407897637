"""Stretches of a text that are to go, each with the label that takes its place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ahocorasick_rs import AhoCorasick

from answerable.inspecting.labelling.marks import PlaceMark
from answerable.inspecting.redacting.words import Sought, evened, sought

_MOST_KEPT = 50_000


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a text, half open, the label that stands for it, and the numbers of its marks (from 0)."""

    start: int
    end: int
    label: str
    marks: frozenset[int]


@dataclass(frozen=True, slots=True)
class Sayings:
    """Words of marks, found in texts whole and whatever their capitals, accents, ligatures and spacing are.

    `quick` finds the letters of most of them in one go: only those that it finds are looked for whole.
    """

    found: tuple[tuple[int, str, Sought], ...]
    quick: AhoCorasick | None
    quickly: tuple[int, ...]
    always: tuple[int, ...]
    kept: dict[str, tuple[Stretch, ...]] = field(default_factory=dict)

    def stretches(self, text: str) -> tuple[Stretch, ...]:
        """Return where words stand in a text, in their order; those that meet are one."""
        if not self.found or not text.strip():
            return ()
        if text not in self.kept:
            if len(self.kept) > _MOST_KEPT:
                self.kept.clear()
            self.kept[text] = together(self._stretches(text), text)
        return self.kept[text]

    def _stretches(self, text: str) -> list[Stretch]:
        even = evened(text)
        likely = set(self.always)
        if self.quick is not None:
            found = self.quick.find_matches_as_indexes(_squeezed(even.text), overlapping=True)
            likely.update(self.quickly[pattern] for pattern, _, _ in found)
        stretches = []
        for at in sorted(likely):
            mark, label, words = self.found[at]
            marks = frozenset({mark})
            stretches += [Stretch(one, end, label, marks) for one, end in words.found_in(even)]
        return stretches


def sayings_of(marks: Sequence[PlaceMark], *, paragraph: int = 0) -> Sayings:
    """Return the words of marks that have no place, or of those in one paragraph."""
    found = [
        (number, mark.label, sought([one]))
        for number, mark in enumerate(marks)
        if mark.words and mark.paragraph == paragraph and mark.cells is None
        for one in mark.words
    ]
    short = [_squeezed(evened(" ".join(one.words)).text) for _, _, one in found]
    quickly = tuple(at for at, one in enumerate(short) if one)
    always = tuple(at for at, one in enumerate(short) if not one)
    quick = AhoCorasick([short[at] for at in quickly]) if quickly else None
    return Sayings(tuple(found), quick, quickly, always)


def together(stretches: Iterable[Stretch], text: str) -> tuple[Stretch, ...]:
    """Return stretches in their order; those that overlap, or have blanks alone between them, are one."""
    made: list[Stretch] = []
    for one in sorted(stretches, key=lambda each: (each.start, -each.end)):
        last = made[-1] if made else None
        if last is not None and _meet(last, one, text):
            end, marks = max(last.end, one.end), last.marks | one.marks
            made[-1] = Stretch(last.start, end, last.label, marks)
        else:
            made.append(one)
    return tuple(made)


def labelled(text: str, stretches: Sequence[Stretch]) -> str:
    """Return a text with the labels of stretches in their places."""
    at, parts = 0, []
    for one in stretches:
        parts += [text[at : one.start], one.label]
        at = one.end
    return "".join([*parts, text[at:]])


def _meet(last: Stretch, one: Stretch, text: str) -> bool:
    if one.start < last.end:
        return True
    return one.label == last.label and not text[last.end : one.start].strip()


def _squeezed(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())
