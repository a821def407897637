"""Damage that OCR and fonts leave in logs, mended by named rules that can be listed.

Every rule keeps the length of the text, so that a place in the mended text is a place in the
source. (A trial found that `ftfy` mends none of this damage.)
"""

import re
from collections import Counter
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass

from answerable.reading.documents import Repair
from answerable.reading.hints import has_any


@dataclass(frozen=True, slots=True)
class _Change:
    start: int
    end: int
    now: str


def mended(text: str) -> tuple[str, tuple[Repair, ...]]:
    """Return the text with known damage mended, and each repair with how often it was made."""
    made: Counter[tuple[str, str, str]] = Counter()
    for rule, why in _RULES:
        pieces: list[str] = []
        place = 0
        for change in rule(text):
            was = text[change.start : change.end]
            pieces += (text[place : change.start], change.now.ljust(len(was)))
            place = change.end
            made[was.strip(), change.now.strip(), why] += 1
        if pieces:
            text = "".join((*pieces, text[place:]))
    return text, tuple(Repair(was, now, why, times) for (was, now, why), times in made.items())


_LABELS = ("Request", "Response", "Reference")
# Each begins with the same letter, so that nothing is tried at other characters.
_DAMAGED_LABEL = re.compile(
    "R(?:"
    + "|".join(
        f"{re.escape(label[1:at])}[a-z]{re.escape(label[at + 1 :])}"
        for label in _LABELS
        for at in range(1, len(label))
    )
    + r")(?=\s)"
)
_BEFORE_LABEL = " \t|"


def _damaged_labels(text: str) -> Iterator[_Change]:
    """Mend one wrong letter in a label at the start of a line: "Resgonse", "Reguest"."""
    for found in _DAMAGED_LABEL.finditer(text):
        word = found.group()
        line_start = text.rfind("\n", 0, found.start()) + 1
        if word in _LABELS or text[line_start : found.start()].strip(_BEFORE_LABEL):
            continue
        label = next(one for one in _LABELS if _differ_in_one(one, word))
        yield _Change(found.start(), found.end(), label)


def _differ_in_one(one: str, other: str) -> bool:
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1


_MOST_BARS = 2
# It begins with the bar, so that nothing is tried at other characters.
_BAR = re.compile(r"\|(?<![\w|]\|)(?=([A-Z]{2,})\b)")


def _bars(text: str) -> Iterator[_Change]:
    """Mend a bar read for the capital I ("|OPC"), and drop one that a table's rule left ("|IOPC")."""
    if "|" not in text:
        return
    words = set(re.findall(r"\b[A-Z]{2,}\b", text))
    for found in _BAR.finditer(text):
        # A line with several bars is a table of pipes: nothing is damaged there.
        line = text[text.rfind("\n", 0, found.start()) + 1 : _end_of_line(text, found.start())]
        is_table = line.count("|") > _MOST_BARS or line.strip().endswith("|")
        if not is_table and f"I{found[1]}" in words:
            yield _Change(found.start(), found.end(), "I")
        elif line.count("|") == 1 and found[1] in words and not line[: line.index("|")].strip():
            yield _Change(found.start(), found.end(), " ")


def _end_of_line(text: str, place: int) -> int:
    end = text.find("\n", place)
    return len(text) if end < 0 else end


_AL = re.compile(r"Al\b")
_AI = re.compile(
    r"\b(?:(?<=use of )|(?<=uses of )|(?<=using )|(?<=generative ))Al\b(?! [A-Z][a-z])"
    r"|\b(?:(?<=\bon )|(?<=\bof )|(?<=\bfor ))Al\b(?=[.,;:?]|\s*$)"
    r"|\bAl(?= (?:and|&) [Aa]utomation\b)"
    r"|\bAl(?=(?:[- ](?:tools?|systems?|software|models?|polic(?:y|ies)|technolog(?:y|ies)|chatbots?))\b)",
    re.MULTILINE,
)


def _artificial_intelligence(text: str) -> Iterator[_Change]:
    """Mend AI read as Al, only beside words that a person called Al does not stand beside."""
    for found in _AL.finditer(text):
        if _AI.match(text, found.start()):
            yield _Change(found.start(), found.end(), "AI")


# A pilcrow at a line's start; or the places that symbol fonts keep their bullets at (U+F0A7, U+F0B7).
_SYMBOL_BULLET = re.compile(r"^[ \t]*¶(?=\s)|[\uf0a7\uf0b7](?=\s|$)", re.MULTILINE)
_SYMBOLS = ("¶", "\uf0a7", "\uf0b7")
_DASH = re.compile(r"(?<=[ \t])ï(?=[ \t]|$)", re.MULTILINE)
_QUOTED = re.compile(r"(?<!\w)ó(?=\w)([^óô\n]{1,200}?)(?<=[\w.,!?])ô(?!\w)")


def _bullets(text: str) -> Iterator[_Change]:
    """Mend a bullet of a symbol font that came out as a pilcrow, or as no character at all."""
    for found in _SYMBOL_BULLET.finditer(text) if has_any(text, _SYMBOLS) else ():
        yield _Change(found.end() - 1, found.end(), "•")


def _dashes(text: str) -> Iterator[_Change]:
    """Mend an en dash that came out as a lone ï."""
    for found in _DASH.finditer(text) if "ï" in text else ():
        yield _Change(found.start(), found.end(), "–")


