"""How long an inspection takes, and how much memory: ordinary files, one large workbook, one long PDF."""

import json
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import typst

from bench.report import Report, met

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OPENXML = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_MOST_SECONDS, _MOST_MEGABYTES = 20, 600
_MOST_BUSY, _MOST_REBUILT = 60, 1_200
_MOST_SECONDS_OF_PDF = 60
_COLUMNS = 10
_ASKED = """
import json, resource, sys, time
from pathlib import Path
from answerable.inspecting import inspect_file
began = time.monotonic()
inspection = inspect_file(Path(sys.argv[1]))
seconds = time.monotonic() - began
used = resource.getrusage(resource.RUSAGE_CHILDREN)
rows = sum(one.rows for one in inspection.sheets)
print(json.dumps([inspection.reason, rows, seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))
"""

_SWEPT = """
import json, resource, sys, time
from pathlib import Path
from answerable.inspecting.sweeping import traces
names = [f"Name{number}ab Quill{number}feather" for number in range(int(sys.argv[2]))]
data = Path(sys.argv[1]).read_bytes()
began = time.monotonic()
found = traces(data, names)
seconds = time.monotonic() - began
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([len(found), seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))
"""
_MANY_NAMES = 20_000
_REBUILT = """
import json, resource, sys, time
from pathlib import Path
from answerable.inspecting.rebuilding import CannotRebuild, rebuild
data, reason, size = Path(sys.argv[1]).read_bytes(), "", 0
try:
    size = sum(len(one.data) for one in rebuild(data, name=Path(sys.argv[1]).name).files)
except CannotRebuild as refusal:
    reason = str(refusal)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([reason, size, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))
"""


