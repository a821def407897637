"""How long a PDF takes to be redacted, a page: what stands under marks taken out, and that proved."""

import io
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name

from bench.report import Report, met

_MOST_SECONDS = 0.15
_WORDS = (
    "the officer wrote that a complaint about noise in the north ward was upheld in part by".split()
)
_LINES = 50
_ASKED = """
import json, sys, time
from pathlib import Path
from answerable.inspecting.redacting import Mark, redact_pdf
from answerable.inspecting.redacting.taking import taken
import resource
data = Path(sys.argv[1]).read_bytes()
marks = [Mark(words="Quillfeather")]
began = time.process_time()
made = taken(data, marks)
rewriting = time.process_time() - began
began = time.monotonic()
redacted = redact_pdf(data, marks, name="bench.pdf")
used = resource.getrusage(resource.RUSAGE_CHILDREN)
left = sum(one.left for one in redacted.proof)
busy = used.ru_utime + used.ru_stime
print(json.dumps([rewriting, time.monotonic() - began, busy, used.ru_maxrss / 1024, left, redacted.words_lost, redacted.words]))
"""


def measure_redacting(report: Report, *, pages: int) -> None:
    """Measure the redaction of a name that stands three times on each of so many pages."""
    print("Redacting", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.pdf"
        path.write_bytes(written(pages))
        said = subprocess.run(
            [sys.executable, "-c", _ASKED, str(path)], capture_output=True, check=True
        ).stdout
    rewriting, seconds, busy, memory, left, lost, words = json.loads(said)
    target = met(is_met=rewriting / pages <= _MOST_SECONDS, target=f"{_MOST_SECONDS} s")
    report.add(
        f"a page redacted, of {pages}", f"{rewriting / pages:.3f} s", f"of the processor {target}"
    )
    report.add(
        "the same with its proof",
        f"{busy / pages:.3f} s",
        f"of the processor, {seconds:.1f} s for all of them, {memory:.0f} MB; {left} left, {lost} of {words:,} words lost",
    )


def written(pages: int) -> bytes:
    """Return a PDF of so many pages, each of fifty lines, on which a name stands three times."""
    with pikepdf.new() as pdf:
        font = pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type1,
                BaseFont=Name.Helvetica,
                Encoding=Name.WinAnsiEncoding,
            )
        )
        for number in range(pages):
            page = pdf.add_blank_page(page_size=(595, 842))
            page.obj.Resources = Dictionary(Font=Dictionary(F=font))
            page.obj.Contents = pdf.make_stream(_content(number))
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def _content(number: int) -> bytes:
    lines = []
    for line in range(_LINES):
        words = [_WORDS[(number + line * 3 + at) % len(_WORDS)] for at in range(12)]
        if line in (5, 20, 40):
            words[4] = "Quillfeather"
        shown = Array([pikepdf.String(f"{word} ") for word in words])
        lines.append(shown.unparse() + b" TJ T*")
    return b"BT /F 10 Tf 15 TL 50 790 Td " + b"\n".join(lines) + b" ET"
