"""The lessons from which a model is taught to read two questions together are in their form, and as many as the page says."""

import collections

import pytest

from tests.support.lessons import RELATIONS, NoLesson, lessons
from tests.support.pages import DOCS

FAMILY = (
    "F | 2024-03-04 | Swans | For 2023: | How many swans left?\n"
    "same | 2024-05-06 | - | - | Number of swans that flew off, 2023\n"
    "overlap | 2024-05-06 | - | In 2023 | How many cobs left?\n"
    "P | 1 | 2 | overlap\n"
)


def test_there_are_as_many_as_the_page_says():
    page = (DOCS / "reference" / "precedent.md").read_text("utf-8")

    assert f"by lessons, {len(lessons()):,} pairs" in page


def test_every_relation_is_taught():
    found = collections.Counter(one.relation for one in lessons())

    assert set(found) == set(RELATIONS)
    assert min(found.values()) >= 0.04 * found.total()


def test_a_family_says_how_each_of_its_questions_is_related_to_the_first_and_of_some_to_another(
    tmp_path,
):
    (tmp_path / "swans.txt").write_text(FAMILY, "utf-8")

    same, part, between = lessons(tmp_path)

    assert (same.relation, part.relation, between.relation) == ("same", "overlap", "overlap")
    assert same.one.above == "Swans For 2023:"
    assert (between.one.text, between.other.text) == (same.other.text, part.other.text)


@pytest.mark.parametrize(
    "line",
    [
        "same | 2024-05-06 | - | How many?",
        "same | 6 May 2024 | - | - | How many?",
        "P | 1 | 7 | same",
        "alike | 2024-05-06 | - | - | How many?",
    ],
)
def test_a_line_that_is_not_in_the_form_is_named(tmp_path, line):
    (tmp_path / "swans.txt").write_text(FAMILY + line, "utf-8")

    with pytest.raises(NoLesson, match=r"^swans\.txt, family 1: “"):
        lessons(tmp_path)
