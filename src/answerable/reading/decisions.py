"""What the words of an answer decide: outcomes in the order in which the answer gives them."""

import re
from collections.abc import Sequence, Set
from functools import lru_cache

from answerable.domain.decisions import Outcome
from answerable.domain.law.citations import may_cite
from answerable.domain.law.laws_named import Law
from answerable.reading.hints import beginnings, has_any
from answerable.reading.laws import cited_in, current_law

_OTHERS = (
    r"(?:police )?forces?|constabular(?:y|ies)|police|council|local authorit\w+|authorit(?:y|ies)|department"
    r"|home office|ministry|cabinet office|nhs|trust|commissioner|bod(?:y|ies)|organisation|agency"
    r"|college of policing|hmicfrs|ico|cps|schools?|universit(?:y|ies)"
)
_OTHER_WORDS = (
    "force|constabular|polic|council|authorit|department|office|ministry|nhs|trust|commissioner|bod|organisation"
    "|agency|hmicfrs|ico|cps|school|universit"
)
# In small letters, as the words of a sentence are for them: looking for capitals, too, takes twice the time.
_PATTERNS = tuple(
    (outcome, re.compile(pattern))
    for outcome, pattern in (
        (
            Outcome.NCND,
            r"neither (?:confirms?|confirmed|confirming) n?or (?:den(?:y|ies|ied|ying))"
            r"|(?:unable to|cannot|can't|not) confirm n?or deny\b",
        ),
        (
            Outcome.COST_LIMIT,
            r"exceed(?:s|ed|ing)? the (?:appropriate |cost |fees? |statutory |\d+[- ]hours? )*(?:cost )?limit"
            r"|over the (?:appropriate |cost )limit|(?:cost|appropriate|fees?) limit (?:would be|is|has been) exceeded"
            r"|(?:exceed(?:s|ing)?|in excess of|more than|longer than|over) (?:the )?(?:18|24)[- ]hours?\b"
            r"|in excess of the (?:appropriate|cost|fees?)(?: cost)? limit",
        ),
        (
            Outcome.REPEATED,
            r"\brepeat(?:ed)? requests?\b|section 14\s?\(2\)|substantially similar to (?:a|your) previous",
        ),
        (Outcome.VEXATIOUS, r"\bvexatious\b|section 14\s?\(1\)"),
        (
            Outcome.PART_DISCLOSED,
            r"\bredact(?:ed|ions?)\b|\bpart(?:ly|ially)? (?:disclos|releas|withh)\w+|in redacted form"
            r"|\b(?:releas|disclos|provid|suppl|open)\w*\b[^.]{0,40}\b(?:in part|part of (?:the|this) (?:file|record|piece))\b"
            r"|\b(?:have|has) been (?:removed|taken out|blanked out|blacked out|obscured)\b",
        ),
        (
            Outcome.NOT_HELD,
            r"\b(?:do(?:es)?|did) not (?:currently |centrally |routinely |actually )?(?:hold|possess)\b|\b(?:don|doesn)['\u2019]t hold\b"
            r"|\bnot (?:currently |centrally )?held\b|\bno (?:relevant |recorded )?(?:information|data|records?) held\b"
            r"|\b(?:no|nor) (?:(?:relevant|recorded|such|further|other) )*(?:information|data|records?|documents?)"
            r"(?: \w+){0,6}? (?:is|are|was|were) held|\bholds? no (?:\w+ )?(?:information|data|records?|documents?)",
        ),
        (
            Outcome.NOT_HELD,
            r"\bdo(?:es)? not (?:record|collect|keep|retain|have) (?:this|that|the|any|such) (?:information|data|records?|figures?)"
            r"|results? do(?:es)? not include information|\b(?:have|has) no (?:recorded )?information",
        ),
        (
            Outcome.NOT_HELD,
            r"\b(?:no|nor) (?:(?:relevant|recorded|such|further|other) )*(?:information|records?|data|documents?)"
            r" (?:was|were|could be|has been|have been) (?:found|located|identified|traced)",
        ),
        (
            Outcome.SIGNPOSTED,
            rf"\b(?:redirect|(?:direct|address|refer)(?:ed)? (?:this|these|your|the|any|it|part|such|you))\b[^.]{{0,60}}"
            rf"\bto\b[^.]{{0,40}}\b(?:{_OTHERS})\b"
            rf"|\b(?:please|should|could|would|may|might|must|can|need to|wish to|want to|advised? to|(?:recommend|suggest)"
            rf" (?:that )?you) (?:therefore |also )?(?:approach|contact|write to|apply to|ask|consult)\b [^.]{{0,60}}\b(?:{_OTHERS})\b"
            rf"|\b(?:make|submit|send|address|direct|redirect)\b[^.]{{0,40}}\b(?:requests?|enquir\w+)\b[^.]{{0,30}} to\b"
            rf"[^.]{{0,60}}\b(?:{_OTHERS})\b",
        ),
        (
            Outcome.SIGNPOSTED,
            rf"\b(?:requested|obtained|sought|available) (?:directly )?from (?:the |each |individual |relevant |local )*"
            rf"(?:\w+ ){{0,4}}(?:{_OTHERS})\b",
        ),
        (
            Outcome.ELSEWHERE,
            r"\b(?:publicly|already|freely|reasonably) (?:available|accessible|published)\b|\bin the public domain\b"
            r"|\bon (?:our|the|its|their)(?: [\w-]+){0,3} web ?(?:sites?|pages?)\b|\bfind (?:this|it|them) on ?-?line\b"
            r"|\bare (?:public|published)\b|\bnational archives? web ?site\b"
            r"|\brefer you to (?:our|the|page|section)\b|\bpublished (?:in|as part of) our annual\b"
            r"|\b(?:following|this|below) (?:web )?(?:link|page)\b",
        ),
        (
            Outcome.ELSEWHERE,
            r"\b(?:available|accessible|published|found|viewed|accessed|located|obtained)\b[^.]{0,60}"
            r"(?:\bon ?-?line\b|\bweb ?sites?\b|\bweb ?pages?\b|\bhere\b|\bhttps?:|\bwww\.|\blinks?\b|national archives?\b|gov\.uk)",
        ),
        (
            Outcome.CLARIFICATION,
            r"\b(?:seek|require|request|need|ask(?:ed)?(?: you)? for|sought|awaiting|further) (?:\w+ )?clarification"
            r"|\bplease (?:could you )?clarify\b|\bask(?:ed)? you to clarify\b|\bclarify (?:what|which|your request)",
        ),
        (
            Outcome.LAPSED,
            r"\bclosed (?:this |your |the )?(?:part of )?(?:this |your |the )?request\b"
            r"|\brequest (?:has |was |is )?(?:been )?(?:lapsed|withdrawn|closed)|\bwithdr(?:ew|awn) (?:your|this|the) request"
            r"|\byou (?:have )?withdr(?:ew|awn)|\b(?:treated|regarded) (?:it |this |your request )?as (?:lapsed|withdrawn)",
        ),
        (
            Outcome.WITHHELD,
            r"^refused\b|^(?:sent |issued )?(?:a )?refusal notice\b|\brefusal notice (?:was |has been )?(?:sent|issued|served)\b|\bexempt\b|\bexemptions?\b|\bwithh(?:eld|old|olding)\b|\brefus(?:e|es|ed|ing) (?:to |your |this |the )"
            r"|\bengages? section\b",
        ),
    )
)
# No rule can match without a word that begins like one of its hints, and, where there are rows of them, one of
# each: to find all such words of a sentence at once is cheaper than to try the rules.
_HINTS = tuple(
    tuple(tuple(row.split("|")) for row in rows)
    for rows in (
        ("confirm",),
        ("limit|hour",),
        ("repeat|14|similar",),
        ("vexatious|14",),
        ("redact|part|removed|taken|blanked|blacked|obscured",),
        ("no|don|doesn", "hold|held|possess"),
        ("no", "record|collect|keep|retain|have|has|include"),
        ("information|record|data", "found|located|identified"),
        (
            "direct|redirect|address|refer|approach|contact|write|apply|ask|consult|make|submit|send",
            _OTHER_WORDS,
        ),
        ("from", "requested|obtained|sought|available", _OTHER_WORDS),
        ("publi|web|find|refer|link|page|available|accessible",),
        (
            "available|access|publi|found|viewed|located|obtained",
            "line|online|web|here|http|www|link|archive|gov.uk",
        ),
        ("clarif",),
        ("lapsed|withdr|closed",),
        ("exempt|withh|refus|engage",),
    )
)
_Rule = tuple[Outcome, re.Pattern[str]]
_DENIED = ("exempt", "redaction", "withheld")
_GIVEN_WORDS = ("attach", "enclose", "below", "follows")


