"""What is kept of tests before a run is what pytest would keep by itself, and takes for its own."""

import os
import subprocess
import sys

from tests.support.rewritten import kept_at, rewrite_test, rewrite_tests

TEST = """
def test_two_lists_agree():
    assert [1, 2] == [1, 3]
"""


def _run(place):
    words = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", os.devnull]
    done = subprocess.run([*words, str(place)], capture_output=True, text=True, check=False)
    return done.stdout


def test_pytest_takes_what_is_kept_and_says_what_was_compared(tmp_path):
    place = tmp_path / "test_lists.py"
    place.write_text(TEST)

    rewrite_test(place)

    kept = kept_at(place).read_bytes()
    # What is kept says where it was compiled: other words there show that it is read.
    assert kept.count(b"two_lists_agree") == 1
    kept_at(place).write_bytes(kept.replace(b"two_lists_agree", b"two_lists_AGREE"))
    said = _run(place)
    assert "At index 1 diff: 2 != 3" in said
    assert "test_two_lists_AGREE" in said


def test_what_was_changed_since_is_kept_anew(tmp_path):
    place = tmp_path / "test_lists.py"
    place.write_text(TEST)
    rewrite_tests([place])
    first = kept_at(place).read_bytes()

    rewrite_tests([place])
    again = kept_at(place).read_bytes()
    place.write_text(TEST.replace("[1, 3]", "[1, 2]"))
    rewrite_tests([place])

    assert again == first
    assert kept_at(place).read_bytes() != first
    assert list(kept_at(place).parent.glob("*.begun")) == []
