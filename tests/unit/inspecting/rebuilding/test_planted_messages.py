"""Messages with a planted secret, rebuilt: it is gone, or seen and told, or nothing is made."""

import pytest

from answerable.inspecting.child import inspected
from answerable.inspecting.rebuilding.rebuilding import rebuilt_here
from answerable.inspecting.rebuilding.rebuilt import CannotRebuild
from answerable.inspecting.sweeping.sweeping import traces_here
from tests.support.planted.called import called
from tests.support.planted.everything import PLANTED
from tests.support.planted.fixtures import SECRET

MESSAGES = [one for one in PLANTED if called(one.make(SECRET)) in ("f.eml", "f.msg")]
REFUSED = {
    "second_subject": "more than one head “Subject”",
    "part_in_an_unknown_encoding": "an encoding that is not known",
}
SEEN = {
    "subject_beyond_the_edge": "it stands in the subject, whose blanks are one now",
    "words_of_the_page_alone": "mail programs show the page",
    "name_of_a_group_of_people": "it stands before whom the message went to, and is written there",
    "spaces_at_the_ends_of_lines": "it stands far to the right, and what is made of it asks the same",
    "mail_words_behind_a_line_of_blanks": "it stands far to the right, and what is made of it asks the same",
    "mail_words_behind_the_padding_of_a_part": "rebuilt, it stands in a row of the table like every other",
    "lines_far_below_of_a_message": "it stands far below, and what is made of it asks the same",
    "heads_of_another_message": "it is a file of its own, and named",
    "file_within_the_lines_of_a_text": "its signs are shown, and found again in what was made of it",
    "third_mail_subject_far_to_the_right": "it stands in the subject, whose blanks are one now",
    "third_mail_name_beside_a_name": "it stands among who sent it, and is written there",
    "third_mail_words_in_an_old_cloak": "it stands below the file in its lines, which is asked about again",
    "fourth_mail_words_after_a_signature": "it stands far below, and what is made of it asks the same",
    "fifth_mail_group_of_people_without_a_name": "it stands among whom the message went to, and is written there",
    "fifth_mail_words_in_letters_of_another_set": "without the signs around it it is shown",
    "fifth_mail_words_right_of_a_long_blank": "it stands far to the right, and what is made of it asks the same",
    "outlook_message_in_a_message": "it is a file of its own, and named",
    "ninth_mail_with_a_message_in_it": "it is a file of its own, and named",
}
ASKED = (
    "earlier_message",
    "message_of_outlook_before",
    "third_mail_words_behind_a_mark_of_quoting",
    "fourth_mail_words_that_a_program_folds",
)


@pytest.mark.slow
@pytest.mark.parametrize("one", MESSAGES, ids=lambda one: one.name)
def test_a_secret_in_a_message_is_gone_or_seen_and_told(one):
    data = one.make(SECRET)
    if one.name in REFUSED:
        with pytest.raises(CannotRebuild, match=REFUSED[one.name]):
            rebuilt_here(data, called(data))
        return

    made = rebuilt_here(data, called(data)).files

    held = [each for each in made if traces_here(each.data, [SECRET], name=each.name)]
    assert bool(held) == (one.name in SEEN or one.name in ASKED)
    if one.name in ASKED:
        codes = {found.code for each in held for found in inspected(each.data, each.name).findings}
        assert codes == {"mail.quoted-thread"}


def test_a_message_without_an_earlier_one_asks_nothing():
    text = b"E-mail message\r\n\r\nFrom: a@example.org\r\nTo: b@example.org\r\nDate: 1 July 2024\r\n\r\nBins.\r\n"

    assert inspected(text, "message.txt").findings == ()
