"""Which of many questions a passage may repeat: found by their words, so that few need to be compared."""

from collections.abc import Sequence

from answerable.domain.questions import leading_label
from answerable.reading.asked import Asked
from answerable.reading.blocks import Block, Kind
from answerable.reading.matches import plain

_FEWEST = 8
_LONGEST_LINE = 12


class Repeated:
    """The questions of a request, by their words; it leaves out only what cannot be repeated.

    What repeats a question begins with it, is its beginning, or has four of five words in common with it
    (`matches.is_quoted`): of any fifth of its words and one more, one is the question's.
    """

    def __init__(self, questions: Sequence[Asked]) -> None:
        """Take questions whose words stay as they are."""
        self._questions = questions
        self._plain = [plain(one.text) for one in questions] if len(questions) > _FEWEST else []
        self._by_word: dict[str, list[int]] = {}
        for place, words in enumerate(self._plain):
            for word in set(words.split()):
                self._by_word.setdefault(word, []).append(place)

    def by(self, words: str) -> Sequence[Asked]:
        """Return the questions that words may repeat, in their order."""
        if not self._plain:
            return self._questions
        whole, first = plain(words), plain(words[: max(0, words.find("?"))])
        found = self._alike(whole) | self._alike(first)
        begun = first or whole
        found.update(
            place
            for place, asked in enumerate(self._plain)
            if whole.startswith(asked) or asked.startswith(begun)
        )
        return [self._questions[place] for place in sorted(found)]

    def _alike(self, words: str) -> set[int]:
        """Return the places of the questions that have one of the rarest words of some."""
        every = set(words.split())
        rarest = sorted(every, key=lambda word: len(self._by_word.get(word, ())))
        return {
            place for word in rarest[: len(every) // 5 + 1] for place in self._by_word.get(word, ())
        }


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
