"""What people of the office and whoever asked do with a request on its pages, step by step."""

import datetime as dt
import hashlib
import json
import re
import zipfile

from answerable.queries.casework.challenges import past_rounds
from answerable.records.casework.models import Question, Request
from tests.support.casework import CHECKER, INTAKE, MANAGER, OFFICER, OTHER_OFFICER, TABLE

ASKED = (
    "1. How many penny-farthings did you buy?\n"
    "2. What did the maker of them charge?\n"
    "3. Where are they kept at night?"
)
ADDRESS = "ann@example.org"
FINDABLE = "velocipede"
NAMED = "Mr Spokesmith"


def make_request(page):
    page.goto("/make-a-request")
    page.get_by_label("Information that we may hold").check()
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("Your request").fill(ASKED)
    page.get_by_label("Your full name").fill("Ann Example")
    page.get_by_label("E-mail address", exact=True).fill(ADDRESS)
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Send the request").click()
    page.get_by_role("heading", name="Your request was taken in").wait_for()
    return Request.objects.get().reference


def take_on(at_desk, reference):
    with at_desk(INTAKE) as page:
        page.goto(f"/requests/{reference}/validity/")
        page.get_by_label("Yes: it is in writing").check()
        page.get_by_role("button", name="Record it").click()
        page.get_by_role("link", name="Assign it").click()
        page.get_by_label("Officer").select_option(label=OFFICER.name)
        page.get_by_role("button", name="Assign it").click()
        page.get_by_text("Olive (has not accepted it yet)").wait_for()


def ask_what_is_meant(at_desk, reference):
    with at_desk(OFFICER) as page:
        page.goto(f"/requests/{reference}/assignment/")
        page.get_by_role("button", name="Accept it").click()
        page.goto(f"/requests/{reference}/questions/1/")
        page.get_by_label("Clarification asked", exact=True).check()
        page.get_by_label("What the requester is asked").fill("Of which year do you speak?")
        page.get_by_label("The answer", exact=True).fill("We have bought some in most years.")
        put_forward(page)
    approve_and_send(at_desk, reference, "1")


def put_forward(page):
    page.get_by_role("button", name="Save and put forward").click()
    page.get_by_text("Put forward for checking").wait_for()


def approve_and_send(at_desk, reference, *labels):
    for actor, words, done in (
        (CHECKER, "I have checked them", "Checked"),
        (MANAGER, "Clear them", "Cleared"),
    ):
        with at_desk(actor, scripts=False) as page:
            page.goto(f"/requests/{reference}/clearance/")
            for label in labels:
                page.get_by_label(f"Tick question {label}").check()
            page.get_by_role("button", name=words, exact=True).click()
            page.get_by_text(done, exact=True).first.wait_for()
    with at_desk(INTAKE) as page:
        page.goto(f"/requests/{reference}/letter/")
        page.get_by_role("button", name="Send it").click()
        page.get_by_text("It leaves by e-mail now").wait_for()


def take_more_time(at_desk, reference):
    with at_desk(OFFICER) as page:
        page.goto(f"/requests/{reference}/notices/")
        page.look()
        page.get_by_role("link", name="public interest").click()
        page.get_by_role("checkbox", name="Question 2: What did").check()
        page.get_by_label("Limb", exact=True).fill("43(2)")
        page.get_by_label("Why", exact=True).fill("The maker sells to others, too.")
        page.look()
        page.get_by_role("button", name="Write it").click()
        page.get_by_text("Written: somebody else lets it go").wait_for()
        assert page.get_by_role("button", name="Let it go").is_disabled()
    with at_desk(MANAGER) as page:
        page.goto(f"/requests/{reference}/notices/")
        page.get_by_text("answer by 2 December 2025").wait_for()
        page.look()
        page.get_by_role("button", name="Let it go").click()
        page.get_by_text("It leaves by e-mail now").wait_for()


def say_what_is_meant(page, link):
    page.goto(link)
    page.look()
    assert page.get_by_text("Waiting for you").count() == 1
    assert page.get_by_text(due("2 December 2025")).count() == 1
    page.get_by_role("link", name="Say what you mean").click()
    page.look()
    page.get_by_label("Question 1").check()
    page.get_by_label("What do you mean?").fill("I mean the year 2024.")
    page.get_by_role("button", name="Send").click()
    page.get_by_text("We have what you told us").wait_for()
    page.get_by_text(due("10 November 2025")).wait_for()
    page.look()


