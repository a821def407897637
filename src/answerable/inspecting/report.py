"""What was found in files as one web page that stands alone: for whoever has to decide."""

from collections.abc import Iterable, Iterator
from html import escape

from answerable.inspecting.codes import codes
from answerable.inspecting.compared.apart import lacks_pages
from answerable.inspecting.findings import Finding, Inspection, Severity, Sheet, Verdict

_STYLE = """
body { font: 1rem/1.5 "Source Sans Pro", Arial, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem;
  color: #0b0c0c; background: #ffffff; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0 2rem; }
caption { text-align: left; font-weight: bold; padding: 0.5rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.5rem 1rem 0.5rem 0.5rem; border-bottom: 1px solid #b1b4b6; }
code { overflow-wrap: anywhere; }
.stop { border-left: 0.5rem solid #d4351c; padding-left: 1rem; }
.check { border-left: 0.5rem solid #f47738; padding-left: 1rem; }
.note { border-left: 0.5rem solid #b1b4b6; padding-left: 1rem; }
"""
_VERDICTS = {
    Verdict.CLEAR: "Clear: nothing in it is hidden, as far as this inspection can tell.",
    Verdict.FINDINGS: "Not clear: it holds more than it shows.",
    Verdict.CANNOT_SAY: "Nobody can say what is in it, and so it cannot be released.",
}


def report_page(inspections: Iterable[Inspection]) -> str:
    """Return a web page with each file, its sheets and its findings; it fetches nothing and runs no script."""
    return "\n".join(
        [
            '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            "<title>What these files would give away</title>",
            f"<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>What these files would give away</h1>",
            *(line for one in inspections for line in _file(one)),
            "</main>\n</body>\n</html>\n",
        ]
    )


def _file(inspection: Inspection) -> Iterator[str]:
    yield f"<h2>{escape(inspection.file)}</h2>"
    yield f"<p><strong>{_VERDICTS[inspection.verdict]}</strong></p>"
    if inspection.reason:
        yield f"<p>{escape(inspection.reason)}</p>"
    if inspection.sha256:
        yield f"<p>These bytes alone were inspected: SHA-256 <code>{escape(inspection.sha256)}</code></p>"
    if lacks_pages(inspection):
        yield "<p>The words in it were not compared with those that its own pages show.</p>"
    if inspection.sheets:
        yield from _sheets(inspection.sheets)
    for severity in Severity:
        found = [one for one in inspection.findings if one.severity is severity]
        if found:
            yield from _findings(found, severity)


def _sheets(sheets: tuple[Sheet, ...]) -> Iterator[str]:
    yield "<table>\n<caption>Every sheet, and its rows with content</caption>"
    yield '<thead><tr><th scope="col">Sheet</th><th scope="col">State</th><th scope="col">Visible rows</th>'
    yield '<th scope="col">Rows in the file</th></tr></thead>\n<tbody>'
    for one in sheets:
        yield (
            f'<tr><th scope="row">{escape(one.name)}</th><td>{escape(one.state)}</td>'
            f"<td>{one.visible_rows:,}</td><td>{one.rows:,}</td></tr>"
        )
    yield "</tbody>\n</table>"


def _findings(found: list[Finding], severity: Severity) -> Iterator[str]:
    yield f'<table class="{severity.value}">\n<caption>{severity.level.capitalize()}</caption>'
    yield '<thead><tr><th scope="col">What</th><th scope="col">Where</th><th scope="col">How much</th>'
    yield '<th scope="col">Why it matters, and how it is mended</th></tr></thead>\n<tbody>'
    for one in found:
        code = codes()[one.code]
        yield (
            f"<tr><td>{escape(code.what)}<br><code>{escape(one.code)}</code></td><td>{escape(one.where)}</td>"
            f"<td>{escape(one.evidence)}</td><td>{escape(code.why)} {escape(one.remedy)}</td></tr>"
        )
    yield "</tbody>\n</table>"
