"""`answerable take-in`, `requests` and `request`, run as people run them."""

import datetime as dt
import json
from pathlib import Path

import pytest

from answerable.cli import main
from tests.support.letters import ASKED, make_mail

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _a_day_in_november(time_machine):
    time_machine.move_to(dt.datetime(2026, 11, 25, 10, tzinfo=dt.UTC))


@pytest.fixture
def run(capsys):
    """Return what runs a command, and gives its code, output and errors."""

    def command(*words):
        code = main(words)
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


@pytest.fixture
def folder(tmp_path):
    """Return a folder with a mail, its reply, and a letter."""
    (tmp_path / "a.eml").write_bytes(make_mail())
    reply = make_mail(Message_ID="<2@example.org>", In_Reply_To="<1@example.org>", text="Any news?")
    (tmp_path / "b.eml").write_bytes(reply)
    (tmp_path / "c.txt").write_text(ASKED.replace("printers", "pens"))
    return tmp_path


def test_a_folder_is_taken_in_and_says_what_became_of_each(run, folder):
    code, out, err = run("take-in", str(folder), "--received", "2026-11-02", "--from", "A. Person")

    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "a.eml: request 2026-0001, 2 questions",
        "b.eml: belongs to 2026-0001",
        "c.txt: request 2026-0002, 2 questions",
    ]
    assert "a.eml: came before, it is 2026-0001" in run("take-in", str(folder / "a.eml"))[1]


def test_mailboxes_are_taken_in_message_by_message(run, tmp_path):
    line = b"From a@example.org Mon Nov  2 09:30:00 2026\n"
    mails = [make_mail(Message_ID=f"<{one}@x.example>").replace(b"\r\n", b"\n") for one in (1, 2)]
    (tmp_path / "old.mbox").write_bytes(b"\n".join(line + one for one in mails))
    third = make_mail(Message_ID="<3@x.example>")
    for name in ("new/17.M1.host", "cur/.keep", "tmp/18.M1.host", "dovecot-uidlist"):
        path = tmp_path / "box" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(third if "new" in name else b"no message of ours")
    (tmp_path / ".DS_Store").write_bytes(b"what a folder hides")

    _, out, err = run("take-in", str(tmp_path))

    assert err == ""
    assert [line.split(":")[0] for line in out.splitlines() if "request" in line] == [
        "17.M1.host",
        "old.mbox#1",
        "old.mbox#2",
    ]


def test_a_letter_in_a_folder_called_new_is_a_letter(run, tmp_path):
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "letter.txt").write_text(ASKED)

    run("take-in", str(tmp_path), "--received", "2026-11-02")

    assert json.loads(run("requests", "--json")[1])["channel"] == "post"


def test_a_folder_that_cannot_be_listed_stops_no_other(run, folder, monkeypatch):
    (folder / "closed").mkdir()
    listed = Path.iterdir

    def refuse(path):
        if path.name == "closed":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", refuse)

    code, out, err = run("take-in", str(folder))

    assert (code, err) == (2, "closed: Permission denied\n")
    assert "c.txt: request" in out


def test_a_name_that_is_not_in_utf_8_stops_no_other(run, folder):
    (folder / b"b\xe9.eml".decode("utf-8", "surrogateescape")).write_bytes(
        make_mail(Subject="Pens")
    )

    code, out, _ = run("take-in", str(folder))

    assert code == 0
    assert len([line for line in out.splitlines() if not line.startswith(" ")]) == 4


def test_what_came_before_is_told_to_machines_too(run, folder):
    run("take-in", str(folder / "a.eml"))

    again = json.loads(run("take-in", str(folder / "a.eml"), "--json")[1])

    assert (again["reference"], again["is_repeated"]) == ("2026-0001", True)


