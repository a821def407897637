"""Questions on file are read by a model of paraphrase: some at a time, what is new, what is gone, and by another model."""

import datetime as dt

import pytest
from django.core.checks import run_checks

from answerable.actions import question_meanings
from answerable.actions.archive import withdraw_entry
from answerable.actions.question_index import rebuild_questions, refresh_questions
from answerable.actions.question_meanings import ReadByMeaning, read_meanings
from answerable.jobs.questions import read_by_meaning
from answerable.queries.meanings import loaded_model, meanings_of
from answerable.queries.precedents import published_index, published_like
from tests.support.entries import AT, keep, make_entry, make_question
from tests.support.small_model import write_model

pytestmark = pytest.mark.django_db
LATER = AT + dt.timedelta(days=1)
TEXTS = ("How many limpets do you have?", "A list of every heron in the harbour", "Swans?")


@pytest.fixture
def model(tmp_path, settings):
    """A site with a small model of paraphrase."""
    write_model(tmp_path / "model")
    settings.ANSWERABLE_PARAPHRASE = str(tmp_path / "model")
    return tmp_path / "model"


@pytest.fixture
def log():
    """Three entries with a question each, indexed."""
    for number, text in enumerate(TEXTS, start=1):
        publish(text, number)


def publish(text, number):
    ref = f"700000{number}"
    keep(make_entry(ref=ref, questions=(make_question(text=text),)), name=ref)
    refresh_questions(at=LATER)


def read(goes_on=lambda: True):
    return read_meanings(published_index(), goes_on=goes_on)


def held(folder):
    return meanings_of(published_index(), loaded_model(folder))


def found(text="The number of barnacles"):
    return published_like(text, asked_on=AT.date(), at=LATER, most=5)


def texts_found():
    """Return the texts of what is found: the small model finds all questions near each other."""
    return {one.filed.text for one in found()}


def test_a_part_is_read_in_any_case_and_the_rest_by_the_next_run(log, model, monkeypatch):
    monkeypatch.setattr(question_meanings, "_AT_ONCE", 2)

    assert read(goes_on=lambda: False) == ReadByMeaning(2, 1, 3)
    assert read_by_meaning() == "3 of 3 published texts read by the model"
    assert read_by_meaning() == ""
    assert len(held(model)) == 3


def test_what_came_since_is_read_alone_and_found_and_what_was_withdrawn_is_forgotten(log, model):
    read()
    publish("How many cockles do you have?", 4)
    withdraw_entry("OPA", "7000001", reason="It named a person", by="a manager", at=LATER)
    refresh_questions(at=LATER)

    assert read() == ReadByMeaning(1, 0, 3, 1)
    assert texts_found() == {"How many cockles do you have?", *TEXTS[1:]}
    assert held(model).get(TEXTS[0]) is None


def test_an_index_that_is_made_anew_needs_nothing_read_again(log, model):
    read()

    rebuild_questions(at=LATER)

    assert read() == ReadByMeaning(0, 0, 3)
    assert texts_found() == set(TEXTS)


def test_vectors_of_another_model_are_told_and_made_anew(log, model, settings, tmp_path):
    read()
    other = tmp_path / "other"
    write_model(other, layer_norm_eps=1e-5)
    settings.ANSWERABLE_PARAPHRASE = str(other)

    (told,) = run_checks(tags=["paraphrase"])
    assert "are of another model of paraphrase" in told.msg
    assert found() == ()
    assert read() == ReadByMeaning(3, 0, 3)
    assert run_checks(tags=["paraphrase"]) == []
    assert texts_found() == set(TEXTS)


@pytest.mark.parametrize(
    ("missing", "said"),
    [("vocab.txt", "vocab.txt missing"), (None, "holds no model of paraphrase that runs here")],
)
def test_a_folder_that_lacks_something_is_told_and_pages_go_on_without(
    log, settings, tmp_path, missing, said
):
    folder = tmp_path / f"model without {missing}"
    write_model(folder)
    if missing:
        (folder / missing).unlink()
    else:
        (folder / "config.json").write_text("{}")
    settings.ANSWERABLE_PARAPHRASE = str(folder)

    (told,) = run_checks(tags=["paraphrase"])

    assert said in told.msg
    assert told.msg.endswith("questions are compared without it")
    assert said in read_by_meaning()
    assert found() == ()
    assert found(TEXTS[0])[0].related.near is None


def test_without_a_model_nothing_is_kept_and_nothing_said(log, settings):
    assert read_by_meaning() == ""
    assert run_checks(tags=["paraphrase"]) == []
    assert not (settings.ANSWERABLE_QUESTION_INDEX / "meanings").exists()


def test_without_an_index_there_is_nothing_to_read(model):
    assert read() == ReadByMeaning()
