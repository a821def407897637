"""What generated logs are made of: requests from a seed, and the ways in which they are printed."""

import pytest

from tests.support.layouts import pieces_of_logs as pieces
from tests.support.layouts import words_of_logs as words
from tests.support.layouts.content_of_logs import log_cases
from tests.support.layouts.measured import HALVES
from tests.support.layouts.nodes import Item, text_of
from tests.support.layouts.pieces import Way, text, walked

SHAPES = ("one", "none", "quiet", "flat", "shared", "terse", "long", "tabled", "parts")
EVERY = [layout for half in HALVES.values() for layout in half]


def asks_of(case):
    return [ask for _, ask in walked(case.asks)]


def test_the_same_seed_gives_the_same_cases():
    assert log_cases(3, *SHAPES) == log_cases(3, *SHAPES)
    assert log_cases(3, *SHAPES) != log_cases(4, *SHAPES)


@pytest.mark.parametrize("seed", range(5))
def test_each_shape_asks_what_its_name_says(seed):
    one, none, quiet, *more = log_cases(seed, *SHAPES)
    flat, shared, terse, long, tabled, parts = more

    assert [case.is_single for case in (one, none, quiet)] == [True] * 3
    assert one.asks[0].link
    assert not one.asks[0].decision
    assert none.asks[0].decision
    assert quiet.asks[0].decision
    for case in more:
        assert sum(bool(ask.decision) for ask in asks_of(case)) == 1, case.title
    assert shared.together
    assert max(len(ask.answer.split()) for ask in terse.asks if not ask.decision) <= 3
    assert sum("\n" in ask.answer for ask in long.asks) >= 2
    assert [len(ask.table) for ask in tabled.asks if ask.table] == [5]
    assert [len(ask.parts) for ask in parts.asks if ask.parts] == [3, 3]
    assert not flat.together


@pytest.mark.parametrize(("asked", "answer", "code"), [*words.REFUSALS, *words.SCOTTISH])
def test_a_refusal_names_its_provision(asked, answer, code):
    wanted = code.removeprefix("FOISA ").removeprefix("s")
    assert wanted in answer or "do not have the information" in answer


@pytest.mark.parametrize(("asked", "answer", "code"), words.QUIET)
def test_a_quiet_refusal_leaves_its_provision_to_a_column(asked, answer, code):
    assert not any(character.isdigit() for character in answer)
    assert code


def test_outcomes_and_exemptions_say_what_the_decisions_are():
    def ended(shape, seed):
        (case,) = log_cases(seed, shape)
        return pieces.outcome(case, full="F", part="P", refused="R", not_held="N"), case

    assert ended("one", 1)[0] == "F"
    assert ended("flat", 1)[0] == "P"
    for seed in range(12):
        word, case = ended("none", seed)
        code = case.asks[0].decision
        assert word == ("N" if code == "not held" else "R")
        printed = pieces.exemptions(case, "Section {}", none="none")
        assert printed == ("none" if code == "not held" else f"Section {code[1:]}")


def test_questions_and_answers_take_turns():
    (case,) = log_cases(5, "flat")
    parts = pieces.in_turns(case, Way(("Q1.",)), form="A1.")

    labels = [part.label for part in parts if isinstance(part, Item)]
    assert labels[:4] == ["Q1.", "A1.", "Q2.", "A2."]
    assert [text_of(part.spans) for part in parts[:2]] == [case.asks[0].text, case.asks[0].answer]


def test_a_question_and_its_answer_share_a_paragraph():
    (case,) = log_cases(6, "flat")
    first, *_ = pieces.in_one_paragraph(case, Way(("1.",)))

    assert text_of(first.spans) == f"{case.asks[0].text}\n{case.asks[0].answer}"
    assert [span.bold for span in first.spans] == [True, False, False]


def test_a_request_in_one_sentence_has_all_its_letters():
    (case,) = log_cases(7, "terse")
    (only,) = pieces.in_one_sentence(case, Way(("(a)",)), lead="Supply:")

    printed = text([only])
    assert printed.startswith(f"Supply: (a) {case.asks[0].text.rstrip('.')}; (b) ")
    assert printed.count("; ") == len(case.asks) - 1
    assert not printed.endswith(("..", "?."))


@pytest.mark.parametrize("layout", EVERY, ids=lambda layout: layout.name)
def test_records_of_a_layout_are_told_apart(layout):
    records = [record for made in layout.made() for record in made.truth["records"]]

    names = [record["ref"] or record["title"] or record["request"] for record in records]
    assert names != []
    assert len({*names}) == len(names)
    for record in records:
        ids = [item["id"] for item in record["items"]]
        assert len({*ids}) == len(ids)
        assert {*record["answers"]} <= {*ids}
        decided = {name for _, names in record["decisions"] for name in names.split(",") if name}
        assert decided <= {*ids}


def test_every_layout_has_a_name_of_its_own():
    assert len({layout.name for layout in EVERY}) == len(EVERY)
