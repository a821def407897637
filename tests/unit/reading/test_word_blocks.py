"""Paragraphs of Word files: styles, links, fields, changes, notes and what is drawn beside them."""

from dataclasses import replace

import pytest

from answerable.reading import read_bytes
from answerable.reading.blocks import Block, Kind, Run, in_column
from answerable.reading.docx import document_of
from answerable.reading.docx.styles import without_styles_of_tables
from answerable.reading.raw_tables import Cell
from tests.support.word_files import cell, numbering, paragraph, run, table, word_file


def _blocks(body, **parts):
    return document_of(word_file(body, **parts), "log.docx").blocks


def _runs(body, **parts):
    (block,) = _blocks(body, **parts)
    return block.runs


STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr/></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:styleId="Asked"><w:name w:val="Asked"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="AskedAgain"><w:basedOn w:val="Asked"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Emphasis"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Our heading"/><w:basedOn w:val="H2"/></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
"""
EMPHASIS = '<w:rStyle w:val="Emphasis"/>'

STYLED = [
    (paragraph(run("a", "<w:i/>")), [Run("a", italic=True)]),
    (paragraph(run("a", '<w:i w:val="0"/><w:b w:val="true"/>')), [Run("a", bold=True)]),
    (paragraph(run("a"), style="Asked"), [Run("a", italic=True)]),
    (paragraph(run("a"), style="AskedAgain"), [Run("a", italic=True, bold=True)]),
    (paragraph(run("a", '<w:i w:val="false"/>'), style="Asked"), [Run("a")]),
    (paragraph(run("a", EMPHASIS)), [Run("a", italic=True)]),
    (paragraph(run("a", EMPHASIS), style="Asked"), [Run("a")]),
    (paragraph(run("Se") + run("ven")), [Run("Seven")]),
    (paragraph(run("a ") + run("b", "<w:i/>")), [Run("a "), Run("b", italic=True)]),
    (paragraph("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r>"), [Run("a-b")]),
    (paragraph("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>"), [Run("a b")]),
    (paragraph("<w:r><w:t>a</w:t><w:softHyphen/><w:t>b</w:t></w:r>"), [Run("ab")]),
    (paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t> yes</w:t></w:r>'), [Run("☑ yes")]),
    (paragraph('<w:r><w:sym w:font="Odd" w:char="zz"/><w:t>yes</w:t></w:r>'), [Run("yes")]),
    (paragraph(f"<w:smartTag>{run('a')}</w:smartTag>{run('b')}"), [Run("ab")]),
    (paragraph(f"<w:sdt><w:sdtContent>{run('a')}</w:sdtContent></w:sdt>"), [Run("a")]),
    (
        paragraph(
            f"<w:r><w:ruby><w:rt>{run('r')}</w:rt><w:rubyBase>{run('b')}</w:rubyBase></w:ruby></w:r>"
        ),
        [Run("b (r)")],
    ),
    (paragraph(f'{run("a")}<w:r><w:commentReference w:id="1"/></w:r>'), [Run("a")]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "runs"), STYLED)
def test_words_keep_how_they_are_printed(body, runs):
    assert list(_runs(body, styles=STYLES)) == runs


@pytest.mark.parametrize("style", ["H2", "Own"])
def test_a_heading_is_one_by_its_style_or_by_one_that_it_is_based_on(style):
    (block,) = _blocks(paragraph("Bicycles", style=style), styles=STYLES)

    assert block.kind is Kind.HEADING


def _field(code, *runs):
    def turn(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    return (
        f"{turn('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{turn('separate')}"
        f"{''.join(runs)}{turn('end')}"
    )


TO = "https://council.example/data"
LINKED = [
    (f'<w:hyperlink r:id="k1">{run("here")}</w:hyperlink>', TO),
    (f'<w:hyperlink r:id="k1">{run("he")}{run("re", "<w:b/>")}</w:hyperlink>', TO),
    (f'<w:hyperlink r:id="k1" w:anchor="t2">{run("here")}</w:hyperlink>', f"{TO}#t2"),
    (f'<w:hyperlink w:anchor="top">{run("here")}</w:hyperlink>', "#top"),
    (f'<w:hyperlink r:id="gone">{run("here")}</w:hyperlink>', None),
    (_field(f'HYPERLINK "{TO}" \\o "a tip"', run("he"), run("re")), TO),
    (_field(f'HYPERLINK "{TO}" \\l "t2"', run("here")), f"{TO}#t2"),
    (_field('HYPERLINK \\l "top"', run("here")), "#top"),
    (f'<w:fldSimple w:instr="HYPERLINK {TO}">{run("here")}</w:fldSimple>', TO),
]


@pytest.mark.parametrize(("link", "href"), LINKED)
def test_a_link_is_one_run_with_its_target(link, href):
    runs = _runs(paragraph(f"{run('See ')}{link}{run('.')}"), links={"k1": TO})

    assert list(runs) == [Run("See "), Run("here", link=True, href=href), Run(".")]


def test_of_other_fields_the_result_is_printed():
    body = paragraph(_field(" DATE ", run("1 May")) + run(" and ") + _field("IF x", run("on")))

    assert list(_runs(body)) == [Run("1 May and on")]


def test_a_link_that_never_ends_is_none_in_the_next_paragraph():
    begun = _field('HYPERLINK "x"', run("here")).rpartition("<w:r><w:fldChar")[0]

    runs = [run for block in _blocks(paragraph(begun) + paragraph("Seen")) for run in block.runs]

    assert runs == [Run("here", link=True, href="x"), Run("Seen")]


def test_an_instruction_that_never_ends_hides_no_other_paragraph():
    body = paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("X")) + paragraph("Seen")

    assert [one.text for one in _blocks(body)] == ["Seen"]


@pytest.mark.parametrize("page", [_field("PAGEREF _T1 \\h", run("3")), run("3")])
def test_pages_do_not_stand_behind_the_titles_of_a_contents_list(page):
    body = paragraph(run("Bicycles") + "<w:r><w:tab/></w:r>" + page, style="TOC1")

    assert [one.text for one in _blocks(body, styles=STYLES)] == ["Bicycles"]


def test_a_line_break_parts_paragraphs_unless_the_sentence_goes_on():
    body = paragraph(
        "<w:r><w:t>1. How many?</w:t><w:br/><w:t>2. Since which of all</w:t><w:br/>"
        "<w:t>these years?</w:t><w:br/><w:br/><w:t>Seven.</w:t></w:r>"
    )

    texts = [one.text for one in _blocks(body)]

    assert texts == ["1. How many?", "2. Since which of all these years?", "Seven."]


def test_a_heading_is_one_over_its_line_breaks():
    body = paragraph("<w:r><w:t>Answers</w:t><w:br/><w:t>May 2026</w:t></w:r>", style="H2")

    assert [one.text for one in _blocks(body, styles=STYLES)] == ["Answers May 2026"]


BROKEN = [
    '<w:p><w:r><w:br w:type="page"/></w:r></w:p><w:p><w:r><w:t>b</w:t></w:r></w:p>',
    '<w:p><w:r><w:br w:type="page"/><w:t>b</w:t></w:r></w:p>',
    "<w:p><w:pPr><w:pageBreakBefore/></w:pPr><w:r><w:t>b</w:t></w:r></w:p>",
    "<w:p><w:pPr><w:sectPr/></w:pPr></w:p><w:p><w:r><w:t>b</w:t></w:r></w:p>",
]


@pytest.mark.parametrize("behind", BROKEN)
def test_what_begins_a_page_says_so(behind):
    blocks = _blocks(paragraph("a") + behind)

    assert [(one.text, one.broken) for one in blocks] == [("a", False), ("b", True)]


def test_typed_bullets_are_items_at_their_indents():
    body = paragraph("• one") + paragraph("- two") + paragraph("no item").replace("no", "3-no")

    assert [(one.kind.value, one.marker, one.text) for one in _blocks(body)] == [
        ("item", "•", "one"), ("item", "-", "two"), ("paragraph", None, "3-no item"),
    ]  # fmt: skip


CHANGED = paragraph(
    run("We hold ")
    + '<w:del w:id="1"><w:r><w:delText>eight</w:delText></w:r></w:del>'
    + f'<w:ins w:id="2">{run("seven")}</w:ins>{run(" bicycles.")}'
)
JOINED = f'<w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>{run("We hold ")}</w:p>' + paragraph(
    "seven bicycles."
)
MOVED = (
    f'<w:moveFrom w:id="4">{paragraph("We hold seven bicycles.")}</w:moveFrom>'
    f'<w:moveTo w:id="5">{paragraph("We hold seven bicycles.")}</w:moveTo>'
)


@pytest.mark.parametrize("body", [CHANGED, JOINED, MOVED])
def test_tracked_changes_are_read_as_they_were_accepted(body):
    assert [one.text for one in _blocks(body)] == ["We hold seven bicycles."]


def test_words_are_not_lost_to_a_paragraph_that_joins_nothing():
    last = f'<w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>{run("We hold seven.")}</w:p>'

    assert _blocks(last + table(["a", "b"]))[0].text == "We hold seven."
    assert _blocks(last)[0].text == "We hold seven."


def test_what_was_deleted_or_hidden_is_counted_and_not_said():
    hidden = paragraph(run("seen") + run("secret", "<w:vanish/>"))

    reading = read_bytes(word_file(CHANGED + hidden), name="log.docx")

    assert [(one.was, one.now, one.times) for one in reading.repairs] == [
        ("deleted words", "", 1), ("hidden words", "", 1),
    ]  # fmt: skip
    said = " ".join(one.text for one in reading.unread)
    assert "eight" not in said
    assert "secret" not in said


NOTES = "".join(
    f'<w:footnote w:id="{name}" {kind}>{paragraph("<w:r><w:footnoteRef/></w:r>" + run(words))}</w:footnote>'
    for name, kind, words in (
        (0, 'w:type="separator"', "line"), (1, "", "Rounded."), (2, "", "By May."), (3, "", "Left."),
    )
)  # fmt: skip
END = f'<w:endnote w:id="1">{paragraph("Sources.")}</w:endnote>'


def _noted(words, kind, name):
    return paragraph(run(words) + f'<w:r><w:{kind}Reference w:id="{name}"/></w:r>')


def test_notes_stand_behind_the_paragraph_that_refers_to_them():
    body = (
        _noted("Nine", "footnote", 2)
        + _noted("Ten", "footnote", 1)
        + _noted("Ten again", "footnote", 1)
        + _noted("Whence", "endnote", 1)
    )

    texts = [one.text for one in _blocks(body, footnotes=NOTES, endnotes=END)]

    assert texts == [
        "Nine[1]", "[1] By May.", "Ten[2]", "[2] Rounded.", "Ten again[2]", "Whence[i]", "[i] Sources.",
        "Left.",
    ]  # fmt: skip


def test_a_note_that_refers_to_itself_ends():
    own = f'<w:footnote w:id="1">{_noted("Again", "footnote", 1)}</w:footnote>'

    texts = [one.text for one in _blocks(_noted("Nine", "footnote", 1), footnotes=own)]

    assert texts == ["Nine[1]", "[1] Again[1]"]


BOX = f"<w:txbxContent>{paragraph('In the box')}</w:txbxContent>"
PICTURE = '<wp:inline><wp:docPr id="1" name="Picture 1" descr="A map"/><pic:pic/></wp:inline>'


def test_a_text_box_is_read_once_behind_its_paragraph():
    both = (
        f"<mc:AlternateContent><mc:Choice><w:drawing>{BOX}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback></mc:AlternateContent>"
    )

    texts = [one.text for one in _blocks(paragraph(f"<w:r>{both}</w:r>{run('Beside')}"))]

    assert texts == ["Beside", "In the box"]


def test_a_picture_has_its_description_and_no_words():
    body = paragraph(f"<w:r><w:drawing>{PICTURE}</w:drawing></w:r>{run('Beside')}")

    assert [(one.kind, one.text) for one in _blocks(body)] == [
        (Kind.PARAGRAPH, "Beside"),
        (Kind.PICTURE, "A map"),
    ]


def test_a_content_control_that_only_invites_holds_nothing():
    control = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
        f"<w:sdtContent>{paragraph('Click here')}</w:sdtContent></w:sdt>"
    )
    filled = f"<w:sdt><w:sdtContent>{paragraph('Seven')}</w:sdtContent></w:sdt>"

    assert [one.text for one in _blocks(control + filled)] == ["Seven"]


def test_heads_and_feet_of_pages_frame_the_document_once():
    reading = read_bytes(
        word_file(
            paragraph("Words"),
            header=paragraph("Example Council"),
            footer=paragraph(run("Page ") + _field("PAGE", run("1"))),
        ),
        name="log.docx",
    )

    assert [one.text for one in reading.unread] == ["Words"]
    assert reading.coverage.furniture == len("Page 1\nExample Council\n")


def test_a_letter_that_asks_is_read_without_what_frames_its_pages():
    part = numbering((1, "decimal", "%1."))
    body = paragraph("Dear Council,") + "".join(
        paragraph(words, number=1) for words in ("How many bicycles do you own?", "Since when?")
    )

    data = word_file(body, numbering=part, footer=paragraph("Please turn over."))
    (request,) = read_bytes(data, name="letter.docx", as_kind="requests").entries

    assert [(one.label, one.text) for one in request.questions] == [
        ("1", "How many bicycles do you own?"),
        ("2", "Since when?"),
    ]
    assert "turn over" not in request.request


def test_a_tab_behind_a_label_parts_it_from_what_it_labels():
    def tabbed(*words):
        inner = "<w:tab/>".join(f"<w:t>{one}</w:t>" for one in words)
        return paragraph(f"<w:r>{inner}</w:r>")

    body = (
        tabbed("Ref", "7000001")
        + paragraph("Bicycles")
        + tabbed("Request", "How many?")
        + tabbed("Response", "Seven.")
    )

    (entry,) = read_bytes(word_file(body), name="log.docx").entries

    assert (entry.ref, entry.title, entry.request, entry.response) == (
        "7000001", "Bicycles", "How many?", "Seven.",
    )  # fmt: skip


def test_a_tab_behind_a_title_is_no_label():
    body = paragraph("<w:r><w:t>Requests about dogs</w:t><w:tab/><w:t>12</w:t></w:r>")

    assert [(one.text, one.column) for one in _blocks(body)] == [("Requests about dogs 12", None)]


def test_every_character_ends_in_a_block():
    body = paragraph("a") + table(["b", cell(paragraph("c") + table(["d", "e"]))]) + paragraph("f")

    document = document_of(word_file(body), "log.docx")

    assert document.text == "a\nb\nc\nd\ne\nf\n"
    places = [(one.start, one.end) for one in document.blocks]
    assert places == [(0, 2), (2, 10), (10, 12)]


WRITTEN_STYLES = (
    b'<w:styles><w:docDefaults/><w:style w:type="paragraph" w:styleId="A"><w:name w:val="a"/></w:style>'
    b'<w:style w:default="1" w:type="table" w:styleId="T"><w:name w:val="t"/></w:style>'
    b'<w:style w:type="table" w:styleId="E"/>'
    b'<w:style w:type="character" w:styleId="C"><w:name w:val="c"/></w:style></w:styles>'
)


def test_styles_of_tables_are_left_out_and_no_others():
    assert without_styles_of_tables(WRITTEN_STYLES) == WRITTEN_STYLES.replace(
        b'<w:style w:default="1" w:type="table" w:styleId="T"><w:name w:val="t"/></w:style>', b""
    )
    assert without_styles_of_tables(b"<w:styles/>") == b"<w:styles/>"


def test_latent_styles_are_left_out_and_nothing_that_stands_among_them():
    latent = b'<w:latentStyles w:count="1"><w:lsdException w:name="Normal"/></w:latentStyles>'
    written = WRITTEN_STYLES.replace(b"<w:style ", latent + b"<w:style ", 1)
    among = b"<w:latentStyles w:count='1'/><w:docDefaults/><w:latentStyles></w:latentStyles>"

    assert without_styles_of_tables(written) == without_styles_of_tables(WRITTEN_STYLES)
    assert without_styles_of_tables(among) == among


def test_a_cell_says_its_words_and_label_again_when_a_block_is_added():
    cell = Cell()
    assert (cell.text(), cell.label()) == ("", None)

    cell.blocks.append(Block(Kind.PARAGRAPH, (Run("Request"),), 0, 8))

    assert cell.text() == "Request"
    assert cell.label().is_strong


def test_a_block_in_a_column_is_the_same_otherwise():
    block = Block(
        Kind.ITEM, (Run("a"),), 1, 2, "•", 3, None, (("x",),), 4, False, (0.0, 1.0, 2.0, 3.0)
    )

    assert in_column(block, 1, broken=True) == replace(block, column=1, broken=True)


def test_a_long_document_is_read_as_a_short_one_is(monkeypatch):
    body = (
        paragraph(run("Over it"))
        + f"<w:ins>{paragraph(run('put in'))}</w:ins>"
        + f"<w:unknown>{paragraph(run('wrapped'))}</w:unknown>"
        + table(["A", "B"], ["1", "2"])
        + paragraph(run("Below it"))
    )
    short = _blocks(body)
    assert [block.text for block in short[:3]] == ["Over it", "put in", "wrapped"]
    monkeypatch.setattr("answerable.reading.docx.package._SMALL", 0)
    assert _blocks(body) == short
