"""The order of a run: what takes longest first, and no name of a file that is gone."""

from dataclasses import dataclass
from pathlib import Path

from tests.support.longest import LONGEST, in_order

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Item:
    nodeid: str


def test_a_run_begins_with_the_longest_file_browsers_and_then_that_of_most_tests():
    named = [
        "tests/a.py::test_a",
        "tests/b.py::test_a",
        "tests/b.py::test_b",
        f"{LONGEST[0]}::test",
        "tests/browser/c.py::test_a",
    ]

    ordered = [item.nodeid for item in in_order([Item(name) for name in named])]

    assert ordered == [named[3], named[4], named[1], named[2], named[0]]


def test_the_longest_files_are_there():
    assert [name for name in LONGEST if not (ROOT / name).is_file()] == []
