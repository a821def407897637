"""Slides, OpenDocument, web pages and Markdown: what is seen stays, and what is not seen goes."""

import pytest
from odf import style, text
from pptx.util import Inches

from answerable.inspecting.rebuilding.rebuilding import rebuilt_here
from answerable.inspecting.rebuilding.rebuilt import CannotRebuild
from tests.support.planted.opendocuments import document as open_document
from tests.support.planted.presentations import slides
from tests.unit.inspecting.rebuilding.documents.making import page_of, text_made_of


def _bulleted(made, _):
    slide = made.slides.add_slide(made.slide_layouts[1])
    slide.shapes.title.text = "What we found"
    frame = slide.placeholders[1].text_frame
    frame.text = "Bins were emptied"
    inner = frame.add_paragraph()
    inner.text = "each week"
    inner.level = 1


def test_slides_follow_each_other_with_their_titles_and_the_signs_of_their_layout():
    page = page_of(slides(_bulleted), "f.pptx")

    assert "<h1>Bins by ward</h1>\n<hr>\n<h2>What we found</h2>" in page
    assert '<span class="mark">•</span><span class="said">Bins were emptied</span>\n<ul' in page
    assert '<span class="mark">–</span><span class="said">each week</span>' in page


@pytest.mark.parametrize("left", [1.0, 3.0])
def test_a_slide_with_a_filled_shape_over_words_of_a_text_is_refused(left):
    def fill(_, slide):
        slide.shapes.add_shape(1, Inches(left), Inches(0.6), Inches(2), Inches(0.5))

    with pytest.raises(CannotRebuild, match="Slide 1: a filled shape lies over text"):
        rebuilt_here(slides(fill), "f.pptx")


def test_a_filled_shape_beside_a_text_covers_nothing():
    said = text_made_of(
        slides(lambda _, slide: slide.shapes.add_shape(1, Inches(1), Inches(5), 900, 900)), "f.pptx"
    )

    assert said == "Bins by ward"


def test_lists_and_notes_of_an_open_document_are_numbered_as_they_are_shown():
    def fill(made):
        levels = text.ListStyle(name="Counted")
        levels.addElement(text.ListLevelStyleNumber(level=1, numformat="a", numsuffix=")"))
        levels.addElement(text.ListLevelStyleBullet(level=2, bulletchar="–"))
        made.automaticstyles.addElement(levels)
        points = text.List(stylename=levels)
        for words in ("one", "two"):
            point = text.ListItem()
            point.addElement(text.P(text=words))
            inner = text.List()
            below = text.ListItem()
            below.addElement(text.P(text=f"below {words}"))
            inner.addElement(below)
            point.addElement(inner)
            points.addElement(point)
        made.text.addElement(points)

    said = text_made_of(open_document(fill), "f.odt")

    assert said.endswith("a) one – below one b) two – below two")


def test_bold_words_inside_of_a_hidden_style_of_an_open_document_stay_hidden():
    def fill(made):
        hidden = style.Style(name="Hidden", family="paragraph")
        hidden.addElement(style.TextProperties(display="none"))
        bold = style.Style(name="Bold", family="text")
        bold.addElement(style.TextProperties(fontweight="bold"))
        made.automaticstyles.addElement(hidden)
        made.automaticstyles.addElement(bold)
        paragraph = text.P(stylename=hidden)
        paragraph.addElement(text.Span(stylename=bold, text="gone"))
        made.text.addElement(paragraph)
        made.text.addElement(text.P(text="kept"))

    assert text_made_of(open_document(fill), "f.odt").endswith("kept")


_HEAD = "<!DOCTYPE html><html lang='en-GB'><head><title>Bins</title><style>{}</style></head><body>{}</body></html>"


@pytest.mark.parametrize(
    ("sheet", "body", "said"),
    [
        ("", "<p>kept</p><p hidden>gone</p>", "kept"),
        (".a{display:none}", "<p>kept</p><p class='b a'>gone</p>", "kept"),
        ("#x p{display:none}", "<p>kept</p><div id=x><div><p>gone</p></div></div>", "kept"),
        (
            ".x > b{visibility:hidden}",
            "<p class=x>kept <b>gone</b><i><b>too</b></i></p>",
            "kept too",
        ),
        ("p{display:none} #a{display:block}", "<p id=a>kept</p><p>gone</p>", "kept"),
        ("#a{display:none} p{display:block}", "<p id=a>gone</p><p>kept</p>", "kept"),
        ("p{display:none !important} #a{display:block}", "<p id=a>gone</p><h1>kept</h1>", "kept"),
        ("@media print{p{display:none}}", "<p>kept</p>", "kept"),
        ("@media screen{p{display:none}}", "<p>gone</p><h1>kept</h1>", "kept"),
        (".n{background:#000} .n a{color:#fff}", "<p class=n><a>kept</a></p>", "kept"),
        (".n{color:#fff}", "<p class=n>gone</p><p>kept</p>", "kept"),
        ("", "<details><summary>kept</summary>gone</details>", "kept"),
        ("", "<p>kept<!-- gone --><script>gone</script><template>gone</template></p>", "kept"),
        ("", "<p><input value=kept><input type=hidden value=gone></p>", "kept"),
        ("", "<p><a href='mailto:gone@example.org'>kept</a></p>", "kept"),
        ("", "<ol start=3><li>a<li>b<ul><li>c</ul></ol>", "3. a 4. b • c"),
    ],
)
def test_a_page_says_what_a_browser_shows(sheet, body, said):
    made = page_of(_HEAD.format(sheet, body).encode(), "f.html")

    assert text_made_of(_HEAD.format(sheet, body).encode(), "f.html") == said
    assert "gone" not in made


def test_a_page_whose_sheets_hide_by_what_is_not_followed_is_refused():
    page = _HEAD.format("p:not(.a){display:none}", "<p>gone</p><p class=a>kept</p>")

    with pytest.raises(CannotRebuild, match="print the page to a PDF"):
        rebuilt_here(page.encode(), "f.html")


_MARKDOWN = b"""# Bins

There were **31** of them, *not* 2 * 3 [here](https://example.org/a) or [there](file:///c:/x).

- one
  1. inner
- two

| Ward | Bins |
|------|-----:|
| North | 31 |

> said

<!-- gone -->
"""


def test_markdown_is_what_it_stands_for():
    page = page_of(_MARKDOWN, "f.md")

    assert "<h1>Bins</h1>" in page
    assert "<strong>31</strong> of them, <em>not</em> 2 * 3 " in page
    assert '<a href="https://example.org/a">here</a> or there.' in page
    assert '<span class="mark">1.</span><span class="said">inner</span>' in page
    assert '<th scope="col">Ward</th>' in page
    assert "<blockquote>said</blockquote>" in page
    assert "gone" not in page


def test_markdown_keeps_its_paragraphs():
    page = page_of(b"Dear Sir or Madam,\n\nNorth 31\nSouth 27\n", "letter.md")

    assert "<p>Dear Sir or Madam,</p>\n<p>North 31 South 27</p>" in page
