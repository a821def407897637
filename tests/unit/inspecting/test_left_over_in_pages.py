"""What the marks of a web page say that nobody sees, and that no other rule looks at."""

import pytest

from answerable.inspecting.child import inspected
from answerable.inspecting.findings import Verdict

HEAD = '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Log</title>'
SAYS = {
    "the name of an attribute": '<p data-quillfeather="">East</p>',
    "a role that there is not": '<p role="quillfeather">East</p>',
    "a condition for Outlook": "<p>East<!--[if quillfeather]>--></p>",
    "a number that is no measure": '<img src="east.png" width="01632960123" height="40">',
    "a day that the page does not say": '<p><time datetime="1984-02-03">his birthday</time></p>',
    "an address of names": '<p xmlns:q="http://www.w3.org/Quillfeather">East</p>',
    "a string of a sheet of styles": '<style>p[title="Quillfeather"]{color:red}</style><p>East</p>',
    "a long string": f"<style>p{{quotes:'{'Quillfeather ' * 400}'}}</style><p>East</p>",
    "a string that goes on in the next line": "<style>p{quotes:'Quill\\\nfeather'}</style><p>East</p>",
    "a string with the other quotes in it": "<style>p{content:'\\'';quotes:'\"Quillfeather'}</style><p>East</p>",
    "a string without an end": "<style>p{quotes:'Quillfeather</style><p>East</p>",
    "a string behind fonts": '<style>p{font-family:"Quill Sans";quotes:"Quillfeather"}</style><p>East</p>',
    "a number in parts as classes": '<p class="07700 900 123">East</p>',
    "a number in parts as a name": '<p id="943-476-5919">East</p>',
    "a number behind a letter": '<p class="p07700900123">East</p>',
    "a number in parts behind a letter": '<p class="p07700 900 123">East</p>',
    "a number as an anchor": '<a name="x9434765919">East</a>',
    "a number in a style": '<p style="z-index:07700-900-123">East</p>',
    "a number as the side of a box": '<p style="margin:943 476 5919">East</p>',
    "more than the sides of a box": '<p style="margin:07 70 09 00 12">East</p>',
    "a number as the sides of a box": '<p style="margin:077 009 001 23">East</p>',
    "nine digits as the sides of a box": '<p style="margin:123 456 789">East</p>',
    "a number as a place outside a drawing": '<p coords="943 476 591">East</p>',
    "a word in brackets of an office": "<o:quillfeather>East</o:quillfeather>",
    "white letters in a box": '<input value="Quillfeather" style="color:white">',
    "letters beyond the edge of a box": f'<input value="{"East " * 8} Quillfeather">',
}
SAYS_NOTHING = {
    "a table": '<table border="1" bgcolor="#112233" style="width:100%;color:#fff"><tr><td align="right">1</table>',
    "a day that the page says": '<p><time datetime="2024-03-01">1 March 2024</time></p>',
    "styles of a table": "<style>input[type='text']{font-family:'Quill Sans',serif}</style><p>East</p>",
    "many fonts": '<style>p{font-family:"Quill Sans","Quill Serif",serif}</style><p>East</p>',
    "quotes in strings": '<style>p::before{content:"-"}a[type="text"]{quotes:"\\"" "\'"}</style><p>East</p>',
    "what Outlook begins with": "<!--[if gte mso 9]><xml></xml><![endif]--><p>East</p>",
    "short numbers": '<p id="p12" class="c12 c345 h2" style="margin:0 0 10px 20px;color:#12345678">East</p>',
    "sides of a box without a unit": '<p style="margin:10 10 10 10;padding: 12 24;color:#123">East</p>',
    "a day in a name": '<p id="p-2024-01-02">East</p>',
    "a box without a size": '<input size="0" value="East Ward">',
    "a box with a name in it": '<input type="text" size="30" value="East Ward of the hospital">',
}


def looked_at(body, doctype=HEAD):
    """Return what an inspection makes of a page with such a body."""
    return inspected(f"{doctype}</head><body>{body}</body></html>".encode(), "f.html")


@pytest.mark.parametrize("body", SAYS.values(), ids=SAYS)
def test_words_in_the_marks_of_a_page_are_asked_about(body):
    assert looked_at(body).verdict is Verdict.FINDINGS


@pytest.mark.parametrize("body", SAYS_NOTHING.values(), ids=SAYS_NOTHING)
def test_what_pages_say_by_themselves_asks_nothing(body):
    assert looked_at(body).verdict is Verdict.CLEAR


def test_words_in_the_declaration_of_a_page_are_asked_about():
    head = HEAD.replace("<!DOCTYPE html>", '<!DOCTYPE html PUBLIC "-//W3C//Quillfeather//EN">')

    assert "html.unread" in {one.code for one in looked_at("<p>East</p>", head).findings}


def test_a_font_that_nobody_has_is_noted():
    found, beside = (
        looked_at(f'<p><font face="{name}">East</font></p>') for name in ("Quillfeather", "Arial")
    )

    assert [one.evidence[:7] for one in found.findings] == ["2 names"]
    assert [one.evidence[:6] for one in beside.findings] == ["1 name"]
