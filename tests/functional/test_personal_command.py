"""`answerable personal`, run as people run it."""

import json

import pytest

from tests.support.fake_presidio import fake_presidio

pytestmark = pytest.mark.once


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "letter.txt").write_text(
        "We met in May.\nDear Mrs Quillfeather,\nRing 01632 960111 or ann sallow.\n"
    )
    (tmp_path / "nobody.txt").write_text("The Home Office answered in 20 working days.\n")
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "people.txt").write_text("# staff\nAnn Sallow; AS-4471\n")
    return tmp_path


@pytest.fixture
def presidio(tmp_path, monkeypatch):
    """A folder with a model, and modules in the place of Presidio's."""
    model = tmp_path / "model"
    model.mkdir()
    (model / "config.cfg").write_text("[nlp]\n")
    with fake_presidio(tmp_path / "modules", monkeypatch):
        yield model


def test_a_text_about_nobody_ends_well(run, folder):
    code, out, err = run("personal", str(folder / "nobody.txt"))

    assert (code, err) == (0, "")
    assert out == "nobody.txt: 0 certain, 0 likely, 0 possible\n"


def test_what_is_found_is_told_with_its_line_and_never_in_its_words(run, folder):
    code, out, _ = run("personal", str(folder / "letter.txt"))

    assert code == 1
    assert "line 2      certain   name" in out
    assert "line 3      certain   telephone number" in out
    assert "Quillfeather" not in out
    assert "960111" not in out


def test_it_is_shown_where_somebody_asks_for_it(run, folder):
    _, out, _ = run("personal", str(folder / "letter.txt"), "--show")

    assert "Mrs Quillfeather" in out


def test_known_people_are_found_in_small_letters(run, folder):
    _, out, _ = run(
        "personal", str(folder / "letter.txt"), "--known", str(folder / "people.txt"), "--json"
    )

    found = json.loads(out)["found"]

    assert [one["sample"] for one in found] == ["M•• Q•••••••••••", "••••• ••••••", "a•• s•••••"]
    assert found[2]["why"] == "it is the name of somebody whom the office knows"


def test_a_file_that_cannot_be_read_stops_no_other(run, folder):
    code, out, err = run("personal", str(folder / "empty.txt"), str(folder / "letter.txt"))

    assert code == 2
    assert "letter.txt: 2 certain" in out
    assert "empty.txt is empty" in err


def test_people_that_cannot_be_read_are_said_so(run, folder):
    code, _, err = run("personal", str(folder / "nobody.txt"), "--known", str(folder / "no.txt"))

    assert code == 2
    assert "no.txt cannot be read" in err


def test_what_presidio_finds_is_told_as_its_own(run, folder, presidio):
    letter = folder / "letter.txt"
    letter.write_text("Mrs Quillfeather is brimfieldian.\n")

    code, out, err = run(
        "personal", str(letter), "--finder", "presidio", "--model", str(presidio), "--json"
    )

    assert (code, err) == (1, "")
    assert [(one["sample"], one["found_by"]) for one in json.loads(out)["found"]] == [
        ("M•• Q•••••••••••", "own"),
        ("b•••••••••••", "presidio"),
    ]


def test_the_finder_and_its_model_may_be_set_in_the_environment(run, folder, presidio, monkeypatch):
    monkeypatch.setenv("ANSWERABLE_PERSONAL_FINDER", "presidio")
    monkeypatch.setenv("ANSWERABLE_PERSONAL_MODEL", str(presidio))
    (folder / "nobody.txt").write_text("It is brimfieldian.\n")

    _, out, _ = run("personal", str(folder / "nobody.txt"))

    assert "Presidio takes it for PERSON with a score of 0.85" in out


def test_without_presidio_nothing_is_looked_through_and_it_is_said_what_to_do(run, folder):
    code, out, err = run("personal", str(folder / "letter.txt"), "--finder", "presidio")

    assert (code, out) == (2, "")
    assert err.startswith("Presidio has no model: name a folder of this machine")
