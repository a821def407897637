"""One row of every model that hangs on a request, with a canary in every field that can hold one."""

import datetime as dt

from django.apps import apps
from django.db import connection, models

from answerable.records.casework.models import InformationOwner, Request, Requester

_BESIDE = "beside"
AT = dt.datetime(2019, 3, 4, 9, 0, tzinfo=dt.UTC)


def below_request():
    """Return every model of which a row leads to a request, each behind those that it leads through."""
    listed = [Request]
    waiting = [one for one in apps.get_app_config("casework").get_models() if one is not Request]
    while found := [one for one in waiting if _targets(one) & set(listed)]:
        # A model may lead to several of them: it is made when all of those are.
        ready = [one for one in found if not _targets(one) & (set(waiting) - {one})]
        for one in ready or found[:1]:
            listed.append(one)
            waiting.remove(one)
    return listed


def fill(canary):
    """Make a request with one row of every model below it; return its reference."""
    asker = Requester.objects.create(**_values(Requester, canary, {}))
    owner = InformationOwner.objects.create(name="Wim", email=f"{canary}-owner@body.example")
    made = {Requester: asker, InformationOwner: owner, _BESIDE: _beside(canary)}
    for model in below_request():
        made[model] = model.objects.create(**_values(model, canary, made))
    _link_to_itself(made)
    return made[Request].reference


def rows_with(canary):
    """Return how many rows of each table hold a canary."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        found = {table: _count(cursor, table, canary) for table in tables}
    return {table: count for table, count in found.items() if count}


def _beside(canary):
    """Return a request that stays, and holds nothing of the other one."""
    return Request.objects.create(
        reference=f"2019-{len(canary):04}",
        title="Pens",
        requester=Requester.objects.create(name="Bo"),
        channel="email",
        received_on=AT.date(),
        taken_in_at=AT,
    )


def _count(cursor, table, canary):
    cursor.execute(f'select * from "{table}"')  # noqa: S608 a name of our own
    return sum(canary in "".join(map(_text, row)) for row in cursor.fetchall())


def _text(value):
    if isinstance(value, bytes | memoryview):
        return bytes(value).decode(errors="replace")
    return str(value)


def _targets(model):
    return {one.related_model for one in model._meta.fields if one.is_relation} - {model}


def _values(model, canary, made):
    given, led = {}, set()
    for field in model._meta.concrete_fields:
        if field.primary_key:
            continue
        if field.is_relation:
            if field.related_model in led - {Request} and field.null:
                continue
            if field.related_model in made:
                # What leads to two requests leads to this one, and to another that stays.
                target = _BESIDE if field.related_model in led else field.related_model
                given[field.name] = made[target]
                led.add(field.related_model)
        else:
            given[field.name] = _value(field, canary)
    return {name: one for name, one in given.items() if one is not None}


def _value(field, canary):
    if field.choices:
        return field.choices[-1][0]
    made = (value for kind, value in _VALUES.items() if isinstance(field, kind))
    value = next(made, _word)
    return value(field, canary)


def _word(field, canary):
    if field.name == "stage":
        return "sent"
    return canary[: field.max_length] if field.max_length else canary


def _link_to_itself(made):
    """Let what may hang on a row of its own kind do so, where nothing forbids it."""
    for model, row in made.items():
        if model is _BESIDE:
            continue
        for field in model._meta.concrete_fields:
            if field.related_model is model and field.null:
                model.objects.filter(pk=row.pk).update(**{field.name: row})


_VALUES = {
    models.BooleanField: lambda *_: False,
    models.JSONField: lambda _, canary: [canary],
    models.BinaryField: lambda _, canary: canary.encode(),
    models.DateTimeField: lambda *_: AT,
    models.DateField: lambda *_: AT.date(),
    models.IntegerField: lambda *_: 1,
    models.FloatField: lambda *_: 1.5,
}
"""What stands in fields of other kinds than texts."""
