"""Names that readers of a redacted file may know: of everybody for whom files of its request are searched."""

from answerable.domain.release.people import surnames
from answerable.queries.casework.sought import people_sought
from answerable.records.casework.models import Request


def surnames_known(request: Request) -> tuple[str, ...]:
    """Return the surnames of everybody whom the office knows, each once; which of them fits a gap is only counted."""
    people = people_sought(request)
    return surnames((*people.others, *people.requesters))
