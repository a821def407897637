"""Tabs: the words on a tab head what it opens, and are read there."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from answerable.reading.blocks import AROUND, Block, Kind
from answerable.reading.hints import has_any
from answerable.reading.html_tags import attributes_of
from answerable.reading.webpage.elements import Element, Elements

_PANEL = ("tab-pane", "tabpanel", "tab-panel", "tabs__panel", "tab-content__pane", "tabcontent")


def with_tabs(blocks: Sequence[Block], elements: Elements) -> tuple[Block, ...]:
    """Return blocks with each tab's words as the heading of its panel; the row of tabs stands aside."""
    panels = {
        one.said["id"]: one
        for one in elements.all
        if one.written and _is_panel(one.written) and one.said.get("id")
    }
    if not panels:
        return tuple(blocks)
    tabs = _tabs(blocks, panels, elements)
    heads = {panel.start: blocks[place] for place, panel in tabs.items()}
    read: list[Block] = []
    waiting = sorted(heads)
    for place, block in enumerate(blocks):
        while waiting and waiting[0] < block.end - 1:
            start = waiting.pop(0)
            if heads[start].text != block.text:
                read.append(_heading(heads[start], start, block))
        read.append(replace(block, aside=AROUND) if place in tabs else block)
    return tuple(read)


def _tabs(
    blocks: Sequence[Block], panels: dict[str, Element], elements: Elements
) -> dict[int, Element]:
    """Return which blocks are tabs, and what each of them opens."""
    by_tab = {panel.said.get("aria-labelledby", ""): panel for panel in panels.values()}
    tabs = {}
    for place, block in enumerate(blocks):
        names = {run.href[1:] for run in block.runs if run.href and run.href.startswith("#")}
        named = next((panels[name] for name in names if name in panels), None)
        for at in elements.around(max(block.start, block.end - 1)) if named is None else ():
            said = elements.all[at].said
            named = (
                named
                or by_tab.get(said.get("id") or "-")
                or panels.get(said.get("aria-controls", ""))
            )
        if named is not None and block.end <= named.start:
            tabs[place] = named
    return tabs


@lru_cache(maxsize=1024)
def _is_panel(written: str) -> bool:
    """Return whether attributes are those of what a tab opens."""
    said = attributes_of(written)
    return said.get("role") == "tabpanel" or has_any(said.get("class", "").lower(), _PANEL)


def _heading(tab: Block, start: int, below: Block) -> Block:
    runs = tuple(replace(run, link=False, href=None) for run in tab.runs)
    place = max(start, below.start)
    return Block(Kind.HEADING, runs, place, place)
