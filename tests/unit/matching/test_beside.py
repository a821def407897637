"""What one text says and another does not is marked; where nearly all differs, figures alone are."""

import pytest

from answerable.matching.beside import differing


@pytest.mark.parametrize(
    ("text", "other", "marked"),
    [
        ("Who maintains the lifts?", "Who repairs the lifts?", ["maintains"]),
        ("There are 45 agents.", "There are 12 agents.", ["45"]),
        ("The same words", "the same, words.", []),
        ("We have 45 of them in all", "It is exempt.", ["45"]),
        ("Tarn Lifts Ltd.", "It is exempt.", []),
        ("", "It is exempt.", []),
        ("one two three four", "three four", ["one", "two"]),
    ],
)
def test_what_the_other_lacks_is_marked(text, other, marked):
    pieces = differing(text, other)

    assert [one.text.strip() for one in pieces if one.hit] == marked
    assert "".join(one.text for one in pieces) == text


def test_lines_stay_as_they_are():
    assert "".join(one.text for one in differing("a\n\n b  c", "a")) == "a\n\n b  c"
