"""More that was lost when pages and letters of bodies were first read: what only acknowledges, what sums up, who speaks between questions."""

import pytest

from answerable.reading import read_bytes
from tests.unit.reading.test_pages_of_one_record import TOLD, h, only, p, page
from tests.unit.reading.test_pages_read_at_first import gate

LETTER = "Dear Sam\n\nThank you for your request.\n\nYou requested the following\n\n{}\n\nThe Council has decided to grant your request. However, it takes some time.\n\nYours sincerely\n\nAn Officer\n"


def test_a_sentence_says_what_was_asked_and_the_next_what_was_told():
    entry = only(page(h("Freedom of Information: Ponds", 1), p("The request was for a list of ponds by park."), p("The Board held some of it, and released that.")))  # fmt: skip

    assert entry.title == "Freedom of Information: Ponds"
    assert (entry.request, entry.response) == ("The request was for a list of ponds by park.", "The Board held some of it, and released that.")  # fmt: skip


def test_what_whoever_asks_says_between_their_questions_answers_none():
    entry = only(
        page(h("Ponds", 1), h("Request 4512"), p("Can you please specify:"), p("1. The number of ponds in parks."), p("2. The number of these that dried up."), p("If possible can I also have:"),
             p("3. The number of fish in them."), p("If possible, can you also break this down by park."), h("Response 30-07-2031"), p(TOLD))
    )  # fmt: skip

    assert "The number of ponds" not in entry.response
    assert [one.answer for one in entry.questions] == [TOLD] * 3


def test_lines_that_are_set_out_head_both_parts_though_the_page_thanks():
    entry = only(
        page(h("Ponds", 1), p("<b>Request detail:</b>"), p("Under the Freedom of Information Act, could I please request the following information:"), p("How many ponds are there?"),
             p("Could you also outline where they are."), p("Who cleans them?"), p("<b>Response detail:</b>"), p("Thank you for your enquiry with regard to ponds."), p("Please find a list attached."))
    )  # fmt: skip

    assert entry.request.startswith("Under the Freedom")
    assert (
        entry.response
        == "Thank you for your enquiry with regard to ponds.\n\nPlease find a list attached."
    )


def test_several_numbers_may_stand_in_one_paragraph_without_marks_between_them():
    asked = "1. Cost of ponds in the year 2029/30 2. How many ponds were dug in 2029/30 3. Details of the ponds (a puddle, a lake) in 2029/30"
    entry = only(page(h("Ponds", 1), p("Reference: 0620-14"), h("Request"), p(asked), h("Response"), p(TOLD)))  # fmt: skip

    assert [(one.label, one.text) for one in entry.questions] == [
        ("1", "Cost of ponds in the year 2029/30"),
        ("2", "How many ponds were dug in 2029/30"),
        ("3", "Details of the ponds (a puddle, a lake) in 2029/30"),
    ]


def test_the_courtesy_that_leads_to_a_request_is_no_part_of_it():
    entry = only(
        page(h("Ponds", 1), p("REQUEST REFERENCE NO: 687-2031"), p("I write in connection with your request for information which was received on 24th July 2031 as follows:"), p("I would like to receive the total number of ponds."),
             p("Please find our response set out below."), p("Response: Please be advised that it is not held."))
    )  # fmt: skip

    assert str(entry.received_on) == "2031-07-24"
    assert entry.request == "I would like to receive the total number of ponds."


def test_lines_right_below_what_leads_to_a_request_are_a_part_of_it():
    entry = only(LETTER.format("The depth of pond SI440\n\nThe day on which it was last cleaned\n\nAny letters on the pond"), ending="txt")  # fmt: skip

    assert "last cleaned" in entry.request
    assert entry.response.startswith("The Council has decided to grant")


def test_a_letter_that_asks_formally_is_no_answer_and_the_one_below_it_only_acknowledges():
    text = (
        "Ponds of the Board\n\nThe request was partially successful.\n\nDear Board,\n\nI am writing to respectfully request the following information:\n\n1. How many ponds are there?\n\n2. Who cleans them?\n\n"
        "Yours faithfully,\n\nSam\n\nOur Ref. FOI1864\n\nDear Sam,\n\nThank you for your Freedom of Information request.\n\nWe will now consider your request, and you will hear from us within 20 working days.\n\nKind regards,\n\nThe Team\n"
    )
    entry = only(text, ending="txt")

    assert (entry.ref, entry.title) == ("FOI1864", "Ponds of the Board")
    assert [one.label for one in entry.questions] == ["1", "2"]
    assert gate(text, "answers", ending="txt").lacks == ("FOI1864 may only be acknowledged: “We will now consider your request”",)  # fmt: skip


def test_a_request_with_a_reply_in_it_and_numbers_that_are_shared_are_told():
    asked = "Dear Board\n\nUnder the Freedom of Information Act, please tell me who cleans your ponds?\n\nI would also like the following for the year 2031:\n\n1) The number of ponds and\na) the number with fish\nb) the number without\n\nYours faithfully\n\nSam\n"
    reading = read_bytes(f"{asked}\nPlease accept this as an acknowledgement of receipt of your e-mail.\n".encode(), name="page.txt")  # fmt: skip
    gates = {one.name: one for one in reading.gates}

    assert reading.kind == "requests"
    assert gates["answers"].holds is False
    assert gates["labels"].holds is False


@pytest.mark.parametrize("line", ["Pondville 6160", "[FYI request #11026 email]", "PO Box 10152"])
def test_lines_of_an_address_number_no_letter(line):
    entry = only(f"{line}\n\n{LETTER.format('Any letters on the pond')}", ending="txt")

    assert entry.ref is None


def test_a_labelled_number_below_the_subject_is_the_reference():
    entry = only(
        "10 October 2031\n\nDear Sam\n\nFreedom of Information (Scotland) Act 2002\n\nOur Ref: 314-18\n\nI refer to your request for information received on 17 September 2031. The response is outlined below.\n\n"
        "Our response\n\n1. How many ponds are there?\n\nThere are nine ponds.\n\n2. Who cleans them?\n\nNobody cleans any of them.\n\nYours sincerely\n\nAn Officer\n",
        ending="txt",
    )

    assert (entry.ref, str(entry.received_on)) == ("314-18", "2031-09-17")
