"""A paragraph whose sentences answer different questions: "Points 2 and 4 are exempt. Point 3 is answered below."."""

import re
from collections.abc import Sequence

from answerable.reading.asked import Asked
from answerable.reading.naming import Named, names_the_rest, questions_named

# It begins with a space, so that nothing is tried at other characters.
_SENTENCE = re.compile(r"\s(?<=[.?!]\s)\s*(?=[A-Z])")
_ONLY_LEADS = re.compile(
    r":\s*$|\b(?:below|as follows|in turn|overleaf|attached)\b[^.]{0,20}\.?$", re.IGNORECASE
)
# Shorter ones name nothing twice.
_SHORTEST = 40


def answers_in_sentences(text: str, among: Named) -> list[tuple[list[Asked], str]]:
    """Return the questions that stretches of a paragraph name, each with its words; none unless they name different ones.

    A stretch that only leads to what stands below has no words.
    """
    if len(text) < _SHORTEST or len(among.questions) < 2:  # noqa: PLR2004 nothing to tell apart
        return []
    ends = _SENTENCE.search(text)
    # Nearly always there is but one sentence, or the first names nothing: then the others need not be found.
    if ends is None or not (first := _named(text[: ends.start()], among, [])):
        return []
    begun, *others = _SENTENCE.split(text)
    found: list[tuple[list[Asked], list[str]]] = [(first, [begun])]
    for sentence in others:
        named = _named(sentence, among, [one for group, _ in found for one in group])
        if named and named != found[-1][0]:
            found.append((named, [sentence]))
        else:
            found[-1][1].append(sentence)
    labels = [one.label for group, _ in found for one in group]
    if len(found) < 2 or len(labels) != len(set(labels)):  # noqa: PLR2004 one group is all of the paragraph
        return []
    whole = [(group, " ".join(sentences)) for group, sentences in found]
    return [(group, "" if _ONLY_LEADS.search(words) else words) for group, words in whole]


def _named(sentence: str, among: Named, before: Sequence[Asked]) -> list[Asked]:
    named = questions_named(sentence, among)
    if named or not names_the_rest(sentence):
        return named
    told = {id(one) for one in before}
    return [one for one in among.questions if id(one) not in told]
