"""Automatic numbers of Word files: what is printed in front of each paragraph."""

import pytest

from answerable.reading import read_bytes
from answerable.reading.docx import document_of
from answerable.reading.numerals import printed
from tests.support.word_files import numbering, paragraph, word_file

NUMERALS = [
    (4, "decimal", "4"),
    (4, "decimalZero", "04"),
    (4, "lowerLetter", "d"),
    (28, "lowerLetter", "bb"),
    (3, "upperLetter", "C"),
    (4, "lowerRoman", "iv"),
    (1999, "upperRoman", "MCMXCIX"),
    (1, "ordinal", "1st"),
    (12, "ordinal", "12th"),
    (22, "ordinal", "22nd"),
    (113, "ordinal", "113th"),
    (4, "none", ""),
    (0, "lowerRoman", "0"),
    (0, "lowerLetter", "0"),
    (1_000_000, "lowerLetter", "1000000"),
    (7, "chineseCounting", "7"),
]


@pytest.mark.parametrize(("number", "form", "text"), NUMERALS)
def test_a_number_is_printed_in_the_form_of_its_list(number, form, text):
    assert printed(number, form) == text


def _texts(body, **parts):
    return [one.text for one in document_of(word_file(body, **parts), "log.docx").blocks]


def _items(*places):
    """Return paragraphs named after their list and level: (1, 0) is "1-0"."""
    return "".join(
        paragraph(f"{number}-{level}", number=number, level=level) for number, level in places
    )


def _list(number, *overrides, definition=0):
    written = "".join(
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        for level, start in overrides
    )
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{written}</w:num>'


THREE = ((1, "decimal", "%1."), (1, "lowerLetter", "%2)"), (1, "lowerRoman", "(%3)"))

COUNTED = {
    "levels begin again below each item": (
        numbering(*THREE),
        [(1, 0), (1, 1), (1, 2), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1)],
        "1. a) (i) (ii) b) (i) 2. a)",
    ),
    "a number may hold those above it": (
        numbering((1, "decimal", "%1"), (1, "decimal", "%1.%2)")),
        [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1)],
        "1 1.1) 1.2) 2 2.1)",
    ),
    "a list starts where it says": (
        numbering((6, "decimal", "%1)")),
        [(1, 0), (1, 0)],
        "6) 7)",
    ),
    "another list of the same definition counts on": (
        numbering(*THREE, lists=_list(2)),
        [(1, 0), (1, 0), (2, 0), (1, 0)],
        "1. 2. 3. 4.",
    ),
    "a list that starts anew counts alone": (
        numbering(*THREE, lists=_list(2, (0, 1))),
        [(1, 0), (1, 0), (2, 0), (2, 0), (1, 0)],
        "1. 2. 1. 2. 3.",
    ),
    "a list may start anew at a later number": (
        numbering(*THREE, lists=_list(2, (0, 9))),
        [(1, 0), (2, 0), (2, 1), (2, 0)],
        "1. 9. a) 10.",
    ),
    "a level that never begins again": (
        numbering((1, "decimal", "%1."), (1, "decimal", "Q%2", '<w:lvlRestart w:val="0"/>')),
        [(1, 0), (1, 1), (1, 0), (1, 1)],
        "1. Q1 2. Q2",
    ),
    "a level that begins again after the first only": (
        numbering(
            (1, "decimal", "%1."),
            (1, "lowerLetter", "%2."),
            (1, "lowerRoman", "%3.", '<w:lvlRestart w:val="1"/>'),
        ),
        [(1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1), (1, 2)],
        "1. a. i. b. ii. 2. a. i.",
    ),
    "figures alone in a legal number": (
        numbering((1, "upperRoman", "%1."), (1, "decimal", "%1.%2", "<w:isLgl/>")),
        [(1, 0), (1, 0), (1, 1)],
        "I. II. 2.1",
    ),
    "a level with nothing above it": (
        numbering((3, "decimal", "%1"), (1, "decimal", "%1.%2")),
        [(1, 1), (1, 1)],
        "3.1 3.2",
    ),
    "a list that is not there, and none": (numbering(*THREE), [(7, 0), (0, 0), (1, 8)], "  "),
}


@pytest.mark.parametrize("what", COUNTED)
def test_paragraphs_are_counted_as_word_counts_them(what):
    part, places, expected = COUNTED[what]

    texts = _texts(_items(*places), numbering=part)

    named = [f"{number}-{level}" for number, level in places]
    assert [text.split(" ")[-1] for text in texts] == named
    labels = [text.removesuffix(name).strip() for text, name in zip(texts, named, strict=True)]
    assert " ".join(labels) == expected


STYLES = """
<w:style w:type="paragraph" w:styleId="Question"><w:name w:val="Question"/>
 <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Part"><w:name w:val="Part"/><w:basedOn w:val="Question"/>
 <w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Plain"><w:basedOn w:val="Question"/>
 <w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>
<w:style w:type="numbering" w:styleId="Numbers"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
"""


def test_a_style_numbers_its_paragraphs_and_those_of_styles_based_on_it():
    part = numbering((1, "decimal", "%1)"), (1, "lowerLetter", "%2)"))
    body = "".join(
        paragraph(name, style=name) for name in ("Question", "Part", "Part", "Plain", "Question")
    )

    texts = _texts(body, styles=STYLES, numbering=part)

    assert texts == ["1) Question", "a) Part", "b) Part", "Plain", "2) Question"]


def test_a_level_that_belongs_to_a_style_is_the_level_of_its_paragraphs():
    part = numbering(
        (1, "decimal", "%1."), (1, "lowerRoman", "%2.", '<w:pStyle w:val="Question"/>')
    )

    assert _texts(paragraph("Which?", style="Question"), styles=STYLES, numbering=part) == [
        "i. Which?"
    ]


