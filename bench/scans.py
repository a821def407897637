"""Scans: pages read for a second of the processor, beside Tesseract alone on the same pages."""

import resource
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import pypdfium2

from answerable.reading import read_file
from bench.report import Report, met

_SCANS = Path(__file__).resolve().parents[1].parent / "shared" / "corpus" / "inputs"
_TESSERACT = shutil.which("tesseract")
_DOTS = 200
_TIMES_AT_MOST = 1.3


def measure_scans(report: Report, *, most_pages: int | None, runs: int) -> None:
    """Measure reading scanned logs, or so many pages of the smallest, where they and Tesseract are there."""
    files = sorted(_SCANS.glob("*.scan.pdf"), key=lambda one: (one.stat().st_size, one))
    if not files or _TESSERACT is None:
        return
    print("Scans", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        if most_pages is not None:
            files = [_beginning(files[0], Path(folder), most_pages)]
        pictures = [picture for file in files for picture in _pictures(file, Path(folder))]
        pages = len(pictures)
        alone = min(_seconds(lambda: _alone(pictures)) for _ in range(runs))
        whole = min(_seconds(lambda: [read_file(file) for file in files]) for _ in range(runs))
    times = whole / alone
    target = met(is_met=times <= _TIMES_AT_MOST, target=f"{_TIMES_AT_MOST} times")
    report.add(
        "reading scans", f"{pages / whole:.2f} pages/CPU-s", f"{pages} pages at {_DOTS} dots"
    )
    report.add("scans, to Tesseract alone", f"{times:.2f} times", target)


def _beginning(file: Path, folder: Path, pages: int) -> Path:
    """Write the first pages of a scan to a file of their own, and return where it is."""
    place = folder / file.name
    with pypdfium2.PdfDocument(file) as whole, pypdfium2.PdfDocument.new() as made:
        made.import_pages(whole, range(pages))
        made.save(place)
    return place


def _pictures(file: Path, folder: Path) -> list[Path]:
    """Draw the pages of a scan, and return where they are kept."""
    found = []
    with pypdfium2.PdfDocument(file) as document:
        for number, page in enumerate(document):
            place = folder / f"{file.stem}-{number}.png"
            page.render(scale=_DOTS / 72, grayscale=True).to_pil().save(place)
            found.append(place)
    return found


def _alone(pictures: list[Path]) -> None:
    for picture in pictures:
        subprocess.run(
            [_TESSERACT or "", picture, "-", "--dpi", str(_DOTS)],
            capture_output=True,
            check=True,
            env={"PATH": "/usr/bin:/bin:/usr/local/bin", "OMP_THREAD_LIMIT": "1"},
        )


def _seconds(work: Callable[[], object]) -> float:
    """Return the seconds of the processor that work takes, with those of the programs that it runs."""
    from answerable.reading.pdf.apart import end_processes

    began = _used()
    work()
    end_processes()
    return _used() - began


def _used() -> float:
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in both)
