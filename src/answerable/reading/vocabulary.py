"""The words that frame a record in a log, as bodies print them: they lie in files, a family of publishers in each."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from answerable.domain.decisions import OUTCOME_WORDS, Outcome
from answerable.reading.hints import beginnings, has_any
from answerable.reading.reference_shapes import reference_pattern
from answerable.reading.vocabulary_files import (
    PHRASES,
    LabelWords,
    Role,
    VocabularyFile,
    files_in,
)

__all__ = [
    "BACK_TO_TOP",
    "BODIES",
    "MONTHS",
    "PAGE_NUMBER",
    "Label",
    "Role",
    "Vocabulary",
    "current_vocabulary",
    "label_of",
    "vocabulary_folder",
    "with_vocabulary",
]

BACK_TO_TOP = re.compile(
    r"\[?\s*(?:back|return) to (?:the )?(?:top|index|contents|start)(?: of (?:the )?page)?\s*\]?(?:\(#?[^)]*\))?"
    r"|yn ôl i(?:[’']r)?\s?(?:ben|brig)(?:[’']r|(?: y)? dudalen)*",
    re.IGNORECASE,
)
PAGE_NUMBER = re.compile(r"(?:page\s+)?\d{1,3}(?:\s+of\s+\d{1,3})?", re.IGNORECASE)

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",),
            ("june", "jun"), ("july", "jul"), ("august", "aug"), ("september", "sep", "sept"),
            ("october", "oct"), ("november", "nov"), ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}  # fmt: skip
"""The months' names in logs, long and short, with their numbers."""

BODIES = {
    "IOPC": ("Independent Office for Police Conduct", "policeconduct.gov.uk"),
}
"""Bodies known by their name or their domain; others are known by the name that they print."""

