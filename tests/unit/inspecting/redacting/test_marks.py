"""Marks as people and programs give them."""

import json

import pytest

from answerable.inspecting.redacting import Mark, MarksNotUnderstood, marks_from_json


def test_a_mark_is_a_place_or_words():
    text = json.dumps(
        {
            "marks": [
                {"page": 2, "box": [72, 90.5, 140, 102], "limb": "40(2)", "reason": "a name"},
                {"words": "Quillfeather", "limb": "40(2)"},
            ]
        }
    )

    assert marks_from_json(text) == (
        Mark(2, (72, 90.5, 140, 102), limb="40(2)", reason="a name"),
        Mark(words="Quillfeather", limb="40(2)"),
    )


@pytest.mark.parametrize(
    ("marks", "words"),
    [
        ("", "no JSON of the form"),
        ("[]", "no JSON of the form"),
        ('{"marks": []}', "no mark"),
        ('{"marks": [7]}', "Mark 1 is no object"),
        ('{"marks": [{"words": " "}]}', "neither a page and a box nor words"),
        ('{"marks": [{"words": 7}]}', "are text"),
        ('{"marks": [{"page": 0, "box": [1, 2, 3, 4]}]}', "a number from 1"),
        ('{"marks": [{"page": true, "box": [1, 2, 3, 4]}]}', "a number from 1"),
        ('{"marks": [{"page": 1}]}', "its box is"),
        ('{"marks": [{"page": 1, "box": [3, 2, 1, 4]}]}', "its box is"),
        ('{"marks": [{"page": 1, "box": [1, 2, 3, Infinity]}]}', "its box is"),
    ],
)
def test_other_marks_are_refused_with_what_is_wrong(marks, words):
    with pytest.raises(MarksNotUnderstood, match=words):
        marks_from_json(marks)