def decide_all(at_desk, reference):
    with at_desk(OFFICER) as page:
        page.goto(f"/requests/{reference}/")
        page.look()
        for part, answer in (
            ("1", "We bought seven in 2024."),
            ("2", f"{NAMED} charged ninety pounds for a {FINDABLE}."),
        ):
            page.goto(f"/requests/{reference}/questions/{part}/")
            page.get_by_label("Clarification asked", exact=True).uncheck()
            page.get_by_label("What the requester is asked").fill("")
            page.get_by_label("Disclosed", exact=True).check()
            page.get_by_label("The answer", exact=True).fill(answer)
            put_forward(page)
        page.goto(f"/requests/{reference}/questions/3/")
        refuse(page)
        put_forward(page)


def refuse(page):
    page.get_by_label("Withheld", exact=True).check()
    page.get_by_label("Exemption, to its limb").fill("31(1)(a)")
    page.get_by_role("button", name="Show what these grounds need").click()
    page.get_by_label("Why it applies to this information").fill("It names the shed.")
    page.get_by_label("It would be likely to happen").check()
    page.get_by_label("What harm disclosure would cause").fill("Thieves would know the way.")
    page.get_by_label("Record that section 30").fill("Nothing was investigated.")
    page.get_by_label("What speaks for disclosure").fill("Money was spent on them.")
    page.get_by_label("What speaks for withholding").fill("They would be stolen.")
    page.get_by_label("Withholding weighs more").check()


def ask_for_review(page, link):
    page.goto(link)
    page.get_by_text("We relied on:").wait_for()
    page.look()
    page.get_by_role("link", name="Ask for a review").click()
    page.look()
    page.get_by_label("Question 3").check()
    page.get_by_label("The decision itself").check()
    page.get_by_label("Why do you ask for a review?").fill("Everybody knows that shed.")
    page.get_by_role("button", name="Ask for a review").click()
    page.get_by_text("You asked for a review").wait_for()
    page.get_by_text("Under review", exact=True).wait_for()
    page.look()


def overturn(at_desk, reference):
    # Whoever had a part in the answer cannot take its review.
    with at_desk(CHECKER) as page:
        page.goto(f"/requests/{reference}/challenges/")
        assert page.get_by_role("button", name="Take this review").is_disabled()
    with at_desk(OTHER_OFFICER) as page:
        page.goto(f"/requests/{reference}/challenges/")
        page.look()
        page.get_by_role("button", name="Take this review").click()
        page.get_by_role("link", name="What the reviewer found").click()
        page.look()
        page.get_by_label("Overturned", exact=True).check()
        page.get_by_label("Question 3: the reasons").fill("No thief learns anything.")
        page.get_by_label("Question 3: what is said to").fill(
            "They are kept in a shed that everybody knows."
        )
        page.get_by_role("button", name="Keep it").click()
        page.get_by_text("Kept. The letter below").wait_for()
        page.look()
        page.get_by_role("button", name="Send the outcome").click()
        page.get_by_text("The outcome leaves now").wait_for()


def sees_both_clocks(page, link, reference):
    page.goto(link)
    page.get_by_text("Being answered again after a review").wait_for()
    page.get_by_text(due("2 December 2025")).wait_for()
    page.get_by_text("Answered on Monday 20 October 2025").last.wait_for()
    page.look()
    (before,) = past_rounds(reference, table=TABLE)
    again = Question.objects.get(label="3")
    assert (before.answered_on, before.clock.due_on) == (
        dt.date(2025, 10, 20),
        dt.date(2025, 11, 3),
    )
    assert (again.round, again.due_on) == (2, dt.date(2025, 12, 2))


def answer_again(at_desk, reference):
    with at_desk(OFFICER) as page:
        page.goto(f"/requests/{reference}/challenges/")
        page.get_by_text("answered on 20 October 2025, due on 3 November 2025").wait_for()
        page.look()
        page.goto(f"/requests/{reference}/questions/3/")
        page.look()
        page.get_by_label("Withheld", exact=True).uncheck()
        page.get_by_label("Disclosed", exact=True).check()
        page.get_by_label("Exemption, to its limb").fill("")
        page.get_by_label("The answer", exact=True).fill("In the shed by the canal.")
        put_forward(page)


def evidence_holds(page, link):
    """Fetch the evidence and check each file against its digest."""
    page.goto(link)
    page.look()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download everything as evidence").click()
    with zipfile.ZipFile(download.value.path()) as pack:
        lines = pack.read("SHA256SUMS").decode().splitlines()
        sums = {path: digest for digest, path in (line.split("  ", 1) for line in lines)}
        for path, digest in sums.items():
            assert hashlib.sha256(pack.read(path)).hexdigest() == digest
        assert {*sums, "SHA256SUMS"} == set(pack.namelist())
        third = json.loads(pack.read("decisions.json"))["questions"][2]
    assert [one["outcomes"] for one in third["rounds"]] == [["withheld"], ["disclosed"]]


def due(on):
    """Return the sentence by which the page of a request says when an answer is due."""
    return re.compile(rf"The answer is due by \w+ {on}")
