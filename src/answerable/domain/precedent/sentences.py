"""The sentences of a message that ask: without what is said of the request, and without the story around them."""

import re
from collections.abc import Iterable, Iterator

from answerable.domain.precedent.glosses import without_glosses
from answerable.domain.precedent.spans import timed
from answerable.domain.precedent.times_above import ANY_DAY
from answerable.domain.precedent.wording import KEPT, usual_wording
from answerable.domain.precedent.words import words_of

_SENTENCES = re.compile(r"(?<=[.?!])\s+|\n+")
_LABEL = re.compile(
    r"\s*(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|q(?:uestion\s)?\d{1,2}\b[.:)]?(?!\s?(?:,|and|to|of|in|fy|q\d|\(?\d\d))|[-\u2022*])\s*",
    re.IGNORECASE,
)
# "Q4 Contract expiry": of the labels this one alone would be read as a word.
_NUMBERED = re.compile(rf"^(?=\s*q){_LABEL.pattern}", re.IGNORECASE)
_EXAMPLES = re.compile(
    r"\(\s*(?:e\.?g\.?|for example|such as|for instance|i\.?e\.?)[^)]*\)|\b(?:such as|for example|for instance|e\.g\.?)(?:[^.;?)\n]{0,120}?\b(?:or|and) (?:any )?others?\b)?[^.;?,)\n]*",
    re.IGNORECASE,
)
_MY_QUESTION = re.compile(
    r"\bmy (?:\w+ )?(?:question|request|enquiry)s? (?:is|are)\b:?|\bmy (?:question|request)s?:",
    re.IGNORECASE,
)
# What is said to whoever answers, within a sentence that asks: "if this is not held, please say why", "(see note below)".
_IDLE = re.compile(
    r"\(\s*(?:if|see|please|note|nb|where|this should|these should|as of the date|as at the date|to be|ideally|preferably|"
    r"month and year|or nearest|or the nearest|or equivalent)\b[^)]*\)"
    # "As of the date of receipt of this email (13th May), how many …" is about now.
    r"|\b(?:as (?:of|at|on)|at|on) the (?:date|time|day) of (?:the )?(?:receipt of )?(?:this|my|the) "
    r"(?:e-?mail|letter|request|foi request|freedom of information request)\b(?:\s*\([^)]*\))?,?"
    # "In your answer to question 2", "(q.2)": which that is, the page says, and it is no word of the question.
    r"|\b(?:(?:that |those )?(?:are )?(?:referred to|listed|stated|given|mentioned|identified) )?"
    r"(?:in (?:your |the )?(?:response|answer|reference|addition|relation) to|in) (?:the )?(?:data for )?"
    r"q(?:uestion)?s?\.?\s?\d{1,2}[a-z]?\b|\(q(?:uestion)?\.?\s?\d{1,2}[a-z]?\)"
    r"|\bif (?:all|any) (?:of )?the information\b[^.;?\n]*"
    r"|\b(?:if|where|unless) (?:there (?:is|are) |this is |that is |it is |they are |these are |the data is |data is |such )?"
    r"(?:no|not|unavailable|un\w*able)\b[^.;?)\n]*(?:available|held|recorded|known|possible)\b[^.;?)\n]*[.;?)]?",
    re.IGNORECASE,
)
# Sentences that begin so ask, or say what they are after.
_BEGINS_TO_ASK = re.compile(
    r"\W*(?:(?:and|also|then|so|finally|similarly|furthermore|additionally),? )*(?:what|how|which|who|whom|when|where|why|"
    r"whether|does|do|did|is|are|has|have|had|was|were|will|(?:the )?(?:(?:total|overall|current|annual|average) )*"
    r"(?:numbers?|amounts?|costs?|percentages?|proportions?|names?|copy|copies|list|value|spend|expenditure)|"
    r"(?:a|any) (?:list|copy|copies|breakdown|correspondence|reports?)|a full list|details|on how many|"
    r"(?:in|for|over|during|within|since|between|as) [^.?]{0,60}?\b(?:how (?:many|much|often)|what|which))\b",
    re.IGNORECASE,
)
# "I would like to make a request about your payroll system": what the questions below it are about.
_INTRODUCED = re.compile(
    r"\b(?:request|enquiry|information|details|foi)\b.*\b(?:about|regarding|concerning|relating to|in relation to|"
    r"in respect of|with regard to|with respect to|on|for)\b(?! (?:request|example|this request|the (?:last|past))\b)",
    re.IGNORECASE,
)
_STORY, _LEAST_ASKED = 45, 4


def asking_part(text: str) -> str:
    """Return the sentences that ask: without what is said of the request, and in a long message without the story."""
    wording = usual_wording()
    told = _MY_QUESTION.search(text)
    if told and len(text[told.end() :].split()) >= _LEAST_ASKED:
        text = text[told.end() :]
    sentences = [
        _without_greeting(one)
        for one in _with_labels(
            _SENTENCES.split(_IDLE.sub(" ", without_glosses(_EXAMPLES.sub(" ", text))))
        )
    ]
    left = [
        one
        for one in sentences
        if not _LABEL.sub("", one, count=1).lower().startswith(wording.around)
    ]
    if len(text.split()) > _STORY:
        asking = [one for one in left if _asks(one)]
        if asking:
            left = [one for one in left if one in asking or _names_a_time_alone(one)]
        else:
            left = [one for one in left if _points(one)] or left
    return "\n".join(_NUMBERED.sub("", one, count=1) for one in left or sentences)


def _with_labels(sentences: Iterable[str]) -> Iterator[str]:
    """Yield sentences, each with the label that stands before it: the full stop of "1." ends none."""
    label = ""
    for one in sentences:
        if one.strip() and not _LABEL.sub("", one, count=1):
            label = f"{one} "
        elif one.strip():
            yield label + one
            label = ""


def _without_greeting(sentence: str) -> str:
    """Return what stands behind a greeting that goes on to ask: "Dear team, please tell me …"."""
    greeting, comma, rest = sentence.partition(",")
    greeted = usual_wording().greetings.at([*words_of(greeting), ""], 0)
    goes_on = comma and greeted and any(True for _ in usual_wording().asks.all_in(words_of(rest)))
    return rest if goes_on else sentence


def _asks(sentence: str) -> bool:
    if "?" in sentence or _LABEL.match(sentence) or _INTRODUCED.search(sentence):
        return True
    if _BEGINS_TO_ASK.match(sentence):
        return True
    return any(True for _ in usual_wording().asks.all_in(words_of(sentence)))


def _names_a_time_alone(sentence: str) -> bool:
    """Return whether a sentence is one of a list of times: "b. between 1 May 2022 and 30 April 2023;"."""
    told = timed(_LABEL.sub("", sentence, count=1), ANY_DAY)
    small = usual_wording().small
    rest = words_of(told.rest) if told.span else [""]
    return all(one in small or len(one) == 1 for one in rest) and bool(told.span)


def _points(sentence: str) -> bool:
    return any(meant != KEPT for *_, meant in usual_wording().points.all_in(words_of(sentence)))
