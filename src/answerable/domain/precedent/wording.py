"""What wording says of a question, whatever it is about: what is asked, and what is only said around it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from answerable.domain.precedent.quantities import quantity_at
from answerable.domain.precedent.thesaurus import data_of
from answerable.domain.precedent.words import Phrases, Word, is_slip, phrases_of, words_of

COPY, HOW_MANY, HOW_MUCH, WHEN = "copy", "how many", "how much", "when"
KEPT, _EVERY = "kept", "untold"
# No phrase is longer.
_REACH = 8
_BEFORE_A_HEAD = frozenset(
    "please kindly also and or can could would will may you i we like wish want grateful if to know tell me us provide "
    "confirm supply send give state advise disclose let have with of for the following information pls see request "
    "asking on about regarding as in your my is this all that be am are a b c d e f g h".split()
)
_ASKS = frozenset(["which", "what", "how", "who", "when", "where", "why", "whether"])
# Asked of a document, these ask for it.
_BESIDES = frozenset(["which", "how", "whether"])
_RELATIVE = frozenset(["who", "whom", "where", "whose"])
_NONE, _NEAR = frozenset(["no", "without", "lacking"]), 2
# "How many fines were paid?" asks for no sum.
_PASSIVE = frozenset(["was", "were", "been"])
# "How many were refused?" leaves out of what.
_LEFT_OUT = frozenset("were was are is have has had did do does can could will would".split())
_NAMES_SOME = frozenset(["which", "list", "names"])
_BY = frozenset(["by", "per", "each", "every", "into"])
_BETWEEN = frozenset(["and", "or", "each", "the", "of", "by", "per", "every"])


@dataclass(frozen=True, slots=True)
class Wording:
    """The wording of questions, by its words."""

    around: tuple[str, ...]
    greetings: Phrases
    asks: Phrases
    formulae: Phrases
    own_names: Phrases
    bodies: frozenset[str]
    openings: Phrases
    small: frozenset[str]
    qualifying: frozenset[str]
    narrowing: frozenset[str]
    of_requests: frozenset[str]
    sums: frozenset[str]
    common: frozenset[str]
    common_weight: float
    points: Phrases
    heads: Phrases
    said: Mapping[str, str]
    said_with: Mapping[str, frozenset[str]]
    documents: Phrases
    breakdowns: Phrases
    measures: Phrases
    turning: Phrases


@cache
def usual_wording() -> Wording:
    """Return the wording that comes with the product."""
    given, turned = data_of("wording.toml"), data_of("opposites.toml")
    points = [(one["name"], one) for one in given["points"]]
    told = [(words_of(one), by) for by, spelt in given["breakdowns"].items() for one in spelt]
    return Wording(
        tuple(given["around"]),
        _phrases(given["greetings"], ""),
        _phrases(given["asks"], ""),
        _phrases(given["formulae"], ""),
        _phrases([*given["own_names"], *_of_whoever_is_asked(given["bodies"])], ""),
        frozenset(one.split()[-1] for one in given["bodies"]),
        _phrases(given["openings"], ""),
        frozenset(given["small"].split()),
        frozenset(given["qualifying"].split()),
        frozenset(given["narrowing"].split()),
        frozenset(given["of_requests"].split()),
        frozenset(given["sums"].split()),
        frozenset(given["common"].split()),
        given["common_weight"],
        phrases_of(
            [(words_of(one), KEPT) for one in given["kept"]["phrases"]]
            + [(words_of(one), name) for name, point in points for one in point["phrases"]]
        ),
        phrases_of((words_of(one), name) for name, point in points for one in point["heads"]),
        {name: one["said"] for name, one in points},
        {name: frozenset(one.get("with", "").split()) for name, one in points},
        _phrases(given["documents"]["words"], COPY),
        phrases_of(told),
        phrases_of(
            (words_of(one), name) for name, spelt in given["measures"].items() for one in spelt
        ),
        phrases_of(
            [(words_of(one), "") for one in turned["idle"]]
            + [(words_of(one), "not") for one in turned["turning"]]
        ),
    )


def _of_whoever_is_asked(bodies: Sequence[str]) -> list[str]:
    return [f"{before} {one}" for one in bodies for before in ("the", "your", "our", "this")]


def _phrases(phrases: Sequence[str], meant: str) -> Phrases:
    return phrases_of((words_of(one), meant) for one in phrases)


def without_formulae(words: Sequence[Word], held: Sequence[int]) -> list[Word]:
    """Return the words of a question without formulae, and without the names that askers give to whoever is asked.

    `held` is of how many words the phrase of the thesaurus is at each place: "your body worn video" names no body.
    """
    wording = usual_wording()
    lower = [one.lower for one in words]
    left: list[Word] = []
    place, begins = 0, (False, False)
    while place < len(words):
        one = words[place]
        begins = (begins[0] or one.begins_part, begins[1] or one.begins_sentence)
        found = (
            wording.formulae.at(lower, place)
            or _opening_at(words, lower, place)
            or _own_name_at(words, lower, place, held)
        )
        if found:
            place += found[1]
            continue
        left.append(Word(one.printed, *begins))
        begins = (False, False)
        place += 1
    return left


def _opening_at(words: Sequence[Word], lower: Sequence[str], place: int) -> tuple[str, int] | None:
    """Return the formula that opens a sentence at a place: "FOI request: drones", but not "FOI requests refused"."""
    found = usual_wording().openings.at(lower, place)
    if not found or not words[place].begins_sentence:
        return None
    behind = words[place + found[1] : place + found[1] + 1]
    is_whole = lower[place + found[1] - 1] in ("for", "about") or behind[:1] == []
    return found if is_whole or behind[0].begins_part else None


def _own_name_at(
    words: Sequence[Word], lower: Sequence[str], place: int, held: Sequence[int]
) -> tuple[str, int] | None:
    """Return how the body that is asked is called at a place; "the University of Brackwater" is a name."""
    found = usual_wording().own_names.at(lower, place)
    end = place + found[1] if found else place
    is_longer = lower[end : end + 1] in (["of"], ["for"]) and any(
        one.printed[0].isupper() for one in words[end + 1 : end + 2]
    )
    is_of_phrase = any(at + held[at] > end for at in range(place + 1, end))
    return None if is_longer or is_of_phrase else found


def without_breakdowns(words: Sequence[Word]) -> tuple[list[Word], frozenset[str]]:
    """Return the words without those that say by what figures are to be broken down, and what that is."""
    lower = [one.lower for one in words]
    left: list[Word] = []
    found: set[str] = set()
    place = 0
    while place < len(words):
        named, end = _breakdown_at(lower, place)
        if end < len(words) and not (words[end].begins_part or lower[end] in usual_wording().small):
            # "attended by campus security" breaks nothing down.
            named, end = set(), place
        if end == place:
            left.append(words[place])
        found |= named
        place = max(end, place + 1)
    return left, frozenset(found)


def _breakdown_at(lower: Sequence[str], place: int) -> tuple[set[str], int]:
    """Return by what the list at a place breaks figures down, and where it ends; the place itself if none is there."""
    named: set[str] = set()
    end, at = place, place + 1
    while lower[place] in _BY and at < len(lower):
        by = usual_wording().breakdowns.at(lower, at)
        if by:
            named.add(by[0])
            end = at = at + by[1]
        elif lower[at] in _BETWEEN:
            at += 1
        else:
            break
    return named - {_EVERY}, end


@dataclass(frozen=True, slots=True)
class Pointed:
    """What is asked of a thing, by the names in wording.toml, and how many times; the words that say of which.

    `said_with` are words that say nothing more where these points are asked; `counted` are the places of the words that
    say how many of what is asked.
    """

    points: frozenset[str]
    times: int
    words: tuple[Word, ...]
    said_with: frozenset[str]
    counted: frozenset[int] = frozenset()


def pointed(words: Sequence[Word], held: Sequence[int]) -> Pointed:
    """Return what a question asks of its thing, and its other words.

    Where a thesaurus holds a longer phrase ("legal costs"), the words stay: `held` is how long it is at each place.
    """
    lower = [one.lower for one in words]
    points: set[str] = set()
    left: list[Word] = []
    # Where a part begins whose first words are left out: "number issued, number cancelled".
    begins: set[int] = set()
    counted: set[int] = set()
    times = place = 0
    end_of_all = (len(words), len(words), KEPT)
    for start, end, meant in [*usual_wording().points.all_in(lower), end_of_all]:
        left.extend(_beginning(words[place:start], begins=place in begins))
        if meant == KEPT or _is_said_of_it(words, lower, start, points):
            left.extend(words[start:end])
        else:
            # "How much was spent" asks once.
            times += meant not in points or meant == HOW_MANY or lower[start] in _ASKS
            points.add(meant)
            kept_to = _end_of_held(held, start, end)
            left.extend(words[start:kept_to])
            begins |= {end for one in words[kept_to:end] if one.begins_part}
            if meant == HOW_MANY:
                counted |= {len(left) + at for at in counted_in(lower[end : end + _REACH])}
        place = end
    points = _with_heads(points, words, lower)
    said_with = frozenset(word for point in points for word in usual_wording().said_with[point])
    return Pointed(frozenset(points), times, tuple(left), said_with, frozenset(counted))


def counted_in(lower: Sequence[str]) -> Sequence[int]:
    """Return which words behind "how many" or "number of" say of what: none where that is said above ("how many were …")."""
    if lower and lower[0] in _LEFT_OUT:
        return ()
    small = usual_wording().small
    begins = next((at for at, one in enumerate(lower) if one not in small), len(lower))
    ends = next((at for at in range(begins, len(lower)) if lower[at] in small), len(lower))
    return range(begins, ends)


def _beginning(words: Sequence[Word], *, begins: bool) -> Sequence[Word]:
    """Return words, the first of which begins a part if that is said."""
    if not (begins and words):
        return words
    return [replace(words[0], begins_part=True), *words[1:]]


def _is_said_of_it(
    words: Sequence[Word], lower: Sequence[str], place: int, points: set[str]
) -> bool:
    """Return whether what stands at a place asks for nothing and tells of what is counted: "fines that were paid"."""
    is_passive = HOW_MANY in points and lower[place] in _PASSIVE
    return is_passive or _is_relative(words, lower, place)


def _is_relative(words: Sequence[Word], lower: Sequence[str], place: int) -> bool:
    """Return whether a pronoun at a place tells of what stands before it: "fires where nobody was hurt"."""
    if lower[place] not in _RELATIVE or not place or words[place].begins_part:
        return False
    return lower[place - 1] not in _BEFORE_A_HEAD


def _with_heads(points: set[str], words: Sequence[Word], lower: Sequence[str]) -> set[str]:
    """Return points with what the beginnings of parts ask: where nothing else is asked, or "which" besides."""
    heads = _heads(words, lower)
    has_document = _has_document(lower, is_sure=bool(points))
    if has_document and not points - _BESIDES:
        return {COPY}
    if not points and any(lower[at] == "what" and _is_of_money(lower, at) for at in heads):
        return {HOW_MUCH}
    if not points:
        return {meant for place in heads if (meant := _head_at(lower, place))}
    if any(lower[place] in _NAMES_SOME for place in heads):
        return points | {"which"}
    return points


def _has_document(lower: Sequence[str], *, is_sure: bool) -> bool:
    """Return whether a document is named, with a slip of the pen too where nothing else says what is asked."""
    documents = usual_wording().documents
    if any(not _is_none_or_a_time(lower, start) for start, *_ in documents.all_in(lower)):
        return True
    names = [] if is_sure else [name for name in documents.by_first if documents.at([name], 0)]
    unusual = [one for one in lower if one not in usual_wording().common]
    return any(is_slip(one, name) for name in names for one in unusual if one not in names)


def _is_none_or_a_time(lower: Sequence[str], place: int) -> bool:
    """Return whether no document is named at a place: "within 7 minutes", "buildings with no fire survey"."""
    if place and quantity_at(lower, place - 1):
        return True
    return any(word in _NONE for word in lower[max(0, place - _NEAR) : place])


def _is_of_money(lower: Sequence[str], place: int) -> bool:
    """Return whether what is asked for at a place is a sum: "what has the board paid to consultants"."""
    sums = usual_wording().sums | usual_wording().said_with[HOW_MUCH]
    return any(one in sums for one in lower[place : place + _REACH])


def _end_of_held(held: Sequence[int], start: int, end: int) -> int:
    """Return where the words of a point end that a longer phrase holds; its start if none does."""
    if held[start] > end - start:
        return end
    reaching = [at + held[at] for at in range(max(0, start - _REACH), start)]
    return min(end, max([start, *reaching]))


def _head_at(lower: Sequence[str], place: int) -> str:
    found = usual_wording().heads.at(lower, place)
    return found[0] if found else ""


def _heads(words: Sequence[Word], lower: Sequence[str]) -> list[int]:
    """Return where the parts of a question begin, behind courtesies."""
    heads = []
    for place, one in enumerate(words):
        joins = lower[place - 1] in ("and", "or") if place else False
        if one.begins_part or (joins and lower[place] in _ASKS):
            heads.append(place)
            behind = place
            while behind < len(words) and (
                lower[behind] in _BEFORE_A_HEAD or lower[behind].isdigit()
            ):
                behind += 1
            if behind < len(words):
                heads.append(behind)
    return heads
