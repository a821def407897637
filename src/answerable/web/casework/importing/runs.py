"""Imports: which there are, how far each is, and what became of each of its files."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from answerable.actions.casework import Doing
from answerable.actions.imports import go_on, retry_refused, stop_run
from answerable.domain.roles import Move
from answerable.queries.accounts.naming import person_name
from answerable.queries.imports import (
    FileRow,
    Progress,
    RunRow,
    doubt_counts,
    import_runs,
    run_files,
    run_progress,
)
from answerable.web.casework.doing import doing_of, refused
from answerable.web.casework.importing.refusing import refusal_of
from answerable.web.casework.importing.words import ASKS_COLUMNS, FILE_STATES, GATES, KINDS, STATES
from answerable.web.casework.moving import Refusal
from answerable.web.staff import staff_page

_ON_A_PAGE = 100
_MOST_KEYS = 50
_COUNTED = (("new", "new"), ("changed", "changed"), ("unchanged", "unchanged"))


@dataclass(frozen=True, slots=True)
class ShownGate:
    """A check of a reading, in words."""

    name: str
    holds: str
    is_bad: bool
    says: str
    lacks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownFile:
    """A file of a run, in words: what was kept of each document in it, or why nothing was.

    `keys` are those of its first entries, `keys_left` how many there are besides.
    """

    row: FileRow
    state: str
    said: tuple[str, ...]
    gates: tuple[ShownGate, ...]
    keys: tuple[str, ...]
    keys_left: int

    @property
    def bad(self) -> int:
        """Return how many of its checks do not hold."""
        return sum(one.is_bad for one in self.gates)


@require_safe
def every_run(request: HttpRequest) -> HttpResponse:
    """List the imports, the last first."""
    doing = doing_of(request, Move.SETTLE_DOUBT)
    rows = [(one, *_state(one)) for one in import_runs()]
    context = {
        "rows": rows,
        "may_import": not refused(doing.by, Move.IMPORT_LOG),
        "open_doubts": sum(doubt_counts().values()),
    }
    return staff_page(request, "casework/importing/runs.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def one_run(request: HttpRequest, number: int) -> HttpResponse:
    """Show how far an import is and what became of its files; stop it, go on, try the refused again."""
    doing = doing_of(request, Move.SETTLE_DOUBT)
    progress = run_progress(number, at=timezone.now())
    if progress is None:
        raise Http404
    refusal = Refusal()
    if request.method == "POST":
        refusal = refusal_of(_act(request.POST.get("do", ""), number, doing))
        if not refusal.words:
            messages.success(request, "Done")
            return redirect("import", number)
    context = {
        **_page(request, number, progress),
        "problems": refusal.problems,
        "may_not": refused(doing.by, Move.IMPORT_LOG),
    }
    return staff_page(request, "casework/importing/run.html", context, status=refusal.status)


def _act(do: str, number: int, doing: Doing) -> Callable[[], object]:
    acts: Mapping[str, Callable[..., object]] = {
        "stop": stop_run,
        "go_on": go_on,
        "retry": retry_refused,
    }
    if do not in acts:
        raise BadRequest
    return lambda: acts[do](number, by=doing.by, at=doing.at)


def _page(request: HttpRequest, number: int, progress: Progress) -> dict[str, Any]:
    state = request.GET.get("state", "")
    states = (state,) if state in FILE_STATES else ()
    after = request.GET.get("after", "")
    start = int(after) if after.isdecimal() and len(after) < 10 else -1  # noqa: PLR2004 a place in a run
    files = run_files(number, states=states, after=start, most=_ON_A_PAGE + 1)
    shown = [_shown(one) for one in files[:_ON_A_PAGE]]
    words, colour = _state(progress.run)
    return {
        "progress": progress,
        "run": progress.run,
        "state_words": words,
        "state_colour": colour,
        "may_stop": progress.run.state in ("filling", "reading"),
        "is_working": progress.run.state in ("filling", "reading")
        and not progress.run.asks_columns,
        "started_by": person_name(progress.run.started_by),
        "counts": [
            (key, FILE_STATES[key], count) for key, count in progress.counts.items() if count
        ],
        "chosen": states[0] if states else "",
        "files": shown,
        "more_after": shown[-1].row.place if len(files) > _ON_A_PAGE else None,
        "doubts": [(KINDS[what], what, count) for what, count in doubt_counts(run=number).items()],
    }


def _state(run: RunRow) -> tuple[str, str]:
    return ASKS_COLUMNS if run.asks_columns else STATES[run.state]


def _shown(row: FileRow) -> ShownFile:
    gates = [
        ShownGate(
            one["gate"],
            GATES[one["holds"]],
            one["holds"] is False,
            one["says"],
            tuple(one["lacks"]),
        )
        for one in row.gates
    ]
    said = (row.refusal,) if row.refusal else tuple(map(_said, row.reports))
    beside = [one for report in row.reports for one in report.get("beside", ())]
    said += tuple(f"Used instead of {one['source']}: {one['why']}" for one in beside)
    keys = list(dict.fromkeys(key for one in row.reports for key in _keys(one)))
    return ShownFile(
        row,
        FILE_STATES[row.state],
        said,
        tuple(gates),
        keys=tuple(keys[:_MOST_KEYS]),
        keys_left=max(len(keys) - _MOST_KEYS, 0),
    )


def _keys(report: Mapping[str, Any]) -> list[str]:
    return [key for kind, _ in _COUNTED for key in report.get(kind, ())]


def _said(report: Mapping[str, Any]) -> str:
    """Return what was kept of a document, in a line."""
    if report.get("refused"):
        return f"{report['document']}: {report['refused']}"
    if report.get("aside"):
        return f"It stood aside for {report['used']}: {report['aside']}"
    counts = [f"{len(report[key])} {word}" for key, word in _COUNTED if report.get(key)]
    return f"{report['document']}: {', '.join(counts) or 'no entries'}"
