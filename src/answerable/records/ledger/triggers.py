"""What makes the database refuse to change or to remove a line of the ledger."""

from typing import Any

_TABLE = "ledger_ledgerline"
_REFUSAL = "The ledger is only ever added to"
_FUNCTION = f"BEGIN RAISE EXCEPTION '{_REFUSAL}'; END"
_SQLITE = {
    "ledger_lines_stay_as_they_are": f"BEFORE UPDATE ON {_TABLE}",
    "ledger_lines_are_not_removed": f"BEFORE DELETE ON {_TABLE}",
    # INSERT OR REPLACE removes the old row without asking the trigger above.
    "ledger_lines_are_not_replaced": (
        "BEFORE INSERT ON ledger_ledgerline "
        "WHEN NEW.number <= (SELECT coalesce(max(number), 0) FROM ledger_ledgerline)"
    ),
}
_POSTGRES = {
    "ledger_lines_stay_as_they_are": f"BEFORE UPDATE ON {_TABLE} FOR EACH ROW",
    "ledger_lines_are_not_removed": f"BEFORE DELETE ON {_TABLE} FOR EACH ROW",
    "ledger_is_not_emptied": f"BEFORE TRUNCATE ON {_TABLE} FOR EACH STATEMENT",
}


def create_triggers(connection: Any) -> None:
    """Make the database refuse to change or to remove lines."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "CREATE OR REPLACE FUNCTION refuse_to_change_the_ledger() RETURNS trigger AS $$ "
                f"{_FUNCTION} $$ LANGUAGE plpgsql"
            )
        for definition in _definitions(connection).values():
            cursor.execute(definition)


def drop_triggers(connection: Any) -> None:
    """Let lines be removed: for a migration that makes the table anew, and for tests."""
    on = f" ON {_TABLE}" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        for name in _definitions(connection):
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")


def missing_triggers(connection: Any) -> tuple[str, ...]:
    """Return the triggers that are not there, are switched off, or do not say what they ought to."""
    there = _postgres_triggers if connection.vendor == "postgresql" else _sqlite_triggers
    with connection.cursor() as cursor:
        found = there(cursor)
    return tuple(
        name
        for name, definition in _definitions(connection).items()
        if found.get(name) != definition
    )


def _sqlite_triggers(cursor: Any) -> dict[str, str]:
    cursor.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [_TABLE]
    )
    return dict(cursor.fetchall())


def _postgres_triggers(cursor: Any) -> dict[str, str]:
    """Return the triggers that fire in an ordinary session, and whose function still refuses."""
    cursor.execute(
        "SELECT tgname, replace(pg_get_triggerdef(pg_trigger.oid), quote_ident(nspname) || '.', '') "
        "FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid "
        "JOIN pg_class ON pg_class.oid = tgrelid JOIN pg_namespace ON pg_namespace.oid = relnamespace "
        "WHERE tgrelid = %s::regclass AND tgenabled IN ('O', 'A') AND btrim(prosrc) = %s",
        [_TABLE, _FUNCTION],
    )
    return dict(cursor.fetchall())


def _definitions(connection: Any) -> dict[str, str]:
    if connection.vendor == "postgresql":
        return {
            name: f"CREATE TRIGGER {name} {event} EXECUTE FUNCTION refuse_to_change_the_ledger()"
            for name, event in _POSTGRES.items()
        }
    return {
        name: f"CREATE TRIGGER {name} {event} BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
        for name, event in _SQLITE.items()
    }
