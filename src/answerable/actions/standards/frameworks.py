"""Keep the text of a framework, once for each text."""

import hashlib
import json
from dataclasses import asdict

from answerable.actions.casework.doing import Doing
from answerable.domain.assurance import Framework
from answerable.records.standards.models import KeptFramework


def kept_framework(framework: Framework, *, doing: Doing) -> KeptFramework:
    """Return the row of a framework's text, which is made where there is none; a transaction is open."""
    kept, _ = KeptFramework.objects.get_or_create(
        sha256=_digest(framework),
        defaults={
            "key": framework.key,
            "declaration": json.loads(json.dumps(asdict(framework))),
            "loaded_by": doing.by.key,
            "loaded_at": doing.at,
        },
    )
    return kept


def is_kept(framework: Framework) -> bool:
    """Return whether this very text of a framework was kept before."""
    return KeptFramework.objects.filter(sha256=_digest(framework)).exists()


def _digest(framework: Framework) -> str:
    text = json.dumps(asdict(framework), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
