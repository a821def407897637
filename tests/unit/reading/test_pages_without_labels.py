"""Pages that label neither what was asked nor what was told, and what else stands on such pages."""

import datetime as dt

import pytest

from answerable.reading import read_bytes
from tests.unit.reading.test_pages_of_one_record import ASKED, TOLD, h, only, p, page

BOTH = "1) How many ponds does the Board keep?\n2) The cost of each pond in the last year."
OURS = "In response to questions 1 and 2 the Board keeps nine ponds, at £410 each."


def pairs(entry):
    return [(one.label, one.text, one.answer) for one in entry.questions]


def test_questions_stand_each_above_its_answer_below_a_title():
    entry = only(f"Ponds in parks\n\n{BOTH}\n\n{OURS}\n\n3) Who cleans them?\n\nFollowing on from our response to questions 1 and 2, "
                 "two gardeners clean them.\n", ending="txt")  # fmt: skip

    assert entry.title == "Ponds in parks"
    assert [(one.label, one.text) for one in entry.questions] == [
        ("1", "How many ponds does the Board keep?"),
        ("2", "The cost of each pond in the last year."),
        ("3", "Who cleans them?"),
    ]
    assert ["nine ponds" in one.answer for one in entry.questions] == [True, True, False]
    assert entry.questions[2].answer.endswith("two gardeners clean them.")


def test_what_answers_a_list_begins_where_the_body_speaks():
    told = "We have searched, and we do not hold figures for single ponds."
    entry = only(
        f"Skip to content\n\nPonds (31/QX/12)\n\n{BOTH}\n\nI look forward to hearing from you.\n\n{told}\n\nTwo gardeners clean them.\n",
        ending="txt",
    )

    assert (entry.ref, entry.title) == ("31/QX/12", "Ponds")
    assert (entry.response, len(entry.questions)) == (f"{told}\n\nTwo gardeners clean them.", 2)


def test_a_page_that_only_asks_has_no_response():
    text = f"Ponds\n\nUnder the Freedom of Information Act 2000:\n\n{BOTH}\n\nIf you do not hold this, please tell me who does.\n"

    reading = read_bytes(text.encode(), name="page.txt")

    assert (reading.kind, [one.response for one in reading.entries]) == ("requests", [""])


def test_a_list_that_says_what_a_word_means_asks_nothing():
    entry = only(page(h("Ponds", 1), h("Request"), p("Please send all papers on ponds."), p("By papers I am referring to:"),
                      "<ul><li>Letters</li><li>Minutes</li></ul>", h("Response"), p(TOLD)))  # fmt: skip

    assert [one.label for one in entry.questions] == [None]


def test_letters_below_bullets_begin_again_with_each():
    asked = "<ul><li>How many ponds were there in:</li></ul><p>a) 2030</p><p>b) 2031</p><ul><li>How many were dry in:</li></ul><p>a) 2030</p><p>b) 2031</p>"
    entry = only(page(h("Ponds", 1), h("Request"), asked, h("Response"), p(TOLD)))

    assert [(one.label, one.heading) for one in entry.questions] == [
        ("1a", "How many ponds were there in"), ("1b", "How many ponds were there in"),
        ("2a", "How many were dry in"), ("2b", "How many were dry in"),
    ]  # fmt: skip


def test_lines_that_ask_are_questions_with_or_without_their_mark():
    lines = ("How many ponds are there in parks.", "How deep are they?", "Who cleans them?")
    entry = only(page(h("Ponds", 1), h("Request"), *map(p, lines), h("Response"), p(TOLD)))

    assert [one.text for one in entry.questions] == [*lines]