def test_a_new_message_is_seen_or_made_a_request(run, folder):
    run("take-in", str(folder / "a.eml"), "--received", "2026-11-02")
    run("take-in", str(folder / "b.eml"), "--received", "2026-11-03")

    listed = run("requests")[1]
    shown = run("request", "2026-0001")[1]
    digest = json.loads(run("request", "2026-0001", "--json")[1])["messages"][1]["sha256"]
    code, _, err = run("request", "2026-0001", "--own-request", digest[:8])
    seen = run("request", "2026-0002", "--seen")

    assert "2 of 2 open  1 NEW  Printers" in listed
    assert shown.endswith(f"Message {digest[:12]} by email, NEW\n  > Any news?\n")
    assert (code, err) == (0, "b.eml: request 2026-0002, 1 question\n")
    assert (seen[0], "NEW" in run("requests")[1]) == (0, False)


def test_what_somebody_sent_cannot_command_the_terminal(run, tmp_path):
    (tmp_path / "a.eml").write_bytes(make_mail(text="How many \x1b]0;owned\x07 printers?"))

    run("take-in", str(tmp_path))

    assert "How many \ufffd]0;owned\ufffd printers?" in run("request", "2026-0001")[1]


def test_a_file_that_cannot_be_taken_in_stops_no_other(run, folder):
    code, out, err = run("take-in", str(folder / "none.eml"), str(folder / "a.eml"), "--json")

    assert code == 2
    assert err == "none.eml: No such file or directory\n"
    assert json.loads(out)["is_new"]


def test_a_day_that_is_none_is_one_plain_sentence(run, folder):
    code, out, err = run("take-in", str(folder / "a.eml"), "--received", "yesterday")

    assert (code, out) == (2, "")
    assert err == "a.eml: 'yesterday' is no date: write it as 2025-10-06\n"


def test_requests_are_listed_with_the_most_urgent_first(run, folder):
    run("take-in", str(folder / "c.txt"), "--received", "2026-11-02")
    run("take-in", str(folder / "a.eml"), "--received", "2026-10-05")

    lines = run("requests")[1].splitlines()
    (due,) = map(json.loads, run("requests", "--due-by", "2026-11-10", "--json")[1].splitlines())

    assert lines[0].startswith("2026-0002  due 2026-11-02")
    assert lines[1].startswith("2026-0001  due 2026-12-01")
    assert (due["reference"], due["work_to"]) == ("2026-0002", "2026-11-02")


def test_what_happened_to_a_question_is_recorded_and_shown(run, folder):
    run("take-in", str(folder / "a.eml"), "--received", "2026-11-02")

    code, out, _ = run(
        *("request", "2026-0001", "--event", "clarification:2026-11-04", "--question", "2")
    )
    shown = json.loads(run("request", "2026-0001", "--json")[1])

    assert code == 0
    assert "  1      How many printers do you have?\n         due Tuesday 1 December 2026" in out
    assert "  2      Who mends them?\n         waits: clarification was asked for" in out
    assert [one["clock"]["state"] for one in shown["questions"]] == ["running", "waiting"]
    assert "day 20" in run("request", "2026-0001", "--explain")[1]


def test_questions_are_split_otherwise(run, folder):
    run("take-in", str(folder / "a.eml"), "--received", "2026-11-02")

    run("request", "2026-0001", "--merge", "1,2")
    run("request", "2026-0001", "--cut", "1", "Who mends")
    run("request", "2026-0001", "--reword", "1.2", "Who repairs them?")
    _, out, _ = run("request", "2026-0001", "--order", "1.2,1.1")

    assert out.index("1.2    Who repairs them?") < out.index(
        "1.1    How many printers do you have?"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["request", "2026-0001", "--merge", "1"], "at least two"),
        (["request", "1999-0001"], "There is no request 1999-0001"),
        (["request", "1999-0001", "--event", "answered:2026-11-04"], "There is no request"),
        (["request", "2026-0001", "--event", "answered:2026-11-01"], "2026-0001, question 1: On"),
        (["request", "2026-0001", "--event", "sneezed:2026-11-04"], "Nothing known to the clock"),
        (
            ["request", "2026-0001", "--event", "answered:2026-11-04", "--question", "9"],
            "no question 9",
        ),
        (["requests", "--due-by", "soon"], "'soon' is no date"),
    ],
)
def test_what_cannot_be_is_one_plain_sentence(run, folder, words, said):
    run("take-in", str(folder / "a.eml"), "--received", "2026-11-02")

    code, out, err = run(*words)

    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1
