"""Rules for how a question is related to an earlier one: they are read from top to bottom."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from answerable.domain.precedent.asked import Asked
from answerable.domain.precedent.compared import NAMES, Compared
from answerable.domain.precedent.counted import counts_another
from answerable.domain.precedent.headed import is_same_below_another
from answerable.domain.precedent.leaning import counts_some_of_these
from answerable.domain.precedent.points import Points
from answerable.domain.precedent.terms import Term, is_thing
from answerable.domain.precedent.wording import COPY, HOW_MANY, WHEN, usual_wording

_BEFALLS = frozenset(["events: fates", "events: handling", "events: harm"])
# A number of complaints about things is no number of things.
_ACCOUNTS = frozenset(["events: accounts"])
# The day on which a thing begins, and the day on which it ends, as wording.toml names the two.
_DAYS = frozenset(["date", "ending", "review"])
# An average is no part of a highest one.
_EXTREMES = frozenset(["average", "highest", "lowest"])
# How much must be in common, by score or by how much of one the other has. None is sharp: 0.05 more or less moves
# the accuracy on the tuning pairs by two hundredths at most.
_FORM_LETTER, _HALF_A_FORM_LETTER = 0.6, 0.5
_LEAST, _LEAST_OF_ONE = 0.25, 0.6
_ALL_BUT_ONE, _ALL_BUT_A_NAME = 0.5, 0.4
_SAME, _SAME_IN_OTHER_WORDS, _ALL_OF_ONE, _ALL_OF_BOTH = 0.66, 0.45, 0.7, 0.8
_ALL_BUT_NAMES = 0.7
_ALIKE_IN_WORDING, _OF_THE_SHORTER = 0.7, 0.75
_LEAST_OF_A_DOCUMENT, _LEAST_OF_A_SWAP, _LEAST_OF_PARTS = 0.2, 0.35, 0.4
_LEAST_WITH_OTHER_HEADS, _LEAST_WITH_SOME_POINTS, _REST_OF_THE_SAME = 0.36, 0.3, 0.6


class Relation(StrEnum):
    """How a question is related to an earlier one, as the command line spells it."""

    SAME = "same"
    SAME_NEW_PERIOD = "same_new_period"
    SAME_NEW_SUBJECT = "same_new_subject"
    OVERLAP = "overlap"
    OPPOSITE = "opposite"
    RELATED = "related"


def _is_form_letter_about_another(found: Compared) -> bool:
    if not found.gap or not found.gap.is_telling or found.points is not Points.SAME:
        return False
    if found.opposed or lists_more(found) or found.gap.has_event:
        return False
    if asks_for_another_measure(found):
        return False
    return _has_same_wording(found)


def _is_document_about_another(found: Compared) -> bool:
    is_copy = found.asked.points == found.earlier.points == {COPY}
    is_swapped = bool(found.gap and found.gap.is_telling)
    return is_copy and is_swapped and not found.opposed and found.score >= _LEAST_OF_A_DOCUMENT


def _is_same_below_another(found: Compared) -> bool:
    return found.score < _SAME and is_same_below_another(found)


def _has_too_little(found: Compared) -> bool:
    if (
        found.opposed
        or _is_all_but_a_name(found)
        or (found.swaps and found.likeness >= _LEAST_OF_PARTS)
    ):
        return False
    return found.score < _LEAST and max(found.of_asked, found.of_earlier) < _LEAST_OF_ONE


def _asks_for_another_thing(found: Compared) -> bool:
    return (
        found.points is Points.OTHER
        or _asks_for_another_day(found)
        or asks_for_another_measure(found)
    )


def _asks_for_another_day(found: Compared) -> bool:
    """Return whether one asks when a thing begins, and the other when it ends: "when" says neither."""
    mine, theirs = (one.measures & _DAYS for one in (found.asked, found.earlier))
    are_days = found.asked.points == found.earlier.points == {WHEN}
    return are_days and bool(mine and theirs) and mine.isdisjoint(theirs)


def asks_for_another_measure(found: Compared) -> bool:
    """Return whether one question asks for an average, and the other for the highest, of the same."""
    mine, theirs = (one.measures & _EXTREMES for one in (found.asked, found.earlier))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _is_about_the_rest(found: Compared) -> bool:
    if found.opposed:
        # What is opposed must be opposed in something: a term that both have, a second pair, or the same wording.
        is_of_something = len(found.shared) + len(found.opposed) > 1 or _has_same_wording(found)
        return is_of_something and found.score_but_opposed >= _REST_OF_THE_SAME
    is_turned = found.asked.is_turned != found.earlier.is_turned
    return is_turned and found.score >= _ALL_OF_ONE


def _is_of_another_event(found: Compared) -> bool:
    gap = found.gap
    is_in_place = bool(gap and (gap.are_events or (gap.is_telling and gap.has_event)))
    return any(one.is_event for one in found.swaps) or (is_in_place and _has_same_wording(found))


def counts_accounts(found: Compared) -> bool:
    """Return whether one question counts complaints, claims or appeals, and the other does not."""
    if not found.asked.points == found.earlier.points == {HOW_MANY}:
        return False
    return any(
        one.kinds & _ACCOUNTS and one in alone for terms, alone in found.sides for one in terms[:1]
    )


def _is_about_another(found: Compared) -> bool:
    is_name = any(one.kind == NAMES for one in found.swaps)
    is_same = found.points is Points.SAME or is_name
    is_all = _is_all_but_a_name(found)
    return bool(found.swaps) and is_same and (is_all or found.likeness >= _LEAST_OF_A_SWAP)


def _is_of_another_sort(found: Compared) -> bool:
    """Return whether one word stands in another's place, and all else is the same: theatre nurses, school nurses.

    In a heading, where every word has a capital, it may be several: "Traffic counts - Mill Road".
    """
    gap = found.gap
    if not gap or not gap.is_telling or found.opposed or found.points is not Points.SAME:
        return False
    is_one_each = len(gap.asked) == len(gap.earlier) == 1
    if is_one_each:
        return not gap.has_event and found.score >= _ALL_BUT_ONE
    return gap.is_of_names and found.score >= _ALL_BUT_A_NAME


def _shares_some_points(found: Compared) -> bool:
    return bool(found.swaps) and found.likeness >= _LEAST_OF_A_SWAP


def asks_more(found: Compared) -> bool:
    """Return whether one question has all of the other, and a part of its own."""
    if not found.is_one_sided:
        return False
    side, longer, shorter = (
        (0, found.asked, found.earlier) if found.only_asked else (1, found.earlier, found.asked)
    )
    if longer.times > max(shorter.times, 1) and any(not one.is_common for one in found.alone):
        return True
    parts = {pair[side].part for pair in found.shared}
    return any(one.part not in parts and not one.is_common for one in found.alone)


def lists_more(found: Compared) -> bool:
    """Return whether one question names more things of a kind than the other."""
    if found.score < _SAME_IN_OTHER_WORDS:
        return False
    if found.is_one_sided and any(one.is_name and not one.is_common for one in found.alone):
        return any(one.is_name for one, _ in found.shared)
    kinds = {kind for one, _ in found.shared for kind in one.kinds}
    return any(one.kinds & kinds for one in found.alone)


def is_of_what_befell(found: Compared) -> bool:
    """Return whether one question asks only what befell the things of the other."""
    if found.points is not Points.SAME or not found.is_one_sided:
        return False
    is_of_events = any(one.kinds & _BEFALLS for one, _ in found.shared)
    return not is_of_events and any(one.kinds & _BEFALLS for one in found.alone)


def goes_on_from(found: Compared) -> bool:
    """Return whether one is read below what the other asks, and says more: "and how many of those were stolen?"."""
    return any(_going_on(found))


def counts_some_of_the_other(found: Compared) -> bool:
    """Return whether one counts some of what the other counts, above it: "how many of these were stolen?"."""
    return any(counts_some_of_these(one.text) for one in _going_on(found))


def _going_on(found: Compared) -> Iterator[Asked]:
    asked, earlier = found.asked, found.earlier
    for one, alone, other, left in (
        (asked, found.only_asked, earlier, found.only_earlier),
        (earlier, found.only_earlier, asked, found.only_asked),
    ):
        if alone and one.carried > 0 and not (left or other.carried):
            yield one


def _says_a_word_more(found: Compared) -> bool:
    """Return whether a word is said by one alone, where all others stand in the same order: drones, new drones.

    In other words for the same, a word over tells nothing; among the same words it was put there on purpose.
    """
    if found.points is not Points.SAME or not is_worded_alike(found):
        return False
    is_telling = found.is_one_sided and any(not one.is_common for one in found.alone)
    return is_telling or _qualifying(found.asked.words) != _qualifying(found.earlier.words)


def narrows(found: Compared) -> bool:
    """Return whether one question asks for some of a sort alone, and the other for all: smaller printers, printers."""
    words = usual_wording().narrowing
    narrowed = [any(one.printed.lower() in words for one in alone) for _, alone in found.sides]
    return narrowed[0] != narrowed[1] and found.score >= _SAME_IN_OTHER_WORDS


def _names_some_of_a_sort(found: Compared) -> bool:
    return found.points is Points.SAME and narrows(found)


def _is_same(found: Compared) -> bool:
    telling = [one for one in found.alone if not one.is_common]
    is_narrower = found.is_one_sided and len(telling) > 1
    names_a_thing = any(is_thing(kind) for one in telling for kind in one.kinds)
    is_doubtful = found.score < _ALL_OF_BOTH and (is_narrower or heads_differ(found))
    is_of_some = found.is_one_sided and names_a_thing
    is_of_some = is_of_some or counts_some_of_the_other(found)
    return found.score >= _SAME and found.points is Points.SAME and not (is_doubtful or is_of_some)


def _is_wider(found: Compared) -> bool:
    most = max(found.of_asked, found.of_earlier)
    asks_some = found.points is Points.SOME and (
        found.score >= _LEAST_WITH_SOME_POINTS or most >= _LEAST_OF_ONE
    )
    return asks_some or most >= _ALL_OF_ONE


def _begins_with_other_things(found: Compared) -> bool:
    return found.score < _LEAST_WITH_OTHER_HEADS and heads_differ(found)


def _shares_some_parts(found: Compared) -> bool:
    if found.score < _LEAST_OF_PARTS:
        return False
    return any(has_part_apart(terms, alone) for terms, alone in found.sides)


def _is_same_in_other_words(found: Compared) -> bool:
    is_alike = found.points is Points.SAME and found.score >= _SAME_IN_OTHER_WORDS
    is_telling = any(not one.is_common for one, _ in found.shared) and len(found.shared) > 1
    return is_alike and is_telling and not heads_differ(found)


def _otherwise(_: Compared) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Rule:
    """When a relation holds: None for nothing. `said` is what the rule says, as the page lists it."""

    holds: Callable[[Compared], bool]
    relation: Relation | None
    said: str


SOME_WORDS = Rule(_otherwise, Relation.RELATED, "some words are in common")
WORD_MORE = Rule(
    _says_a_word_more, Relation.OVERLAP, "all other words are the same, and one says a word more"
)
RULES = (
    Rule(
        _is_form_letter_about_another,
        Relation.SAME_NEW_SUBJECT,
        "most words are the same, and one thing stands in another's place",
    ),
    Rule(
        _is_document_about_another,
        Relation.SAME_NEW_SUBJECT,
        "the same document is asked for, about another thing",
    ),
    Rule(
        _is_same_below_another,
        Relation.SAME_NEW_SUBJECT,
        "the same is asked in the same words, below another heading",
    ),
    Rule(_has_too_little, None, "too little is in common"),
    Rule(
        _asks_for_another_thing, Relation.RELATED, "another thing is asked of what both are about"
    ),
    Rule(
        _is_about_the_rest,
        Relation.OPPOSITE,
        "one asks about the rest of what the other asks about",
    ),
    Rule(_is_of_another_event, Relation.RELATED, "what befell the things is another"),
    Rule(
        counts_another,
        Relation.RELATED,
        "one counts what the other only names",
    ),
    Rule(counts_accounts, Relation.RELATED, "one counts complaints or claims, the other does not"),
    Rule(
        _is_about_another,
        Relation.SAME_NEW_SUBJECT,
        "a thing, name or number stands in the place of another of its kind",
    ),
    Rule(
        _is_of_another_sort,
        Relation.SAME_NEW_SUBJECT,
        "one word stands in another's place, and all else is the same",
    ),
    Rule(_shares_some_points, Relation.OVERLAP, "some of what is asked is the same"),
    Rule(asks_more, Relation.OVERLAP, "one has all of the other, and a part of its own"),
    Rule(lists_more, Relation.OVERLAP, "one names more things of a kind than the other"),
    Rule(is_of_what_befell, Relation.RELATED, "one asks only what befell the things of the other"),
    WORD_MORE,
    Rule(_names_some_of_a_sort, Relation.OVERLAP, "one asks for some of a sort, the other for all"),
    Rule(_is_same, Relation.SAME, "nearly all is in common"),
    Rule(_is_wider, Relation.OVERLAP, "one has nearly all of the other, or asks some of the same"),
    Rule(_begins_with_other_things, None, "what each names first is not in the other"),
    Rule(_shares_some_parts, Relation.OVERLAP, "some parts are in both, others in one"),
    Rule(_is_same_in_other_words, Relation.SAME, "most is in common, the rest in other words"),
    SOME_WORDS,
)
"""In the order in which they are tried; the first that holds decides."""


def rule_for(found: Compared) -> Rule:
    """Return the first rule that holds."""
    return next(rule for rule in RULES if rule.holds(found))


def _has_same_wording(found: Compared) -> bool:
    return likeness_of_wording(found) >= _FORM_LETTER


def likeness_of_wording(found: Compared) -> float:
    """Return how many of the words of both, small ones too, stand in the same order: 1 if all."""
    return _matched(found.asked.words, found.earlier.words)[0]


def is_worded_alike(found: Compared) -> bool:
    """Return whether the shorter's words, small ones too, nearly all stand in the longer in their order."""
    ratio, shared = _matched(found.asked.words, found.earlier.words)
    if ratio < _ALIKE_IN_WORDING:
        return False
    return shared >= _OF_THE_SHORTER * min(len(found.asked.words), len(found.earlier.words))


