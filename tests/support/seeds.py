"""The founding material, where it stands beside the repository."""

import json
import os
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
IN_CI = os.environ.get("CI") == "true"


def _needs(folder):
    # Under CI the material must be there: a test that cannot find it fails, and is not passed over.
    missing = not (SHARED / folder).is_dir() and not IN_CI
    return pytest.mark.skipif(
        missing, reason=f"needs ../shared/{folder}, which is not part of this repository"
    )


needs_seeds = _needs("seeds")
needs_corpus = _needs("corpus")
needs_facts = _needs("facts")


def seed_path(number):
    """Return the founding text with a number: "000" to "004"."""
    return next((SHARED / "seeds").glob(f"{number}_*.txt"))


def seed_text(number):
    """Return the words of a founding text."""
    return seed_path(number).read_text()


def corpus_file(name):
    """Return a file of the corpus by its path there: "truth/seed_000_ocr.json"."""
    return SHARED / "corpus" / name


def facts(name):
    """Return a file of facts, such as "exemptions", as it was read."""
    return json.loads((SHARED / "facts" / f"{name}.json").read_text(encoding="utf-8"))
