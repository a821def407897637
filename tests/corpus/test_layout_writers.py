"""The writers of generated layouts: what a part becomes as HTML, Word, PDF, Markdown and text."""

import io
import re
import zipfile
from xml.etree import ElementTree

import pypdfium2
import pytest

from tests.support.layouts import once_unseen_pages, once_unseen_tables, seen_logs
from tests.support.layouts.as_html import html
from tests.support.layouts.as_open_document import open_text
from tests.support.layouts.as_pdf import tagged, untagged
from tests.support.layouts.as_sheet import commas, excel
from tests.support.layouts.as_text import markdown, plain_text
from tests.support.layouts.as_word import word
from tests.support.layouts.content_of_logs import log_cases
from tests.support.layouts.nodes import (
    Break,
    Cell,
    Contents,
    Control,
    Field,
    Fold,
    Grid,
    Look,
    Made,
    Rule,
    Span,
    heading,
    para,
)
from tests.support.layouts.pieces import Way
from tests.support.layouts.pieces_of_logs import questions

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LAYOUTS = (*seen_logs.LAYOUTS, *once_unseen_tables.LAYOUTS, *once_unseen_pages.LAYOUTS)


def made(*parts, **look):
    return Made(parts, {}, Look(**look))


def pages_of(data):
    with pypdfium2.PdfDocument(data) as pdf:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in pdf]


def part_of(data, name="document"):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return ElementTree.fromstring(package.read(f"word/{name}.xml"))  # noqa: S314 made here