def measure_inspecting(report: Report, *, megabytes: float, pages: int) -> None:
    """Measure the inspection of a small workbook, of one of so many megabytes, and of a PDF of so many pages."""
    print("Inspecting files", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        small, large, other = (
            Path(folder) / f"{name}.xlsx" for name in ("small", "large", "other")
        )
        write_workbook(small, rows=100)
        write_workbook(large, megabytes=megabytes)
        write_workbook(other, megabytes=megabytes / 5, prefix="x:")
        _, _, seconds, _, _ = _measured(small)
        report.add("a workbook of 1,000 cells, inspected apart", f"{seconds:.2f} s")
        for path, how in ((large, ""), (other, ", rows as few programs write them")):
            reason, rows, seconds, busy, memory = _measured(path)
            size = path.stat().st_size / 2**20
            is_met = not reason and seconds < _MOST_SECONDS and memory < _MOST_MEGABYTES
            target = met(is_met=is_met, target=f"{_MOST_SECONDS} s and {_MOST_MEGABYTES} MB")
            what = f"a workbook of {size:.2g} MB, {rows * _COLUMNS:,} cells{how}"
            report.add(
                what, f"{seconds:.1f} s", f"{busy:.1f} s of the processor, {memory:.0f} MB {target}"
            )
        for names in (1, _MANY_NAMES):
            _measure_sweep(report, large, names)
        for path in (small, other, large):
            _measure_rebuilding(report, path)
    _measure_pdf(report, pages=pages)


def _measure_rebuilding(report: Report, path: Path) -> None:
    """Measure how long it takes to make a workbook anew: as one and as CSV, or as CSV alone if it is large."""
    said = subprocess.run(
        [sys.executable, "-c", _REBUILT, str(path)], capture_output=True, check=True
    ).stdout
    reason, size, busy, memory = json.loads(said)
    is_met = busy < _MOST_BUSY and memory < _MOST_REBUILT
    target = met(is_met=is_met, target=f"{_MOST_BUSY} s and {_MOST_REBUILT} MB")
    told = f", refused: {reason}" if reason else ""
    figure = f"{busy:.1f} s of the processor, {memory:.0f} MB {target}{told}"
    what = f"a workbook of {path.stat().st_size / 2**20:.1f} MB, made anew"
    report.add(what, figure, f"{size / 2**20:.1f} MB written")


def _measure_sweep(report: Report, path: Path, names: int) -> None:
    said = subprocess.run(
        [sys.executable, "-c", _SWEPT, str(path), str(names)], capture_output=True, check=True
    ).stdout
    _, seconds, busy, memory = json.loads(said)
    size = path.stat().st_size / 2**20
    what = f"a workbook of {size:.2g} MB, searched for {names:,} name{'s' if names > 1 else ''}"
    report.add(what, f"{seconds:.1f} s", f"{busy:.1f} s of the processor, {memory:.0f} MB")


def _measure_pdf(report: Report, *, pages: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name, count in (("a page", 1), (f"{pages:,} pages", pages)):
            path = Path(folder) / f"{count}.pdf"
            path.write_bytes(typst.compile("".join(_pages(count)).encode()))
            reason, _, seconds, busy, memory = _measured(path)
            is_met = not reason and busy < _MOST_SECONDS_OF_PDF and memory < _MOST_MEGABYTES
            target = met(is_met=is_met, target=f"{_MOST_SECONDS_OF_PDF} s of the processor")
            report.add(
                f"a PDF of {name}, text and a table on each",
                f"{seconds:.1f} s",
                f"{busy:.1f} s of the processor, {memory:.0f} MB {target}",
            )


def _pages(count: int) -> Iterator[str]:
    """Yield pages of text and a table, with headings and their bookmarks, none like the last."""
    for number in range(count):
        words = " ".join(f"{one * number % 977} bins in ward {one}." for one in range(60))
        cells = ", ".join(f"[{one * number % 89}]" for one in range(30))
        yield f"= Request {number}\n{words}\n\n{words}\n#table(columns: 3, fill: luma(235), {cells})\n"
        yield "#pagebreak(weak: true)\n"


def _measured(path: Path) -> tuple[str, int, float, float, float]:
    said = subprocess.run(
        [sys.executable, "-c", _ASKED, str(path)], capture_output=True, check=True
    ).stdout
    reason, rows, seconds, busy, memory = json.loads(said)
    return reason, rows, seconds, busy, memory


def write_workbook(path: Path, *, rows: int = 0, megabytes: float = 0, prefix: str = "") -> None:
    """Write a workbook of so many rows, or that takes so many megabytes, of numbers that do not pack well."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
        for name, text in _parts().items():
            made.writestr(name, text)
        with made.open("xl/worksheets/sheet1.xml", "w") as sheet:
            declared = f"xmlns:{prefix[:-1]}" if prefix else "xmlns"
            sheet.write(f'<{prefix}worksheet {declared}="{_MAIN}"><{prefix}sheetData>'.encode())
            for number, row in enumerate(_rows(prefix), 1):
                sheet.write(row)
                if number == rows or (megabytes and made.fp.tell() > megabytes * 2**20):
                    break
            sheet.write(f"</{prefix}sheetData></{prefix}worksheet>".encode())


def _rows(prefix: str) -> Iterator[bytes]:
    last, number = 1, 0
    while True:
        number += 1
        cells = []
        for letter in "ABCDEFGHIJ"[:_COLUMNS]:
            # Numbers that follow no pattern that packing would find, and are the same in each run.
            last = last * 6_364_136_223_846_793_005 + 1_442_695_040_888_963_407 & (1 << 64) - 1
            cells.append(
                f'<{prefix}c r="{letter}{number}"><{prefix}v>{last >> 34}</{prefix}v></{prefix}c>'
            )
        yield f'<{prefix}row r="{number}">{"".join(cells)}</{prefix}row>'.encode()


def _parts() -> dict[str, str]:
    office = f'Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"'
    sheet = f'Type="{_RELATIONS}/worksheet" Target="worksheets/sheet1.xml"'
    relations = f'<Relationships xmlns="{_PACKAGE}relationships"><Relationship Id="rId1" {{}}/></Relationships>'
    types = (
        f'<Types xmlns="{_PACKAGE}content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_OPENXML}sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_OPENXML}worksheet+xml"/></Types>'
    )
    return {
        "[Content_Types].xml": types,
        "_rels/.rels": relations.format(office),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>'
        '<sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations.format(sheet),
    }
