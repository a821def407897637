"""Files with bytes changed, cut out and put in: redacted or refused, and never a fault of the program."""

import json
import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.inspecting.rebuilding import CannotRebuild
from answerable.inspecting.rebuilding.pdf import rewrite_pdf
from answerable.inspecting.redacting.steps import said_by
from tests.support.marked.made import SECRET
from tests.support.marked.torture import TORTURE

pytestmark = pytest.mark.slow
FILES = {name: make()[0] for name, make in sorted(TORTURE.items())}
MARKS = [
    {"page": None, "box": None, "words": SECRET},
    {"page": 1, "box": [10, 10, 200, 150], "words": ""},
]


@st.composite
def damaged(draw):
    """Return a file with some of its bytes changed."""
    data = bytearray(FILES[draw(st.sampled_from(sorted(FILES)))])
    for _ in range(draw(st.integers(1, 12))):
        at = draw(st.integers(0, len(data) - 1))
        data[at : at + draw(st.integers(0, 20))] = draw(st.binary(max_size=8))
    return bytes(data)


def rewritten(data):
    """Return the file that a file is rewritten as, or the sentence that says why it cannot be."""
    try:
        return rewrite_pdf(data, name="a.pdf").files[0].data
    except CannotRebuild as refusal:
        return str(refusal)


@settings(max_examples=40, deadline=None)
@given(damaged())
def test_a_damaged_file_ends_in_a_file_or_a_sentence(data):
    with warnings.catch_warnings():
        # Of damaged content pikepdf warns, which tests take for a fault; the process apart has nobody to warn.
        warnings.simplefilter("ignore")
        said = list(
            said_by(
                {
                    "step": "take",
                    "marks": MARKS,
                    "draw": [],
                    "known": [SECRET],
                    "whole_lines": False,
                },
                data,
            )
        )
        head = json.loads(said[0])
        assert ("refused" in head) != (len(said) > 1)
        assert rewritten(data)
