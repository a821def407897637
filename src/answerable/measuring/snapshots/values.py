"""From the text of cells to the values of a register's columns, a whole column at a time."""

import polars as pl

from answerable.domain.measures.registers import Column, ColumnKind
from answerable.measuring.snapshots.columns import MOST_DIGITS

_YES, _NO = ("yes", "y", "true", "1"), ("no", "n", "false", "0")
_GROUPED = r"(?:\d+|\d{1,3}(?:,\d{3})+)"
_WHOLE = rf"^-?{_GROUPED}(?:\.0+)?$"
_TIME = r"[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$"
_MIDNIGHT = r"[T ]0?0:00(?::00(?:\.0+)?)?$"
_DAY_FIRST = r"^\d{1,2}[/.]\d{1,2}[/.]\d{4}$"
_ISO = r"^\d{4}-\d{2}-\d{2}$"
_NAMED_MONTH = r"^\d{1,2} [A-Za-z]{3,9} \d{4}$"
SERIAL = r"^\d{5}(?:\.0+)?$"
"""A day as spreadsheets count them: from 1927 to 2173."""
_SERIAL_OF_1970 = 25_569
_YEARS = r"^(\d{4}|\d{2})\s*[/–-]\s*(\d{4}|\d{2})$"
_CENTURY, _PIVOT = 100, 50


def value_of(name: str) -> str:
    """Return the name of the column that holds the values read of the texts in another."""
    return f"{name}="


def tidied(name: str) -> pl.Expr:
    """Return the text of cells without blanks at its ends; nothing but blanks is an empty cell."""
    text = pl.col(name).str.strip_chars()
    return pl.when(text != "").then(text).alias(name)


def has_time_of_day(name: str) -> pl.Expr:
    """Return whether a column's texts are days with another time than midnight, that were read."""
    text = pl.col(name)
    is_later = text.str.contains(_TIME) & ~text.str.contains(_MIDNIGHT)
    return is_later & pl.col(value_of(name)).is_not_null()


def value(column: Column, *, are_serials_dates: bool) -> pl.Expr:
    """Return the values of a column's texts: empty where there is no text, and where it cannot be read."""
    text = pl.col(column.name)
    if column.kind is ColumnKind.DATE:
        read = _date(text, are_serials_dates=are_serials_dates)
    elif column.kind is ColumnKind.CODE:
        read = _among(_compared(text), _spellings(column), pl.String())
    elif column.kind is ColumnKind.DECIMAL:
        read = _decimal(text, column.decimals)
    else:
        read = _READ[column.kind](text)
    return read.alias(value_of(column.name))


def _text(text: pl.Expr) -> pl.Expr:
    # One spelling, whoever wrote the file: é in one sign or in two, and the ends of lines of any system.
    one_line_end = text.str.replace_all("\r\n", "\n", literal=True).str.replace_all(
        "\r", "\n", literal=True
    )
    return one_line_end.str.normalize("NFC")


def _compared(text: pl.Expr) -> pl.Expr:
    return text.str.to_lowercase().str.replace_all(r"\s+", " ")


def _spellings(column: Column) -> dict[str, str]:
    # A code is itself before it is the words of another.
    words = {" ".join(code.words.lower().split()): code.code for code in column.codes}
    return {**words, **{" ".join(code.code.lower().split()): code.code for code in column.codes}}


def _among(
    text: pl.Expr, spellings: dict[str, str] | dict[str, bool], kind: pl.DataType
) -> pl.Expr:
    return text.replace_strict(
        list(spellings), list(spellings.values()), default=None, return_dtype=kind
    )


def _whole(text: pl.Expr) -> pl.Expr:
    digits = pl.when(text.str.contains(_WHOLE)).then(
        text.str.replace_all(",", "", literal=True).str.replace(r"\.0+$", "")
    )
    return digits.cast(pl.Int64, strict=False)


def _yes_no(text: pl.Expr) -> pl.Expr:
    spellings = {**dict.fromkeys(_YES, True), **dict.fromkeys(_NO, False)}
    return _among(_compared(text), spellings, pl.Boolean())


def _decimal(text: pl.Expr, decimals: int) -> pl.Expr:
    behind = rf"(?:\.\d{{1,{decimals}}}0*)?" if decimals else r"(?:\.0+)?"
    pattern = rf"^(?:-?£?|£-) ?{_GROUPED}{behind}$"
    digits = pl.when(text.str.contains(pattern)).then(text.str.replace_all("[£, ]", ""))
    return digits.cast(pl.Decimal(MOST_DIGITS, decimals), strict=False)


def _date(text: pl.Expr, *, are_serials_dates: bool) -> pl.Expr:
    day = text.str.replace(_TIME, "")
    slashed = day.str.replace_all(".", "/", literal=True)
    named = day.str.replace_all("-", " ", literal=True)
    read = pl.coalesce(
        pl.when(day.str.contains(_ISO)).then(day.str.to_date("%Y-%m-%d", strict=False)),
        pl.when(day.str.contains(_DAY_FIRST)).then(slashed.str.to_date("%d/%m/%Y", strict=False)),
        pl.when(named.str.contains(_NAMED_MONTH)).then(named.str.to_date("%d %B %Y", strict=False)),
    )
    if not are_serials_dates:
        return read
    serial = pl.when(text.str.contains(SERIAL)).then(text.str.replace(r"\.0+$", ""))
    counted = serial.cast(pl.Int32, strict=False) - _SERIAL_OF_1970
    return pl.coalesce(read, counted.cast(pl.Date))


def _financial_year(text: pl.Expr) -> pl.Expr:
    first, second = (text.str.extract(_YEARS, group).cast(pl.Int32) for group in (1, 2))
    is_short = text.str.extract(_YEARS, 1).str.len_chars() == len("19")
    century = pl.when(first < _PIVOT).then(first + 2_000).otherwise(first + 1_900)
    year = pl.when(is_short).then(century).otherwise(first)
    # 2019/20 or 2019/2020: the second is the next, with or without its century.
    follows = (second == (year + 1) % _CENTURY) | (second == year + 1)
    after = ((year + 1) % _CENTURY).cast(pl.String).str.zfill(2)
    return pl.when(follows).then(pl.concat_str(year.cast(pl.String), pl.lit("/"), after))


_READ = {
    ColumnKind.TEXT: _text,
    ColumnKind.WHOLE: _whole,
    ColumnKind.YES_NO: _yes_no,
    ColumnKind.FINANCIAL_YEAR: _financial_year,
}
