"""Who works on the standards."""

import pytest

from tests.support.accounts import at_work
from tests.support.casework import ELEMENT_OWNER, QUALITY_LEAD, STANDARDS_READER


@pytest.fixture
def staff(db):
    """People who may be named on an element, and one who only reads."""
    for one in (QUALITY_LEAD, ELEMENT_OWNER, STANDARDS_READER):
        at_work(one)
