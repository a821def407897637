"""A PDF that was rewritten or redacted passes the inspection of PDFs: the gate lets it leave."""

import io

import pikepdf
import pytest

from answerable.inspecting.child import inspected
from answerable.inspecting.findings import Severity, Verdict
from answerable.inspecting.rebuilding.rebuilding import rebuilt_here
from answerable.inspecting.redacting import Mark, redact_pdf
from tests.support.planted.ordinary import ordinary

FILES = {name: data for name, data in ordinary().items() if name.endswith(".pdf")}
LINKED = "typst-contents.pdf"

pytestmark = pytest.mark.slow


def asked(data, name):
    return [one for one in inspected(data, name).findings if one.severity is not Severity.NOTE]


@pytest.mark.parametrize("name", [*sorted(FILES)[::4], LINKED])
def test_a_rewritten_pdf_is_clear(name):
    made = rebuilt_here(FILES[name], name).files[0]

    assert asked(made.data, name) == []
    assert inspected(made.data, name).verdict is Verdict.CLEAR


def test_a_redacted_pdf_with_links_in_its_contents_is_clear():
    redacted = redact_pdf(FILES[LINKED], (Mark(1, (72, 90, 200, 110)),), name=LINKED)

    assert asked(redacted.data, LINKED) == []
    with pikepdf.open(io.BytesIO(redacted.data)) as made:
        links = [one for one in made.pages[0].Annots if one.Subtype == pikepdf.Name.Link]
    assert len(links) > 1
