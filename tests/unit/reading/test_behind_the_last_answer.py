"""What stands behind the last answer and belongs to none: remedies, remarks on the whole, and other parts of a page."""

import pytest

from answerable.reading import read_bytes
from answerable.reading.asides import closes, offers_remedy

REMEDIES = (
    "You may ask us to review how we have dealt with your request.",
    "If you think that we have not dealt with your request as the law requires, tell us.",
    "You are entitled to a review of this response.",
    "Should you disagree with our refusal, please write to the Clerk.",
    "If you wish to complain about this reply, please do so within 40 working days.",
)
ANSWERS = (
    "You may appeal against a parking notice within 28 days.",
    "Complaints about noise are reviewed every month.",
    "We hold no information on complaints. If you disagree with this response, ask for a review.",
    "If you report a lost dog, the wardens will look again the next day.",
)


@pytest.mark.parametrize("text", REMEDIES)
def test_a_remedy_against_the_letter_itself_closes_it_however_it_is_put(text):
    assert offers_remedy(text)
    assert closes(text)


@pytest.mark.parametrize("text", ANSWERS)
def test_remedies_against_other_things_are_answers(text):
    assert not offers_remedy(text)


def page(*below, head="<h2>Hives on roofs</h2><p><b>Reference:</b> BX/31/207</p>"):
    return (
        f"<html><body>{head}<h3>Request</h3><p>1. How many hives are there?</p><p>2. Who keeps them?</p>"
        "<h3>Response</h3><p>1. There are nine hives.</p><p>2. Two gardeners keep them.</p>"
        f"{''.join(below)}</body></html>"
    )


@pytest.mark.parametrize(
    "below",
    [
        "<p>You may ask us to look again at this reply. Write to the Clerk.</p>",
        "<p>Under section 16 of the Act you may wish to know that hives are counted in May.</p>",
        "<p>I trust that this is of use.</p><p>The information supplied remains our copyright.</p>",
        "<h3>About our releases</h3><p>All that is released is published here.</p>",
        "<h3>Who to turn to</h3><p>Correspondence Unit, Holm</p><p>Telephone: 01999 300</p>",
    ],
)
def test_what_is_said_of_the_whole_belongs_to_no_answer(below):
    (entry,) = read_bytes(page(below).encode(), name="log.html").entries

    assert [one.answer for one in entry.questions] == [
        "There are nine hives.",
        "Two gardeners keep them.",
    ]


def test_a_heading_over_facts_is_the_title_and_a_sentence_below_them_is_none():
    head = (
        "<h2>Hives on roofs</h2><p><b>Published:</b> 3 May 2031</p><p><b>Department:</b> Parks</p>"
        "<p><b>Reference:</b> BX/31/207</p><p>What was asked and replied under the Act of 2002.</p>"
    )

    (entry,) = read_bytes(page(head=head).encode(), name="log.html").entries

    assert (entry.ref, entry.title) == ("BX/31/207", "Hives on roofs")