def _bits_of(rows: Sequence[Sequence[str]]) -> dict[str, int]:
    """Return the bit of each row for each hint in it; of two hints, one of which begins with the other, the shorter has both's."""
    every = {hint for row in rows for hint in row}
    return {
        hint: sum(
            1 << at for at, row in enumerate(rows) if any(one.startswith(hint) for one in row)
        )
        for hint in every
        if not any(hint.startswith(other) for other in every - {hint})
    }


_ALL_ROWS = (*(row for rows in _HINTS for row in rows), _DENIED, _GIVEN_WORDS)
_BITS = _bits_of(_ALL_ROWS)
_DENIES, _GIVES = 1 << len(_ALL_ROWS) - 2, 1 << len(_ALL_ROWS) - 1
_NEEDED = tuple(sum({1 << _ALL_ROWS.index(row) for row in rows}) for rows in _HINTS)
_HINT = re.compile(f"[^a-z]({beginnings(_BITS)})")
_DENIAL = re.compile(
    r"\b(?:no|not|without) (?:\w+ )?(?:exempt|exemptions?|redactions?|withheld)\b", re.IGNORECASE
)
_GIVEN = re.compile(
    r"\b(?:please (?:find|see)|is|are|we)\b[^.]{0,30}\b(?:attach(?:ed)?|enclose[d]?)\b|\battached (?:below|is|are|document)"
    r"|\b(?:figures|table|data|breakdown|information)\b[^.]{0,30}\b(?:below|as follows)\b",
    re.IGNORECASE,
)
_DECLINES = re.compile(
    r"\bno (?:advantage|benefit) in\b|\bwould not help\b|^(?:thank you|you (?:asked|requested)|your request)\b",
    re.IGNORECASE,
)
_REPEATS, _NO_HELP = ("thank", "you"), ("no advantage", "no benefit", "not help")
_CONTACTS = re.compile(
    r"\bcontact (?:details|information|addresses)\b|\baddresses\b", re.IGNORECASE
)
# What is between two sentences; it begins with a space, so that nothing is tried at other characters.
_SENTENCE = re.compile(r"\s(?:(?<=[.!?]\s)\s*(?=[A-Z\u201c\u2018\"'(\d])|(?<=\n)\n*)")
_REFUSALS = frozenset(
    (
        Outcome.WITHHELD,
        Outcome.NCND,
        Outcome.NOT_HELD,
        Outcome.COST_LIMIT,
        Outcome.VEXATIOUS,
        Outcome.REPEATED,
        Outcome.LAPSED,
        Outcome.CLARIFICATION,
    )
)
_RELIES = re.compile(
    r"\b(?:under|by virtue of|relying on|in accordance with) (?:the exemption (?:at|in|under) )?(?:sections?|s\.?|regulations?)\s?\d"
    r"|\b(?:sections?|s\.?|regulations?)\s?\d+[A-Z]?(?:\s?\(\w+\))* (?:applies|apply|is engaged|are engaged)",
    re.IGNORECASE,
)
_BY_SECTION = {
    "12": Outcome.COST_LIMIT,
    "21": Outcome.ELSEWHERE,
    "FOISA 12": Outcome.COST_LIMIT,
    "FOISA 25": Outcome.ELSEWHERE,
}
_BY_EXCEPTION = {"EIR 12(4)(a)": Outcome.NOT_HELD, "EIR 12(4)(b)": Outcome.VEXATIOUS}
# Refusals under these sections withhold nothing: they are outcomes of their own.
_NOT_WITHHOLDING = frozenset(("12", "14", "21", "FOISA 12", "FOISA 14", "FOISA 25"))


