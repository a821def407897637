"""What an entry for the log is made of: the answers of a request that stand, and whom to look for."""

import datetime as dt

from django.db.models import BinaryField, Exists, F, Func, Max, OuterRef, Q, QuerySet

from answerable.domain.clock import EventKind
from answerable.domain.clock.history import OWN_DATA
from answerable.domain.decisions.decision import Authority
from answerable.domain.disclosure_log.from_case import Case, CaseQuestion
from answerable.domain.disclosure_log.identifying import Known
from answerable.domain.disclosure_log.taking_out import words_to_look_at
from answerable.domain.questions.blind import Identity
from answerable.domain.roles import Stage
from answerable.queries.casework.cases import identity_of
from answerable.queries.casework.letters import answered_question
from answerable.reading.mail_headers import headers_and_rest
from answerable.reading.mail_senders import sender_of
from answerable.records.accounts.models import Person
from answerable.records.casework.models import (
    CaseFile,
    DecisionVersion,
    InformationOwner,
    Letter,
    LogDraft,
    Question,
    QuestionEvent,
    Request,
)

_HEADERS = 64 * 1024
"""Bytes of a message that are looked at for who wrote it."""
_ANSWERED = EventKind.ANSWERED.value
_OWN_DATA = sorted(one.value for one in OWN_DATA)


def answered_case(request: Request, authority: Authority) -> Case | None:
    """Return a request as an entry is made of it, None if none of its questions was answered.

    Of each question the answer of the last round that was answered stands. What somebody asked for of
    their own data is left out: its answer is for them alone.
    """
    public = request.questions.exclude(about_themselves())
    questions = list(public.order_by("place").prefetch_related("events", "decisions"))
    days = [day for one in questions if (day := _answered_on(one))]
    if not days:
        return None
    return Case(
        reference=request.reference,
        title=request.title,
        received_on=request.received_on,
        answered_on=max(days),
        questions=tuple(map(_question, questions)),
        files=tuple(one.name for one in files_that_left(request)),
        authority=authority,
    )


def answered_since(request: Request, moment: dt.datetime | None) -> bool:
    """Return whether a question was answered after a moment: an entry of that time does not say so."""
    events = QuestionEvent.objects.filter(question__request=request, kind=_ANSWERED)
    last = events.aggregate(last=Max("recorded_at"))["last"]
    return last is not None and (moment is None or last > moment)


def files_that_left(request: Request) -> list[CaseFile]:
    """Return the files that went out with a letter of a request, without their bytes.

    Those of questions about somebody's own data are none of them.
    """
    sent = _for_everybody(request).filter(letters__letter__state=Letter.State.SENT)
    return list(sent.defer("data").distinct().order_by("name"))


def files_to_publish(request: Request) -> list[CaseFile]:
    """Return the files of a request that nobody keeps back: of those, what is cleared by then is published.

    Those of questions about somebody's own data left to them alone.
    """
    offered = _for_everybody(request).exclude(release=CaseFile.Release.KEPT_BACK)
    return list(offered.defer("data").order_by("name"))


def known_people(identity: Identity) -> Known:
    """Return whom to look for in an entry: people who work here or are asked, and words of who asked."""
    return Known(names_of_the_office(), words_to_look_at(identity))


def names_of_the_office() -> tuple[str, ...]:
    """Return the names of people who work here, or whom the office asks."""
    staff = Person.objects.values_list("name", flat=True)
    owners = InformationOwner.objects.values_list("name", flat=True)
    return (*staff, *owners)


def everybody_who_asked(request: Request) -> tuple[Identity, ...]:
    """Return who asked, and whoever else wrote from their address: several people share a mailbox."""
    asker = identity_of(request)
    mails = request.messages.filter(channel="email", sender=asker.address)
    beginnings = mails.annotate(
        beginning=Func(F("raw"), 1, _HEADERS, function="SUBSTR", output_field=BinaryField())
    )
    names = [
        sender_of(headers_and_rest(bytes(one))[0])[0]
        for one in beginnings.order_by("pk").values_list("beginning", flat=True)
    ]
    others = [name for name in dict.fromkeys(names) if name and name != asker.name]
    return (asker, *(Identity(name) for name in others))


def waiting_to_be_drafted() -> QuerySet[Request]:
    """Return the answered requests of which nothing is said for the log; restricted ones are left out."""
    return unwritten(Request.objects.filter(is_restricted=False)).order_by("pk")


def unwritten(requests: QuerySet[Request]) -> QuerySet[Request]:
    """Return those of some requests that were answered, and of which nothing is said for the log.

    Where all that was answered is about somebody's own data there is nothing to say.
    """
    public = Question.objects.filter(request=OuterRef("pk"), stage=Stage.SENT)
    found = requests.filter(stage=Stage.SENT, log_draft__isnull=True)
    return found.filter(Exists(public.exclude(about_themselves())))


def about_themselves(of: str = "") -> Q:
    """Return what holds for questions by which somebody asks for their own data; `of` leads to them."""
    moved, request = f"{of}regime", f"{of}request__regime"
    return Q(**{f"{moved}__in": _OWN_DATA}) | Q(**{moved: "", f"{request}__in": _OWN_DATA})


def outdated_entries() -> QuerySet[LogDraft]:
    """Return the entries that are validated though a question was answered after they were written."""
    later = QuestionEvent.objects.filter(
        question__request=OuterRef("request"), kind=_ANSWERED, recorded_at__gt=OuterRef("drawn_at")
    )
    ready = (LogDraft.State.VALIDATED, LogDraft.State.WAITING)
    found = LogDraft.objects.filter(Exists(later), state__in=ready, request__stage=Stage.SENT)
    return found.order_by("pk")


def _for_everybody(request: Request) -> QuerySet[CaseFile]:
    own = Question.objects.filter(about_themselves(), request=request)
    return request.files.filter(Q(question=None) | ~Q(question__in=own))


def _question(one: Question) -> CaseQuestion:
    number = _round(one)
    version = _standing(one, number) if number is not None else None
    if version is None:
        return CaseQuestion(one.label, one.text, one.heading)
    return CaseQuestion(
        one.label, one.text, one.heading, answered=answered_question(one, version, ())
    )


def _round(one: Question) -> int | None:
    return max((each.round for each in one.events.all() if each.kind == _ANSWERED), default=None)


def _standing(one: Question, number: int) -> DecisionVersion | None:
    versions = (each for each in one.decisions.all() if each.round == number)
    return max(versions, key=lambda each: each.number, default=None)


def _answered_on(one: Question) -> dt.date | None:
    return max((each.on for each in one.events.all() if each.kind == _ANSWERED), default=None)
