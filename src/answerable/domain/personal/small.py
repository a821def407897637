"""Small numbers of people, by which somebody who knows them can tell who is meant."""

import re
from collections.abc import Iterator

from answerable.domain.personal.kinds import Certainty, PersonalFinding, PersonalKind

_COUNT = r"(?:[1-4]|one|two|three|four)"
_PEOPLE = (
    r"(?:people|persons?|victims?|officers?|children|child|pupils?|patients?|members? of staff|staff|employees?|complainants?|suspects?"
    r"|prisoners?|detainees?|men|women|man|woman|girls?|boys?|males?|females?|applicants?|constables?|sergeants?|inspectors?|teachers?"
    r"|nurses?|residents?|tenants?|students?|individuals?|respondents?|offenders?|claimants?|deaths?|dismissals?|leavers?|suicides?)"
)
_TRAIT = (
    r"(?:black|white|asian|mixed|arab|chinese|indian|pakistani|bangladeshi|muslim|christian|jewish|hindu|sikh|gay|lesbian|bisexual"
    r"|transgender|trans|disabled|deaf|pregnant|male|female|ethnic minority|minority ethnic|BAME|serving|retired|junior|senior|young|older)"
)
COUNTED = re.compile(
    rf"(?<![\w.,£/-])(?P<n>{_COUNT})(?: (?:were|was|is|are))? (?:{_TRAIT} ){{0,2}}{_PEOPLE}\b(?! (?:hours?|days?|years?|weeks?|posts?|grades?|a (?:day|week|shift)))",
    re.IGNORECASE,
)
_WERE = re.compile(
    rf"(?<![\w.,£/-]){_COUNT} (?:(?:of (?:them|these|whom) )?(?:were|was|identified as|described themselves as|self-identified as) )(?:[a-z]+ )?{_TRAIT}\b",
    re.IGNORECASE,
)
_N = re.compile(r"\(n ?= ?[1-4]\)")
_ROW = re.compile(
    r"^[ \t|]*(?P<label>[^\n,;|\t\d:][^\n,;|\t:]{1,60}?)\"?[ \t]*[,;|\t:][ \t|]*(?P<rest>[^\n]{1,200})$",
    re.MULTILINE,
)
_CELL = re.compile(r"(?:(?<=^)|(?<=[,;|\t ]))(?P<n>[1-4])(?=[ \t]*(?:[,;|\t]|$))")
_TRAITS = re.compile(
    r"\b(?:white|black|asian|mixed|arab|chinese|indian|pakistani|bangladeshi|caribbean|african|gypsy|roma|traveller|irish|ethnic(?:ity)?"
    r"|muslim|christian|jewish|hindu|sikh|buddhist|no religion|gay|lesbian|bisexual|heterosexual|transgender|trans|non-binary|male|female"
    r"|men|women|man|woman|boys|girls|disab(?:led|ility)|deaf|blind|hard of hearing|mental health|learning difficult(?:y|ies)|pregnant|maternity"
    r"|under \d\d|over \d\d|aged|\d\d ?[-–] ?\d\d|married|divorced|widowed|constables?|sergeants?|inspectors?|superintendents?|officers?|staff"
    r"|pupils?|patients?|victims?|suspects?|complainants?|employees?)\b",
    re.IGNORECASE,
)
_WHY = "a number this small can tell who is meant"


def small_numbers(text: str) -> Iterator[PersonalFinding]:
    """Yield numbers under five beside a group of people, in sentences and in rows of tables."""
    for pattern in (COUNTED, _WERE, _N):
        for match in pattern.finditer(text):
            yield _finding(*match.span())
    for row in _ROW.finditer(text):
        if _TRAITS.search(row["label"]):
            for cell in _CELL.finditer(row["rest"]):
                at = row.start("rest")
                yield _finding(at + cell.start("n"), at + cell.end("n"))


def small_cell(cell: str, *, at: int) -> PersonalFinding | None:
    """Return the number under five that is all of a table's cell which begins at a place; None if it is not."""
    words = cell.strip()
    if _ALONE.fullmatch(words) is None:
        return None
    start = at + cell.index(words)
    return _finding(start, start + len(words))


_ALONE = re.compile(r"[1-4]")


def _finding(start: int, end: int) -> PersonalFinding:
    return PersonalFinding(PersonalKind.SMALL, start, end, Certainty.POSSIBLE, _WHY)
