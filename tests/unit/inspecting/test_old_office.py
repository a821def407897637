"""Old Office, record by record: what is told of a file, by which words, and what is no finding."""

import pytest

from answerable.inspecting.child import inspected
from answerable.inspecting.compound.writing import field_codes
from tests.support.planted.old_documents import old_document, strings


def evidence(data, name, code):
    """Return what is shown of the findings of one code."""
    return [one.evidence for one in inspected(data, name).findings if one.code == code]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("no field", []),
        ("\x13 PAGE \x141\x15", [" PAGE "]),
        ("\x13 ASK name\x15", [" ASK name"]),
        ("\x13 IF \x13 REF a \x14b\x15 = c \x14d\x15", [" REF a ", " IF  = c "]),
        ("\x14 \x15 \x15 an end of nothing", []),
        ("\x13 never ended", []),
    ],
)
def test_the_code_of_a_field_is_what_stands_before_its_result(text, codes):
    assert list(field_codes(text)) == codes


def test_a_list_of_those_who_changed_a_text_that_names_nobody_is_no_finding():
    assert evidence(old_document(pieces={51: strings("Unknown")}), "f.doc", "ole.changes") == []


def test_each_of_those_who_changed_a_text_is_counted():
    data = old_document(pieces={51: strings("Unknown", "A Quillfeather", "B Marrowby")})

    assert evidence(data, "f.doc", "ole.changes") == ["2 entries: “A Q•••••••••••, B M•••••••”"]


def test_the_sample_of_a_comment_is_what_it_says():
    data = old_document(comments="\5Ask her sister.\r")

    assert evidence(data, "f.doc", "ole.comment") == ["1 comment: “A•• h•• s•••••.”"]
