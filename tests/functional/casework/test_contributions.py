"""What officers see of information owners: whom they asked, what came back, and why they may not ask."""

import pytest
import time_machine

from answerable.actions.casework.contributing import decline_contribution
from answerable.domain.roles import Role
from answerable.records.casework.models import (
    Contribution,
    InformationOwner,
    Question,
    Request,
)
from tests.support.accounts import make_person
from tests.support.contributions import (
    ASKER,
    OFFICER,
    OWNER,
    REF,
    answer,
    ask,
    mails,
    on,
    request_with_owner,
    token,
)

pytestmark = pytest.mark.django_db
PAGE = f"/requests/{REF}/questions/1/contributions/"
ASKED = {
    "owner": OWNER,
    "words": "How many printers are there?",
    "due_on_day": "15",
    "due_on_month": "10",
    "due_on_year": "2025",
}


@pytest.fixture(autouse=True)
def site(settings):
    settings.ANSWERABLE_SECOND_FACTOR = "optional"
    with time_machine.travel(on("10-07"), tick=False):
        request_with_owner()
        yield


@pytest.fixture
def officer(client):
    client.force_login(make_person(OFFICER.key, name=OFFICER.name))
    return client


@pytest.fixture
def other(client):
    """Return a client of somebody who has other roles than the officer."""

    def sign_in(*roles):
        client.force_login(make_person("other@body.example", name="Other", roles=roles))
        return client

    return sign_in


def seen(response, status=200):
    assert response.status_code == status
    return response.content.decode()


def test_an_officer_asks_reads_what_came_back_and_takes_it_into_the_answer(officer):
    empty = seen(officer.get(PAGE))
    assert "Nobody was asked yet" in empty
    # The words begin with the question's own.
    assert ">\nHow many printers do you have?</textarea>" in empty.replace("\r", "")

    asked = officer.post(PAGE, ASKED, follow=True)
    assert "Asked: the mail leaves by itself" in seen(asked)
    assert "Wim Owner" in seen(officer.get(PAGE))
    assert OFFICER.name in mails()[0].text
    answer("There are 12.", ("list.csv", b"a,b"), at=on("10-07"))

    one = seen(officer.get(f"{PAGE}1/"))
    assert "There are 12." in one
    assert "list.csv" in one
    use = f"/requests/{REF}/questions/1/?from=1"
    assert f'href="{use}"' in one


def test_a_file_is_handed_over_to_be_saved_and_never_shown(officer):
    ask(at=on("10-07"))
    answer(
        "", ("<script>.html", b"<script>alert(1)</script>"), ("ŵyl.pdf", b"%PDF"), at=on("10-07")
    )

    first = officer.get(f"{PAGE}1/files/1/")
    second = officer.get(f"{PAGE}1/files/2/")

    assert first.content == b"<script>alert(1)</script>"
    assert first.headers["Content-Type"] == "application/octet-stream"
    assert first.headers["Content-Disposition"] == 'attachment; filename="<script>.html"'
    assert first.headers["X-Content-Type-Options"] == "nosniff"
    assert "attachment; filename*=utf-8''%C5%B5yl.pdf" in second.headers["Content-Disposition"]
    assert officer.get(f"{PAGE}1/files/3/").status_code == 404


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"owner": ""}, "Choose whom you ask"),
        ({"owner": "x@y.example"}, "Choose somebody from the list"),
        ({"words": " "}, "Write what you ask"),
        ({"due_on_year": ""}, "must include a year"),
        ({"due_on_day": "11"}, "2025-10-11 is no working day (a Saturday)"),
        ({"due_on_day": "6"}, "2025-10-06 is over or is today"),
        ({"due_on_month": "11", "due_on_day": "3"}, "The answer itself is due on 2025-11-03"),
        ({"words": f"{ASKER} asks"}, "The words name who asked"),
    ],
)
def test_what_cannot_be_asked_so_is_refused_with_all_that_was_typed(officer, change, says):
    said = seen(officer.post(PAGE, {**ASKED, **change}), 422)

    assert says in said
    assert "<title>Error: " in said
    assert change.get("words", ASKED["words"]).strip() in said
    assert not Contribution.objects.exists()


