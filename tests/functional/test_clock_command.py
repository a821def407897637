"""`answerable clock`, run as people run it."""

import json

import pytest

from tests.support.seeds import SHARED, facts, needs_facts

pytestmark = pytest.mark.once


def clock(run, *words):
    code, out, err = run("clock", *words, "--json")
    assert (code, err) == (0, "")
    return json.loads(out)


@needs_facts
def test_every_case_of_the_facts_passes(run):
    code, out, _ = run("clock", "--cases", str(SHARED / "facts" / "deadline_cases.json"))

    count = len(facts("deadline_cases")["cases"])
    assert (code, out) == (0, f"{count} passed, 0 failed\n")


def test_a_case_that_differs_is_one_line_and_exits_with_1(run, tmp_path):
    right = {"id": "X1", "regime": "FOIA", "received": "2025-10-06", "due": "2025-11-03"}
    wrong = {**right, "id": "X2", "due": "2025-11-04"}
    odd = {**right, "id": "X3", "events": [{"type": "sneezed", "date": "2025-10-07"}]}
    unknown = {"id": "X4", "regime": "Weather", "received": "2025-10-06", "due": None}
    lone = {**unknown, "id": "X5", "rule": "10wd", "calendar": "E&W", "due": "2025-10-20"}
    path = tmp_path / "cases.json"
    path.write_text(json.dumps({"cases": [right, wrong, odd, unknown, lone]}))

    code, out, _ = run("clock", "--cases", str(path))

    lines = out.splitlines()
    assert code == 1
    assert lines[0] == "X2: due is 2025-11-03 here and 2025-11-04 in the case"
    assert lines[1].startswith("X3: Nothing known to the clock is called 'sneezed'")
    assert lines[2] == "X4: nothing known here is called 'Weather'"
    assert lines[3] == "2 passed, 3 failed"


CASES = [
    ({"events": [{"type": "complex_extension_notice", "date": "2025-11-03"}]}, "EIR", "2025-12-02"),
    ({"rule": "40wd"}, "EIR", "2025-12-02"),
    ({"rule": "60wd"}, "FOIA", "2026-01-05"),
    ({"rule": "3months"}, "SAR", "2026-01-06"),
    ({"rule": "1month"}, "SAR-Part3", "2025-11-06"),
    ({"rule": "20wd", "calendar": "SCT"}, "FOISA", "2025-11-03"),
    ({"rule": "40wd"}, "EIR-internal-review", "2025-12-02"),
    ({"rule": "40wd"}, "FOIA-internal-review-request", "2025-12-02"),
    ({"rule": "10wd"}, "FOIA", "2025-10-20"),
    ({"events": [{"type": "sar_id_requested", "date": "2025-10-07"},
                 {"type": "sar_id_received", "date": "2025-10-14"}]}, "SAR", "2025-11-14"),
]  # fmt: skip


@pytest.mark.parametrize(("more", "regime", "due"), CASES)
def test_cases_may_name_a_rule_a_calendar_and_events(run, tmp_path, more, regime, due):
    case = {"id": "X", "regime": regime, "received": "2025-10-06", "due": due, **more}
    path = tmp_path / "cases.json"
    path.write_text(json.dumps([case]))

    assert run("clock", "--cases", str(path))[1] == "1 passed, 0 failed\n"


def test_the_fields_that_are_promised_to_scripts(run):
    shown = clock(run, "--regime", "FOIA", "--received", "2024-03-01", "--on", "2024-04-04")

    assert shown["due_on"] == "2024-04-03"
    assert shown["status"] == "settled"
    assert shown["alternatives"] == []
    assert shown["calendar"] == "uk-any@2026-11-22"
    assert shown["rule"] == "FOIA s.10(1)"
    assert shown["working_days"] == 20
    assert shown["left"] == {"on": "2024-04-04", "count": -1, "unit": "working days"}
    assert shown["steps"][0] == {
        "date": "2024-03-01",
        "counts": False,
        "why": "the day of receipt: working day 1 comes after it",
        "number": None,
    }
    assert shown["steps"][-1]["number"] == 20


def test_an_arguable_date_carries_both_and_says_why(run):
    shown = clock(run, "--regime", "FOIA", "--received", "2022-09-05")

    assert (shown["status"], shown["due_on"], shown["work_to"]) == (
        "arguable",
        "2022-10-04",
        "2022-10-03",
    )
    assert "proclaimed on 2022-09-10" in shown["alternatives"][0]["why"]


def test_the_days_are_explained_as_a_person_counts_them(run):
    words = ("--regime", "FOIA", "--received", "2025-02-24", "--explain", "--on", "2025-03-20")

    code, out, _ = run("clock", *words)

    assert code == 0
    assert "Mon 17 Mar 2025                 does not count: St Patrick's Day" in out
    assert "\nDue Tuesday 25 March 2025\n" in out
    assert out.endswith("On 2025-03-20: 3 working days left\n")


