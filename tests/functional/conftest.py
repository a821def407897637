"""What the tests of commands and pages share."""

import pytest
from django.utils import translation

from answerable.cli import main
from answerable.web.public.kept import forget_pages
from tests.support.forked_apart import begun_by_forking  # noqa: F401 a fixture


@pytest.fixture(autouse=True)
def _plain_static(settings):
    """Draw pages without collected styles, and none that a test before kept ready."""
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.ANSWERABLE_ADDRESS = "https://foi.example"
    forget_pages()


@pytest.fixture
def run(capsys, monkeypatch, tmp_path):
    """Return what runs a command on a site of its own, and gives its code, output and errors."""
    monkeypatch.setenv("ANSWERABLE_HOME", str(tmp_path / "home"))

    def command(*words):
        code = main(words)
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


@pytest.fixture(autouse=True)
def _english():
    """Let no page that was read in Welsh decide how the next test reads."""
    with translation.override("en"):
        yield
