"""A Word file as a zip of XML parts, opened without trust in what it says of itself."""

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from answerable.reading.documents import NotReadable
from answerable.reading.docx.elements import Element, W
from answerable.reading.docx.others import named_by_parts
from answerable.reading.docx.unasked import without_unasked

MOST_UNPACKED = 96 * 1024 * 1024
"""Bytes of XML that are unpacked from one file, counted as they come: a zip may lie about its sizes."""

MOST_TAGS = 5_000_000
"""Tags in one part: an element takes up to 130 bytes of memory while it is read."""

MOST_FILES = 10_000
"""Files in the zip: a Word file holds one for each picture, and some twenty others."""

_PIECE = 1024 * 1024
_RELATED = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_FILE_IN_ZIP = b"PK\x01\x02"
# "Strict" files have other names for the same things.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
_OF_STRICT = b"http://purl.oclc.org/ooxml/"
_BLOCKS = (
    *(W + name for name in "p tbl sdt customXml ins moveTo del moveFrom altChunk".split()),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent",
)
_BODY = f"{W}body"
_SMALL = 2 * 1024 * 1024
_LEAST_LISTED = 46
_MOST_WRAPPERS = 20


@dataclass(frozen=True, slots=True)
class Related:
    """What a part refers to: by a type ("styles", "hyperlink"), a path in the zip or an address."""

    kind: str
    target: str
    is_outside: bool


@dataclass(slots=True)
class Package:
    """The parts of an office file; `left` bytes of them may still be unpacked, `maker` writes such files."""

    name: str
    parts: zipfile.ZipFile
    names: frozenset[str]
    left: int
    maker: str = "Word"
    parser: Any = None

    def document_path(self) -> str:
        """Return the path of the part that holds the document.

        :raises NotReadable: if there is none; it says what the file is instead.
        """
        found = [one for one in self.related("").values() if one.kind == "officeDocument"]
        path = found[0].target if found else ""
        if path in self.names and not path.startswith(("xl/", "ppt/", "visio/")):
            return path
        raise NotReadable(f"{self.name} {named_by_parts(self.names)}")

    def related(self, path: str) -> dict[str, Related]:
        """Return what a part refers to, by the names that it uses; the whole file's for an empty path."""
        folder, _, name = path.rpartition("/")
        root = self.root(f"{folder}/_rels/{name}.rels".removeprefix("/"))
        if root is None:
            return {}
        related = {}
        steps = folder.split("/") if folder else []
        for one in root.iter(_RELATED):
            kind = (one.get("Type") or "").rpartition("/")[2]
            is_outside = one.get("TargetMode") == "External"
            target = one.get("Target") or ""
            if not is_outside:
                target = _inside(steps, target)
            related[one.get("Id") or ""] = Related(kind, target, is_outside)
        return related

    def root(self, path: str, *, cut: Callable[[bytes], bytes] | None = None) -> Element | None:
        """Return the root of a small part; None if the file does not hold it.

        `cut` takes out of it, before it is parsed, what nobody asks for.
        """
        if path not in self.names:
            return None
        data = self.unpacked(path)
        return self._parsed(data if cut is None else cut(data))

    def _parsed(self, data: bytes) -> Element:
        from lxml import etree  # noqa: PLC0415 text and dates are read without it

        if self.parser is None:
            self.parser = etree.XMLParser(
                resolve_entities=False,
                no_network=True,
                huge_tree=False,
                remove_comments=True,
                remove_pis=True,
            )
        with self._xml_read():
            return etree.fromstring(data, self.parser)

    def blocks(self, path: str) -> Iterator[Element]:
        """Yield what stands in a document one after another; of a long one, forget each when the next is asked for."""
        data = without_unasked(self.unpacked(path))
        if len(data) > _SMALL:
            return self._each(data, _BLOCKS, is_asked=_stands_alone)
        # A small one is parsed at once, which takes half the time.
        body = next(self._parsed(data).iter(_BODY), ())
        return _alone_in(body, _MOST_WRAPPERS)

    def each(self, path: str, tags: str | Sequence[str]) -> Iterator[Element]:
        """Yield a part's elements of these names, and forget each when the next is asked for."""
        return self._each(self.unpacked(path), tags, is_asked=lambda _: True)

    def _each(
        self, data: bytes, tags: str | Sequence[str], *, is_asked: Callable[[Element], bool]
    ) -> Iterator[Element]:
        from lxml import etree  # noqa: PLC0415 text and dates are read without it

        with self._xml_read():
            for _, element in etree.iterparse(
                io.BytesIO(data),
                tag=tags,
                resolve_entities=False,
                no_network=True,
                huge_tree=False,
                remove_comments=True,
                remove_pis=True,
            ):
                if not is_asked(element):
                    continue
                yield element
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]

    def unpacked(self, path: str) -> bytes:
        """Return the bytes of a part, which the zip must hold; XML without entities.

        :raises NotReadable: if they are damaged, locked, declare entities or are too many.
        """
        pieces: list[bytes] = []
        with _zip_read(self.name, self.maker), self.parts.open(path) as part:
            while piece := part.read(_PIECE):
                pieces.append(piece)
                self.left -= len(piece)
                if self.left < 0:
                    limit = MOST_UNPACKED // (1024 * 1024)
                    message = (
                        f"{self.name} unpacks to more than {limit} MB: split it, a month in each"
                    )
                    raise NotReadable(message)
        data = b"".join(pieces)
        self._check_is_safe(data)
        for strict, usual in _STRICT if _OF_STRICT in data else ():
            data = data.replace(strict, usual)
        return data

    def _check_is_safe(self, data: bytes) -> None:
        # Whoever writes "<!DOCTYPE" in a document has it escaped: only a declaration looks like this.
        # To look for one sign takes a tenth of the time, and most parts have none.
        if b"!" in data and b"<!DOCTYPE" in data:
            message = (
                f"{self.name} declares entities, as no {self.maker} file does:"
                f" save it again with {self.maker}"
            )
            raise NotReadable(message)
        if len(data) > MOST_TAGS and data.count(b"<") > MOST_TAGS:
            raise NotReadable(f"{self.name} has too many parts to read: split it, a month in each")

    @contextmanager
    def _xml_read(self) -> Iterator[None]:
        from lxml import etree  # noqa: PLC0415 text and dates are read without it

        try:
            yield
        except etree.XMLSyntaxError as problem:
            if "depth" in str(problem):
                message = f"{self.name} has tables in tables too deep to read: take some apart"
            else:
                message = (
                    f"{self.name} is damaged inside: open it with {self.maker} and save it again"
                )
            raise NotReadable(message) from None


