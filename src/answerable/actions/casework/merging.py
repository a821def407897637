"""Merge a request with another one of the same person that asks the same: one goes on, one is closed."""

from django.db import transaction
from django.db.models import Max, Q

from answerable.actions.casework.counting import recount
from answerable.actions.casework.doing import Doing
from answerable.actions.casework.locking import check_all_open, request_for
from answerable.actions.casework.telling import tell
from answerable.domain.questions.alike import is_same_question
from answerable.domain.questions.linking import LinkKind
from answerable.domain.roles import Move, MoveNotAllowed, Stage
from answerable.publishing.case_folder import file_name
from answerable.records.casework.models import (
    CampaignMember,
    Contribution,
    Note,
    Notice,
    Question,
    Request,
    RequestLink,
)


def merge_requests(keep: str, duplicate: str, *, doing: Doing) -> dict[str, str]:
    """Bring a duplicate into the request that goes on; return its labels with those they have there.

    A question that the other one asks in the same words, and that goes on there, is closed. Every other one goes over, with a
    label of its own, and its clock still begins on the day on which the duplicate came.

    :raises RequestNotFound: if there is no such request, or one is restricted to others.
    :raises MoveNotAllowed: if they may not, or the two cannot be merged; the message says why.
    :raises OutsideCalendar: if the days of a clock are not covered.
    """
    if keep == duplicate:
        message = "A request is not merged with itself: give the reference of another one"
        raise MoveNotAllowed(message)
    with transaction.atomic():
        moves = {
            one: request_for(one, Move.MERGE_REQUESTS, doing) for one in sorted((keep, duplicate))
        }
        kept, merged = moves[keep], moves[duplicate]
        _check_can_be(kept, merged)
        merged.merged_into = kept
        merged.save(update_fields=["merged_into"])
        labels = _move_questions(kept, merged)
        _move_others(kept, merged, doing)
        recount(merged, doing.table)
        recount(kept, doing.table)
        for one, other in ((kept, merged), (merged, kept)):
            is_kept = one is kept
            data = {"other": other.reference, "labels": labels, "goes on": is_kept}
            tell("requests merged", one.reference, doing, data)
    return labels


def _check_can_be(kept: Request, merged: Request) -> None:
    if kept.requester_id != merged.requester_id:
        message = "Different people asked them: they stay apart, and can be answered as a campaign"
        raise MoveNotAllowed(message)
    if kept.is_restricted != merged.is_restricted:
        message = "One of them is restricted, and the other is not: restrict both, or neither"
        raise MoveNotAllowed(message)
    if _named(kept) != _named(merged):
        message = (
            "They are restricted to different people: restrict both to the same, then merge them"
        )
        raise MoveNotAllowed(message)
    if kept.regime != merged.regime:
        message = f"One is under {kept.regime}, the other under {merged.regime}: they stay apart"
        raise MoveNotAllowed(message)
    check_all_open(merged)
    refusal = _why_apart(merged)
    if refusal:
        raise MoveNotAllowed(refusal)


def _named(request: Request) -> set[str]:
    return {one.key for one in request.named.all()}


def _why_apart(merged: Request) -> str:
    """Return what keeps a duplicate a request of its own, as a sentence; nothing if nothing does."""
    name = merged.reference
    if merged.letters.exists() or merged.notices.exclude(state=Notice.State.TAKEN_BACK).exists():
        return f"A letter or a notice was written in {name}: it stays a request of its own"
    if merged.questions.filter(round__gt=1).exists():
        return f"A question of {name} was answered before: it stays a request of its own"
    if merged.challenges.exists():
        return f"{name} was challenged: it stays a request of its own"
    if CampaignMember.objects.filter(Q(request=merged) | Q(campaign__model=merged)).exists():
        return f"{name} is in a campaign, and is answered there: it stays a request of its own"
    return ""


def _move_questions(kept: Request, merged: Request) -> dict[str, str]:
    labels: dict[str, str] = {}
    # What ended there is answered by nobody any more: asked again, it is a question of its own.
    going_on = kept.questions.exclude(stage__in=(Stage.SENT, Stage.CLOSED))
    theirs = list(going_on.order_by("place"))
    for question in merged.questions.order_by("place"):
        same = next((one for one in theirs if is_same_question(one.text, question.text)), None)
        label = question.label
        if same is None:
            labels[label] = _moved(kept, merged, question)
        else:
            _check_not_asked(question)
            question.files.update(question=same)
            labels[label] = same.label
            _close(question)
    return labels


def _check_not_asked(question: Question) -> None:
    asked = question.contributions.exclude(state=Contribution.State.WITHDRAWN)
    if asked.exists():
        name = f"Question {question.label}" if question.label else "The question"
        message = f"{name} of the duplicate was put to an information owner: withdraw that first"
        raise MoveNotAllowed(message)


def _close(question: Question) -> None:
    question.stage = Stage.CLOSED
    question.drafted_by = question.checked_by = question.cleared_by = ""
    question.save()


def _moved(kept: Request, merged: Request, question: Question) -> str:
    """Bring a question over, leave a closed one in its place, and return its new label."""
    before, was = question.label, question.place
    taken = list(kept.questions.values_list("label", flat=True))
    last = max([len(taken), *(int(one) for one in taken if one.isdecimal())])
    place = kept.questions.aggregate(last=Max("place"))["last"]
    question.request, question.label = kept, str(last + 1)
    question.place = 0 if place is None else place + 1
    if merged.received_on != kept.received_on:
        question.round_from = merged.received_on
    # It is counted anew from the day on which it came.
    question.clock_state = ""
    question.save()
    question.tags.update(request=kept)
    Question.objects.create(
        request=merged,
        place=was,
        label=before,
        printed=question.printed,
        text=question.text,
        heading=question.heading,
        periods=question.periods,
        stage=Stage.CLOSED,
    )
    return question.label


def _move_others(kept: Request, merged: Request, doing: Doing) -> None:
    """Bring over what came, what was noted, files, mails, links and who watches."""
    merged.messages.update(request=kept)
    merged.notes.update(request=kept)
    merged.outgoing.update(request=kept)
    names = list(kept.files.values_list("name", flat=True))
    for file in merged.files.defer("data").order_by("pk"):
        file.request, file.name = kept, file_name(file.name, taken=names)
        file.save(update_fields=["request", "name"])
        names.append(file.name)
    known = list(kept.watches.values_list("key", flat=True))
    merged.watches.exclude(key__in=known).update(request=kept)
    merged.watches.all().delete()
    _move_links(kept, merged)
    RequestLink.objects.get_or_create(
        request=merged,
        other=kept,
        kind=LinkKind.REPEATS,
        defaults={"by": doing.by.key, "at": doing.at},
    )
    Note.objects.create(
        request=merged,
        by=doing.by.key,
        at=doing.at,
        text=f"Merged into {kept.reference}: what came, and what is to be answered, stands there",
    )


def _move_links(kept: Request, merged: Request) -> None:
    for link in RequestLink.objects.filter(Q(request=merged) | Q(other=merged)).order_by("pk"):
        first = kept if link.request_id == merged.pk else link.request
        other = kept if link.other_id == merged.pk else link.other
        link.delete()
        if first.pk != other.pk:
            RequestLink.objects.get_or_create(
                request=first, other=other, kind=link.kind, defaults={"by": link.by, "at": link.at}
            )
