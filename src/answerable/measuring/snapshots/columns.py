"""How a register's columns are kept in Parquet, and in which order its rows stand."""

from answerable.domain.measures.registers import Column, ColumnKind, Register

MOST_DIGITS = 18
"""Digits of a decimal, with those behind the point: what a 64-bit number holds."""
ROW = "#row"
"""The column with the number that a row has in its file."""

_TYPES = {
    ColumnKind.TEXT: "VARCHAR",
    ColumnKind.CODE: "VARCHAR",
    ColumnKind.WHOLE: "BIGINT",
    ColumnKind.DATE: "DATE",
    ColumnKind.YES_NO: "BOOLEAN",
    ColumnKind.FINANCIAL_YEAR: "VARCHAR",
}


def sql_type(column: Column) -> str:
    """Return the type of a column in Parquet, as DuckDB spells it."""
    if column.kind is ColumnKind.DECIMAL:
        return f"DECIMAL({MOST_DIGITS}, {column.decimals})"
    return _TYPES[column.kind]


def kind_words(column: Column) -> str:
    """Return the kind of a column as the digest's first line spells it: `decimal(2)`, and else as declared."""
    if column.kind is ColumnKind.DECIMAL:
        return f"{column.kind.value}({column.decimals})"
    return column.kind.value


def quoted(name: str) -> str:
    """Return a name as SQL takes it whatever it holds."""
    return '"' + name.replace('"', '""') + '"'


def order_of(register: Register) -> tuple[str, ...]:
    """Return the columns by which rows are put in order: the key, or all of them where rows may repeat."""
    return register.key or tuple(column.name for column in register.columns)
