"""Words that stand among those of a file: by themselves at once, within others in bounded time."""

import pytest

from answerable.inspecting import standing
from answerable.inspecting.standing import Standing

SHOWN = ("Swans on the quay", " Eleven cobs\n", "")


@pytest.mark.parametrize(
    ("words", "stand"),
    [
        ("Swans on the quay", True),
        ("  Eleven cobs ", True),
        ("on the", True),
        ("the quay\nEleven", False),
        ("swans", False),
        ("Swans  on", False),
    ],
)
def test_words_stand_there_by_themselves_or_within_others(words, stand):
    assert Standing(SHOWN).have(words) is stand


def test_of_more_than_can_be_gone_through_only_whole_texts_are_known(monkeypatch):
    monkeypatch.setattr(standing, "MOST_LETTERS", 40)
    words = Standing(["Swans on the quay"])

    found = [words.have(one) for one in ("Swans", "quay", "on the", "Swans on the quay")]

    assert found == [True, True, False, True]
