"""Pages of the standards: the office of casework."""

from tests.functional.casework.conftest import (  # noqa: F401 fixtures
    _second_factor_is_optional,
    as_,
    october,
    office,
    people,
)
