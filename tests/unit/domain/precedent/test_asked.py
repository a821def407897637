"""What a question is about, and what is asked of it."""

import pytest

from answerable.domain.precedent.asked import reader_of
from answerable.domain.precedent.relations import Relation, related
from answerable.domain.precedent.thesaurus import usual_groups
from answerable.matching.analysis import stem_of
from tests.support.asking import DAY, asked

POINTS = [
    ("How many drones do you own?", "how many"),
    ("Number of drones", "how many"),
    ("How many fines were paid?", "how many"),
    ("How many interns are there, and how much were they paid?", "how many, how much"),
    ("Current backlog of repairs", "how many"),
    ("What did you spend on drones?", "how much"),
    ("Total cost of drones and who supplies them", "how much, supplier"),
    ("Please send me your drone policy", "copy"),
    ("A copy of the contract for drones", "copy"),
    ("When does the drone contract end?", "when"),
    ("Who is responsible for drones?", "person"),
    ("Drones: manufacturer, contract end date and number", "how many, maker, when"),
    ("Why were the drones sold?", "why"),
    ("How long does a repair take?", "how long"),
    ("What percentage of drones are broken?", "share"),
    ("Do you use drones, and if so which?", "whether, which"),
    ("1. Do you own drones?\n2. Which?", "whether, which"),
    ("FTE of the drone team", "full-time equivalents"),
    # A bare noun phrase with a period asks for a number.
    ("Drone accidents, 2021", "how many"),
    ("Drone accidents", ""),
    # These words say what a question is about.
    ("Cameras that read number plates", ""),
    ("How many fires broke out where nobody lived?", "how many"),
    ("What has the board paid to consultants?", "how much"),
    ("The grounds maintenance team", ""),
    ("The social media polciy", "copy"),
    ("Officers who complained", ""),
]


@pytest.mark.parametrize(("text", "points"), POINTS)
def test_what_is_asked_of_a_thing_is_read_from_its_wording(text, points):
    assert ", ".join(sorted(asked(text).points)) == points


TERMS = [
    ("Your PBX", "telephon system"),
    ("The phone system that you use", "telephon system"),
    ("Our unified communications", "telephon system"),
    ("SEND pupils", "special educ need, pupil"),
    ("Please send us pupils' results", "pupil, result"),
    ("MFDs", "multifunct devic"),
    ("How many trains were cancelled?", "rail, cancel"),
    ("How many staff were trained?", "staff, train"),
    ("legal costs", "legal fee"),
    # Lengths of time and numbers.
    ("cases older than six months", "more than, 26 weeks"),
    ("cases open for over 26 weeks", "open, more than, 26 weeks"),
    ("cases after half a year", "more than, 26 weeks"),
    ("staff below the real living wage", "staff, less than, live wage"),
    ("rooms above the safe noise threshold", "room, more than, safe, nois, threshold"),
    ("sites below ground and over target", "site, ground, more than, target"),
    ("calls answered within an hour", "call, answer, less than, 60 minutes"),
    ("ambulances more than 7 yrs old", "ambul, more than, 364 weeks, old"),
    ("staff who earned over £100,000", "staff, over 100000"),
    ("Band 5 nurses", "band 5, nurs"),
    # Names.
    ("complaints about the University of Brackwater", "complaint, universiti of brackwat"),
    ("complaints about HMP Fallow Gate", "complaint, hmp fallow gate"),
    ("fires told to Easterly Fire and Rescue Service", "fire, easter fire and rescu servic"),
    # An abbreviation that is written out as well is one thing.
    ("MFDs (Multi-functional devices)", "multifunct devic"),
    ("Neighbourhood Drone Patrols (NDPs)", "neighbourhood, drone, patrol"),
    # The rest.
    ("complaints that were not upheld", "complaint, not uphold"),
    ("homes that are unoccupied", "home, empti"),
    ("desktops that are unsupported", "desktop comput, unsupport"),
    ("staff who have never been vetted", "staff, not vet"),
    ("unarmed officers", "unarm, polic officerx"),
    ("unlit roads", "not lit, road"),
    # Formulae, courtesies, and how the body is called.
    ("Under the Freedom of Information Act 2000 please provide the following: drones", "drone"),
    ("I would be grateful if you could tell me about your council's drones", "drone"),
    ("the drones of the transport executive", "drone"),
    ("Dear Sirs, please send me the information that I asked for. Yours faithfully", ""),
    # Small words are no other words of one stem: severance, periodicals, informants.
    ("on several occasions, in the period for which you have information: drones", "drone"),
    ("informants", "inform"),
    ("", ""),
    ("2021", ""),
    ("???", ""),
]


