"""The letters of a chart that stand in no run: of its legend, its axes and its table, whose words cells or series say."""

from collections.abc import Iterator

from answerable.inspecting.colours import is_lost
from answerable.inspecting.markup import Element, attribute, local, named, text_of
from answerable.inspecting.office.package import Package
from answerable.inspecting.office.slides.text import CODES, SMALLEST_SIZE, Scheme
from answerable.inspecting.office.writing.styles import child, children

_LABELLED = ("legend", "catAx", "valAx", "dateAx", "serAx", "dTable")
_OUTSIDE = ("outEnd", "t", "b", "l", "r")
_ON_PAPER = ("lineChart", "scatterChart")


def look_at_letters(
    package: Package, chart: Element, where: str, scheme: Scheme, *, of: str
) -> None:
    """Find letters of a chart that nobody can read, under the codes of slides or of workbooks."""
    tiny, invisible = CODES[of]
    for holder in (*named(chart, *_LABELLED), *_labels_on_paper(chart)):
        for letters in (
            named(child(holder, "txPr"), "defRPr") if child(holder, "txPr") is not None else ()
        ):
            size = attribute(letters, "sz")
            ink = scheme.colour(child(letters, "solidFill"))
            if size.isdigit() and int(size) <= SMALLEST_SIZE:
                package.seen.add(tiny, where, _said_by(holder, chart))
            elif child(letters, "noFill") is not None or (
                ink is not None and scheme.ground is not None and is_lost(ink, scheme.ground)
            ):
                package.seen.add(invisible, where, _said_by(holder, chart))


def _labels_on_paper(chart: Element) -> Iterator[Element]:
    """Yield the labels of series that stand beside what is drawn, and not on it."""
    for labels in named(chart, "dLbls"):
        place = next((attribute(one, "val") for one in children(labels, "dLblPos")), "")
        kinds = {local(one) for one in labels.iterancestors()}
        is_clustered = "barChart" in kinds and not place and _is_clustered(labels)
        if place in _OUTSIDE or is_clustered or (not place and kinds & set(_ON_PAPER)):
            yield labels


def _is_clustered(labels: Element) -> bool:
    bars = next(one for one in labels.iterancestors() if local(one) == "barChart")
    grouped = next((attribute(one, "val") for one in children(bars, "grouping")), "clustered")
    return grouped in ("clustered", "standard")


def _said_by(holder: Element, chart: Element) -> str:
    own = text_of(holder).strip()
    return own or next(
        (text_of(one).strip() for ser in named(chart, "ser") for one in children(ser, "tx")), ""
    )
