"""What officers do with messages that came to a request: look at them, or make them requests."""

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.locking import RequestNotFound, request_for
from answerable.actions.casework.reading_messages import read_again
from answerable.actions.casework.taking_in import TakenIn, make_request
from answerable.actions.casework.telling import tell
from answerable.domain.roles import Move
from answerable.records.casework.models import NamedPerson, Request


def mark_seen(reference: str, *, doing: Doing) -> int:
    """Record that somebody looked at what came to a request; return how many messages that were.

    :raises RequestNotFound: if there is no such request.
    """
    with transaction.atomic():
        request = request_for(reference, Move.LOOK, doing)
        unseen = request.messages.filter(is_unseen=True)
        digests = list(unseen.values_list("sha256", flat=True))
        unseen.update(is_unseen=False)
        if digests:
            tell("messages seen", reference, doing, {"messages": digests})
    return len(digests)


def make_own_request(reference: str, digest: str, *, doing: Doing) -> TakenIn:
    """Make a request of a message that was put to another one; its day of receipt is its own.

    Of a restricted request it is restricted to the same people.

    `digest` is how the message's SHA-256 begins, as it is shown with the request.

    :raises RequestNotFound: if there is no such request, or no such message that came to it.
    """
    with transaction.atomic():
        request = request_for(reference, Move.LOOK, doing)
        first, *later = request.messages.defer("raw").order_by("pk")
        found = next((one for one in later if digest and one.sha256.startswith(digest)), None)
        if found is None:
            is_first = bool(digest) and first.sha256.startswith(digest)
            problem = "was made of this message" if is_first else "has no such message"
            message = f"{reference} {problem}: name one that came to it afterwards"
            raise RequestNotFound(message)
        tell("message taken out", reference, doing, {"message": found.sha256})
        mail = read_again(found)
        # What was said of it as a part of that request is no longer so.
        found.problems = list(mail.problems)
        taken = make_request(found, mail, doing=doing, by=doing.by.key)
        if request.is_restricted and found.request is not None:
            _hide_like(request, found.request, doing)
        return taken


def _hide_like(request: Request, new: Request, doing: Doing) -> None:
    """Show what came out of a restricted request to nobody but those who could read it there."""
    keys = sorted(one.key for one in request.named.all())
    NamedPerson.objects.bulk_create(NamedPerson(request=new, key=key) for key in keys)
    new.is_restricted = True
    new.save(update_fields=["is_restricted"])
    tell(
        "request restricted",
        new.reference,
        doing,
        {"people": keys, "reason": "It came to a restricted request"},
    )
