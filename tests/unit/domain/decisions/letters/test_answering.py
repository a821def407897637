"""How an answer reads: in which order, in which words, and what it never gives away."""

import datetime as dt
from dataclasses import replace

import pytest

from answerable.domain.decisions.decision import Decision
from answerable.domain.decisions.estimates import estimate, work_of
from answerable.domain.decisions.letters import (
    AnsweredQuestion,
    ItemList,
    LetterTable,
    Quotation,
    Unsaid,
    answer_letter,
)
from answerable.domain.decisions.outcomes import Outcome
from answerable.domain.law.limbs import Need
from tests.support.answers import (
    DUE,
    OFFICE,
    SENT,
    complete,
    facts_of,
    letter_of,
    outcome_for,
    refused,
)
from tests.support.decisions import whole_ground


def texts(letter):
    """Return everything that a letter says, block by block."""
    found = []
    for section in letter.sections:
        found.append(section.heading)
        for block in section.blocks:
            if isinstance(block, ItemList):
                found += block.items
            elif isinstance(block, LetterTable):
                found += [block.caption, *(cell for row in block.rows for cell in row)]
            else:
                found.append(block.text)
    return found


def whole(letter):
    return "\n".join(texts(letter))


def headings(letter):
    return [one.heading for one in letter.sections]


@pytest.mark.parametrize(
    ("outcomes", "grounds", "words"),
    [
        (["disclosed"], [], "We hold this information, and here it is."),
        (["part_disclosed"], ["31(1)(a)"], "We give you part of it and withhold the rest"),
        (["withheld"], ["31(1)(a)"], "We hold this information. We are withholding it"),
        (["ncnd"], ["31(3)"], "We neither confirm nor deny that we hold this information."),
        (["not_held"], [], "We do not hold this information."),
        (["signposted"], [], "We do not hold this information ourselves."),
        (["elsewhere"], [], "You can get it here: https://opa.example/printers"),
        (["elsewhere"], ["21(1)"], "You can already get it without asking us"),
        (["cost_limit"], ["12(1)"], "We hold information that this question asks for."),
        (["cost_limit"], ["12(2)"], "We cannot tell you whether we hold this information"),
        (
            ["disclosed", "cost_limit"],
            ["12(2)"],
            "We cannot tell you whether we hold anything more",
        ),
        (["vexatious"], ["14(1)"], "we find that it is vexatious"),
        (["vexatious"], ["EIR 12(4)(b)"], "we find that it is manifestly unreasonable"),
        (["repeated"], ["14(2)"], "This is the earlier answer: recorded."),
        (["clarification"], [], "Please tell us this: which office you mean."),
        (["lapsed"], [], "withdrawn or closed before it was decided"),
        (["disclosed", "not_held"], [], "We do not hold the rest of what this question asks for."),
        (["disclosed", "withheld"], ["31(1)(a)"], "We hold more information"),
        (["disclosed", "ncnd"], ["31(3)"], "As for anything else within this question"),
        (["not_held"], ["EIR 12(4)(a)"], "refuse it under regulation 12(4)(a)"),
    ],
)
def test_each_outcome_has_its_words(outcomes, grounds, words):
    assert words in whole(letter_of(complete(*outcomes, grounds=grounds)))


@pytest.mark.parametrize(
    ("citation", "words"),
    [
        (
            "31(1)(g)",
            "section 31(2)(a) of the Freedom of Information Act 2000: to find out whether",
        ),
        ("36(2)(c)", "the qualified person, the chief executive, given on 2 November 2026"),
        ("40(2)", "40(3A)(a) of the Freedom of Information Act 2000: disclosure would break"),
        ("44(1)(a)", "Disclosure is forbidden by recorded."),
        ("42(1)", "The privilege is that of recorded."),
        ("22(1)", "already planned for its publication when you asked: recorded."),
        (
            "EIR 12(4)(d)",
            "Who is finishing this material, and when we expect it to be done: recorded.",
        ),
        ("EIR 12(5)(b)", "regulation 12(5)(b) of the Environmental Information Regulations 2004"),
        ("38(1)(a)", "disclosure would be likely to cause this harm: an attacker would know"),
        ("31(1)(a)", "here, preventing or detecting crime"),
        ("12(1)", "£600, which is 24 hours of one person’s work at £25 an hour"),
        ("12(1)", "The work comes to 100 hours, or £2,500, which is over the limit."),
        ("12(1)", "is not in these figures: redacting."),
    ],
)
def test_each_ground_says_what_the_person_should_know(citation, words):
    assert words in whole(letter_of(refused(citation)))


@pytest.mark.parametrize("need", [Need.NOT_SECTION_30, Need.EVIDENCE, Need.GIVEN_BY])
def test_what_is_recorded_for_the_office_alone_stays_out(need):
    citation = {Need.EVIDENCE: "14(1)", Need.GIVEN_BY: "41(1)"}.get(need, "31(1)(a)")
    ground = replace(whole_ground(citation), recorded={need: "a secret note"})
    question = replace(refused(citation), decision=Decision((Outcome.WITHHELD,), (ground,)))

    assert "a secret note" not in whole(letter_of(question))