def test_a_paragraph_may_leave_the_list_of_its_style():
    part = numbering((1, "decimal", "%1)"))
    body = paragraph("In it", style="Question") + paragraph("Out", style="Question", number=0)

    assert _texts(body, styles=STYLES, numbering=part) == ["1) In it", "Out"]


def test_a_definition_may_only_name_the_style_that_another_defines():
    part = (
        '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="Numbers"/></w:abstractNum>'
        + numbering((4, "upperLetter", "%1."), lists=_list(2, definition=5))
    )

    assert _texts(_items((2, 0), (2, 0)), styles=STYLES, numbering=part) == ["D. 2-0", "E. 2-0"]


def test_definitions_that_name_each_other_number_nothing():
    part = '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Numbers"/></w:abstractNum>'

    assert _texts(_items((1, 0)), styles=STYLES, numbering=part + _list(1)) == ["1-0"]


def test_a_list_may_print_a_level_otherwise():
    own = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0">'
        '<w:start w:val="3"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1)"/></w:lvl>'
        "</w:lvlOverride></w:num>"
    )

    texts = _texts(_items((2, 0), (2, 0)), numbering=numbering(*THREE, lists=own))

    assert texts == ["iii) 2-0", "iv) 2-0"]


BULLETS = [
    ("\uf0b7", "Symbol", "•"),
    ("\uf0a7", "Wingdings", "▪"),
    ("\uf0fc", "Wingdings", "✓"),
    ("o", "Courier New", "◦"),
    ("-", "", "-"),
    ("\uf099", "Webdings", "•"),
    (" ", "", "•"),
]


@pytest.mark.parametrize(("sign", "font", "marker"), BULLETS)
def test_a_bullet_is_an_item_with_the_sign_that_its_font_shows(sign, font, marker):
    level = (1, "bullet", sign, f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>')

    (block,) = document_of(word_file(_items((1, 0)), numbering=numbering(level)), "log.docx").blocks

    assert (block.kind.value, block.marker, block.level, block.text) == ("item", marker, 0, "1-0")


def test_a_bullet_that_prints_nothing_is_none():
    (block,) = document_of(
        word_file(_items((1, 0)), numbering=numbering((1, "bullet", ""))), "log.docx"
    ).blocks

    assert (block.kind.value, block.text) == ("paragraph", "1-0")


def test_bullets_of_styles_nest_by_the_indents_of_their_lists():
    styles, definitions = "", ""
    for number, name in ((1, "ListBullet"), (2, "ListBullet2")):
        numbered = f'<w:pPr><w:numPr><w:numId w:val="{number}"/></w:numPr></w:pPr>'
        styles += f'<w:style w:type="paragraph" w:styleId="{name}">{numbered}</w:style>'
        indent = f'<w:pStyle w:val="{name}"/><w:pPr><w:ind w:left="{360 * number}"/></w:pPr>'
        definitions += numbering((1, "bullet", "•", indent), definition=number).split("<w:num ")[0]
    lists = definitions + _list(1, definition=1) + _list(2, definition=2)
    body = "".join(
        paragraph(name, style=name) for name in ("ListBullet", "ListBullet2", "ListBullet")
    )

    blocks = document_of(word_file(body, styles=styles, numbering=lists), "log.docx").blocks

    assert [(one.marker, one.level) for one in blocks] == [("•", 0), ("•", 1), ("•", 0)]


def test_words_around_a_number_are_printed_with_it():
    part = numbering((2, "decimal", "Question %1:"))

    assert _texts(_items((1, 0)), numbering=part) == ["Question 2: 1-0"]


def test_bullets_below_a_number_are_one_level_and_nest_by_their_indents():
    levels = (
        (1, "decimal", "%1.", '<w:pPr><w:ind w:left="360"/></w:pPr>'),
        (1, "bullet", "•", '<w:pPr><w:ind w:left="720"/></w:pPr>'),
        (1, "bullet", "o", '<w:pPr><w:ind w:left="1080"/></w:pPr>'),
    )
    body = _items((1, 0), (1, 1), (1, 1), (1, 2), (1, 1), (1, 0), (1, 2))

    blocks = document_of(word_file(body, numbering=numbering(*levels)), "log.docx").blocks

    assert [(one.marker, one.level) for one in blocks] == [
        (None, 0), ("•", 0), ("•", 0), ("◦", 1), ("•", 0), (None, 0), ("◦", 0),
    ]  # fmt: skip


def test_empty_paragraphs_count_and_print_nothing():
    body = _items((1, 0)) + paragraph("<w:r/>", number=1) + _items((1, 0))

    assert _texts(body, numbering=numbering(*THREE)) == ["1. 1-0", "3. 1-0"]


def test_the_numbers_are_the_labels_of_the_questions():
    part = numbering((1, "decimal", "%1)"), (1, "lowerRoman", "%2."), lists=_list(2, (0, 1)))
    body = "".join(
        [
            *map(paragraph, ("Ref: 7000001", "Bicycles", "Request")),
            paragraph("How many bicycles?", number=1),
            paragraph("Of these bicycles:", number=1),
            paragraph("How many are red?", number=1, level=1),
            paragraph("How many are blue?", number=1, level=1),
            paragraph("Response"),
            paragraph("Seven.", number=2),
        ]
    )

    reading = read_bytes(word_file(body, numbering=part), name="log.docx")

    (entry,) = reading.entries
    assert (reading.format, entry.ref, entry.title) == ("docx", "7000001", "Bicycles")
    assert [(one.label, one.printed) for one in entry.questions] == [
        ("1", "1)"), ("2.i", "i."), ("2.ii", "ii."),
    ]  # fmt: skip
    assert entry.questions[0].answer == "Seven."
