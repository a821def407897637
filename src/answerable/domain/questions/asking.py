"""What asks, and what does not: sentences, wishes, courtesies, and words about the answer's form."""

import re
from collections.abc import Iterator

_LONGEST_FORMULA = 600
_FORMULA = re.compile(
    r"(?:this is an?|i am making an?|please (?:treat|accept|consider) this(?: \w+){0,3} as an?|i wish to make an?|"
    r"i would like to make an?|i am writing to make an?)\s"
    r"(?:formal |official )?(?:request|foi)[^?]*\b(?:act|information|foi|foia|regulations)\b"
    r"(?![^?:]*\b(?:for|on|about|regarding|relating|concerning|that|please)\b)[^?:]*[.:]?\s*$"
    r"|(?:subject|re|title):\s.*$|(?:freedom of information|foi|environmental information) request[.:]?\s*$"
    r"|i (?:look forward|would prefer|would like to receive|understand (?:that )?(?:you|under))\b[^?]*$"
    r"|(?:if|should) (?:you|this|my request|any|the)\b[^?]*\b(?:clarif|contact me|narrow|refine|cost|limit|advise|"
    r"assist|exempt|redact|refus|transfer|review)\w*\b[^?]*$",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"(?:subject|re|title):\s", re.IGNORECASE)
