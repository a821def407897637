"""`answerable serve`: the configured site, by gunicorn."""

import argparse
import os
import sys
from pathlib import Path

from answerable.cli.site import open_site

_NOT_SERVED = ["account/js/account.js", "mfa/js/recovery_codes.js"]
"""Scripts of the library for sign-in that no page of ours runs."""


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command `serve`."""
    parser = commands.add_parser("serve", help="serve the configured site")
    add_address(parser)
    parser.add_argument(
        "--workers", type=int, default=2, help="how many processes answer (default: 2)"
    )
    parser.set_defaults(run=serve_site)


def add_address(parser: argparse.ArgumentParser) -> None:
    """Add where a server listens."""
    parser.add_argument(
        "--host", default="127.0.0.1", help="the address to listen on (default: 127.0.0.1)"
    )
    parser.add_argument(
        "--port", type=int, default=8000, help="the port to listen on; 0 takes a free one"
    )


def serve_site(given: argparse.Namespace) -> int:
    """Serve the site until it is stopped."""
    open_site()
    fill_directory()
    prepare_static()
    print(f"Serving on http://{given.host}:{given.port}", flush=True)
    run_server(given.host, given.port, workers=given.workers)
    return 0


def fill_directory() -> None:
    """Put the bodies that come with the product into the directory, where they are not there yet."""
    from django.utils import timezone  # noqa: PLC0415 Django is loaded only now

    from answerable.actions.casework.bodies.keeping import load_directory  # noqa: PLC0415

    load_directory(at=timezone.now())


def prepare_static() -> None:
    """Gather the styles and scripts, named by their content, where the server takes them from.

    The compiled ones come with an installed package; a working copy makes them by `make assets`.
    """
    from django.core.management import call_command  # noqa: PLC0415 Django is loaded only now

    built = Path(__file__).parent.parent / "web" / "static" / "built"
    if not any(built.glob("*.css")):
        print("The pages' styles are not compiled: run `make assets` first", file=sys.stderr)
    call_command("collectstatic", verbosity=0, interactive=False, ignore_patterns=_NOT_SERVED)


def run_server(host: str, port: int, *, workers: int) -> None:
    """Take over this process with gunicorn: threads in each worker, no socket in the home folder."""
    words = server_words(host, port, workers=workers)
    os.execv(sys.executable, words)  # noqa: S606 the words are ours


def server_words(host: str, port: int, *, workers: int) -> list[str]:
    """Return how gunicorn is called."""
    return [
        sys.executable,
        "-m",
        "gunicorn",
        "answerable.config.wsgi:application",
        "--bind",
        f"{host}:{port}",
        "--worker-class",
        "answerable.web.fair_worker.FairWorker",
        "--workers",
        str(workers),
        "--threads",
        "4",
        # Warnings are about readers' malformed requests, with their addresses.
        "--log-level",
        "error",
        "--logger-class",
        "answerable.web.server_log.ServerLog",
        "--no-control-socket",
    ]
