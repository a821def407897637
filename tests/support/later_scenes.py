"""How far a request is before, beside and after its answer: notices, reviews, the log, an end, many at once."""

import datetime as dt

from answerable.actions.casework import (
    Draft,
    accept_request,
    assign_request,
    check_draft,
    clear_draft,
    close_questions,
    put_forward,
    record_posted,
    write_decision,
)
from answerable.actions.casework.bodies.keeping import BodyEntry, add_body, retire_body
from answerable.actions.casework.campaigning import Act, follow_model, make_campaign
from answerable.actions.casework.challenging import (
    ComplaintMade,
    Finding,
    Found,
    Ground,
    ReviewAsked,
    ask_review,
    record_complaint,
    record_enquiry,
    take_review,
    write_findings,
)
from answerable.actions.casework.publishing.steps import publish
from answerable.actions.casework.publishing.taking_out import withdraw
from answerable.actions.casework.retaining import hold_request, list_disposal
from answerable.domain.decisions import Outcome
from answerable.domain.decisions.decision import Decision
from answerable.domain.decisions.particulars import Particulars
from answerable.domain.decisions.signposts import Transfer
from answerable.domain.retention import standard_schedule
from answerable.domain.roles.people import REQUESTER
from answerable.queries.casework.bodies import signposts_of
from answerable.queries.casework.review_letters import outcome_draft
from answerable.records.casework.models import (
    DecisionVersion,
    DeliveryLink,
    Letter,
    Message,
    Question,
    QuestionEvent,
    Request,
)
from tests.support import turning
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
    record,
)
from tests.support.letters import make_mail
from tests.support.log_drafts import validated, work
from tests.support.scenes import BOTH, begun, mailing, posted, posting, the_office


def delivered():
    """The files of a letter that was too large for a mail are fetched by a link."""
    mailing()
    DeliveryLink.objects.create(
        letter=Letter.objects.get(), nonce="n", made_at=AT, ends_on=AT.date()
    )


def answered_late():
    """The letter was posted when the twenty working days were over since a week."""
    posting()
    record_posted(REF, 1, doing=doing_by(INTAKE, at=AT + dt.timedelta(days=35)))


def directed():
    """The directory holds a body."""
    begun()
    entry = BodyEntry("Office of Pens", email="foi@pens.example", phone="0300 000 0000")
    add_body(entry, doing=doing_by(OFFICER))


def retired_body():
    """That body can be chosen no more."""
    directed()
    retire_body("office-of-pens", doing=doing_by(OFFICER))


def transferring(*, names_requester=False):
    """The officer decided that the first question goes on to that body."""
    directed()
    particulars = Particulars(
        bodies=signposts_of(["office-of-pens"]),
        transfer=Transfer("office-of-pens", AT.date(), names_requester),
    )
    draft = Draft(Decision((Outcome.SIGNPOSTED,)), particulars=particulars)
    write_decision(REF, "1", draft, doing=doing_by(OFFICER))
    write_decision(REF, "2", DISCLOSED, doing=doing_by(OFFICER))


def noticed():
    """A notice waits to be let go."""
    begun()
    turning.noticed(turning.to_weigh("1"))


def meaning_asked():
    """Somebody asked what the first question means."""
    begun()
    record("clarification_requested:2025-10-06", labels=["1"])


def fee_asked():
    """A fee was asked for the first question."""
    begun()
    record("fees_notice:2025-10-06", labels=["1"])


def waited_long():
    """It came long ago, and nobody said what was meant."""
    meaning_asked()
    # The events are older than the request: what is asked is only whether somebody may.
    QuestionEvent.objects.update(on=AT.date() - dt.timedelta(days=90))
    Request.objects.update(received_on=AT.date() - dt.timedelta(days=91))


def log_validated():
    """The entry of an answered request is validated."""
    validated()


