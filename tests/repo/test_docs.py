"""Every page of the documents is found, and every link and test that a page names exists."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    [
        *ROOT.glob("docs/**/*.md"),
        ROOT / "README.md",
        ROOT / "CONTRIBUTING.md",
        ROOT / "CHANGELOG.md",
    ]
)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"^```.*?^```$|`[^`\n]*`", re.DOTALL | re.MULTILINE)


def links(page):
    text = CODE.sub("", page.read_text(encoding="utf-8"))
    found = LINK.findall(text)
    return [target for target in found if not re.match(r"[a-z]+:", target)]


def headings(page):
    found = re.findall(r"^#+ (.+)$", CODE.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", each.lower()).replace(" ", "-") for each in found}


def name(page):
    return str(page.relative_to(ROOT))


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_relative_link_leads_somewhere(page):
    broken = []
    for target in links(page):
        path, _, anchor = target.partition("#")
        goal = (page.parent / path).resolve() if path else page
        if not goal.exists() or (anchor and anchor not in headings(goal)):
            broken.append(target)

    assert broken == []


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_test_that_a_page_names_exists(page):
    named = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", page.read_text(encoding="utf-8"))
    missing = [
        f"{path}::{test}"
        for path, test in named
        if not (ROOT / path).exists() or f"def {test}" not in (ROOT / path).read_text("utf-8")
    ]

    assert missing == []


def test_every_page_is_reached_from_the_map():
    reached, waiting = set(), [ROOT / "docs/README.md"]
    while waiting:
        page = waiting.pop()
        if page in reached or page.suffix != ".md" or not page.exists():
            continue
        reached.add(page)
        waiting += [(page.parent / each.partition("#")[0]).resolve() for each in links(page)]

    lost = {name(page) for page in ROOT.glob("docs/**/*.md")} - {name(page) for page in reached}
    assert lost == set(), "Add a line for it to docs/README.md"


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_a_page_has_one_title_and_it_comes_first(page):
    lines = CODE.sub("", page.read_text(encoding="utf-8")).splitlines()

    assert lines[0].startswith("# ")
    assert sum(line.startswith("# ") for line in lines) == 1


@pytest.mark.parametrize("page", sorted(ROOT.glob("docs/decisions/*.md")), ids=name)
def test_a_decision_says_its_context_its_choice_and_what_follows(page):
    text = page.read_text(encoding="utf-8")

    assert re.match(rf"# {page.name[:4]}: [A-Z]", text)
    assert re.findall(r"^## (.+)$", text, re.MULTILINE)[:3] == [
        "Context",
        "Decision",
        "Consequences",
    ]


def test_the_first_screen_shows_how_to_begin_and_a_picture_of_the_product():
    first_screen = "\n".join((ROOT / "README.md").read_text(encoding="utf-8").splitlines()[:20])

    assert re.findall(r"^make (\w+)  ", first_screen, re.MULTILINE) == ["demo", "test"]
    assert "](docs/pictures/" in first_screen
