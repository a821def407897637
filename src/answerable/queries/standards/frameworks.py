"""The frameworks that are in use: what was loaded, and what comes with the product where nothing was."""

from answerable.domain.assurance import Framework, framework_of, known_frameworks
from answerable.records.standards.models import KeptFramework


def frameworks_in_use() -> dict[str, Framework]:
    """Return the frameworks that elements can be of: the latest that was loaded of each key, and those that ship."""
    found = dict(known_frameworks())
    for one in KeptFramework.objects.order_by("pk"):
        found[one.key] = framework_of(one.declaration)
    return found
