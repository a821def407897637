"""What a file shows in which something can be marked: the sheets of a table, or the paragraphs of a document."""

from collections.abc import Sequence
from dataclasses import dataclass

from answerable.inspecting.allowance import Allowance
from answerable.inspecting.archive import Archive, open_archive
from answerable.inspecting.findings import CannotSay
from answerable.inspecting.inspecting import look_into
from answerable.inspecting.kinds import kind_of
from answerable.inspecting.labelling.formulas import Formula, formulas_of
from answerable.inspecting.labelling.marks import PlaceMark
from answerable.inspecting.labelling.open_formulas import open_formulas_of
from answerable.inspecting.labelling.paragraphs import check_met_in_document, labelled_document
from answerable.inspecting.labelling.sheets import check_met_in_sheets, labelled_sheets
from answerable.inspecting.labelling.withheld import Withheld
from answerable.inspecting.rebuilding.documents.blocks import Document
from answerable.inspecting.rebuilding.documents.documents import (
    KINDS,
    document_files,
    shown_document,
)
from answerable.inspecting.rebuilding.documents.left_out import Left, left_out
from answerable.inspecting.rebuilding.left_out import LeftOut
from answerable.inspecting.rebuilding.rebuilding import LINES, MARKDOWN, TABLES, kind_in_zip
from answerable.inspecting.rebuilding.rebuilt import CannotRebuild, Rebuilt, RebuiltFile
from answerable.inspecting.rebuilding.tables.cells import ShownSheet
from answerable.inspecting.rebuilding.tables.csv_file import sheet_as_csv
from answerable.inspecting.rebuilding.tables.files import files_of
from answerable.inspecting.rebuilding.texts import table_of_text
from answerable.inspecting.redacting.cannot import CannotRedact
from answerable.inspecting.seen import Seen

_DAMAGED = "It is damaged inside: open it with its program, and save it again"
_NOT_MARKED = (
    "This file is none in which cells, paragraphs or words are marked: those are workbooks and tables (XLSX, XLSM,"
    " ODS, CSV) and documents (DOCX, PPTX, ODT, ODP, HTML, Markdown, text). Make one of them of it first"
)


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A workbook, or one table of text, as it is shown, and its formulas."""

    sheets: tuple[ShownSheet, ...]
    is_text: bool
    told: tuple[str, ...]
    formulas: tuple[Formula, ...] = ()

    def labelled(self, marks: Sequence[PlaceMark], withheld: Withheld) -> "ShownTable":
        """Return it with its labels."""
        sheets = tuple(labelled_sheets(self.sheets, marks, withheld))
        return ShownTable(sheets, self.is_text, self.told, self.formulas)

    def check_met(self, marks: Sequence[PlaceMark], withheld: Withheld) -> None:
        """Do nothing if each mark met something.

        :raises CannotRedact: if one did not.
        """
        check_met_in_sheets(marks, withheld)

    def files(self, name: str) -> Rebuilt:
        """Return the files that are made of it."""
        left = LeftOut(sentences=[*self.told])
        made = files_of([*self.sheets], name, left)
        if not self.is_text:
            return made
        named = next(one.name for one in made.files if one.name.endswith(".csv"))
        return Rebuilt((RebuiltFile(named, sheet_as_csv(self.sheets[0])),), self.told)


@dataclass(frozen=True, slots=True)
class ShownDocument:
    """A document as it is shown."""

    document: Document
    told: tuple[str, ...]

    def labelled(self, marks: Sequence[PlaceMark], withheld: Withheld) -> "ShownDocument":
        """Return it with its labels."""
        return ShownDocument(labelled_document(self.document, marks, withheld), self.told)

    def check_met(self, marks: Sequence[PlaceMark], withheld: Withheld) -> None:
        """Do nothing if each mark met something.

        :raises CannotRedact: if one did not.
        """
        check_met_in_document(self.document, marks, withheld)

    def files(self, name: str) -> Rebuilt:
        """Return the files that are made of it."""
        return document_files(self.document, name, self.told)


def shown_in(data: bytes, name: str) -> ShownTable | ShownDocument:
    """Return what a file shows.

    :raises CannotRedact: if nothing can be marked in it, and why.
    """
    try:
        return _shown(data, name)
    except (CannotSay, CannotRebuild) as refusal:
        raise CannotRedact(str(refusal)) from None
    except (ValueError, LookupError, TypeError, AttributeError):
        # Words where numbers belong, and the like: no program writes such files, and each reads them otherwise.
        raise CannotRedact(_DAMAGED) from None


def _shown(data: bytes, name: str) -> ShownTable | ShownDocument:
    kind = kind_of(data)
    if kind == "zip":
        archive = open_archive(data, Allowance(), Seen())
        kind = kind_in_zip(archive)
        if kind in TABLES:
            return _workbook(archive, kind)
    left = LeftOut()
    is_table = kind in LINES and not name.lower().endswith(MARKDOWN)
    sheet = table_of_text(data, name, left) if is_table else None
    if sheet is not None:
        return ShownTable((sheet,), is_text=True, told=left.told())
    if kind in LINES:
        return _document(data, name, "text")
    if kind not in KINDS:
        raise CannotRedact(_NOT_MARKED)
    return _document(data, name, kind)


def _workbook(archive: Archive, kind: str) -> ShownTable:
    left = LeftOut()
    sheets = tuple(TABLES[kind](archive, left))
    if not any(one.lines for one in sheets):
        raise CannotRedact("It shows nothing, so that nothing of it can be released")
    formulas = formulas_of(archive) if kind == "xlsx" else open_formulas_of(archive)
    return ShownTable(sheets, is_text=False, told=left.told(), formulas=tuple(formulas))


def _document(data: bytes, name: str, kind: str) -> ShownDocument:
    seen, left = Seen(), Left()
    look_into(data, name, seen, Allowance())
    document = shown_document(data, name, kind, left)
    return ShownDocument(document, left_out(left, seen))
