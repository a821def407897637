"""Columns of a table that somebody tells: the run waits for them, and then reads the table by them."""

import datetime as dt
from dataclasses import replace

from django.db import transaction

from answerable.actions.imports.runs import (
    Plan,
    RunRefused,
    add_files,
    close_run,
    locked_run,
    start_run,
    tell_of_run,
)
from answerable.domain.disclosure_log import Body
from answerable.domain.roles import NO_REQUEST, Actor, Move, check_move
from answerable.reading import NotReadable
from answerable.reading.weblogs import (
    Mapping,
    MappingRefused,
    Rows,
    check_columns,
    mapping_as_toml,
    mapping_from_toml,
    rows_in,
)
from answerable.records.archive.models import ImportRun

_MOST_COLUMNS = 200


def start_table(
    *, body: Body, file: tuple[str, bytes], plan: Plan, by: Actor, at: dt.datetime
) -> int:
    """Start a run of one table (path, bytes) that waits until its columns are told; return its number.

    :raises MoveNotAllowed: if they may not import.
    :raises ImportRefused: if the month is none, or the body's pages would stand on others.
    :raises RunRefused: if the file is no table.
    """
    path, data = file
    check_move(Move.IMPORT_LOG, actor=by, situation=NO_REQUEST)
    _rows(data, path=path)
    with transaction.atomic():
        waits = replace(plan, options={**plan.options, ImportRun.ASKS_COLUMNS: True})
        run = start_run(body=body, name=path, plan=waits, by=by, at=at)
        add_files(run, [file], at=at)
    return run


def tell_columns(run: int, mapping: Mapping, *, by: Actor, at: dt.datetime) -> None:
    """Say which columns of the table that waits hold what, and let it be read.

    :raises MoveNotAllowed: if they may not import.
    :raises RunRefused: if it waits for no columns, or no entry can be made of these.
    """
    check_move(Move.IMPORT_LOG, actor=by, situation=NO_REQUEST)
    with transaction.atomic():
        told = locked_run(run)
        if ImportRun.ASKS_COLUMNS not in told.options or told.state != ImportRun.State.FILLING:
            message = "This import waits for no columns: they were told, or it was stopped"
            raise RunRefused(message)
        file = told.files.select_related("kept").order_by("place")[0]
        data = bytes(file.kept.data) if file.kept else b""
        said = mapping_as_toml(mapping)
        try:
            check_columns(mapping_from_toml(said, name="This"), _rows(data, path=file.path))
        except MappingRefused as refusal:
            raise RunRefused(str(refusal)) from None
        del told.options[ImportRun.ASKS_COLUMNS]
        told.options[ImportRun.MAPPING] = said
        told.save()
        tell_of_run("import columns told", told, by=by, at=at)
    close_run(run, at=at)


def _rows(data: bytes, *, path: str) -> Rows:
    try:
        rows = rows_in(data, name=path)
    except NotReadable as refusal:
        raise RunRefused(str(refusal)) from None
    if rows is None:
        message = f"{path} is no table in CSV, JSON or RSS: import it without saying what its columns hold"
        raise RunRefused(message)
    if len(rows.columns) > _MOST_COLUMNS:
        raise RunRefused(f"{path} has more than {_MOST_COLUMNS} columns: leave out some of them")
    return rows