def test_with_a_reason_the_day_may_be_late(officer):
    late = {**ASKED, "due_on_month": "11", "due_on_day": "3", "reason": "Made on that day"}

    assert officer.post(PAGE, late).status_code == 302


def test_an_owner_is_reminded_asked_again_and_the_question_withdrawn(officer):
    ask(at=on("10-07"))

    reminded = officer.post(f"{PAGE}1/reminder/", follow=True)
    assert "Reminded: the mail leaves by itself" in seen(reminded)
    assert "was reminded today already" in seen(officer.get(f"{PAGE}1/"))
    old = token()
    again = officer.post(f"{PAGE}1/", {**ASKED, "words": "And where?"}, follow=True)
    assert "Asked again" in seen(again)
    assert token() != old
    withdrawn = officer.post(f"{PAGE}1/withdrawal/", follow=True)
    assert "Withdrawn: a mail tells them" in seen(withdrawn)
    assert Contribution.objects.get().state == "withdrawn"


def test_what_cannot_be_done_has_no_button_and_is_refused_all_the_same(officer):
    ask(at=on("10-07"))
    answer(at=on("10-07"))

    page = seen(officer.get(f"{PAGE}1/"))
    assert page.count(" disabled ") == 2
    assert "It was answered: there is nothing to remind of" in page
    assert "It was answered already: there is nothing to withdraw" in page
    for where in ("reminder", "withdrawal"):
        refused = officer.post(f"{PAGE}1/{where}/", follow=True)
        assert "It was answered" in seen(refused)
        assert "Important" in seen(refused)
    assert "Enter the day by which you need it" in seen(
        officer.post(f"{PAGE}1/", {"words": "x"}), 422
    )


def test_why_somebody_may_not_ask_stands_beside_the_button_and_is_what_the_action_says(other):
    client = other(Role.OFFICER)
    reason = "olga@body.example has it: ask a manager to assign it to you"

    page = seen(client.get(PAGE))
    assert 'value="ask" disabled' in page
    assert reason in page
    assert reason in seen(client.post(PAGE, ASKED), 422)


def test_on_a_question_that_is_not_open_nothing_is_asked_or_used(officer):
    ask(at=on("10-07"))
    answer(at=on("10-07"))
    Question.objects.update(stage="drafted")

    assert "It is drafted: only what is open can be" in seen(officer.get(PAGE))
    assert "?from=" not in seen(officer.get(f"{PAGE}1/"))


def test_an_owner_who_declined_is_shown_with_whom_they_named(officer):
    ask(at=on("10-07"))
    answer("First words", at=on("10-07"))
    decline_contribution(token(), "I left", suggested="Ann", at=on("10-08"))

    page = seen(officer.get(f"{PAGE}1/"))

    for words in ("Declined", "I left", "Who may know: Ann", "First words"):
        assert words in page


@pytest.mark.parametrize(
    "address",
    [PAGE.replace("/1/", "/9/"), PAGE.replace(REF, "2025-9999"), f"{PAGE}1/", f"{PAGE}1/files/1/"],
)
def test_what_is_not_there_is_404(officer, address):
    assert officer.get(address).status_code == 404


def test_of_a_restricted_request_others_get_what_there_is_of_none(officer):
    ask(at=on("10-07"))
    answer("x", ("a.txt", b"a"), at=on("10-07"))
    Request.objects.update(is_restricted=True)

    for address in (PAGE, f"{PAGE}1/", f"{PAGE}1/files/1/"):
        assert officer.get(address).status_code == 404
    assert officer.post(PAGE, ASKED).status_code == 404


