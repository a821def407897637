"""Which of many texts a passage may repeat: found by their words, so that few need to be compared."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from answerable.domain.questions import leading_label
from answerable.reading.blocks import Block, Kind
from answerable.reading.matches import are_alike, plain, set_of

_FEWEST = 16
_LONGEST_LINE = 12


class Repeated:
    """The questions of a request, or its headings, by their words; it leaves out only what is not repeated.

    What repeats a text begins with it, is its beginning, or has four of five words in common with it
    (`matches.is_quoted`), whole or up to its question mark.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        """Take texts whose words stay as they are."""
        self._plain = [plain(one) for one in texts]
        self._index = _Index(self._plain) if len(texts) > _FEWEST else None

    def by(self, words: str) -> Iterator[int]:
        """Yield the places of the texts that words may repeat, in their order; who asks may stop at the first."""
        whole = plain(words)
        first = plain(words[: words.find("?")]) if "?" in words else ""
        begun = first or whole
        every = [set_of(one) for one in (whole, first) if one]
        places = self._index.by(whole, begun, every) if self._index else range(len(self._plain))
        for place in places:
            asked = self._plain[place]
            if whole.startswith(asked) or asked.startswith(begun):
                yield place
                continue
            own = set_of(asked)
            for one in every:
                if are_alike(own, one):
                    yield place
                    break


class _Index:
    """Many texts by their beginnings and their rarest words, so that those that may be repeated are found at once."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._in_order = sorted((text, place) for place, text in enumerate(texts))
        self._lengths = sorted({len(text) for text in texts})
        self._whole: dict[str, list[int]] = {}
        for place, text in enumerate(texts):
            self._whole.setdefault(text, []).append(place)
        self._times = Counter(word for text in texts for word in set_of(text))
        self._by_word: dict[str, list[int]] = {}
        for place, text in enumerate(texts):
            for word in self._rarest(set_of(text)):
                self._by_word.setdefault(word, []).append(place)

    def by(self, whole: str, begun: str, every: Sequence[frozenset[str]]) -> list[int]:
        found = {*self._begun_by(begun)}
        for length in self._lengths:
            if length > len(whole):
                break
            found.update(self._whole.get(whole[:length], ()))
        for words in every:
            for word in self._rarest(words):
                found.update(self._by_word.get(word, ()))
        return sorted(found)

    def _begun_by(self, begun: str) -> Iterator[int]:
        """Yield the places of the texts that begin with some words."""
        at = bisect_left(self._in_order, (begun, -1))
        while at < len(self._in_order) and self._in_order[at][0].startswith(begun):
            yield self._in_order[at][1]
            at += 1

    def _rarest(self, words: frozenset[str]) -> list[str]:
        """Return a fifth of some words and one more, the rarest: of two alike texts, one of them is in both."""
        # Those that are as rare as each other stay in the order of their letters.
        return sorted(sorted(words), key=self._times.__getitem__)[: len(words) // 5 + 1]


def lines_of(request: Sequence[Block]) -> frozenset[str]:
    """Return the words of a request's lines that have no label and end in no mark: repeated, they head answers."""
    return frozenset(
        plain(block.text)
        for block in request
        if block.kind in (Kind.PARAGRAPH, Kind.HEADING)
        and 0 < len(block.text.split()) <= _LONGEST_LINE
        and block.text.rstrip()[-1].isalnum()
        and leading_label(block.text) is None
    )
