"""How much of the labelled set the finder of personal data finds, and how much of what it finds is there."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from answerable.domain.release.personal import (
    Certainty,
    PersonalFinding,
    PersonalKind,
    SpecialCategory,
    personal_data,
)

FOLDER = Path(__file__).parent.parent / "corpus" / "personal"
_MARK = re.compile(
    r"\{(?P<kind>[a-z_]+)\|(?:(?<=special[|])(?P<category>[a-z_]+):)?(?P<words>[^{}]*)\}"
)
_SAME = {PersonalKind.HOME: {PersonalKind.POSTCODE}, PersonalKind.POSTCODE: {PersonalKind.HOME}}


@dataclass(frozen=True, slots=True)
class Label:
    """Words of a text that are personal data, as a person marked them."""

    kind: PersonalKind
    start: int
    end: int
    category: SpecialCategory | None = None


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text and what is personal in it."""

    style: str
    text: str
    labels: tuple[Label, ...]


@dataclass(slots=True)
class Score:
    """Of one kind: what is there, what of it was found at least in part, and whole; what was found, and rightly."""

    there: int = 0
    touched: int = 0
    whole: int = 0
    found: int = 0
    right: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Return the share of what is there that was found, at least in part."""
        return self.touched / self.there if self.there else 1.0

    @property
    def precision(self) -> float:
        """Return the share of what was found that is there."""
        return self.right / self.found if self.found else 1.0


def labelled_set(name: str) -> list[Labelled]:
    """Return one half of the labelled set: `seen`, or `held`."""
    styles = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    return [_labelled(style, text) for style, texts in styles.items() for text in texts]


def scores(
    texts: Sequence[Labelled],
    *,
    least: Certainty = Certainty.POSSIBLE,
    find: Callable[[str], Sequence[PersonalFinding]] = personal_data,
) -> dict[PersonalKind, Score]:
    """Return for each kind how a finder found it in labelled texts, counting findings at least so sure."""
    found: dict[PersonalKind, Score] = defaultdict(Score)
    for one in texts:
        findings = [each for each in find(one.text) if each.certainty.rank <= least.rank]
        _count(one, findings, found)
    return dict(sorted(found.items(), key=lambda each: list(PersonalKind).index(each[0])))


def table(counted: dict[PersonalKind, Score]) -> Iterator[str]:
    """Yield the rows of a table of scores, as Markdown."""
    yield "| Kind | There | Found | Found whole | Precision |"
    yield "|---|---:|---:|---:|---:|"
    for kind, score in counted.items():
        whole = f"{score.whole / score.there:.0%}" if score.there else "–"
        recall = f"{score.recall:.0%}" if score.there else "–"
        yield (
            f"| {kind.value} | {score.there} | {recall} | {whole} | {score.precision:.0%} ({score.right} of {score.found}) |"
        )


def _labelled(style: str, marked: str) -> Labelled:
    text, labels, end = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[end : mark.start()]
        category = SpecialCategory[mark["category"].upper()] if mark["category"] else None
        start = len(text)
        text += mark["words"]
        labels.append(Label(PersonalKind[mark["kind"].upper()], start, len(text), category))
        end = mark.end()
    return Labelled(style, text + marked[end:], tuple(labels))


def _count(
    one: Labelled, findings: Sequence[PersonalFinding], found: dict[PersonalKind, Score]
) -> None:
    for label in one.labels:
        score = found[label.kind]
        score.there += 1
        same = [each for each in findings if _is_same(each, label)]
        score.touched += bool(same)
        covered = set().union(*(range(each.start, each.end) for each in same))
        score.whole += covered >= set(range(label.start, label.end))
        if not same:
            score.missed.append(_shown(one.text, label.start, label.end))
    for each in findings:
        score = found[each.kind]
        score.found += 1
        if any(_is_same(each, label) for label in one.labels):
            score.right += 1
        else:
            score.wrong.append(
                f"{_shown(one.text, each.start, each.end)} ({each.certainty}: {each.why})"
            )


def _is_same(one: PersonalFinding, label: Label) -> bool:
    kinds = {label.kind} | _SAME.get(label.kind, set())
    overlaps = one.start < label.end and label.start < one.end
    return overlaps and one.kind in kinds and (label.category in (None, one.category))


def _shown(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - 25) : start], text[end : end + 20]
    return f"{before}[{text[start:end]}]{after}".replace("\n", "⏎")


def main(name: str, *, is_told: bool) -> None:
    """Print how one half of the set was found, and what was missed if that `is_told`."""
    texts = labelled_set(name)
    for least in (Certainty.POSSIBLE, Certainty.LIKELY):
        counted = scores(texts, least=least)
        print(f"\n{name}: at least {least}\n")
        print("\n".join(table(counted)))
        if is_told and least is Certainty.POSSIBLE:
            for kind, score in counted.items():
                for words in score.missed:
                    print(f"MISSED {kind.value}: {words}")
                for words in score.wrong:
                    print(f"WRONG {kind.value}: {words}")


if __name__ == "__main__":
    import sys

    main(sys.argv[1], is_told="--told" in sys.argv)
