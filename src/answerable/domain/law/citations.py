"""Citations of the grounds of refusal, in every form that letters print."""

import re
from collections.abc import Iterator

from answerable.domain.law.laws_named import Law, law_named

Parts = tuple[str, ...]
"""A provision: its section, and as far as it goes its subsection, paragraph, sub-paragraph."""


def citations(text: str, *, unnamed: Law = Law.FOIA) -> Iterator[tuple[int, str]]:
    """Yield each cited ground of refusal with its place in the text, canonical to the limb.

    Only what can refuse a request counts: sections 12, 14 and 21 to 44 of the Act, and the
    exceptions of the EIR (`EIR 12(4)(a)`); of Scotland's Act sections 12, 14 and 25 to 41 (`FOISA 38(1)(b)`).
    A section of another Act is passed over. `unnamed` is the law that "the Act" is in the text, and whose sections
    are cited without a name: the Act, or Scotland's.
    """
    end = 0
    for found in _firsts(text):
        if found.start() < end:
            continue
        listed = list(_listed(text, found))
        end = listed[-1][1]
        law = law_named(text, start=found.start(), end=end)
        if law is None:
            law = _law_unnamed(text, found, listed[0][2])
        if law is Law.FOIA:
            law = unnamed
        yield from _in_law(law, listed)


def may_cite(text: str) -> bool:
    """Return whether a text holds the number of a provision: without one it cites nothing."""
    return _NUMBER.search(text) is not None


def _law_unnamed(text: str, found: re.Match[str], parts: Parts) -> Law:
    """Return the law of a citation that names none; other regulations have a regulation 13, too."""
    if not (found["regulation"] or found["loose_regulation"]):
        return Law.FOIA
    is_sure = len(parts) > 1 or _OF_ENVIRONMENT.search(text) is not None
    return Law.EIR if is_sure else Law.OTHER


def canonical_citation(text: str) -> str:
    """Return "section 31 (1) (a)", "s.31(1)(a)" and the like as `31(1)(a)`; other text as it is."""
    for _, citation in citations(text):
        return citation
    bare = _BARE.fullmatch(text)
    return _canonical(_parts(bare.group(1))) if bare else text


# A subsection is a number, a paragraph a letter, a sub-paragraph a roman numeral. The scanner reads
# the first 1 of "31(1)(a)" as l or I; no subsection has a letter for its name, so both mean 1.
_SUBSECTION = r"\(\s?(?:\d{1,2}[A-Za-z]?|[lI])\s?\)"
_PARAGRAPH = r"\(\s?(?:[a-zA-Z]|a[a-d])\s?\)"
_SUB_PARAGRAPH = r"\(\s?[ivx]{1,4}\s?\)"
_DEEPER = rf"(?:\s?{_SUBSECTION})?(?:\s?{_PARAGRAPH}(?:\s?{_SUB_PARAGRAPH})?)?"
_WHOLE = r"(?![A-Za-z0-9]|[.,:/]\d)"
_OF_SECTION = r"(?:1[24]|22[Aa]|2[1-9]|3\d|4[0-4])"
_SECTION = rf"{_OF_SECTION}{_WHOLE}"
_PROVISION = rf"{_SECTION}{_DEEPER}"
_EXCEPTION = rf"(?:12\s?\((?:[3-9]|1[01])\)|13\s?\([1-6][A-Z]?\)|5\s?\(3\)){_DEEPER}|1[23]{_WHOLE}"

# "S40,2", "section 31.1.a", "reg. 12.4.b", "section 40, subsection (2)". Subsections end at 11: what
# stands behind the comma of "sections 14,21" is a section.
_SUB = r"(?:,?\s(?:of\s)?sub-?section\s\(?|[.,])(?:[1-9]|1[01])(?![\d])[A-Za-z]?\)?"
_LOOSE = (
    rf"{_SUB}(?:[.,]?\s?\(?[a-z]\)?(?![a-z])(?:[.,]?\s?\(?[ivx]{{1,4}}\)?(?![a-z]))?)?"
    r"(?![\w'\u2019]|[.,]\w)"
)

