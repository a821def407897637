"""Keep the text of a framework, once for each text."""

import hashlib
import json
from dataclasses import asdict

from answerable.actions.casework.doing import Doing
from answerable.domain.assurance import Framework
from answerable.records.standards.models import KeptFramework


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