# The members that every sentence is held against: to look one up in its enum takes as long as the rest.
_DISCLOSED, _ELSEWHERE, _WITHHELD = Outcome.DISCLOSED, Outcome.ELSEWHERE, Outcome.WITHHELD
_DENIABLE = (Outcome.WITHHELD, Outcome.PART_DISCLOSED)


Decided = tuple[tuple[Outcome, ...], tuple[str, ...]]
"""Outcomes in the order in which an answer gives them, and the exemptions that it cites."""


def decided(answer: str, *, gives_more: bool = False) -> Decided:
    """Return the outcomes of an answer in the order in which it gives them, and the exemptions cited.

    `gives_more` says that a table or a document came with the answer.
    """
    return _decided(answer, current_law(), gives_more=gives_more)


@lru_cache(maxsize=64)
def _decided(answer: str, _law: Law, *, gives_more: bool) -> Decided:
    cites = may_cite(answer)
    cited = tuple(dict.fromkeys(cited_in(answer))) if cites else ()
    sentences = _SENTENCE.split(answer)
    outcomes: dict[Outcome, None] = {}
    given = gives_more
    for sentence in sentences:
        lowered = sentence.lower()
        hints = _hints_in(lowered)
        denied = hints & _DENIES != 0 and _DENIAL.search(sentence) is not None
        found = _in_sentence(sentence, lowered, _hinted(hints), cites=cites, denied=denied)
        if _ELSEWHERE in found and _is_aside(sentence, outcomes):
            found = [one for one in found if one is not _ELSEWHERE]
        gives = hints & _GIVES != 0 and _GIVEN.search(sentence) is not None
        if gives or (not found and sentence.strip() and not _declines(sentence, lowered)):
            outcomes[_DISCLOSED] = None
        for one in found:
            outcomes[one] = None
        given = given or gives
    return _settled([*outcomes], given=given, gives_more=gives_more), cited