# A word that only a citation follows may stand before a bare section; after any other word
# ("exemptions 31 times") the provision must go as far as its subsection.
_SURE = r"(?:[Ss]ections?|SECTIONS?|[Ss]ecs?\b|[Ss]ect?s?\.|[Ss]{1,2}\.|[Ss]{1,2}(?=\d)|§{1,2}|[Aa]dran(?:nau)?)"
_UNSURE = (
    r"(?:[Ss]{1,2}|[Ee]xemptions?(?:\s(?:under|at|in|of|by)|:)?|[Ee]xempt|[Uu]nder|FOIA|"
    r"pursuant\sto|virtue\sof)"
)
_REGULATION = r"(?:[Rr]egulations?|[Rr]egs?\.?|EIRs?|[Ee]xceptions?(?:\s(?:under|at|in|of))?)"
# "sections 14, 21 and 40(2)", but not "section 14, 21 days later".
_NO_COUNT = (
    r"(?!\s?%|\s(?:working|calendar|days?|hours?|minutes|weeks?|months?|years?|pages|people|"
    r"officers|staff|cases|records|complaints|January|February|March|April|May|June|July|August|"
    r"September|October|November|December)\b)"
)
_FIRST = re.compile(
    rf"(?<![\w'\u2019])(?:{_SURE}\s{{0,3}}(?P<loose>{_OF_SECTION}{_LOOSE}){_NO_COUNT}"
    rf"|{_REGULATION}\s{{0,3}}(?P<loose_regulation>1[23]{_LOOSE}){_NO_COUNT}"
    rf"|{_SURE}\s{{0,3}}(?P<sure>{_PROVISION})"
    rf"|{_UNSURE}\s{{1,3}}(?P<unsure>(?={_SECTION}\s?\(\s?\d){_PROVISION})"
    rf"|{_REGULATION}\s{{0,3}}(?P<regulation>{_EXCEPTION}))"
)
_NUMBER = re.compile(
    r"[1-5](?:(?:(?<=1)[2-4]|(?<=2)[1-9]|(?<=3)\d|(?<=4)[0-4])(?!\d)|(?<=5)\s?\(3\))"
)
"""The numbers of the provisions in `_FIRST`: 12 to 14, 21 to 44, and regulation 5(3)."""
_MOST_SPACES = 3
_ENDS = tuple(". § : s tion ec adran nau reg eir exempt under foia at in of by to".split())
"""What the words end with that may stand right before a number in `_FIRST`: most numbers only count."""
_LONGEST_END = 6
_LONGEST_WORDS = 30
_LONGEST_PROVISION = 80
_BARE = re.compile(rf"\s*({_PROVISION})\s*")

_NEXT = re.compile(
    r"(?P<joint>\s{0,2}(?:,\s{0,2}(?:and\s|or\s|&\s)?|;\s|/|and\s|or\s|a\s|ac\s|&|\+|-|\u2013|\u2014|to\s)\s?|)"
    r"(?:[Ss]ections?\s|[Ss]{1,2}\.?\s?)?"
    rf"(?:(?P<whole>{_PROVISION}){_NO_COUNT}|(?P<part>\((?:\s?[\w]{{1,4}}\s?)\){_DEEPER}))"
)
_COMMA_NEEDS = re.compile(r"\s{0,2}(?:[,.;)&+]|and\b|or\b|of\b|$)")
_PART = re.compile(r"\(\s?(\w{1,4})\s?\)")
_LOOSE_PARTS = re.compile(
    r"(?P<section>\d{2}[Aa]?)(?:,?\s(?:of\s)?sub-?section\s\(?|[.,])(\d{1,2}[A-Za-z]?)\)?"
    r"(?:[.,]?\s?\(?([a-z])\)?(?:[.,]?\s?\(?([ivx]{1,4})\)?)?)?"
)
_OF_ENVIRONMENT = re.compile(r"\bEIRs?\b|[Ee]nvironmental\s[Ii]nformation|[Aa]mgylcheddol")
_SUB_BEFORE = re.compile(
    r"sub-?section\s\((\d{1,2}[A-Z]?)\)(?:\(([a-z])\))?\s(?:of|to)\s$", re.IGNORECASE
)
_SPAN = re.compile(r"-|\u2013|\u2014|to\s")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


def _firsts(text: str) -> Iterator[re.Match[str]]:
    """Yield what begins like a citation: looking for a number first takes a fifth of the time."""
    done = 0
    for number in _NUMBER.finditer(text):
        place = number.start()
        before = text[max(done, place - _MOST_SPACES - _LONGEST_END) : place]
        if not before.rstrip().lower().endswith(_ENDS):
            continue
        found = _FIRST.search(text, max(done, place - _LONGEST_WORDS), place + _LONGEST_PROVISION)
        # A later number is looked at in its turn, with all that stands behind it.
        if found is not None and found.start(found.lastgroup or "sure") == place:
            done = found.end()
            yield found


