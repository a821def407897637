"""Words of special categories of personal data, where they stand in a sentence about somebody."""

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources

from answerable.domain.personal.about import is_about_things, merely_asks
from answerable.domain.personal.kinds import (
    Certainty,
    PersonalFinding,
    PersonalKind,
    SpecialCategory,
)

_HEALTH = SpecialCategory.HEALTH
_LIST = re.compile(r"<(\w+)>")


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the words of every category, each category a group of its name: in small letters, and those that have capitals.

    The engine passes over what begins with another letter only where it need not mind capitals: that takes a third less time.
    """
    text = resources.files(__package__).joinpath("special.toml").read_text(encoding="utf-8")
    small, capital = [], []
    for name, lists in tomllib.loads(text).items():
        filled = [_filled(one, lists) for one in lists["words"]]
        small.append((name, [one.lower() for one in filled if _CAPITAL not in one]))
        capital.append((name, [one for one in filled if _CAPITAL in one]))
    return _pattern(small), _pattern(capital, re.IGNORECASE)


_CAPITAL = "(?-i:"


def _pattern(
    categories: Sequence[tuple[str, list[str]]], flags: re.RegexFlag = re.NOFLAG
) -> re.Pattern[str]:
    """Return one pattern of the words of each category, begun only where a word begins."""
    groups = (f"(?P<{name}>{'|'.join(words)})" for name, words in categories if words)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(groups)})(?![\w-])", flags)


def _in_small_letters(text: str) -> str:
    """Return a text in small letters, each at its place: a few capitals have two of them."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(one if len(one.lower()) > 1 else one.lower() for one in text)


def _all_words(text: str) -> Iterator[re.Match[str]]:
    """Yield the words of special categories, the first of those that overlap."""
    small, capital = _words()
    found = [*small.finditer(_in_small_letters(text)), *capital.finditer(text)]
    reached = 0
    for match in sorted(found, key=lambda one: (one.start(), -one.end())):
        if match.start() >= reached:
            reached = match.end()
            yield match


def _filled(words: str, lists: Mapping[str, Sequence[str]]) -> str:
    """Return a pattern with the lists that it names, and either apostrophe for one."""
    whole = _LIST.sub(lambda match: f"(?:{'|'.join(lists[match[1]])})", words)
    return whole.replace("’", "[’']")


_SOMEBODY = re.compile(
    r"\b(?:I|he|she|him|her|his|hers|himself|herself|my|me|myself|[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Mm]y"
    r"|(?:the|this|that|one|an?|our|The|This|One|An?) (?:[\w-]+ )?(?:complainant|applicant|officer|patient|victim|suspect|offender|witness|employee|claimant|pupil|child|man|woman|boy|girl|male|female"
    r"|member of staff|detainee|prisoner|clerk|driver|tenant|resident|informant|caller|requester|defendant|colleague|neighbour|constable|sergeant|inspector|mother|father|son|daughter|wife|husband|partner"
    r"|caller|student|deceased|individual|person|appellant|respondent|accused|motorist|cyclist|pedestrian|passenger|teacher|nurse|paramedic|firefighter"
    r"|manager|contractor|worker|councillor|candidate|visitor|soldier|veteran|carer|grandmother|grandfather|teenager)|(?:[Ff]e)?male, \d|(?:[Mm]other|[Ff]ather|[Ss]on|[Dd]aughter|[Ww]ife|[Hh]usband|[Bb]rother|[Ss]ister)|[Rr]wy[’']n|[Dd]wi[’']n|[Ff]y)\b"
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Þ“\"‘(])|\n{2,}|\n(?=[-•*\d])")
_TITLES = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|Cllr|Sgt|Insp|Supt|St|[A-Z])\.$")
_LAWS = re.compile(
    r"^(?:\s+(?:Act|Acts|Team|Teams|Unit|Service|Services|Strategy|Policy|Policies|Directorate|Department|Programme|Review|Network|Board|Committee|Regulations|Bill|Order|Week|Month|Police Association|Association|Trust))\b"
)
_FARTHEST = 400

