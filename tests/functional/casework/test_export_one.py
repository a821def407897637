"""A request is taken out whole: every row, every file, a page that names them, and digests that hold."""

import hashlib
import io
import json
import zipfile

import pytest

from answerable.cli import main
from answerable.domain.clock.written import events_of
from answerable.queries.casework.whole.rows import data_files
from answerable.queries.ledger import ledger_rows
from answerable.records.casework.models import Message, QuestionEvent, Request
from tests.functional.casework.conftest import seen
from tests.support import scenes
from tests.support.casework import AUDITOR, INTAKE, OFFICER, REF, record
from tests.support.filled import fill

pytestmark = pytest.mark.django_db
PAGE = f"/requests/{REF}/export/"


def unpacked(answer):
    assert answer.status_code == 200, answer.content.decode()[:2000]
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        return {one: packed.read(one) for one in packed.namelist()}


def test_everything_of_an_answered_request_stands_in_the_zip(as_, office):
    scenes.answered()
    files = unpacked(as_(AUDITOR).post(PAGE, {"reason": "The auditor asked"}))

    page = files["index.html"].decode()
    assert "A. Person" in page
    assert "There are 12." in page
    raw = bytes(Message.objects.order_by("pk").first().raw)
    assert files["messages/001-a.eml"] == raw
    given = [path for path in files if path.startswith("contributions/")]
    assert [path.rpartition("/")[2] for path in given] == ["01-twelve.csv"]
    assert files[given[0]] == b"12\n"
    for line in files["SHA256SUMS"].decode().splitlines():
        digest, _, path = line.partition("  ")
        assert hashlib.sha256(files[path]).hexdigest() == digest
    told = ledger_rows(subject=f"request {REF}", last=1)[0]
    assert (told.action, told.data) == ("request exported", {"reason": "The auditor asked"})


def test_the_letter_and_what_was_decided_stand_in_it(as_, office):
    scenes.posted()

    files = unpacked(as_(INTAKE).post(PAGE, {"reason": "For the regulator"}))

    assert files["letters/001-answer.pdf"].startswith(b"%PDF")
    page = files["index.html"].decode()
    assert "version 1 in round 1" in page
    assert "disclosed" in page


def test_the_clock_can_be_counted_again_from_what_is_written(as_):
    scenes.begun()
    record("clarification:2025-10-08:2025-10-20", "pit_extension_notice:2025-11-03:2025-12-01")

    files = unpacked(as_(INTAKE).post(PAGE, {"reason": "For the regulator"}))

    first = json.loads(files["data/clock.json"])[0]
    assert [one.kind for one in events_of(first["events"])] == list(
        QuestionEvent.objects.filter(question__label="1")
        .order_by("pk")
        .values_list("kind", flat=True)
    )
    command = f"answerable clock --regime FOIA --received 2025-10-06 --event {first['events'][0]}"
    assert command in files["index.html"].decode()


def test_why_more_time_was_taken_again_is_part_of_what_is_counted_again(as_):
    scenes.begun()
    again = "pit_extension_notice:2025-11-03:2025-12-01:The witness is ill"
    record("pit_extension_notice:2025-10-20:2025-11-24", again)

    files = unpacked(as_(INTAKE).post(PAGE, {"reason": "For the regulator"}))

    first = json.loads(files["data/clock.json"])[0]
    assert first["events"][-1] == again
    assert f"--event &#x27;{again}&#x27;" in files["index.html"].decode()


def test_no_row_is_missing_and_no_secret_is_there():
    found = Request.objects.get(reference=fill("quagga"))

    rows = {one.path: json.loads(one.data) for one in data_files(found)}

    assert all(rows.values()), [path for path, found in rows.items() if not found]
    assert not any("nonce" in row for found in rows.values() for row in found)


def test_who_may_not_take_it_out_is_told_why(as_):
    scenes.begun()

    refused = as_(OFFICER).post(PAGE, {"reason": "I want it"})
    assert "Taking a whole request out as files is for intake staff" in seen(refused, 403)
    assert "Say why" in seen(as_(INTAKE).post(PAGE, {"reason": " "}), 403)


@pytest.mark.django_db(transaction=True)
def test_the_command_writes_a_folder_once(tmp_path, capsys):
    scenes.begun()
    words = ["export", REF, "--to", str(tmp_path / "out"), "--reason", "For the archive"]

    assert main(words) == 0
    assert (tmp_path / "out" / "index.html").exists()
    assert main(words) == 2
    assert "is there already" in capsys.readouterr().err
    assert main(["export", "2025-0999", "--to", str(tmp_path / "b"), "--reason", "x"]) == 2
    assert "There is no request 2025-0999" in capsys.readouterr().err
