"""No proof, no file: whatever any of the ways to look finds, nothing is handed out."""

import pytest

from answerable.inspecting.labelling import apart, place_marks_from_json, redact_rebuilt
from answerable.inspecting.redacting import CannotRedact, NotProved
from tests.support.labelled import excel_file

pytestmark = pytest.mark.slow

ROWS = {"Staff": [["Team", "Name"], ["Bridges", "Ann Quillfeather"], ["Parks", "Yes"]]}
MARKS = place_marks_from_json('{"marks": [{"cells": "B2:B", "limb": "40(2)"}]}')


def test_files_come_with_what_each_reader_still_finds():
    redacted = redact_rebuilt(excel_file(ROWS), MARKS, name="staff.xlsx")

    assert [one.name for one in redacted.files] == ["staff (redacted).xlsx", "staff (redacted).csv"]
    assert {one.extractor: one.left for one in redacted.proof} == {
        "workbook": 0,
        "csv": 0,
        "sweep": 0,
        "inspection": 0,
    }
    assert (redacted.labels, redacted.words_lost, redacted.words) == (2, 0, 6)
    assert redacted.not_swept == 1


def test_a_word_that_is_left_in_the_bytes_stops_the_file(monkeypatch):
    """The name of the new file is not what is looked at: its bytes are."""
    whole = apart._files
    monkeypatch.setattr(
        apart,
        "_files",
        lambda head, rest: (
            tuple(type(one)(one.name, one.data + b"\nQuillfeather") for one in whole(head, rest))
            if "sought" in head
            else whole(head, rest)
        ),
    )

    with pytest.raises(NotProved, match=r"is not redacted: .* sweep 1"):
        redact_rebuilt(excel_file(ROWS), MARKS, name="staff.xlsx")


def test_a_word_of_the_format_is_no_trace():
    rows = {"Staff": [["Team", "Name"], ["Bridges", "worksheets"], ["Parks", "Office"]]}

    redacted = redact_rebuilt(excel_file(rows), MARKS, name="staff.xlsx")

    assert not any(one.left for one in redacted.proof)


def test_what_a_mark_does_not_meet_is_refused_from_the_process_apart():
    with pytest.raises(CannotRedact, match="meets nothing"):
        redact_rebuilt(
            excel_file(ROWS), place_marks_from_json('{"marks": [{"cells": "Z9"}]}'), name="s.xlsx"
        )


def test_a_file_without_places_is_refused():
    with pytest.raises(CannotRedact, match="none in which cells"):
        redact_rebuilt(b"\x89PNG\r\n\x1a\n" + bytes(64), MARKS, name="photograph.png")
