"""The commands in the README print what the README says they print."""

import re
from pathlib import Path

import pytest

from answerable.cli import main

pytestmark = pytest.mark.once

ROOT = Path(__file__).parents[2]
EXAMPLES = re.findall(
    r"^\$ \.venv/bin/answerable (.+)\n((?:.|\n)+?)^```$",
    (ROOT / "README.md").read_text(encoding="utf-8"),
    re.MULTILINE,
)


def test_the_readme_shows_the_command_line():
    assert EXAMPLES != []


@pytest.mark.parametrize(("command", "shown"), EXAMPLES, ids=[command for command, _ in EXAMPLES])
def test_every_line_that_the_readme_shows_is_printed(command, shown, capsys, monkeypatch):
    monkeypatch.chdir(ROOT)

    code = main(command.split())

    printed = capsys.readouterr().out.splitlines()
    missing = [line for line in shown.splitlines() if line.strip(" …") and line not in printed]
    assert code == 0
    assert missing == []
