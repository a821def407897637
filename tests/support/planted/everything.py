"""All planted files, of every kind."""

from dataclasses import replace

from tests.support.planted.cells import CELLS
from tests.support.planted.containers import CONTAINERS
from tests.support.planted.covered import COVERED
from tests.support.planted.document_parts import DOCUMENT_PARTS
from tests.support.planted.documents import DOCUMENTS
from tests.support.planted.drawings import DRAWINGS
from tests.support.planted.drawn_pictures import DRAWN_PICTURES
from tests.support.planted.eighth_found import CODES as EIGHTH_CODES
from tests.support.planted.eighth_office import EIGHTH_OFFICE
from tests.support.planted.eighth_open import EIGHTH_OPEN
from tests.support.planted.fifth_documents import FIFTH_DOCUMENTS
from tests.support.planted.fifth_found import CODES as FIFTH_CODES
from tests.support.planted.fifth_found import LEFT_OUT as FIFTH_LEFT_OUT
from tests.support.planted.fifth_others import FIFTH_OTHERS
from tests.support.planted.fifth_pdf import FIFTH_PDF
from tests.support.planted.fifth_sheets import FIFTH_SHEETS
from tests.support.planted.fifth_slides import FIFTH_SLIDES
from tests.support.planted.fixtures import CANNOT_SAY, MISSED
from tests.support.planted.fourth_documents import FOURTH_DOCUMENTS
from tests.support.planted.fourth_found import CODES as FOURTH_CODES
from tests.support.planted.fourth_others import FOURTH_OTHERS
from tests.support.planted.fourth_pdf import FOURTH_PDF
from tests.support.planted.fourth_sheets import FOURTH_SHEETS
from tests.support.planted.fourth_slides import FOURTH_SLIDES
from tests.support.planted.fresh_charts import FRESH_CHARTS
from tests.support.planted.fresh_documents import FRESH_DOCUMENTS
from tests.support.planted.fresh_messages import FRESH_MESSAGES
from tests.support.planted.fresh_open import FRESH_OPEN
from tests.support.planted.fresh_open_sheets import FRESH_OPEN_SHEETS
from tests.support.planted.fresh_pages import FRESH_PAGES
from tests.support.planted.fresh_pdf import FRESH_PDF
from tests.support.planted.fresh_pdf_bytes import FRESH_PDF_BYTES
from tests.support.planted.fresh_pdf_parts import FRESH_PDF_PARTS
from tests.support.planted.fresh_pictures import FRESH_PICTURES
from tests.support.planted.fresh_slides import FRESH_SLIDES
from tests.support.planted.fresh_workbooks import FRESH_WORKBOOKS
from tests.support.planted.messages import MESSAGES
from tests.support.planted.more import MORE
from tests.support.planted.more_tricks import MORE_TRICKS
from tests.support.planted.namespaces import NAMESPACES
from tests.support.planted.narrow_texts import NARROW_TEXTS
from tests.support.planted.ninth_found import CODES as NINTH_CODES
from tests.support.planted.ninth_found import LEFT_OUT as NINTH_LEFT_OUT
from tests.support.planted.ninth_office import NINTH_OFFICE
from tests.support.planted.ninth_others import NINTH_OTHERS
from tests.support.planted.old_documents import OLD_DOCUMENTS
from tests.support.planted.old_office import OLD_OFFICE
from tests.support.planted.opendocuments import OPENDOCUMENTS
from tests.support.planted.pdf_files import PDF_FILES
from tests.support.planted.pdf_fonts import PDF_FONTS
from tests.support.planted.pdf_marks import PDF_MARKS
from tests.support.planted.pdf_parts import PDF_PARTS
from tests.support.planted.pdf_texts import PDF_TEXTS
from tests.support.planted.pdf_tricks import PDF_TRICKS
from tests.support.planted.photographs import PHOTOGRAPHS
from tests.support.planted.presentations import PRESENTATIONS
from tests.support.planted.pressed import PRESSED
from tests.support.planted.remarks import REMARKS
from tests.support.planted.rich_texts import RICH_TEXTS
from tests.support.planted.second_documents import SECOND_DOCUMENTS
from tests.support.planted.second_found import CODES
from tests.support.planted.second_others import SECOND_OTHERS
from tests.support.planted.second_pdf import SECOND_PDF
from tests.support.planted.second_sheets import SECOND_SHEETS
from tests.support.planted.second_slides import SECOND_SLIDES
from tests.support.planted.seventh_document_parts import SEVENTH_DOCUMENT_PARTS
from tests.support.planted.seventh_documents import SEVENTH_DOCUMENTS
from tests.support.planted.seventh_found import CODES as SEVENTH_CODES
from tests.support.planted.seventh_found import LEFT_OUT as SEVENTH_LEFT_OUT
from tests.support.planted.seventh_open import SEVENTH_OPEN
from tests.support.planted.seventh_others import SEVENTH_OTHERS
from tests.support.planted.seventh_sheet_parts import SEVENTH_SHEET_PARTS
from tests.support.planted.seventh_sheets import SEVENTH_SHEETS
from tests.support.planted.seventh_slides import SEVENTH_SLIDES
from tests.support.planted.sixth_documents import SIXTH_DOCUMENTS
from tests.support.planted.sixth_found import CODES as SIXTH_CODES
from tests.support.planted.sixth_found import LEFT_OUT as SIXTH_LEFT_OUT
from tests.support.planted.sixth_others import SIXTH_OTHERS
from tests.support.planted.sixth_pdf import SIXTH_PDF
from tests.support.planted.sixth_sheets import SIXTH_SHEETS
from tests.support.planted.sixth_slides import SIXTH_SLIDES
from tests.support.planted.third_documents import THIRD_DOCUMENTS
from tests.support.planted.third_found import CODES as THIRD_CODES
from tests.support.planted.third_others import THIRD_OTHERS
from tests.support.planted.third_pdf import THIRD_PDF
from tests.support.planted.third_sheets import THIRD_SHEETS
from tests.support.planted.third_slides import THIRD_SLIDES
from tests.support.planted.transparent_pictures import TRANSPARENT_PICTURES
from tests.support.planted.tricks import TRICKS
from tests.support.planted.webtricks import WEBTRICKS
from tests.support.planted.workbook_parts import WORKBOOK_PARTS
from tests.support.planted.workbooks import WORKBOOKS

