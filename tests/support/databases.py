"""A database of its own for a test that needs several processes, of the kind that the tests run on.

One is migrated in each process that runs tests: those of its tests are copies of it.
"""

import atexit
import contextlib
import functools
import os
import subprocess
import sys
import uuid
from pathlib import Path
from tempfile import mkdtemp

import psycopg

SETTINGS = "answerable.config.settings"


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
    place.write_bytes(_migrated_file())


@functools.cache
def _migrated_file():
    home = Path(mkdtemp())
    _migrate(_environment(home, f"sqlite:///{home}/migrated.sqlite3"))
    return (home / "migrated.sqlite3").read_bytes()


@contextlib.contextmanager
def _on_postgres(server):
    host, model = _migrated_database(server)
    name = _name()
    _say(host, f"create database {name} template {model}")
    try:
        yield f"{host}/{name}"
    finally:
        _say(host, f"drop database {name} with (force)")


@functools.cache
def _migrated_database(server):
    host, model = server.rpartition("/")[0], _name()
    _say(host, f"create database {model}")
    atexit.register(_say, host, f"drop database {model} with (force)")
    _migrate(_environment(mkdtemp(), f"{host}/{model}"))
    return host, model


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
