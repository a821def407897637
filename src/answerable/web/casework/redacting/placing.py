"""The page on which a workbook, table or document is marked: a part of it at a time, and the list of marks."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from answerable.actions.casework import Doing
from answerable.actions.casework.redacting.placing import (
    PickedCells,
    PickedWord,
    mark_cells,
    mark_paragraphs,
)
from answerable.domain.law.limbs import limbs
from answerable.inspecting.redacting import CannotRedact
from answerable.queries.casework.cases import CasePage
from answerable.queries.casework.redacting.places import part_of
from answerable.queries.casework.redacting.seen import SeenFile, SeenRedaction, redaction_seen
from answerable.web.casework.moving import Refusal
from answerable.web.casework.redacting.acting import (
    act,
    last_ground,
    number_of,
    of_redaction,
    refusals_of,
)
from answerable.web.casework.redacting.forms import GroundForm, PlaceForm
from answerable.web.casework.redacting.placed import PlacedPart, part_asked, placed_part
from answerable.web.casework.redacting.refusing import refusal_of
from answerable.web.staff import staff_page

_NOT_TYPED = 422
_DONE = 200
_NUMBERS_OF_A_WORD = 4


def place_page(request: HttpRequest, found: CasePage, file: SeenFile, doing: Doing) -> HttpResponse:
    """Show a part of a file with what is marked in it; mark more, undo, put it forward."""
    seen = redaction_seen(file.number)
    typed = _Typed(GroundForm(initial=last_ground(seen)), PlaceForm())
    refusal = Refusal()
    if request.method == "POST":
        if request.POST.get("do") == "mark":
            typed = _Typed(GroundForm(request.POST), PlaceForm(request.POST))
        refusal = _done(request, found.reference, file.number, seen, typed, doing)
        if refusal.status == _DONE:
            return redirect(_back_to(request, found.reference, file.number))
        seen = redaction_seen(file.number)
    context: dict[str, Any] = {
        "found": found,
        "file": file,
        "seen": seen,
        "problems": refusal.problems,
        "refusals": refusals_of(found, doing),
    }
    if seen is not None:
        context |= of_redaction(seen) | {"limbs": limbs()}
        context |= {"ground": typed.ground, "place": typed.place, "picked": _picked(request)}
        if seen.is_being_marked:
            context |= shown_part(request, seen, file)
    return staff_page(
        request, "casework/redacting/mark_places.html", context, status=refusal.status
    )


def shown_part(request: HttpRequest, seen: SeenRedaction, file: SeenFile) -> dict[str, Any]:
    """Return the part of a file that is asked for, or why it cannot be shown."""
    try:
        part: PlacedPart = placed_part(part_of(file.number, seen.marks, part_asked(request)))
    except CannotRedact as problem:
        return {"not_shown": f"{problem}."}
    return {"part": part}


@dataclass(frozen=True, slots=True)
class _Typed:
    """What was typed: why something is to go, and what of it beside what was picked."""

    ground: GroundForm
    place: PlaceForm


def _done(
    request: HttpRequest,
    reference: str,
    number: int,
    seen: SeenRedaction | None,
    typed: _Typed,
    doing: Doing,
) -> Refusal:
    if request.POST.get("do") != "mark":
        return refusal_of(lambda: messages.success(request, act(request, reference, number, doing)))
    if not (typed.ground.is_valid() and typed.place.is_valid()):
        return Refusal(status=_NOT_TYPED)
    is_table = seen is not None and seen.has_sheets
    mark = _mark_cells if is_table else _mark_paragraphs
    return refusal_of(
        lambda: messages.success(request, _counted(mark(request, reference, number, typed, doing)))
    )


def _mark_cells(
    request: HttpRequest, reference: str, number: int, typed: _Typed, doing: Doing
) -> int:
    said, post = typed.place.cleaned_data, request.POST
    first = number_of(post.get("first_row", "1"))
    picked = PickedCells(
        sheet=post.get("sheet_name", ""),
        cells=[(row, column) for row, column in (_numbers(one, 2) for one in post.getlist("cell"))],
        rows=[number_of(one) for one in post.getlist("row")],
        columns=[number_of(one) for one in post.getlist("column")],
        first_row=first + 1 if post.get("heading") == "on" else 1,
        area=said["area"],
        words=tuple(one.strip() for one in said["only"].split(",") if one.strip()),
    )
    return mark_cells(reference, number, picked, typed.ground.ground, doing=doing)


def _mark_paragraphs(
    request: HttpRequest, reference: str, number: int, typed: _Typed, doing: Doing
) -> int:
    post = request.POST
    words = [_word(one) for one in post.getlist("word")]
    paragraphs = [number_of(one) for one in post.getlist("paragraph")]
    return mark_paragraphs(reference, number, paragraphs, words, typed.ground.ground, doing=doing)


def _word(said: str) -> PickedWord:
    word = PickedWord(*_numbers(said, _NUMBERS_OF_A_WORD))
    if word.first >= word.last:
        raise BadRequest
    return word


def _numbers(said: str, count: int) -> list[int]:
    numbers = [number_of(one) for one in said.split(".")]
    if len(numbers) != count or -1 in numbers:
        raise BadRequest
    return numbers


def _counted(count: int) -> str:
    return f"{count} mark{'' if count == 1 else 's'} made"


def _picked(request: HttpRequest) -> dict[str, set[str]]:
    names = ("cell", "row", "column", "word", "paragraph")
    return {name: set(request.POST.getlist(name)) for name in names}


def _back_to(request: HttpRequest, reference: str, number: int) -> str:
    """Return where to go on: the part of the file that was looked at, where its marks are made."""
    address = reverse("file-redaction", args=[reference, number])
    asked = request.GET.urlencode()
    at = "#sheet" if request.POST.get("do") == "mark" else ""
    return f"{address}{'?' if asked else ''}{asked}{at}"
