"""Registers for staff and for everyone: who sees what, loads that wait, and what is published."""

import datetime as dt
import json
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from answerable.actions.registers.loading import give_file, load_waiting
from answerable.queries.register_places import registers_folder, waiting_folder
from answerable.queries.registers.browsing import store
from answerable.records.ledger.models import LedgerLine
from answerable.records.registers.models import RegisterLoad
from tests.functional.casework.conftest import done, seen
from tests.support.casework import ANALYST, AT, INTAKE, MANAGER, OFFICER, doing_by
from tests.support.site_registers import HIDDEN, PEOPLE, PROCEEDINGS, RECOMMENDATIONS, loaded

pytestmark = pytest.mark.django_db
PAGE = "/figures/registers/"
WHY = {"reason": "The board agreed"}


def lines():
    told = LedgerLine.objects.filter(subject__startswith="register ").order_by("number")
    return [(one.action, one.subject) for one in told]


def worked():
    return load_waiting(clock=lambda: AT, doing=lambda: doing_by(MANAGER))


def test_registers_are_listed_with_their_latest_snapshot(as_):
    loaded(as_at=dt.date(2023, 6, 26))
    loaded()

    page = seen(as_(OFFICER).get(PAGE))

    assert "Learning recommendations" in page
    assert "26 June 2024" in page
    assert "Not loaded yet" in page
    assert "Load a file" not in page
    assert "Load a file" in seen(as_(ANALYST).get(PAGE))


def test_a_register_for_analysts_is_for_others_no_register(as_):
    loaded("people-investigated", PEOPLE)

    assert as_(OFFICER).get(f"{PAGE}people-investigated/").status_code == 404
    assert "People in independent" not in seen(as_(OFFICER).get(PAGE))
    assert "P-1" in seen(as_(ANALYST).get(f"{PAGE}people-investigated/"))
    assert as_(INTAKE).get(PAGE).status_code == 403


@pytest.mark.parametrize(
    ("query", "shown", "hidden"),
    [
        ("", ["REC-0001", "REC-0002", "2 May 2023", "1 to 3 of 3"], []),
        ("area=training", ["REC-0002", "Train sergeants"], ["REC-0001", "REC-0003"]),
        ("made_on=2023/24&recipient=Kent Police", ["REC-0001", "REC-0003"], ["REC-0002"]),
        ("words=write DOWN", ["REC-0003"], ["REC-0001"]),
        ("words=nowhere", ["No row matches"], ["REC-0001"]),
        ("page=99", ["The rows end before this page"], ["REC-0001"]),
        ("snapshot=2020-01-01", ["There is no snapshot"], ["REC-0001"]),
    ],
)
def test_rows_are_narrowed_by_the_address(as_, query, shown, hidden):
    loaded()

    page = seen(as_(OFFICER).get(f"{PAGE}recommendations/?{query}"))

    assert [one for one in shown if one not in page] == []
    assert [one for one in hidden if one in page] == []


def test_the_rows_that_are_asked_for_are_a_file(as_):
    loaded()

    answer = as_(OFFICER).get(f"{PAGE}recommendations.csv?area=custody")

    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert text.splitlines()[0] == (
        "reference,made_on,recipient,area,reach,text,response,responded_on"
    )
    assert len(text.splitlines()) == 3
    assert "2023-05-02,Kent Police,Custody,One force" in text


def test_a_file_is_given_loaded_in_the_background_and_seen(as_):
    file = SimpleUploadedFile("rows.csv", RECOMMENDATIONS.encode())
    posted = {
        "register": "recommendations", "file": file,
        "as_at_day": "26", "as_at_month": "6", "as_at_year": "2024",
    }  # fmt: skip

    answer = as_(ANALYST).post(f"{PAGE}load/", posted, follow=True)

    done(answer, "loaded in the background")
    assert "Waiting" in seen(answer)
    assert worked() == 1
    load = RegisterLoad.objects.get()
    page = seen(as_(ANALYST).get(f"{PAGE}loads/{load.pk}/"))
    assert "Loaded" in page
    assert load.snapshot in page
    assert store().find("recommendations").loaded_from == "rows.csv"
    assert list(waiting_folder().iterdir()) == []
    assert "REC-0003" in seen(as_(OFFICER).get(f"{PAGE}recommendations/"))
    assert lines()[-2:] == [
        ("register file given", "register recommendations"),
        ("register loaded", "register recommendations"),
    ]