@pytest.mark.parametrize(
    "said",
    [
        "We use some essential cookies to make our website work. You can change this.",
        "Your cookie preferences have been saved. You can update them at any time.",
        "Quickly exit this site by pressing the Escape key",
        "This site is a beta, which means that it is not finished.",
    ],
)
@pytest.mark.parametrize("ending", ["html", "txt"])
def test_what_a_page_says_of_itself_is_set_aside(said, ending):
    parts = (said, "Ponds", "Request", ASKED, "Response", TOLD)
    text = page(*map(p, parts)) if ending == "html" else "\n\n".join(parts)

    entry = only(text, ending=ending)

    assert (entry.title, entry.request, entry.response) == ("Ponds", ASKED, TOLD)


@pytest.mark.parametrize(
    "told",
    ["There is nothing recorded that would answer this.", "Nothing held would answer this.", "We hold no specific recorded information."],
)  # fmt: skip
def test_nothing_recorded_is_not_held(told):
    entry = only(page(h("Ponds", 1), h("Request"), p(ASKED), h("Response"), p(told)))

    assert [one.value for one in entry.outcomes] == ["not_held"]


def test_questions_and_answers_by_labels_alone_need_no_words_of_a_question():
    text = "The Board: disclosure log\n\n" + "\n\n".join(
        f"{title} ({ref})\n\nReceived {day} May 2031, answered 9 June 2031\n\nPlease answer what follows.\n\n"
        f"Q1: Depth of the {title.lower()}\nA1: Two metres, {day} in all.\n\nQ2: Yearly cost of cleaning\nA2: £{day}12."
        for title, ref, day in (("Ponds", "QX4461", 3), ("Wells", "QX4483", 4), ("Troughs", "QX4500", 5))
    )  # fmt: skip

    entries = read_bytes(text.encode(), name="log.txt").entries

    assert [(one.ref, one.title) for one in entries] == [("QX4461", "Ponds"), ("QX4483", "Wells"), ("QX4500", "Troughs")]  # fmt: skip
    assert [one.answer for one in entries[1].questions] == ["Two metres, 4 in all.", "£412."]


def test_cells_of_a_sheet_hold_a_number_over_a_day_and_a_title_over_questions():
    text = "Request,Summary of request,Summary of reply\n" + "".join(
        f'"QX {ref}\n{day}.05.2031","Ponds in {place}\nI am writing a book, and ask:\n(i) How many are there?\n(ii) Who cleans them?",'
        '"(i) Nine.\n(ii) Gardeners do."\n'
        for ref, day, place in ((5446, 19, "parks"), (5452, 21, "woods"), (5466, 22, "yards"))
    )  # fmt: skip

    entries = read_bytes(text.encode(), name="log.csv").entries

    assert [(one.ref, one.title) for one in entries] == [
        ("QX 5446", "Ponds in parks"), ("QX 5452", "Ponds in woods"), ("QX 5466", "Ponds in yards"),
    ]  # fmt: skip
    assert entries[0].received_on == dt.date(2031, 5, 19)
    assert [one.answer for one in entries[0].questions] == ["Nine.", "Gardeners do."]


def test_the_column_for_a_service_names_no_record():
    text = "Ref,Service,Request,Reply\n" + "".join(
        f'QX{ref},Corporate,"Ponds in {place}\na) How many are there?\nb) Who cleans them?","a) Nine.\nb) Gardeners do."\n'
        for ref, place in ((5446, "parks"), (5452, "woods"), (5466, "yards"))
    )

    entries = read_bytes(text.encode(), name="log.csv").entries

    assert [one.title for one in entries] == ["Ponds in parks", "Ponds in woods", "Ponds in yards"]


def test_the_wordiest_column_in_front_of_the_response_is_the_request():
    asked = (
        "Please tell me how many ponds there are in all of the parks that the Board looks after."
    )
    text = f"Case_Ref,Case_Title,Words_Used,Final_Response\nQX-77717,Ponds,{asked},There are nine.\nQX-77718,Wells,{asked},There are two.\n"

    entries = read_bytes(text.encode(), name="log.csv").entries

    assert [(one.title, one.request, one.response) for one in entries] == [
        ("Ponds", asked, "There are nine."), ("Wells", asked, "There are two."),
    ]  # fmt: skip