_ILLNESS = (
    r"(?:cancer|diabetes|epilepsy|autism|adhd|ptsd|depression|anxiety|asthma|dementia|hiv|bipolar|schizophrenia"
    r"|multiple sclerosis|arthritis|a disability|a learning (?:difficulty|disability)|a mental health)"
)
OWN_HEALTH = re.compile(
    r"\bI(?:['’]ve| have| had)? ?(?:also |long )?(?:suffer(?:ed|ing)?|am suffering|was suffering) (?:with|from)\b"
    r"|\bI (?:was|am|have been|had been|got) (?:recently |also )?(?:diagnosed|sectioned|hospitali[sz]ed)\b"
    rf"|\bI(?:['’]ve| have)(?: got)? (?:severe |chronic |type [12] )?{_ILLNESS}\b"
    r"|\bI(?: am|['’]m) (?:disabled|autistic|epileptic|diabetic|pregnant|bipolar)\b"
    r"|\bmy (?:own )?(?:diagnos[ie]s|disability|illness|medication|mental health|medical (?:records?|history|conditions?)"
    r"|health (?:records?|conditions?)|depression|anxiety|ptsd|pregnancy|miscarriage)\b"
    r"|\b(?:rwy|dwi|rydw i|yr wyf)(?:['’]n| yn) (?:dioddef o|anabl|feichiog|ddiabetig|awtistig)\b"
    r"|\b(?:cefais|ces i|rwyf wedi cael|dwi wedi cael) (?:fy )?(?:ddiagnosis|niagnosis)\b"
    r"|\bfy (?:niagnosis|salwch|anabledd|meddyginiaeth|iechyd|nghofnodion meddygol|nghyflwr)\b",
    re.IGNORECASE,
)
"""What people say of their own health, in whatever they write."""


def own_health(text: str) -> Iterator[PersonalFinding]:
    """Yield what whoever writes says of their own health."""
    for match in OWN_HEALTH.finditer(text):
        yield PersonalFinding(
            PersonalKind.SPECIAL,
            *match.span(),
            Certainty.CERTAIN,
            "its writer speaks of their health",
            _HEALTH,
        )


def special_words(text: str, names: Sequence[PersonalFinding]) -> Iterator[PersonalFinding]:
    """Yield words of special categories in sentences that name somebody, or speak of one person."""
    starts = [one.start for one in names]
    edges = [
        match.end()
        for match in _SENTENCE.finditer(text)
        if not _TITLES.search(text, max(0, match.start() - 6), match.start())
    ]
    for match in _all_words(text):
        if match.lastgroup is None or _LAWS.match(text[match.end() : match.end() + 25]):
            continue
        begin, end = _sentence(edges, *match.span(), length=len(text))
        if is_about_things(text, begin, match, starts):
            continue
        certainty = _certainty(text, begin, end, starts, match)
        if certainty:
            category = SpecialCategory[match.lastgroup.upper()]
            why = f"it speaks of {category.value} beside a person"
            yield PersonalFinding(PersonalKind.SPECIAL, *match.span(), certainty, why, category)


def _sentence(edges: Sequence[int], start: int, end: int, *, length: int) -> tuple[int, int]:
    """Return where the sentence around words begins and ends, no farther off than names still count."""
    place = bisect_left(edges, start + 1)
    begin = edges[place - 1] if place else 0
    stop = edges[place] if place < len(edges) else length
    return max(begin, start - _FARTHEST), min(stop, end + _FARTHEST)


def _certainty(
    text: str, begin: int, end: int, starts: Sequence[int], match: re.Match[str]
) -> Certainty | None:
    place = bisect_left(starts, begin)
    if place < len(starts) and starts[place] < end:
        return Certainty.LIKELY
    if all(merely_asks(text, one) for one in _SOMEBODY.finditer(text, begin, end)):
        return None
    return (
        Certainty.POSSIBLE
        if match.lastgroup == "health" and match[0].lower() in _WEAK
        else Certainty.LIKELY
    )


_WEAK = frozenset(
    "counselling medication prescribed ill gp unwell disability disabled stroke illness".split()
)
