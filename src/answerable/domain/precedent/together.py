"""What a model that reads two questions together is given of each."""

from dataclasses import dataclass

from answerable.domain.precedent.asked import Asked

# Of a longer message what is asked is read, and of that the end, where questions stand.
_MOST_WORDS, _MOST_ASKED = 45, 60


@dataclass(frozen=True, slots=True)
class Standing:
    """A question as it stands in its request: what stands `above` it, or nothing, and its own text."""

    above: str
    text: str


def as_it_stands(asked: Asked) -> Standing:
    """Return of a question what a model reads that reads two together."""
    above = f"{asked.headings} {asked.under}"
    text = asked.text.split()
    if len(text) > _MOST_WORDS:
        text = list(asked.words)[-_MOST_ASKED:]
    return Standing(" ".join(above.split()), " ".join(text))
