"""The codes of findings: their page says what the file of codes says, and each can be found."""

import re
from pathlib import Path

from answerable.inspecting.codes import GROUPS, codes
from tests.support.findings_page import PAGE, page

SOURCE = Path(__file__).resolve().parents[3] / "src/answerable/inspecting"
NAMED = re.compile(rf'"((?:{"|".join(GROUPS)})\.[a-z-]+)"')


def test_the_page_is_written_from_the_codes():
    assert PAGE.read_text(encoding="utf-8") == page()


def test_every_code_that_is_used_is_explained_and_every_other_way_round():
    files = [*SOURCE.rglob("*.py"), *SOURCE.rglob("parts.toml")]
    used = {name for path in files for name in NAMED.findall(path.read_text("utf-8"))}

    assert used == set(codes())


def test_every_code_says_what_why_and_how_in_sentences():
    short = [
        code.name
        for code in codes().values()
        if not (code.what[0].isupper() and code.why.endswith(".") and code.mended.endswith("."))
    ]

    assert short == []


def test_every_kind_of_file_has_its_group_of_codes():
    files = {path.stem for path in (SOURCE / "explained").glob("*.toml")}

    assert files == set(GROUPS)
