"""Names behind a title or a rank: "Mrs Quillfeather", "PC 2214 Mallinder", "Chief Superintendent Jones"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answerable.domain.personal.gazetteer import Gazetteer, folded
from answerable.domain.personal.kinds import Certainty
from answerable.domain.personal.words import Word

_STRONG = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame rev revd reverend messrs cllr councillor".split()
)
_RANKS = frozenset(
    "pc ps dc ds di ci cc dci dcs dsupt acc dcc dac ac pcso wpc sc tdc ppc cdr sgt insp supt det ch cpl capt lt col pte"
    " maj gen csupt csi".split()
)
_WORDED = frozenset(
    "lord lady judge officer constable sergeant inspector superintendent detective commander canon father sister baroness"
    " baron bishop justice captain colonel viscount earl madam nurse sheriff recorder warden reverend archdeacon"
    " imam rabbi pastor sheikh".split()
)
_BEFORE_RANKS = frozenset(
    "chief assistant deputy special custody acting temporary trainee senior district station duty".split()
)
_MOST_TITLES, _MOST_NAMES = 5, 5
_MINGLED = re.compile(
    r"\b(?:mr|mrs|ms|dr|cllr|sgt|pc|dc)\.? (?P<who>[a-z][a-z'’-]{2,30})\b(?P<more> [a-z][a-z'’-]{2,30}\b)?"
)


@dataclass(frozen=True, slots=True)
class NameSpan:
    """Where a name stands, how sure it is one, why, and which word of the row comes next."""

    start: int
    end: int
    certainty: Certainty
    why: str
    following: int = 0


def titled_name(row: Sequence[Word], at: int) -> NameSpan | None:
    """Return the name whose title stands at a place of a row, or None if no title and name stand there."""
    at_name = _behind_titles(row, at)
    if at_name == at or at_name >= len(row):
        return None
    title = row[at_name - 1]
    end = _end_of_name(row, at_name, title)
    if end == at_name:
        return _by_chance(row, at, at_name)
    is_sure = _is_strong(title) or any(not one.is_a("words") for one in row[at_name:end])
    certainty = Certainty.CERTAIN if is_sure else Certainty.LIKELY
    why = "a title stands before it" if _is_strong(title) else "a rank or title stands before it"
    return NameSpan(row[at].start, row[end - 1].end, certainty, why, end)


def _by_chance(row: Sequence[Word], at: int, at_name: int) -> NameSpan | None:
    """Return the ordinary word behind a short rank that ends its row, as in "PC Gosling", but not "PC Support Desk"."""
    word, title = row[at_name], row[at_name - 1]
    is_last = at_name + 1 == len(row) and word.gap.strip() in ("", ".")
    is_odd = (
        word.is_a("behind")
        or word.is_a("offices")
        or word.is_upper
        or word.is_initial
        or is_title(word)
    )
    if not is_last or is_odd or title.plain not in _RANKS or word.plain in _BEFORE_RANKS:
        return None
    why = "a rank stands before it, but it is a word, too"
    return NameSpan(row[at].start, word.end, Certainty.POSSIBLE, why, at_name + 1)


def is_title(word: Word) -> bool:
    """Return whether a word is a title or a rank, alone."""
    plain = word.plain
    is_rank = plain in _RANKS and (
        word.text.isupper()
        or plain in ("sgt", "insp", "supt", "det", "ch", "cdr", "cpl", "lt", "col", "capt")
    )
    # "MS Teams" and "DR" are shorter for other things, and names in capitals are told by the next words.
    return plain in _STRONG or is_rank or plain in _WORDED or _is_short_rank(word)


def lower_case_names(text: str, known: Gazetteer) -> Iterator[NameSpan]:
    """Yield surnames in small letters behind a title in small letters: "spoke to mr okafor"."""
    for match in _MINGLED.finditer(text):
        who = folded(match["who"])
        if who in known.words and who not in known.surnames:
            continue
        if who in known.offices or (
            who not in known.surnames and who not in known.first and who in known.places
        ):
            continue
        more = folded((match["more"] or "").strip())
        end = (
            match.end() if more in known.surnames and more not in known.words else match.end("who")
        )
        yield NameSpan(
            match.start(), end, Certainty.LIKELY, "a title in small letters stands before it"
        )


def _is_short_rank(word: Word) -> bool:
    return word.text in ("Pc", "Dc", "Ds", "Di", "Dci", "Ps", "Pcso")


def _is_strong(title: Word) -> bool:
    # "MS" and "DR" in capitals may be anything.
    return title.plain in _STRONG and not title.is_upper


def _behind_titles(row: Sequence[Word], at: int) -> int:
    """Return where a row goes on behind the titles that stand at a place, or that place if none stands there."""
    end, has_title = at, False
    while end < len(row) and end - at < _MOST_TITLES:
        word = row[end]
        if end > at and not _may_follow(row, end):
            break
        if is_title(word):
            has_title = True
        elif word.plain not in _BEFORE_RANKS:
            break
        end += 1
    return end if has_title and is_title(row[end - 1]) else at


def _may_follow(row: Sequence[Word], at: int) -> bool:
    gap = row[at].gap.strip()
    return gap in ("", ".") or (gap in ("and", "&") and is_title(row[at]))


def _end_of_name(row: Sequence[Word], at: int, title: Word) -> int:
    """Return behind which word a name ends that begins at a place, or that place if none begins."""
    end = at
    has_surname = False
    while end < len(row) and end - at < _MOST_NAMES:
        word = row[end]
        gap = word.gap.strip()
        if gap in ("and", "&") or (gap.isdigit() and end > at) or (has_surname and gap == "."):
            break
        if word.is_initial:
            end += 1
            continue
        if not (_may_go_on(word) if has_surname else _may_begin(word, title)):
            break
        has_surname = True
        end += 1
    while end > at and row[end - 1].is_initial:
        end -= 1
    return end if has_surname else at


def _may_begin(word: Word, title: Word) -> bool:
    is_name = word.is_a("surnames") or word.is_a("first")
    if is_title(word) or word.plain in _BEFORE_RANKS:
        return False
    if word.is_a("offices"):
        return word.is_a("surnames") and _is_strong(title)
    if _is_strong(title):
        return is_name or not (word.is_upper and word.is_a("words"))
    if title.plain in _WORDED:
        return not (word.is_a("words") or word.is_a("places") or word.is_upper) or (
            is_name and not word.is_a("before")
        )
    if word.is_upper and not title.is_upper:
        return is_name
    return is_name or not word.is_a("words")


def _may_go_on(word: Word) -> bool:
    if word.is_a("offices") or is_title(word):
        return False
    is_name = word.is_a("surnames") or word.is_a("first")
    if word.is_a("words") or word.is_a("places") or word.is_a("behind"):
        return is_name and not word.is_a("behind")
    return not word.is_upper or is_name
