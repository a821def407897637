"""Where the links of a saved page lead: their addresses are relative to the page's own."""

import re
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urljoin

from answerable.reading.blocks import Block, Run
from answerable.reading.html_tags import ATTRIBUTES, attributes_of

_BASE = re.compile(rf"<base\b({ATTRIBUTES})>", re.IGNORECASE)
# Browsers write into a page that they save where it was.
_SAVED = re.compile(r"<!--\s*saved from url=\(\d+\)\s*(https?://[^\s<>]+)\s*-->", re.IGNORECASE)
_CANONICAL = re.compile(rf"<link\b({ATTRIBUTES})>", re.IGNORECASE)
_HEAD = 200_000
_RELATIVE = re.compile(r"(?![a-z][a-z0-9+.-]*:|#)", re.IGNORECASE)


def address_of(text: str) -> str:
    """Return the address that a page's links start from; "" if it says none."""
    head = text[:_HEAD]
    saved = _SAVED.search(head)
    own = saved[1] if saved else _canonical(head)
    if base := _BASE.search(head):
        own = _joined(own, attributes_of(base[1]).get("href", ""))
    return own if own.startswith(("http://", "https://")) else ""


def with_whole_links(blocks: Sequence[Block], address: str) -> tuple[Block, ...]:
    """Return blocks whose links lead to whole addresses, those in cells of tables too."""
    return tuple(_whole(block, address) for block in blocks)


def _whole(block: Block, address: str) -> Block:
    cells = tuple(tuple(with_whole_links(cell, address) for cell in row) for row in block.cells)
    if not any(run.href and _RELATIVE.match(run.href) for run in block.runs) and not cells:
        return block
    return replace(block, runs=tuple(_led(run, address) for run in block.runs), cells=cells)


def _led(run: Run, address: str) -> Run:
    if not run.href or not _RELATIVE.match(run.href):
        return run
    return replace(run, href=_joined(address, run.href))


def _joined(address: str, href: str) -> str:
    try:
        return urljoin(address, href.strip())
    except ValueError:
        return href


def _canonical(head: str) -> str:
    for found in _CANONICAL.finditer(head):
        said = attributes_of(found[1])
        if said.get("rel", "").lower() == "canonical":
            return said.get("href", "")
    return ""
