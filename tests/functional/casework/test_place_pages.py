"""The pages on which a workbook or document is redacted by its cells, paragraphs and words, with forms alone."""

import csv
import io

import pytest

from answerable.queries.casework.redacting.seen import redaction_seen
from answerable.records.casework.models import CaseFile, Redaction, RedactionMark
from tests.functional.casework.conftest import done, seen
from tests.support import place_redactions as places
from tests.support.casework import AUDITOR, CHECKER, OFFICER, REF
from tests.support.labelled import cells_of, excel_file
from tests.support.place_redactions import DOCUMENT, LABEL, NAME, WORKBOOK
from tests.support.redactions import GROUND, attached, file

pytestmark = [pytest.mark.once, pytest.mark.django_db, pytest.mark.slow]
GIVEN = {"limb": GROUND.limb, "reason": GROUND.reason}
SHEET = {"sheet_name": "Staff", "first_row": "1", **GIVEN}


def at(part="", name=WORKBOOK):
    return f"/requests/{REF}/files/{file(name).pk}/redact/{part}"


def marks():
    seen_now = redaction_seen(Redaction.objects.get().file_id)
    return [(one.where, one.sought) for one in seen_now.marks]


def test_a_workbook_is_marked_put_forward_approved_and_made_by_forms_alone(as_):
    places.filed()
    browser = as_(OFFICER)
    assert "Begin to redact it" in seen(browser.get(at()))
    done(browser.post(at(), {"do": "begin"}, follow=True), "Begun: mark what is to go")
    shown = seen(browser.get(at()))
    assert '<input type="checkbox" name="cell" value="2.2">' in shown
    assert "Rows 1 to 4 of 4 that show something" in shown
    picked = {"do": "mark", "column": "2", "heading": "on", **SHEET}
    done(browser.post(at(), picked, follow=True), "1 mark made")
    shown = seen(browser.get(at()))
    assert shown.count(LABEL) == 3
    # The next mark begins with the ground of the last.
    assert 'value="Name of a junior member of staff"' in shown
    done(browser.post(at(), {"do": "forward"}, follow=True), "Put forward")

    assert "You had a part in marking it" in seen(browser.get(at("check/")))
    browser = as_(CHECKER)
    shown = seen(browser.get(at("check/")))
    assert "<del>Ann Quillfeather</del>" in shown
    digest = shown.partition('name="seen" value="')[2].partition('"')[0]
    approved = browser.post(at("check/"), {"do": "approve", "seen": digest}, follow=True)
    done(approved, "Approved: the redacted file is made next")
    assert "data-watched" in seen(browser.get(at()))
    assert places.make() == 1

    for name in ("staff (redacted).xlsx", "staff (redacted) - Staff.csv", "workbook: 0 left"):
        assert name in seen(browser.get(at()))
    made = bytes(CaseFile.objects.get(name="staff (redacted).xlsx").data)
    assert cells_of(made)["Staff"][1] == ["Bridges", LABEL, 3]


def test_the_log_has_the_cells_as_the_redacted_file_numbers_them_and_none_of_the_words(as_):
    places.begun_on(data=places.staff(hidden_rows=(2,), hidden_columns=("A",)))
    places.mark(cells=[(3, 2)])
    places.finish()

    done(as_(OFFICER).post(at(), {"do": "log"}, follow=True), "log is attached")

    log = CaseFile.objects.get(name="staff (redacted), redaction log.csv")
    (row,) = csv.DictReader(io.StringIO(bytes(log.data).decode("utf-8-sig")))
    assert (row["sheet"], row["cells"], row["exemption"]) == ("1", "A2", "40(2)")
    assert b"Brownlow" not in bytes(log.data)
    assert "Sheet 1, A2" in seen(as_(OFFICER).get(at()))


def test_a_document_is_marked_word_by_word_and_by_paragraphs(as_):
    places.begun_on(DOCUMENT)
    browser = as_(OFFICER)
    shown = seen(browser.get(at(name=DOCUMENT)))
    assert '<input type="checkbox" name="word" value="1.2.9.22"><span>Quillfeather,' in shown
    picked = {"do": "mark", "word": ["1.1.5.8", "1.2.9.22"], "paragraph": "3", **GIVEN}

    done(browser.post(at(name=DOCUMENT), picked, follow=True), "2 marks made")

    assert marks() == [("Paragraph 1", ()), ("Paragraph 3", ())]
    shown = seen(browser.get(at(name=DOCUMENT)))
    assert f"Dear {LABEL} ring the desk." in shown
    assert "Whole paragraph 3" in shown
    assert places.finish(DOCUMENT) == 1
    shown = seen(browser.get(at(name=DOCUMENT)))
    assert "note (redacted).pdf" in shown
    assert "note (redacted).html" in shown


