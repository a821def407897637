"""Files of a request, and those that information owners gave for it."""

from dataclasses import dataclass

from answerable.domain.questions.blind import blinded, blinded_file
from answerable.queries.casework.cases import identity_of
from answerable.queries.casework.releasing.contributed import given_verdicts
from answerable.records.casework.models import CaseFile, ContributionFile, Request


@dataclass(frozen=True, slots=True)
class ContributedFile:
    """A file that an information owner gave for a question, and what was found in it."""

    contribution: int
    place: int
    name: str
    label: str
    standing: str
    said: str


def file_data(reference: str, pk: int) -> tuple[str, bytes] | None:
    """Return the name, without who asked, and the bytes of a file of a request; None if it has no such file."""
    found = (
        CaseFile.objects.filter(request__reference=reference, pk=pk)
        .select_related("request__requester")
        .first()
    )
    if found is None:
        return None
    return blinded_file(found.name, identity_of(found.request)), bytes(found.data)


def contributed_files(reference: str) -> tuple[ContributedFile, ...]:
    """Return the files that information owners gave for a request, under names without who asked."""
    request = Request.objects.filter(reference=reference).select_related("requester").first()
    if request is None:
        return ()
    identity = identity_of(request)
    found = list(
        ContributionFile.objects.filter(contribution__question__request__reference=reference)
        .defer("data")
        .select_related("contribution__question")
        .order_by("contribution", "place")
    )
    verdicts = given_verdicts(request, found)
    return tuple(
        ContributedFile(
            one.contribution_id,
            one.place,
            blinded_file(one.name, identity),
            one.contribution.question.label,
            verdicts[one.pk].standing,
            blinded(verdicts[one.pk].said, identity),
        )
        for one in found
    )