def test_a_file_that_cannot_be_loaded_leaves_nothing_and_says_why(as_):
    doing = doing_by(MANAGER)
    number = give_file(
        "recommendations",
        "x.csv",
        [RECOMMENDATIONS.replace("2024-01-15", "31/02/2024").encode()],
        as_at=doing.on,
        doing=doing,
    )

    assert worked() == 1

    page = seen(as_(MANAGER).get(f"{PAGE}loads/{number}/"))
    assert "Nothing of it was loaded" in page
    assert "x.csv was not loaded: one cell of 3 rows" in page
    assert '<td class="govuk-table__cell">Made</td>' in page
    assert "There is no such day" in page
    assert "What is wrong" in page
    assert list(waiting_folder().iterdir()) == []
    assert "No snapshot of" in seen(as_(MANAGER).get(f"{PAGE}recommendations/"))


@pytest.mark.parametrize(
    ("changed", "status", "words"),
    [
        ({"register": "nothing"}, 422, "Select a valid choice"),
        ({"as_at_year": "2031"}, 409, "is still to come"),
        ({"file": b""}, 422, "empty"),
    ],
)
def test_what_cannot_be_taken_in_is_said_at_once(as_, changed, status, words):
    posted = {
        "register": "recommendations", "file": RECOMMENDATIONS.encode(),
        "as_at_day": "26", "as_at_month": "6", "as_at_year": "2024", **changed,
    }  # fmt: skip
    posted["file"] = SimpleUploadedFile("rows.csv", posted["file"])

    page = seen(as_(ANALYST).post(f"{PAGE}load/", posted), status)

    assert words in page
    assert not RegisterLoad.objects.exists()
    assert not waiting_folder().exists() or list(waiting_folder().iterdir()) == []


def test_a_store_that_cannot_take_a_file_is_said_and_no_file_stays(as_, monkeypatch):
    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("answerable.measuring.snapshots.store.SnapshotStore.load", full)
    doing = doing_by(MANAGER)
    give_file("recommendations", "x.csv", [RECOMMENDATIONS.encode()], as_at=doing.on, doing=doing)

    assert worked() == 1

    assert "No space left on device" in RegisterLoad.objects.get().refusal
    assert list(waiting_folder().iterdir()) == []


def test_a_file_whose_worker_was_killed_twice_is_refused(as_):
    doing = doing_by(MANAGER)
    give_file("recommendations", "x.csv", [RECOMMENDATIONS.encode()], as_at=doing.on, doing=doing)
    RegisterLoad.objects.update(
        state="loading", losses=1, claimed_until=AT - dt.timedelta(minutes=1)
    )

    assert worked() == 1

    assert "ended the loader twice" in RegisterLoad.objects.get().refusal


def test_what_is_published_holds_only_what_is_public_and_can_be_taken_back(as_, client):
    loaded("misconduct-proceedings", PROCEEDINGS)
    assert client.get("/registers/misconduct-proceedings").status_code == 404

    answer = as_(MANAGER).post(
        f"{PAGE}misconduct-proceedings/", {"do": "publish", **WHY}, follow=True
    )

    done(answer, "It is published")
    client.logout()
    page = seen(client.get("/registers/misconduct-proceedings"))
    assert "Dismissed without notice" in page
    assert HIDDEN not in page
    assert "Diswyddo heb rybudd" in seen(client.get("/cy/registers/misconduct-proceedings"))
    assert "Achosion camymddwyn" in seen(client.get("/cy/registers"))
    assert "/registers/misconduct-proceedings" in seen(client.get("/"))
    (file,) = (registers_folder() / "published").iterdir()
    assert HIDDEN.encode() not in file.read_bytes()

    done(
        as_(MANAGER).post(
            f"{PAGE}misconduct-proceedings/", {"do": "take-back", **WHY}, follow=True
        ),
        "not published any more",
    )

    client.logout()
    assert client.get("/registers/misconduct-proceedings").status_code == 404
    assert "/registers/misconduct-proceedings" not in seen(client.get("/"))
    assert not file.exists()
    assert [action for action, _ in lines()] == ["register published", "register taken back"]


