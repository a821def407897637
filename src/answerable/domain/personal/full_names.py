"""Names in full, told by first names and surnames in use: "Anita Quill", "J. R. Quill", "Quill, Anita"."""

from collections.abc import Sequence

from answerable.domain.personal.kinds import Certainty
from answerable.domain.personal.titled import NameSpan, is_title
from answerable.domain.personal.words import Word

_SHORTEST = 3
_MOST_WORDS = 5
_WITH_INITIAL = 2
_NAMES = "a first name and a surname in use stand together"
_HALF = "a name in use stands beside a word that is in no list"
_UNKNOWN = "two words with capitals stand together that are in no list"
_INITIALS = "initials stand before it"


def is_only_first(word: Word) -> bool:
    """Return whether a word is a first name and nothing else."""
    return word.is_a("first") and not _is_other(word)


def is_only_surname(word: Word) -> bool:
    """Return whether a word is a surname and nothing else, but a first name."""
    return word.is_a("surnames") and not _is_other(word)


def is_unknown(word: Word) -> bool:
    """Return whether a word is in no list at all, and written as names are."""
    return (
        not (word.kinds or word.is_upper)
        and len(word.text) >= _SHORTEST
        and word.text[1:] == word.text[1:].lower()
    )


def full_name(row: Sequence[Word], at: int, text: str) -> NameSpan | None:
    """Return the whole name that begins at a place of a row, or None if none does."""
    second = _second(row, at)
    if second is None or row[at].is_a("offices"):
        return None
    told = _told(row[at], row[second], is_dotted=text[row[at].end : row[at].end + 1] == ".")
    if told is None:
        return None
    end = _end(row, second + 1)
    if _is_of_institution(row, at, end):
        return NameSpan(row[at].start, row[end - 1].end, Certainty.POSSIBLE, "", end)
    certainty, why = told
    return NameSpan(row[at].start, row[end - 1].end, certainty, why, end)


def turned_name(before: Sequence[Word], after: Sequence[Word], text: str) -> NameSpan | None:
    """Return the name that is written with its surname first, over two rows with a comma between."""
    surname, first = before[-1], after[0]
    between = text[surname.end : first.start]
    if (
        between not in (", ", ",")
        or len(after) > _WITH_INITIAL
        or surname.is_a("offices")
        or first.is_a("offices")
    ):
        return None
    if len(after) > 1 and not after[1].is_initial and not after[1].is_a("first"):
        return None
    # In a row of cells the surname stands first, and no sentence speaks.
    before_it = text[max(0, surname.start - 2) : surname.start]
    is_apart = before_it[-1:] in ("", "\n", "\t", ";", "|") or before_it in (": ", "; ")
    is_cell = between == "," and text[surname.start - 1 : surname.start] in ("", "\n", '"')
    certainty = _told_turned(surname, first, is_cell=is_cell)
    if certainty is None and is_apart and not surname.is_a("places"):
        certainty = _told_apart(surname, first)
    if certainty is None:
        return None
    return NameSpan(
        surname.start, after[-1].end, certainty, "a surname stands before a first name", len(after)
    )


def _told_turned(surname: Word, first: Word, *, is_cell: bool) -> Certainty | None:
    is_surname = is_only_surname(surname) or is_unknown(surname)
    if surname.is_upper:
        is_surname = surname.is_a("surnames")
    if is_cell and not surname.is_a("places"):
        is_name = first.is_a("first") and not first.is_a("places")
        if is_name and (is_surname or surname.is_a("surnames")):
            return Certainty.LIKELY
        return Certainty.POSSIBLE if is_surname and is_unknown(first) else None
    if is_only_first(first) and is_surname and not is_only_first(surname):
        return Certainty.LIKELY
    return None


def _told_apart(surname: Word, first: Word) -> Certainty | None:
    """Return how sure a name is that stands at the beginning of a line, where no sentence runs."""
    is_first = is_only_first(first) or (first.is_a("common") and not first.is_a("places"))
    is_surname = surname.is_a("surnames") or is_unknown(surname)
    return Certainty.LIKELY if is_first and is_surname else None


def _is_other(word: Word) -> bool:
    return word.is_a("words") or word.is_a("places") or word.is_a("offices")


def _second(row: Sequence[Word], at: int) -> int | None:
    """Return where the next word of a name stands, behind initials; None if the row ends before."""
    second = at + 1
    while second < len(row) and row[second].is_initial and second - at < _MOST_WORDS:
        second += 1
    # A short syllable in the middle is a word, too: "Xue Fen Lin".
    if (
        second + 1 < len(row)
        and _is_syllable(row[second])
        and _is_name_only(row[at])
        and _is_name_only(row[second + 1])
    ):
        second += 1
    if second >= len(row):
        return None
    gaps = [one.gap.strip() for one in row[at + 1 : second + 1]]
    is_apart = any(gap in ("and", "&") or gap.isdigit() for gap in gaps)
    return None if is_apart or _is_title_of_another(row, second) else second


