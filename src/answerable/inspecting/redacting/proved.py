"""What comes of redacting a file: the file, with the proof that nothing marked is left in it."""

from dataclasses import dataclass


class NotProved(Exception):
    """It is not proved that what was marked is gone: there is no file then. The message says what is left, and where."""


@dataclass(frozen=True, slots=True)
class Proof:
    """How one way to look for what was marked ended: how much of it is left, which has to be none."""

    extractor: str
    left: int


@dataclass(frozen=True, slots=True)
class Redacted:
    """A redacted PDF with its proof.

    `drawn` are the pages (from 1) that had to be replaced by a picture with a layer of recognised text;
    `words_lost` is how many words that nobody marked are gone, of `words`. `warnings` say what the boxes
    themselves may tell: how few of the names that readers may know fit one of them.
    """

    data: bytes
    proof: tuple[Proof, ...]
    drawn: tuple[int, ...] = ()
    words_lost: int = 0
    words: int = 0
    warnings: tuple[str, ...] = ()


def redaction_as_json(redacted: Redacted) -> dict[str, object]:
    """Return what a redaction came to, but for the file, as JSON has it."""
    return {
        "proof": [{"extractor": one.extractor, "left": one.left} for one in redacted.proof],
        "drawn": list(redacted.drawn),
        "words": redacted.words,
        "words_lost": redacted.words_lost,
        "warnings": list(redacted.warnings),
    }
