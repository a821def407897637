"""Whether words of special categories are about somebody: or about services, rules and numbers, or whoever merely asks."""

import re
from collections.abc import Sequence

_BEHIND = re.compile(
    r"[ -](?:(?:advice|support|care|treatment|health|information|liaison|prevention|crisis|outreach|response|recovery|action|day) )?"
    r"(?:units?|wards?|services?|clinics?|centres?|charit(?:y|ies)|research|screening|strateg(?:y|ies)|polic(?:y|ies)"
    r"|budgets?|awareness|figures|statistics|nurses?|funding|pathways?|schools?|training|teams?|programmes?|provision"
    r"|spots?|halls?|forms?|fees?|specialists?|hospitals?|support groups?|(?:absence|leave) (?:policy|rates?|figures))\b"
)
"""What makes a thing of words that stand before it: "the stroke unit", "on licence form 4B"."""

_BEFORE = re.compile(
    r"\b(?:polic(?:y|ies)|strateg(?:y|ies)|guidance|training|information|statistics|figures|data|budgets?|spending|spent|money"
    r"|funding|rules?|research|advice|leaflets?|courses?) (?:on|for|of|about|in|to)(?: the| all| any)? $"
)
_PUBLIC = re.compile(
    r"[ -](?:data|surveys?|monitoring|questions?|impact|pride|parades?|march(?:es)?|bars?|clubs?|rights|marriages?|communit(?:y|ies)|festivals?|holidays?|calendars?|aid"
    r"|forums?|burial|graves?|sites?|grounds?|churchyards?|cemeter(?:y|ies)|bookshops?|restaurants?|newspapers?|embass(?:y|ies)|contracts?|vans?|bends?|corners?|alleys?|gangs?)\b"
)
"""What anybody may pass, visit or read of a faith, an origin or a way of living: "the gay pride march went past"."""
_LIVED = ("ethnicity", "religion", "sex_life")
_IS_ONE = re.compile(r"\b(?:(?:is|was|am|being|as) an?|his|her|my) $", re.IGNORECASE)
"""Who is "a lesbian rights activist" is somebody."""
_FIRM = re.compile(
    r" (?:& (?!I\b|He\b|His\b|She\b|Her\b|My\b|We\b|They\b)[A-Z][a-z]+|and (?:Sons?|Co|Partners|Daughters?)\b|(?:Ltd|Limited|LLP|plc)\b)"
)
"""What follows in a name of a firm: "Christian & Sons"."""
_OF_SOMEBODY = re.compile(r"\b(?:is|was|am|are|were|being|as)(?: an?)? $", re.IGNORECASE)
_BUILDING = re.compile(
    r" (?:church|chapel|mosque|synagogue|temple|gurdwara|cathedral|school|college)\b"
)
_GOES_THERE = re.compile(
    r"\b(?:attends?|attended|attending|member of|congregation (?:of|at)|worships? (?:at|in)|prays? (?:at|in)|preach(?:es|ed)? (?:at|in)"
    r"|goes to|went to|go to|belongs? to|baptised (?:at|in)|married (?:at|in)|his|her|my)(?: an?| the)? ?(?:local |nearest )?$",
    re.IGNORECASE,
)
"""Who goes to a house of a faith is of it, who parks beside it need not be."""
_FIGURATIVE = re.compile(
    r"(?:(?:blind|deaf) to (?:(?:the|all|any|our|its|their|his|her|such|a) )?(?:\w+ )?(?:risks?|dangers?|problems?|issues?|concerns?|complaints?|needs?|evidence|facts?|warnings?|criticism|reason|pleas?|requests?|consequences|impact|effects?|abuse|failings?|faults?|appeals?|calls?|cuts?|costs?)"
    r"|blind (?:eye|faith|panic|bends?|corners?|spots?|alleys?|trust|tests?|tasting)|deaf ears?|(?:turned|turning|turn) a blind"
    r"|seizures? of (?:goods|property|cash|assets|drugs|vehicles?|cars?|dogs?|animals?|weapons?|knives|firearms?|equipment|documents?|evidence|tobacco|cannabis|phones?|devices?|counterfeit)|stroke of (?:luck|genius|midnight|the)|paranoia about|addict(?:ed)? to (?:e-?mails?|meetings|coffee|overtime)"
    r"|over the limit of (?:the|a|its)|anxiety among (?:the )?(?:council|market|price|cost|plan)|sentenced? (?:of|in|on) (?:the|that|this|your) (?:letter|report|page|paragraph|e-?mail)"
    r"|(?:was|were|am|is|been) on strike (?:pay|ballots?|days|figures)|on licence terms|ill[- ](?:advised|informed|fitting|timed|judged|defined))\b",
    re.IGNORECASE,
)
_IN_GENERAL = re.compile(
    r"(?<!\bmy )(?<!\bhis )(?<!\bher )(?<!\bour )\b(?:people|persons|those|anyone|anybody|adults|children|men|women|patients|staff|employees|officers|residents"
    r"|tenants|pupils|students|users|families|veterans|prisoners|drivers|carers|parents|callers|applicants)"
    r" (?:living with|with|suffering from|who (?:have|are|were|had)|affected by)(?: severe| chronic| mild)? $",
    re.IGNORECASE,
)
"""Any such people: "help for children with autism" speaks of no child."""
_SWITCHED_OFF = re.compile(
    r"disabled (?:as an? (?:user|account|login)|on the (?:portal|system)|after \w+ (?:days|attempts|minutes))",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:how (?:many|much|often)|numbers? of|total of|what (?:proportion|percentage|share))\b([^,;:\n]*)$"
    # Which things are asked for, and not what somebody has "which is cancer".
    r"|(?:^\W*|\b(?:state|say|list|know|tell me|told|provide|confirm|ask(?:ed|ing)?) )which (?!(?:is|was|has|does|causes)\b)(?:[\w-]+ )?[a-z]+s\b([^,;:\n]*)$",
    re.IGNORECASE,
)
_ONE = re.compile(
    r"\b(?:I|he|she|him|her|his|my|me|(?:the|this|that) (?:complainant|applicant|patient|victim|suspect|defendant|child|boy|girl|man|woman))\b",
    re.IGNORECASE,
)
_BLINDS = re.compile(r"\b(?:the|a|each|every|roller|venetian|vertical|window|torn|broken|new|old) $", re.IGNORECASE)  # fmt: skip
_PERSON_BEHIND = re.compile(
    r" (?:man|woman|person|people|child|children|boy|girl|lady|gentleman|resident|applicant|tenant|passenger|pupil|student|veteran|user|employee)s?\b"
)
_CHARGED = re.compile(
    r"\bcharged(?! (?:with|in connection|to appear|on suspicion))\b", re.IGNORECASE
)
_HOLLOW = re.compile(r"depression (?:in|of) (?:the|a|its|their) ", re.IGNORECASE)
"""A hollow in a road, or hard times of a trade."""
_NOTHING = re.compile(r"\b(?:of|with|for|by) (?:nothing|nobody|no|none)\b", re.IGNORECASE)