def log_waiting():
    """It is to be published, and no worker has come by yet."""
    validated()
    publish(REF, 1, doing=doing_by(MANAGER))


def log_published():
    """It is published."""
    log_waiting()
    work(at=AT)


def log_withdrawn():
    """It was published, and withdrawn."""
    log_published()
    withdraw(REF, reason="It named a person", doing=doing_by(MANAGER))


def held():
    """Keep the request beyond its time."""
    begun()
    hold_request(REF, reason="An inquiry", doing=doing_by(MANAGER))


def to_list():
    """The request was closed so long ago that it may go today."""
    long_ago = AT.replace(year=AT.year - 4)
    arrive(make_mail())
    close_questions(REF, BOTH, reason="Withdrawn", doing=doing_by(INTAKE, at=long_ago))
    Request.objects.update(received_on=long_ago.date())
    Message.objects.update(received_at=long_ago)


def disposable():
    """It stands on a list that nobody approved yet."""
    to_list()
    list_disposal(schedule=standard_schedule(), doing=doing_by(INTAKE))


def answered_by_others():
    """Both questions were answered, by people who are not here any more."""
    posted()
    DecisionVersion.objects.update(by="past@body.example")
    Question.objects.update(drafted_by="", checked_by="", cleared_by="")


def challenged():
    """A review of the first answer is asked for, and nobody has taken it."""
    answered_by_others()
    asked = ReviewAsked({"1": (Ground.DECISION,)}, "Look in the print room.", AT.date())
    ask_review(REF, asked, doing=doing_by(REQUESTER))


def reviewing():
    """The officer took it and wrote down that the answer is overturned."""
    challenged()
    take_review(REF, 1, doing=doing_by(OFFICER))
    found = Found(Finding.OVERTURNED, "It was there.", {Ground.DECISION: "You were right."})
    write_findings(REF, 1, {"1": found}, doing=doing_by(OFFICER))


def outcome():
    """Return the outcome of the review as it stands."""
    return outcome_draft(REF, 1, office=the_office(), table=TABLE, on=AT.date())


def complained():
    """The regulator has a complaint about the first answer, and asked for something."""
    posted()
    made = ComplaintMade("complaint", "IC-1", AT.date(), {"1": (Ground.DECISION,)})
    doing = doing_by(MANAGER)
    record_complaint(REF, made, doing=doing)
    record_enquiry(REF, 1, "The list", asked_on=AT.date(), due_on=None, doing=doing)


def doubled():
    """The same person asked the same again."""
    begun()
    arrive(make_mail(Message_ID="<3@x.example>"))


def alike():
    """Somebody else asked the same."""
    begun()
    arrive(make_mail(Message_ID="<4@x.example>", From="Bo <bo@example.org>"))
    assign_request("2025-0002", officer=OFFICER, doing=doing_by(MANAGER))
    accept_request("2025-0002", doing=doing_by(OFFICER))


def campaigning():
    """Both are answered alike: the first is the model."""
    alike()
    make_campaign(REF, ["2025-0002"], name="Printers", doing=doing_by(OFFICER))


def modelled():
    """The model is decided."""
    campaigning()
    for label in BOTH:
        write_decision(REF, label, DISCLOSED, doing=doing_by(OFFICER))
    put_forward(REF, BOTH, doing=doing_by(OFFICER))


def followed():
    """The other one has its decisions."""
    modelled()
    follow_model(REF, Act.WRITE, doing=doing_by(OFFICER), is_trial=False)


def followed_checked():
    """Both are checked."""
    followed()
    check_draft(REF, BOTH, doing=doing_by(CHECKER))
    follow_model(REF, Act.CHECK, doing=doing_by(CHECKER), is_trial=False)


def followed_cleared():
    """Both are cleared."""
    followed_checked()
    clear_draft(REF, BOTH, doing=doing_by(MANAGER))
    follow_model(REF, Act.CLEAR, doing=doing_by(MANAGER), is_trial=False)
