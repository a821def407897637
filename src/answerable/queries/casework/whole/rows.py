"""Every row of a request as data, but for the bytes of files, which stand beside, and for secrets."""

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.db.models import Model
from django.forms.models import model_to_dict

from answerable.publishing.case_folder import FolderFile
from answerable.queries.casework.below import ORDER, rows_of
from answerable.records.casework.models import Request
from answerable.records.ledger.models import LedgerLine

_SECRETS = ("nonce",)
"""Whoever has one can pass for the person to whom a link was sent."""


def data_files(request: Request) -> Iterator[FolderFile]:
    """Yield a file of JSON for each kind of row, in the order in which rows were made."""
    yield _file("request", [_row(request)])
    yield _file("requester", [_row(request.requester)])
    for model, ways in ORDER:
        rows = rows_of(request, model, ways).order_by("pk").iterator()
        yield _file(model.__name__.lower(), [_row(one) for one in rows])


def ledger_file(request: Request) -> FolderFile:
    """Return the lines of the ledger about a request, with their seals."""
    lines = LedgerLine.objects.filter(subject=f"request {request.reference}").order_by("number")
    rows = [_row(one) for one in lines]
    return _file("ledger", [{**one, "data": json.loads(one["data"])} for one in rows])


def json_bytes(data: object) -> bytes:
    """Return data as JSON that people can read, too."""
    return f"{json.dumps(data, ensure_ascii=False, indent=1, default=_plain)}\n".encode()


def _file(name: str, rows: Sequence[Mapping[str, Any]]) -> FolderFile:
    return FolderFile(f"data/{name}.json", json_bytes(rows))


def _row(one: Model) -> dict[str, Any]:
    # Bytes cannot be edited in a form, and so are left out.
    return model_to_dict(one, exclude=_SECRETS)


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, dt.date | dt.datetime) else str(value)
