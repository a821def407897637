"""Who asked is left out of what others read, as letters are signed."""

import pytest

from answerable.matching.nameless import without_asker

ADDRESS = "j.doe@example.org"


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("Jane Doe", "Request by Jane Doe", "Request by [the requester]"),
        ("Jane Doe", "request by JANE   DOE.", "request by [the requester]."),
        ("Jane Doe", "Yours, J. Doe", "Yours, [the requester]"),
        ("Jane Doe", "Dear Ms Doe", "Dear [the requester]"),
        ("Ms Jane Mary Doe", "Jane Doe, J.M. Doe", "[the requester], [the requester]"),
        ("Doe, Jane", "From Jane Doe", "From [the requester]"),
        ("Jane Doe", "write to j.doe@example.org", "write to [the requester]"),
        ("Jane Day", "On which day? Jane Day", "On which day? [the requester]"),
        ("Jane Doe", "Janet Doering asks", "Janet Doering asks"),
        ("", "Nobody is named", "Nobody is named"),
        ("Cher", "A song by Cher", "A song by [the requester]"),
    ],
)
def test_a_name_is_left_out_in_every_form_in_which_letters_have_it(name, text, left):
    assert without_asker(text, name=name, address=ADDRESS) == left