def test_questions_stand_in_their_order_under_their_numbers_in_their_own_words():
    first, second = complete("disclosed", text="One?"), complete("not_held", text="Two?\n\na. b")

    letter = letter_of(first, second)

    assert headings(letter)[1:3] == ["Question 1", "Question 2"]
    quoted = [
        block.text
        for one in letter.sections
        for block in one.blocks
        if isinstance(block, Quotation)
    ]
    assert quoted == ["One?", "Two?\n\na. b"]


def test_a_question_keeps_its_printed_number_beside_ours():
    question = AnsweredQuestion(
        label="2a", text="x", decision=Decision((Outcome.NOT_HELD,)), printed="2(a)"
    )

    letter = answer_letter(facts_of(questions=(question,)), OFFICE)

    assert headings(letter)[1] == "Question 2a"
    assert "In your request this is 2(a)." in texts(letter)


def test_a_letter_about_some_of_the_questions_says_that_the_rest_is_apart():
    letter = letter_of(complete("disclosed"), complete("disclosed"), others=1)

    assert "You asked 3 questions. This letter is about 2 of them." in whole(letter)
    assert "You asked 2 questions" in whole(letter_of(complete("disclosed"), complete("not_held")))


def test_one_question_without_a_number_needs_none():
    letter = letter_of(questions=(complete("disclosed", label=""),))

    assert headings(letter)[1] == "Your question"
    assert "You asked" not in whole(letter)


def test_a_refusal_that_several_questions_share_is_written_once():
    shared, other = refused("31(1)(a)"), refused("42(1)")

    letter = letter_of(shared, other, shared, complete("disclosed"), shared)

    heading = (
        "Our reasons for questions 1, 3 and 5 under section 31(1)(a) of the Freedom of Information "
        "Act 2000"
    )
    assert headings(letter)[6] == heading
    assert whole(letter).count("here, preventing or detecting crime") == 1
    assert whole(letter).count(f"under “{heading}”") == 3
    assert "legal professional privilege" in whole(replace(letter, sections=letter.sections[2:3]))


def test_three_questions_in_a_row_are_a_range():
    letter = letter_of(*[refused("31(1)(a)")] * 4, complete("disclosed"), refused("31(1)(a)"))

    assert any("questions 1 to 4 and 6 under" in one for one in headings(letter))


def test_a_refusal_with_other_reasons_is_not_the_same():
    other = complete("withheld", grounds=[replace(whole_ground("31(1)(a)"), why="another reason")])

    letter = letter_of(refused("31(1)(a)"), other)

    assert not any("Our reasons" in one for one in headings(letter))


def test_the_same_estimate_for_several_questions_is_written_once():
    letter = letter_of(refused("12(1)"), refused("12(1)"))
    tables = [b for one in letter.sections for b in one.blocks if isinstance(b, LetterTable)]

    assert len(tables) == 1


def test_work_that_is_done_twice_at_once_shows_its_people_and_hours():
    question = complete("cost_limit", grounds=["12(1)"])
    made = estimate([work_of("locate:1000:2.5:2"), work_of("retrieve:7:1")], sample="ten files")
    question = replace(question, decision=replace(question.decision, estimate=made))

    letter = letter_of(question)

    table = next(b for one in letter.sections for b in one.blocks if isinstance(b, LetterTable))
    assert [row[1:] for row in table.rows] == [
        ("1,000", "2.5", "2", "83.33"),
        ("7", "1", "1", "0.12"),
    ]


@pytest.mark.parametrize("citation", ["31(3)", "40(5B)(a)(i)", "EIR 12(6)", "36(3)"])
def test_silence_is_the_same_whether_it_is_held_or_not(citation):
    if_held = refused(citation)
    if_not = AnsweredQuestion(
        label="1",
        text=if_held.text,
        decision=Decision((Outcome.NCND,), if_held.decision.grounds),
        searches="we looked everywhere",
    )

    held, not_held = (
        letter_of(one, refused("31(1)(a)"), complete("disclosed")) for one in (if_held, if_not)
    )

    assert held == not_held
    assert held.contents == not_held.contents


def test_silence_never_tells_of_a_ground_that_withholds():
    both = complete("ncnd", grounds=["31(1)(a)", "31(3)"])

    assert "is exempt" not in whole(letter_of(both))


@pytest.mark.parametrize("beside", [[], ["not_held"], ["clarification"], ["elsewhere"]])
@pytest.mark.parametrize("citation", ["31(1)(a)", "31(3)", "12(1)", "14(1)"])
def test_a_drafted_answer_to_a_refused_question_stays_out(citation, beside):
    letter = whole(letter_of(complete(outcome_for(citation), *beside, grounds=[citation])))

    for words in ("We have nineteen.", "Printers by office", "printers.csv", "Leased printers"):
        assert words not in letter


