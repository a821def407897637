"""Send a question on to another body, once its answer has left."""

import datetime as dt

from answerable.actions.ledger import record
from answerable.actions.outbox import Mail, write_mail
from answerable.domain.decisions.signposts import transfer_subject
from answerable.queries.casework.transfers import transfer_key, transfer_of, words_of
from answerable.records.casework.models import Question, Request


def transfer_answered(request: Request, question: Question, *, at: dt.datetime, by: str) -> None:
    """Write the mail by which a question goes on to the body that its decision names, and tell it.

    A body without an e-mail address gets none: the page of the transfer then offers the words. It
    belongs into the transaction in which the answer left.
    """
    found = transfer_of(question)
    if found is None:
        return
    transfer, body = found
    if body.email:
        mail = Mail(
            transfer_key(request.reference, question),
            body.email,
            transfer_subject(request.reference),
            words_of(request, question, transfer),
        )
        write_mail(mail, at=at, request=request)
    record(
        "question transferred",
        subject=f"request {request.reference}",
        by=by,
        at=at,
        data={
            "question": question.label,
            "body": body.slug,
            "agreed_on": str(transfer.agreed_on),
            "way": "email" if body.email else "by hand",
            "with_requester": transfer.names_requester,
        },
    )
