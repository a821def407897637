"""Sections that an entry cites and that the law does not have, and the public interest where none is weighed."""

import re
from collections.abc import Iterator

from answerable.domain.disclosure_log import Entry
from answerable.domain.law.citations import citations
from answerable.domain.law.divisions import is_provision
from answerable.domain.law.exemptions import (
    PublicInterestTest,
    exemption,
    public_interest_test_of,
    section_of,
)
from answerable.domain.law.laws_named import Law, law_named
from answerable.reading.hints import has_any

_CITES = (
    *("Section", "section", "Reg", "reg", "EIR", "Exempt", "exempt", "Withh", "withh"),
    *("public interest", "public-interest"),
)
# Both begin with what is looked for, so that nothing is tried at other characters.
_CITES_SHORTLY = re.compile(r"[Ss](?<!\w[Ss])[Ss]?\.?\s?\d\d")
_SENTENCE = re.compile(r"\s(?:(?<=[.!?]\s)\s*(?=[A-Z\u201c\u2018\"'(])|(?<=\n)\n*)")
_DIGIT = re.compile(r"\d")
_REFUSES = re.compile(
    r"\bexempt|\bwithh(?:eld|old)|\brefus|\bengage[sd]?\b|\bFOIA?\b|\bFreedom of Information\b|\bEIRs?\b"
    r"|\bEnvironmental Information\b|\bappl(?:y|ies|ied)\b",
    re.IGNORECASE,
)
_NO_EXEMPTION = re.compile(
    r"\b(?:exempt(?:ed|ion)?|withheld)\s(?:from\s(?:disclosure|release)\s)?(?:by\svirtue\sof|under|pursuant\sto|in|by|at)\s"
    r"(?:sections?|s\.?)\s?(?P<number>\d{1,2})(?P<deeper>(?:\s?\(\w{1,3}\))*)(?![\dA-Z])",
    re.IGNORECASE,
)
# Without one of these, in small letters, no exemption is named.
_OF_EXEMPTIONS = ("exempt", "thheld")
_CAN_REFUSE = frozenset(("12", "14", "21", "22", *map(str, range(23, 45)))) - {"25"}
_WEIGHS = re.compile(
    r"\bpublic[- ]interest\b[^.]{0,120}\b(?:test|favou?rs?|outweighs?|balance|maintaining)\b"
    r"|\b(?:balance|favou?r)[^.]{0,60}\bpublic[- ]interest\b",
    re.IGNORECASE,
)
_WEIGHS_NOT = re.compile(
    r"\babsolute\b|\bno public[- ]interest\b|\b(?:not|no) (?:\w+ ){0,4}(?:required|need(?:ed)?|necessary|subject|obliged)\b"
    r"|\bdoes not (?:require|apply)\b|\bnot (?:a )?qualified\b|\blegitimate interests?\b",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"\brefusal notice\b|\bsection 17(?:\s?\(1\))? of the\b|\bs\.?\s?17\s?\(1\)", re.IGNORECASE
)
_ANY_INTEREST = re.compile(r"\bpublic[- ]interest\b|\bprejudice test\b", re.IGNORECASE)
# Section 40 has tests of its own, and confidence (41) a defence of public interest.
_WITH_OTHER_TESTS = frozenset(("40", "41", "36", "37", "39"))


def about_sections(entry: Entry) -> Iterator[tuple[str | None, str]]:
    """Yield what is wrong with the sections that a response relies on, with the label of its question."""
    response = entry.response
    if not (entry.exemptions or has_any(response, _CITES) or _CITES_SHORTLY.search(response)):
        return
    told: set[str] = set()
    for sentence in _SENTENCE.split(response):
        # Whatever is cited has a number.
        if not _DIGIT.search(sentence):
            continue
        lowered = sentence.lower()
        refuses = _no_exemption(sentence) if has_any(lowered, _OF_EXEMPTIONS) else ()
        for says in (*_not_in_the_law(sentence), *refuses):
            if says not in told:
                told.add(says)
                yield _label(entry, sentence), says
    yield from ((None, says) for says in _public_interest(entry))


def _label(entry: Entry, sentence: str) -> str | None:
    """Return the label of the one question whose answer says it."""
    labels = [one.label for one in entry.questions if one.answer and sentence in one.answer]
    return labels[0] if len(labels) == 1 else None


def _not_in_the_law(sentence: str) -> Iterator[str]:
    for _, cited in citations(sentence):
        if is_provision(cited) is False and _REFUSES.search(sentence):
            law = "the EIR have" if cited.startswith("EIR") else "the Act has"
            yield f"It relies on {_named(cited)}, and {law} no such provision"


def _no_exemption(sentence: str) -> Iterator[str]:
    for found in _NO_EXEMPTION.finditer(sentence):
        if found["number"] in _CAN_REFUSE:
            continue
        law = law_named(sentence, start=found.start("number"), end=found.end())
        if law in (None, Law.FOIA):
            yield f"It calls section {found['number']} an exemption, and that section of the Act exempts nothing"


def _named(cited: str) -> str:
    return f"regulation {cited[4:]}" if cited.startswith("EIR ") else f"section {cited}"


def _public_interest(entry: Entry) -> Iterator[str]:
    """Yield where one exemption alone is relied on, and the public interest is weighed for it wrongly, or not at all.

    A log often sums an answer up: that nothing is weighed is told only of what calls itself a refusal notice.
    """
    cited = {section_of(one) for one in entry.exemptions}
    if len(cited) != 1 or cited & _WITH_OTHER_TESTS:
        return
    (section,) = cited
    grounds = [one for one in entry.exemptions if section_of(one) == section]
    tests = {public_interest_test_of(one) for one in grounds}
    found = exemption(section)
    if found is None or found.kind not in ("exemption", "exception"):
        return
    if tests == {PublicInterestTest.NONE} and (
        _WEIGHS.search(entry.response) and not _WEIGHS_NOT.search(entry.response)
    ):
        yield f"It weighs the public interest for {_named(section)}, and none is weighed there: it is absolute"
    if (
        tests == {PublicInterestTest.APPLIES}
        and _NOTICE.search(entry.response)
        and not _ANY_INTEREST.search(entry.response)
    ):
        yield f"It refuses under {_named(section)} and says nothing of the public interest, which must be weighed there"
