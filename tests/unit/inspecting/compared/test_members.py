"""The files of a zip or a message that can be drawn are handed out, at any depth and within limits."""

from answerable.inspecting.compared import members
from answerable.inspecting.compared.members import handed_out, read_members
from tests.support.planted.fixtures import zipped
from tests.support.planted.ordinary import ordinary

LETTER = ordinary()["document-1.docx"]


def handed(data, name="files.zip"):
    left, found = read_members(handed_out(data, name))
    return left, [(one.place, one.kind, held == LETTER) for one, held in found]


def test_files_that_can_be_drawn_are_handed_out_at_any_depth():
    inner = zipped({"b.docx": LETTER})

    assert handed(zipped({"a.docx": LETTER, "c.csv": b"1,2\n3,4\n", "in.zip": inner})) == (
        0,
        [("a.docx", "docx", True), ("in.zip > b.docx", "docx", True)],
    )


def test_a_file_by_itself_hands_out_nothing():
    assert handed(LETTER, "a.docx") == (0, [])


def test_what_is_too_many_is_counted(monkeypatch):
    monkeypatch.setattr(members, "MOST_MEMBERS", 1)

    assert handed(zipped({"a.docx": LETTER, "b.docx": LETTER})) == (1, [("a.docx", "docx", True)])
