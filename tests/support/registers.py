"""A small register with a column of each kind, and files with rows of it."""

import csv
import datetime as dt
import io

from answerable.domain.measures.declarations import register_of
from answerable.domain.measures.soundness import sound_register

CONTRACTS = sound_register(
    register_of(
        {
            "name": "contracts-of-tests",
            "version": 1,
            "title": "Contracts",
            "counts": "contract",
            "key": ["reference"],
            "columns": [
                {
                    "name": "reference",
                    "words": "Reference",
                    "kind": "text",
                    "also_headed": ["Contract no."],
                },
                {
                    "name": "supplier",
                    "words": "Supplier",
                    "kind": "text",
                    "required": False,
                    "audience": "staff",
                },
                {
                    "name": "kind",
                    "words": "Kind of contract",
                    "kind": "code",
                    "required": False,
                    "codes": [
                        {"code": "G", "words": "Goods"},
                        {"code": "S", "words": "Services", "last": dt.date(2020, 1, 31)},
                    ],
                },
                {
                    "name": "copies",
                    "words": "Copies",
                    "kind": "whole",
                    "required": False,
                    "least": 0,
                    "most": 5000,
                },
                {"name": "cost", "words": "Cost", "kind": "decimal", "required": False},
                {"name": "starts_on", "words": "Start date", "kind": "date", "required": False},
                {
                    "name": "ends_on",
                    "words": "End date",
                    "kind": "date",
                    "required": False,
                    "not_before": "starts_on",
                },
                {"name": "is_live", "words": "Live", "kind": "yes-no", "required": False},
                {
                    "name": "year",
                    "words": "Financial year",
                    "kind": "financial-year",
                    "required": False,
                },
            ],
        }
    )
)
HEAD = [column.words for column in CONTRACTS.columns]
NAMES = [column.name for column in CONTRACTS.columns]


def contract(reference="C1", **cells):
    """Return the texts of a row, empty where nothing is said."""
    return [{"reference": reference, **cells}.get(name, "") for name in NAMES]


def csv_text(*rows, head=HEAD, delimiter=","):
    """Return rows as CSV under their headings."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows([head, *rows])
    return out.getvalue()


def csv_file(folder, *rows, head=HEAD, delimiter=",", encoding="utf-8", name="rows.csv"):
    """Write rows as CSV under their headings."""
    path = folder / name
    path.write_bytes(csv_text(*rows, head=head, delimiter=delimiter).encode(encoding))
    return path
