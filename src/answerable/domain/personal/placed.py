"""Names that are told by where they stand: behind a greeting, under a closing, behind a label."""

import re
from collections.abc import Iterator

from answerable.domain.personal.gazetteer import Gazetteer, folded
from answerable.domain.personal.kinds import Certainty
from answerable.domain.personal.titled import NameSpan

_GREETING = re.compile(
    r"^[ \t>]{0,8}(?:Dear|Hi|Hello|Hey|Hiya|Good (?:morning|afternoon|evening)|Morning|Annwyl|Helo)[ \t]+"
    r"(?P<who>[^\W\d_][\w.'’ -]{1,50}?)[ \t]*(?:[,:!–-]|$)",
    re.MULTILINE,
)
_CLOSING = re.compile(
    r"^[ \t>]{0,8}(?:(?:(?:kind|kindest|warm|best|many|with|very)[ \t]+){0,3}(?:regards|wishes|thanks)|regards|best|cheers|thanks"
    r"|thank you|yours(?: (?:sincerely|faithfully|truly|ever))?|sincerely|signed|cofion(?: \w{1,12})?|diolch(?: \w{1,12})?"
    r"|yn gywir|yr eiddoch(?: yn gywir)?)[ \t]*[,.!–-]{0,3}[ \t]*(?:\r?\n[ \t>]*){1,3}(?P<who>[^\W\d_][^\n]{1,60})$",
    re.MULTILINE | re.IGNORECASE,
)
_THANKED = re.compile(
    r"\b(?:[Tt]hanks|[Cc]heers|[Mm]any thanks|[Tt]hank you|[Rr]egards),? (?P<who>[A-ZÀ-Þ][\w'’-]{2,30})(?=[,.!\n]|$)"
)
_LABEL = re.compile(
    r"(?:^|(?<=[,;|\t(])|(?<=[.] )|(?<=[|,;] ))[ \t>*-]{0,8}(?:(?:full |first |last |sur|fore|given |family |maiden )?names?|surname|applicant|complainant"
    r"|claimant|requester|requestor|witness|suspect|victim|defendant|offender|informant|keeper|tenant|patient|employee"
    r"|line manager|manager|case officer|officer in (?:the )?case|OIC|attending officer|contact|author|signed(?: by)?|next of kin|parent|carer|emergency contact"
    r"|reported by|prepared by|completed by|approved by|enw)[ \t]{0,3}[:=][ \t]{0,4}(?P<who>[^\W\d_][^\n,;|\t(<\[/]{1,45})",
    re.MULTILINE | re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_MOST_WORDS = 5
_NOT_GREETED = frozenset(
    "sir madam team all colleague colleagues everyone both there folks friend friends".split()
)
_ROLES = re.compile(r",| - | – |\(| [|] ")


def placed_names(text: str, known: Gazetteer) -> Iterator[NameSpan]:
    """Yield the names that a text tells by their place, in whatever letters they are written."""
    for pattern, why in _PLACES:
        for match in pattern.finditer(text):
            start, end = _cut(match)
            if _is_name(text[start:end], known, is_called=pattern is _LABEL):
                yield NameSpan(start, end, Certainty.LIKELY, why)


_PLACES = (
    (_GREETING, "it is greeted so"),
    (_CLOSING, "it is signed so"),
    (_THANKED, "it is thanked or signed so"),
    (_LABEL, "it is called a name"),
)


def _cut(match: re.Match[str]) -> tuple[int, int]:
    """Return where the words of a name begin and end, without the post behind it."""
    start, end = match.span("who")
    role = _ROLES.search(match.string, start, end)
    end = role.start() if role else end
    while end > start and match.string[end - 1] in " \t.!":
        end -= 1
    return start, end


def _is_name(words: str, known: Gazetteer, *, is_called: bool) -> bool:
    parts = [folded(one.strip(".")) for one in _WORD.findall(words)]
    if not parts or len(parts) > _MOST_WORDS or any(sign.isdigit() for sign in words):
        return False
    if any(one in _NOT_GREETED or one in known.offices for one in parts):
        return False
    if any(one in known.behind and one not in known.surnames for one in parts):
        return False
    if any(_is_only_name(one, known) for one in parts):
        return True
    has_capitals = all(one[0].isupper() for one in _WORD.findall(words))
    is_named = any(one in known.first or one in known.surnames for one in parts)
    return has_capitals and is_named and (is_called or len(parts) > 1)


def _is_only_name(word: str, known: Gazetteer) -> bool:
    return len(word) > 1 and word not in known.places and word not in known.words
