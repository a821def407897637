"""`answerable match` and `contradictions`, run as people run them."""

import io
import itertools
import json
import os

import pytest

from answerable.actions.casework.words import keep_group
from answerable.reading import read_file
from tests.support.casework import doing_by
from tests.support.databases import copy_migrated
from tests.support.entries import keep, make_entry, make_question
from tests.support.ready import commands
from tests.support.seeds import needs_seeds, seed_path
from tests.support.small_model import write_model

pytestmark = pytest.mark.once

LOG = """FOI Disclosures {month}

Ref
{reference}

Back to top

Telephones of the harbour office

Request

1. Who supplies your telephone system?
2. How many lifeboats were launched in 2021?

Response

1. {supplier}
2. In 2021 there were {count} launches.
"""
EARLIER = LOG.format(
    month="November 2021", reference=7000001, supplier="Tarn Telephones Ltd.", count=45
)
LATER = LOG.format(
    month="May 2024",
    reference=7000002,
    supplier="This is exempt from disclosure under section 31(1)(a) of the Act.",
    count=41,
)


@pytest.fixture
def logs(tmp_path):
    for name, text in (("2021.txt", EARLIER), ("2024.txt", LATER)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_earlier_answers_to_a_question_come_with_what_was_decided(run, logs):
    code, out, _ = run("match", "Name the provider of your PBX", "--in", str(logs), "--json")

    first, second = json.loads(out)[:2]
    assert code == 0
    assert (first["ref"], first["label"], first["relation"]) == ("7000002", "1", "same")
    assert (first["outcomes"], first["exemptions"]) == (["withheld"], ["31(1)(a)"])
    assert (second["ref"], second["answer"]) == ("7000001", "Tarn Telephones Ltd.")


def test_a_person_reads_which_period_differs(run, logs):
    code, out, _ = run("match", "How many lifeboats were launched in 2023?", "--in", str(logs))

    assert code == 0
    assert "same new period" in out
    assert "asks for 2023, the earlier for 2021" in out


def test_a_question_can_come_from_standard_input(run, logs, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("Who supplies your telephones?"))

    assert run("match", "-", "--in", str(logs))[0] == 0


REQUEST = """Dear Sir or Madam,

1. Name the provider of your telephones.
2. How many lifeboats were launched in 2023?
3. What is your policy on parrots?

Yours faithfully
"""


@pytest.fixture
def request_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("asked") / "request.txt"
    path.write_text(REQUEST, encoding="utf-8")
    return str(path)


def test_a_whole_request_is_matched_with_earlier_ones(run, logs, request_file):
    code, out, _ = run("match", "--request", request_file, "--in", str(logs))

    assert code == 0
    assert "1 of its 3 questions stands in 7000002, 1 for another time" in out
    assert "question 2 · for another time · question 2 there" in out


def test_a_whole_request_is_matched_for_machines(run, logs, request_file):
    code, out, _ = run(
        "match", "--request", request_file, "--in", str(logs), "--json", "--top", "1"
    )

    (one,) = json.loads(out)
    assert code == 0
    assert (one["ref"], one["questions"], one["same"]) == ("7000002", 3, 1)
    assert (one["same_new_period"], one["overlap"]) == (1, 0)
    assert [pair["label"] for pair in one["pairs"]] == ["1", "2"]
    assert one["pairs"][0]["exemptions"] == ["31(1)(a)"]


def test_a_request_of_which_nothing_was_asked_before_ends_with_1(run, logs, tmp_path_factory):
    path = tmp_path_factory.mktemp("asked") / "request.txt"
    path.write_text("How many parrots do you keep?", encoding="utf-8")

    code, out, _ = run("match", "--request", str(path), "--in", str(logs))

    assert (code, out) == (1, "None of its questions stands in an earlier request\n")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ((), "Give a question, or a whole request"),
        (("Who?", "--request", "x.txt"), "Give a question, or a whole request"),
        (("--request", "no such.txt"), "no such.txt: there is no such file"),
    ],
)
def test_without_one_question_or_one_request_nothing_is_matched(run, logs, given, words):
    code, _, err = run("match", *given, "--in", str(logs))

    assert code == 2
    assert words in err


def test_a_file_without_a_question_is_said(run, logs, tmp_path_factory):
    path = tmp_path_factory.mktemp("asked") / "empty.txt"
    path.write_text(" ", encoding="utf-8")

    code, _, err = run("match", "--request", str(path), "--in", str(logs))

    assert code == 2
    assert "empty.txt" in err


