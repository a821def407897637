"""A wheel carries the compiled pages: in an empty environment it serves the demo without Node.js."""

import os
import re
import subprocess
import sys
import urllib.error
import urllib.request
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = [pytest.mark.once, pytest.mark.slow]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_carries_what_was_compiled_and_the_samples(wheel):
    names = zipfile.ZipFile(wheel).namelist()

    for name in (
        "answerable/web/static/built/service.css",
        "answerable/web/static/built/site.css",
        "answerable/locale/cy/LC_MESSAGES/django.mo",
        "answerable/cli/sample/log-2021-11.md",
        "answerable/web/templates/public/entry.html",
        "answerable/publishing/schema/log.schema.json",
        "answerable/publishing/schema/service-standard.schema.json",
        "answerable/publishing/schema/assessment.schema.json",
        "answerable/reading/vocabularies/general.toml",
        "answerable/domain/questions/label_styles.toml",
    ):
        assert name in names


def test_the_installed_wheel_serves_the_demo_without_node(wheel, tmp_path):
    packages = tmp_path / "packages"
    zipfile.ZipFile(wheel).extractall(packages)
    # The dependencies are those of this environment; our own code only the wheel's.
    code = (
        "import sys; sys.meta_path = [one for one in sys.meta_path if 'editable' not in type(one).__name__.lower()];"
        f"sys.path.insert(0, {str(packages)!r});"
        "import answerable; assert answerable.__file__.startswith(sys.path[0]);"
        "from answerable.cli import main; sys.exit(main(['demo', '--port', '0']))"
    )
    env = {
        "PATH": str(tmp_path / "no-node-here"),
        "PYTHONPATH": str(packages),
        "HOME": str(tmp_path),
        "TMPDIR": str(tmp_path),
        "LANG": os.environ.get("LANG", "C.UTF-8"),
    }
    demo = subprocess.Popen(
        [sys.executable, "-c", code],
        env=env,
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        said = ""
        for line in demo.stdout:
            said += line
            if address := re.search(r"Serving on (http://127\.0\.0\.1:\d+)", line):
                break
        page = _page(address[1])
        style = _page(address[1] + re.search(r'href="(/static/built/site\.\w+\.css)"', page)[1])
    finally:
        demo.terminate()
        # Its server and its worker may still be loading, beside all other tests.
        demo.communicate(timeout=60)

    assert "6 entries, 28 questions" in said
    assert "What was asked, and what was answered" in page
    assert "govuk" in style


def _page(address):
    for _ in range(100):
        try:
            with urllib.request.urlopen(address, timeout=5) as response:  # noqa: S310 our own
                return response.read().decode()
        except urllib.error.HTTPError as refusal:
            raise AssertionError(f"{address}: {refusal}, {refusal.read()[:300]}") from refusal
        except OSError:
            subprocess.run(["sleep", "0.1"], check=True)
    raise AssertionError(f"{address} does not answer")
