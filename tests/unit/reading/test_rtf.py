"""RTF: the numbers that stand in it, tables and those in them, links, letters of any code page."""

import pytest

from answerable.reading import NotReadable, read_bytes
from answerable.reading.blocks import Kind
from answerable.reading.rtf import document_of, tokens

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss\fcharset0 Sans;}{\f1\froman\fcharset204 Serif;}"
    r"{\f2\fcharset2 Symbol;}}{\stylesheet{\s1 heading 1;}{\s2\b Body;}}{\info{\author A. Person}}"
)


def _rtf(body):
    return f"{HEAD}{body}}}".encode("latin-1")


def _blocks(body):
    return document_of(_rtf(body), "log.rtf").blocks


WORDS = {
    "paragraphs": (r"One\par Two\par", ["One", "Two"]),
    "no end": (r"One\par Two", ["One", "Two"]),
    "a number": (r"{\listtext\pard\plain 4.\tab}How many?\par", ["4. How many?"]),
    "a number of old writers": (r"{\pntext\f0 (a)\tab}Who?\par", ["(a) Who?"]),
    "signs": (r"it\rquote s \ldblquote so\rdblquote \endash  yes\~no", ["it’s “so”– yes no"]),
    "bytes": (r"caf\'e9 \'a312", ["café £12"]),
    "bytes of a font": (r"{\f1 \'c4\'e0}", ["Да"]),
    "Unicode with a stand-in": (r"\u8364?12 and \uc2\u321\'4c\'4c.", ["€12 and Ł."]),
    "Unicode in two halves": (r"\u-10179?\u-8704?", ["\U0001f600"]),
    "lines": (r"First\line Second", ["First", "Second"]),
    "signs of the format": (r"\{12\} C:\\files", ["{12} C:\\files"]),
    "unknown groups": (r"{\*\unknown words}Shown{\pict 0102ff}", ["Shown", ""]),
    "pictures in bytes": ("Shown\\par {\\pict\\bin5 }{\\b\\}More", ["Shown", "More", ""]),
    "the author is no part of it": ("Shown", ["Shown"]),
}


@pytest.mark.parametrize("what", WORDS)
def test_words_are_read_as_they_are_printed(what):
    body, words = WORDS[what]

    assert [one.text.replace("\u00a0", " ") for one in _blocks(body)] == words


def test_a_bullet_is_an_item_with_its_depth():
    body = (
        r"{\listtext\f2 \'b7\tab}\ilvl0 One\par{\listtext o\tab}\ilvl1 Below\par"
        r"\pard{\listtext\u61607?\tab}\ilvl0 Two\par"
    )

    assert [(one.kind, one.marker, one.level) for one in _blocks(body)] == [
        (Kind.ITEM, "•", 0),
        (Kind.ITEM, "◦", 1),
        (Kind.ITEM, "•", 0),
    ]


def test_slant_weight_headings_and_links_are_kept():
    link = r'{\field{\*\fldinst{HYPERLINK "https://council.example/list"}}{\fldrslt{\ul the list}}}'
    heading, words = _blocks(rf"\s1 Disclosures\par\pard {{\i How many?}} {{\b 12}} {link}\par")

    assert (heading.kind, words.text) == (Kind.HEADING, "How many? 12 the list")
    assert words.runs[0].italic
    assert [run.text for run in words.runs if run.bold] == ["12"]
    assert [run.href for run in words.runs if run.link] == ["https://council.example/list"]


def test_a_link_of_several_pieces_is_one():
    link = r'{\field{\*\fldinst{HYPERLINK "https://council.example"}}{\fldrslt{it\u8217?s }{the list}}}'
    (block,) = _blocks(link)

    assert [(run.text, run.href) for run in block.runs] == [
        ("it’s the list", "https://council.example")
    ]


def test_hidden_and_deleted_words_are_left_out_and_counted():
    document = document_of(_rtf(r"Shown{\v  hidden}{\deleted  gone}\par"), "log.rtf")

    assert [one.text for one in document.blocks] == ["Shown"]
    assert [(one.was, one.times) for one in document.repairs] == [
        ("deleted words", 1),
        ("hidden words", 1),
    ]


def test_a_table_of_figures_is_read_cell_by_cell():
    row = r"\trowd\cellx1\cellx2\pard\intbl {}\cell {}\cell\row"
    (block,) = _blocks(row.format("Year", "Cars") + row.format("2024", "12") + r"\pard")

    assert block.rows == (("Year", "Cars"), ("2024", "12"))


def test_a_table_in_a_cell_stands_in_it():
    inner = (
        r"\pard\intbl\itap2 2024\nestcell 12\nestcell{\*\nesttableprops\trowd\nestrow}"
        r"\pard\intbl\itap2 2025\nestcell 7\nestcell{\*\nesttableprops\trowd\nestrow}"
    )
    body = (
        r"\trowd\pard\intbl Ref\par 7000001\cell Cars\cell\row"
        r"\trowd\pard\intbl Request\cell How many?\cell\row"
        rf"\trowd\pard\intbl Response\cell By year:\par{inner}\pard\intbl\cell\row\pard"
    )
    reading = read_bytes(_rtf(body), name="log.rtf")

    (entry,) = reading.entries
    assert (reading.format, entry.ref, entry.title) == ("rtf", "7000001", "Cars")
    assert [one.rows for one in entry.tables] == [(("2024", "12"), ("2025", "7"))]


def test_heads_and_feet_of_pages_frame_them():
    blocks = _blocks(r"{\footer\pard Page 3\par}Words\par")

    assert [(one.kind, one.text) for one in blocks] == [
        (Kind.BREAK, "Page 3"),
        (Kind.PARAGRAPH, "Words"),
    ]


def test_a_file_that_is_cut_off_is_read_as_far_as_it_goes_and_says_so():
    reading = read_bytes(_rtf(r"{\b Words that stand")[:-2], name="log.rtf")

    assert any("cut off" in one.why for one in reading.repairs)


@pytest.mark.parametrize("body", [r"", r"{\pict 00}", "{" * 200_000, "}" * 200_000])
def test_rtf_without_words_is_refused_in_a_sentence(body):
    with pytest.raises(NotReadable, match=r"^log.rtf is an RTF file without words in it"):
        document_of(_rtf(body), "log.rtf")


def test_rtf_of_too_many_signs_is_refused_in_a_sentence(monkeypatch):
    monkeypatch.setattr(tokens, "MOST_TOKENS", 100)

    with pytest.raises(NotReadable, match=r"^log.rtf has too many parts to read"):
        document_of(_rtf(r"x\i" * 100), "log.rtf")
