"""The reference pages say what the code does: commands, settings, environment."""

import re
from pathlib import Path

import pytest

from answerable.cli import _MODULES, _TASKS
from tests.support.reference import PAGE, reference

ROOT = Path(__file__).resolve().parents[2]
READ = {
    name
    for path in (ROOT / "src").rglob("*.py")
    for name in re.findall(
        r"environ(?:\.get\(|\.setdefault\(|\.pop\(|\[)\"(ANSWERABLE_\w+)\"", path.read_text()
    )
}


def test_the_command_line_is_documented_as_it_is():
    assert PAGE.read_text() == reference()


def test_every_command_is_listed_and_has_its_page():
    commands = {name for task in _TASKS.values() for name in task}

    assert set(re.findall(r"^## answerable ([\w-]+)$", PAGE.read_text(), re.MULTILINE)) == commands
    assert set(_MODULES) <= commands


def test_the_sample_environment_holds_what_is_read():
    sample = re.findall(r"^(ANSWERABLE_\w+)=", (ROOT / ".env.sample").read_text(), re.MULTILINE)

    assert set(sample) == READ


@pytest.mark.parametrize("name", sorted(READ))
def test_every_setting_is_explained(name):
    assert f"## {name}\n" in (ROOT / "docs/reference/settings.md").read_text()


def test_the_version_is_the_same_everywhere():
    from answerable import __version__

    assert f'version = "{__version__}"' in (ROOT / "pyproject.toml").read_text()