# What a family of publishers, or the office itself, calls something goes before what anybody may call it.
_GENERAL = "general.toml"
_FOLDER = Path(__file__).parent / "vocabularies"
# The dates come first: "Response date" is no response. "Request type" is no request.
_ORDER = (
    Role.RECEIVED,
    Role.ANSWERED,
    Role.ASKED,
    Role.PUBLISHED,
    Role.REF,
    Role.TITLE,
    Role.EXEMPTION,
    Role.OUTCOME,
    Role.OTHER,
    Role.REQUEST,
    Role.RESPONSE,
)
# Old systems lead from a label to what it names with dots: "REF NO.......: 17/22".
_AFTER = r"(?P<after>[*_]*\s*(?:\.{2,}\s*:?|[:|]|[-\u2013\u2014](?=\s)|\.(?=\s|$))[*_|]*\s*|\s*$|[*_]*\s+)"
_ALONE = r"(?=[\s*_]*(?:\.{2,}|[:|]|$))"
# Letters that stand for a body, or its name, in front of its answer: "ICB response:", "TfL's reply:", "The University's answer:".
_BODY = re.compile(
    r"[\s>#*_]*(?:(?=[A-Za-z&]*[A-Z][A-Za-z&]*[A-Z])[A-Z][A-Za-z&]{1,6}(?:['\u2019]s)?"
    r"|(?:The\s)?[A-Z][\w&]+(?:\s(?:of|and|for|the|[A-Z][\w&]+)){0,5}['\u2019]s?)\s+(?=(?i:response|reply|answer)\b)"
)
# Two names of one label, mostly in two languages.
_TWICE = re.compile(
    r"[\s|>#*_]*(?P<first>[^\W\d_][\w'\u2019]*(?:\s[\w'\u2019]+){0,4})\s*[/|\u2013]\s*(?=[^\W\d_])"
)
_JOINTS = ("/", "|", "\u2013")
_FIRST_WORD = re.compile(r"[\s|>#*_]*([^\W\d_]+)")
_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Label:
    """A label found at the start of a text: its role, where its words and where the rest begin.

    A strong label cannot be the first word of a sentence: it stands alone, or a colon, a bar or a
    wide gap parts it from what follows. `rule` says what took it for one.
    """

    role: Role
    words: str
    rest: int
    is_strong: bool
    rule: str = ""

    @property
    def begins_part(self) -> bool:
        """Return whether a request or a response surely begins here."""
        return self.is_strong and self.role in (Role.REQUEST, Role.RESPONSE)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All words that a reading knows, made into patterns once; the first `own` files are the office's.

    Labels begin with one of `first_words`, and behind any of `leading_words` with one of `label_words`. `begun_by` has
    the patterns of how phrases begin that were needed so far.
    """

    own: int
    files: tuple[VocabularyFile, ...]
    first_words: frozenset[str]
    label_words: frozenset[str]
    leading_words: frozenset[str]
    outcomes: dict[str, Outcome]
    reference: re.Pattern[str]
    phrases: "Phrases"
    begun_by: dict[str, re.Pattern[str] | None]

    def says(self, phrase: str, text: str) -> re.Match[str] | None:
        """Return where a text says one of the phrases of a kind: "letter.asked"."""
        if phrase not in self.begun_by:
            self.begun_by[phrase] = _begun_by(self.files, phrase)
        may = self.begun_by[phrase]
        # Most texts say none: a pattern of how phrases begin, letter by letter, takes a fifth of the time.
        if may and not may.search(f" {text.lower()}") and not has_any(text, _UNLIKE_SMALL):
            return None
        return self.phrases[phrase].search(text)


class Phrases(dict[str, re.Pattern[str]]):
    """The patterns of the phrases of each kind; each is made when it is first asked for.

    To make all of them takes a quarter of the time in which the program starts and reads a log, and few logs say
    what most of them look for.
    """

    def __init__(self, files: Sequence[VocabularyFile]) -> None:
        """Take the files that hold the phrases."""
        super().__init__()
        self._files = files

    def __missing__(self, kind: str) -> re.Pattern[str]:
        """Return the pattern of a kind that was not asked for before.

        :raises KeyError: if there is no such kind.
        """
        if kind not in _KINDS:
            raise KeyError(kind)
        made = self[kind] = _phrases(self._files, kind)
        return made


_KINDS = frozenset(f"{table}.{key}" for table, keys in PHRASES.items() for key in keys)


def current_vocabulary() -> Vocabulary:
    """Return the words that this reading knows."""
    return _vocabulary(_MORE.get())


def vocabulary_folder() -> Path | None:
    """Return the folder whose files this reading knows beside those that come along, if any."""
    return _MORE.get()


@contextmanager
def with_vocabulary(folder: Path | None) -> Iterator[None]:
    """Let what is read meanwhile know the words in a folder's files, too.

    :raises NotReadable: if one of the files is wrong.
    """
    token = _MORE.set(folder)
    try:
        current_vocabulary()
        yield
    finally:
        _MORE.reset(token)


_MORE: ContextVar[Path | None] = ContextVar("more", default=None)


@cache
def _vocabulary(folder: Path | None) -> Vocabulary:
    known = sorted(files_in(_FOLDER), key=lambda one: one.name == _GENERAL)
    files = (*(files_in(folder) if folder else ()), *known)
    outcomes = {words: outcome for outcome, words in OUTCOME_WORDS.items()}
    for one in reversed(files):
        outcomes.update(one.outcomes)
    labels = [words for one in files for words in one.labels.values()]
    label_words = frozenset(_firsts([word for one in labels for word in (*one.words, *one.alone)]))
    leads = [word for one in labels for word in one.before]
    return Vocabulary(
        own=len(files) - len(known),
        files=files,
        first_words=label_words | _firsts(leads),
        label_words=label_words,
        leading_words=frozenset(_LETTERS.findall(" ".join(leads).lower())),
        outcomes=outcomes,
        reference=reference_pattern(
            [prefix for one in files for prefix in one.prefixes],
            [shape for one in files for shape in one.shapes],
        ),
        phrases=Phrases(files),
        begun_by={},
    )


@lru_cache(maxsize=1024)
def _label_pattern(
    folder: Path | None, first: str, begun: frozenset[str]
) -> tuple[dict[str, str], re.Pattern[str]]:
    """Return the pattern of the labels that may stand in a text, and of which file each of its groups is.

    `first` is the text's first word, `begun` are those with which a label may begin behind what leads to it: a
    pattern of all labels would take longer to make than most files to read. A file's words may stand behind what any file lets stand in front: "Our", and a force's own "CRN".
    """
    files = _vocabulary(folder).files
    groups: dict[str, str] = {}
    parts = []
    for role, number in _in_order(_vocabulary(folder)):
        before = _merged(files, role, "before")
        leads = first in _firsts(before)
        words = files[number].labels.get(role, _NO_WORDS)
        may = _beginning_with(words, begun if leads else frozenset((first,)))
        if may.words or may.alone:
            group = f"{role.value}_{number}"
            groups[group] = files[number].name
            behind = _merged(files, role, "behind")
            parts.append(f"(?P<{group}>{_role_pattern(may, before if leads else (), behind)})")
    return groups, re.compile(rf"[\s|>#*_]*(?:{'|'.join(parts) or '(?!)'}){_AFTER}", re.IGNORECASE)


def _in_order(words: Vocabulary) -> Iterator[tuple[Role, int]]:
    """Yield each role with the place of each file: first those of the office's own files, whatever their roles."""
    for numbers in (range(words.own), range(words.own, len(words.files))):
        for role in _ORDER:
            yield from ((role, number) for number in numbers)


_NO_WORDS = LabelWords()


def _beginning_with(words: LabelWords, firsts: frozenset[str]) -> LabelWords:
    return LabelWords(
        words=tuple(one for one in words.words if _first_of(one) in firsts),
        alone=tuple(one for one in words.alone if _first_of(one) in firsts),
    )


