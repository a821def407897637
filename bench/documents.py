"""How fast files that are no text are read, beside the plain text that PDFium gives of the same PDF."""

import io
import resource
import textwrap
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import cycle, islice
from pathlib import Path

import pikepdf
import pypdfium2

from answerable.reading import read_bytes
from answerable.reading.pdf.apart import end_processes
from bench.entries import generated_entries
from bench.report import Report, met
from tests.support.pdf_made import Words, at, drawn_pdf, element, tagged_pdf
from tests.support.word_files import paragraph, word_file

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "inputs"
_ENTRIES = 40
_FAST, _DEAR, _WORD, _MEMORY = 150, 6, 500, 400
_LINES, _LINE, _WIDE = 46, 16, 88


@dataclass(frozen=True, slots=True)
class Often:
    """How often it is measured, and how many times files are read in one go."""

    times: int
    at_once: int


def measure_documents(report: Report, *, pages: int, often: Often) -> None:
    """Measure PDF with and without tags, Word and HTML, and the memory of a PDF of many pages."""
    for kind in ("tagged", "untagged"):
        files = _corpus(f"*.{kind}.pdf") or [_made(kind)]
        _pdf(report, kind, files, often)
    words = _corpus("*.docx")
    # Word files say nowhere how many pages they fill; those of the corpus are its PDFs, too.
    count = _count(_corpus("*.tagged.pdf") or [_made("untagged")])
    _others(report, "Word", words or [_word()], count, often, target=_WORD)
    if html := _corpus("*.html"):
        _others(report, "HTML", html, count, often, target=0)
    _many(report, pages)


def _pdf(report: Report, kind: str, files: Sequence[bytes], often: Often) -> None:
    """Measure PDF; the start of the process apart is a row of its own, for it stays for the files that follow."""
    start = _start(often)
    plain, whole = _best(
        often,
        lambda: _plain([*files] * often.at_once),
        lambda: _read([*files] * often.at_once, "log.pdf"),
    )
    whole -= start / often.at_once
    count = _count(files)
    rate, ratio = count / whole, whole / plain
    target = met(is_met=rate >= _FAST and ratio <= _DEAR, target=f"{_FAST} pages/s, {_DEAR} times")
    report.add("start of the process apart", f"{start:.2f} s")
    report.add(
        f"{kind} PDF",
        f"{rate:,.0f} pages/s",
        f"{ratio:.1f} times PDFium's plain text ({count / plain:,.0f} pages/s) {target}",
    )


def _others(
    report: Report, what: str, files: Sequence[bytes], count: int, often: Often, *, target: int
) -> None:
    (took,) = _best(often, lambda: _read([*files] * often.at_once, "log"))
    said = met(is_met=count / took >= target, target=f"{target} pages/s") if target else ""
    report.add(what, f"{count / took:,.0f} pages/s", f"{len(files)} files, {count} pages {said}")


def _many(report: Report, pages: int) -> None:
    """Measure the memory of this process and of the one apart, for a PDF of as many pages as may be read."""
    files = _corpus("*.untagged.pdf") or [_made("untagged")]
    data = _repeated(files, pages)
    end_processes()
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    read_bytes(data, name="log.pdf")
    end_processes()
    of_children = resource.getrusage(resource.RUSAGE_CHILDREN)
    apart, own = (
        used.ru_maxrss // 1024 for used in (of_children, resource.getrusage(resource.RUSAGE_SELF))
    )
    report.add(
        f"memory of a PDF of {pages:,} pages",
        f"{apart:,} MB",
        f"in the process apart, {own:,} MB at most in this one, {of_children.ru_utime - before:.0f} s"
        f" {met(is_met=apart <= _MEMORY, target=f'{_MEMORY} MB')}",
    )


def _best(often: Often, *work: Callable[[], object]) -> list[float]:
    """Return the least seconds of the processor that each took, in turns, with those of the process apart."""
    best = [float("inf")] * len(work)
    for _ in range(often.times):
        for place, do in enumerate(work):
            best[place] = min(best[place], _took(do))
    return [one / often.at_once for one in best]


def _start(often: Often) -> float:
    """Return the least seconds that it takes to start the process apart, with a file of one line."""
    line = drawn_pdf(at(50, 700, "A line"))
    return min(_took(lambda: read_bytes(line, name="log.pdf")) for _ in range(often.times))


def _took(do: Callable[[], object]) -> float:
    began = _spent()
    do()
    return _spent() - began


def _spent() -> float:
    # What a process apart took is known once it has ended.
    end_processes()
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def _read(files: Sequence[bytes], name: str) -> None:
    for data in files:
        read_bytes(data, name=name)


def _plain(files: Sequence[bytes]) -> None:
    # In this process, which has nothing to start.
    for data in files:
        with pypdfium2.PdfDocument(data) as pdf:
            for page in pdf:
                text = page.get_textpage()
                text.get_text_range()
                text.close()
                page.close()


def _corpus(names: str) -> list[bytes]:
    """Return the files of the corpus that have such a name; none where the corpus is not there."""
    return [path.read_bytes() for path in sorted(CORPUS.glob(names))]


def _count(files: Sequence[bytes]) -> int:
    return sum(len(pypdfium2.PdfDocument(data)) for data in files)


def _paragraphs() -> list[str]:
    """Return some logs' worth of generated paragraphs, each a label or what stands beside it."""
    entries = list(islice(generated_entries(_ENTRIES, 7), _ENTRIES))
    return [
        words
        for number, entry in enumerate(entries)
        for words in (
            "Ref",
            str(7_000_000 + number),
            entry.title,
            "Request",
            entry.request,
            "Response",
            entry.response,
        )
    ]


def _made(kind: str) -> bytes:
    words = [wrapped for one in _paragraphs() for wrapped in textwrap.wrap(one, _WIDE)]
    pages = [words[start : start + _LINES] for start in range(0, len(words), _LINES)]
    if kind == "tagged":
        said = [Words(line, page=number) for number, page in enumerate(pages) for line in page]
        return bytes(tagged_pdf(*[element("P", one) for one in said]))
    drawn = (
        "".join(at(50, 790 - _LINE * row, line) for row, line in enumerate(page)) for page in pages
    )
    return bytes(drawn_pdf(*drawn))


def _word() -> bytes:
    return bytes(word_file("".join(paragraph(escape(words)) for words in _paragraphs())))


def _repeated(files: Sequence[bytes], pages: int) -> bytes:
    """Return a PDF of as many pages, from those of others over and over."""
    whole = pikepdf.new()
    opened = [pikepdf.open(io.BytesIO(data)) for data in files]
    taken = islice(cycle([page for one in opened for page in one.pages]), pages)
    whole.pages.extend(list(taken))
    written = io.BytesIO()
    whole.save(written)
    return written.getvalue()
