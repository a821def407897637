"""A rule: a pattern, what it finds, how sure that is, and why."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from answerable.domain.personal.kinds import Certainty, PersonalFinding, PersonalKind

IT = "it"
"""The group of a pattern that holds the data, where a label stands beside it."""
_LABEL_REACH = 60


def always(_match: re.Match[str]) -> bool:
    """Return that whatever fits the pattern is so."""
    return True


@dataclass(frozen=True, slots=True)
class Rule:
    """What finds one kind of personal data by its shape."""

    kind: PersonalKind
    certainty: Certainty
    why: str
    pattern: re.Pattern[str]
    is_so: Callable[[re.Match[str]], bool] = always

    def findings(self, text: str) -> Iterator[PersonalFinding]:
        """Yield what a text holds of it, in its order."""
        group: int | str = IT if IT in self.pattern.groupindex else 0
        for match in self.pattern.finditer(text):
            if self.is_so(match):
                # A pattern may have a form with a label and one without.
                part = 0 if match.start(group) < 0 else group
                start, end = match.span(part)
                yield PersonalFinding(
                    self.kind, start, end, self.certainty, self.why, label_start=match.start()
                )


def matched(match: re.Match[str]) -> str:
    """Return the data of a match, without its label."""
    has_it = IT in match.re.groupindex and match.start(IT) >= 0
    return match[IT] if has_it else match[0]


def stands_before(
    words: re.Pattern[str], match: re.Match[str], *, reach: int = _LABEL_REACH
) -> bool:
    """Return whether words stand within reach before a match, on its line."""
    text, end = match.string, match.start()
    before = text[max(0, end - reach) : end]
    return bool(words.search(before[before.rfind("\n") + 1 :]))


def surest(findings: Iterable[PersonalFinding], *, length: int) -> tuple[PersonalFinding, ...]:
    """Return findings in the order of the text; of those that overlap the surest, and of those the first given."""
    taken = bytearray(length)
    kept = []
    for one in sorted(findings, key=lambda each: each.certainty.rank):
        if taken.find(1, one.start, one.end) < 0:
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
            kept.append(one)
    return tuple(sorted(kept, key=lambda each: each.start))


def beside_own(
    own: Iterable[PersonalFinding], others: Iterable[PersonalFinding], *, length: int
) -> tuple[PersonalFinding, ...]:
    """Return our own findings with those of another finder, in the order of the text.

    Where they overlap ours stands, unless the other is surer and covers ours whole: nothing that was found is
    covered by less than before.
    """
    ours = tuple(own)
    added = [one for one in others if all(_covers(one, mine) for mine in ours if _meet(one, mine))]
    return surest([*ours, *added], length=length)


def _meet(one: PersonalFinding, other: PersonalFinding) -> bool:
    return one.start < other.end and other.start < one.end


def _covers(one: PersonalFinding, other: PersonalFinding) -> bool:
    return one.start <= other.start and other.end <= one.end
