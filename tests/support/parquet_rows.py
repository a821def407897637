"""Rows as a snapshot holds them: a Parquet file with the types that the store writes."""

import datetime as dt

import duckdb

from answerable.domain.measures.registers import ColumnKind
from answerable.domain.measures.snapshots import Snapshot
from answerable.measuring.computing.literals import quoted

AS_AT = dt.date(2024, 6, 26)


def sql_type(column):
    """Return the type of a column in Parquet."""
    if column.kind is ColumnKind.DECIMAL:
        return f"DECIMAL(18,{column.decimals})"
    kinds = {ColumnKind.WHOLE: "BIGINT", ColumnKind.DATE: "DATE", ColumnKind.YES_NO: "BOOLEAN"}
    return kinds.get(column.kind, "VARCHAR")


def write_parquet(register, rows, path):
    """Write rows, in the order of the register's columns, and return a snapshot of them."""
    rows = list(rows)
    names = [column.name for column in register.columns]
    with duckdb.connect() as duck:
        types = ", ".join(f"{quoted(one.name)} {sql_type(one)}" for one in register.columns)
        duck.execute(f"CREATE TABLE kept ({types})")
        lists = [[row[at] for row in rows] for at in range(len(names))]
        unnested = ", ".join(
            f"unnest(${at}::{sql_type(one)}[])" for at, one in enumerate(register.columns, 1)
        )
        duck.execute(f"INSERT INTO kept SELECT {unnested}", lists)
        duck.execute(f"COPY kept TO '{path}' (FORMAT parquet)")
    return Snapshot(register.name, register.version, AS_AT, "0" * 64, len(rows))
