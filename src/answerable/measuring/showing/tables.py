"""A result as a table that everybody can read: a caption, headings with their scope, remarks, caveats, its origin."""

from collections.abc import Iterator
from dataclasses import dataclass

from answerable.domain.measures.results import CellKind, Result
from answerable.domain.suppression.profiles import Profile
from answerable.measuring.showing.cells import NUMBERS, cell_words, long_day, missing_cells

_SHORT = 12


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell in words. `is_heading` says that it heads its row (`<th scope="row">`)."""

    words: str
    is_heading: bool
    is_number: bool
    is_missing: bool = False


@dataclass(frozen=True, slots=True)
class ShownHeading:
    """The heading of a column (`<th scope="col">`)."""

    words: str
    is_number: bool


@dataclass(frozen=True)
class ShownTable:
    """A table ready to be written: no cell of it is empty without a reason that stands in `remarks`."""

    caption: str
    headings: tuple[ShownHeading, ...]
    rows: tuple[tuple[ShownCell, ...], ...]
    remarks: tuple[str, ...]
    caveats: tuple[str, ...]
    origin: tuple[str, ...]


def shown_table(result: Result) -> ShownTable:
    """Return a result as a table."""
    missing = missing_cells(result)
    return ShownTable(
        caption=caption_of(result),
        headings=tuple(
            ShownHeading(column.words, column.kind in NUMBERS) for column in result.columns
        ),
        rows=tuple(
            tuple(
                ShownCell(
                    cell_words(value, column, missing.get((at, place))),
                    column.kind is CellKind.LABEL,
                    column.kind in NUMBERS,
                    (at, place) in missing,
                )
                for place, (value, column) in enumerate(zip(row, result.columns, strict=True))
            )
            for at, row in enumerate(result.rows)
        ),
        remarks=tuple(remarks(result)),
        caveats=tuple(caveat.words for caveat in result.caveats),
        origin=tuple(origin(result)),
    )


def caption_of(result: Result) -> str:
    """Return what a table shows, with what was given for it: `Pages printed (from 2023-06-26), as at 26 June 2024`."""
    given = ", ".join(f"{name} {value}" for name, value in result.parameters.items())
    return f"{result.title}{f' ({given})' if given else ''}, as at {long_day(result.as_at)}"


def remarks(result: Result) -> Iterator[str]:
    """Yield by which rule small counts are protected, and why cells are empty, each reason once with its cells."""
    if result.disclosure:
        yield _rule(result.disclosure)
    reasons: dict[str, list[str]] = {}
    for note in result.notes:
        reasons.setdefault(note.words, []).append(_place(result, note.row, note.column))
    for words, cells in reasons.items():
        yield f"{'; '.join(cells)}: {words}"
    for (at, place), (numerator, denominator) in sorted(result.parts.items()):
        value = cell_words(result.rows[at][place], result.columns[place], None)
        yield f"{_place(result, at, place)}: {value} is {numerator:,} of {denominator:,}"


def _place(result: Result, row: int, column: int) -> str:
    """Return which cell it is, as a person says it: `Of which race, 2019/20`."""
    labels = [
        str(value)
        for value, one in zip(result.rows[row], result.columns, strict=True)
        if one.kind is CellKind.LABEL
    ]
    return ", ".join([*labels, result.columns[column].words])


def _rule(profile: Profile) -> str:
    done = (
        [f"counts are given to the nearest {profile.rounded_to}"] if profile.rounded_to > 1 else []
    )
    if profile.withholds:
        done.append(f"counts from {profile.least} to {profile.most} are withheld")
    return f"Small counts: {', '.join(done) or 'figures of few are withheld'} ({profile.title}, {long_day(profile.dated)})"


def origin(result: Result) -> Iterator[str]:
    """Yield what a result was computed from, so that it can be computed again."""
    snapshot = result.snapshot
    yield (
        f"Computed from {snapshot.label}, {snapshot.rows:,} rows as at {long_day(snapshot.as_at)}, "
        f"by {result.measure} version {result.version} (definition {result.definition_sha256[:_SHORT]})"
    )
    if result.calendars:
        yield f"Days counted by {', '.join(result.calendars)}"
    yield f"Result {result.sha256}"
