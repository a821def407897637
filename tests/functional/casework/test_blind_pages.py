"""Whatever stands in a request, no page of it tells those who decide who asked."""

import pytest
from django.urls import reverse

from answerable.actions.casework import (
    AttachedFile,
    accept_request,
    add_note,
    assign_request,
    attach_file,
    check_draft,
    clear_draft,
    put_forward,
    write_decision,
)
from answerable.actions.casework.contributing import Asking, ask_owner
from answerable.actions.casework.owners import add_owner
from answerable.actions.casework.releasing.settling import keep_back, offer_again
from answerable.records.casework.models import CaseFile, Contribution, Message
from tests.functional.casework.conftest import EVERYBODY, seen
from tests.support.casework import (
    CHECKER,
    DISCLOSED,
    INTAKE,
    MANAGER,
    OFFICER,
    Draft,
    arrive,
    doing_by,
)
from tests.support.contributions import DUE, OWNER, answer
from tests.support.inspecting import inspect
from tests.support.letters import make_mail

pytestmark = [pytest.mark.once, pytest.mark.django_db, pytest.mark.usefixtures("october", "office")]
REF = "2025-0001"
ASKED = (
    "1. How many printers did Jane Zebedee see?\n"
    "2. Who told Ms Zebedee at jane.zebedee@example.org?\n\nJane Zebedee\n"
)
DECIDERS = ("officer", "checker", "manager", "auditor")
PART = {"reference": REF, "part": "2"}
ONE = {"reference": REF, "part": "1", "number": 1}
PAGES = [
    *(
        (name, {"reference": REF})
        for name in (
            "request", "request-assignment", "request-validity", "request-events", "request-files",
            "request-letter", "request-links", "request-questions", "request-clearance",
            "request-requester", "request-restriction",
        )
    ),
    ("question-decision", {"reference": REF, "part": "1"}),
    ("question-decision", PART),
    ("question-contributions", PART),
    ("question-contribution", ONE),
    ("information-owner", {"email": OWNER}),
    *((name, {}) for name in ("requests", "work", "workload", "information-owners")),
]  # fmt: skip


def _named_everywhere():
    """A request in which everybody wrote the requester's name wherever people write."""
    files = (("Jane Zebedee letter.pdf", b"x"), ("jane_zebedee_cv.pdf", b"y"))
    who = "Jane Zebedee <jane.zebedee@example.org>"
    arrive(make_mail(ASKED, From=who, Subject="Request of Jane Zebedee", files=files))
    assign_request(REF, officer=OFFICER, doing=doing_by(MANAGER))
    accept_request(REF, doing=doing_by(OFFICER))
    add_note(REF, "Jane Zebedee rang", doing=doing_by(INTAKE))
    add_owner(OWNER, name="Wim Owner", area="Printers", doing=doing_by(OFFICER))
    ask_owner(REF, "1", OWNER, Asking("How many were seen?", DUE), doing=doing_by(OFFICER))
    # Words that name somebody are refused now; what was asked before may hold some.
    Contribution.objects.update(words="How many did Jane Zebedee see?")
    answer("Jane Zebedee saw 12.", ("Jane Zebedee.csv", b"12\n"))
    given = AttachedFile("Jane Zebedee.csv", "text/csv", b"1,2,jane.zebedee@example.org\n")
    attach_file(REF, "1", given, doing=doing_by(INTAKE))
    file = CaseFile.objects.get().pk
    keep_back(REF, file, reason="Jane Zebedee may have it", doing=doing_by(OFFICER))
    offer_again(REF, file, reason="Jane Zebedee may have it", doing=doing_by(OFFICER))
    inspect()
    words = Draft(DISCLOSED.decision, "Dear Jane Zebedee, there are twelve.")
    for label, draft in (("1", words), ("2", DISCLOSED)):
        write_decision(REF, label, draft, doing=doing_by(OFFICER))
    put_forward(REF, ("1", "2"), doing=doing_by(OFFICER))


@pytest.mark.parametrize("role", DECIDERS)
def test_no_page_says_who_asked_to_those_who_decide(as_, role):
    _named_everywhere()
    browser = as_(EVERYBODY[role])
    named = [
        name
        for name, about in PAGES
        if "zebedee" in seen(browser.get(reverse(name, kwargs=about))).lower()
    ]
    assert named == []
    file = browser.get(reverse("request-file-page", args=[REF, CaseFile.objects.get().pk]))
    assert "zebedee" not in seen(file).lower()
    assert "The name or an address of whoever asked" in seen(file)


def test_the_letter_is_looked_at_without_who_asked_and_goes_with_its_files(as_):
    _named_everywhere()
    check_draft(REF, ("1", "2"), doing=doing_by(CHECKER))
    clear_draft(REF, ("1", "2"), doing=doing_by(MANAGER))
    page = seen(as_(OFFICER).get(reverse("request-letter", args=[REF])))
    assert "With it go: [the requester].csv" in page
    assert "Dear [the requester], there are twelve." in page
    assert "zebedee" not in page.lower()


def test_files_are_saved_under_names_that_do_not_say_who_asked(as_):
    _named_everywhere()
    browser = as_(OFFICER)
    digest = Message.objects.get().sha256
    for name, args in (
        ("message-file", [REF, digest, 1]),
        ("request-file", [REF, CaseFile.objects.get().pk]),
        ("contribution-file", [REF, "1", 1, 1]),
    ):
        response = browser.get(reverse(name, args=args))
        assert response.status_code == 200
        assert "zebedee" not in response.headers["Content-Disposition"].lower()


def test_an_answer_is_taken_into_a_decision_without_who_asked(as_):
    _named_everywhere()
    address = reverse("question-decision", kwargs={"reference": REF, "part": "1"})
    assert "[the requester] saw 12." in seen(as_(OFFICER).get(f"{address}?from=1"))
