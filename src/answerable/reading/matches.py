"""How alike two texts are, by the words that carry their meaning."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

_WORD = re.compile(r"[^\W_]+")
_STOP = frozenset(
    [
        "a",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "been",
        "by",
        "can",
        "could",
        "did",
        "do",
        "does",
        "each",
        "for",
        "from",
        "had",
        "has",
        "have",
        "how",
        "i",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "me",
        "more",
        "my",
        "no",
        "not",
        "of",
        "on",
        "or",
        "other",
        "our",
        "please",
        "provide",
        "so",
        "some",
        "such",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "to",
        "total",
        "up",
        "us",
        "was",
        "we",
        "were",
        "what",
        "when",
        "where",
        "whether",
        "which",
        "who",
        "why",
        "will",
        "with",
        "would",
        "you",
        "your",
        "all",
        "also",
        "confirm",
        "give",
        "number",
        "numbers",
        "list",
        "information",
        "data",
        "following",
        "details",
        "relating",
        "held",
        "hold",
        "holds",
        "regarding",
        "concerning",
        "request",
        "requested",
        "asked",
        "years",
        "year",
        "last",
    ]
)
_ENDINGS = ("ations", "ation", "ings", "ies", "ing", "ed", "es", "s", "y")
_SHORTEST_STEM = 4
# Fewer are each held against a question sooner than an index is looked up.
_FEW_PASSAGES = 16
_BLANKS = {code: " " for code in range(128) if not chr(code).isalnum()}
# Each passage of a response is held against each question of its request.
_KEPT = 1024


@lru_cache(maxsize=_KEPT)
def stems(text: str) -> frozenset[str]:
    """Return the stems of a text's words, without those that every request holds."""
    return frozenset([_stem(word) for word in plain(text).split() if word not in _STOP])


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    for ending in _ENDINGS if len(word) > _SHORTEST_STEM and word.endswith(_ENDINGS) else ():
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def is_quoted(question: str, text: str) -> bool:
    """Return whether a text is the question again, whole or its beginning, give or take its marks."""
    asked, quoted = plain(question), plain(text)
    if not asked or not quoted:
        return False
    shorter, longer = (asked, quoted) if len(asked) < len(quoted) else (quoted, asked)
    if longer.startswith(shorter) and len(shorter) * 5 > len(longer) * 3:
        return True
    return are_alike(set_of(asked), set_of(quoted))


def are_alike(words: frozenset[str], others: frozenset[str]) -> bool:
    """Return whether two sets have four of five of all their words in common."""
    few, many = len(words), len(others)
    if few * 5 < many * 4 or many * 5 < few * 4:
        return False
    shared = len(words & others)
    return shared * 5 >= (few + many - shared) * 4


def is_plainly(question: str, text: str) -> bool:
    """Return whether a text is the question to the letter, but for capitals and marks."""
    return plain(question) == plain(text) != ""


@lru_cache(maxsize=_KEPT)
def set_of(plain: str) -> frozenset[str]:
    """Return the words of a plain text."""
    return frozenset(plain.split())


@lru_cache(maxsize=_KEPT)
def plain(text: str) -> str:
    """Return the words of a text in small letters, a space between two of them."""
    lowered = text.lower()
    # Most texts are in ASCII, and blanked in a quarter of the time in which words are found.
    words = lowered.translate(_BLANKS).split() if lowered.isascii() else _WORD.findall(lowered)
    return " ".join(words)


def overlap(question: frozenset[str], text: frozenset[str], common: frozenset[str]) -> float:
    """Return how many of a question's telling words a text has; common ones count a quarter.

    A word that was cut off counts as whole: "Str" for "strategy".
    """
    shared = question & text
    if cut := _cut_in(text):
        shared |= {one for one in question if len(one) > 5 and one[:3] in cut}  # noqa: PLR2004
    return len(shared) - 0.75 * len(shared & common)


def _may_be_cut(stem: str) -> bool:
    return len(stem) > 5 and stem[:3].isalpha()  # noqa: PLR2004