def _under_headings(questions):
    """Yield the lines of a letter that asks questions under the headings that they have on file."""
    for heading, group in itertools.groupby(questions, key=lambda one: one.heading):
        under = list(group)
        yield f"{under[0].label[:-1]}. {heading}"
        yield from (f"{one.label[-1]}) {one.text}" for one in under)


@needs_seeds
def test_a_request_of_the_founding_logs_stands_whole_in_itself(run, tmp_path_factory):
    questions = read_file(seed_path("000")).entries
    (entry,) = [one for one in questions if one.ref == "5024009"]
    path = tmp_path_factory.mktemp("asked") / "request.txt"
    path.write_text("\n".join(_under_headings(entry.questions)), encoding="utf-8")

    code, out, _ = run("match", "--request", str(path), "--in", str(seed_path("000")), "--json")

    first, *others = json.loads(out)
    assert code == 0
    assert (first["ref"], first["same"], first["questions"]) == ("5024009", 12, 12)
    assert all(one["same"] < 12 for one in others)


def test_a_file_of_words_says_what_means_one_thing(run, logs, tmp_path):
    words = tmp_path / "words.toml"
    words.write_text('[groups]\noffice = [["lifeboat", "wobble boat"]]', encoding="utf-8")
    asked = (
        "match",
        "How many wobble boats were launched in 2021?",
        "--in",
        str(logs / "2021.txt"),
    )

    without, taught = (
        json.loads(run(*asked, "--json", *more)[1]) for more in ((), ("--words", str(words)))
    )

    assert [one["relation"] for one in without if one["label"] == "2"] != ["same"]
    assert [one["relation"] for one in taught if one["label"] == "2"] == ["same"]


@pytest.mark.parametrize(
    ("text", "words"),
    [("[groups", "This is no TOML"), (None, "cannot be read as text: FileNotFoundError")],
)
def test_a_file_that_is_none_of_words_is_said(run, logs, tmp_path, capsys, text, words):
    path = tmp_path / "words.toml"
    if text:
        path.write_text(text, encoding="utf-8")

    with pytest.raises(SystemExit) as ended:
        run("match", "Who?", "--in", str(logs), "--words", str(path))

    assert ended.value.code == 2
    assert words in capsys.readouterr().err


@pytest.mark.parametrize("command", [("match", "Who?"), ("contradictions",)])
@pytest.mark.parametrize("option", ["--words", "--model"])
def test_what_only_counts_for_files_is_refused_for_a_site(run, tmp_path, command, option):
    path = tmp_path / "words.toml"
    path.write_text('[groups]\noffice = [["wobble board", "zorkle"]]\n', encoding="utf-8")

    code, out, err = run(*command, "--db", option, str(path))

    assert (code, out) == (2, "")
    assert f"{option} goes with --in" in err


def test_a_day_that_is_none_is_said(run, logs):
    code, _, err = run("match", "Who?", "--in", str(logs), "--asked-on", "31/02/2024")

    assert (code, err) == (2, "'31/02/2024' is no date: write it as 2025-10-06\n")


@pytest.mark.parametrize(
    "text", ["", "?!", "Dear Sir or Madam, under the Freedom of Information Act, please"]
)
def test_a_question_that_says_nothing_is_told_so(run, logs, text):
    code, out, err = run("match", text, "--in", str(logs))

    assert (code, out) == (2, "")
    assert err == "The question does not say what it is about: give it in its own words\n"


def test_a_file_that_is_not_there_is_one_line(run, logs):
    code, _, err = run(
        "match", "Who supplies your telephones?", "--in", str(logs / "none.txt"), str(logs)
    )

    assert code == 2
    assert err.count("\n") == 1
    assert "none.txt" in err


@pytest.mark.parametrize("command", [["match", "Where do herons nest?"], ["contradictions"]])
def test_where_no_question_was_read_nobody_is_told_that_none_is_like_it(run, logs, command):
    code, out, err = run(*command, "--in", str(logs / "none.txt"))

    assert (code, out) == (2, "")
    assert err.endswith("No question was read: there is nothing to compare with\n")


@pytest.mark.parametrize("more", [[], ["--json"]])
@pytest.mark.parametrize("command", [["match", "Where do herons nest?"], ["contradictions"]])
def test_a_file_that_asks_nothing_has_no_answer_either(run, tmp_path, command, more):
    (tmp_path / "note.txt").write_text("The lamps of Elm Road were mended.\n", encoding="utf-8")

    code, out, err = run(*command, "--in", str(tmp_path / "note.txt"), *more)

    assert (code, out) == (2, "")
    assert err.endswith("No question was read: there is nothing to compare with\n")


