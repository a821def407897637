"""An assessor's report in words, as `answerable read` prints it."""

from collections.abc import Iterator

from answerable.domain.assurance import Report, known_frameworks

_LONGEST = 100


def report_lines(report: Report) -> Iterator[str]:
    """Yield what a report says: its facts, its levels, its passages, its doubts, and what fits nowhere."""
    yield from _facts(report)
    yield from _levels(report)
    for one in report.passages:
        yield f"\n{one.kind.value}  {', '.join(one.elements)}\n  {_short(one.text)}"
    for text in report.quotations:
        yield f"\nquotation  {_short(text)}"
    for doubt in report.doubts:
        yield f"\nDoubt: {doubt.says} ({doubt.code})"
    for text in report.unread:
        yield f"\nUnread: {_short(text)}"


def _facts(report: Report) -> Iterator[str]:
    method = ", ".join(f"{one.count} {one.of}" for one in report.method)
    named = {
        "Standard": report.standard,
        "Organisation": report.organisation,
        "Assessor": report.assessor,
        "Report type": report.report_type,
        "Round": report.round_kind,
        "Project number": report.project_number,
        "Documents reviewed": report.document_review_on,
        "Evidence gathered": report.evidence_on,
        "Elements": report.element_count,
        "Method": method,
    }
    yield from (f"{name}: {value}" for name, value in named.items() if value)


def _levels(report: Report) -> Iterator[str]:
    framework = known_frameworks().get(report.framework or "")
    for key in dict.fromkeys(report.levels.values()):
        level = framework.level(key) if framework else None
        elements = [number for number, one in report.levels.items() if one == key]
        yield f"{level.name if level else key}: {', '.join(elements)}"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
