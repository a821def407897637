"""Compile the styles and the translations into the package: `make assets`."""

import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from node import command

ROOT = Path(__file__).resolve().parent.parent
BUILT = ROOT / "src" / "answerable" / "web" / "static" / "built"
SHEETS = ("site", "service")
LOCALE = ROOT / "src" / "answerable" / "locale"


def main() -> int:
    """Write the style sheets and the compiled catalogues."""
    BUILT.mkdir(parents=True, exist_ok=True)
    sass = [
        *command("node"),
        "node_modules/sass/sass.js",
        "--load-path=node_modules",
        "--style=compressed",
        "--no-source-map",
        "--quiet-deps",
        # Public pages carry nothing that only forms and casework need.
        *(f"assets/{name}.scss:{BUILT / name}.css" for name in SHEETS),
    ]
    if subprocess.run(sass, cwd=ROOT, check=False).returncode:
        return 1
    for name in ("icon.svg", "checks.js", "placing.js", "redacting.js", "watching.js"):
        shutil.copy(ROOT / "assets" / name, BUILT / name)
    catalogues = [_compiled(path) for path in sorted(LOCALE.glob("*/LC_MESSAGES/*.po"))]
    sizes = ", ".join(
        f"{name}.css ({(BUILT / name).with_suffix('.css').stat().st_size // 1024} KB)"
        for name in SHEETS
    )
    print(f"Compiled {sizes} and {len(catalogues)} catalogues")
    return 0


def _compiled(source: Path) -> Path:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    target = source.with_suffix(".mo")
    with source.open("rb") as file, target.open("wb") as made:
        write_mo(made, read_po(file))
    return target


if __name__ == "__main__":
    sys.exit(main())