KINDS = (
    *(CELLS, WORKBOOKS, WORKBOOK_PARTS, DRAWINGS, DOCUMENTS, DOCUMENT_PARTS, NARROW_TEXTS),
    *(PRESENTATIONS, OPENDOCUMENTS, NAMESPACES, CONTAINERS, COVERED, MORE, TRICKS),
    *(
        PHOTOGRAPHS,
        TRANSPARENT_PICTURES,
        DRAWN_PICTURES,
        MESSAGES,
        RICH_TEXTS,
        OLD_OFFICE,
        OLD_DOCUMENTS,
        WEBTRICKS,
        MORE_TRICKS,
    ),
    *(PRESSED, REMARKS, PDF_TEXTS, PDF_MARKS, PDF_FILES, PDF_PARTS, PDF_FONTS, PDF_TRICKS),
)
FRESH = (
    *(
        FRESH_PDF,
        FRESH_PDF_PARTS,
        FRESH_PDF_BYTES,
        FRESH_WORKBOOKS,
        FRESH_CHARTS,
        FRESH_DOCUMENTS,
        FRESH_SLIDES,
    ),
    *(FRESH_OPEN, FRESH_OPEN_SHEETS, FRESH_PICTURES, FRESH_MESSAGES, FRESH_PAGES),
)
"""Those that were made without looking at the rules, in November 2026."""

SECOND = [
    replace(one, code=CODES[one.name])
    for kind in (SECOND_SHEETS, SECOND_DOCUMENTS, SECOND_SLIDES, SECOND_PDF, SECOND_OTHERS)
    for one in kind.all
]
"""Those of a second set that were made so, by somebody who had read no more than the names of the codes."""

THIRD = [
    replace(one, code=THIRD_CODES[one.name])
    for kind in (THIRD_SHEETS, THIRD_DOCUMENTS, THIRD_SLIDES, THIRD_PDF, THIRD_OTHERS)
    for one in kind.all
]
"""Those of a third set: 69 of 285 were missed at first contact; fourteen of these hide nothing, and are left out."""

FOURTH = [
    replace(one, code=FOURTH_CODES[one.name])
    for kind in (FOURTH_SHEETS, FOURTH_DOCUMENTS, FOURTH_SLIDES, FOURTH_PDF, FOURTH_OTHERS)
    for one in kind.all
]
"""Those of a fourth set, written when the third was found: 36 of 122 were missed, and seven of these hide nothing."""

FIFTH = [
    replace(one, code=FIFTH_CODES.get(one.name, MISSED))
    for kind in (FIFTH_SHEETS, FIFTH_DOCUMENTS, FIFTH_SLIDES, FIFTH_PDF, FIFTH_OTHERS)
    for one in kind.all
    if one.name not in FIFTH_LEFT_OUT
]
"""Those of a fifth set, written when the fourth was found and before any of it was run."""

SIXTH = [
    replace(one, code=SIXTH_CODES.get(one.name, MISSED))
    for kind in (SIXTH_SHEETS, SIXTH_DOCUMENTS, SIXTH_SLIDES, SIXTH_PDF, SIXTH_OTHERS)
    for one in kind.all
    if one.name not in SIXTH_LEFT_OUT
]
"""Those of a sixth set, written when the fifth was found and before any of it was run."""

SEVENTH = [
    replace(one, code=SEVENTH_CODES.get(one.name, MISSED))
    for kind in (
        *(SEVENTH_SHEETS, SEVENTH_SHEET_PARTS, SEVENTH_DOCUMENTS, SEVENTH_DOCUMENT_PARTS),
        *(SEVENTH_SLIDES, SEVENTH_OPEN, SEVENTH_OTHERS),
    )
    for one in kind.all
    if one.name not in SEVENTH_LEFT_OUT
]
"""Those of a seventh set, written by somebody who had not read the rules, and before any of it was run."""

EIGHTH = [
    replace(one, code=EIGHTH_CODES.get(one.name, MISSED))
    for kind in (EIGHTH_OFFICE, EIGHTH_OPEN)
    for one in kind.all
]
"""Those of an eighth set, committed before any of it was run."""

NINTH = [
    replace(one, code=NINTH_CODES.get(one.name, MISSED))
    for kind in (NINTH_OFFICE, NINTH_OTHERS)
    for one in kind.all
    if one.name not in NINTH_LEFT_OUT
]
"""Those of a ninth set, by the writers of each format, committed before any of it was run."""

_ALL = [
    *(one for kind in (*KINDS, *FRESH) for one in kind.all),
    *(
        one
        for later in (SECOND, THIRD, FOURTH, FIFTH, SIXTH, SEVENTH, EIGHTH, NINTH)
        for one in later
    ),
]
PLANTED = [one for one in _ALL if one.code not in (CANNOT_SAY, MISSED)]
REFUSED = [one for one in _ALL if one.code == CANNOT_SAY]
"""Those of which an inspection says that it cannot say."""

KNOWN_LIMITS = [one for one in _ALL if one.code == MISSED]
"""Those that are not found: the page of findings lists them."""
