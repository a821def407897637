"""Numbers and lengths of time in a question, so that "six months", "26 weeks" and "half a year" are one."""

from collections.abc import Sequence

NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "ninety": "90", "hundred": "100"}
"""What numbers are called, by their words."""

_WEEKS = {
    "day": 1 / 7,
    "week": 1,
    "wk": 1,
    "fortnight": 2,
    "month": 52 / 12,
    "quarter": 13,
    "year": 52,
    "yr": 52,
}
_MINUTES = {"minute": 1, "min": 1, "hour": 60, "hr": 60}
_MORE, _LESS = "more than", "less than"
# What is said before a quantity, by itself or with "than".
_BEFORE = dict.fromkeys(["over", "above", "exceeding", "beyond", "after", "outside"], _MORE)
_BEFORE |= dict.fromkeys(["under", "below", "within", "inside"], _LESS)
_BEFORE_THAN = dict.fromkeys(["more", "longer", "greater", "older", "higher"], _MORE)
_BEFORE_THAN |= dict.fromkeys(["less", "fewer", "shorter", "younger", "sooner", "lower"], _LESS)
# What has no number and can be kept to or not: "outside the statutory time limit", "below the living wage".
_LIMITS = frozenset(
    "limit limits deadline deadlines target targets timescale timescales timeframe timeframes timeline budget average "
    "threshold standard minimum maximum wage poverty guideline guidelines".split()
)
_MOST_BEFORE_A_LIMIT = 4
_BREAKS_OFF = frozenset(
    "and or of in on at to by for with from who which that were was are is".split()
)


def quantity_at(words: Sequence[str], place: int) -> tuple[str, int] | None:
    """Return the number or the length of time at a place, as it is compared, and over how many words."""
    if words[place : place + 2] == ["half", "a"] and words[place + 2 : place + 3] == ["year"]:
        return "26 weeks", 3
    number = _number(words[place])
    if number is None and words[place] in ("a", "an") and _is_compared(words, place):
        is_one = words[place + 1 : place + 2] in (["hour"], ["minute"], ["year"], ["month"])
        number = "1" if is_one else None
    if number is None:
        return None
    unit = words[place + 1].removesuffix("s") if place + 1 < len(words) else ""
    if unit in _WEEKS:
        # A year is 52 weeks, twelve months, 365 days.
        return f"{round(int(number) * _WEEKS[unit]) or 1} weeks", 2
    if unit in _MINUTES:
        return f"{int(number) * _MINUTES[unit]} minutes", 2
    return (number, 1) if len(number) > 1 else None


def comparison_at(words: Sequence[str], place: int) -> tuple[str, int] | None:
    """Return "more than" or "less than" where such words stand before a quantity, or a limit."""
    if words[place + 1 : place + 2] == ["than"]:
        meant, length = _BEFORE_THAN.get(words[place]), 2
    else:
        meant, length = _BEFORE.get(words[place]), 1
    if meant is None:
        return None
    behind = place + length
    if _is_before_a_limit(words, behind):
        return meant, length
    if words[behind : behind + 1] == ["the"]:
        behind, length = behind + 1, length + 1
    if words[behind : behind + 1] in (["a"], ["an"], ["half"]):
        is_one = words[behind + 1 : behind + 2] in (["year"], ["month"], ["week"], ["hour"], ["a"])
        return (meant, length) if is_one else None
    if behind < len(words) and _number(words[behind]) is not None:
        return meant, length
    return None


def _is_before_a_limit(words: Sequence[str], place: int) -> bool:
    """Return whether a limit without a number is named at a place, behind few words: "the statutory time limit"."""
    for word in words[place : place + _MOST_BEFORE_A_LIMIT]:
        if word in _LIMITS:
            return True
        if word in _BREAKS_OFF:
            return False
    return False


def _is_compared(words: Sequence[str], place: int) -> bool:
    """Return whether "more than" or the like stands before a place: "over an hour", but not "how much a year"."""
    return any(
        words[start:place] and comparison_at(words, start) == (found, place - start)
        for start in range(max(0, place - 3), place)
        for found in (_MORE, _LESS)
    )


def _number(word: str) -> str | None:
    if word.isdigit():
        return word
    if word.endswith("s") and word[:-1].isdigit():
        return word[:-1]
    if word.endswith("k") and word[:-1].isdigit():
        return word[:-1] + "000"
    return NUMBERS.get(word)
