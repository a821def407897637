"""Scans of logs that are made, each in another way: what is read of them is no less than what is asked."""

import pytest

from tests.support.scanned_layouts import PAGE, SCANS, read
from tests.support.scans import needs_tesseract

pytestmark = [needs_tesseract, pytest.mark.slow]

# Each takes two seconds of the processor; `python -m tests.support.scanned_layouts` reads all.
SOME = (
    "sans, 150 dots",
    "fax, 200 dots",
    "upside down",
    "photograph",
    "poor text under the picture",
)


@pytest.mark.parametrize("name", SOME)
def test_a_scan_is_read_as_well_as_is_asked(name):
    (scan,) = (one for one in SCANS if one.name == name)
    found = read(scan)

    assert found.refs >= scan.least[0], found.misread
    assert found.items >= scan.least[1], found.misread
    assert found.wrong <= scan.most, found.misread


def test_the_page_has_a_row_for_each_scan():
    page = PAGE.read_text(encoding="utf-8")

    assert [scan.name for scan in SCANS if f"\n| {scan.name} | " not in page] == []