def _listed(text: str, found: re.Match[str]) -> Iterator[tuple[int, int, Parts]]:
    """Yield the provisions of one list, with where each begins and ends."""
    group = found.lastgroup or "sure"
    parts = _parts(found[group])
    if len(parts) == 1:
        # The subsection may stand before its section, as in "subsection (2) of section 40".
        sub = _SUB_BEFORE.search(text, max(0, found.start() - _LONGEST_WORDS), found.start())
        parts += tuple(name for name in sub.groups() if name) if sub else ()
    yield found.start(group), found.end(group), parts
    end = found.end(group)
    while following := _NEXT.match(text, end):
        further = _further(text, following, after=parts)
        if not further:
            return
        end, parts = following.end(), further[-1]
        for limb in further:
            yield following.start("whole" if following["whole"] else "part"), end, limb


def _further(text: str, following: re.Match[str], *, after: Parts) -> list[Parts]:
    """Return what "and 40(2)", "and (b)" or "-(c)" adds to the provision before it."""
    joint = following["joint"]
    spans = bool(_SPAN.search(joint))
    if following["whole"]:
        parts = _parts(following["whole"])
        # "section 14 - 21 days" is no range: both ends of one go as far as a limb.
        if not joint or (spans and len(parts) == 1):
            return []
    else:
        if joint.strip() in {",", ""} and _COMMA_NEEDS.match(text, following.end()) is None:
            return []
        parts = _beside(after, _parts(following["part"]))
    return _range(after, parts) if spans and parts else [parts] if parts else []


def _beside(limb: Parts, part: Parts) -> Parts:
    """Return (b) beside 31(1)(a) as 31(1)(b), or nothing where the limb has no such level."""
    level = _level(part[0], deepest=len(limb) - 1)
    return (*limb[:level], *part) if 0 < level < len(limb) else ()


def _level(name: str, *, deepest: int) -> int:
    if name[0].isdigit():
        return 1
    if deepest == 3 and name in _ROMAN:  # noqa: PLR2004 - the depth of a sub-paragraph
        return 3
    return 2


def _range(first: Parts, last: Parts) -> list[Parts]:
    """Return what stands after `first` up to `last`: (b) and (c) for "31(1)(a)-(c)"."""
    if first[:-1] == last[:-1]:
        for names in (_ROMAN, "abcdefghijklmnopqrstuvwxyz", tuple(str(n) for n in range(100))):
            if first[-1] in names and last[-1] in names:
                between = names[names.index(first[-1]) + 1 : names.index(last[-1]) + 1]
                return [(*last[:-1], name) for name in between] or [last]
    return [last]


def _parts(text: str) -> Parts:
    section, _, _ = text.partition("(")
    names = _PART.findall(text)
    if loose := _LOOSE_PARTS.fullmatch(text):
        section, names = loose["section"], [one for one in loose.groups()[1:] if one]
    if not section:
        return tuple(name.lower() for name in names)
    if names[:1] in (["l"], ["I"]):
        names[0] = "1"
    return (section.strip().upper(), *(name.lower() for name in names))


def _in_law(law: Law, listed: list[tuple[int, int, Parts]]) -> Iterator[tuple[int, str]]:
    if law is Law.OTHER:
        return
    for place, _, parts in listed:
        if _refuses(law, parts[0]):
            yield place, _PREFIXES[law] + _canonical(parts)


_PREFIXES = {Law.FOIA: "", Law.FOISA: "FOISA ", Law.EIR: "EIR "}
_LAST_OF_SCOTLAND = 41


def _refuses(law: Law, section: str) -> bool:
    """Return whether a section of a law can refuse a request; both Acts have a section 25, and only Scotland's exempts."""
    if law is Law.EIR:
        return section in {"5", "12", "13"}
    if law is Law.FOIA:
        return section != "25"
    return section in {"12", "14"} or 25 <= int(section.rstrip("A")) <= _LAST_OF_SCOTLAND  # noqa: PLR2004 the first exemption


def _canonical(parts: Parts) -> str:
    """Return the parts as one: a subsection's letter is a capital (3A), a paragraph's is not."""
    section, *names = parts
    return section + "".join(f"({n.upper() if n[0].isdigit() else n})" for n in names)
