"""Each row of the table of leaks: a secret in one place is found under its code, and its twin is not stopped."""

import pytest

from answerable.inspecting.findings import Severity, Verdict
from tests.support.planted.called import called, holders
from tests.support.planted.everything import KNOWN_LIMITS, PLANTED, REFUSED
from tests.support.planted.fixtures import SECRET
from tests.support.planted.once import inspected_once

# No file of old Office may leave, whatever is in it.
ALWAYS = {"ole.old-format"}


def places(inspection):
    """Return where which codes were found, and how much."""
    return {(one.code, one.where, one.evidence) for one in inspection.findings}


@pytest.mark.parametrize("one", PLANTED, ids=lambda one: one.name)
def test_a_planted_secret_is_found_under_its_code_and_its_twin_is_not_stopped(one):
    data, twin = one.make(SECRET), one.make("")

    found, beside = inspected_once(data, called(data)), inspected_once(twin, called(twin))

    assert (found.reason, beside.reason) == ("", "")
    assert one.code in {code for code, _, _ in places(found) - places(beside)}
    assert {each.code for each in beside.findings if each.severity is Severity.STOP} <= ALWAYS
    assert one.is_bare or len(holders(data)) == 1
    assert holders(twin) == ()
    assert SECRET not in repr(found.findings)


@pytest.mark.parametrize("one", REFUSED, ids=lambda one: one.name)
def test_what_programs_read_differently_cannot_be_inspected(one):
    data, twin = one.make(SECRET), one.make("")

    assert inspected_once(data, called(data)).verdict is Verdict.CANNOT_SAY
    assert inspected_once(twin, called(twin)).verdict is not Verdict.CANNOT_SAY


@pytest.mark.parametrize("one", KNOWN_LIMITS, ids=lambda one: one.name)
def test_a_known_limit_is_one(one):
    data, twin = one.make(SECRET), one.make("")

    found, beside = inspected_once(data, called(data)), inspected_once(twin, called(twin))

    # Whatever is found one day belongs under its code.
    assert places(found) <= places(beside)
