"""Bare questions: what stands above one says what it is about ("Who maintains it?", "And the cost?")."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from answerable.domain.precedent.above import above_text
from answerable.domain.precedent.sentences import asking_part
from answerable.domain.precedent.spans import timed
from answerable.domain.precedent.times_above import ANY_DAY, Times
from answerable.domain.precedent.wording import (
    pointed,
    usual_wording,
    without_breakdowns,
    without_formulae,
)
from answerable.domain.precedent.words import Word, placed_words, plain

# Longer questions say what they are about, and longer headings are no headings.
_LONGEST, _LONGEST_HEADING = 16, 300
# One that has no word of its own is bare however long: "For each supplier, the average spend of the last 3 years …".
_LONGEST_BARE = 45
# So few words of its own leave a question that stands under a heading to be about that: "Number of users", "Housing
# benefit overpayments".
_FEW = 3
# A heading of these says only that questions follow.
_OF_ANSWERING = frozenset(
    "answer answers answered answering available data information question questions held provide supplied".split()
)
# Words that begin alike are one here: complaint, complaints.
_BEGINNING = 6
_KEPT_READ = 4_096

_REFERS = frozenset("it them they these those".split())
# "How many of those who applied were women?" refers to nothing above it, nor does "Is it true that …" or "what it costs".
_TELLS_WHICH = frozenset(
    "who that which whose whom where with in on of at for from aged true possible correct cost costs take takes took".split()
)
_GOES_ON = re.compile(
    r"\W*(?:and |also |then )*(?:of (?:these|those|them|which)\b|if (?:so|yes|not|no|any)\b"
    r"|how many (?:of (?:these|those|them)|were|was|are|have|had|has|did|do|will|would)\b"
    r"(?! (?:there|you|we|the|your|people|staff)\b))",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(r"\b(?:this|that)\s*(?:[?.,;]|$)", re.IGNORECASE)
# "The sum paid for these claims": which they are is said above. "In these years" is no such thing, nor "those who left".
_OF_THESE = re.compile(
    r"\b(?:of|for|from|in|by|to|with|against|about|many|such|to resolve|installing) (?:these|those|such)\s+"
    r"(?!(?:that|which|who|whom|whose|where|with|in|on|at|aged|as|years?|periods?|months?|dates?|days|questions?|points?|"
    r"categories|areas|times?)\b)\w+",
    re.IGNORECASE,
)
# "Contract 2:" tells nothing of which.
_NUMBERED = re.compile(
    r"^\W*(?:\d{1,2}[.)]\s*)?(?:contract|part|section|question|request|table|set|schedule|item)\s(?:\d{1,2}|[a-h])\b\W*",
    re.IGNORECASE,
)
# "Of the claims in answer to question 2, how many …".
_OF_A_QUESTION = re.compile(
    r"\b(?:referred to|listed|stated|given|mentioned|identified|those) (?:in|at) (?:your |the )?"
    r"(?:(?:response|answer|reference) to )?q(?:uestion)?\.?\s?\d|\bin reference to (?:question|q)\s?\d",
    re.IGNORECASE,
)
# "Of these, the number in which …", "how many of them were …", "how many were …": what is counted stands above. "Those who"
# are told apart behind it.
_SOME_OF_THESE = re.compile(
    r"\bof (?:them|which|whom)\b|\bof these(?= (?:that|which|who|in)\b)"
    r"|\bof (?:these|those)\b(?=\W*(?:[,:?]|(?:how|the|were|was|are|is|had|have|has|did|do|will|would|took|led|resulted|"
    r"involved|belong)\b))"
    r"|^\W*(?:and |also )*how many (?:were|was|are|have|had|has|did|do)\b(?! (?:there|you|we|the|your|people|staff)\b)",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\([^)]*\)")


def standing_above(
    questions: Iterable[tuple[str, str | None]], title: str | None = None
) -> Iterator[str]:
    """Yield for each question of a request, given with its heading, what it is read with; nothing if it stands alone.

    A bare question is about its heading or, where that says nothing, about the last question before it that stands
    alone; one that refers to something is about both. One of few words, none of them in its heading, is about that.
    One that names no time is about that of its heading, of what leads to all questions, or of the question before
    it where it says "in this period".

    Behind an empty line follows what tells what the request is about, its `title` and its headings, where the question is
    not read with that.
    """
    before = ""
    leading: str | None = None
    times = Times()
    for text, heading in questions:
        over = _heading(heading or "")
        leading = over if leading is None else leading
        leans, refers = is_bare(text), goes_on(text)
        if refers or (leans and not over):
            above = [one for one in (over, before) if one]
        elif over and (leans or _is_short_of(text, over)):
            above = [over]
        else:
            above = []
        time = times.above(text, heading or "")
        topic = dict.fromkeys(one for one in (title or "", leading, over) if one not in above)
        yield above_text([*above, *([time] if time else [])], filter(None, topic))
        if not (leans or refers):
            before = text


def is_bare(text: str) -> bool:
    """Return whether a question has no word that says what it is about."""
    return len(text.split()) <= _LONGEST_BARE and not _own_words(text)


def goes_on(text: str) -> bool:
    """Return whether a question refers to what stands above it: "Of these, how many …", "Who maintains it?"."""
    if _OF_A_QUESTION.search(text) and len(text.split()) <= _LONGEST_BARE:
        return True
    text = _ASIDE.sub(" ", text)
    if len(text.split()) > _LONGEST:
        return False
    if _GOES_ON.match(text) or _POINTS_BACK.search(text) or _OF_THESE.search(text):
        return True
    words = [one.printed for one in placed_words(plain(text))]
    own = {one.lower for one in _own_words(text)}
    for word, following in pairwise([*words, ""]):
        if word.lower() in own:
            return False
        if word != "IT" and word.lower() in _REFERS and following.lower() not in _TELLS_WHICH:
            return True
    return False


def counts_some_of_these(text: str) -> bool:
    """Return whether a question counts some of what stands above it: "Of these, how many were lost?"."""
    return bool(_SOME_OF_THESE.search(text))


def _heading(heading: str) -> str:
    """Return a heading that says what its questions are about; nothing if it says only that they follow."""
    words = _NUMBERED.sub("", " ".join(heading.split()))
    short = words[:_LONGEST_HEADING]
    if len(words) > len(short):
        # No word is cut in two.
        short = short.rpartition(" ")[0]
    is_telling = any(one.lower not in _OF_ANSWERING for one in _own_words(short))
    return short if is_telling else ""


def _is_short_of(text: str, heading: str) -> bool:
    """Return whether a question has few words of its own, and none that its heading has as well."""
    common = usual_wording().common
    mine, over = ({one.lower[:_BEGINNING] for one in _own_words(each)} for each in (text, heading))
    tells = any(one.lower not in common for one in _own_words(text))
    return (len(mine) <= _FEW and mine.isdisjoint(over)) or not tells


@lru_cache(maxsize=_KEPT_READ)
def _own_words(text: str) -> Sequence[Word]:
    """Return the words that say what a text is about, however common."""
    placed = placed_words(timed(asking_part(plain(text)), ANY_DAY).rest)
    words, _ = without_breakdowns(without_formulae(placed, [1] * len(placed)))
    said = pointed(words, [1] * len(words))
    passed = usual_wording().small | said.said_with
    return tuple(one for one in said.words if one.lower not in passed and not one.lower.isdigit())
