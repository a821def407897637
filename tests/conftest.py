"""What every test stands on: this machine's network only, and small generated cases by default."""

import gc
import os
import socket

import pytest
from django.conf import settings as django_settings
from django.db import transaction
from django.template import Template
from django.test import override_settings
from hypothesis import settings

from tests.support.databases import copy_migrated, migrated_database
from tests.support.longest import in_order

settings.register_profile("short", max_examples=30, derandomize=True, deadline=None)
settings.register_profile("long", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "short"))

# What a test finds must not depend on whether a model of paraphrase is installed here.
os.environ.setdefault("ANSWERABLE_PARAPHRASE", "none")

_NEW_OBJECTS = 10_000
"""After so many, garbage is looked for among them: Python's own 700 are fewer than one page makes."""

# Until all tests are found, nothing is garbage: what they are found by lasts to the end.
gc.disable()
_connect = socket.socket.connect


class NetworkUsed(Exception):
    """A test reached for the network."""


def _guarded(self, address):
    host = address[0] if isinstance(address, tuple) else "127.0.0.1"
    if host not in ("127.0.0.1", "::1", "localhost"):
        raise NetworkUsed(f"Tests talk to this machine only, not to {host}")
    return _connect(self, address)


_INDEXES = (
    "ANSWERABLE_INDEX",
    "ANSWERABLE_CASEWORK_INDEX",
    "ANSWERABLE_QUESTION_INDEX",
    "ANSWERABLE_CASEWORK_QUESTION_INDEX",
)


@pytest.fixture(autouse=True)
def _loopback_only(monkeypatch):
    monkeypatch.setattr(socket.socket, "connect", _guarded)


def pytest_collection_modifyitems(items):
    """Begin with what takes longest."""
    items[:] = in_order(items)


@pytest.hookimpl(trylast=True)
def pytest_collection_finish():
    """Let what is loaded by now be passed over when garbage is looked for: it lasts to the end.

    Millions of objects are tests that wait; they were gone through every few seconds.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_NEW_OBJECTS)
    gc.enable()


ON_SQLITE = django_settings.DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3"


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix, tmp_path_factory):
    """Begin with a copy of what is migrated already, which leaves nothing to migrate.

    SQLite's is kept in a file: in memory all threads of a server speak on one connection. There, what one
    thread does falls into the transaction of another, as it never does in the product.
    """
    database = django_settings.DATABASES["default"]
    if ON_SQLITE:
        place = tmp_path_factory.mktemp("database") / "test.sqlite3"
        copy_migrated(place)
        database["TEST"]["NAME"] = str(place)
        # Nothing that a test stores must outlast the machine.
        quick = database["OPTIONS"]["init_command"].replace("=NORMAL", "=OFF")
        database["OPTIONS"]["init_command"] = quick
    else:
        database["TEST"]["TEMPLATE"] = migrated_database(os.environ["ANSWERABLE_DATABASE"])
        _drop_whoever_is_connected()


def _drop_whoever_is_connected():
    """Let the database of a run be dropped at its end: the server notices late that a killed process is gone."""
    from django.db.backends.postgresql.creation import DatabaseCreation

    def drop(creation, name, verbosity):
        with creation._nodb_cursor() as cursor:
            cursor.execute(f"DROP DATABASE {creation.connection.ops.quote_name(name)} WITH (FORCE)")

    DatabaseCreation._destroy_test_db = drop


@pytest.fixture(scope="session")
def django_db_keepdb():
    """Take the file of SQLite as it lies there: without this, Django would make an empty one."""
    return ON_SQLITE


@pytest.fixture(autouse=True, scope="session")
def _emptied_with_the_ledger():
    """Let a test that commits be undone: the database refuses to empty the ledger, and rightly."""
    from django.db.backends.base.operations import BaseDatabaseOperations

    from answerable.records.ledger.triggers import create_triggers, drop_triggers

    empty = BaseDatabaseOperations.execute_sql_flush

    def empty_all(operations, statements):
        drop_triggers(operations.connection)
        empty(operations, statements)
        create_triggers(operations.connection)

    BaseDatabaseOperations.execute_sql_flush = empty_all
    yield
    BaseDatabaseOperations.execute_sql_flush = empty


_draw = Template._render


@pytest.fixture(autouse=True, scope="session")
def _drawn_as_in_the_product(django_test_environment):
    """Draw templates without a copy of all that each was given, which the test client keeps and nobody asks for."""
    Template._render = _draw


@pytest.fixture(scope="module")
def built_once(django_db_setup, django_db_blocker, tmp_path_factory):
    """Let a module's tests stand on one thing that takes long to build, and undo it behind the last of them.

    Their module calls it `db`: what pytest-django calls so would undo it behind the first.
    """
    folders = {name: tmp_path_factory.mktemp("built") / name.lower() for name in _INDEXES}
    with override_settings(**folders), django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _own_index(settings, tmp_path):
    """Give each test search indexes of its own."""
    for name in _INDEXES:
        setattr(settings, name, tmp_path / name.lower())


@pytest.fixture(autouse=True)
def _quick_passwords(settings):
    """Keep passwords as digests that cost no time: hundreds of tests sign somebody in."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
