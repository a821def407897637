"""Words that a reader of pictures was not sure of."""

from collections.abc import Iterator, Sequence

from answerable.reading.blocks import Block

_SURE = 0.8
_MOST, _LONGEST = 3, 60


def about_unsure_words(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield where words were read with doubt: the worst few, in the order of the page."""
    doubtful = [one for one in blocks if one.sure is not None and one.sure < _SURE and one.text]
    worst = sorted(doubtful, key=lambda one: one.sure or 0.0)[:_MOST]
    for block in doubtful:
        if any(block is one for one in worst):
            words = " ".join(block.text.split())
            short = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
            yield f"Read with doubt on page {block.page} ({block.sure:.0%} sure): {short}"
    if len(doubtful) > _MOST:
        yield f"{len(doubtful) - _MOST} more stretches were read with doubt"
