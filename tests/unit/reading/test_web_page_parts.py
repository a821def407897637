"""What is told of a page's parts, each by itself: its alphabet, its links, its lists, its tables, what is set aside."""

import pytest

from answerable.reading import read_bytes
from answerable.reading.blocks import AROUND, HIDDEN, NOTE, Kind
from answerable.reading.documents import NotReadable
from answerable.reading.webpage import html_document, page_document
from tests.support.web_pages import RECORDS

LETTER = "<h2>Caf\u00e9s</h2><p>Reference: 24-119</p><h3>Request</h3><p>How many \u017elut\u00e9 caf\u00e9s?</p><h3>Response</h3><p>\u010cty\u0159i.</p>"


def texts(page, aside=None):
    return [one.text for one in page_document(page).blocks if one.aside == aside and one.text]


@pytest.mark.parametrize(
    ("head", "codec"),
    [
        ('<meta charset="utf-8">', "utf-8"),
        ("<meta charset=windows-1250>", "cp1250"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">', "iso8859-2"),
        ("", "utf-16"),
    ],
)
def test_a_page_is_read_in_the_alphabet_that_it_names(head, codec):
    page = f"<html><head>{head}</head><body>{LETTER}</body></html>"

    entry = read_bytes(page.encode(codec), name="log.html").entries[0]

    assert (entry.title, entry.response) == ("Caf\u00e9s", "\u010cty\u0159i.")


@pytest.mark.parametrize("head", ["", "<meta charset=iso-8859-1>", "<meta charset=nonsense>"])
def test_a_page_that_names_latin_1_or_nothing_is_read_as_browsers_do(head):
    page = (
        f"<html><head>{head}</head><body><p>\u201cCaf\u00e9s\u201d \u2013 \u20ac5</p></body></html>"
    )

    reading = read_bytes(page.encode("cp1252"), name="log.html")

    assert "\u201cCaf\u00e9s\u201d \u2013 \u20ac5" in [one.text for one in reading.unread]
    assert "Windows-1252" in reading.repairs[0].why


def test_a_page_saved_with_its_pictures_is_read_as_a_page():
    page = f"<html><body><nav><a href=3D'/'>Home</a></nav>{RECORDS}</body></html>".replace(
        "24-", "24=\r\n-"
    )
    data = (
        "From: <Saved by a browser>\r\nSubject: Disclosure log\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\n'
        "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        f"Content-Location: https://a.example/foi\r\n\r\n{page}\r\n--b\r\nContent-Type: image/gif\r\n"
        "Content-Transfer-Encoding: base64\r\nContent-Location: https://a.example/x.gif\r\n\r\nR0lGODlh\r\n--b--\r\n"
    )

    reading = read_bytes(data.encode(), name="log.mht")

    assert (reading.format, [one.ref for one in reading.entries]) == ("mhtml", ["24-117", "24-118"])
    with pytest.raises(NotReadable, match="without its text"):
        read_bytes(data.replace("text/html; charset", "text/css; charset").encode(), name="log.mht")


@pytest.mark.parametrize(
    ("head", "href", "whole"),
    [
        ('<base href="https://a.example/foi/">', "log.pdf", "https://a.example/foi/log.pdf"),
        (
            '<link rel="canonical" href="https://a.example/foi/log">',
            "../b.pdf",
            "https://a.example/b.pdf",
        ),
        ("<!-- saved from url=(0022)https://a.example/x/ -->", "/b.pdf", "https://a.example/b.pdf"),
        ('<base href="https://a.example/">', "#part", "#part"),
        ('<base href="https://a.example/">', "mailto:foi@a.example", "mailto:foi@a.example"),
        ("", "log.pdf", "log.pdf"),
    ],
)
def test_a_link_leads_where_it_led_on_the_site(head, href, whole):
    page = f'<html><head>{head}</head><body><p>See <a href="{href}">it</a>.</p></body></html>'

    assert [run.href for one in page_document(page).blocks for run in one.runs if run.link] == [
        whole
    ]


@pytest.mark.parametrize(
    ("style", "opens", "labels"),
    [
        ("ol.parts { list-style-type: lower-alpha }", '<ol class="parts">', ["a. Why?", "b. When?"]),
        (".c{list-style:none} .c > li::before{content:counter(n, lower-roman) '.'}", '<ol class="c">', ["i. Why?", "ii. When?"]),
        ("@media print { td { color: red } ol.p { list-style: upper-roman } }", '<ol class="p">', ["I. Why?", "II. When?"]),
        ("", '<ol style="list-style-type: none">', ["Why?", "When?"]),
        ("", '<ol start="4">', ["4. Why?", "5. When?"]),
    ],
)  # fmt: skip
def test_a_list_is_numbered_as_the_styles_of_its_page_say(style, opens, labels):
    page = f"<html><head><style>{style}</style></head><body>{opens}<li>Why?<li>When?</ol></body></html>"

    assert texts(page) == labels


def test_a_number_that_was_typed_into_a_numbered_item_stands_once():
    assert texts("<ol><li>1. Why?</li><li>2) When?</li><li>Who?</li></ol>") == [
        "1. Why?",
        "2) When?",
        "3. Who?",
    ]


def test_a_bullet_that_word_wrote_as_a_symbol_is_a_bullet():
    page = (
        "<p class=MsoListParagraph style='mso-list:l1 level2 lfo3'><span style='font-family:Symbol'>\u00b7"
        "<span>&nbsp;&nbsp;&nbsp; </span></span>A <a href='/x' title='a > b'>list</a></p><p>o tempora</p>"
    )

    item, line = html_document(page).blocks

    assert (item.kind, item.text, item.level, line.kind) == (Kind.ITEM, "A list", 1, Kind.PARAGRAPH)


def test_what_is_set_aside_is_listed_with_its_reason_and_counted_as_furniture():
    page = f"<html><body><main>{RECORDS}<p hidden>Draft</p></main><footer>Estwick Council</footer></body></html>"

    reading = read_bytes(page.encode(), name="log.html")

    assert {(one.text, one.reason) for one in reading.unread} == {
        ("Draft", HIDDEN),
        ("Estwick Council", AROUND),
    }
    assert sum(
        getattr(reading.coverage, one) for one in ("entries", "index", "furniture", "unread")
    ) == len(page)
    assert reading.coverage.unread == 0


KEPT = {
    "a record in a foot": ("<main><p>Log</p></main><footer><p>Request</p><p>Why?</p></footer>", "Why?"),
    "a menu of what the page has below": (
        "<nav><a href='#a'>Dogs in service</a><br><a href='#b'>Cats in service</a></nav>" + RECORDS.replace("\n", ""),
        "Dogs in service",
    ),
    "a file below the answer's element": (
        f"<div><div>{RECORDS}</div><div><a href='/files/answer.pdf'>Annex A</a></div></div>",
        "Annex A",
    ),
    "a paragraph below the records' element": (
        f"<div><div>{RECORDS}</div><div>The cats of the harbour were counted again in the spring, and there was one of them.</div></div>",
        "The cats of the harbour were counted again in the spring, and there was one of them.",
    ),
    "what a button opens": ("<a href='#more'>More</a><div id='more' hidden>Twelve</div>", "Twelve"),
}  # fmt: skip


@pytest.mark.parametrize(("page", "words"), KEPT.values(), ids=KEPT)
def test_what_may_belong_to_a_record_is_kept(page, words):
    assert words in texts(f"<html><body>{page}</body></html>")


def test_a_table_of_figures_is_no_layout_whatever_stands_around_it():
    page = (
        "<table border=0><tr><td><a href='/'>Home</a></td><td><h1>Figures</h1><p>By year.</p><table><tr><td>2021</td>"
        "<td>5</td></tr><tr><td>2022</td><td>7</td></tr></table><p>All were met.</p></td></tr></table>"
    )

    blocks = [one for one in page_document(page).blocks if one.aside is None]

    assert [one.kind for one in blocks] == [
        Kind.HEADING,
        Kind.PARAGRAPH,
        Kind.TABLE,
        Kind.PARAGRAPH,
    ]
    assert blocks[2].rows == (("2021", "5"), ("2022", "7"))


def test_a_page_of_many_hidden_parts_and_deep_elements_is_read_in_time():
    page = "<div class=menu>" * 3_000 + "<div hidden id=a><i>x</i>" * 3_000 + "<p class='" * 3_000

    assert page_document(page).text == page


def test_footnotes_stand_below_all_records_and_in_none():
    notes = '<section class="footnotes"><ol><li><p>Counts below five are rounded.</p></li></ol></section>'
    reading = read_bytes(
        f"<html><body><main>{RECORDS}{notes}</main></body></html>".encode(), name="log.html"
    )

    assert reading.entries[1].response == "None is kept."
    assert [(one.text, one.reason) for one in reading.unread] == [
        ("1. Counts below five are rounded.", NOTE)
    ]


@pytest.mark.parametrize(
    "head", ["<th>Case</th><th>Request and response</th>", "<th>Our reference</th><th>Details</th>"]
)
def test_a_cell_that_holds_request_and_response_is_read_as_both(head):
    row = "<tr><td>{}</td><td><p>Request:</p><p>{}</p><p>Response:</p><p>{}</p></td></tr>"
    rows = row.format("24-117", "How many dogs?", "Twelve.") + row.format(
        "24-118", "How many cats?", "None."
    )

    reading = read_bytes(
        f"<html><table border=1><tr>{head}</tr>{rows}</table></html>".encode(), name="log.html"
    )

    assert [(one.ref, one.request, one.response) for one in reading.entries] == [
        ("24-117", "How many dogs?", "Twelve."),
        ("24-118", "How many cats?", "None."),
    ]


def test_a_capital_that_becomes_two_signs_in_small_letters_moves_no_words():
    page = f"<p>{chr(0x130) * 20}</p><script>x = 1</script><p>We hold nothing.</p>"

    assert texts(page) == [chr(0x130) * 20, "We hold nothing."]
