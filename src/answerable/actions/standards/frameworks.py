"""The frameworks that are in use: what was loaded, and what comes with the product where nothing was."""

import hashlib
import json
from dataclasses import asdict

from answerable.actions.casework.doing import Doing
from answerable.domain.assurance import Framework, framework_of, known_frameworks
from answerable.records.standards.models import KeptFramework


def frameworks_in_use() -> dict[str, Framework]:
    """Return the frameworks in use by their key: the latest that was loaded, else the one of the product."""
    found = dict(known_frameworks())
    for kept in KeptFramework.objects.order_by("id"):
        found[kept.key] = framework_of(kept.declaration)
    return found


def kept_framework(framework: Framework, *, doing: Doing) -> KeptFramework:
    """Return the row of a framework's text, which is made where there is none; a transaction is open."""
    declaration = json.loads(json.dumps(asdict(framework)))
    text = json.dumps(declaration, sort_keys=True, ensure_ascii=False)
    kept, _ = KeptFramework.objects.get_or_create(
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        defaults={
            "key": framework.key,
            "declaration": declaration,
            "loaded_by": doing.by.key,
            "loaded_at": doing.at,
        },
    )
    return kept
