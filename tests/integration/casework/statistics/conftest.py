"""The office whose letters answer requests."""

from tests.functional.casework.conftest import office  # noqa: F401 a fixture
