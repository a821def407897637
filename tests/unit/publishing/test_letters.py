"""A letter as page, PDF and plain text: whole, accessible, and harmless whatever stands in it."""

import hashlib
import io
import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.domain.decisions.letters import (
    AcknowledgementFacts,
    AnswerTable,
    Letter,
    LetterTable,
    Paragraph,
    Section,
    UnderstoodQuestion,
    acknowledgement_letter,
)
from answerable.publishing import CannotPublish
from answerable.publishing.letters import letter_fragment, letter_html, letter_pdf, letter_text
from tests.support.answers import DUE, OFFICE, SENT, complete, letter_of, refused
from tests.support.pdf_text import words
from tests.unit.publishing.test_pdf import tags

ANSWER = letter_of(
    complete("disclosed"),
    refused("31(1)(a)"),
    refused("12(1)"),
    refused("31(3)"),
    refused("31(1)(a)"),
)
HOSTILE = (
    '<script>alert(1)</script> & "q" #panic("x") $x$ *b* \\ @label\x00\x07\x1b[31m'
    " \u202eevil\u202c \u2067x\u2069 \ufeff\ue000 中 javascript:alert(1)\r\n> quoted\u2028line\t.\ud800"
)
VOID = {"meta", "br", "link", "img", "hr", "input"}


class Page(HTMLParser):
    """The elements of a page in their order, each closed where it should be."""

    def __init__(self, html):
        super().__init__()
        self.found, self.open, self.text = [], [], []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] not in ("style", "title"):
            self.text.append(data)

    def named(self, tag):
        return [attributes for name, attributes in self.found if name == tag]


def letter(*blocks, **more):
    made = Letter("A title", "A body", "FOI-1", SENT, (Section("A heading", tuple(blocks)),))
    return replace(made, **more)


def opened(made):
    return pikepdf.open(io.BytesIO(letter_pdf(made)))


def levels(html):
    return [int(name[1]) for name, _ in Page(html).found if re.fullmatch("h[1-6]", name)]


def test_a_page_says_its_language_and_title_and_loads_nothing():
    page = Page(letter_html(ANSWER))

    assert page.named("html") == [{"lang": "en-GB"}]
    assert "<title>Our answer to your request FOI-2026-0042</title>" in letter_html(ANSWER)
    assert not {"script", "link", "img", "iframe"} & {name for name, _ in page.found}
    assert len(page.named("main")) == 1


@pytest.mark.parametrize("start", [1, 2, 3])
def test_headings_go_down_one_level_at_a_time(start):
    facts = AcknowledgementFacts(
        "FOI-1", SENT, SENT, DUE, "uk-any", (UnderstoodQuestion("1", "x"),)
    )
    found = levels(letter_fragment(acknowledgement_letter(facts, OFFICE), level=start))

    assert found[0] == start
    assert found.count(start) == 1
    assert set(found) == {start, start + 1, start + 2}
    assert all(after <= before + 1 for before, after in pairwise(found))


def test_tables_have_captions_scoped_headings_and_can_be_scrolled_by_keyboard():
    page = Page(letter_html(ANSWER))

    assert len(page.named("table")) == len(page.named("caption")) == 2
    assert {one["scope"] for one in page.named("th")} == {"col"}
    regions = [one for one in page.named("div") if one.get("role") == "region"]
    assert [(one["tabindex"], one["aria-label"]) for one in regions] == [
        ("0", "Printers by office"),
        ("0", "Our estimate of the work"),
    ]


def test_a_fragment_has_neither_style_nor_shell():
    page = Page(letter_fragment(ANSWER))

    assert not {"html", "head", "body", "style", "main", "script"} & {
        name for name, _ in page.found
    }
    assert not any("style" in attributes for _, attributes in page.found)


def test_what_was_asked_is_a_quotation_and_leads_nowhere():
    made = letter_of(complete("disclosed", text="see https://evil.example/"))

    page = Page(letter_fragment(made))

    assert len(page.named("blockquote")) == 1
    assert "https://evil.example/" not in {one["href"] for one in page.named("a")}


