"""Fill an empty database with generated requests, in bulk: the same rows on SQLite and PostgreSQL."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from types import SimpleNamespace
from typing import Any

from django.core.management.color import no_style
from django.db import connection, models, transaction

from answerable.domain.clock import Holidays, shipped_holidays
from answerable.domain.roles import Role
from answerable.records.accounts.models import Membership, Person, Team
from answerable.records.casework.models import (
    Allocation,
    Contribution,
    ContributionAnswer,
    DecidedTag,
    DecisionVersion,
    FollowLink,
    InformationOwner,
    Letter,
    Message,
    NamedPerson,
    Note,
    Question,
    QuestionEvent,
    Request,
    RequestCounter,
    Requester,
)
from answerable.records.ledger.chain import Line, canonical
from answerable.records.ledger.models import LedgerHead, LedgerLine
from bench.case_rows import Numbers, Told, owners, rows_of
from bench.cases import CHECKERS, INTAKE, MANAGERS, OFFICERS, TEAMS, generated_cases

_CHUNK = 1_000
_STORED = (
    Requester,
    Request,
    Message,
    Question,
    QuestionEvent,
    NamedPerson,
    Allocation,
    Note,
    Contribution,
    ContributionAnswer,
    DecisionVersion,
    DecidedTag,
    FollowLink,
    Letter,
)
"""The tables of a request, each after those to which it refers."""

_AS_THEY_ARE = (models.CharField, models.TextField, models.IntegerField, models.ForeignKey)


class NotEmpty(Exception):
    """There are requests or ledger lines already: generated ones are never mixed with others."""


def fill_requests(count: int, *, on: dt.date, seed: int = 1, table: Holidays | None = None) -> None:
    """Store that many requests as they stand on a day, with their people and a true ledger.

    :raises NotEmpty: if the database holds requests or ledger lines already.
    """
    if Request.objects.exists() or LedgerLine.objects.exists():
        message = "Generated requests go into an empty database, and this one is not"
        raise NotEmpty(message)
    table, numbers = table or shipped_holidays(), Numbers()
    cases = generated_cases(count, on=on, seed=seed)
    with _in_bulk(), transaction.atomic():
        _fill_people()
        _store(InformationOwner, owners(numbers))
        head = LedgerHead.objects.get_or_create(pk=1)[0]
        while made := [rows_of(case, numbers, table) for case in islice(cases, _CHUNK)]:
            for model in _STORED:
                _store(model, [row for rows in made for row in rows.stored.get(model, ())])
            told = sorted((one for rows in made for one in rows.told), key=lambda one: one.at)
            _store(LedgerLine, [_sealed(one, head) for one in told])
        head.save()
        for year, number in numbers.counters().items():
            RequestCounter.objects.create(year=year, number=number)
        _count_on((*_STORED, InformationOwner))


@contextmanager
def _in_bulk() -> Iterator[None]:
    """Let SQLite keep its indexes in memory meanwhile, and not wait for the disk: nobody misses what is lost."""
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield
        return
    with connection.cursor() as cursor:
        for setting in ("journal_mode = MEMORY", "synchronous = OFF", "cache_size = -400000"):
            cursor.execute(f"PRAGMA {setting}")
    try:
        yield
    finally:
        # The next connection is set up as the site's are.
        connection.close()


def _fill_people() -> None:
    roles = {
        Role.OFFICER: OFFICERS,
        Role.CHECKER: CHECKERS,
        Role.MANAGER: MANAGERS,
        Role.INTAKE: INTAKE,
    }
    people = [
        Person(email=email, name=email.partition("@")[0].replace("-", " ").title(), roles=[role])
        for role, emails in roles.items()
        for email in emails
    ]
    for one in people:
        one.set_unusable_password()
        one.save()
    teams = [Team.objects.create(code=code, name=code.title()) for code in TEAMS]
    for place, one in enumerate(people):
        Membership.objects.create(person=one, team=teams[place % len(teams)])


def _sealed(told: Told, head: LedgerHead) -> SimpleNamespace:
    """Return the next line of the ledger, and move the head on to it."""
    data, number = canonical(told.data), head.number + 1
    line = Line(number, told.at, told.by, told.action, told.subject, data, head.seal)
    head.number, head.seal = number, line.seal
    return SimpleNamespace(
        number=number,
        at=told.at,
        by=told.by,
        action=told.action,
        subject=told.subject,
        data=data,
        before=line.before,
        seal=head.seal,
    )


def _store(model: type[models.Model], rows: Sequence[object]) -> None:
    """Store rows by the quickest way that the database has: `bulk_create` takes several times as long."""
    table = model._meta.db_table  # noqa: SLF001 how Django itself says what a table is called
    fields = model._meta.concrete_fields  # noqa: SLF001 the same
    names = ", ".join(f'"{field.column}"' for field in fields)
    values = zip(*(_column(field, rows) for field in fields), strict=True)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f'COPY "{table}" ({names}) FROM STDIN') as copy:
                for one in values:
                    copy.write_row(one)
        else:
            marks = ", ".join(["%s"] * len(fields))
            into = f'INSERT INTO "{table}" ({names}) VALUES ({marks})'  # noqa: S608 the names are ours
            cursor.executemany(into, values)


def _column(field: "models.Field[Any, Any]", rows: Iterable[object]) -> list[Any]:
    """Return the values of a column as the database takes them; words and numbers are so already."""
    found = [getattr(row, field.attname) for row in rows]
    if isinstance(field, _AS_THEY_ARE):
        return found
    # Many rows share a moment, a decision or an empty list: each is written for the database once.
    keys = list(map(id, found)) if isinstance(field, models.JSONField) else found
    several = dict(zip(keys, found, strict=True))
    written = {
        key: field.get_db_prep_save(one, connection=connection) for key, one in several.items()
    }
    return [written[key] for key in keys]


def _count_on(tables: Iterable[type[models.Model]]) -> None:
    """Let the next row that somebody else stores get the next key."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(tables)):
            cursor.execute(statement)
