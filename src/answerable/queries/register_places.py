"""Where a site keeps its registers: one folder, which all its machines share."""

import os
from pathlib import Path


def registers_folder() -> Path:
    """Return the folder of the site's snapshots and declarations."""
    return Path(os.environ.get("ANSWERABLE_HOME") or "var").resolve() / "registers"


def waiting_folder() -> Path:
    """Return the folder of files that were given and are not loaded yet."""
    return registers_folder() / "waiting"


def public_path(name: str, sha256: str) -> Path:
    """Return the file of a published register: it holds what is public, and nothing else."""
    return registers_folder() / "published" / f"{name}-{sha256[:16]}.parquet"