def _is_title_of_another(row: Sequence[Word], at: int) -> bool:
    """Return whether a title stands before another name: that of "Anita Bishop" is her own name."""
    word = row[at]
    is_last = at + 1 == len(row) or not (row[at + 1].is_a("surnames") or row[at + 1].is_a("first"))
    return is_title(word) and not (is_last and word.is_a("surnames") and not word.is_upper)


def _is_syllable(word: Word) -> bool:
    return word.is_a("words") and len(word.text) <= _SHORTEST + 1


def _is_name_only(word: Word) -> bool:
    return is_only_first(word) or is_only_surname(word)


def _told(first: Word, second: Word, *, is_dotted: bool) -> tuple[Certainty, str] | None:
    """Return how sure two words are a name, and why; None where they are none."""
    if second.is_a("offices"):
        return None
    if first.is_initial:
        return _behind_initial(first, second, is_dotted=is_dotted)
    if first.is_upper or second.is_upper:
        return _in_capitals(first, second)
    if is_only_first(first):
        return _behind_first_name(second)
    return _of_words(first, second) if first.is_a("first") else _of_strangers(first, second)


def _behind_first_name(second: Word) -> tuple[Certainty, str] | None:
    if second.is_a("surnames") or second.is_a("first"):
        return Certainty.LIKELY, _NAMES
    return (Certainty.LIKELY, _HALF) if is_unknown(second) else None


def _behind_initial(first: Word, second: Word, *, is_dotted: bool) -> tuple[Certainty, str] | None:
    if second.is_upper and not second.is_a("surnames"):
        return None
    if is_dotted:
        is_name = second.is_a("surnames") or is_unknown(second)
        return (Certainty.LIKELY, _INITIALS) if is_name and not second.is_a("places") else None
    is_name = is_only_surname(second) or (second.is_a("surnames") and first.text not in "AI")
    return (Certainty.POSSIBLE, _INITIALS) if is_name and not second.is_a("behind") else None


def _in_capitals(first: Word, second: Word) -> tuple[Certainty, str] | None:
    if is_only_first(first) and second.is_a("surnames") and not second.is_a("behind"):
        return (Certainty.POSSIBLE if first.is_upper else Certainty.LIKELY), _NAMES
    if is_only_first(first) and first.is_upper and second.is_upper and not second.kinds:
        return (Certainty.POSSIBLE, _HALF) if len(second.text) > _SHORTEST + 1 else None
    if first.is_upper and not second.is_upper and first.is_a("surnames") and is_only_first(second):
        return Certainty.LIKELY, _NAMES
    return None


def _of_words(first: Word, second: Word) -> tuple[Certainty, str] | None:
    """Return how sure it is that a first name that is a word or a place, too, begins a name."""
    if is_only_surname(second) or (is_unknown(second) and first.is_a("common")):
        return Certainty.LIKELY, _NAMES
    if second.is_a("behind") or second.is_a("places"):
        return None
    if first.is_a("common") and second.is_a("surnames"):
        return (Certainty.LIKELY if not first.is_a("places") else Certainty.POSSIBLE), _NAMES
    return (Certainty.POSSIBLE, _HALF) if is_unknown(second) and not first.is_a("places") else None


def _of_strangers(first: Word, second: Word) -> tuple[Certainty, str] | None:
    if is_only_surname(first) and (is_only_first(second) or is_only_surname(second)):
        return Certainty.LIKELY, _NAMES
    if not is_unknown(first):
        is_pair = is_only_surname(first) and is_unknown(second)
        return (Certainty.LIKELY, _HALF) if is_pair else None
    if is_only_surname(second) or is_only_first(second):
        return Certainty.LIKELY, _HALF
    return (Certainty.POSSIBLE, _UNKNOWN) if is_unknown(second) else None


def _end(row: Sequence[Word], at: int) -> int:
    end = at
    while end < len(row) and end - at < _MOST_WORDS:
        word = row[end]
        gap = word.gap.strip()
        is_name = word.is_a("surnames") or word.is_a("first") or is_unknown(word)
        if gap in ("and", "&", ".") or gap.isdigit() or is_title(word) or not is_name:
            break
        if (
            word.is_a("behind")
            or word.is_a("offices")
            or (_is_other(word) and not word.is_a("surnames"))
        ):
            break
        end += 1
    return end


def _is_of_institution(row: Sequence[Word], at: int, end: int) -> bool:
    """Return whether what stands around a name makes it that of a place, a firm or an institution."""
    is_called = at > 0 and row[at - 1].is_a("before") and row[at].gap.strip() in ("", ".")
    return is_called or (end < len(row) and row[end].is_a("behind"))
