"""Each row of the table of leaks: a secret in one place is found under its code, and its twin is not stopped."""

import io
import zipfile

import pytest

from answerable.inspecting.child import inspected
from answerable.inspecting.findings import Severity
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


def places(inspection):
    """Return where which codes were found, and how much."""
    return {(one.code, one.where, one.evidence) for one in inspection.findings}


@pytest.mark.parametrize("one", PLANTED, ids=lambda one: one.name)
def test_a_planted_secret_is_found_under_its_code_and_its_twin_is_not_stopped(one):
    data, twin = one.make(SECRET), one.make("")

    found, beside = inspected(data, called(data)), inspected(twin, called(twin))

    assert (found.reason, beside.reason) == ("", "")
    assert one.code in {code for code, _, _ in places(found) - places(beside)}
    assert [each for each in beside.findings if each.severity is Severity.STOP] == []
    assert one.is_bare or len(holders(data)) == 1
    assert holders(twin) == []
    assert SECRET not in repr(found.findings)
