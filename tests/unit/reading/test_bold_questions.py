"""Logs whose records have a heading, questions that are set apart, answers below them, and no label."""

import pytest

from answerable.reading import read_bytes

HEADED = "<h2>FOI {} – {}</h2>{}"


def log(*records):
    return "".join(HEADED.format(*record) for record in records).encode()


def told(page, name="log.html"):
    return [
        (entry.ref, entry.title, [(one.label, one.answer) for one in entry.questions])
        for entry in read_bytes(page, name=name).entries
    ]


TUGS = [("1", "There are six."), ("2", "Light oil.")]
BUOYS = [("1", "Two were lost."), ("2", "A trawler."), ("3", "£400")]

# How each writes two questions and three; the second has words that do not ask.
FORMS = {
    "bold behind plain numbers": (
        "<p>For a study of harbours I am interested in tugs.</p><p>1. <b>How many tugs are kept?</b></p><p>There are six.</p>"
        "<p>2. <b>What do they burn?</b></p><p>Light oil.</p>",
        "<p>Please provide me with:</p><p>(1) <b>The number of buoys lost</b></p><p>Two were lost.</p>"
        "<p>(2) <b>The finder of each</b></p><p>A trawler.</p><p>(3) <b>The cost of a new one</b></p><p>£400</p>",
    ),
    "bold with its number, nothing above": (
        "<p><b>1. How many tugs are kept?</b></p><p>There are six.</p><p><b>2. What do they burn?</b></p><p>Light oil.</p>",
        "<p><b>1. How many buoys were lost?</b></p><p>Two were lost.</p><p><b>2. Who found them?</b></p><p>A trawler.</p>"
        "<p><b>3. What does a new one cost?</b></p><p>£400</p>",
    ),
    "italics": (
        "<p>I write for a society of seafarers.</p><p>Q1. <i>How many tugs are kept?</i></p><p>There are six.</p>"
        "<p>Q2. <i>What do they burn?</i></p><p>Light oil.</p>",
        "<p>Our members wonder about buoys.</p><p>And about lights.</p><p>Q1. <i>Number of buoys lost</i></p><p>Two were lost.</p>"
        "<p>Q2. <i>Finder of each</i></p><p>A trawler.</p><p>Q3. <i>Cost of a new one</i></p><p>£400</p>",
    ),
    "question marks alone": (
        "<p>I am curious about tugs.</p><p>1) How many tugs are kept?</p><p>There are six.</p><p>2) What do they burn?</p><p>Light oil.</p>",
        "<p>1) How many buoys were lost?</p><p>Two were lost.</p><p>2) Who found them?</p><p>A trawler.</p><p>3) What does a new one cost?</p><p>£400</p>",
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_questions_that_are_set_apart_have_their_answers_below(form):
    tugs, buoys = FORMS[form]

    found = told(log((2101, "Tugs", tugs), (2102, "Buoys", buoys)))

    assert found == [("FOI 2101", "Tugs", TUGS), ("FOI 2102", "Buoys", BUOYS)]


def test_one_question_in_bold_ends_what_introduces_it():
    one = "<p>I write to make a request.</p><p><b>Please confirm how many tugs were sold.</b></p><p>None was sold.</p>"

    found = told(log((2101, "Sold tugs", one), (2102, "Tugs", FORMS["italics"][0])))

    assert found == [
        ("FOI 2101", "Sold tugs", [(None, "None was sold.")]),
        ("FOI 2102", "Tugs", TUGS),
    ]


def test_a_record_without_an_answer_to_its_last_question_keeps_the_others():
    page = log(
        (2101, "Tugs", FORMS["bold behind plain numbers"][0] + "<p>3. <b>Who steers them?</b></p>"),
        (2102, "Buoys", FORMS["bold behind plain numbers"][1]),
    )

    assert told(page)[0][2] == [*TUGS, ("3", None)]


@pytest.mark.parametrize(
    "note",
    [
        "This response was updated following a query.",
        "This answer has been corrected, as a figure was wrong.",
        "This entry has since been amended.",
        "This reply was last revised on 3 May 2024.",
    ],
)
def test_a_note_on_the_record_answers_nothing(note):
    tugs, buoys = FORMS["italics"]

    found = told(
        log(
            (2101, "Tugs", f"{tugs}<p><em>{note}</em></p>"),
            (2102, "Buoys", f"{buoys}<p>{note}</p>"),
        )
    )

    assert [answers for *_, answers in found] == [TUGS, BUOYS]


def test_chapters_with_bold_headings_are_no_records():
    chapter = "<p>The harbour was dredged.</p><p><b>What was found in the silt</b></p><p>Zinc was found.</p>"
    page = "".join(f"<h2>Chapter {one}</h2>{chapter}" for one in ("one", "two", "three")).encode()

    assert read_bytes(page, name="report.html").entries == ()


def test_markdown_says_the_same():
    page = (
        "## FOI 2101 – Tugs\n\nFor a study.\n\n1. **How many tugs are kept?**\n\nThere are six.\n\n2. **What do they burn?**\n\nLight oil.\n\n"
        "## FOI 2102 – Buoys\n\n1. **Number of buoys lost**\n\nTwo were lost.\n\n2. **Finder of each**\n\nA trawler.\n\n"
        "3. **Cost of a new one**\n\n£400\n"
    ).encode()

    assert told(page, "log.md") == [("FOI 2101", "Tugs", TUGS), ("FOI 2102", "Buoys", BUOYS)]
