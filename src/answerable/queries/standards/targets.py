"""The targets of a service standard."""

from answerable.domain.assurance.promises import Target
from answerable.records.standards.models import ServiceStandard


def targets_of(one: ServiceStandard) -> tuple[Target, ...]:
    """Return the targets of a standard, each with the month from which it holds."""
    later = (Target(each.from_month, each.target) for each in one.targets.all())
    return (Target(one.from_month, one.target), *later)