def test_personal_data_in_its_texts_is_shown_masked_and_decided_on_with_a_reason(as_, client):
    named = RECOMMENDATIONS.replace("Train sergeants again.", "Train Sarah Quillfeather again.")
    loaded(text=named)
    browser = as_(MANAGER)
    page = f"{PAGE}recommendations/"

    asked = seen(browser.post(page, {"do": "publish", **WHY}), 409)
    assert "Its texts may hold personal data (name: 1)" in asked
    assert "S•••• Q•••••••••••" in asked
    assert "Quillfeather" not in asked.split('id="personal"')[1]
    assert 'Recommendation</td><td class="govuk-table__cell">2<' in asked
    digest = re.search(r'name="digest" value="(\w+)"', asked)[1]
    stale = {"digest": "0" * 64, "stays": "She agreed", "do": "publish", **WHY}
    assert "may hold personal data" in seen(browser.post(page, stale), 409)

    done(browser.post(page, {**stale, "digest": digest}, follow=True), "It is published")

    told = json.loads(LedgerLine.objects.get(action="register published").data)
    assert (told["personal"], told["because"]) == ({"name": 1}, "She agreed")


def test_what_is_published_is_narrowed_and_taken_away_as_files(as_, client):
    loaded()
    done(
        as_(MANAGER).post(f"{PAGE}recommendations/", {"do": "publish", **WHY}, follow=True),
        "published",
    )
    client.logout()

    page = seen(client.get("/registers/recommendations?area=custody&words=checks"))
    found = client.get("/registers/recommendations.json?area=custody")
    whole = json.loads(b"".join(found.streaming_content))
    table = b"".join(client.get("/registers/recommendations.csv").streaming_content)

    assert "No row matches" in page
    assert [one["reference"] for one in whole["rows"]] == ["REC-0001", "REC-0003"]
    assert whole["as_at"] == "2024-06-26"
    assert len(whole["snapshot_sha256"]) == 64
    assert len(table.decode("utf-8-sig").splitlines()) == 4


def test_a_register_that_is_not_declared_public_is_never_published(as_):
    loaded("people-investigated", PEOPLE)

    page = as_(MANAGER).post(f"{PAGE}people-investigated/", {"do": "publish", **WHY})

    assert "declared public" in seen(page, 409)


def test_a_broken_declaration_is_named_with_its_mistake(as_):
    folder = registers_folder() / "declared"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text('name = "mine"\n')

    page = seen(as_(ANALYST).get(PAGE))

    assert "mine.toml is left out" in page
    assert "&#x27;version&#x27; is missing" in page


def test_what_is_damaged_or_gone_in_the_store_is_said_and_breaks_no_page(as_):
    snapshot = loaded()
    (rows,) = (registers_folder() / "recommendations").glob("*.parquet")
    rows.rename(rows.with_suffix(".away"))

    gone = seen(as_(MANAGER).get(f"{PAGE}recommendations/"))
    assert snapshot.sha256[:12] in gone
    assert "from a backup" in gone

    (manifest,) = (registers_folder() / "recommendations").glob("*.json")
    manifest.write_text("{")
    assert manifest.name in seen(as_(MANAGER).get(PAGE))
    assert as_(MANAGER).get(f"{PAGE}recommendations/").status_code == 200
    assert as_(MANAGER).get("/figures/measures/recommendations-by-area/").status_code == 200
