"""`answerable personal`: the personal data that stands in files, on the command line."""

import argparse
import json
import os
import re
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from answerable.cli.given_files import listed, read_in
from answerable.cli.printing import harmless
from answerable.domain.release.known_people import KnownPeople
from answerable.domain.release.people import KnownPerson
from answerable.domain.release.personal import Certainty, Finder, PersonalFinding, personal_data
from answerable.inspecting.masking import masked
from answerable.inspecting.personal.finding import OtherFinder
from answerable.inspecting.personal.presidio import PresidioNotReady, presidio_from
from answerable.reading.documents import NotReadable
from answerable.reading.source import source_from

_MOST_PRINTED = 200


@dataclass(frozen=True, slots=True)
class _Looked:
    """A file that was looked through: its name, what was found, and on which line, as masked words or as they are."""

    name: str
    found: tuple[PersonalFinding, ...]
    lines: tuple[int, ...]
    samples: tuple[str, ...]


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command `personal`."""
    personal = commands.add_parser(
        "personal",
        help="find the personal data in a file",
        description="Find names, numbers, addresses and other words that lead to people, in text, tables and"
        " documents. What is found is shown masked, and nothing leaves this machine.",
        epilog="Ends with 0 when nothing certain or likely was found, with 1 when something was, and with 2 when a"
        " file could not be read. A file without findings may still hold personal data: docs/reference/personal-data.md"
        " says how much of which kind is missed.",
    )
    personal.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="a file, or a folder with files in it"
    )
    personal.add_argument(
        "--known",
        type=Path,
        metavar="PEOPLE.txt",
        help="names that are looked for in whatever letters: one a line, with numbers and addresses of the same"
        " person behind semicolons",
    )
    personal.add_argument(
        "--finder",
        type=Finder,
        choices=Finder,
        default=os.environ.get("ANSWERABLE_PERSONAL_FINDER") or Finder.OWN,
        metavar="FINDER",
        help="own (Answerable's rules) or presidio (beside them, if it is installed); default:"
        " ANSWERABLE_PERSONAL_FINDER, or own",
    )
    personal.add_argument(
        "--model",
        type=Path,
        default=os.environ.get("ANSWERABLE_PERSONAL_MODEL") or None,
        metavar="FOLDER",
        help="the folder with the spaCy model that Presidio uses; default: ANSWERABLE_PERSONAL_MODEL",
    )
    personal.add_argument("--json", action="store_true", help="print one JSON object for each file")
    personal.add_argument(
        "--show", action="store_true", help="print what was found as it stands, and not masked"
    )
    personal.set_defaults(run=find_personal)


def find_personal(given: argparse.Namespace) -> int:
    """Look for personal data in each file; one that cannot be read never stops the others."""
    try:
        other = presidio_from(given.model).findings if given.finder is Finder.PRESIDIO else _nothing
        return _find(given, other)
    except PresidioNotReady as refusal:
        print(harmless(str(refusal)), file=sys.stderr)
        return 2


def _nothing(_text: str) -> tuple[PersonalFinding, ...]:
    return ()


def _find(given: argparse.Namespace, other: OtherFinder) -> int:
    unread: list[str] = []
    known = _known(given.known, unread.append) if given.known else KnownPeople(())
    looked = []
    for name, text in _texts(given.files, unread):
        found = personal_data(text, known=known, others=other(text))
        one = _looked(name, text, found, is_shown=given.show)
        looked.append(one)
        print(_as_json(one) if given.json else harmless("\n".join(_lines(one))))
    for reason in unread:
        print(harmless(reason), file=sys.stderr)
    if unread:
        return 2
    return int(
        any(one.certainty is not Certainty.POSSIBLE for each in looked for one in each.found)
    )


def _known(path: Path, refuse: Any) -> KnownPeople:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        reason = getattr(problem, "strerror", None) or "it is no text in UTF-8"
        refuse(f"{path.name} cannot be read: {reason}")
        return KnownPeople(())
    return KnownPeople(_people(text.splitlines()))


def _people(lines: Iterable[str]) -> Iterator[KnownPerson]:
    for line in lines:
        name, *signs = (one.strip() for one in re.split(r"[;\t]", line))
        if (name or signs) and not name.startswith("#"):
            yield KnownPerson(name, tuple(one for one in signs if one))


def _texts(paths: Sequence[Path], unread: list[str]) -> Iterator[tuple[str, str]]:
    for name, data in read_in(listed(paths, unreadable=unread.append), unreadable=unread.append):
        try:
            yield name, source_from(data, name=name).text
        except NotReadable as problem:
            unread.append(str(problem))


def _looked(name: str, text: str, found: tuple[PersonalFinding, ...], *, is_shown: bool) -> _Looked:
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    lines = tuple(bisect_right(starts, one.start) for one in found)
    samples = tuple(_sample(text[one.start : one.end], is_shown=is_shown) for one in found)
    return _Looked(name, found, lines, samples)


def _sample(words: str, *, is_shown: bool) -> str:
    return " ".join(words.split()) if is_shown else masked(words)


def _lines(one: _Looked) -> Iterator[str]:
    counted = Counter(each.certainty for each in one.found)
    told = ", ".join(f"{counted[each]:,} {each.value}" for each in Certainty)
    yield f"{one.name}: {told}"
    shown = list(zip(one.found, one.lines, one.samples, strict=True))
    for found, line, sample in shown[:_MOST_PRINTED]:
        kind = found.category.value if found.category else found.kind.value
        yield f"  line {line:<6,} {found.certainty.value:<8}  {kind:<26}  {sample}"
        yield f"              {found.why}"
    if len(shown) > _MOST_PRINTED:
        yield f"  and {len(shown) - _MOST_PRINTED:,} more: --json lists them"


def _as_json(one: _Looked) -> str:
    found = [
        {
            "kind": each.kind.value,
            "category": each.category.value if each.category else None,
            "certainty": each.certainty.value,
            "line": line,
            "start": each.start,
            "end": each.end,
            "sample": sample,
            "why": each.why,
            "found_by": each.found_by.value,
        }
        for each, line, sample in zip(one.found, one.lines, one.samples, strict=True)
    ]
    return json.dumps({"file": one.name, "found": found}, ensure_ascii=False)
