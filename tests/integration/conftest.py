"""What the tests of actions and queries share."""

from tests.support.forked_apart import begun_by_forking  # noqa: F401 a fixture
