"""Deal with an incident: write down what was done, say whether the regulator was told, close it."""

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.ledger import record
from answerable.domain.roles import NO_REQUEST, Move, MoveNotAllowed, check_move
from answerable.queries.casework.releasing.incidents import incidents_seen_by
from answerable.records.casework.models import Incident, IncidentNote


class IncidentNotFound(Exception):
    """There is no such incident."""


def note_incident(pk: int, text: str, *, doing: Doing) -> None:
    """Write down what was found out, or done, about an incident.

    :raises IncidentNotFound: if there is none.
    :raises MoveNotAllowed: if they may not, or wrote nothing.
    """
    with transaction.atomic():
        incident = _incident(pk, text, doing)
        IncidentNote.objects.create(
            incident=incident, by=doing.by.key, at=doing.at, text=text.strip()
        )
        _tell("incident noted", incident, doing)


def say_told(pk: int, *, told: bool, reason: str, doing: Doing) -> None:
    """Record that the regulator was told, or why nobody needs to be: it can be said again, and all is in the ledger.

    :raises IncidentNotFound: if there is none.
    :raises MoveNotAllowed: if they may not, or do not say why.
    """
    with transaction.atomic():
        incident = _incident(pk, reason, doing)
        said = Incident.Told.REPORTED if told else Incident.Told.NOT_REPORTED
        incident.told = said
        incident.told_reason, incident.told_by = reason.strip(), doing.by.key
        incident.told_at = doing.at
        incident.save(update_fields=["told", "told_reason", "told_by", "told_at"])
        _tell(_ACTIONS[said], incident, doing, reason)


def close_incident(pk: int, *, reason: str, doing: Doing) -> None:
    """Close an incident: what is left of its request may leave again.

    :raises IncidentNotFound: if there is none.
    :raises MoveNotAllowed: if they may not, do not say why, or nobody said whether the regulator was told.
    """
    with transaction.atomic():
        incident = _incident(pk, reason, doing)
        if incident.state == Incident.State.CLOSED:
            message = "It is closed already"
            raise MoveNotAllowed(message)
        if not incident.told:
            message = "Say first whether the regulator was told, or why nobody needs to be"
            raise MoveNotAllowed(message)
        incident.state, incident.closed_reason = Incident.State.CLOSED, reason.strip()
        incident.closed_by, incident.closed_at = doing.by.key, doing.at
        incident.save(update_fields=["state", "closed_reason", "closed_by", "closed_at"])
        _tell("incident closed", incident, doing, reason)


_ACTIONS = {
    Incident.Told.REPORTED: "incident reported",
    Incident.Told.NOT_REPORTED: "incident not reported",
}


def _incident(pk: int, reason: str, doing: Doing) -> Incident:
    check_move(Move.HANDLE_INCIDENT, actor=doing.by, situation=NO_REQUEST, reason=reason)
    found = incidents_seen_by(doing.by).select_for_update().filter(pk=pk).first()
    if found is None:
        message = f"There is no incident {pk}: look at the list"
        raise IncidentNotFound(message)
    return found


def _tell(action: str, incident: Incident, doing: Doing, reason: str = "") -> None:
    data = {"reason": reason.strip()} if reason else {}
    record(action, subject=f"incident {incident.pk}", by=doing.by.key, at=doing.at, data=data)
