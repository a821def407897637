"""What stands beside the rows of a snapshot: a small JSON file that says of what, and as at which day."""

import datetime as dt
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from answerable.domain.measures.snapshots import Snapshot


class DamagedManifest(ValueError):
    """A file beside the rows of a register does not say what it should."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """A snapshot as it lies in the store.

    `order` ascends in the order of loading: of two snapshots as at one day, the later one is meant.
    """

    snapshot: Snapshot
    declaration_sha256: str
    order: int


def manifest_name(as_at: dt.date, sha256: str) -> str:
    """Return the name of a snapshot's manifest."""
    return f"{as_at.isoformat()}_{sha256}.json"


def write_manifest(folder: Path, manifest: Manifest) -> Path:
    """Write a manifest whole or not at all, over an earlier one of the same rows and day."""
    snapshot = manifest.snapshot
    data = {
        **asdict(snapshot),
        "as_at": snapshot.as_at.isoformat(),
        "declaration_sha256": manifest.declaration_sha256,
        "order": manifest.order,
    }
    path = folder / manifest_name(snapshot.as_at, snapshot.sha256)
    new = path.with_suffix(".new")
    with new.open("w", encoding="utf-8") as file:
        file.write(json.dumps(data, indent=1, ensure_ascii=False) + "\n")
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)
    return path


def read_manifest(path: Path) -> Manifest:
    """Return what a manifest says.

    :raises DamagedManifest: if it cannot be read, or says something else than its name does.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        digest, order = str(data.pop("declaration_sha256")), int(data.pop("order"))
        snapshot = Snapshot(**{**data, "as_at": dt.date.fromisoformat(data["as_at"])})
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as problem:
        message = f"The snapshot's manifest {path.name} is damaged: load the register again"
        raise DamagedManifest(message) from problem
    if path.name != manifest_name(snapshot.as_at, snapshot.sha256):
        message = f"The snapshot's manifest {path.name} says that it is another: load it again"
        raise DamagedManifest(message)
    return Manifest(snapshot, digest, order)
