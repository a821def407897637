"""A namespace that no office declares is found in whatever part it stands; those that offices declare are not."""

import re
from importlib import resources

import pytest

from answerable.inspecting.child import inspected
from answerable.inspecting.findings import Severity
from answerable.inspecting.formats.namespaces import unknown_in
from tests.support.planted import documents, opendocuments
from tests.support.planted.called import called
from tests.support.planted.cells import written
from tests.support.planted.fixtures import SECRET, edited, members
from tests.support.planted.presentations import slides

FILES = {
    "xlsx": written(),
    "docx": documents.document(),
    "pptx": slides(),
    "ods": opendocuments.workbook(),
    "odt": opendocuments.document(),
}
_ROOT = re.compile(r"<(?!\?)[\w:.\-]+")
PARTS = [
    (kind, name)
    for kind, data in FILES.items()
    for name, part in members(data).items()
    if part.lstrip()[:1] == b"<"
]
DECLARED = {
    "address": f'xmlns:q="urn:{SECRET}"',
    "prefix": f"xmlns:{SECRET}='urn:schemas-microsoft-com:vml'",
}
KNOWN = [
    line.split()
    for line in resources.files("answerable.inspecting.formats")
    .joinpath("namespaces.txt")
    .read_text("utf-8")
    .splitlines()
    if not line.startswith("# ")
]


def with_declared(data, part, declared):
    """Return a file with a namespace declared in the root of a part, where nothing uses it."""
    begun = _ROOT.search(members(data)[part].decode())[0]
    return edited(data, part, (begun, f"{begun} {declared}"))


def told(data):
    """Return the codes of a file, where they were found, and what was."""
    return {(one.code, one.where, one.evidence) for one in inspected(data, called(data)).findings}


@pytest.mark.parametrize("declared", DECLARED.values(), ids=DECLARED)
@pytest.mark.parametrize(("kind", "part"), PARTS, ids=lambda one: one)
def test_a_namespace_that_no_office_declares_is_found_in_any_part(kind, part, declared):
    twin = FILES[kind]

    new = told(with_declared(twin, part, declared)) - told(twin)

    assert {code for code, _, _ in new} == {"office.foreign-markup"}


@pytest.mark.parametrize("kind", FILES)
def test_namespaces_that_offices_declare_stop_no_file(kind):
    every = " ".join(
        f'xmlns:n{at}="{row[0]}"' for at, row in enumerate(KNOWN) if "XML/1998" not in row[0]
    )
    main = {"xlsx": "xl/worksheets/sheet1.xml", "docx": "word/document.xml"}.get(kind)
    main = main or ("ppt/presentation.xml" if kind == "pptx" else "content.xml")

    found = inspected(with_declared(FILES[kind], main, every), f"a.{kind}")

    assert not [one for one in found.findings if one.severity is Severity.STOP]


def test_words_that_look_like_a_namespace_are_words():
    words = f"xmlns:q='urn:{SECRET}'"

    assert told(documents.document(lambda made: made.add_paragraph(words))) == told(FILES["docx"])


@pytest.mark.parametrize("row", KNOWN, ids=lambda row: row[0])
def test_an_address_on_the_list_is_known_under_its_prefixes(row):
    assert [unknown_in(prefix, row[0]) for prefix in row[1:]] == [""] * len(row[1:])


UNKNOWN = {
    ("w", "urn:schemas-microsoft-com:vml:Alex"): "urn:schemas-microsoft-com:vml:Alex",
    ("Alex", "urn:schemas-microsoft-com:vml"): "Alex",
    ("ns12", "urn:schemas-microsoft-com:vml"): "",
    ("n123456", "urn:schemas-microsoft-com:vml"): "n123456",
    ("Alex", ""): "Alex",
}


@pytest.mark.parametrize(("declared", "unknown"), UNKNOWN.items())
def test_what_is_not_known_of_a_namespace_is_returned(declared, unknown):
    assert unknown_in(*declared) == unknown
