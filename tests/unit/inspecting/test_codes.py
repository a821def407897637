"""The codes of findings: their page says what the file of codes says, and each can be found."""

import re
from pathlib import Path

from answerable.inspecting.codes import codes
from tests.support.findings_page import PAGE, page

SOURCE = Path(__file__).resolve().parents[3] / "src/answerable/inspecting"
NAMED = re.compile(r'"((?:file|zip|office|picture|xlsx|docx|pptx|odf|csv|html)\.[a-z-]+)"')


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
