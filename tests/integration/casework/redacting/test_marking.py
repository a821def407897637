"""Marks: of picked words, of boxes, of words everywhere; undone, made again, widened; and who may not."""

import pytest

from answerable.actions.casework import RequestNotFound
from answerable.actions.casework.redacting.beginning import begin_redaction
from answerable.actions.casework.redacting.everywhere import mark_everywhere, words_sought
from answerable.actions.casework.redacting.holding import RedactionRefused
from answerable.actions.casework.redacting.marking import (
    Ground,
    Picked,
    mark_box,
    mark_words,
    redo_mark,
    undo_mark,
    widen_mark,
)
from answerable.actions.casework.redacting.settling import put_redaction_forward
from answerable.actions.casework.restricting import restrict_request
from answerable.domain.roles import MoveNotAllowed
from answerable.queries.casework.redacting.seen import redaction_seen
from answerable.queries.casework.redacting.words import found_in_files
from answerable.records.casework.models import CaseFile, Redaction, RedactionMark
from answerable.records.ledger.models import LedgerLine
from tests.support import redactions
from tests.support.casework import AUDITOR, MANAGER, OFFICER, OTHER_OFFICER, REF, doing_by
from tests.support.pdf_made import drawn_pdf
from tests.support.redactions import GROUND, NAME, ONCE_MORE, attached, file, page

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
WHO = doing_by(OFFICER)


def seen(name="letter.pdf"):
    return redaction_seen(file(name).pk)


def test_picked_words_beside_each_other_are_one_mark_with_the_gap_between_them():
    redactions.begun_on()

    mark_words(REF, file().pk, Picked(1, [1, 2, 5]), GROUND, doing=WHO)

    first, second = seen().marks
    assert (first.words, second.words) == ("Ms Quillfeather,", "desk.")
    assert first.box[0] < first.box[2] < second.box[0]
    assert (first.limb, first.reason, first.made_by) == (*vars_of(GROUND), OFFICER.key)


def vars_of(ground):
    return ground.limb, ground.reason


def test_a_box_is_cut_to_the_page_and_knows_the_words_in_it():
    redactions.begun_on()

    mark_box(REF, file().pk, 1, (-50, 40, 9000, 72), GROUND, doing=WHO)

    (one,) = seen().marks
    assert one.box == (0, 40, 595, 72)
    assert one.words == "Dear Ms Quillfeather, ring the desk."


def test_an_undone_mark_stays_on_record_and_can_be_made_again():
    redactions.marked()
    undo_mark(REF, file().pk, redactions.mark(), doing=doing_by(OTHER_OFFICER))
    assert (seen().marks, [one.undone_by for one in seen().undone]) == ((), [OTHER_OFFICER.key])

    redo_mark(REF, file().pk, redactions.mark(), doing=WHO)

    assert [one.words for one in seen().marks] == ["Quillfeather,"]
    assert seen().undone == ()
    assert RedactionMark.objects.count() == 2
    with pytest.raises(RedactionRefused, match="Somebody else was quicker"):
        redo_mark(REF, file().pk, redactions.mark(), doing=WHO)


def test_a_mark_is_widened_to_its_line_and_the_narrow_one_counts_no_more():
    redactions.marked()

    widen_mark(REF, file().pk, redactions.mark(), doing=WHO)

    (one,) = seen().marks
    assert one.words == "Dear Ms Quillfeather, ring the desk."
    assert seen().undone == ()


def test_whole_lines_of_picked_words_are_marked_once():
    redactions.begun_on()

    mark_words(REF, file().pk, Picked(1, [1, 5], True), GROUND, doing=WHO)

    assert [one.words for one in seen().marks] == ["Dear Ms Quillfeather, ring the desk."]


def test_words_are_marked_in_every_file_of_the_request():
    redactions.filed()
    attached("minutes.pdf", drawn_pdf(page(*ONCE_MORE)))
    attached("other.pdf", drawn_pdf(page("Nobody is named.")))
    attached("figures.csv", b"Quillfeather\n")
    found = found_in_files(REF, [NAME])
    assert [(one.name, one.count) for one in found] == [
        ("letter.pdf", 2), ("minutes.pdf", 2), ("other.pdf", 0), ("figures.csv", 1),
    ]  # fmt: skip

    mark_everywhere(REF, [NAME], GROUND, file=None, doing=WHO)

    assert [one.words for one in seen().marks] == ["Quillfeather,", "Quillfeather"]
    # One of the places in the minutes runs over two lines.
    assert [one.words for one in seen("minutes.pdf").marks] == ["quillfeather", "Quill-", "feather"]
    assert [one.sought for one in seen("figures.csv").marks] == [(NAME,)]
    assert not Redaction.objects.filter(file__name="other.pdf").exists()
    with pytest.raises(RedactionRefused, match="nowhere that is not marked already"):
        mark_everywhere(REF, [NAME], GROUND, file=None, doing=WHO)


def test_what_is_marked_already_is_counted_apart_and_not_marked_twice():
    redactions.marked()

    (found,) = mark_everywhere(REF, [NAME], GROUND, file=file().pk, doing=WHO)

    assert (len(found.found), found.marked) == (1, 1)
    assert len(seen().marks) == 2


