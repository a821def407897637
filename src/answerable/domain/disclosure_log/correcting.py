"""An entry with other words in it: what is made of its texts follows them."""

from collections.abc import Mapping
from dataclasses import replace

from answerable.domain.disclosure_log.entries import Entry
from answerable.domain.disclosure_log.texts import composed

Words = tuple[str, str]
"""What a question asks, and what was answered: nothing, where there is no answer."""


def with_words(entry: Entry, title: str, questions: Mapping[int, Words]) -> Entry:
    """Return an entry with another title, and other words in the questions of some places.

    The whole request and the whole response say the same as the questions: words that were corrected
    must not stand on in them.
    """
    return composed(
        replace(
            entry,
            title=title,
            questions=tuple(
                replace(one, text=questions[place][0], answer=questions[place][1] or None)
                if place in questions
                else one
                for place, one in enumerate(entry.questions)
            ),
        )
    )
