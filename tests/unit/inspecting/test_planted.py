"""Each row of the table of leaks: a secret in one place is found under its code, and its twin is not stopped."""

import io
import zipfile

import pytest

from answerable.inspecting.child import inspected
from answerable.inspecting.findings import Severity, Verdict
from tests.support.planted.everything import PLANTED
from tests.support.planted.fixtures import SECRET

NAMES = {"xl": "f.xlsx", "word": "f.docx", "ppt": "f.pptx"}


def called(data):
    """Return a name as files of its kind have."""
    if not data.startswith(b"PK"):
        return "f.html" if b"<html" in data else "f.csv"
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        names = opened.namelist()
        if "mimetype" in names:
            kinds = {"spreadsheet": "f.ods", "text": "f.odt", "presentation": "f.odp"}
            return kinds[opened.read("mimetype").decode().rpartition(".")[2]]
    if "[Content_Types].xml" not in names:
        return "f.zip"
    return next(
        name for folder, name in NAMES.items() if any(one.startswith(f"{folder}/") for one in names)
    )


def holders(data):
    """Return the parts of a file that hold the secret."""
    if not data.startswith(b"PK"):
        return [""] if SECRET.encode() in data else []
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        found = [one.filename for one in opened.infolist() if SECRET.encode() in opened.read(one)]
    return found or ([""] if SECRET.encode() in data else [])


@pytest.mark.parametrize("one", PLANTED, ids=lambda one: one.name)
def test_a_planted_secret_is_found_under_its_code(one):
    data = one.make(SECRET)

    inspection = inspected(data, called(data))

    assert inspection.reason == ""
    assert one.code in {finding.code for finding in inspection.findings}
    assert one.is_bare or len(holders(data)) == 1
    assert SECRET not in repr(inspection.findings)


@pytest.mark.parametrize("one", PLANTED, ids=lambda one: one.name)
def test_its_twin_has_neither_that_finding_nor_a_stop(one):
    data = one.make("")

    inspection = inspected(data, called(data))

    assert holders(data) == []
    assert inspection.verdict is not Verdict.CANNOT_SAY
    assert one.code not in {finding.code for finding in inspection.findings}
    assert [f for f in inspection.findings if f.severity is Severity.STOP] == []