_SENTENCE = re.compile(
    r"(?<=\?)[\"'\u201d\u2019)]*\s+(?=\S)|(?<=[.!])[\"'\u201d\u2019)]*\s+(?=[A-Z\"'\u201c\u2018(])"
)
_ASKS = re.compile(
    r"(?:(?:and|also|then|first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|fifth(?:ly)?|last(?:ly)?|finally|"
    r"additionally|in addition|furthermore|please|kindly|so|next|p\.?s\.?)[,:]?\s+)*"
    r"(?:who|what|when|where|which|why|how|whether|is|are|was|were|do|does|did|has|have|had|can|could|will|would|"
    r"should|may|please|provide|confirm|give|list|state|supply|send|tell|under the|under foi|pursuant to|"
    r"(?:i|we)(?:['\u2019](?:d|m))?(?: (?:would|should|am|also|hereby|then|further|now)){0,3} (?:like|be grateful|"
    r"appreciate|seeking|requesting|asking|interested|request|ask|seek|require|wish|want|need)|"
    r"this is an? (?:\w+ ){0,4}request|(?:i|we) (?:am|are) (?:making|writing to (?:make|request|ask))|(?:i|we) make|"
    r"my (?:requests?|questions?)(?: is| are)?:?|"
    r"a (?:copy|list|breakdown)|copies of|(?:the )?(?:number|total|amount|cost|names?|dates?) of|details of|"
    r"information (?:on|about|regarding|relating)|(?:all|any) (?:correspondence|documents|e-?mails|records|contracts|"
    r"information|minutes|copies)|"
    r"beth|pwy|pryd|ble|sut|faint|pam|hoffwn|rhowch|anfonwch|a (?:allwch|allech|fyddech|oes|gaf))\b",
    re.IGNORECASE,
)
_FOLLOWS_FROM_QUESTION = re.compile(
    r"if (?:so|not|yes|no|you|it|they|there|this|any|the|neither|either)\b|(?:or|and) if\b"
    r"|(?:please |kindly |(?:can|could|would) you )*(?:break|split|separate|group|show|present|sort)\s"
    r"(?:this|these|it|them|down|the (?:data|figures|results|information|answers?|numbers?|totals?))\b",
    re.IGNORECASE,
)
_COURTESY = re.compile(
    r"(?:i |we )?(?:do )?hope (?:that )?(?:you|this|all)\b.{0,60}$|how are you\b.{0,20}$"
    r"|(?:many |with )?thanks?\b(?!.*\?).{0,80}$|diolch\b.{0,60}$|(?:i|we) look forward\b.{0,80}$"
    r"|(?:please |do |don['\u2019]t |not )*hesitate to\b.{0,80}$|please feel free to\b.{0,80}$"
    r"|(?:can|could|would|will) you (?:please )?help(?: me| us| out| with this| at all|,? please)*\s*[?.!]*$"
    r"|(?:do |please )*(?:let me know|contact me|get in touch) if (?:you|there)\b.{0,40}"
    r"\b(?:questions?|queries|problems?|concerns|clarification)\b.{0,15}$",
    re.IGNORECASE,
)
_ABOUT_THE_ANSWER = re.compile(
    r"(?:please |kindly )+(?:provide|send|supply|give)(?: me| us)?(?: with)?(?: (?:the|this|these|all|any|your))*\s"
    r"(?:information|data|response|answers?|reply|figures|documents?)(?: requested| above)?\s(?:in|as|by|via|to)\b.{0,40}"
    r"\b(?:excel|csv|pdf|word|spreadsheet|electronic\w*|formats?|e-?mail|post|writing|machine.readable)\b.{0,20}$"
    r"|(?:please |kindly |(?:can|could|would) you )+(?:acknowledge\b|confirm (?:safe )?receipt\b).{0,80}$"
    r"|(?:i|we)(?:['\u2019]d| would| should) (?:be (?:very |most )?grateful|appreciate it) if you (?:could|would) (?:please )?"
    r"(?:reply|respond|acknowledge|confirm receipt)(?: (?:to (?:me|us|this)|by|via|in|within|as|at)\b.{0,60})?[.!]?$"
    r"|(?:please |kindly |(?:can|could|would) you |(?:i|we)(?:['\u2019]d| would| should) (?:be (?:very |most )?grateful|"
    r"appreciate it) if you (?:could|would) )+(?:confirm|acknowledge)(?: in writing| by e-?mail)?(?: that)? "
    r"(?:you (?:have )?received|(?:safe )?receipt of) (?:this|my|the) (?:request|e-?mail|letter|message)\b.{0,40}$"
    r"|(?:please |kindly )+(?:note|be aware|be advised|see|refer to|find (?:attached|enclosed|below))\b[^?]{0,200}$"
    r"|(?:please |kindly )+(?:answer|respond to|reply to|see) (?:the|my|these|all)\b.{0,20}\bquestions?(?: below)?[.:]?$",
    re.IGNORECASE,
)
_FORWARDS = re.compile(
    r"(?:hi[, ]+)?(?:please |kindly |(?:can|could|would|will) (?:you|someone|we) )+(?:please )?"
    r"(?:log|action|process|handle|register|allocate|deal with|look (?:at|into)|pick up|respond to|reply to|answer|see)\s"
    r"(?:(?:this|it|below|attached)\b|the (?:\w+ )?(?:below|following|attached|forwarded|request|e-?mail)\b)[^?]{0,60}\??$",
    re.IGNORECASE,
)
_LONGEST_ASIDE = 300
# "s. 16", "Dr. Smith", "J. Smith": the full stop ends a word, and no sentence.
_SHORTENED = re.compile(
    r"(?:^|[\s(])(?:e\.g|i\.e|ss?|dr|mrs?|ms|prof|nos?|paras?|approx|incl|[A-Z])\.$", re.IGNORECASE
)
_LEAD = re.compile(
    r"(?:please |kindly |could you |can you |would you |i would like |i request |i am requesting |i am seeking )?"
    r"(?:please )?(?:provide|send|supply|give|answer|confirm|let me have|to know|to request|to receive|respond to)?\s?"
    r"(?:me |us )?(?:with )?(?:the |with the )?(?:following|below|answers?)?"
    r"(?:(?:^|\s|(?<=\s))(?:information|data|details|questions?|points?|items|documents?|figures|requests?|to|for|in|me|us|my)){0,4}"
    r":?\s*$",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(r"\b(?:following|below|answers?)\b", re.IGNORECASE)
# "For each, from 2018 to 2023.", "The figures should be for adults.": more of what stands in front.
_QUALIFIES = re.compile(
    r"(?:for (?:each|all|both|every|any|the)|th(?:is|ese|ose)|the (?:data|figures?|period|dates?|time)|only|where|"
    r"broken down|by|from|between|covering|since|including|excluding)\b",
    re.IGNORECASE,
)
_UNDER_THE_ACT = re.compile(
    r"^(?:under|pursuant to|in accordance with|by virtue of) (?:the )?(?:terms of the )?"
    r"(?:freedom of information act|foi act|foia|foi|environmental information regulations|eir)s?"
    r"(?: (?:2000|2004))?,?\s*",
    re.IGNORECASE,
)


def is_formula(text: str) -> bool:
    """Return whether a paragraph only says that this is a request, or how it may be dealt with."""
    words = " ".join(text[: _LONGEST_FORMULA + 1].split())
    return len(words) < _LONGEST_FORMULA and _FORMULA.match(words) is not None


def is_subject(text: str) -> bool:
    """Return whether a line is the subject of a message."""
    return _SUBJECT.match(text) is not None


def is_courtesy(text: str) -> bool:
    """Return whether a sentence is only polite: "Hope you are well?", "Could you help me please?"."""
    return len(text) < _LONGEST_ASIDE and _COURTESY.match(text) is not None


def is_aside(text: str) -> bool:
    """Return whether a sentence asks nothing of its own: a courtesy, or words about the answer's form."""
    is_short = len(text) < _LONGEST_ASIDE
    return is_courtesy(text) or (
        is_short and (_ABOUT_THE_ANSWER.match(text) or _FORWARDS.match(text)) is not None
    )


def asks(text: str) -> bool:
    """Return whether a sentence asks or wishes for something."""
    if text.endswith(":") or is_formula(text):
        return False
    return text.endswith("?") or _ASKS.match(text) is not None


def follows_from_question(text: str) -> bool:
    """Return whether a sentence only goes on with the question in front of it: "If so, when?"."""
    return _FOLLOWS_FROM_QUESTION.match(text) is not None


def asks_itself(text: str) -> bool:
    """Return whether an item asks in a whole sentence, and does not only announce those below it."""
    is_wish = text.endswith(".") and asks(text) and not _ANNOUNCES.search(text)
    return text.endswith("?") or is_wish


def qualifies(text: str) -> bool:
    """Return whether a paragraph says more of the question in front of it: "For each, from 2018."."""
    return _QUALIFIES.match(text) is not None and not is_formula(text) and not is_aside(text)


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a paragraph, uncut at shortened words."""
    begin = 0
    for cut in _SENTENCE.finditer(text):
        if not _SHORTENED.search(text[max(begin, cut.start() - 10) : cut.start()]):
            yield text[begin : cut.end()].strip()
            begin = cut.end()
    if text[begin:].strip():
        yield text[begin:].strip()


def lead_of(text: str) -> str | None:
    """Return what a lead says of the items below it; nothing if it only asks for them."""
    words = _UNDER_THE_ACT.sub("", text).strip()
    return None if _LEAD.fullmatch(words) else text.strip()
