"""Items that a writer numbers itself, as lists within lists."""

from dataclasses import dataclass

from tests.support.layouts import labels
from tests.support.layouts.nodes import Item


@dataclass(frozen=True)
class Listing:
    """A list: its items, each with the listings below it."""

    items: tuple

    @property
    def first(self):
        """Return the first item."""
        return self.items[0][0]


def gathered(parts):
    """Yield the parts, with each run of items that are numbered automatically as one Listing."""
    run = []
    for part in parts:
        if isinstance(part, Item) and part.series and is_plain(part):
            run.append(part)
            continue
        yield from _listings(run)
        run = []
        yield part
    yield from _listings(run)


def is_plain(item):
    """Return whether lists of HTML know the form of the item's label."""
    return labels.automatic(item.style[len(item.path) - 1]) is not None


def _listings(run):
    while run:
        depth = len(run[0].path)
        items = []
        while run and len(run[0].path) == depth:
            item, *rest = run
            end = next((at for at, one in enumerate(rest) if len(one.path) <= depth), len(rest))
            items.append((item, tuple(_listings(rest[:end]))))
            run = rest[end:]
        yield Listing(tuple(items))
