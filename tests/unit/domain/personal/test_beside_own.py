"""What another finder says stands beside our own findings, and never takes anything of them away."""

import pytest

from answerable.domain.personal.rules import beside_own
from answerable.domain.release.personal import (
    Certainty,
    Finder,
    PersonalFinding,
    PersonalKind,
    personal_data,
)

LENGTH = 40


def own(start, end, certainty):
    return PersonalFinding(PersonalKind.NAME, start, end, certainty, "it is a name")


def other(start, end, certainty):
    return PersonalFinding(
        PersonalKind.OTHER, start, end, certainty, "a score", found_by=Finder.PRESIDIO
    )


@pytest.mark.parametrize(
    ("theirs", "finders"),
    [
        (other(20, 25, Certainty.POSSIBLE), [Finder.OWN, Finder.PRESIDIO]),
        (other(5, 10, Certainty.LIKELY), [Finder.OWN]),
        (other(0, 20, Certainty.POSSIBLE), [Finder.OWN]),
        (other(0, 20, Certainty.CERTAIN), [Finder.PRESIDIO]),
        (other(7, 20, Certainty.CERTAIN), [Finder.OWN]),
    ],
    ids=["apart", "as sure", "wider, less sure", "surer, covers it", "surer, covers a part"],
)
def test_ours_stands_unless_the_other_is_surer_and_covers_it(theirs, finders):
    found = beside_own([own(5, 10, Certainty.LIKELY)], [theirs], length=LENGTH)

    assert [one.found_by for one in found] == finders


def test_what_covers_one_of_ours_and_cuts_another_is_left_out():
    ours = [own(0, 5, Certainty.POSSIBLE), own(8, 20, Certainty.POSSIBLE)]

    assert beside_own(ours, [other(0, 12, Certainty.CERTAIN)], length=LENGTH) == tuple(ours)


def test_a_text_is_told_with_what_another_finder_says_of_it():
    text = "Write to Mrs Quillfeather about case zz-1."
    theirs = other(37, 41, Certainty.POSSIBLE)

    found = personal_data(text, others=[theirs])

    assert [one.found_by for one in found] == [Finder.OWN, Finder.PRESIDIO]
    assert found[1] is theirs
