"""What the stories of one document have in common: its text, notes, headers and footers."""

from dataclasses import dataclass, field

from answerable.inspecting.markup import Element, named
from answerable.inspecting.office.package import Package
from answerable.inspecting.office.writing.runs import Runs
from answerable.inspecting.rebuilding.documents.blocks import Note
from answerable.inspecting.rebuilding.documents.left_out import Left
from answerable.inspecting.rebuilding.documents.pictures import Pictures
from answerable.inspecting.rebuilding.documents.writing.formats import Formats
from answerable.inspecting.rebuilding.documents.writing.grounds import Grounds
from answerable.inspecting.rebuilding.documents.writing.numbering import Numbering

UNSEEN = frozenset(("docx.hidden-text", "docx.tiny-text", "docx.invisible-text", "docx.black-box"))
"""What a run is found under whose words nobody sees."""

BLACK = "[blacked out]"
"""What stands where words are black on the page."""

UNSEEN_BLANKS = frozenset(("docx.hidden-text", "docx.tiny-text"))
"""The same for a run of blanks."""


@dataclass(slots=True)
class Shared:
    """The parts of a document that say how its words look, and what was made of it so far."""

    package: Package
    judge: Runs
    grounds: Grounds
    formats: Formats
    numbering: Numbering
    pictures: Pictures
    left: Left
    notes: list[Note] = field(default_factory=list)
    numbers: dict[tuple[str, str], int] = field(default_factory=dict)
    counted: dict[str, int] = field(default_factory=dict)

    def is_unseen(self, run: Element) -> bool:
        """Return whether nobody sees the words of a run; blanks have no colour that could be lost."""
        codes = set(self.judge.codes_of(run))
        is_blank = not any((one.text or "").strip() for one in named(run, "t", "sym"))
        if codes & (UNSEEN_BLANKS if is_blank else UNSEEN):
            return True
        if is_blank:
            return False
        if self.grounds.hides(run, self.judge.look_of_run(run)) and "docx.dark-ground" not in codes:
            self.left.add("pale-text")
            return True
        return False

    def is_black(self, run: Element) -> bool:
        """Return whether a reader sees that something is blacked out where the words of a run stand."""
        codes = set(self.judge.codes_of(run))
        return "docx.black-box" in codes and not codes & UNSEEN_BLANKS
