"""What it means that a notice left: clocks move on that day, and not at all if it was stopped."""

from collections.abc import Sequence

from answerable.actions.casework.gone import Gone
from answerable.actions.casework.happening import add_events
from answerable.actions.ledger import record
from answerable.domain.clock import ClockRefused, Event, EventKind, OutsideCalendar
from answerable.domain.decisions.notice_kinds import notice_event
from answerable.queries.casework.notices import written_notice
from answerable.records.casework.models import Letter, Notice, Question


def notice_left(letter: Letter, gone: Gone) -> None:
    """Move the clocks of its questions on the day on which a notice left.

    A clock that cannot move any more, because something else happened meanwhile, stays as it is, and
    the ledger says so: the letter has left, and nothing keeps it back.
    """
    notice = Notice.objects.get(letter=letter)
    notice.state = Notice.State.SENT
    notice.save(update_fields=["state"])
    said = written_notice(notice)
    event = notice_event(said.kind, said.said, on=gone.on)
    questions = letter.request.questions.filter(label__in=letter.labels).order_by("place")
    still = [one.label for one in questions if not _moved(letter, one, event, gone)]
    if still:
        _tell_without_effect(letter, notice.number, still, gone)


def notice_stopped(letter: Letter) -> None:
    """Let a notice be as if it had never been let go: it waits to be let go, or taken back."""
    Notice.objects.filter(letter=letter).update(
        state=Notice.State.WRITTEN, letter=None, let_go_by="", let_go_at=None
    )


def _moved(letter: Letter, question: Question, event: Event, gone: Gone) -> bool:
    if event.kind is not EventKind.FEES_NOTICE and event.until and event.until <= gone.on:
        # A date that has passed when the letter leaves promises nothing.
        return False
    try:
        add_events(letter.request, question, [event], by=gone.by, at=gone.at, table=gone.table)
    except (ClockRefused, OutsideCalendar):
        return False
    return True


def _tell_without_effect(letter: Letter, number: int, labels: Sequence[str], gone: Gone) -> None:
    record(
        "notice without effect",
        subject=f"request {letter.request.reference}",
        by=gone.by,
        at=gone.at,
        data={"notice": number, "letter": letter.number, "questions": list(labels)},
    )
