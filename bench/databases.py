"""An empty database for one measurement, on SQLite or on the PostgreSQL that the tests use."""

import os
import re
from pathlib import Path

from tests.support.databases import copy_migrated

POSTGRES = os.environ.get(
    "ANSWERABLE_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres"
)


def database_for(home: Path, database: str) -> str:
    """Return the address of an empty database; one on PostgreSQL is made for it, one of SQLite is migrated."""
    if database == "sqlite":
        copy_migrated(home / "answerable.sqlite3")
        return f"sqlite:///{home}/answerable.sqlite3"
    import psycopg

    name = f"answerable_bench_{os.getpid()}"
    with psycopg.connect(POSTGRES, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return re.sub(r"/[^/]*$", f"/{name}", POSTGRES)


def drop_database(database: str, address: str) -> None:
    """Take a database away that was made on PostgreSQL."""
    if database == "sqlite":
        return
    import psycopg

    with psycopg.connect(POSTGRES, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {address.rsplit('/', 1)[1]} WITH (FORCE)")
