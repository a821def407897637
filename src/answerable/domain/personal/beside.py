"""What is personal because a name stands before it: an age or a date in brackets, "Anita Quill (34)"."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from answerable.domain.personal.births import DATE
from answerable.domain.personal.kinds import Certainty, PersonalFinding, PersonalKind

_AGE = re.compile(
    r"(?: ?\((?:aged )?|, (?:aged )?)(?P<it>(?:1[0-4]|[1-9])?\d)(?:\)|,(?! ?\d)|(?=[.;]?$)|(?= (?:years|of|from|was|is)\b))",
    re.MULTILINE,
)
_BIRTH = re.compile(rf" ?[(,] ?(?:b\.? |born )?(?P<it>{DATE})", re.IGNORECASE)
_LIST = re.compile(r"([A-Z][\w ]{2,40}): (?:.*;)?")
_OF_AGES = re.compile(
    r"\b(?:age[sd]?|people|present|persons?|names?|witness(?:es)?|victims?|suspects?|children|born)\b",
    re.IGNORECASE,
)
_NEAR = 80
_OLDEST = 119


def beside_names(text: str, names: Sequence[PersonalFinding]) -> Iterator[PersonalFinding]:
    """Yield the ages and dates of birth that stand right behind names."""
    for name in names:
        is_sure = name.certainty is not Certainty.POSSIBLE
        birth = _BIRTH.match(text, name.end)
        if birth and (is_sure or "(" in birth[0]):
            yield _finding(
                PersonalKind.BIRTH, birth, "a date stands behind a name, as dates of birth do"
            )
            continue
        age = _AGE.match(text, name.end) if is_sure and not _is_in_a_list(text, name) else None
        if age and int(age["it"]) <= _OLDEST:
            yield _finding(PersonalKind.AGE, age, "a number stands behind a name, as ages do")


def _is_in_a_list(text: str, name: PersonalFinding) -> bool:
    """Return whether a name stands in a list of names with their amounts, as "Overtime: Jo Quill, 41; Bo Reed, 38" is."""
    begin = text.rfind("\n", 0, name.start) + 1
    head = _LIST.match(text, begin, name.start)
    return head is not None and not _OF_AGES.search(head[1])


def surer_by_names(
    found: Iterable[PersonalFinding], names: Sequence[PersonalFinding]
) -> Iterator[PersonalFinding]:
    """Yield findings, with ages that stand near a name as likely ones."""
    starts = [one.start for one in names]
    for one in found:
        if one.kind is PersonalKind.AGE and one.certainty is Certainty.POSSIBLE:
            place = bisect_right(starts, one.end + _NEAR)
            if place and one.start - names[place - 1].end <= _NEAR:
                yield replace(one, certainty=Certainty.LIKELY, why="it is an age near a name")
                continue
        yield one


def _finding(kind: PersonalKind, match: re.Match[str], why: str) -> PersonalFinding:
    return PersonalFinding(kind, *match.span("it"), Certainty.LIKELY, why)