@lru_cache(maxsize=_KEPT)
def _cut_in(text: frozenset[str]) -> frozenset[str]:
    """Return what may be cut off among the stems of a text."""
    return frozenset(part for part in text if len(part) == 3 and part.isalpha())  # noqa: PLR2004


def common_stems(questions: Sequence[frozenset[str]]) -> frozenset[str]:
    """Return the stems that more than half of the questions share: they tell none of them apart."""
    counts: dict[str, int] = {}
    for question in questions:
        for stem in question:
            counts[stem] = counts.get(stem, 0) + 1
    return frozenset(stem for stem, count in counts.items() if count * 2 > len(questions))


@dataclass(frozen=True, slots=True)
class Anchor:
    """A question and the one passage that shares its telling words, and how many of them it does."""

    question: int
    passage: int
    score: float


def anchors(questions: Sequence[str], passages: Sequence[str]) -> list[Anchor]:
    """Return the questions that share telling words with just one passage, which shares them with no other."""
    asked = [stems(question) for question in questions]
    told = [stems(passage) for passage in passages]
    common = common_stems(asked)
    best: list[Anchor | None] = []
    passages_with = _index_of(told)
    for place, question in enumerate(asked):
        scores = [
            (overlap(question, told[passage], common), passage)
            for passage in _nearest(question, passages_with, common, passages=len(told))
        ]
        top, nearest = max(scores, default=(0.0, 0))
        is_sure = top >= 1 and sum(score == top for score, _ in scores) == 1
        best.append(Anchor(place, nearest, top) if is_sure else None)
    times = Counter(one.passage for one in best if one)
    return [one for one in best if one and times[one.passage] == 1]


def _index_of(told: Sequence[frozenset[str]]) -> dict[str, list[int]]:
    """Return the passages that have each stem."""
    passages_with: dict[str, list[int]] = {}
    for passage, words in enumerate(told):
        for stem in words:
            passages_with.setdefault(stem, []).append(passage)
    return passages_with


def _nearest(
    question: frozenset[str],
    passages_with: Mapping[str, Sequence[int]],
    common: frozenset[str],
    *,
    passages: int,
) -> Iterable[int]:
    """Return the passages that may share most with a question: all of them where its common words may decide."""
    if passages < _FEW_PASSAGES:
        return range(passages)
    shared = Counter[int]()
    for stem in question - common:
        held = passages_with.get(stem, ())
        cut = passages_with.get(stem[:3], ()) if _may_be_cut(stem) else ()
        shared.update({*held, *cut} if cut else held)
    most = max(shared.values(), default=0)
    by_common = len(question & common) / 4
    if most <= by_common:
        return range(passages) if most + by_common >= 1 else ()
    return [passage for passage, count in shared.items() if count + by_common >= most]


def anchored(found: Sequence[Anchor], *, questions: int, passages: int) -> list[list[int]] | None:
    """Match unlabelled passages to unlabelled questions in their order, as many as there are, or return None.

    Each question that shares telling words with just one passage anchors it; between anchors, as
    many questions as passages go one to one. Questions behind the last passage have no answer, if more
    than one telling word holds that passage. Anything less is a guess, and is not made.
    """
    if not found or any(later.passage <= earlier.passage for earlier, later in pairwise(found)):
        return None
    is_last = found[-1].passage == passages - 1
    if is_last and passages > 1 and found[-1].score >= SURE:
        answers = _filled(found[-1].question + 1, passages, found)
        rest: list[list[int]] = [[] for _ in range(found[-1].question + 1, questions)]
        return None if answers is None else [*answers, *rest]
    return _filled(questions, passages, found)


SURE = 2
"""Two telling words do not meet by chance."""


def _filled(questions: int, passages: int, found: Sequence[Anchor]) -> list[list[int]] | None:
    answers: list[list[int]] = [[] for _ in range(questions)]
    last_question = last_passage = -1
    for question, passage in [
        *((one.question, one.passage) for one in found),
        (questions, passages),
    ]:
        gap = question - last_question - 1
        if gap != passage - last_passage - 1:
            return None
        for step in range(gap):
            answers[last_question + 1 + step].append(last_passage + 1 + step)
        if question < questions:
            answers[question].append(passage)
        last_question, last_passage = question, passage
    return answers