def _begun(words: Vocabulary, text: str, start: int) -> frozenset[str]:
    """Return the words of a text with which a label may begin: its first, and those behind what leads to a label."""
    found = set()
    for one in _LETTERS.finditer(text, start):
        word = one.group().lower()
        if word in words.label_words:
            found.add(word)
        if word not in words.leading_words:
            break
    return frozenset(found)


def _merged(files: Sequence[VocabularyFile], role: Role, key: str) -> tuple[str, ...]:
    return tuple(
        word for one in files if role in one.labels for word in getattr(one.labels[role], key)
    )


def _role_pattern(words: LabelWords, before: Sequence[str], behind: Sequence[str]) -> str:
    front = rf"(?:(?:{_any(before)})\s+)*" if before else ""
    back = rf"(?:\s?(?:{_any(behind)})(?![\w'\u2019]))?" if behind else ""
    parts = [rf"{front}(?:{_any(words.words)})(?![\w'\u2019]){back}"] if words.words else []
    if words.alone:
        parts.append(rf"(?:{_any(words.alone)}){_ALONE}")
    return "|".join(parts)


def _any(words: Sequence[str]) -> str:
    """Return the pattern of any of some words, the longest first."""
    return "|".join(
        re.escape(one).replace(r"\ ", r"\s+").replace("'", "['\u2019]")
        for one in sorted(words, key=len, reverse=True)
    )


def _phrases(files: Sequence[VocabularyFile], kind: str) -> re.Pattern[str]:
    words = [phrase for one in files for phrase in one.phrases.get(kind, ())]
    return re.compile(rf"(?<!\w)(?:{_any(words)})(?!\w)", re.IGNORECASE)


# What a pattern that heeds no capitals takes for i and s, and small letters do not.
_UNLIKE_SMALL = ("\u0130", "\u0131", "\u017f")


def _begun_by(files: Sequence[VocabularyFile], kind: str) -> re.Pattern[str] | None:
    """Return what a text in small letters with a space in front holds wherever it says a phrase of a kind.

    None if that cannot be told of a phrase: of letters beyond ASCII a capital may have several small ones.
    """
    words = [phrase.lower() for one in files for phrase in one.phrases.get(kind, ())]
    begun = {_BEYOND_ASCII.split(one)[0].strip().replace("\u2019", "'") for one in words}
    if "" in begun or not begun:
        return None
    shortest = {one for one in begun if not any(map(one.startswith, begun - {one}))}
    parts = beginnings(shortest).replace(r"\ ", r"\s+").replace("'", "['\u2019]")
    return re.compile(f"[^a-z](?:{parts})")


_BEYOND_ASCII = re.compile(r"[^\x00-\x7f\u2019]")


def _firsts(phrases: Sequence[str]) -> set[str]:
    """Return the first words of phrases."""
    return {word for phrase in phrases if (word := _first_of(phrase))}


@cache
def _first_of(phrase: str) -> str:
    found = _FIRST_WORD.match(phrase.lower())
    return found[1] if found else ""


def label_of(text: str) -> Label | None:
    """Return the label that the text begins with, or None."""
    return _label_of(_MORE.get(), text[:_LONGEST])


# Several steps ask about the same paragraphs; no label is so long that what is behind it matters.
_LONGEST = 160


@lru_cache(maxsize=8192)
def _label_of(folder: Path | None, text: str) -> Label | None:
    twice = _TWICE.match(text) if has_any(text, _JOINTS) else None
    if twice and (second := _said_once(folder, text[twice.end() :])) and second.is_strong:
        # "Cais / Request": the second may be in a language that is known, and the first in none.
        words, rest = f"{twice['first'].strip()} / {second.words}", twice.end() + second.rest
        return Label(second.role, words, rest, is_strong=True, rule=second.rule)
    body = _BODY.match(text) if has_any(text, _ANSWERING) else None
    if body and (told := _said_once(folder, text[body.end() :])) and told.is_strong:
        words = f"{body.group().strip()} {told.words}"
        return Label(told.role, words, body.end() + told.rest, is_strong=True, rule=told.rule)
    return _said_once(folder, text)


_ANSWERING = ("esponse", "eply", "nswer", "ESPONSE", "EPLY", "NSWER")


def _said_once(folder: Path | None, text: str) -> Label | None:
    first = _FIRST_WORD.match(text)
    # Few paragraphs begin with a word of a label: the others need not be tried.
    words = _vocabulary(folder)
    if first is None or first[1].lower() not in words.first_words:
        return None
    begun = _begun(words, text, first.start(1))
    if not begun:
        return None
    names, pattern = _label_pattern(folder, first[1].lower(), begun)
    found = pattern.match(text)
    if found is None:
        return None
    group = next(name for name in names if found[name] is not None)
    gap = found["after"]
    alone = not text[found.end() :].strip(" *_|")
    is_strong = alone or gap.strip() != "" or len(gap) > 1
    printed = text[: found.end() - len(gap)].strip(" \t|>#*_")
    role = Role(group.rpartition("_")[0])
    return Label(role, printed, found.end(), is_strong, f"vocabulary {names[group]}: “{printed}”")