def test_a_file_that_waits_for_a_second_person_is_named_and_left_alone():
    redactions.waiting()
    attached("minutes.pdf", drawn_pdf(page(*ONCE_MORE)))

    mark_everywhere(REF, [NAME], GROUND, file=None, doing=WHO)

    assert len(seen().marks) == 1
    assert found_in_files(REF, [NAME])[0].refusal.startswith("It waits for a second person")


def test_names_are_sought_as_they_may_be_written():
    assert words_sought("Ms Ann Quillfeather\n\n", as_names=True)[:4] == (
        "Ms Ann Quillfeather", "Ann Quillfeather", "Quillfeather, Ann", "Quillfeather Ann",
    )  # fmt: skip
    assert words_sought("a phrase ", as_names=False) == ("a phrase",)


@pytest.mark.parametrize(
    ("typed", "why"),
    [(" \n", "Type the words"), ("x", "A single letter"), ("\n".join(map(str, range(10, 400))), "more than 200")],
)  # fmt: skip
def test_what_cannot_be_sought_is_refused(typed, why):
    with pytest.raises(RedactionRefused, match=why):
        words_sought(typed, as_names=False)


@pytest.mark.parametrize(
    ("ground", "why"),
    [
        (Ground("", "A name"), "no limb of an exemption"),
        (Ground("99(9)", "A name"), "'99\\(9\\)' is no limb"),
        (Ground("14(1)", "A name"), "no limb"),
        (Ground("40(2)", "  "), "Say why"),
        (Ground("40(2)", "Quillfeather is private"), "The reason says the words"),
        (Ground("40(2)", "It names quillfeather"), "The reason says the words"),
    ],
)
def test_a_mark_without_a_lawful_ground_is_refused(ground, why):
    redactions.begun_on()

    with pytest.raises(RedactionRefused, match=why):
        mark_words(REF, file().pk, Picked(1, [2]), ground, doing=WHO)

    assert not RedactionMark.objects.exists()


@pytest.mark.parametrize(
    ("act", "why"),
    [
        (lambda pk: mark_words(REF, pk, Picked(3, [0]), GROUND, doing=WHO), "has no page 3"),
        (lambda pk: mark_words(REF, pk, Picked(1, [-1, 999]), GROUND, doing=WHO), "Pick the words"),
        (lambda pk: mark_box(REF, pk, 1, (700, 0, 800, 9), GROUND, doing=WHO), "outside of the page"),
        (lambda pk: undo_mark(REF, pk, 10**9, doing=WHO), "Somebody else was quicker"),
        (lambda pk: put_redaction_forward(REF, pk, doing=WHO), "Nothing is marked"),
        (lambda pk: begin_redaction(REF, pk, doing=WHO), "being redacted already"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said(act, why):
    redactions.begun_on()

    with pytest.raises(RedactionRefused, match=why):
        act(file().pk)


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("list.docx", b"PK\3\4 no PDF", "damaged"),
        ("photo.png", b"\x89PNG\r\n\x1a\n", "none in which cells, paragraphs or words are marked"),
        ("cut.pdf", b"%PDF-1.4 cut", "cannot be opened"),
    ],
)
def test_what_cannot_be_redacted_is_refused_at_once(name, data, why):
    redactions.filed()
    one = attached(name, data)

    with pytest.raises(RedactionRefused, match=why):
        begin_redaction(REF, one.pk, doing=WHO)


def test_a_file_whose_bytes_were_swapped_is_not_marked():
    redactions.marked()
    CaseFile.objects.update(data=drawn_pdf(page("Something else.")))

    with pytest.raises(RedactionRefused, match="its bytes have changed since"):
        mark_words(REF, file().pk, Picked(1, [0]), GROUND, doing=WHO)


def test_an_auditor_marks_nothing():
    redactions.begun_on()

    with pytest.raises(MoveNotAllowed, match="Marking what is to be redacted is for"):
        mark_words(REF, file().pk, Picked(1, [2]), GROUND, doing=doing_by(AUDITOR))


def test_a_restricted_request_is_not_there_for_others():
    redactions.begun_on()
    restrict_request(REF, people=[OFFICER.key], reason="It is about staff", doing=doing_by(MANAGER))

    with pytest.raises(RequestNotFound):
        mark_words(REF, file().pk, Picked(1, [2]), GROUND, doing=doing_by(OTHER_OFFICER))
    assert mark_words(REF, file().pk, Picked(1, [2]), GROUND, doing=WHO) == 1


def test_the_ledger_says_how_much_was_marked_and_no_word_of_it():
    redactions.marked()
    undo_mark(REF, file().pk, redactions.mark(), doing=WHO)

    lines = LedgerLine.objects.order_by("number").values_list("action", "data")
    told = [line for line in lines if line[0].startswith("redaction")]
    assert [action for action, _ in told] == [
        "redaction begun", "redaction marked", "redaction mark undone",
    ]  # fmt: skip
    assert "40(2)" in str(told)
    assert NAME.casefold() not in str(list(LedgerLine.objects.values())).casefold()
    assert "junior" not in str(told)
