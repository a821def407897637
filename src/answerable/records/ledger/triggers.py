"""What makes the database refuse to change or to remove a line of the ledger."""

from typing import Any

_TABLE = "ledger_ledgerline"
_REFUSAL = "The ledger is only ever added to"
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
                f"BEGIN RAISE EXCEPTION '{_REFUSAL}'; END $$ LANGUAGE plpgsql"
            )
            for name, event in _POSTGRES.items():
                cursor.execute(
                    f"CREATE TRIGGER {name} {event} EXECUTE FUNCTION refuse_to_change_the_ledger()"
                )
            return
        for name, event in _SQLITE.items():
            cursor.execute(
                f"CREATE TRIGGER {name} {event} BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
            )


def drop_triggers(connection: Any) -> None:
    """Let lines be removed: for a migration that makes the table anew, and for tests."""
    on = f" ON {_TABLE}" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        for name in _names(connection):
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")


def missing_triggers(connection: Any) -> tuple[str, ...]:
    """Return the triggers that ought to be there and are not, or are switched off."""
    query = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s"
    if connection.vendor == "postgresql":
        query = (
            "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D' "
            "AND tgrelid = %s::regclass"
        )
    with connection.cursor() as cursor:
        cursor.execute(query, [_TABLE])
        there = {row[0] for row in cursor.fetchall()}
    return tuple(name for name in _names(connection) if name not in there)


def _names(connection: Any) -> tuple[str, ...]:
    return tuple(_POSTGRES if connection.vendor == "postgresql" else _SQLITE)
