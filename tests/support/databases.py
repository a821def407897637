"""A database of its own for a test that needs several processes, of the kind that the tests run on."""

import contextlib
import os
import subprocess
import sys
import uuid
from pathlib import Path

SETTINGS = "answerable.config.settings"


@contextlib.contextmanager
def own_site(home):
    """Yield the environment of processes that share one empty, migrated database."""
    with _address(home) as address:
        env = {
            **os.environ,
            "ANSWERABLE_HOME": str(home),
            "ANSWERABLE_DATABASE": address,
            "ANSWERABLE_SECRET_KEY": "only for tests",
            "DJANGO_SETTINGS_MODULE": SETTINGS,
        }
        _migrate(address.removeprefix("sqlite:///"), env)
        yield env


_MIGRATED = {}
"""The bytes of a migrated database, once one was made on SQLite: the next one is a copy of it."""


def _migrate(place, env):
    if _MIGRATED and "://" not in place:
        Path(place).write_bytes(_MIGRATED["bytes"])
        return
    migrate = [sys.executable, "-m", "django", "migrate", "--verbosity", "0"]
    subprocess.run(migrate, env=env, check=True)
    if "://" not in place and not Path(f"{place}-wal").exists():
        _MIGRATED["bytes"] = Path(place).read_bytes()


@contextlib.contextmanager
def _address(home):
    server = os.environ.get("ANSWERABLE_DATABASE", "")
    if not server.startswith("postgres"):
        yield f"sqlite:///{home}/own.sqlite3"
        return
    import psycopg

    host, name = server.rpartition("/")[0], f"answerable_own_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(f"{host}/postgres", autocommit=True) as connection:
        connection.execute(f"create database {name}")
    try:
        yield f"{host}/{name}"
    finally:
        with psycopg.connect(f"{host}/postgres", autocommit=True) as connection:
            connection.execute(f"drop database {name} with (force)")