@pytest.mark.parametrize(
    ("picked", "where"),
    [
        ({"cell": ["2.2", "3.2", "2.1"]}, ["Staff, A2", "Staff, B2:B3"]),
        ({"row": ["2", "3"]}, ["Staff, 2:3"]),
        ({"column": ["1", "2"]}, ["Staff, A:B"]),
        ({"column": "2", "heading": "on"}, ["Staff, B2:B"]),
        ({"area": "b2:c3"}, ["Staff, B2:C3"]),
        ({"row": "2", "cell": ["2.2", "3.2"]}, ["Staff, 2:2", "Staff, B3"]),
    ],
)
def test_cells_beside_each_other_become_one_mark(as_, picked, where):
    places.begun_on()

    # A reason that says a heading which is to go would be refused.
    given = SHEET | {"reason": "Junior staff"}
    done(as_(OFFICER).post(at(), {"do": "mark", **picked, **given}, follow=True), "made")

    assert sorted(one for one, _ in marks()) == where


def test_words_alone_are_taken_out_of_chosen_cells(as_):
    places.begun_on()
    picked = {"do": "mark", "cell": "1.1", "only": "quillfeather", **SHEET, "sheet_name": "Notes"}

    done(as_(OFFICER).post(at("?sheet=2"), picked, follow=True), "1 mark made")

    assert marks() == [("Notes, A1", ("quillfeather",))]
    assert f"Asked of A. {LABEL}, and filed" in seen(as_(OFFICER).get(at("?sheet=2")))


@pytest.mark.parametrize(
    ("picked", "status", "why"),
    [
        ({}, 409, "Pick cells, rows or columns"),
        ({"cell": "2.2", "limb": ""}, 409, "no limb of an exemption"),
        ({"cell": "2.2", "reason": ""}, 409, "Say why it is to go"),
        ({"cell": "2.2", "reason": f"About {NAME}"}, 409, "The reason says the words"),
        ({"cell": "99.2"}, 409, "B99 is outside of what the sheet shows"),
        ({"area": "Z9"}, 409, "Z9 is outside of what the sheet shows"),
        ({"area": "names"}, 409, "is no area of cells"),
        ({"cell": "2.2", "only": "Zebulon"}, 409, "These words do not stand in B2"),
        ({"cell": "2.2", "only": "withheld"}, 409, "The label that stands in its place"),
        ({"cell": "2.2", "sheet_name": "Raw"}, 409, "is not one that the file shows"),
        ({"cell": "two"}, 400, ""),
        ({"cell": "2.2.2"}, 400, ""),
        ({"row": "9" * 30}, 400, ""),
    ],
)
def test_what_cannot_be_marked_is_said_and_what_was_picked_stays(as_, picked, status, why):
    places.begun_on()

    shown = seen(as_(OFFICER).post(at(), {"do": "mark", **SHEET, **picked}), status)

    assert why in shown
    if status == 409 and picked.get("cell") == "2.2" and "sheet_name" not in picked:
        assert 'value="2.2" checked' in shown
    assert not RedactionMark.objects.exists()


@pytest.mark.parametrize(
    ("picked", "status", "why"),
    [
        ({}, 409, "Pick the words or the paragraphs"),
        ({"paragraph": "99"}, 409, "Paragraph 99 does not show that"),
        ({"word": "1.0.900.950"}, 409, "Paragraph 1 does not show that"),
        ({"word": "1.0.5.5"}, 400, ""),
        ({"word": "1.0"}, 400, ""),
    ],
)
def test_what_cannot_be_marked_in_a_document_is_said(as_, picked, status, why):
    places.begun_on(DOCUMENT)

    assert why in seen(
        as_(OFFICER).post(at(name=DOCUMENT), {"do": "mark", **GIVEN, **picked}), status
    )
    assert not RedactionMark.objects.exists()


def test_marks_are_undone_and_made_again_but_need_not_be_widened(as_):
    places.marked()
    browser, first = as_(OFFICER), RedactionMark.objects.get().pk
    assert "It is marked already" in seen(
        browser.post(at(), {"do": "mark", "column": "2", "heading": "on", **SHEET}), 409
    )
    assert "A label is as wide" in seen(browser.post(at(), {"do": f"widen:{first}"}), 409)
    done(browser.post(at(), {"do": f"undo:{first}"}, follow=True), "Undone")
    assert LABEL not in seen(browser.get(at()))

    done(browser.post(at(), {"do": f"redo:{first}"}, follow=True), "Marked again")

    assert marks() == [("Staff, B2:B", ())]