@pytest.mark.parametrize(("text", "terms"), TERMS)
def test_what_a_question_is_about_is_told_by_its_terms(text, terms):
    shown = ["not " * one.is_turned + one.stem for one in asked(text).terms]

    assert ", ".join(shown) == terms


BREAKDOWNS = [
    ("Arrests by age and sex", "age, gender"),
    ("Arrests, broken down by ethnicity", "ethnicity"),
    ("Arrests per month for each force", "force, month"),
    ("Arrests by year", ""),
    ("Arrests by dogs", ""),
]


@pytest.mark.parametrize(("text", "breakdowns"), BREAKDOWNS)
def test_what_figures_are_broken_down_by_is_no_term(text, breakdowns):
    found = asked(text)

    assert ", ".join(sorted(found.breakdowns)) == breakdowns
    assert [one.stem for one in found.terms][:1] == ["arrest"]


STORY = """Dear team,
I have lived on the estate for thirty years and have seen four contractors come and go without a word of thanks.
My neighbour and I have been told by three different people that nobody counts such things at all.
Please tell me how many lifts broke down in 2022.
If the cost limit is likely to be exceeded please answer for one month only.
Thank you for your time."""


def test_the_name_of_the_body_that_is_asked_is_no_term_in_any_of_its_forms():
    reader = reader_of(stem_of, usual_groups(), ["IOPC"])

    read = reader.asked("Drones of the Independent Office for Police Conduct", DAY)

    assert [one.stem for one in read.terms] == ["drone"]


def test_in_a_long_message_only_the_asking_part_is_compared():
    found = asked(STORY)

    assert [one.printed for one in found.terms] == ["lifts", "broke"]
    assert found.period == "2022"


SENTENCES = [
    # What a long question says of itself asks nothing, and "e.g." ends no sentence that asks.
    (
        "What is the number of days lost by firefighters through injury, e.g. burns, falls or any other harm. I would like "
        "this information to be provided for each of the last four calendar years as follows: 2020, 2021, 2022 and 2023.",
        "lost, firefighters, injury",
    ),
    (
        "Lifts: the firm's name. If no information is available, please can you say why?",
        "Lifts, firm",
    ),
    ("How many lifts are there (if it is not held by site, the total will do)?", "lifts"),
    ("A copy of your I.T. policy", "IT, policy"),
    ("How many lifts do you have? If there is more than one supplier please split them.", "lifts"),
]


@pytest.mark.parametrize(("text", "terms"), SENTENCES)
def test_what_is_said_to_whoever_answers_is_left_out(text, terms):
    assert ", ".join(one.printed for one in asked(text).terms) == terms


LETTER = """Dear Sir or Madam,

I would like to make a request under the Freedom of Information Act about your {about} system.

1. Who supplies it, and when does the contract end?
2. How many users are licensed, and what does a licence cost each year?
3. Is the system hosted by the supplier, or by the college itself on servers of its own?

I look forward to hearing from you.
"""


def test_what_a_letter_is_about_may_stand_above_its_questions():
    one, other = asked(LETTER.format(about="payroll")), asked(LETTER.format(about="library"))

    assert one.terms[0].printed == "payroll system"
    assert related(one, other).relation is Relation.SAME_NEW_SUBJECT


def test_a_greeting_that_goes_on_to_ask_leaves_the_question():
    text = "Dear team, for 2022 I would like to know how many swans nested."

    found = asked(f"{text} {'I walk by the river every day and like to see them. ' * 6}")

    assert ([term.printed for term in found.terms], found.period) == (["swans", "nested"], "2022")


def test_a_very_long_text_is_read_as_far_as_its_beginning():
    assert asked("How many drones? " + "word " * 20_000).points == {"how many"}


def test_a_sum_is_asked_for_once_however_often_it_is_called_so():
    once, twice = (
        asked("How much was spent on drones?"),
        asked("How much for drones, how much for kites?"),
    )

    assert (once.times, twice.times) == (1, 2)


def test_a_word_with_un_before_it_is_the_rest_of_that_word():
    found = related(asked("How many pits were unfenced in 2022?"), asked("Pits fenced in 2022"))

    assert found.relation is Relation.OPPOSITE