def test_an_address_in_an_answer_leads_there_without_the_full_stop():
    html = letter_fragment(letter(Paragraph("Read https://a.example/b?c=1&d=(e). Or http://.")))

    assert [one["href"] for one in Page(html).named("a")] == ["https://a.example/b?c=1&d=(e"]


def test_plain_text_is_wrapped_with_quotations_lists_and_columns():
    text = letter_text(ANSWER)

    assert max(map(len, text.splitlines())) <= 72
    assert "> How many printers do you have?" in text
    assert "\n- printers.csv\n" in text
    assert "Office   Printers\n-------  --------\nAppleby  12\nPearton  7\n" in text
    assert "Question 1\n----------\n" in text
    assert text.startswith("Orchard Protection Authority\n\n20 November 2026\n\nOur answer")


def test_a_cell_too_wide_for_its_column_goes_on_below():
    table = LetterTable("Wide", ("Work", "Hours"), (("locating what may contain it " * 3, "100"),))

    text = letter_text(letter(table))

    assert max(map(len, text.splitlines())) <= 72
    assert re.search(r"\nlocating what .+  100\n\w.+\n", text)


def test_a_table_too_wide_for_columns_has_tabs():
    table = LetterTable("Wide", ("a" * 60, "b"), (("c", "d" * 60),))

    assert f"Wide\n\n{'a' * 60}\tb\nc\t{'d' * 60}\n" in letter_text(letter(table))


def test_every_line_of_a_quotation_is_marked():
    made = letter_of(complete("disclosed", text="One\n\nDear all,\u2028We admit\n" + "long " * 40))

    quoted = letter_text(made).split("Question 1\n----------\n\n")[1].split("\n\nWe hold")[0]

    assert all(line.startswith(">") for line in quoted.splitlines())
    assert "> We admit" in quoted


def test_a_long_word_stays_whole_to_be_copied():
    address = "https://a.example/" + "x" * 300_000
    made = letter(Paragraph(address), LetterTable(address, (address,), ((address,),)))

    assert address in letter_text(made)
    assert f'href="{address}"' in letter_html(made)


def test_a_pdf_says_its_language_title_and_standards():
    with opened(ANSWER) as document:
        with document.open_metadata(set_pikepdf_as_editor=False) as metadata:
            marks = (
                metadata["pdfuaid:part"],
                metadata["pdfaid:part"],
                metadata["pdfaid:conformance"],
            )
            title = metadata["dc:title"]

        assert marks == ("1", "3", "A")
        assert title == ANSWER.title
        assert str(document.Root.Lang) == "en-GB"
        assert document.Root.ViewerPreferences.DisplayDocTitle
        assert len(document.attachments) == 0


def test_a_pdf_is_tagged():
    with opened(ANSWER) as document:
        found = tags(document)

    assert found["/H1"] == 1
    assert found["/H2"] == len(ANSWER.sections) - 1
    assert found["/Table"] == 2
    assert found["/TH"] == found["scoped"] == 7
    assert found["/BlockQuote"] == 5
    assert found["/L"] >= 2


def test_a_pdf_has_the_same_bytes_in_another_process():
    script = (
        "import hashlib; from answerable.publishing.letters import letter_pdf;"
        "from tests.unit.publishing.test_letters import ANSWER;"
        "print(hashlib.sha256(letter_pdf(ANSWER)).hexdigest())"
    )
    other = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout.strip()

    assert hashlib.sha256(letter_pdf(ANSWER)).hexdigest() == other


def test_every_format_says_the_same_words():
    with opened(ANSWER) as document:
        printed = words(document).replace(" ", "")
    page = "".join(Page(letter_html(ANSWER)).text)
    said = [
        one for section in ANSWER.sections for one in section.blocks if isinstance(one, Paragraph)
    ]

    assert said
    for paragraph in said:
        bare = "".join(paragraph.text.split())
        assert bare in "".join(page.split())
        assert bare in "".join(letter_text(ANSWER).split())
        assert bare in printed.replace("\xad", "")


