"""What nobody asks for in Word files: it is taken out before they are parsed, and changes nothing."""

import pytest

from answerable.reading.docx import document_of
from answerable.reading.docx.unasked import without_unasked
from tests.support.word_files import word_file

UNASKED = [
    '<w:p><w:pPr><w:spacing w:after="120"/></w:pPr><w:r><w:rPr><w:color w:val="0563C1"/><w:b/></w:rPr><w:t>a</w:t></w:r></w:p>',
    '<w:p><w:bookmarkStart w:id="1" w:name="top"/><w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t>a</w:t></w:r></w:p>',
    '<w:p><w:r><w:t><![CDATA[<w:u w:val="single"/>]]></w:t></w:r></w:p>',
    '<w:p><w:r><w:rPr><w:u w:val = "single" /></w:rPr><w:t>&lt;w:u/&gt;</w:t></w:r></w:p>',
    "<w:p><w:pPr><w:rPr><w:lang w:val='en-GB'/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>",
]


def blocks_of(body):
    return document_of(word_file(body), "log.docx").blocks


@pytest.mark.parametrize("body", UNASKED)
def test_what_nobody_asks_for_changes_nothing_whether_it_is_taken_out_or_not(body, monkeypatch):
    taken_out = blocks_of(body)

    monkeypatch.setattr("answerable.reading.docx.package.without_unasked", lambda data: data)
    assert len(taken_out) == 1
    assert taken_out == blocks_of(body)


def test_how_words_are_set_is_taken_out_of_a_document_and_what_they_say_stays():
    set_out = (
        b'<w:tcPr><w:tcW w:w="1587" w:type="dxa"/></w:tcPr><w:rPr><w:sz w:val="24"/><w:i/></w:rPr>'
    )

    assert without_unasked(set_out) == b"<w:rPr><w:i/></w:rPr>"