def test_nothing_like_a_question_is_a_no(run, logs):
    code, out, _ = run("match", "Where do herons nest?", "--in", str(logs))

    assert (code, out) == (1, "Nothing on file is like this question\n")


def test_answers_that_disagree_are_found(run, logs):
    code, out, _ = run("contradictions", "--in", str(logs), "--json")

    found = [(one["kind"], one["a"]["label"], one["is_change"]) for one in json.loads(out)]
    assert code == 1
    assert found == [("decision", "1", False), ("answer", "2", False)]


def test_one_log_alone_does_not_contradict_itself(run, logs):
    code, out, _ = run("contradictions", "--in", str(logs / "2021.txt"))

    assert (code, out) == (0, "No two answers contradict each other\n")


@pytest.mark.parametrize("command", [["match", "Where do herons nest?"], ["contradictions"]])
def test_a_file_that_cannot_be_read_is_one_line_and_the_others_count(run, logs, command):
    (logs / "bad.pdf").write_bytes(b"%PDF-1.7 and no more")

    code, out, err = run(*command, "--in", str(logs))

    assert code == 2
    assert out
    assert err.count("\n") == 1
    assert "bad.pdf" in err


@pytest.mark.parametrize(
    "command", [["match", "Who supplies your telephones?"], ["contradictions"]]
)
def test_a_folder_without_a_model_is_said(run, logs, command):
    code, out, err = run(*command, "--in", str(logs), "--model", str(logs))

    assert (code, out) == (2, "")
    assert err == f"{logs} holds no model of paraphrase: {logs}/config.json cannot be read\n"


def test_a_model_says_how_near_it_finds_what_is_found(run, logs):
    write_model(logs / "model")

    code, out, _ = run(
        "match",
        "Who supplies your telephone system?",
        "--in",
        str(logs / "2021.txt"),
        "--model",
        str(logs / "model"),
    )

    assert code == 0
    assert "nearly all is in common; a model of paraphrase puts them at 1.00 of 1" in out


@pytest.fixture
def command(tmp_path):
    """Return what runs a command on a site of its own."""
    env = {
        **os.environ,
        "ANSWERABLE_HOME": str(tmp_path / "home"),
        "ANSWERABLE_DATABASE": f"sqlite:///{tmp_path}/a.sqlite3",
    }
    copy_migrated(tmp_path / "a.sqlite3")
    with commands(env, tmp_path) as command:
        yield command


def test_what_the_site_has_published_is_on_file(command, tmp_path):
    assert command("match", "Who supplies your telephones?", "--db").returncode == 1

    (tmp_path / "log.txt").write_text(EARLIER, encoding="utf-8")
    assert command("import", "log.txt").returncode == 0
    found = command("match", "Who supplies your telephones?", "--db", "--json")

    (one, *_) = json.loads(found.stdout)
    assert found.returncode == 0
    assert (one["ref"], one["relation"], one["answer"]) == (
        "7000001",
        "same",
        "Tarn Telephones Ltd.",
    )

    (tmp_path / "later.txt").write_text(LATER, encoding="utf-8")
    assert command("import", "later.txt").returncode == 0
    disagree = command("contradictions", "--db", "--json")
    (supplier, launches) = json.loads(disagree.stdout)
    assert disagree.returncode == 1
    assert [supplier[side]["ref"] for side in "ab"] == ["7000001", "7000002"]
    assert (supplier["kind"], launches["kind"]) == ("decision", "answer")
    assert command("contradictions", "--db").stdout.count("question 1 and") == 1

    for part in (tmp_path / "home" / "question-index").rglob("*.store"):
        part.write_bytes(b"")
    # What is damaged is made anew.
    assert command("match", "Who supplies your telephones?", "--db").returncode == 0
    assert command("contradictions", "--db").returncode == 1


@pytest.mark.django_db
def test_the_sites_own_words_count_for_what_it_has_published(run):
    texts = ("How many wobble boards did you buy?", "How many zorkles did you buy?")
    keep(make_entry(questions=[make_question(text=texts[0])]))
    before = run("match", texts[1], "--db", "--json")

    keep_group(["wobble board", "zorkle"], reason="Askers say both", doing=doing_by())
    after = run("match", texts[1], "--db", "--json")

    assert [one["relation"] for one in json.loads(before[1])] != ["same"]
    assert [one["relation"] for one in json.loads(after[1])] == ["same"]
