"""Watch a request, stop watching it, and tell who watches by mail how far it went."""

from django.conf import settings
from django.db import transaction
from django.db.models import F

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.locking import request_for
from answerable.actions.casework.telling import tell
from answerable.actions.outbox import Mail, write_mail
from answerable.domain.roles import Actor, Move, why_not
from answerable.queries.accounts import people
from answerable.queries.casework.mail_choices import mail_choice_of
from answerable.queries.casework.situations import situation_of
from answerable.records.casework.models import Request, Watch


def watch_request(reference: str, *, doing: Doing) -> None:
    """Watch a request from now on; whoever watches it already goes on to.

    :raises RequestNotFound: if there is no such request, or it is restricted to others.
    :raises MoveNotAllowed: if they may not see requests.
    """
    with transaction.atomic():
        request = request_for(reference, Move.SEE, doing)
        _, is_new = Watch.objects.get_or_create(
            request=request, key=doing.by.key, defaults={"at": doing.at, "told": request.stage}
        )
        if is_new:
            tell("request watched", reference, doing)


def stop_watching(reference: str, *, doing: Doing) -> None:
    """Watch a request no more.

    :raises RequestNotFound: if there is no such request, or it is restricted to others.
    :raises MoveNotAllowed: if they may not see requests.
    """
    with transaction.atomic():
        request = request_for(reference, Move.SEE, doing)
        ended, _ = Watch.objects.filter(request=request, key=doing.by.key).delete()
        if ended:
            tell("request watched no more", reference, doing)


def tell_watchers(doing: Doing) -> int:
    """Tell everybody who watches a request and wants it by mail how far it went; return how many mails.

    It can run as often as anybody likes: what is said follows from how far the request is, and from
    what each was told last.
    """
    changed = Watch.objects.exclude(told=F("request__stage")).order_by("pk")
    staff = {
        row.email: Actor(row.email, row.name, frozenset(row.roles))
        for row in people()
        if row.is_active
    }
    return sum(
        _told(pk, staff.get(key), doing) for pk, key in list(changed.values_list("pk", "key"))
    )


def _told(pk: int, person: Actor | None, doing: Doing) -> bool:
    """Tell one person of one request, if it still changed; return whether a mail goes.

    Whoever may not see it, or wants no mail, is told nothing, later neither.
    """
    with transaction.atomic():
        watch = Watch.objects.select_for_update(of=("self",)).select_related("request")
        found = watch.filter(pk=pk).exclude(told=F("request__stage")).first()
        if found is None:
            return False
        before, found.told = found.told, found.request.stage
        found.changes += 1
        found.save(update_fields=["told", "changes"])
        if person is None or not _wants(person, found.request):
            return False
        _write(found, before, doing)
    return True


def _wants(person: Actor, request: Request) -> bool:
    refusal = why_not(Move.SEE, actor=person, situation=situation_of(request))
    return not refusal and mail_choice_of(person.key).changes


def _write(watch: Watch, before: str, doing: Doing) -> None:
    request = watch.request
    text = (
        f"{request.reference}, which you watch, was {before} and is {request.stage} now.\n\n"
        f"{settings.ANSWERABLE_ADDRESS}/requests/{request.reference}/\n\n"
        f"To get no such mail: {settings.ANSWERABLE_ADDRESS}/account/mail\n"
    )
    subject = f"{request.reference} is {request.stage}"
    mail = Mail(f"watch {watch.pk} change {watch.changes}", watch.key, subject, text)
    write_mail(mail, at=doing.at, request=request)
    tell("watcher told", request.reference, doing, {"to": watch.key, "stage": request.stage})
