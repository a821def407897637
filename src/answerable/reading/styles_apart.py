"""Words that one style sets apart from those behind them."""

from answerable.reading.blocks import Block

_FEWEST_WORDS = 3


def set_out_words(block: Block, begin: int) -> int:
    """Return where words end that are bold, or italic, from a place on, with plain ones behind them; 0 if none do."""
    place, styled = 0, ""
    for run in block.runs:
        end = place + len(run.text)
        if end > begin:
            is_set_out = run.bold or run.italic
            if run.text.strip() and not is_set_out:
                return place if len(styled.split()) >= _FEWEST_WORDS else 0
            styled += run.text[max(0, begin - place) :]
        place = end
    return 0
