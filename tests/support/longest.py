"""Which test files take longest: a run begins with them, so that no core waits for the last of another."""

from collections import Counter

LONGEST = ("tests/integration/casework/test_fault_points.py",)
"""Those of ten seconds or more, the longest first (`pytest --durations=0`)."""


def in_order(items):
    """Return tests in the order in which their files are to run: the longest, then those of most tests."""
    known = {name: place for place, name in enumerate(LONGEST)}
    counts = Counter(_file_of(item) for item in items)

    def place(item):
        file = _file_of(item)
        return known.get(file, len(known)), -counts[file], file

    return sorted(items, key=place)


def _file_of(item):
    return item.nodeid.partition("::")[0]
