"""Marks that are not understood are refused with their number, and labels name their limb."""

import json

import pytest

from answerable.inspecting.labelling import Area, PlaceMark, label_of, place_marks_from_json
from answerable.inspecting.labelling.marks import MOST_MARKS
from answerable.inspecting.redacting import MarksNotUnderstood

REFUSED = {
    "no JSON": ("marks", "no JSON of the form"),
    "a list": ("[]", "no JSON of the form"),
    "none": ('{"marks": []}', "no mark"),
    "no object": ('{"marks": [3]}', "Mark 1 is no object"),
    "nothing": ('{"marks": [{"sheet": "Staff"}]}', "neither cells nor a paragraph nor words"),
    "page": ('{"marks": [{"page": 1, "words": "x"}]}', "only PDF files have"),
    "cells": ('{"marks": [{"cells": "B"}]}', "its cells are written as"),
    "cells and paragraph": ('{"marks": [{"cells": "B2", "paragraph": 1}]}', "two marks"),
    "limb": ('{"marks": [{"cells": "B2", "limb": "a\\nb"}]}', "in one line"),
    "long limb": (json.dumps({"marks": [{"cells": "B2", "limb": "4" * 41}]}), "in one line"),
    "number of words": ('{"marks": [{"words": [3]}]}', "a list of texts"),
    "blank": ('{"marks": [{"words": [" "]}]}', "are blank"),
    "paragraph": ('{"marks": [{"paragraph": 0}]}', "a number from 1"),
    "truth": ('{"marks": [{"paragraph": true}]}', "a number from 1"),
    "letters alone": ('{"marks": [{"letters": [0, 2]}]}', "a number from 1"),
    "letters": ('{"marks": [{"paragraph": 1, "letters": [2, 2]}]}', "counted from 0"),
    "too many": (
        json.dumps({"marks": [{"words": ["x"] * (MOST_MARKS + 1)}]}),
        "5,001 marks and words",
    ),
}
LABELS = {"": "[withheld]", "40(2)": "[withheld: s.40(2)]", "EIR 13(1)": "[withheld: EIR 13(1)]"}


@pytest.mark.parametrize(("text", "why"), REFUSED.values(), ids=REFUSED)
def test_marks_of_another_form_are_refused(text, why):
    with pytest.raises(MarksNotUnderstood, match=why):
        place_marks_from_json(text)


def test_marks_are_read():
    text = json.dumps(
        {
            "marks": [
                {"sheet": "Staff", "cells": "B2:B40", "limb": "40(2)", "reason": "Names"},
                {"words": "Ann"},
                {"cells": "C3", "words": "Ann"},
                {"paragraph": 4, "letters": [0, 3]},
            ]
        }
    )

    assert place_marks_from_json(text) == (
        PlaceMark(sheet="Staff", cells=Area(2, 2, 40, 2), limb="40(2)", reason="Names"),
        PlaceMark(words=("Ann",)),
        PlaceMark(words=("Ann",), cells=Area(3, 3, 3, 3)),
        PlaceMark(paragraph=4, letters=(0, 3)),
    )


@pytest.mark.parametrize(("limb", "label"), LABELS.items())
def test_a_label_says_its_limb(limb, label):
    assert label_of(limb) == label