def test_a_whole_life_is_told_in_lines(run):
    _, out, _ = run(
        *("clock", "--regime", "FOIA", "--received", "2025-10-06"),
        *("--event", "pit_extension_notice:2025-11-03", "--event", "answered:2025-12-03"),
        *("--event", "review:2025-12-10"),
    )

    assert out.splitlines() == [
        "Due Tuesday 2 December 2025",
        "Rule: FOIA s.10(3), 40 working days; calendar uk-any@2026-11-22",
        "Notice of the extension due Monday 3 November 2025",
        "Answered on 2025-12-03, late: 41 of 40 working days",
        "Review asked for on 2025-12-10: Due Tuesday 13 January 2026 (FOIA s.45 Code)",
    ]


def test_a_fee_that_is_awaited_says_until_when(run):
    _, out, _ = run(
        "clock", "--regime", "FOIA", "--received", "2025-10-06", "--event", "fee:2025-10-16"
    )

    assert out.startswith(
        "Nothing is due yet: on 2025-10-16 the fees notice was given; last day to"
    )


BAD = [
    (["--regime", "FIOA", "--received", "2025-10-06"], "There is no regime called 'FIOA'"),
    (["--regime", "FOIA", "--received", "2025-02-30"], "'2025-02-30' is no date"),
    (["--regime", "FOIA"], "Say --regime and --received"),
    (["--regime", "FOIA", "--received", "2025-10-06", "--variant", "zoo"], "no variant called 'zoo'"),
    (["--regime", "FOIA", "--received", "2025-10-06", "--nation", "sct"], "--nation is for SAR"),
    (["--regime", "FOIA", "--received", "2025-10-06", "--calendar", "1066"], "version '1066'"),
    (["--regime", "FOIA", "--received", "2025-10-06", "--event", "answered:2025-10-01"], "received on"),
    (["--regime", "FOIA", "--received", "2025-10-06", "--variant", "school", "--session", "2025-10-24:2025-09-01"], "cannot end"),
    (["--regime", "FOIA", "--received", "9999-12-31"], "covers 1999-12-31 to 2030-12-31"),
    (["--regime", "FOIA", "--received", "0001-01-01"], "covers 1999-12-31 to 2030-12-31"),
    (["--regime", "SAR", "--received", "9999-12-01"], "covers 1999-12-31 to 2030-12-31"),
    (["--regime", "SAR", "--received", "2025-10-06", "--event", "identity:2025-10-07:9999-12-15"], "and not 9999-12-15"),
    (["--regime", "FOIA", "--received", "2025-10-06", "--told", "2025-11-03@nope"], "No calendar 'nope' is kept here"),
    (["--cases", "no-such-file.json"], "no-such-file.json cannot be read"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "said"), BAD)
def test_what_cannot_be_counted_is_one_plain_sentence_and_exits_with_2(run, words, said):
    code, out, err = run("clock", *words)

    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1


ODD_CASES = [
    ({"du": "2025-11-03"}, "the case expects nothing"),
    ({"due": None, "rule": "school"}, "say from when to when"),
    ({"due": None, "rule": "school", "school_sessions": [["2025-10-06", "2025-09-01"]]}, "cannot end"),
    ({"due": None, "rule": "school", "school_sessions": [3]}, "another form"),
    ({"due": None, "events": 3}, "another form"),
    ({"due": None, "events": [3]}, "another form"),
    ({"due": None, "alternatives": ["x"], "status": "arguable"}, "another form"),
    ({"due": None, "received": 3}, "'3' is no date"),
    ({"due": None, "calendar": "Mars"}, "no calendar called 'Mars'"),
    ({"due": None, "events": [{"type": "pit_extension_notice", "date": "2025-10-10",
                               "until": "2025-10-09"}]}, "is not later"),
    ({"due": None, "received": "9999-12-31"}, "covers 1999-12-31"),
    ({"due": None, "id": "\ud800"}, "due is 2025-11-03 here"),
]  # fmt: skip


@pytest.mark.parametrize(("more", "said"), ODD_CASES)
def test_a_case_of_another_form_fails_in_one_plain_line(run, tmp_path, more, said):
    path = tmp_path / "cases.json"
    case = {"id": "X", "regime": "FOIA", "received": "2025-10-06", **more}
    path.write_text(json.dumps([case]))

    code, out, err = run("clock", "--cases", str(path))

    assert (code, err) == (1, "")
    assert said in out
    assert out.count("\n") == 2
    assert out.endswith("0 passed, 1 failed\n")


@pytest.mark.parametrize(
    "text", ["not json", '{"a": 1}', "[1]", '{"cases": 3}', "[" * 100_000], ids=str.__len__
)
def test_a_file_that_holds_no_cases_is_one_plain_sentence(run, tmp_path, text):
    path = tmp_path / "cases.json"
    path.write_text(text)

    code, _, err = run("clock", "--cases", str(path))

    assert code == 2
    assert err.startswith("cases.json ")
    assert err.count("\n") == 1
