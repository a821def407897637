"""What the commands share that work on a site: Django is loaded only when one of them runs."""

import os
import secrets
from pathlib import Path


class SiteNotReady(Exception):
    """A site cannot be worked on as it is configured."""


def open_site(home: Path | None = None) -> None:
    """Load Django for the configured site, or for the one in a folder; bring its database up to date."""
    if home is not None:
        os.environ["ANSWERABLE_HOME"] = str(home)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "answerable.config.settings")
    os.environ.setdefault("ANSWERABLE_SECRET_KEY", _secret(_home()))

    import django  # noqa: PLC0415 `answerable read` must not wait for it
    from django.core.management import call_command  # noqa: PLC0415

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)


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