@pytest.mark.parametrize("weighing_too", [True, False])
def test_reasons_that_would_themselves_disclose_are_held_back(weighing_too):
    unsaid = Unsaid("31(1)(a)", "it would show what is watched", weighing_too=weighing_too)
    question = replace(refused("31(1)(a)"), unsaid=(unsaid,))

    letter = letter_of(question)

    said = whole(letter)
    assert "(section 17(4) of the Act): it would show what is watched." in said
    assert "the figures show" not in said
    assert "an attacker" not in said
    assert ("plans would be known" in said) is not weighing_too
    assert {"refusal.why", "refusal.public-interest"} <= letter.contents


def test_the_environmental_regulations_have_no_section_17_4():
    question = replace(refused("EIR 12(5)(b)"), unsaid=(Unsaid("EIR 12(5)(b)", "secret"),))

    assert "the figures show which systems are in use" in whole(letter_of(question))


@pytest.mark.parametrize(("days", "is_late"), [(-1, False), (0, False), (1, True)])
def test_a_late_answer_says_that_we_are_sorry(days, is_late):
    letter = letter_of(complete("disclosed"), sent_on=DUE + dt.timedelta(days=days))

    assert (
        "We are sorry that this answer is late. You should have had it by 30 November"
        in whole(letter)
    ) is is_late


@pytest.mark.parametrize(
    ("calendar", "words"),
    [
        ("uk-any@2026-11", "any part of the United Kingdom"),
        ("ew", "England and Wales"),
        ("our own", "(our own)"),
    ],
)
def test_a_late_answer_names_its_calendar(calendar, words):
    letter = letter_of(complete("disclosed"), sent_on=DUE + dt.timedelta(days=1), calendar=calendar)

    assert words in whole(letter)


@pytest.mark.parametrize(("name", "greeting"), [("A. Person", "Dear A. Person,"), (" ", "Hello,")])
def test_the_greeting_needs_no_name(name, greeting):
    assert texts(letter_of(complete("disclosed"), salutation=name))[1] == greeting


def test_the_regulator_has_the_name_of_the_day():
    renamed = replace(OFFICE, renamed_on=SENT)

    assert "the Information Commissioner (" in whole(letter_of(complete("disclosed")))
    assert "the Information Commission (" in whole(letter_of(complete("disclosed"), office=renamed))


def test_an_office_without_reviews_says_so():
    letter = letter_of(refused("31(1)(a)"), office=replace(OFFICE, has_review=False))

    assert "We have no procedure for internal reviews" in whole(letter)
    assert "Usually you must have had our review first" not in whole(letter)
    assert {"notice.review", "notice.complaint"} <= letter.contents


def test_an_answer_under_the_regulations_alone_has_their_notices_alone():
    alone, both = (
        letter_of(refused("EIR 12(5)(b)")),
        letter_of(refused("EIR 12(5)(b)"), refused("42(1)")),
    )

    assert "regulation 18" in whole(alone)
    assert "section 50" not in whole(alone)
    assert "regulation 18" in whole(both)
    assert "section 50" in whole(both)


@pytest.mark.parametrize("sent_on", [dt.date(2004, 12, 31), dt.date(2010, 1, 1)])
def test_a_limit_that_did_not_hold_yet_is_not_named(sent_on):
    letter = letter_of(refused("12(1)"), sent_on=sent_on)

    assert "notice.review" not in letter.contents


def test_a_name_cannot_add_a_paragraph():
    letter = letter_of(complete("disclosed"), salutation="A\n\nWe admit everything")

    assert "Dear A We admit everything," in texts(letter)


def test_braces_in_what_people_write_are_only_braces():
    question = complete("disclosed", text="{reference}", answer="{0.__class__} {due}")

    said = texts(letter_of(question, salutation="{name}"))

    assert {"{reference}", "{0.__class__} {due}", "Dear {name},"} <= set(said)


def test_five_hundred_questions_make_one_letter():
    letter = letter_of(*[refused("31(1)(a)"), complete("disclosed")] * 250)

    assert len(letter.sections) == 1 + 500 + 1 + 3
    assert whole(letter).count("here, preventing or detecting crime") == 1


@pytest.mark.parametrize("outcome", ["not_held", "elsewhere", "clarification"])
def test_an_explanation_stands_beside_what_gives_and_refuses_nothing(outcome):
    letter = letter_of(complete(outcome, answer="We stopped counting in 2020."))

    assert "We stopped counting in 2020." in texts(letter)


def test_paragraphs_of_an_answer_stay_paragraphs():
    said = texts(letter_of(complete("disclosed", answer="One.\n\nTwo\nlines.\n \nThree.")))

    assert {"One.", "Two\nlines.", "Three."} <= set(said)


def test_a_very_long_word_takes_no_longer_than_its_letters():
    long = "x" * 300_000
    ground = replace(whole_ground("31(1)(a)"), why=long, harm=f"{long}@")
    question = complete("part_disclosed", grounds=[ground], text=long, answer=long, caveats=(long,))

    said = whole(letter_of(question, salutation=long, reference=long))

    assert f"Why it applies here: {long}." in said
