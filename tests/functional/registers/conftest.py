"""Pages of registers: the office of casework, and a store of its own for each test."""

import pytest

from tests.functional.casework.conftest import (  # noqa: F401 fixtures
    _second_factor_is_optional,
    as_,
    october,
    office,
)


@pytest.fixture(autouse=True)
def _own_store(monkeypatch, tmp_path):
    """Let no test see what another one loaded."""
    monkeypatch.setenv("ANSWERABLE_HOME", str(tmp_path / "home"))
