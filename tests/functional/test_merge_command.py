"""`answerable merge`: readings of one document become one, and files that are no such readings are told."""

import pytest

from answerable.cli import main

LOG = """Ref: 70240{0}
Title: {1}
Request
1. How many {1} are there?
Response
There are {0}.
"""


@pytest.fixture
def merge(tmp_path, capsys):
    """Return a function that writes files, merges them, and returns the code and what was said beside the result."""

    def call(*texts):
        paths = [tmp_path / f"{number}.txt" for number in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, encoding="utf-8")
        code = main(["merge", *map(str, paths)])
        return code, capsys.readouterr().err

    return call


def test_two_readings_of_one_document_are_merged(merge):
    assert merge(LOG.format(11, "lamps"), LOG.format(11, "lamps")) == (0, "")


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (
            (LOG.format(11, "lamps"), LOG.format(12, "benches")),
            "No entry stands in two of these files: they are not readings of one document\n",
        ),
        (
            ("The lamps were mended.\n",) * 2,
            "No entry was read from these files: there is nothing to merge\n",
        ),
    ],
)
def test_files_that_cannot_be_merged_end_with_1_and_why(merge, texts, said):
    assert merge(*texts) == (1, said)
