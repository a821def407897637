"""More forms in which bodies put up what they were asked: letters that stand alone, numbers in bold, notices below answers."""

from answerable.reading import read_bytes
from tests.unit.reading.test_pages_of_bodies import answers
from tests.unit.reading.test_pages_of_one_record import ASKED, TOLD, h, only, p, page


def test_letters_in_lines_of_their_own_count_questions_and_answers():
    entry = only(
        page(h("Ponds (FOI)", 1), p("Produced by the Freedom of Information office"), p("Authored by the Government of Ponds and published on 28 March 2031."),
             p("Prepared internally, no external costs."), h("Request"), p("I ask about ponds in the parks."), p("<b>A</b>"), p("How many ponds are there?"),
             p("<b>B</b>"), p("Who cleans the ponds?"), h("Response"), p("<b>A</b>"), p("There are nine."), p("<b>B</b>"), p("Nobody cleans them."))
    )  # fmt: skip

    assert entry.title == "Ponds (FOI)"
    assert answers(entry) == [("A", "There are nine."), ("B", "Nobody cleans them.")]


def test_letters_that_do_not_count_on_stay_words_of_their_own():
    entry = only(page(h("Ponds", 1), h("Request"), p(ASKED), h("Response"), p("<b>A</b>"), p("Nine."), p("<b>D</b>"), p("Ten.")))  # fmt: skip

    assert entry.response == "A\n\nNine.\n\nD\n\nTen."


def test_questions_in_bold_that_count_below_a_title_are_one_request():
    entry = only(
        page(h("Ponds in parks", 1), p("I kindly request what is below, broken down by year."), p("<b>1. The number of people who complained of a pond.</b>"),
             p("To look would exceed the appropriate limit under Section 12 of the Act. We would need to read all complaints."), p("Unfortunately, this cannot be refined."),
             p("<b>2. The number of people who fell into one.</b>"), p("<b>3. The total that the Board paid to them.</b>"),
             p("For question 2 and 3, what is below is of claims:"), p("1st June 2029 to 31st May 2030 – 7 claims, £380 paid"), p("1st June 2030 to 31st May 2031 – 9 claims, £410 paid"))
    )  # fmt: skip

    told = dict(answers(entry))
    assert (entry.title, [*told]) == ("Ponds in parks", ["1", "2", "3"])
    assert ["of claims" in (told[label] or "") for label in ("1", "2", "3")] == [False, True, True]


def test_a_heading_in_capitals_over_reasons_is_no_document_that_came_with_the_answer():
    entry = only(
        page(h("Ponds (330/31)", 1), h("Request"), p(ASKED), h("Response"), p("Please see our response attached."), p("REASONS FOR DECISION"),
             p("We neither confirm nor deny that anything else is held by virtue of the following exemptions:"), p("Section 31(3) Law Enforcement."))
    )  # fmt: skip

    assert not entry.attachments
    assert "31(3)" in entry.exemptions


def test_letters_of_an_offices_own_stand_behind_those_of_the_act():
    entry = only(page(h("FOI T187/31 - Ponds in parks", 1), p("<b>You asked:</b>"), p(ASKED), p("<b>We replied:</b>"), p(TOLD)))  # fmt: skip

    assert (entry.ref, entry.title) == ("T187/31", "Ponds in parks")


def test_thanks_for_the_request_begin_the_response():
    entry = only(
        "FOI 11611\n\nPonds and Fountains\n\nUnder the Freedom of Information Act 2000, I would like to request the following information regarding ponds:\n\n"
        "1. How many ponds did you dig?\n\n2a. What did they cost?\n\n2b. How many were there at the end?\n\n"
        "Thank you for your Freedom of Information request detailed below. There are no ponds in the Borough.\n",
        ending="txt",
    )

    assert (entry.ref, entry.title) == ("FOI 11611", "Ponds and Fountains")
    assert [one.label for one in entry.questions] == ["1", "2a", "2b"]
    assert entry.response.startswith("Thank you for your Freedom")


def test_letters_may_count_what_a_page_asks_below_its_number():
    asked = "A) How many reports of ponds were made\nB) How many of these were looked at\nC) How many were ponds"
    entry = only(f"Reference: F-00843\n\nI am interested in ponds.\n\n{asked}\n\nIf this is the case for you, please just provide answers for A.\n", ending="txt")  # fmt: skip

    assert entry.ref == "F-00843"
    assert [one.label for one in entry.questions] == ["A", "B", "C"]