_ASKS = re.compile(
    r"(?:I|he|she|the (?:applicant|requester|complainant|claimant)) (?:also |then |only |now |just )?"
    r"(?:would (?:also )?(?:like|be grateful)|should like|asks?|asked|requests?|requested|wants? to (?:know|see)|wanted to (?:know|see)"
    r"|wish(?:es|ed)? to (?:know|see)|am (?:writing|asking|requesting)|understands?|refers?|referred)\b"
    r"|(?:my|his|her) (?:requests?|questions?|letters?|e-?mails?|enquir(?:y|ies)|applications?)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(r"\b(?:tell|send|sent|let|inform|give|gave|provide|provided|show|showed) $", re.IGNORECASE)  # fmt: skip


def is_about_things(text: str, sentence: int, match: re.Match[str], names: Sequence[int]) -> bool:
    """Return whether words of a special category say what a service, a rule or a number is about, or mean something else.

    `sentence` is where their sentence begins, `names` where names stand.
    """
    start, end = match.span()
    before = text[sentence:start]
    if _BEHIND.match(text, end) or _BEFORE.search(before) or _IN_GENERAL.search(before):
        return True
    if _means_another_thing(text, match) or _is_public(text, match, before):
        return True
    counted = _COUNTED.search(before)
    if counted is None:
        return False
    behind = counted.lastindex or 1
    if _ONE.search(counted[behind]):
        return False
    first = sentence + counted.start(behind)
    return not any(first <= one < start for one in names)


def _is_public(text: str, match: re.Match[str], before: str) -> bool:
    """Return whether a faith, an origin or a way of living says what everybody sees: "the gay pride march"."""
    if match.lastgroup not in _LIVED:
        return False
    end = match.end()
    if text[match.start()].isupper() and _FIRM.match(text, end):
        return _OF_SOMEBODY.search(before) is None
    if _BUILDING.match(text, end):
        return _GOES_THERE.search(before) is None
    return _PUBLIC.match(text, end) is not None and _IS_ONE.search(before) is None


def _means_another_thing(text: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    if _FIGURATIVE.match(text, start):
        return True
    if match[0].lower() == "blind":
        is_a_thing = _BLINDS.search(text[max(0, start - 20) : start]) is not None
        return is_a_thing and _PERSON_BEHIND.match(text, end) is None
    said = text[start : end + 20]
    if _HOLLOW.match(said) or _SWITCHED_OFF.match(text, start):
        return True
    charged = _CHARGED.search(said)
    if charged is not None and charged.start() < end - start:
        return True
    nothing = _NOTHING.search(said)
    return nothing is not None and nothing.start() <= end - start + 1


def merely_asks(text: str, somebody: re.Match[str]) -> bool:
    """Return whether somebody is there as whoever asks, or is told: "I would like to know", "tell me", "my request"."""
    start = somebody.start()
    is_told = somebody[0] == "me" and _TOLD.search(text[max(0, start - 12) : start])
    return bool(is_told) or _ASKS.match(text, start) is not None