@pytest.mark.parametrize("citation", ["31(3)", "EIR 12(6)"])
def test_silence_has_the_same_bytes_whether_it_is_held_or_not(citation):
    if_held = refused(citation)
    if_not = replace(if_held, answer="", tables=(), attachments=(), caveats=(), searches="")
    held, not_held = letter_of(if_held), letter_of(if_not)

    for write in (letter_html, letter_text, letter_pdf):
        assert write(held) == write(not_held)


def hostile_letter():
    question = complete(
        "disclosed",
        text=HOSTILE,
        printed=HOSTILE,
        answer=HOSTILE,
        caveats=(HOSTILE,),
        attachments=(HOSTILE,),
        tables=(AnswerTable(HOSTILE, (HOSTILE, ""), ((HOSTILE,), (HOSTILE,) * 3), (HOSTILE,)),),
    )
    return letter_of(question, salutation=HOSTILE, reference=HOSTILE)


def test_hostile_words_are_only_words_on_a_page():
    html = letter_html(hostile_letter())

    page = Page(html)
    assert not page.named("script")
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", html)
    assert "[U+202E]evil[U+202C]" in html
    assert html.encode()


def test_hostile_words_are_only_words_in_a_mail():
    text = letter_text(hostile_letter())

    assert not re.search("[\x00-\x08\x0b-\x1f\u2028\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text)
    assert "\n\n> <script>" in text


def test_hostile_words_are_only_words_in_a_pdf():
    with opened(hostile_letter()) as document:
        shown = words(document).replace(" ", "")

    assert '#panic("x")' in shown
    assert "[U+202E]evil" in shown
    assert "[U+4E2D]" in shown


@pytest.mark.parametrize(
    "made",
    [
        letter(title="", sender="", sections=()),
        letter(Paragraph("")),
        letter(LetterTable("", (), ())),
        letter(LetterTable("", ("a",), ())),
        letter(LetterTable("", (), (("a",), ()))),
        letter(LetterTable("Blank headings", ("", " "), (("a", "b"),))),
        letter(LetterTable("Wide", ("a",) * 40, (("b",) * 40,))),
        letter(Paragraph("x" * 5_000)),
        letter(Paragraph("x"), language="cy"),
    ],
    ids=range(9),
)
def test_odd_letters_make_valid_files(made):
    with opened(made) as document:
        found = tags(document)

    assert found["/H1"] == 1
    assert Page(letter_html(made)).named("h1")
    assert letter_text(made)


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=20))
def test_any_words_make_valid_files(asked, answer, cell):
    table = AnswerTable(cell, (cell, "b"), ((cell, cell),))
    made = letter_of(complete("disclosed", text=asked, answer=answer, tables=(table,)))

    assert len(Page(letter_html(made)).named("h1")) == 1
    assert letter_text(made).encode()
    with opened(made) as document:
        assert tags(document)["/H1"] == 1


def test_five_hundred_questions_are_laid_out():
    made = letter_of(*[refused("31(1)(a)"), complete("disclosed")] * 250)

    with opened(made) as document:
        found = tags(document)
    counted = Counter(name for name, _ in Page(letter_html(made)).found)

    assert found["/H2"] == counted["h2"] == 504
    assert letter_text(made).count("> How many printers") == 500


@pytest.mark.parametrize(
    ("block", "what"),
    [
        (
            LetterTable("Long", ("a",), (("x",),) * 20_000),
            "20,000 cells of tables, this one has 20,001",
        ),
        (Paragraph("x" * 4_000_001), "4,000,000 characters, this one has 4,000,001"),
    ],
    ids=["cells", "characters"],
)
def test_what_is_too_large_for_a_pdf_is_refused_with_the_way_out(block, what):
    with pytest.raises(CannotPublish, match=f"{what}: send what is long as a file of its own"):
        letter_pdf(letter(block))
