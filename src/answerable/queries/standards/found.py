"""What an inspection found, in the words of a page."""

from collections.abc import Mapping
from typing import Any


def found_in(report: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what an inspection found in words: findings, then personal data by kind and place, masked."""
    findings = [f"{each['where']}: {each['evidence']}" for each in report.get("findings", ())]
    personal = [
        f"{place['where']}: {each['kind']}, {each['sample']}"
        for each in report.get("personal", ())
        for place in each["places"][:1]
    ]
    return (*findings, *personal)
