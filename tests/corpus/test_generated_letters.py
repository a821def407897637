"""The letters that are made: their truth is what they print, in the forms in which bodies send them."""

import datetime as dt
import email
import zipfile
from email.policy import default
from io import BytesIO

import pytest

from tests.support.layouts.as_html import html
from tests.support.layouts.as_mail import headers, lines, mail
from tests.support.layouts.as_word import word
from tests.support.layouts.letter_topics import POTHOLES
from tests.support.layouts.letters import Point, Sheet, matter
from tests.support.layouts.measured import HALVES
from tests.support.layouts.nodes import Look, Made, Quote, para
from tests.support.log_scores import scores

LETTERS = [
    layout
    for half in HALVES.values()
    for layout in half
    if "letters" in layout.made.__module__.rpartition(".")[2]
]


@pytest.mark.parametrize("layout", LETTERS, ids=lambda layout: layout.name)
def test_a_letter_is_one_record_with_nothing_left_to_fill_in(layout):
    documents = layout.made()

    assert [len(made.truth["records"]) for made in documents] == [1] * len(documents)
    assert [made for made in documents if "{" in html(made)] == []


@pytest.mark.parametrize("layout", LETTERS, ids=lambda layout: layout.name)
def test_a_letter_is_the_same_each_time(layout):
    assert [html(made) for made in layout.made()] == [html(made) for made in layout.made()]


def test_an_answer_to_two_questions_is_that_of_each():
    sheet = Sheet(matter(1, POTHOLES, of=3), ("Q1.",))
    sheet.questions()

    sheet.tells(((2,), (3,)), Point("", "Neither is recorded.", ("not held",)))

    (record,) = sheet.made([], ref=None, request=[], response=[]).truth["records"]
    assert record["answers"] == {"2": "Neither is recorded.", "3": "Neither is recorded."}
    assert record["decisions"] == [["not held", "2,3"]]


def test_a_refusal_stands_where_it_was_wanted():
    about = matter(2, POTHOLES, of=4, refused={3: 1})

    assert [point.codes for point in about.points] == [(), (), ("not held",), ()]


def test_a_mail_marks_each_line_that_it_quotes():
    quoted = Quote((para("word " * 40), para("the end")), "mail")
    made = Made(
        (para("Good day"), quoted), {}, Look(mail=headers("RE: Lamps", dt.date(2024, 3, 21)))
    )

    read = email.message_from_bytes(mail(made), policy=default)

    first, gap, *rest = read.get_content().splitlines()
    assert (read["Subject"], read["Date"].datetime.date()) == ("RE: Lamps", dt.date(2024, 3, 21))
    assert (first, gap, rest[-1]) == ("Good day", "", "> the end")
    assert all(line.startswith(">") for line in rest)
    assert max(map(len, rest)) <= 74


def test_a_request_by_mail_goes_to_whom_it_names():
    sent = (*headers("FOI request", dt.date(2024, 3, 21)), ("To", "foi@bramwick.example"))

    read = email.message_from_bytes(mail(Made((para("Dear Council"),), {}, Look(mail=sent))))

    assert read.get_all("To") == ["foi@bramwick.example"]


def test_a_long_line_goes_on_as_far_in_as_it_began():
    assert lines("   a " + "word " * 20).splitlines()[1].startswith("   word")


def test_a_grey_box_is_seen_in_word_and_on_the_web():
    made = Made((Quote((para("Asked"),), "boxed"), para("Answered")), {})

    with zipfile.ZipFile(BytesIO(word(made))) as file:
        written = file.read("word/document.xml").decode()

    assert written.count('w:fill="E6E6E6"') == html(made).count('class="box"') == 1


def test_an_exception_of_the_regulations_is_asked_by_its_own_name():
    about = matter(3, POTHOLES, of=1).changed(1, codes=("EIR 12(4)(d)",))
    sheet = Sheet(about)
    sheet.questions()
    sheet.told((1,))
    truth = sheet.made([], ref="1", request=[], response=[]).truth
    read = {
        "ref": "1", "title": about.title, "request": "", "response": "", "tables": [], "links": [],
        "attachments": [], "outcomes": [], "exemptions": [],
        "questions": [{
            "label": "1", "text": "", "answer": "", "heading": "", "outcomes": ["withheld"],
            "exemptions": ["EIR 12(4)(d)"],
        }],
    }  # fmt: skip

    figure = scores({"index": [], "entries": [read]}, truth)["decisions"]

    assert (figure.right, figure.true) == (1, 1)
