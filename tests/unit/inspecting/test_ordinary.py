"""Ordinary files are not stopped, whatever writer made them."""

import pytest

from answerable.inspecting.child import inspected
from answerable.inspecting.findings import Severity, Verdict
from tests.support.planted.ordinary import ordinary
from tests.support.planted.ordinary_more import ordinary_of_other_kinds

FILES = {**ordinary(), **ordinary_of_other_kinds()}


def test_there_are_enough_of_them():
    assert len(FILES) >= 130


@pytest.mark.parametrize("name", sorted(FILES))
def test_an_ordinary_file_is_not_stopped(name):
    inspection = inspected(FILES[name], name)

    assert inspection.verdict is not Verdict.CANNOT_SAY, inspection.reason
    assert [one for one in inspection.findings if one.severity is Severity.STOP] == []


def test_hardly_any_asks_a_question():
    asked = [
        name for name, data in FILES.items() if inspected(data, name).verdict is Verdict.FINDINGS
    ]

    assert len(asked) <= len(FILES) // 10, asked
