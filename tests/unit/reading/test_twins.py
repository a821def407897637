"""Values that are made quickly are those that their class makes."""

import copy
from dataclasses import FrozenInstanceError, replace

import pytest

from answerable.reading.blocks import Block, Kind, Run, quick_block, quick_run

RUNS = (Run("Hives on "), Run("Mars", italic=True))


def test_what_is_made_quickly_is_what_its_class_makes():
    quick = quick_block(Kind.ITEM, RUNS, 3, 17, "•", level=1, broken=True)
    assert quick == Block(Kind.ITEM, RUNS, 3, 17, "•", level=1, broken=True)
    assert quick.text == "Hives on Mars"
    assert type(quick) is Block
    assert copy.copy(quick) == quick
    assert replace(quick, level=0).level == 0
    assert {quick_run("Ref"): 1}[Run("Ref")] == 1


def test_what_is_made_quickly_stays_as_it_is():
    with pytest.raises(FrozenInstanceError):
        quick_run("Ref").text = "Request"
