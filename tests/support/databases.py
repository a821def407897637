"""Databases for tests, of the kind that they run on: each is a copy of one that is empty and migrated.

Migrating takes seconds. So a run of all tests migrates one for all its processes, and names it to them;
a process to which none is named migrates its own.
"""

import atexit
import contextlib
import functools
import os
import shutil
import subprocess
import sys
import uuid
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

import psycopg

SETTINGS = "answerable.config.settings"
MODEL = "ANSWERABLE_TEST_MODEL"
"""Names what is copied: a file of SQLite, or a database on the server of PostgreSQL."""


@contextlib.contextmanager
def own_site(home):
    """Yield the environment of processes that share one empty, migrated database."""
    server = os.environ.get("ANSWERABLE_DATABASE", "")
    own = _on_postgres(server) if server.startswith("postgres") else _on_sqlite(home)
    with own as address:
        yield _environment(home, address)


@contextlib.contextmanager
def _on_sqlite(home):
    place = Path(home) / "own.sqlite3"
    copy_migrated(place)
    yield f"sqlite:///{place}"


def copy_migrated(place):
    """Write an empty, migrated database of SQLite to a place."""
    place.write_bytes(_migrated_file().read_bytes())


@functools.cache
def _migrated_file():
    # What runs on PostgreSQL is named a database there, and some of its tests ask for a file.
    named = Path(os.environ.get(MODEL, ""))
    if named.is_file():
        return named
    home = Path(mkdtemp())
    atexit.register(shutil.rmtree, home)
    return _migrate_file(home)


def _migrate_file(home):
    _migrate(_environment(home, f"sqlite:///{home}/migrated.sqlite3"))
    return home / "migrated.sqlite3"


@contextlib.contextmanager
def _on_postgres(server):
    host, model = server.rpartition("/")[0], migrated_database(server)
    name = _name()
    _say(host, f"create database {name} template {model}")
    try:
        yield f"{host}/{name}"
    finally:
        _say(host, f"drop database {name} with (force)")


@functools.cache
def migrated_database(server):
    """Return the name of an empty, migrated database on a server of PostgreSQL, to copy."""
    if MODEL in os.environ:
        return os.environ[MODEL]
    lasting = contextlib.ExitStack()
    atexit.register(lasting.close)
    return lasting.enter_context(_migrate_database(server))


@contextlib.contextmanager
def _migrate_database(server):
    host, model = server.rpartition("/")[0], _name()
    _say(host, f"create database {model}")
    try:
        with TemporaryDirectory() as home:
            _migrate(_environment(home, f"{host}/{model}"))
        yield model
    finally:
        _say(host, f"drop database {model} with (force)")


@contextlib.contextmanager
def named_model(server=None):
    """Migrate a database, on a server of PostgreSQL or else of SQLite; yield what names it to processes."""
    with contextlib.ExitStack() as lasting:
        if server:
            model = lasting.enter_context(_migrate_database(server))
        else:
            model = _migrate_file(Path(lasting.enter_context(TemporaryDirectory())))
        yield {MODEL: str(model)}


def _name():
    return f"answerable_own_{uuid.uuid4().hex[:12]}"


def _say(host, statement):
    with psycopg.connect(f"{host}/postgres", autocommit=True) as connection:
        connection.execute(statement)


def _environment(home, address):
    return {
        **os.environ,
        "ANSWERABLE_HOME": str(home),
        "ANSWERABLE_DATABASE": address,
        "ANSWERABLE_SECRET_KEY": "only for tests",
        "DJANGO_SETTINGS_MODULE": SETTINGS,
    }


def _migrate(env):
    subprocess.run(
        [sys.executable, "-m", "django", "migrate", "--verbosity", "0"], env=env, check=True
    )