def test_requests_that_count_below_the_only_reference_are_its_questions():
    def part(number, asked):
        return p(f"<b>Request {number}</b>") + p(asked)

    entry = only(
        page(p("November 30, 2031 | Parks"), h("Ponds", 1), p("Reference: F-2031-02577"), part(1, "Please confirm whether there are ponds."),
             part(2, "If so, how long there have been any."), part(3, "How many were dug since?"))
    )  # fmt: skip

    assert (entry.ref, entry.title) == ("F-2031-02577", "Ponds")
    assert [one.label for one in entry.questions] == ["1", "2", "3"]


def test_a_remark_in_bold_below_a_title_is_no_part_of_it():
    entry = only(page(h("Notices for ponds", 1), p("<b>See notes</b>"), p("I am writing to request information under the Freedom of Information Act 2000 about notices for ponds."),
                      p("1. How many ponds have one?"), p("2. Please provide the total of them by year.")))  # fmt: skip

    assert entry.title == "Notices for ponds"


def test_the_day_of_a_version_is_no_title():
    bold = [p(f"<b>{n}. How many ponds were {what} during these times?</b>") for n, what in enumerate(("dug", "drained"), 1)]  # fmt: skip
    entry = only(page(h("Ponds", 1), p("<b>Freedom of Information Act request number: 2031-125</b>"), p("Version date: 04/03/2031"),
                      p("The Board has provided the following information:"), p("Please could you provide the following:"),
                      bold[0], p("Nine"), bold[1], p("None")))  # fmt: skip

    assert (entry.ref, entry.title) == ("2031-125", "Ponds")
    assert answers(entry) == [("1", "Nine"), ("2", "None")]


def test_what_is_asked_again_with_its_answer_in_brackets_is_answered():
    asked = ["Please state the name of the Board?", "Do you have any ponds?"]
    first = "\n\n".join(f"Question {n}: {text} [____]" for n, text in enumerate(asked, 1))
    again = "\n\n".join(f"Question {n}: {text} [{told}]" for n, (text, told) in enumerate(zip(asked, ("Pond Board", "YES, 12"), strict=True), 1))  # fmt: skip
    reading = read_bytes(f"Ponds\n\nCustomer Request Details\n\n{first}\n\nThank you for your request for information, which has now been processed.\n\n{again}\n".encode(), name="page.txt")  # fmt: skip

    (entry,) = reading.entries
    assert [(one.label, "Pond Board" in (one.answer or "") or "YES, 12" in (one.answer or "")) for one in entry.questions] == [("1", True), ("2", True)]  # fmt: skip


def test_terms_that_stand_in_a_list_head_a_page_below_its_name():
    items = "\n".join(f"- {one}" for one in ("Reference", "FOI 31-046 Ponds in parks", "Request Date", "26 Jan 2031", "Response Date", "19 Feb 2031", "Information Requested"))  # fmt: skip
    asked = "I would like to know of ponds.\n1) the number of ponds that are kept\n2) the number of ponds that dried up"
    told = "1) the number of ponds that are kept\n\nPlease see the first tab.\n\n2) the number of ponds that dried up\n\nPlease see the second tab."
    entry = only(f"FOI 31-046 Ponds in parks\nFreedom of Information Request\n{items}\n{asked}\n- Response\n{told}\n", ending="txt")  # fmt: skip

    assert (entry.ref, entry.title) == ("FOI 31-046", "Ponds in parks")
    assert answers(entry) == [
        ("1", "Please see the first tab."),
        ("2", "Please see the second tab."),
    ]


def test_a_plural_in_brackets_and_a_tables_name_are_neither_label_nor_reference():
    entry = only(
        "Dear Sam\n\nI write further to your request for information received by the Board on the 19th December 2031 as detailed below:\n\n"
        "Please can you tell me how many ponds there are?\n\nIn order to address your\nquestion(s) I consulted with colleagues.\n\n"
        "We do not hold this. You may find table veh0101 of use.\n\nYours sincerely\n\nAn Officer\n",
        ending="txt",
    )

    assert entry.ref is None
    assert "s" not in [one.label for one in entry.questions]
