"""Jobs on requests: read what came, acknowledge it, remind whoever was asked, keep dates right."""

from django.conf import settings
from django.core.management import call_command
from django.utils import timezone

from answerable.actions.casework import Doing, acknowledge_waiting, read_waiting, recount_open
from answerable.actions.casework.challenging import acknowledge_reviews
from answerable.actions.casework.contributing import chase_due
from answerable.actions.casework.indexing import index_changes
from answerable.actions.casework.publishing.drafting import draft_answered, take_back_outdated
from answerable.actions.casework.reminding import remind_people, tell_what_waits
from answerable.actions.casework.retaining import dispose_approved, finish_disposals
from answerable.actions.casework.retaining.tables import dispose_tables
from answerable.actions.casework.watching import tell_watchers
from answerable.domain.roles.people import MACHINE
from answerable.queries.calendars import holidays
from answerable.queries.office import OfficeNotKnown, office_of
from answerable.queries.retention_rules import schedule_beside

_NO_SERVER = "no mail server is set (ANSWERABLE_SMTP): nobody is told"


def read_messages() -> str:
    """Read every message that waits, and say what became of them."""
    taken = list(read_waiting(doing=_doing()))
    new = sum(one.is_new for one in taken)
    return f"{len(taken)} read, of which {new} are new requests" if taken else ""


def acknowledge() -> str:
    """Acknowledge requests and reviews, once the office says who it is; say how many that were."""
    try:
        office = office_of(settings.ANSWERABLE_OFFICE, authority=settings.ANSWERABLE_AUTHORITY)
    except OfficeNotKnown as problem:
        return str(problem)
    doing = _doing()
    count = acknowledge_waiting(office=office, doing=doing)
    count += acknowledge_reviews(office=office, doing=doing)
    return f"{count} acknowledged" if count else ""


def chase_contributions() -> str:
    """Remind information owners of what is overdue, and say how many mails that were."""
    count = chase_due(_doing())
    return f"{count} reminded" if count else ""


def remind() -> str:
    """Remind people of what is due, if mail can leave, and say how many mails that were."""
    if not settings.ANSWERABLE_SENDS_MAIL:
        # What waits would all leave at once on the day on which a server is set.
        return _NO_SERVER
    count = remind_people(_doing(), draft_days=settings.ANSWERABLE_DRAFT_DAYS)
    return f"{count} reminded" if count else ""


def tell_waiting() -> str:
    """Tell those who want it at once what waits for them, if mail can leave; say how many mails that were."""
    if not settings.ANSWERABLE_SENDS_MAIL:
        return _NO_SERVER
    count = tell_what_waits(_doing())
    return f"{count} told" if count else ""


def tell() -> str:
    """Tell people who watch requests how far they went, if mail can leave, and say how many mails."""
    if not settings.ANSWERABLE_SENDS_MAIL:
        return _NO_SERVER
    count = tell_watchers(_doing())
    return f"{count} told" if count else ""


def recount_requests() -> str:
    """Count open requests on the latest calendar, and say how many dates moved."""
    count = recount_open(_doing())
    return f"the dates of {count} moved" if count else ""


def index_requests() -> str:
    """Put what changed into the index that officers search, and say how many requests that were."""
    count = index_changes()
    return f"{count} indexed" if count else ""


def dispose() -> str:
    """Dispose of what was approved, and of measured tables that may go; say how many went."""
    schedule = schedule_beside(settings.ANSWERABLE_OFFICE)
    count = dispose_approved(schedule=schedule, doing=_doing())
    finish_disposals(doing=_doing())
    tables = dispose_tables(schedule=schedule, doing=_doing())
    said = ((count, "disposed of"), (tables, "measured tables disposed of"))
    return ", ".join(f"{number} {words}" for number, words in said if number)


def draft_entries() -> str:
    """Write the entries of answered requests for the log, and say how many that were."""
    doing = _doing()
    outdated = take_back_outdated(doing)
    count = draft_answered(doing)
    said = ((count, "drafted"), (outdated, "to be written anew"))
    return ", ".join(f"{number} {words}" for number, words in said if number)


def forget_sessions() -> str:
    """Remove sessions that ended: nobody can use them, and nobody needs them."""
    call_command("clearsessions")
    return ""


def _doing() -> Doing:
    """Return who does it: the system itself, now, on the site's calendar."""
    return Doing(MACHINE, timezone.now(), holidays(), settings.ANSWERABLE_AUTHORITY)