def _hints_in(lowered: str) -> int:
    """Return the bits of the hints with which words of a text in small letters begin."""
    bits = 0
    for hint in _HINT.findall(f" {lowered} gov.uk" if "gov.uk" in lowered else f" {lowered}"):
        bits |= _BITS[hint]
    return bits


@lru_cache(maxsize=4096)
def _hinted(bits: int) -> list[_Rule]:
    """Return the rules that may hold of a text with some hints."""
    needed = zip(_PATTERNS, _NEEDED, strict=True)
    return [rule for rule, every in needed if bits & every == every]


def _declines(sentence: str, lowered: str) -> bool:
    may = lowered.startswith(_REPEATS) or has_any(lowered, _NO_HELP)
    return may and _DECLINES.search(sentence) is not None


def _is_aside(sentence: str, so_far: dict[Outcome, None]) -> bool:
    """Return whether a sentence points elsewhere only in passing: to the address of whom to ask, or in a note."""
    is_address = Outcome.SIGNPOSTED in so_far and _CONTACTS.search(sentence) is not None
    return is_address or sentence.startswith("Please note")


def _in_sentence(
    sentence: str, lowered: str, rules: Sequence[_Rule], *, cites: bool, denied: bool
) -> list[Outcome]:
    """Return what a sentence says by the rules that may hold of it, and by what it `cites`, if it may."""
    found, sections = (
        _by_citation(sentence, denied=denied) if cites and may_cite(sentence) else ([], frozenset())
    )
    for outcome, pattern in rules:
        if denied and outcome in _DENIABLE:
            continue
        if outcome is _WITHHELD and sections and sections <= _NOT_WITHHOLDING:
            continue
        if pattern.search(lowered):
            found.append(outcome)
    return found


def _by_citation(sentence: str, *, denied: bool) -> tuple[list[Outcome], Set[str]]:
    """Return what the provisions decide that a sentence cites, and their sections."""
    cited = cited_in(sentence)
    if not cited:
        return [], frozenset()
    sections = {citation.split("(")[0] for citation in cited}
    found = [_BY_EXCEPTION[citation] for citation in cited if citation in _BY_EXCEPTION]
    found += [outcome for section, outcome in _BY_SECTION.items() if section in sections]
    if sections - _NOT_WITHHOLDING and _RELIES.search(sentence) and not denied:
        found.append(Outcome.WITHHELD)
    return found, sections


def _settled(outcomes: list[Outcome], *, given: bool, gives_more: bool) -> tuple[Outcome, ...]:
    """Drop what the weightier outcomes overrule: the reasons of a refusal are no disclosure."""
    if len(outcomes) == 1 and not gives_more and outcomes[0] is not Outcome.PART_DISCLOSED:
        return tuple(outcomes)
    over: set[Outcome] = set()
    if Outcome.NCND in outcomes:
        over |= {Outcome.NOT_HELD, Outcome.WITHHELD, Outcome.DISCLOSED}
    if Outcome.PART_DISCLOSED in outcomes:
        withheld = Outcome.WITHHELD in outcomes
        over |= {Outcome.WITHHELD, Outcome.DISCLOSED} if withheld else {Outcome.PART_DISCLOSED}
    if _REFUSALS.intersection(outcomes) and not given:
        over.add(Outcome.DISCLOSED)
    kept = [outcome for outcome in outcomes if outcome not in over]
    if gives_more and Outcome.DISCLOSED not in kept and Outcome.PART_DISCLOSED not in kept:
        kept.insert(0, Outcome.DISCLOSED)
    return tuple(kept) or ((Outcome.DISCLOSED,) if outcomes else ())