def test_words_are_marked_wherever_they_stand_in_files_of_any_kind(as_):
    places.begun_on()
    attached("letter.pdf")
    attached(DOCUMENT, places.note())
    attached("empty.csv", b"Team,Days\nParks,2\n")
    browser = as_(OFFICER)
    sought = {"words": NAME, "where": "request", **GIVEN}
    shown = seen(browser.post(at("everywhere/"), {"do": "count", **sought}))
    assert "Found: 5 places in 3 files" in shown
    assert "A1, sheet 2" in shown
    assert "paragraph 1" in shown
    assert "page 1, page 2" in shown

    done(browser.post(at("everywhere/"), {"do": "mark", **sought}, follow=True), "5 places in 3")

    # On pages each place is a mark; in the workbook and in the document all places are one.
    assert RedactionMark.objects.count() == 4
    assert f"Ann {LABEL}" in seen(browser.get(at()))
    assert "nowhere that is not marked" in seen(
        browser.post(at("everywhere/"), {"do": "mark", **sought}, follow=True), 409
    )


def test_a_total_that_gives_a_withheld_number_back_is_told_while_it_is_marked(as_):
    places.begun_on()

    as_(OFFICER).post(at(), {"do": "mark", "cell": "2.3", **SHEET})

    shown = seen(as_(OFFICER).get(at()))
    assert "Cell C4 of sheet &#x27;Staff&#x27; is worked out from withheld cells" in shown


def test_a_large_sheet_is_shown_part_by_part(as_):
    rows = [[f"{row}/{column}" for column in range(30)] for row in range(95)]
    places.begun_on(data=excel_file({"Many": rows}))
    browser = as_(OFFICER)

    first, last = seen(browser.get(at())), seen(browser.get(at("?page=3&across=3")))

    assert "Rows 1 to 40 of 95" in first
    assert "Columns A to L of 30" in first
    assert "Rows 81 to 95 of 95" in last
    assert "94/29" in last
    assert last.count('type="checkbox" name="cell"') == 15 * 6
    picked = {"do": "mark", "cell": "90.30", **SHEET, "sheet_name": "Many"}
    marked = browser.post(at("?page=3&across=3"), picked, follow=True)
    done(marked, "1 mark made")
    assert marked.redirect_chain[-1][0].endswith("redact/?page=3&across=3#sheet")
    assert "Next part with marks" in seen(browser.get(at()))


@pytest.mark.parametrize("query", ["?page=0", "?page=999999", "?sheet=9", "?page=x", "?across=²"])
def test_a_part_that_there_is_not_is_the_nearest_there_is(as_, query):
    places.marked()

    assert 'id="sheet-heading">Sheet' in seen(as_(OFFICER).get(at(query)))


def test_words_of_cells_are_shown_as_words_and_never_as_markup(as_):
    places.begun_on(data=excel_file({"<b>": [['<i>x</i> "quoted"']]}))

    shown = seen(as_(OFFICER).get(at()))

    assert "&lt;i&gt;x&lt;/i&gt; &quot;quoted&quot;" in shown
    assert "Sheet &lt;b&gt;" in shown


def test_a_file_whose_bytes_were_swapped_is_refused_on_the_page(as_):
    places.begun_on()
    CaseFile.objects.update(data=excel_file({"Staff": [["Another"]]}))

    shown = seen(as_(OFFICER).post(at(), {"do": "mark", "cell": "1.1", **SHEET}), 409)

    assert "its bytes have changed since" in shown


def test_a_damaged_file_says_so_and_shows_no_cells(as_):
    places.marked()
    CaseFile.objects.update(data=b"PK\3\4 cut")

    for part in ("", "check/"):
        shown = seen(as_(OFFICER).get(at(part)))
        assert "govuk-inset-text" in shown
        assert 'id="sheet-heading"' not in shown


def test_what_can_be_marked_by_nothing_leads_to_a_safe_copy(as_):
    places.filed()
    attached("photo.png", b"\x89PNG\r\n\x1a\n")

    shown = seen(as_(OFFICER).get(at(name="photo.png")))

    assert "nothing can be marked in it" in shown
    assert "Make a safe copy" in shown
    assert "none in which cells, paragraphs or words are marked" in seen(
        as_(OFFICER).post(at(name="photo.png"), {"do": "begin"}), 409
    )


def test_an_auditor_looks_and_is_offered_nothing_to_do(as_):
    places.marked()

    shown = seen(as_(AUDITOR).get(at()))

    assert "Marking what is to be redacted is for" in shown
    assert 'name="cell"' not in shown
    assert LABEL in shown
