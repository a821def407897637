"""What left is inspected again when the rules change, and a find opens an incident with its clock."""

import datetime as dt
import hashlib

import pytest
from django.db import transaction

from answerable.actions.casework.releasing.asking import ask_for_what_lacks_it
from answerable.actions.casework.releasing.incidents import (
    IncidentNotFound,
    close_incident,
    note_incident,
    say_told,
)
from answerable.actions.casework.releasing.left import open_incidents
from answerable.actions.casework.releasing.looking_back import look_back
from answerable.domain.roles import MoveNotAllowed
from answerable.inspecting import Inspection, Verdict, inspection_as_json
from answerable.inspecting.version import rules_version
from answerable.queries.casework.releasing.fetching import may_still_be_fetched
from answerable.queries.casework.releasing.incidents import incident_row, incident_rows
from answerable.queries.casework.releasing.released import (
    every_released_file,
    released_count,
    released_files,
)
from answerable.queries.casework.releasing.standings import key_of
from answerable.queries.ledger import ledger_rows
from answerable.records.archive.models import PublishedFile
from answerable.records.casework.models import (
    CaseFile,
    FileInspection,
    FileSettlement,
    Incident,
    Letter,
    LetterFile,
    NamedPerson,
    Outgoing,
    Request,
)
from tests.support import log_drafts, outbox, releasing
from tests.support.accounts import make_person
from tests.support.casework import AT, AUDITOR, MANAGER, OFFICER, REF, doing_by
from tests.support.inspecting import HONEST, cleared, inspect, the_file, workbook
from tests.support.releasing import CHECK, STOP

pytestmark = pytest.mark.django_db
SENT = AT - dt.timedelta(days=40)


def sent(data=HONEST, name="figures.csv"):
    """A file left with a letter 40 days ago."""
    outbox.leaving_letter(files=((name, "text/csv", data),))
    Letter.objects.update(state="sent", sent_at=SENT, sent_on=SENT.date())
    return the_file()


def found_in(file, *findings, at=AT):
    """Let an inspection find something, and return how many incidents that opens."""
    row = cleared(file, verdict=Verdict.FINDINGS, findings=findings)
    with transaction.atomic():
        return open_incidents(row, at=at)


@pytest.mark.slow
def test_what_left_is_inspected_when_the_rules_have_changed_and_a_find_opens_an_incident():
    make_person(MANAGER.key, name="Mary", roles=["manager"])
    make_person(OFFICER.key, name="Olive", roles=["officer"])
    file = sent(workbook(hidden="9,483 names", rows=40), "staff.xlsx")
    FileInspection.objects.update(rules="0-earlier")

    assert ask_for_what_lacks_it(at=AT, published=True) == 1
    looked = inspect()

    assert (looked.inspected, looked.incidents) == (1, 1)
    one = Incident.objects.get()
    assert (one.sha256, one.what, one.out_since) == (file.sha256, ["A hidden sheet"], SENT)
    assert one.went_to == ["with letter 1, by e-mail on Wednesday 27 August 2025"]
    (mail,) = Outgoing.objects.filter(key__startswith="incident")
    assert mail.address == MANAGER.key
    assert "09:00" not in mail.text
    assert "by 10:00 on Thursday 9 October 2025" in mail.text
    assert "staff.xlsx" not in mail.text + mail.subject


def test_the_same_find_opens_no_second_incident_and_none_again_once_it_was_dealt_with():
    file = sent()

    assert (found_in(file, STOP), found_in(file, STOP)) == (1, 0)
    Incident.objects.update(state="closed")
    assert found_in(file, STOP) == 0


def test_what_must_be_decided_or_was_let_through_opens_none():
    file = sent()
    assert found_in(file, CHECK) == 0
    row = cleared(file, verdict=Verdict.FINDINGS, findings=(STOP,))
    for by in ("olive", "mary"):
        FileSettlement.objects.create(
            request=file.request, sha256=file.sha256, kind="overridden",
            findings=[key_of(STOP)], reason="A court", by=by, at=AT,
        )  # fmt: skip

    with transaction.atomic():
        assert open_incidents(row, at=AT) == 0


def test_what_never_left_opens_none():
    file = sent()
    Letter.objects.update(state="stopped")

    assert found_in(file, STOP) == 0


def test_what_is_published_is_looked_back_on_by_its_bytes(settings):
    settings.ANSWERABLE_BODY = "OPA"
    draft = log_drafts.validated()
    log_drafts.with_file(draft)
    log_drafts.publish(REF, 1, doing=doing_by(MANAGER))
    log_drafts.work()
    published = PublishedFile.objects.get()
    row = FileInspection.objects.create(
        sha256=published.sha256, name=published.name, rules=rules_version(), asked_at=AT, done_at=AT,
        verdict="findings", report=inspection_as_json(
            Inspection(published.name, published.sha256, "csv", Verdict.FINDINGS, (STOP,))
        ),
    )  # fmt: skip

    with transaction.atomic():
        assert open_incidents(row, at=AT) == 1

    one = Incident.objects.get()
    assert (one.reference, one.entry) == (REF, published.entry.key)
    assert one.went_to[0].startswith("published in the log on ")
    (listed,) = [each for each in every_released_file() if each.entry]
    assert listed.standing == "cannot be released"


