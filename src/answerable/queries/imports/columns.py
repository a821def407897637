"""The columns of a table that waits to be told what they hold: some cells of each, and what is likely."""

from dataclasses import dataclass

from answerable.reading import NotReadable
from answerable.reading.weblogs import (
    Column,
    Mapping,
    MappingRefused,
    Rows,
    check_columns,
    mapping_from_toml,
    rows_in,
    suggested,
)
from answerable.reading.weblogs.masking import shown_cells
from answerable.records.archive.models import ImportRun

_SAMPLES = 3
_LONGEST = 120
_LOOKED_BACK = 20
"""So many tables of a body are looked at for one with these columns."""


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column: `holds` is the value of the field that it likely holds, empty where nothing tells.

    Of a column that names those who asked there are no samples; nor of one that `is_masked`, because its name
    or its cells look like somebody's. Where it `has_masks`, something within its samples was masked.
    """

    name: str
    holds: str
    samples: tuple[str, ...]
    is_masked: bool = False
    has_masks: bool = False


@dataclass(frozen=True, slots=True)
class TableColumns:
    """The columns of a run's table; `from_before` says that what they hold was told for an earlier one."""

    file: str
    rows: int
    columns: tuple[TableColumn, ...]
    from_before: bool


def table_columns(run: int) -> TableColumns | None:
    """Return the columns of the table of a run that waits for them; None where there is none that does."""
    waiting = ImportRun.objects.filter(pk=run, state=ImportRun.State.FILLING)
    found = waiting.filter(options__has_key=ImportRun.ASKS_COLUMNS).first()
    file = found.files.select_related("kept").order_by("place").first() if found else None
    if found is None or file is None or file.kept is None:
        return None
    try:
        rows = rows_in(bytes(file.kept.data), name=file.path)
    except NotReadable:
        return None
    if rows is None:
        return None
    told = suggested(rows)
    before = _before(found, rows)
    holds = _holds(before or told)
    names = set(told.of(Column.NAME)) | {name for name, one in holds.items() if one is Column.NAME}
    columns = tuple(
        TableColumn(name, holds[name].value if name in holds else "", ())
        if name in names
        else _column(name, holds.get(name), rows)
        for name in rows.columns
    )
    return TableColumns(file.path, len(rows.rows), columns, before is not None)


def _before(run: ImportRun, rows: Rows) -> Mapping | None:
    """Return what was told for the body's latest table that has all of the columns named then."""
    earlier = ImportRun.objects.filter(
        body=run.body_id, pk__lt=run.pk, options__has_key=ImportRun.MAPPING
    )
    for options in earlier.order_by("-pk").values_list("options", flat=True)[:_LOOKED_BACK]:
        try:
            mapping = mapping_from_toml(options[ImportRun.MAPPING], name="It")
            check_columns(mapping, rows)
        except MappingRefused:
            continue
        return mapping
    return None


def _holds(mapping: Mapping) -> dict[str, Column]:
    return {name: column for column, names in mapping.columns for name in names}


def _column(name: str, holds: Column | None, rows: Rows) -> TableColumn:
    shown = shown_cells(
        name,
        [row[name] for row in rows.rows],
        is_told=holds is not None,
        most=_SAMPLES,
        longest=_LONGEST,
    )
    said = holds.value if holds else ""
    return TableColumn(name, said, shown.cells, shown.is_masked, shown.has_masks)