def _alone_in(element: Element, deepest: int) -> Iterator[Element]:
    """Yield what an element holds that stands alone; at most some unknown thing wraps it."""
    for one in element:
        if one.tag in _BLOCKS:
            yield one
        elif deepest > 1 and len(one):
            yield from _alone_in(one, deepest - 1)


def _stands_alone(element: Element) -> bool:
    """Return whether an element is no part of a paragraph or table: at most some unknown thing wraps it."""
    for _, above in zip(range(_MOST_WRAPPERS), element.iterancestors(), strict=False):
        if above.tag == _BODY:
            return True
        if above.tag in _BLOCKS:
            return False
    return False


def package_of(data: bytes, *, name: str, maker: str = "Word") -> Package:
    """Return the parts of a zip that a program writes, Word if no other is named.

    :raises NotReadable: if it is cut off or damaged, or holds far too many files.
    """
    may_hold = len(data) // _LEAST_LISTED
    if may_hold > MOST_FILES and data.count(_FILE_IN_ZIP) > MOST_FILES:
        raise NotReadable(f"{name} holds more than {MOST_FILES:,} files, as no {maker} file does")
    with _zip_read(name, maker):
        parts = zipfile.ZipFile(io.BytesIO(data))
        return Package(name, parts, frozenset(parts.namelist()), MOST_UNPACKED, maker)


@contextmanager
def _zip_read(name: str, maker: str) -> Iterator[None]:
    try:
        yield
    except NotImplementedError:
        message = (
            f"{name} is packed in a way that {maker} does not know: open and save it with {maker}"
        )
        raise NotReadable(message) from None
    except RuntimeError:
        message = f"{name} is protected by a password: save a copy without one"
        raise NotReadable(message) from None
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        ValueError,
        OverflowError,
    ):
        article = "an" if maker[0] in "AEIOU" else "a"
        message = (
            f"{name} is {article} {maker} or ZIP file that is cut off or damaged: fetch it again"
        )
        raise NotReadable(message) from None


def _inside(folder: Sequence[str], target: str) -> str:
    """Return a part's path in the zip: relative to the folder of the part that names it."""
    parts: list[str] = [] if target.startswith("/") else [*folder]
    for step in target.split("/"):
        if step == "..":
            parts = parts[:-1]
        elif step not in ("", "."):
            parts.append(step)
    return "/".join(parts)
