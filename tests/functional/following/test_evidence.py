"""The evidence: what passed between whoever asked and the office, and no reason that a letter held back."""

import datetime as dt
import hashlib
import io
import json
import zipfile

import pytest
from django.utils import timezone

from answerable.actions.follow_links import follow_link
from answerable.publishing.case_folder import case_folder
from answerable.queries.following import evidence
from answerable.queries.following.evidence import evidence_of
from answerable.records.casework.models import (
    CaseFile,
    DecisionVersion,
    Letter,
    LetterFile,
    Outgoing,
    Question,
    QuestionEvent,
    Request,
)
from tests.functional.following.conftest import path_of, token_of
from tests.support import scenes
from tests.support.casework import AT, TABLE

pytestmark = pytest.mark.django_db


def held():
    follow_link(Request.objects.get(), at=AT)
    return evidence_of(token_of(), table=TABLE, on=AT.date())


def ground(why, *points):
    return {
        "citation": "31(1)(a)",
        "why": why,
        "public_interest": {"for_disclosure": list(points), "for_withholding": [], "balance": None},
    }


def test_reasons_stand_in_the_evidence_only_as_the_letter_gave_them(office):
    scenes.posted()
    version = DecisionVersion.objects.filter(question__label="1").get()
    said = "it would help\npeople who plan burglaries"
    version.decision["grounds"] = [
        ground(said, "openness", "Secret weighing"),
        ground("Secret why"),
    ]
    version.save()
    letter = Letter.objects.get()
    letter.text = "- because it would help people\n  who plan burglaries; openness"
    letter.save()

    first, second = held().questions[0].rounds[0].grounds

    assert (first.why, first.for_disclosure, second.why) == (said, ("openness",), "")
    assert b"Secret" not in b"".join(one.data for one in case_folder(held()).files)


def test_a_mail_has_the_headers_with_which_it_left(office, settings):
    settings.DEFAULT_FROM_EMAIL = "FOI team <foi@body.example>"
    scenes.mailing()
    Outgoing.objects.filter(letter__isnull=False).update(state="sent", handed_at=AT, sent_at=AT)
    Letter.objects.update(state="sent", sent_at=AT, sent_on=AT.date())

    headers = dict(held().letters[0].headers)

    mail = Outgoing.objects.get(letter__isnull=False)
    assert headers["From"] == "FOI team <foi@body.example>"
    assert (headers["To"], headers["Message-ID"]) == ("a.person@example.org", mail.message_id)
    assert headers["Date"] == "Mon, 06 Oct 2025 09:00:00 +0000"


def test_nothing_of_a_draft_stands_in_it(office):
    scenes.cleared()

    case = held()

    assert case.letters == ()
    assert [one.rounds[0].outcomes for one in case.questions] == [(), ()]
    assert b"There are twelve" not in b"".join(one.data for one in case_folder(case).files)


def test_each_round_keeps_its_own_decision_and_its_own_clock(office):
    scenes.posted()
    question = Question.objects.get(label="1")
    question.round, question.round_from, question.round_limit = 2, dt.date(2025, 11, 3), "20wd"
    question.stage = "open"
    question.save()

    first, second = held().questions[0].rounds

    assert (first.answered_on, first.outcomes, first.letter) == (AT.date(), ("disclosed",), 1)
    assert (second.answered_on, second.outcomes, second.letter) == (None, (), None)
    assert second.clock["received_on"] == "2025-11-03"
    assert QuestionEvent.objects.filter(question=question, round=2).count() == 0


def test_what_is_too_large_is_named_with_its_digest_and_left_out(office, monkeypatch):
    monkeypatch.setattr(evidence, "MOST_BYTES", 3)
    scenes.posted()
    file = CaseFile.objects.create(
        request=Request.objects.get(), name="big.csv", content_type="text/csv", sha256="ab" * 32,
        size=4, data=b"1,2\n", added_by="x", added_at=AT,
    )  # fmt: skip
    LetterFile.objects.create(letter=Letter.objects.get(), file=file, place=0)

    folder = {one.path: one.data for one in case_folder(held()).files}

    assert not any("big.csv" in path for path in folder)
    for page in ("README.txt", "index.html"):
        assert "ab" * 32 in folder[page].decode()
    assert "too large for this folder" in folder["index.html"].decode()


def test_the_digests_are_those_of_the_files(client, office):
    scenes.posted()
    follow_link(Request.objects.get(), at=AT)

    answer = client.get(path_of(token_of(), "evidence.zip"))

    name = f"request-2025-0001-{timezone.localdate()}.zip"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    with zipfile.ZipFile(io.BytesIO(answer.content)) as pack:
        sums = dict(
            reversed(line.split("  ")) for line in pack.read("SHA256SUMS").decode().splitlines()
        )
        for path, digest in sums.items():
            assert hashlib.sha256(pack.read(path)).hexdigest() == digest
        assert json.loads(pack.read("decisions.json"))["reference"] == "2025-0001"
        assert {*sums, "SHA256SUMS"} == set(pack.namelist())
