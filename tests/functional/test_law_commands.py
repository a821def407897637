"""`answerable exemption` and `cost`, run as people run them; and that the law needs no Django."""

import json
import subprocess
import sys

import pytest

pytestmark = pytest.mark.once


def test_a_limb_is_explained_with_what_it_needs(run):
    code, out, _ = run("exemption", "s.31(1)(g)")

    assert code == 0
    assert out.startswith("31(1)(g)  Law enforcement\n")
    assert "Kind: prejudice, qualified" in out
    assert "Before you rely on it, name the purpose in section 31(2)" in out
    assert "31(2)(b)  to find out whether somebody is responsible for improper conduct" in out
    assert "Neither confirm nor deny: 31(3)" in out


def test_several_citations_in_other_forms_are_one_json_object_each(run):
    code, out, err = run("exemption", "S40,2", "Regulation 12(4)(b)", "section 99", "--json")

    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 2
    assert [row["citation"] for row in rows] == ["40(2)", "EIR 12(4)(b)"]
    assert rows[0]["public_interest_test"] == "depends"
    assert "'section 99' is nothing on which a request can be refused" in err


def test_a_section_alone_lists_its_limbs(run):
    assert "Cite it to the limb: 26(1)(a), 26(1)(b)" in run("exemption", "26")[1]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["locate:216:5"], 0, "Within the limit of 450 pounds (18 h"),
        (["locate:217:5"], 1, "Over the limit of 450 pounds (18 h"),
        (["locate:217:5", "--body", "central"], 0, "Within the limit of 600 pounds (24 h"),
        (["locate:217:5", "--sample", "20 files"], 1, "Tried on: 20 files"),
        (["redact:900:60"], 0, "does not count"),
    ],
)
def test_a_cost_over_the_limit_exits_with_1(run, words, code, said):
    found, out, _ = run("cost", *words)

    assert found == code
    assert said in out


def test_a_cost_as_json(run):
    code, out, _ = run("cost", "locate:217:5", "redact:1:60", "--json")

    made = json.loads(out)
    assert code == 1
    assert (made["hours"], made["is_over"], made["limit"]["hours"]) == (18.0833, True, 18.0)
    assert [one["counts"] for one in made["work"]] == [True, False]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["sing:5:5"], "no activity called 'sing'"),
        (["locate"], "is no work"),
        (["locate:1:1:0"], "is no work"),
        (["locate:\uff11:5"], "is no work"),
        (["locate:1:1", "--on", "2004-12-31"], "has held since 2005-01-01"),
        (["locate:1:1", "--on", "soon"], "is no date"),
    ],
)
def test_a_cost_that_cannot_be_estimated_is_one_plain_sentence(run, words, said):
    code, _, err = run("cost", *words)

    assert code == 2
    assert said in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "words",
    [
        ["clock", "--regime", "FOIA", "--received", "2025-10-06"],
        ["exemption", "31(1)(a)"],
        ["cost", "locate:1:1"],
        ["calendar", "list"],
    ],
    ids=lambda words: words[0],
)
def test_the_law_needs_no_django(words):
    script = (
        "import sys; from answerable.cli import main; main(sys.argv[1:]); "
        "sys.exit(any(name.split('.')[0] == 'django' for name in sys.modules))"
    )

    assert subprocess.run([sys.executable, "-c", script, *words], check=False).returncode == 0
