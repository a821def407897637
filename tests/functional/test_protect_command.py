"""`answerable protect`, run as people run it: no star without its decision, nothing that tables give away together."""

import json

import pytest

pytestmark = pytest.mark.once
ASSESSED = """
who_might_look = "Colleagues of the officers"
what_else_there_is = "Reports of two hearings"
who_would_be_identified = "The one officer of that rank"
what_would_be_learnt = "That he was found guilty"
why_no_less = "A longer period would not hide one of three"
is_identifying = true
assessed_by = "A. Officer"
assessed_on = 2026-11-03
"""
TABLE = (
    "Force,2022/23,2023/24,Total\nNorth,3,20,23\nSouth,14,31,45\nEast,11,12,23\nTotal,28,63,91\n"
)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "table.csv").write_text(TABLE)
    (tmp_path / "assessed.toml").write_text(ASSESSED)
    return tmp_path


def test_a_table_as_counted_leaves_as_it_is(run, folder):
    code, out, err = run("protect", str(folder / "table.csv"))

    assert (code, err) == (0, "")
    assert out.splitlines()[1] == "North,3,20,23"


def test_without_an_assessment_no_star_is_printed(run, folder):
    code, out, _ = run("protect", str(folder / "table.csv"), "--profile", "ons-10")

    assert code == 1
    assert out.startswith(
        "It may not leave yet.\nAssess first whether these counts identify somebody"
    )
    assert "North, 2022/23" in out
    assert "Why would coarser groups" in out


def test_with_one_it_leaves_with_a_decision_for_each_cell(run, folder):
    code, out, _ = run(
        *("protect", str(folder / "table.csv"), "--profile", "ons-10", "--json"),
        *("--assessment", str(folder / "assessed.toml")),
    )

    found = json.loads(out)
    assert code == 0
    assert found["rows"][1][1] == "[c]"
    assert sum(row.count("[c]") for row in found["rows"]) == len(found["decisions"]) == 4
    assert found["decisions"][0] == {
        "cell": ["North", "2022/23"],
        "withheld": True,
        "why": "a count from 1 to 9 (ONS: outputs of research on controlled data)",
        "provision": "40(2)",
    }


def test_decisions_are_told_beside_the_table(run, folder):
    code, out, err = run(
        *("protect", str(folder / "table.csv"), "--profile", "nhs-hes"),
        *("--assessment", str(folder / "assessed.toml")),
    )

    assert code == 0
    assert out.splitlines()[1] == "North,*,20,25"
    assert "North, 2022/23: withheld under section 40(2): a count from 1 to 7" in err
    assert "North, Total: rounded under section 40(2): given to the nearest 5" in err


def test_a_year_to_date_is_held_back_until_it_gives_no_month_away(run, folder):
    (folder / "june.csv").write_text("Force,kept\nNorth,40\n")
    (folder / "july.csv").write_text("Force,kept\nNorth,43\n")
    counts = ("--counts", "allegations", "--profile", "ons-10")

    first, _, _ = run(
        *("protect", str(folder / "june.csv"), *counts, "--only", "period=2024-04..2024-06"),
        *("--release", str(folder / "june.json")),
    )
    second, out, _ = run(
        *("protect", str(folder / "july.csv"), *counts, "--only", "period=2024-04..2024-07"),
        *("--against", str(folder / "june.json"), "--json"),
    )

    assert (first, second) == (0, 1)
    (reason,) = json.loads(out)["reasons"]
    assert reason.startswith("july and june together give away")
    assert "2024-07: 3" in reason


def test_a_profile_of_the_body_is_used(run, folder):
    (folder / "own.toml").write_text('[tens]\ntitle = "Tens"\nsource = "Ours"\ndated = 2026-01-01\nrounded_to = 10\n')  # fmt: skip

    code, out, _ = run(
        *("protect", str(folder / "table.csv"), "--profile", "tens"),
        *("--profiles", str(folder / "own.toml"), "--assessment", str(folder / "assessed.toml")),
    )

    assert code == 0
    assert out.splitlines()[1] == "North,0,20,20"


WRONG = [
    ("Force,a\nNorth,x\n", "North, a is 'x', and no count"),
    ("Force,a,b,Total\nNorth,1,2,4\n", "North, Total is 4, and its parts add up to 3"),
    ("Force\nNorth\n", "write labels in the first row"),
]


@pytest.mark.parametrize(("text", "says"), WRONG)
def test_a_table_that_is_none_is_refused(run, folder, text, says):
    (folder / "table.csv").write_text(text)

    code, out, err = run("protect", str(folder / "table.csv"))

    assert (code, out) == (2, "")
    assert says in err


def test_what_cannot_be_read_is_said(run, folder):
    (folder / "bad.json").write_text("{}")
    (folder / "half.toml").write_text('assessor = "me"\n')
    table = str(folder / "table.csv")

    assert "no such file" in run("protect", "nothing.csv")[2]
    assert "no profile 'five'" in run("protect", table, "--profile", "five")[2]
    assert "no released table" in run("protect", table, "--against", str(folder / "bad.json"))[2]
    assert "no 'assessor' in an assessment" in run("protect", table, "--assessment", str(folder / "half.toml"))[2]  # fmt: skip
    assert "is no restriction" in run("protect", table, "--only", "London")[2]
