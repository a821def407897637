"""What comes of redacting a workbook, a table or a document: new files, with the proof that nothing marked is in them."""

from dataclasses import dataclass

from answerable.inspecting.rebuilding import RebuiltFile
from answerable.inspecting.redacting.proved import Proof


@dataclass(frozen=True, slots=True)
class RedactedFiles:
    """Redacted files with their proof, the one that stands for the others first.

    `labels` is how many labels stand in each of them. `words_lost` is how many cells of tables, or words of
    documents, that nobody marked are not read in one of the files, of `words`. `not_swept` is how many of the texts
    that were taken out are too short, or stand elsewhere, too, so that bytes cannot be searched for them: of those,
    reading the files is the proof. `warnings` say what may tell them all the same, and `left_out` what the files
    lack of the original. `to_decide` is what their inspection asks a person.
    """

    files: tuple[RebuiltFile, ...]
    proof: tuple[Proof, ...]
    labels: int = 0
    words_lost: int = 0
    words: int = 0
    not_swept: int = 0
    warnings: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    to_decide: tuple[str, ...] = ()


def redacted_files_as_json(redacted: RedactedFiles) -> dict[str, object]:
    """Return what a redaction came to, but for the files, as JSON has it."""
    return {
        "files": [one.name for one in redacted.files],
        "proof": [{"extractor": one.extractor, "left": one.left} for one in redacted.proof],
        "labels": redacted.labels,
        "words": redacted.words,
        "words_lost": redacted.words_lost,
        "not_swept": redacted.not_swept,
        "warnings": list(redacted.warnings),
        "left_out": list(redacted.left_out),
        "to_decide": list(redacted.to_decide),
    }
