"""Texts of files that are rebuilt, redacted before they are laid out: so no width tells what stood there."""

from collections.abc import Iterable

from answerable.inspecting.redacting.words import sought

LABEL = "[redacted]"
"""What stands in place of redacted words: the same for each of them, however long they were."""


def redacted_text(text: str, words: Iterable[str]) -> str:
    """Return a text with the label in place of each of the words, as whole words, however they are written.

    Capitals, accents, ligatures and breaks of lines make no difference; "Quill" is not found in "Quillfeather".
    Longer words are found first, so that "Ann Quill" leaves no "Ann" behind.
    """
    return sought(words).without(text, LABEL)
