"""Office files drawn by LibreOffice itself, where it is installed: secrets of each kind are found, and no ordinary word.

`python -m tests.support.compared_report` runs all fixtures.
"""

import pytest

from answerable.inspecting.compared.apart import Compared, inspect_with_pages
from answerable.programs.office import office_program
from tests.support.planted.called import called
from tests.support.planted.everything import PLANTED
from tests.support.planted.fixtures import SECRET, zipped
from tests.support.planted.ordinary import ordinary
from tests.support.planted.ordinary_more import ordinary_of_other_kinds

pytestmark = [
    pytest.mark.once,
    pytest.mark.skipif(
        not office_program(),
        reason="LibreOffice is not installed: continuous integration installs none",
    ),
]
# Hidden by ways that tell nothing of what they hide, so that the words are for the comparison to find.
HIDDEN = (
    "hidden_row",
    "white_text",
    "rtf_hidden_run",
    "hidden_slide",
    "hidden_row_of_ods",
    "hidden_words_of_odt",
)
USUAL = (
    "document-1.docx",
    "slides-1.pptx",
    "wordpad.rtf",
    "text.odt",
    "_wrapped-12.xlsx",
    "_filtered-14.xlsx",
)


def files():
    """Return ordinary files by their names; where LibreOffice is not installed, none is made."""
    return {**ordinary(), **ordinary_of_other_kinds()}


def looked_at(data):
    return inspect_with_pages(data, name=called(data), when=Compared.WHERE_INSTALLED)


@pytest.mark.parametrize("name", HIDDEN)
def test_a_file_with_a_secret_and_its_twin_are_compared(name):
    one = next(each for each in PLANTED if each.name == name)

    found, beside = looked_at(one.make(SECRET)), looked_at(one.make(""))

    assert (found.is_compared, beside.is_compared) == (True, True)
    assert one.code in {each.code for each in found.findings}
    assert not {"file.unseen-words", "file.not-drawn"} & {each.code for each in beside.findings}


@pytest.mark.parametrize("name", USUAL)
def test_no_word_of_an_ordinary_file_is_unseen(name):
    inspection = looked_at(files()[name])

    assert inspection.is_compared
    assert not [one for one in inspection.findings if one.code.startswith("file.")]


def test_the_files_of_a_zip_are_drawn_one_by_one():
    inspection = looked_at(
        zipped({name: files()[name] for name in ("document-1.docx", "text.odt")})
    )

    assert inspection.is_compared
    assert not {"file.unseen-words", "file.not-drawn"} & {one.code for one in inspection.findings}
