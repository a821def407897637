"""How standings of files and findings are shown: a tag, a sentence, and the words of the levels."""

from dataclasses import dataclass

from answerable.domain.release.standing import Standing
from answerable.inspecting import Severity
from answerable.queries.casework.releasing.file_pages import FilePage, FileRow, FoundRow
from answerable.web.casework.words import capital
from answerable.web.tags import Tag

_COLOURS = {
    Standing.NOT_INSPECTED: "grey",
    Standing.BEING_INSPECTED: "blue",
    Standing.CLEAR: "green",
    Standing.DECIDED: "green",
    Standing.LET_THROUGH: "orange",
    Standing.MUST_BE_DECIDED: "yellow",
    Standing.MUST_BE_REDACTED: "red",
    Standing.CANNOT_BE_RELEASED: "red",
    Standing.CANNOT_SAY: "red",
    Standing.KEPT_BACK: "grey",
}
_VERDICTS = {
    Standing.NOT_INSPECTED: "These bytes are not inspected. Nothing leaves before they are.",
    Standing.BEING_INSPECTED: "It is being inspected. That takes a second for most files, and a minute at most.",
    Standing.CLEAR: "Clear: nothing in it is hidden, as far as the inspection can tell. It may leave.",
    Standing.DECIDED: "It may leave: somebody decided about all that had to be decided.",
    Standing.LET_THROUGH: "It holds what cannot be released, and may leave all the same: two people let it through.",
    Standing.MUST_BE_DECIDED: "It holds what somebody must decide before it may leave.",
    Standing.MUST_BE_REDACTED: (
        "It shows what must be redacted, and stays here: redact it, or attach another file in its place."
    ),
    Standing.CANNOT_BE_RELEASED: (
        "It holds what it does not show, and cannot be released. Until that is settled nothing of this request leaves."
    ),
    Standing.CANNOT_SAY: "Nobody can say what is in it, so that it cannot be released, and nobody can let it through.",
    Standing.KEPT_BACK: "It is kept back, and goes with no letter.",
}
_LEVELS = {
    Severity.STOP: "Cannot be released",
    Severity.CHECK: "You must decide",
    Severity.NOTE: "Mended without a question",
}


@dataclass(frozen=True, slots=True)
class Listed:
    """A file in a list, with its tag."""

    row: FileRow
    tag: Tag


@dataclass(frozen=True, slots=True)
class Level:
    """The findings of a level: its words, and a name for what refers to it."""

    words: str
    slug: str
    rows: tuple[FoundRow, ...]


def listed_file(row: FileRow) -> Listed:
    """Return a file as lists show it."""
    return Listed(row, standing_tag(row.standing))


def standing_tag(standing: Standing) -> Tag:
    """Return the tag of a standing."""
    return Tag(capital(standing.value), _COLOURS[standing])


def verdict_of(page: FilePage) -> str:
    """Return how a file stands, as one sentence or two."""
    if page.is_changed:
        return "Its bytes are not those that were attached, and are not inspected. Attach the file anew."
    if page.cannot_say:
        return f"{_VERDICTS[Standing.CANNOT_SAY]} {page.cannot_say}."
    return _VERDICTS[page.row.standing]


def levels_of(page: FilePage) -> tuple[Level, ...]:
    """Return the findings by their levels, the worst first."""
    return tuple(Level(_LEVELS[one], one.value, rows) for one, rows in page.levels)
