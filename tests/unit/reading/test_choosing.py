"""Which of several readings of one document is used, and what is said of the others."""

import pytest

from answerable.domain.disclosure_log import Entry
from answerable.reading import Coverage, NotReadable, Reading
from answerable.reading.choosing import rank_of, richest, stem_of
from answerable.reading.documents import Gate


def _reading(source, form, entries=2, *, how=None, holds=True):
    return Reading(
        source=source,
        sha256="",
        format=form,
        kind="log",
        body=None,
        month=None,
        index=(),
        entries=(Entry(ref=None, title="Cars", request="", response="", questions=(), outcomes=()),)
        * entries,
        unread=(),
        repairs=(),
        coverage=Coverage(0, 0, 0, 0, 0),
        how=how,
        gates=(Gate("entries", holds, "Every second entry has no request"),),
    )


ORDER = [
    _reading("a", "docx"),
    _reading("b", "rtf"),
    _reading("c", "pdf", how="tagged PDF"),
    _reading("d", "pdf", how="untagged PDF by its lines"),
    _reading("e", "markdown"),
    _reading("f", "text"),
    _reading("g", "pdf", how="scanned PDF by OCR"),
]


def test_sources_stand_in_the_order_of_what_they_can_tell():
    assert [rank_of(one) for one in ORDER] == sorted({rank_of(one) for one in ORDER})


@pytest.mark.parametrize("form", ["odt", "html"])
def test_other_forms_of_a_written_document_are_as_rich(form):
    assert rank_of(_reading("a", form)) == rank_of(_reading("b", "docx"))


def test_the_richest_is_used_whatever_comes_first():
    chosen = richest([_reading("log.txt", "text"), _reading("log.docx", "docx")])

    assert chosen.source == "log.docx"
    assert [(one.source, one.why) for one in chosen.beside] == [
        ("log.txt", "log.docx tells more: docx")
    ]


def test_a_poorer_one_with_more_entries_is_used():
    chosen = richest([_reading("log.docx", "docx", 1), _reading("log.txt", "text", 2)])

    assert chosen.source == "log.txt"
    assert chosen.beside[0].why == "It would be richer, but has 1 entries, and log.txt 2"


def test_a_poorer_one_is_used_where_the_entries_of_the_richer_are_doubtful():
    chosen = richest([_reading("log.docx", "docx", holds=False), _reading("log.txt", "text")])

    assert chosen.source == "log.txt"
    assert chosen.beside[0].why == (
        "It would be richer, but its entries are doubtful: Every second entry has no request"
    )


def test_the_richer_is_used_where_both_are_doubtful():
    doubtful = [_reading("log.docx", "docx", holds=False), _reading("log.txt", "text", holds=False)]

    assert richest(doubtful).source == "log.docx"


def test_a_file_that_could_not_be_read_is_told_with_its_reason():
    chosen = richest(
        [_reading("log.txt", "text")], [("log.docx", NotReadable("log.docx is empty"))]
    )

    assert [(one.source, one.format, one.why) for one in chosen.beside] == [
        ("log.docx", None, "log.docx is empty")
    ]


STEMS = [
    ("a/Log.docx", "a/log"),
    ("a/log.PDF", "a/log"),
    ("a/log.tagged.pdf", "a/log.tagged"),
    ("a/log.xlsx", None),
    ("a/log.png", None),
    ("a/log", None),
]


@pytest.mark.parametrize(("name", "stem"), STEMS)
def test_only_forms_of_a_written_document_share_a_name(name, stem):
    assert stem_of(name) == stem
