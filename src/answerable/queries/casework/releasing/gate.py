"""The gate: whether what is about to leave may, told from the bytes that really go."""

from collections.abc import Iterable

from answerable.domain.questions.blind import Identity, blinded_file
from answerable.domain.release.standing import (
    Standing,
    confirmed,
    open_checks,
    open_stops,
    why_it_stays,
)
from answerable.inspecting.codes import codes
from answerable.queries.casework.cases import identity_of
from answerable.queries.casework.releasing.standings import (
    FileStanding,
    file_standings,
    key_of,
    key_of_hit,
)
from answerable.records.casework.models import CaseFile, Incident, Letter, LetterFile, Request

_MOST_NAMED = 3


def why_held(request: Request, files: Iterable[CaseFile]) -> tuple[str, ...]:
    """Return why an answer cannot leave with these files, as sentences that name nobody; none if it may.

    One file that cannot be released holds up everything of its request: whoever made it may have made
    the others alike.
    """
    going = {one.pk for one in files}
    identity = identity_of(request)
    standings = file_standings(request)
    own = (_why(one, identity) for one in standings if one.file.pk in going)
    return tuple(
        dict.fromkeys(
            [
                *filter(None, own),
                *_siblings(request, standings, identity, going),
                *_incidents(request),
            ]
        )
    )


def why_all_held(request: Request) -> tuple[str, ...]:
    """Return what keeps everything of a request here, whichever files are to go; nothing if nothing does."""
    return why_held(request, ())


def why_file_stays(one: FileStanding, identity: Identity) -> str:
    """Return why one file cannot leave as it stands, as a sentence without who asked; nothing if it may."""
    return _why(one, identity)


def _why(one: FileStanding, identity: Identity) -> str:
    name = blinded_file(one.file.name, identity)
    if one.is_changed:
        return (
            f"{name} was changed since it was attached: its bytes are not inspected. Attach it anew"
        )
    if one.standing is Standing.CANNOT_SAY and one.inspection is not None:
        return f"{name}: {one.inspection.reason}. Keep it back, and attach a file that can be inspected"
    said = why_it_stays(name, one.standing)
    named = _named(one)
    return f"{said} ({named})" if said and named else said


def _siblings(
    request: Request, standings: Iterable[FileStanding], identity: Identity, going: set[int]
) -> Iterable[str]:
    left = set(
        LetterFile.objects.filter(
            letter__request=request, letter__state=Letter.State.SENT
        ).values_list("file", flat=True)
    )
    for one in standings:
        is_stopped = one.standing is Standing.CANNOT_BE_RELEASED
        if is_stopped and one.file.pk not in left and one.file.pk not in going:
            name = blinded_file(one.file.name, identity)
            yield (
                f"{name} cannot be released ({_named(one)}): nothing of this request leaves until a safe copy of it "
                "is made, it is kept back, or two people let it through"
            )


def _incidents(request: Request) -> Iterable[str]:
    found = Incident.objects.filter(reference=request.reference, state=Incident.State.OPEN)
    for pk in found.order_by("pk").values_list("pk", flat=True):
        yield (
            f"Incident {pk} is open: a file of this request left that cannot be released. Nothing more of it leaves "
            "until the incident is closed"
        )


def _named(one: FileStanding) -> str:
    """Return what the first findings are that hold a file up."""
    if one.inspection is None or one.found is None:
        return ""
    if one.standing is Standing.CANNOT_BE_RELEASED:
        still = open_stops(one.found, one.settled)
        kept = [each for each in one.inspection.findings if key_of(each) in still]
    elif one.standing is Standing.MUST_BE_DECIDED:
        still = open_checks(one.found, one.settled)
        kept = [each for each in one.inspection.findings if key_of(each) in still]
    elif one.standing is Standing.MUST_BE_REDACTED:
        still = confirmed(one.found, one.settled)
        kept = [each for each in one.inspection.findings if key_of(each) in still]
    else:
        return ""
    hits = [each for each in one.inspection.personal or () if key_of_hit(each) in still]
    said = list(
        dict.fromkeys(
            [
                *(_lowered(codes()[each.code].what) for each in kept),
                *(f"personal data: {each.category or each.kind}" for each in hits),
            ]
        )
    )
    more = f", and {len(said) - _MOST_NAMED} more" if len(said) > _MOST_NAMED else ""
    return "; ".join(said[:_MOST_NAMED]) + more


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]
