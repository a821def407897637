"""The requests of the founding logs, split as letters are: where they list their questions."""

import pytest

from answerable.domain.questions import split_questions
from answerable.reading import read_file
from tests.support.seeds import needs_seeds, seed_path

pytestmark = [needs_seeds]

# The other requests are only summed up in the logs.
LISTED = [
    ("000", ["5024026", "5024025"]),
    ("002", ["5023101", "5023086", "5023070", "5023102"]),
    ("003", ["5024920", "5024961", "5024962"]),
]


@pytest.mark.parametrize(("seed", "references"), LISTED)
def test_a_request_is_split_into_the_questions_that_the_log_answers(seed, references):
    entries = {one.ref: one for one in read_file(seed_path(seed)).entries}

    for reference in references:
        entry = entries[reference]
        split = [one.label for one in split_questions(entry.request).questions]
        assert split == [one.label for one in entry.questions], reference
