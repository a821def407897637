"""A bar shows how far a file was read, and only on a terminal."""

import io

import pytest
from tqdm import tqdm

from answerable.cli.bars import share_read


class Terminal(io.StringIO):
    def isatty(self):
        return True


class Prompt(tqdm):
    """A bar that does not wait a second before it shows itself."""

    def __init__(self, **given):
        super().__init__(**(given | {"delay": 0, "mininterval": 0}))


def test_where_nobody_looks_nothing_is_told(monkeypatch):
    monkeypatch.setattr("sys.stderr", io.StringIO())

    with share_read() as progress:
        assert progress is None


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ([(1, 4), (2, 4)], "50%"),
        ([(4, 4)], "100%"),
        ([(0, 0)], "0%"),  # an empty file
    ],
)
def test_a_terminal_shows_the_share_that_was_read(monkeypatch, told, shown):
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setattr("tqdm.tqdm", Prompt)

    with share_read() as progress:
        for done, whole in told:
            progress(done, whole)

    assert shown in terminal.getvalue()
