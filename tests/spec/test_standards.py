"""The framework that the reference prints is one, and its tables name what there is."""

import re
import tomllib
from pathlib import Path

from answerable.domain.assurance import framework_of, known_framework
from answerable.domain.assurance.readiness import Lack
from tests.support.pages import table

ROOT = Path(__file__).parents[2]
PAGE = "reference/standards.md"


def test_the_framework_on_the_page_can_be_loaded():
    text = (ROOT / "docs" / PAGE).read_text(encoding="utf-8")
    (printed,) = re.findall(r"```toml\n(.+?)```", text, re.DOTALL)

    assert framework_of(tomllib.loads(printed)).element("1.1.1")


def test_the_page_names_every_level_and_every_list_of_what_is_missing():
    levels = [row["key"].strip("`") for row in table(PAGE, "Levels")]
    lists = [row["name"].strip("`") for row in table(PAGE, "Readiness")]

    assert levels == [one.key for one in known_framework("cse").levels]
    assert lists == [one.value for one in Lack]


def test_the_page_names_every_doubt_that_a_report_can_raise():
    folder = ROOT / "src/answerable/reading/assessments"
    code = "".join(one.read_text(encoding="utf-8") for one in folder.rglob("*.py"))
    raised = set(re.findall(r'Doubt\(\s*"([^"]+)"', code))

    assert {row["code"].strip("`") for row in table(PAGE, "Doubts")} == raised != set()
