"""How far a request is, step by step: each scene begins where an earlier one ends."""

from pathlib import Path

from django.conf import settings

from answerable.actions.accounts import make_team
from answerable.actions.casework import (
    AttachedFile,
    Wording,
    accept_request,
    assign_request,
    attach_file,
    check_draft,
    clear_draft,
    close_questions,
    keep_line,
    longest_use,
    put_forward,
    record_posted,
    rendered,
    send_letter,
    write_decision,
)
from answerable.actions.casework.contributing import Asking, ask_owner
from answerable.actions.casework.linking import link_requests
from answerable.actions.casework.owners import add_owner
from answerable.actions.casework.saving_filters import save_filter
from answerable.domain.decisions.decision import Authority, BodyKind
from answerable.domain.questions.linking import LinkKind
from answerable.queries.casework.letters import drafts_of
from answerable.queries.office import office_of
from answerable.records.accounts.models import Person
from answerable.records.casework.models import (
    Outgoing,
)
from tests.support.accounts import KEEPER, make_person, set_up_app
from tests.support.casework import (
    AT,
    CHECKER,
    DISCLOSED,
    INTAKE,
    MANAGER,
    OFFICER,
    REF,
    TABLE,
    arrive,
    doing_by,
)
from tests.support.contributions import DUE, OWNER, answer
from tests.support.letters import make_mail
from tests.support.outbox import write

BOTH = ("1", "2")


def nothing():
    """Nothing has come in."""


def arrived():
    """A request with a file came in, and a message that follows it."""
    arrive(make_mail(files=(("list.csv", b"a,b\n"),)))
    arrive(make_mail(Message_ID="<2@x.example>", In_Reply_To="<1@example.org>", text="And pens?"))


def offered():
    """It was assigned to an officer."""
    arrived()
    assign_request(REF, officer=OFFICER, doing=doing_by(MANAGER))


def begun():
    """The officer accepted it."""
    offered()
    accept_request(REF, doing=doing_by(OFFICER))


def filed():
    """A file for the answer is attached to it."""
    begun()
    attach_file(
        REF, "1", AttachedFile("figures.csv", "text/csv", b"1,2\n"), doing=doing_by(OFFICER)
    )


def listed():
    """There is somebody who can be asked."""
    begun()
    add_owner(OWNER, name="Wim Owner", area="Printers", doing=doing_by(OFFICER))


def asked():
    """An information owner was asked about its first question."""
    listed()
    asking = Asking("How many printers are there?", DUE, "")
    ask_owner(REF, "1", OWNER, asking, doing=doing_by(OFFICER))


def answered():
    """The owner answered, with a file."""
    asked()
    answer("There are 12.", ("twelve.csv", b"12\n"))


def written():
    """Both questions are decided."""
    begun()
    for label in BOTH:
        write_decision(REF, label, DISCLOSED, doing=doing_by(OFFICER))


def drafted():
    """The decisions were put forward."""
    written()
    put_forward(REF, BOTH, doing=doing_by(OFFICER))


def checked():
    """Somebody checked them."""
    drafted()
    check_draft(REF, BOTH, doing=doing_by(CHECKER))


def cleared():
    """A manager cleared them, one who does nothing else here."""
    checked()
    clear_draft(REF, BOTH, doing=doing_by(MANAGER))


def mailing():
    """The letter waits for the mail."""
    cleared()
    send_by("email")


def posting():
    """The letter waits for the post."""
    cleared()
    send_by("post")


def posted():
    """The letter was posted."""
    posting()
    record_posted(REF, 1, doing=doing_by(INTAKE))


def closed():
    """Both questions were closed without an answer."""
    begun()
    close_questions(REF, BOTH, reason="Withdrawn", doing=doing_by(OFFICER))


def with_line():
    """There is a standard line."""
    line = Wording("We answer all we can.", longest_use(AT.date()), "")
    keep_line("Plain", line, doing=doing_by(CHECKER))


def with_person():
    """Somebody works here who does nothing."""
    make_person("pat@body.example", name="Pat")


def with_app():
    """The same person has an app as a second factor."""
    with_person()
    set_up_app(Person.objects.get(email="pat@body.example"))


def with_team():
    """There is a team."""
    make_team("press", name="Press", by=KEEPER, at=AT)


def with_filters():
    """Everybody keeps a list under the same name."""
    begun()
    for person in Person.objects.all():
        save_filter("Mine", "stage=open", key=person.email)


def in_doubt():
    """Of a mail of the office's own nobody knows whether it went."""
    write("hello")
    Outgoing.objects.update(state=Outgoing.State.UNSURE, handed_at=AT)


def draft(reference=REF):
    """Return the letter that the cleared decisions make."""
    (made,) = drafts_of(reference, office=the_office(), table=TABLE, on=AT.date())
    return made


def send_by(way, reference=REF):
    """Let the letter leave that the cleared decisions make."""
    made, doing = draft(reference), doing_by(INTAKE)
    ready = rendered(made)
    send_letter(reference, made.kind, ready, way=way, office=the_office(), doing=doing)


def the_office():
    return office_of(Path(settings.ANSWERABLE_OFFICE), authority=Authority(BodyKind.OTHER))


def linked():
    """Let a second request come in, and link it to the first."""
    two()
    link_requests(REF, "2025-0002", LinkKind.SAME_SUBJECT, doing=doing_by(OFFICER))


def two():
    """Let a second request come in beside the first."""
    begun()
    arrive(make_mail(Message_ID="<3@x.example>", From="Bo <bo@example.org>"))