def content_of(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        page = package.read("content.xml").decode()
    ElementTree.fromstring(page)  # noqa: S314 made here
    return page


def words_of(element):
    return [text.text for text in element.iter(f"{W}t")]


MERGED = Grid(
    (
        ("Month", "Number", "Wording"),
        (Cell("May", down=2), "1", "Lamps"),
        ("2", "Boats"),
        (Cell((para("Nothing more"),), across=3),),
    ),
    head=1,
)


def test_a_merged_cell_covers_its_columns_and_rows_on_a_web_page():
    page = html(made(MERGED))

    assert '<tr><td rowspan="2">May</td><td>1</td><td>Lamps</td></tr>' in page
    assert "<tr><td>2</td><td>Boats</td></tr>" in page
    assert '<td colspan="3">Nothing more</td>' in page


def test_a_merged_cell_covers_its_columns_and_rows_in_word():
    first, second, third, last = part_of(word(made(MERGED))).iter(f"{W}tr")

    assert [words_of(row) for row in (first, last)] == [
        ["Month", "Number", "Wording"],
        ["Nothing more"],
    ]
    assert second.find(f"{W}tc/{W}tcPr/{W}vMerge").get(f"{W}val") == "restart"
    assert third.find(f"{W}tc/{W}tcPr/{W}vMerge").attrib == {}
    assert words_of(third) == ["2", "Boats"]
    assert last.find(f"{W}tc/{W}tcPr/{W}gridSpan").get(f"{W}val") == "3"


def test_a_merged_cell_is_merged_in_a_spreadsheet_and_once_in_lines_with_commas():
    document = made(heading(1, "Log"), MERGED)

    with zipfile.ZipFile(io.BytesIO(excel(document))) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    assert re.findall(r'<mergeCell ref="([^"]+)"', sheet) == ["A3:A4", "A5:C5"]
    assert commas(document).splitlines() == [
        "Log", "Month,Number,Wording", "May,1,Lamps", ",2,Boats", "Nothing more,,",
    ]  # fmt: skip


def test_paragraphs_of_a_cell_are_lines_in_a_spreadsheet():
    document = made(Grid((("Ref", (para("Lamps?"), para("Boats?"))),)))

    assert commas(document) == 'Ref,"Lamps?\nBoats?"\r\n'


def test_a_merged_cell_covers_its_columns_and_rows_in_open_document():
    page = content_of(open_text(made(MERGED)))

    assert 'rows-spanned="2"><text:p text:style-name="">May</text:p></table:table-cell>' in page
    below = page.partition("May")[2].partition("<table:table-row>")[2]
    assert below.startswith("<table:covered-table-cell/>")
    assert page.count("<table:covered-table-cell/>") == 3


def test_lists_in_open_document_go_on_where_an_answer_parts_them():
    way = Way(("1.", "a."), is_automatic=True)
    (case,) = log_cases(3, "parts")
    first, *rest = questions(case, way)
    page = content_of(open_text(made(first, para("An answer."), *rest)))

    # The parts of the first question stand below an item that says nothing; the second goes on with 2.
    starts = re.findall(r'<text:list text:style-name="L1">.*?start-value="(\d)"', page)
    assert starts == ["1", "1", "2"]
    assert 'num-format="a" style:num-prefix="" style:num-suffix="."' in page


def test_an_open_document_holds_notes_lines_links_and_what_frames_its_pages():
    parts = (
        para("Nine\nlamps", Span("!", note="Not ten.")),
        para(Span("here", href="https://a.example")),
    )
    data = open_text(made(*parts, Rule(), Break(), header="Lamps & lights"))

    page = content_of(data)
    assert "Nine<text:line-break/>lamps!<text:note" in page
    assert "Not ten.</text:p></text:note-body>" in page
    assert '<text:a xlink:href="https://a.example">here</text:a>' in page
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert "Lamps &amp; lights" in package.read("styles.xml").decode()


def test_the_head_of_a_table_stands_on_each_of_its_pages():
    rows = [(f"{number}", "Some words") for number in range(60)]
    pages = pages_of(tagged(made(Grid((("Number", "Wording"), *rows), head=1))))

    assert len(pages) > 1
    assert [page.count("Wording") for page in pages] == [1] * len(pages)


def test_a_footnote_stands_below_what_it_belongs_to():
    document = made(para("Nine", Span(" boats", note="Without dinghies."), "."), para("Ten lamps."))

    page = html(document)
    assert "<p>Nine boats<sup>1</sup>.</p>" in page
    assert page.index("Ten lamps.") < page.index("<li><p>Without dinghies.</p></li>")
    data = word(document)
    assert words_of(part_of(data, "footnotes")) == ["Without dinghies."]
    assert "Without dinghies." not in words_of(part_of(data))
    (paper,) = pages_of(tagged(document))
    assert paper.index("Ten lamps.") < paper.index("Without dinghies.")


def test_footnotes_are_numbered_in_their_order_within_tables_too():
    cell = (para(Span("Five", note="Of seven.")),)
    page = html(made(Grid(((cell, "Six"),)), para(Span("Eight", note="Of nine."))))

    assert re.findall(r"(\w+)<sup>(\d)</sup>", page) == [("Five", "1"), ("Eight", "2")]
    assert re.findall(r"<li><p>(.*?)</p>", page) == ["Of seven.", "Of nine."]


def test_contents_name_the_page_of_each_heading():
    parts = [part for title in ("Lamps", "Boats") for part in (Break(), heading(2, title))]
    document = made(heading(1, "Log"), Contents(("Lamps", "Boats")), *parts)

    first, *_ = pages_of(tagged(document))
    assert re.findall(r"(Lamps|Boats)[\s.]*(\d)", first) == [("Lamps", "2"), ("Boats", "3")]
    lines = [words_of(paragraph) for paragraph in part_of(word(document)).iter(f"{W}p")]
    assert lines[1:3] == [["Lamps", "2"], ["Boats", "3"]]
    assert re.findall(r"<li><a [^>]*>(\w+)</a></li>", html(document)) == ["Lamps", "Boats"]


def test_a_stroke_in_words_begins_a_new_line():
    document = made(para("Ref: 7\nTitle: Lamps"))

    assert "<p>Ref: 7<br>Title: Lamps</p>" in html(document)
    assert "Ref: 7\nTitle: Lamps" in pages_of(tagged(document))[0]
    paragraph = part_of(word(document)).find(f".//{W}p")
    assert paragraph.find(f".//{W}br") is not None
    assert words_of(paragraph) == ["Ref: 7", "Title: Lamps"]
    assert markdown(document) == "Ref: 7  \nTitle: Lamps\n"
    assert plain_text(document) == "Ref: 7\nTitle: Lamps\n"


def test_what_stands_around_a_page_is_not_the_logs():
    parts = (heading(1, "Log"), para("Nine lamps."))
    pages = {
        site: html(made(*parts, site=site, menu=("Jobs",), header="Harrow", footer="Foot"))
        for site in ("", "new", "old")
    }

    assert [page.count("<h1>Log</h1>\n<p>Nine lamps.</p>") for page in pages.values()] == [1] * 3
    assert [">Jobs</a>" in page for page in pages.values()] == [True] * 3
    inner = re.search(r"<main id=\"main\">(.*)</main>", pages["new"], re.DOTALL)[1]
    assert "Cookies" in pages["new"]
    assert "Cookies" not in inner
    assert "Related pages" not in inner
    assert (
        pages["old"].index("Jobs") < pages["old"].index("Nine lamps.") < pages["old"].index("Foot")
    )


def test_a_fold_opens_on_a_web_page_and_is_a_heading_on_paper():
    document = made(Fold("Lamps", (para("Nine."),)))

    assert "<details><summary>Lamps</summary><div><p>Nine.</p></div></details>" in html(document)
    assert part_of(word(document)).find(f".//{W}pStyle").get(f"{W}val") == "Heading2"
    assert markdown(document) == "## Lamps\n\nNine.\n"
    assert "Lamps\nNine." in pages_of(tagged(document))[0]


def test_a_field_has_its_label_beside_or_above_what_it_names():
    document = made(Field("Subject", (para("Lamps"),)), Rule())

    assert '<div class="field__label">Subject</div><div class="field__item">' in html(document)
    assert words_of(part_of(word(document))) == ["Subject", "Lamps"]
    assert markdown(document) == "**Subject**\n\nLamps\n\n---\n"


def test_a_control_is_one_in_word_alone():
    document = made(Control("subject", (para("Lamps"),)))

    control = part_of(word(document)).find(f".//{W}sdt")
    assert control.find(f".//{W}tag").get(f"{W}val") == "subject"
    assert words_of(control) == ["Lamps"]
    assert "<main>\n<p>Lamps</p>\n</main>" in html(document)


def test_an_untagged_pdf_prints_what_the_tagged_one_does():
    paper = tagged(made(heading(1, "Log"), MERGED))

    assert pages_of(untagged(paper)) == pages_of(paper)
    assert b"StructTreeRoot" in paper
    assert b"StructTreeRoot" not in untagged(paper)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_rows_of_a_table_in_word_cover_the_same_columns(layout):
    uneven = []
    for document in layout.made():
        for table in part_of(word(document)).iter(f"{W}tbl"):
            covered = {sum(map(_columns, row.findall(f"{W}tc"))) for row in table.findall(f"{W}tr")}
            uneven += [covered] if len(covered) > 1 else []

    assert uneven == []


def _columns(cell):
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return 1 if span is None else int(span.get(f"{W}val"))


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_paper_prints_every_record_of_the_truth(layout):
    missing = []
    for document in layout.made():
        words = _letters("".join(pages_of(tagged(document))))
        for record in document.truth["records"]:
            wanted = [record["ref"], record["title"] if document.truth["titles"] else ""]
            wanted += [cell for table in record["tables"] for row in table for cell in row]
            missing += [one for one in wanted if _letters(one) not in words]

    assert missing == []


def _letters(text):
    return "".join(re.findall(r"[^\W_]", text))
