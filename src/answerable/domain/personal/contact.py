"""How people are reached: e-mail addresses, telephone numbers, profiles on the web."""

import re

from answerable.domain.personal.checks import figures
from answerable.domain.personal.gazetteer import is_first_name
from answerable.domain.personal.kinds import Certainty, PersonalKind
from answerable.domain.personal.rules import Rule, matched, stands_before

_EMAIL = re.compile(
    r"(?<![\w.+-])(?P<who>\w[\w.+'’-]{0,63})@\w[\w-]{0,62}(?:\.[\w-]{1,63}){1,6}(?<![-.])"
)
_SHARED = re.compile(
    r"(?:admin|appeals?|careers|complaints?|contact|corporate|customers?|data|dpo|enquir(?:y|ies)|events|feedback|foia?"
    r"|freedom(?:of)?|general|governance|hello|helpdesk|help|hr|info|information|inquiries|jobs|mail|mailbox|media|my"
    r"|news|newsroom|no|noreply|of|office|planning|press|protection|records?|recruitment|reply|requests?|request|reviews?|rights?|lists?|sales"
    r"|services?|site|support|team|the|us|webmaster|your)+\d*"
)
_PART = re.compile(r"[._+'’-]")


def is_somebodys(match: re.Match[str]) -> bool:
    """Return whether an address is no office's: `foi@…` leads to nobody."""
    parts = [one for one in _PART.split(match["who"].lower().partition("+")[0]) if one]
    if any(is_first_name(one) for one in parts) or any(len(one) == 1 for one in parts[:-1]):
        return True
    return not any(_SHARED.fullmatch(one) for one in parts)


_GAP = "[ \u00a0-]"
# 03 and 08 are numbers of organisations.
_PHONE = re.compile(
    rf"(?<![\w/.£+-])(?:\+44{_GAP}?(?:\(0\){_GAP}?)?|00{_GAP}?44{_GAP}?(?:\(0\){_GAP}?)?|\(?0)"
    rf"(?:1\d|2\d|5[56]|7\d)(?:\)?{_GAP}{{0,2}}\d){{7,8}}(?![\w/])"
    r"|(?<![\w/.£+-])0[127]\d{2,3}\.\d{3}\.\d{3,4}(?![\w/.])"
)
_FEWEST, _MOST = 9, 10
_ABROAD = re.compile(
    rf"(?<![\w/.£])(?<!\d[ -])(?:\+(?!44)|00{_GAP}?(?!44)(?=[1-9]\d{{0,2}}[ -]))[1-9]\d{{0,2}}(?:[ \u00a0.-]?\(?\d{{1,4}}\)?){{2,7}}(?![\w/])"
)
_FEWEST_ABROAD, _MOST_ABROAD = 8, 16
_LABELLED = re.compile(
    r"\b(?:tel(?:ephone)?|phone|mobile|mob|landline|ffôn|ffon|symudol)\b\.?(?: ?(?:no|number|rhif)\b\.?)?"
    r"\s?[:=]?\s?(?P<it>\(?\d(?:[\d()\u00a0 -]{4,14})\d)(?![\w/])",
    re.IGNORECASE,
)
_OF_ORGANISATIONS = re.compile(r"(?:0044|44|0)0?[389]")


def _is_phone(match: re.Match[str]) -> bool:
    number = re.sub(r"^(?:0044|44)?0?", "", figures(match[0]))
    return _FEWEST <= len(number) <= _MOST


def _is_abroad(match: re.Match[str]) -> bool:
    return _FEWEST_ABROAD <= len(figures(match[0])) <= _MOST_ABROAD


def _is_number_of_somebody(match: re.Match[str]) -> bool:
    digits = figures(match["it"])
    return 6 <= len(digits) <= 12 and not _OF_ORGANISATIONS.match(digits)  # noqa: PLR2004 local numbers, too


_HANDLE = re.compile(
    r"(?<![\w.@/+-])@(?P<handle>[A-Za-z_][\w]{2,29}(?:\.\w{2,29})?)(?![\w@.-]*[@(])"
)
_CODE = frozenset(
    "media import param return returns charset keyframes include font override deprecated".split()
)
_HANDLED = re.compile(
    r"\b(?:handle|twitter|instagram|insta|tiktok|snapchat|snap|youtube|threads|social|user|username|account|posts?|posted"
    r"|profile|page|tweets?|follow|message|dm|x)\b",
    re.IGNORECASE,
)
_PROFILE = re.compile(
    r"(?<![\w.@-])(?:https?://)?(?:www\.|m\.|mobile\.|en-gb\.|uk\.)?"
    r"(?:(?:facebook|fb)\.com/(?:profile\.php\?id=\d{4,20}|people/[\w.%-]{2,60}|(?!groups|pages|sharer|events|watch|help|"
    r"business|search|login|hashtag|photo|marketplace|plugins)[\w.%-]{3,60})"
    r"|(?:twitter|x)\.com/(?!search|intent|hashtag|share|home|i/|login|explore)@?\w{2,30}"
    r"|instagram\.com/(?!p/|reel|explore|stories|accounts)[\w.]{2,40}"
    r"|linkedin\.com/(?:in|pub)/[\w%-]{2,90}"
    r"|(?:tiktok|youtube|threads|medium)\.(?:com|net)/@[\w.]{2,40}"
    r"|snapchat\.com/add/[\w.-]{2,40}|t\.me/\w{3,40}|github\.com/\w[\w-]{1,38}(?![\w/-]))/?(?<![.])",
    re.IGNORECASE,
)


def _is_handle(match: re.Match[str]) -> bool:
    return match["handle"].lower() not in _CODE


def _is_handle_by_words(match: re.Match[str]) -> bool:
    return _is_handle(match) and stands_before(_HANDLED, match)


_C, _L, _P = Certainty.CERTAIN, Certainty.LIKELY, Certainty.POSSIBLE
CONTACT = (
    Rule(
        PersonalKind.EMAIL, _C, "it has the form of somebody’s e-mail address", _EMAIL, is_somebodys
    ),
    Rule(
        PersonalKind.PHONE, _C, "it has the form of a British telephone number", _PHONE, _is_phone
    ),
    Rule(
        PersonalKind.PHONE, _L, "it has the form of a telephone number abroad", _ABROAD, _is_abroad
    ),
    Rule(
        PersonalKind.PHONE, _L, "it is called a telephone number", _LABELLED, _is_number_of_somebody
    ),
    Rule(PersonalKind.ONLINE, _C, "it is the address of a profile", _PROFILE),
    Rule(
        PersonalKind.ONLINE, _L, "words beside it speak of an account", _HANDLE, _is_handle_by_words
    ),
    Rule(PersonalKind.ONLINE, _P, "it has the form of a name on the web", _HANDLE, _is_handle),
)
__all__ = ["CONTACT", "is_somebodys", "matched"]