def test_whoever_has_no_part_in_requests_is_told_so(other):
    client = other(Role.ADMINISTRATOR)

    assert "Reading requests is for" in seen(client.get(PAGE), 403)
    assert client.get("/information-owners/").status_code == 200


def test_a_question_without_a_label_has_a_dash(officer):
    Question.objects.filter(label="2").delete()
    Question.objects.update(label="")
    page = PAGE.replace("/1/", "/-/")

    assert officer.post(page, ASKED).status_code == 302
    assert f"Contributions to request {REF}" in seen(officer.get(page))
    assert seen(officer.get(f"{page}1/"))


def test_another_body_is_consulted_apart_and_told_the_words_only(officer):
    form = {"email": "p.c@police.example", "name": "Pia Constable", "is_external": "on"}
    officer.post("/information-owners/new/", form)
    assert "Another body" in seen(officer.get("/information-owners/"))
    assert "Pia Constable, another body" in seen(officer.get(PAGE))

    officer.post(PAGE, {**ASKED, "owner": "p.c@police.example"})

    page = seen(officer.get(PAGE))
    assert "Consultations of other bodies" in page
    assert "Who was asked" not in page
    ask()
    assert "Who was asked" in seen(officer.get(PAGE))
    case = seen(officer.get(f"/requests/{REF}/"))
    assert "waits for 1 information owner · consults 1 other body" in case
    (mail,) = mails("p.c@police.example")
    assert ASKED["words"] in mail.text
    told = mail.subject + mail.text
    for word in (*ASKER.split(), "Printers", "Who mends them?"):
        assert word not in told


def test_the_list_of_owners_is_kept(officer):
    ask(at=on("10-07"))
    page = seen(officer.get("/information-owners/"))
    assert "Wim Owner" in page

    new = {"email": "ann@body.example", "name": "Ann", "area": "Fleet"}
    assert "Ann can be asked now" in seen(
        officer.post("/information-owners/new/", new, follow=True)
    )
    assert "is on the list already" in seen(officer.post("/information-owners/new/", new), 422)
    changed = officer.post(
        "/information-owners/ann@body.example/", {"name": "Ann B.", "area": ""}, follow=True
    )
    assert "The entry of Ann B. was changed" in seen(changed)
    ended = officer.post("/information-owners/ann@body.example/end/", follow=True)
    assert "Ann B. can be asked no more" in seen(ended)
    assert not InformationOwner.objects.get(email="ann@body.example").is_active


def test_an_owner_for_whom_something_waits_is_not_taken_off_the_list(officer):
    ask(at=on("10-07"))
    page = seen(officer.get(f"/information-owners/{OWNER}/"))

    assert "They have still something to answer" in page
    assert f"Question 1 of {REF}" in page
    refused = officer.post(f"/information-owners/{OWNER}/end/", follow=True)
    assert "Wim Owner has still something to answer" in seen(refused)
    assert officer.get("/information-owners/x@y.example/").status_code == 404


def test_whoever_may_not_keep_the_list_reads_it_and_why(other):
    client = other(Role.CHECKER)
    new = {"email": "ann@body.example", "name": "Ann"}

    for address in ("/information-owners/", f"/information-owners/{OWNER}/"):
        assert "is for intake staff" in seen(client.get(address))
    for address in ("/information-owners/new/", f"/information-owners/{OWNER}/"):
        assert "is for intake staff" in seen(client.post(address, new), 422)
    refused = client.post(f"/information-owners/{OWNER}/end/", follow=True)
    assert "is for intake staff" in seen(refused)
    assert InformationOwner.objects.get().name == "Wim Owner"


def test_no_page_of_officers_about_contributions_says_who_asked(officer):
    ask(at=on("10-07"))
    for address in (PAGE, f"{PAGE}1/", f"/information-owners/{OWNER}/", "/information-owners/"):
        assert ASKER not in seen(officer.get(address))
