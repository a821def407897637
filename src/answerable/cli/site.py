"""What the commands share that work on a site: Django is loaded only when one of them runs."""

import fcntl
import os
import pwd
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from answerable.domain.disclosure_log import Body

_SETTING_UP = 7_023_511
"""Any number that nothing else in the database locks."""


class SiteNotReady(Exception):
    """A site cannot be worked on as it is configured."""


def open_site(home: Path | None = None) -> None:
    """Load Django for the configured site, or for the one in a folder; bring its database up to date."""
    if home is not None:
        os.environ["ANSWERABLE_HOME"] = str(home)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "answerable.config.settings")
    with _locked(_home()):
        os.environ.setdefault("ANSWERABLE_SECRET_KEY", _secret(_home()))

        import django  # noqa: PLC0415 `answerable read` must not wait for it

        django.setup()
        with _locked_database():
            _bring_up_to_date()


@contextmanager
def _locked(home: Path) -> Iterator[None]:
    """Wait until no other command sets the same site up."""
    with (home / "setting-up.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def _locked_database() -> Iterator[None]:
    """Wait until no command on another machine brings the same PostgreSQL up to date."""
    from django.db import connection  # noqa: PLC0415 Django is loaded only now

    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [_SETTING_UP])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [_SETTING_UP])


def _bring_up_to_date() -> None:
    """Migrate the database; where no migration is missing, what Django does around them is saved."""
    from django.core.management import call_command  # noqa: PLC0415 Django is loaded only now
    from django.db import connection  # noqa: PLC0415
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415

    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0, interactive=False)


def has_site() -> bool:
    """Return whether there is a site where the environment says: a database is named, or one lies in its folder."""
    home = Path(os.environ.get("ANSWERABLE_HOME", "var")).resolve()
    return bool(os.environ.get("ANSWERABLE_DATABASE")) or (home / "answerable.sqlite3").exists()


def user() -> str:
    """Return who runs this command, by the account and not by what the environment says."""
    return f"{pwd.getpwuid(os.getuid()).pw_name} (command line)"


def body_named(code: str | None, *, name: str | None = None, contact: str = "") -> "Body":
    """Return the body of a code or a name, the site's own without one; the site is open."""
    from answerable.queries.archive import naming  # noqa: PLC0415 Django is loaded only now

    return naming.body_named(code, name=name or "", contact=contact)


def _home() -> Path:
    home = Path(os.environ.get("ANSWERABLE_HOME", "var")).resolve()
    home.mkdir(parents=True, exist_ok=True)
    return home


def _secret(home: Path) -> str:
    """Return the site's own secret, made once and readable by its owner only."""
    path = home / "secret"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(48))
    return path.read_text()