def _qualifying(words: tuple[str, ...]) -> frozenset[str]:
    """Return the small words that stand before what they tell apart from others of its kind, as "used" before "cars"."""
    wording = usual_wording()
    before = pairwise(words)
    return frozenset(
        one for one, other in before if one in wording.qualifying and other not in wording.small
    )


# Each rule and sign that looks at the wording asks for the same two questions.
@lru_cache(maxsize=16)
def _matched(asked: tuple[str, ...], earlier: tuple[str, ...]) -> tuple[float, int]:
    """Return how alike two rows of words are, from 0 to 1, and how many words stand in both in the same order."""
    matcher = SequenceMatcher(None, asked, earlier, autojunk=False)
    return matcher.ratio(), sum(one.size for one in matcher.get_matching_blocks())


def _is_all_but_a_name(found: Compared) -> bool:
    """Return whether names alone, and what stands beside them, keep the two apart."""
    if not any(one.kind == NAMES for one in found.swaps) or found.points is not Points.SAME:
        return False
    if found.score_but_swapped >= _ALL_BUT_NAMES:
        return True
    is_all = bool(found.gap and found.shared)
    return is_all and likeness_of_wording(found) >= _HALF_A_FORM_LETTER


def heads_differ(found: Compared) -> bool:
    """Return whether what either question names first has no counterpart in the other."""
    heads = [
        (next((one for one in terms if not one.is_common), None), alone)
        for terms, alone in found.sides
    ]
    return all(head in alone for head, alone in heads)


def has_part_apart(terms: tuple[Term, ...], alone: tuple[Term, ...]) -> bool:
    """Return whether of a question one part has counterparts for all its terms, and another for none."""
    telling = [one for one in terms if not one.is_common]
    lacking = {one.part for one in alone}
    parts = {one.part for one in telling}
    return bool(parts - lacking) and any(
        all(one in alone for one in telling if one.part == part) for part in lacking
    )
