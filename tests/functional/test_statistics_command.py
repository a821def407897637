"""`answerable statistics`: a table for people, JSON for machines, and a plain refusal."""

import json

import pytest

from answerable.cli import command_parser
from answerable.cli.statistics import print_statistics
from answerable.domain.measures.office import ChallengeFacts, ChallengeKind
from tests.functional.casework.conftest import office  # noqa: F401 a fixture
from tests.support import scenes
from tests.support.casework import REF

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office")]
OCTOBER = ("--from", "2025-10-01", "--to", "2025-10-31")


@pytest.fixture
def asked(capsys, monkeypatch):
    """Return what asks the command in the database of this test, and gives its code, output and errors."""
    monkeypatch.setattr("answerable.cli.statistics.open_site", lambda: None)

    def run(*words):
        given = command_parser("statistics").parse_args(["statistics", *words])
        code = print_statistics(given)
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def test_the_figures_are_printed_with_their_denominators(asked):
    scenes.posted()

    code, out, _ = asked(*OCTOBER)

    assert code == 0
    assert out.startswith("2025-10-01 to 2025-10-31, as at ")
    assert "Answered in time" in out
    line = next(one.split() for one in out.splitlines() if "Answered in time" in one)
    assert line[-5:] == ["1", "of", "1", "100.0", "%"]
    assert "Receipt to answer" in out


def test_questions_are_counted_where_that_is_asked(asked):
    scenes.posted()

    out = asked(*OCTOBER, "--by", "question")[1]

    assert next(one.split() for one in out.splitlines() if "Received" in one) == ["Received", "2"]


def test_json_holds_both_counts_with_their_cases(asked):
    scenes.posted()

    code, out, _ = asked("--period", "2025-10", "--json")

    data = json.loads(out)
    assert code == 0
    assert data["request"]["lines"][0] == {
        "id": "received", "numerator": 1, "denominator": None, "cases": [REF],
    }  # fmt: skip
    assert data["question"]["lines"][0]["cases"] == [f"{REF}/1", f"{REF}/2"]
    assert all(one["holds"] for one in data["request"]["checks"])


REFUSED = [
    (("--period", "soon"), "is no period"),
    (("--period", "2025", *OCTOBER), "not both"),
    (("--from", "2025-10-01"), "--from and --to"),
    (("--from", "x", "--to", "2025-10-31"), "is no date"),
    ((*OCTOBER, "--as-at", "2999-01-01"), "Nothing is known as at 2999-01-01"),
]


@pytest.mark.parametrize(("words", "why"), REFUSED)
def test_what_cannot_be_counted_is_refused_in_a_sentence(asked, words, why):
    code, out, err = asked(*words)

    assert (code, out) == (2, "")
    assert why in err


def test_a_sum_that_does_not_come_out_is_said_and_is_exit_1(asked, monkeypatch):
    scenes.posted()
    monkeypatch.setattr(
        "answerable.domain.measures.office.figures._lines_of_challenge",
        lambda *_: iter(["reviews"]),
    )
    one = ChallengeFacts(REF, ChallengeKind.REVIEW)
    monkeypatch.setattr(
        "answerable.queries.casework.statistics.figures.challenges_in", lambda *_, **__: (one,)
    )

    code, _, err = asked(*OCTOBER)

    assert code == 1
    assert (
        "This does not come out, by request: Reviews are completed, open or withdrawn: 1, not 0"
        in err
    )