@pytest.mark.slow
def test_a_file_that_is_published_is_inspected_though_no_request_knows_it_any_more(settings):
    settings.ANSWERABLE_BODY = "OPA"
    log_drafts.with_file(log_drafts.validated())
    log_drafts.publish(REF, 1, doing=doing_by(MANAGER))
    log_drafts.work()

    look_back(doing=doing_by(MANAGER))
    inspect()

    assert FileInspection.objects.get(request=None).verdict == "clear"
    assert ledger_rows(last=1)[0].subject == "published file"


def test_what_left_is_listed_with_the_verdict_of_now_for_those_who_may_see_it():
    file = sent()
    CaseFile.objects.update(release="before inspections")

    (row,) = released_files(viewer=MANAGER)

    assert (row.name, row.reference, row.letter, row.since) == ("figures.csv", REF, 1, SENT)
    assert (row.standing, row.before) == ("clear", True)
    FileInspection.objects.update(rules="0-earlier")
    assert released_files(viewer=MANAGER)[0].standing == "not inspected"
    Request.objects.update(is_restricted=True)
    assert (released_files(viewer=MANAGER), released_count(MANAGER)) == ((), 0)
    NamedPerson.objects.create(request=file.request, key=MANAGER.key)
    assert released_count(MANAGER) == 1


def test_everything_is_inspected_again_if_that_is_asked():
    sent()
    assert look_back(doing=doing_by(MANAGER)) == 0
    assert look_back(doing=doing_by(MANAGER), everything=True) == 1
    with pytest.raises(MoveNotAllowed, match="is for managers"):
        look_back(doing=doing_by(AUDITOR))


def test_a_file_that_left_is_handed_out_by_its_link_while_its_last_inspection_lets_it():
    file = sent()
    going = LetterFile.objects.select_related("file").get()
    assert may_still_be_fetched(going)
    FileInspection.objects.update(rules="0-earlier")
    assert may_still_be_fetched(going)

    found_in(file, STOP, at=AT)
    assert not may_still_be_fetched(going)
    FileInspection.objects.filter(rules=rules_version()).delete()
    CaseFile.objects.update(data=b"others")
    assert not may_still_be_fetched(going)
    CaseFile.objects.update(data=HONEST)
    FileInspection.objects.all().delete()
    assert not may_still_be_fetched(going)


def test_an_incident_is_closed_once_somebody_said_whether_the_regulator_was_told():
    pk = releasing.incident().pk
    doing = doing_by(MANAGER)
    with pytest.raises(MoveNotAllowed, match="Say first whether the regulator was told"):
        close_incident(pk, reason="Recalled", doing=doing)

    note_incident(pk, "Everybody who got it was written to", doing=doing)
    say_told(pk, told=False, reason="No personal data", doing=doing)
    say_told(pk, told=True, reason="It had, after all", doing=doing)
    close_incident(pk, reason="Recalled", doing=doing)

    row = incident_row(pk, viewer=MANAGER, at=AT)
    assert (row.is_open, row.told, row.told_reason) == (False, "reported", "It had, after all")
    assert [one.text for one in row.notes] == ["Everybody who got it was written to"]
    assert [one.action for one in ledger_rows(subject=f"incident {pk}")] == [
        "incident noted", "incident not reported", "incident reported", "incident closed",
    ]  # fmt: skip
    with pytest.raises(MoveNotAllowed, match="closed already"):
        close_incident(pk, reason="Again", doing=doing)


def test_an_incident_is_dealt_with_by_managers_with_a_reason_and_by_nobody_else():
    pk = releasing.incident().pk
    for act in (note_incident, lambda pk, why, doing: close_incident(pk, reason=why, doing=doing)):
        with pytest.raises(MoveNotAllowed, match="Say why"):
            act(pk, " ", doing=doing_by(MANAGER))
        with pytest.raises(MoveNotAllowed, match="is for managers"):
            act(pk, "x", doing=doing_by(OFFICER))
    with pytest.raises(IncidentNotFound, match="There is no incident"):
        note_incident(pk + 1, "x", doing=doing_by(MANAGER))


def test_an_incident_of_a_restricted_request_is_there_for_those_named_only():
    file = sent()
    found_in(file, STOP)
    pk = Incident.objects.get().pk
    Request.objects.update(is_restricted=True)

    assert incident_rows(viewer=MANAGER, at=AT) == ()
    with pytest.raises(IncidentNotFound):
        note_incident(pk, "x", doing=doing_by(MANAGER))
    NamedPerson.objects.create(request=file.request, key=MANAGER.key)
    assert [one.pk for one in incident_rows(viewer=MANAGER, at=AT)] == [pk]


def test_who_asked_is_not_named_by_an_incident():
    file = sent(name="Jane_Zebedee.csv")
    requester = file.request.requester
    requester.name = "Jane Zebedee"
    requester.save()

    found_in(the_file(), STOP)

    assert "ebedee" not in Incident.objects.get().name


def test_bytes_that_are_not_those_of_their_digest_are_never_told_of():
    file = sent()
    FileInspection.objects.all().delete()
    CaseFile.objects.update(data=b"others")

    ask_for_what_lacks_it(at=AT, published=True)

    assert inspect().inspected == 0
    assert not FileInspection.objects.exists()
    assert hashlib.sha256(HONEST).hexdigest() == file.sha256
