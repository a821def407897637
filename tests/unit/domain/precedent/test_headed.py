"""What stands above two questions: what their requests are about, and what is asked below another heading."""

import datetime as dt

import pytest

from answerable.domain.precedent.above import above_text, parts_of
from answerable.domain.precedent.leaning import standing_above
from answerable.domain.precedent.relations import related
from tests.support.asking import DAY, asked

LEAD = "Please let me have the following for your contract for {}:"


def read(title, *questions):
    """Return the questions of a request as they are compared."""
    above = standing_above(questions, title)
    return [asked(text, DAY, under) for (text, _), under in zip(questions, above, strict=True)]


def told(one, other):
    found = related(one, other)
    return found.relation.value if found else "nothing"


def test_what_is_carried_and_what_tells_the_topic_are_told_apart_again():
    above = above_text(["Skips\n\nin May", "2021"], ["Waste", "Hire of skips"])

    assert parts_of(above) == ("Skips\nin May\n2021", "Waste\nHire of skips")
    assert parts_of(above_text(["Skips"], [])) == ("Skips", "")
    assert parts_of(above_text([], ["Waste"])) == ("", "Waste")


def test_the_title_of_a_request_and_its_headings_tell_what_it_is_about():
    questions = [
        ("How many were lost at sea in the storm?", "1. Buoys"),
        ("How much did the search parties cost?", "2. Searches"),
    ]

    above = [parts_of(one) for one in standing_above(questions, "Harbour safety")]

    assert above[1] == ("", "Harbour safety\n1. Buoys\n2. Searches")


def test_a_title_that_says_only_that_something_is_asked_tells_nothing():
    (one,) = read("Freedom of information request", ("How many swans were ringed?", None))

    assert one.topic == frozenset()


def test_what_stands_above_says_that_two_questions_without_a_common_word_are_about_one_thing():
    count, cost = read(
        "Ringing of swans",
        ("How many birds were caught at Gull Quay in the winter?", None),
        ("Who trains the volunteers?", None),
    )

    assert told(cost, count) == "related"
    assert told(asked("Who trains the volunteers?"), asked(count.text)) == "nothing"


def test_one_topic_of_two_titles_is_enough_however_many_words_the_questions_have_of_their_own():
    (count,) = read(
        "Moorings", ("How many yachts sank, burnt or drifted ashore at the quay in gales?", None)
    )
    (form,) = read(
        "Moorings", ("Please send the form on which tenants apply for a berth or winch.", None)
    )
    (other,) = read("Beehives", ("Who keeps the honey, the wax and the smoke guns?", None))

    assert told(form, count) == "related"
    assert told(other, count) == "nothing"


def test_the_title_of_one_question_may_say_what_the_other_asks_about():
    (count,) = read("Moorings", ("How many yachts sank in gales?", None))
    alone = asked("Who repairs the moorings?")

    assert told(alone, count) == "related"


@pytest.mark.parametrize(
    "text", ["Contract expiry: day, month and year.", "Number of sites covered by it"]
)
def test_the_same_below_another_heading_is_about_another_subject(text):
    (lifts,) = read("Lifts", (text, LEAD.format("passenger lifts")))
    (caterers,) = read("Catering", (text, LEAD.format("staff catering")))

    assert told(lifts, caterers) == "same_new_subject"
    assert told(lifts, lifts) == "same"


def test_an_average_is_not_the_highest():
    average = asked("What was the average fine paid by the owners of boats?", dt.date(2024, 6, 3))
    highest = asked("What was the highest fine paid by the owners of boats?", dt.date(2024, 6, 3))

    assert told(average, highest) == "related"


def test_what_befell_things_is_counted_and_not_the_things():
    bites = asked("The number of ferrets that bit a keeper in 2022")
    notices = asked("The number of warnings given after bites by ferrets in 2022")
    warnings = asked("How many warnings were given in 2022?")

    assert told(notices, warnings) != "related"
    assert told(notices, bites) == "related"
