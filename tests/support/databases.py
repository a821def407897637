"""A database of its own for a test that needs several processes, of the kind that the tests run on."""

import contextlib
import os
import subprocess
import sys
import uuid

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
        migrate = [sys.executable, "-m", "django", "migrate", "--verbosity", "0"]
        subprocess.run(migrate, env=env, check=True)
        yield env


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
