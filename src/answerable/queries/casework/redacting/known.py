"""Names that readers of a redacted file may know: those of staff, of information owners, of who asked."""

from answerable.domain.release.people import KnownPerson, surnames
from answerable.records.accounts.models import Person
from answerable.records.casework.models import InformationOwner, Request


def surnames_known(request: Request) -> tuple[str, ...]:
    """Return the surnames of everybody whom the office knows, each once; which of them fits a gap is only counted."""
    staff = Person.objects.order_by("pk").values_list("name", flat=True)
    owners = InformationOwner.objects.order_by("pk").values_list("name", flat=True)
    names = (*staff, *owners, request.requester.name)
    return surnames(KnownPerson(one) for one in dict.fromkeys(names))