def _quotes(text: str) -> Iterator[_Change]:
    """Mend quotation marks that came out as ó and ô."""
    for found in _QUOTED.finditer(text) if "ó" in text and "ô" in text else ():
        yield _Change(found.start(), found.end(), f"‘{found[1]}’")


_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SPLINTER = re.compile(r"[^\W\d_]{1,2}(?![\w'’-])")
# It begins with what parts words, so that nothing is tried inside of them.
_SPLINTER_BEHIND = re.compile(rf"[^\w'’-]({_SPLINTER.pattern})")
_BEFORE = re.compile(r"(?<![\w'’-])([^\W\d_]{1,40})( _?)$")
_BEHIND = re.compile(r"( _?)([^\W\d_]{1,40})(?![\w'’-])")
_NEAR = 45
_AT_ONCE = 1 << 16
_SHORTEST_WHOLE = 5
_MOST_LOOKED_FOR = 50
_SIGMA = re.compile("[\u03c3\u03c2]")
_SHORT_WORDS = frozenset(
    "a i an as at be by do go he if in is it me my no of on or ox re so to up us we am de eg ex ie"
    " e t u x id uk eu mr ms dr st tv hr pr pm ad non".split()
)


def _split_words(text: str) -> Iterator[_Change]:
    """Join a word that a space cut in two ("Proje ct"), where its whole stands elsewhere in the text.

    One half is a splinter, a letter or two that are no word, and one half stands nowhere else:
    "web site" and "e mail" are choices, not damage.
    """
    cuts = [cut for span in _splinters(text) for cut in _cuts(text, *span)]
    if not _may_be_whole(cuts, text):
        return
    pairs = Counter((cut.first.lower(), cut.second.lower()) for cut in cuts)
    counts = _words_counted(text, {word for pair in pairs for word in (*pair, "".join(pair))})
    done = 0
    for cut in cuts:
        halves = (cut.first.lower(), cut.second.lower())
        is_cut = any(counts[half] == pairs[halves] for half in halves)
        whole = "".join(halves)
        # Short wholes ("an" from "a n") arise by chance.
        if cut.start >= done and is_cut and len(whole) >= _SHORTEST_WHOLE and counts[whole] > 0:
            yield _Change(cut.start, cut.end, cut.first + cut.second)
            done = cut.end


def _splinters(text: str) -> Iterator[tuple[int, int]]:
    """Yield where words of a letter or two stand that are none."""
    first = _SPLINTER.match(text)
    if first and first[0].lower() not in _SHORT_WORDS:
        yield first.span()
    for found in _SPLINTER_BEHIND.finditer(text):
        if found[1].lower() not in _SHORT_WORDS:
            yield found.span(1)


def _words_counted(text: str, wanted: Container[str]) -> Counter[str]:
    """Count some words of a text, those of each stretch without a space once, however often it stands there."""
    stretches: Counter[str] = Counter()
    for lines in _lines(text):
        stretches.update(lines.split())
    counts: Counter[str] = Counter()
    for stretch, times in stretches.items():
        for word in [stretch] if stretch.isalpha() else _WORD.findall(stretch):
            if word.lower() in wanted:
                counts[word.lower()] += times
    return counts


def _lines(text: str) -> Iterator[str]:
    """Yield some lines at a time: the words of thousands of pages would take more room than the pages."""
    start = 0
    while start < len(text):
        end = _end_of_line(text, min(len(text), start + _AT_ONCE))
        yield text[start:end]
        start = end + 1


@dataclass(frozen=True, slots=True)
class _Cut:
    start: int
    end: int
    first: str
    second: str


def _may_be_whole(cuts: list[_Cut], text: str) -> bool:
    """Return whether the whole of a cut word may stand in a text: to count all words takes longest of all."""
    wholes = {f"{cut.first.lower()}{cut.second.lower()}" for cut in cuts}
    wholes = {whole for whole in wholes if len(whole) >= _SHORTEST_WHOLE}
    # To look for many takes longer than to count. Which small sigma it is depends on what stands beside it.
    if len(wholes) > _MOST_LOOKED_FOR or any(_SIGMA.search(whole) for whole in wholes):
        return True
    return bool(wholes) and any(
        whole in lowered for lowered in map(str.lower, _lines(text)) for whole in wholes
    )


def _cuts(text: str, start: int, end: int) -> Iterator[_Cut]:
    """Yield the two words that a splinter may be a half of: with the word before, and with that behind."""
    near = max(0, start - _NEAR)
    before = _BEFORE.search(text[near:start]) if text[start - 1] == " " else None
    if before:
        yield _Cut(near + before.start(), end, before[1], text[start:end])
    behind = _BEHIND.match(text, end)
    if behind:
        yield _Cut(start, behind.end(), text[start:end], behind[2])


_RULES: tuple[tuple[Callable[[str], Iterator[_Change]], str], ...] = (
    (_damaged_labels, "OCR read one letter of a label wrongly"),
    (_bars, "OCR read a capital I, or a table's rule, as a bar"),
    (_artificial_intelligence, "OCR read AI as Al"),
    (_bullets, "A symbol font's bullet came out as another sign"),
    (_dashes, "An en dash came out as ï"),
    (_quotes, "Quotation marks came out as ó and ô"),
    (_split_words, "A space cut a word in two; the whole word stands elsewhere in the text"),
)
