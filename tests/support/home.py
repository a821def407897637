"""A home of its own for every test run: set before Django's settings are read, so it is a plugin (`-p`)."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

HOME = Path(tempfile.mkdtemp(prefix="answerable-test-"))
(HOME / "static").mkdir()
atexit.register(shutil.rmtree, HOME, ignore_errors=True)
os.environ["ANSWERABLE_HOME"] = str(HOME)
os.environ.setdefault("ANSWERABLE_SECRET_KEY", "only for tests")
