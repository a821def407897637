"""Letters that ask and answer in turn: what sets each question apart from the answer below it."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from answerable.domain.questions import behind_label, leading_label
from answerable.reading.asides import is_heading_line
from answerable.reading.blocks import Block, Kind, after, all_bold, before
from answerable.reading.items import asks
from answerable.reading.letter_lists import begins_list, key_of
from answerable.reading.matches import plain
from answerable.reading.quoting import question_and_answer
from answerable.reading.replies_below import speaks_for_asker

_FEWEST = 2
_LONGEST_HEADING = 4
_MARKS = (">", "\u201c", '"', "\u2018")


def asked_in_turn(pieces: Sequence[Block]) -> list[int]:
    """Return the places of the questions in a letter that answers each below it; none if it does not.

    Whatever sets all questions apart tells them: a mail's marks, labels that count on, italics or bold type, a question mark.
    """
    for is_set_apart in (_is_quoted_question, _is_labelled, _is_italic, _is_bold, _is_asked):
        chosen = [place for place, block in enumerate(pieces) if is_set_apart(block)]
        if _alternate(pieces, chosen):
            return chosen
    return []


def answers_between(pieces: Sequence[Block]) -> bool:
    """Return whether a mail answers between the lines that it quotes."""
    return _alternate(
        pieces, [place for place, one in enumerate(pieces) if _is_quoted_question(one)]
    )


def _alternate(pieces: Sequence[Block], chosen: Sequence[int]) -> bool:
    """Return whether chosen paragraphs ask, and what stands between them answers, from the first to the last."""
    if len(chosen) < _FEWEST:
        return False
    asks_plainly = _mostly(_asks, pieces, chosen) or _are_answered(pieces, chosen)
    stands_out = _stand_out(pieces, chosen)
    if not (asks_plainly or stands_out):
        return False
    if _begin_again(pieces, chosen) or _are_of_one_list(pieces, chosen):
        return False
    edges = [*chosen[1:], len(pieces)]
    told = [range(place + 1, edge) for place, edge in zip(chosen, edges, strict=True)]
    answered = [places for places in told if any(_tells_at(pieces, one, edges) for one in places)]
    between = [one for places in told for one in places if pieces[one].text.strip()]
    is_led_to = _begins_list(pieces[chosen[0]]) or not any(map(_is_asked, pieces[: chosen[0]]))
    is_told = not _mostly(_asks, pieces, between)
    # Set in a type of their own, most may be answered together, below another or the last.
    is_once = stands_out and _count_once(pieces, chosen)
    is_most = is_once or len(answered) * 2 > len(chosen)
    return is_led_to and is_told and len(answered) >= _FEWEST and is_most


def _are_answered(pieces: Sequence[Block], chosen: Sequence[int]) -> bool:
    """Return whether the label of an answer stands right below each paragraph: "Q1: The yearly cost", "A1: £200"."""
    below = [
        leading_label(pieces[place + 1].text) if place + 1 < len(pieces) else None
        for place in chosen
    ]
    return all(label is not None and label.is_answer for label in below)


def _stand_out(pieces: Sequence[Block], chosen: Sequence[int]) -> bool:
    """Return whether paragraphs count, and they or all that stands between them have a type of their own.

    "(a) The number of thefts" asks, too.
    """
    if not all(_is_labelled(pieces[place]) for place in chosen) or not _begins_list(
        pieces[chosen[0]]
    ):
        return False
    counted = {*chosen}
    told = [place for place in range(chosen[0], chosen[-1]) if place not in counted]
    for is_apart in (is_bold_behind_label, _is_italic):
        apart = [place for place, block in enumerate(pieces) if block.text and is_apart(block)]
        within = [place for place in apart if chosen[0] <= place < chosen[-1]]
        if apart == [*chosen] or (told and within == [one for one in told if pieces[one].text]):
            return True
    return False


def _begins_list(block: Block) -> bool:
    label = leading_label(block.text)
    return label is not None and begins_list(label)


def _mostly(what: Callable[[Block], bool], pieces: Sequence[Block], places: Sequence[int]) -> bool:
    return sum(what(pieces[place]) for place in places) * 2 > len(places)


def _begin_again(pieces: Sequence[Block], places: Sequence[int]) -> bool:
    """Return whether a label or a question comes twice: the second list counts the answers."""
    labels = [leading_label(_unquoted(pieces[place].text)) for place in places]
    keys = [key_of(label) for label in labels if label and not label.letter]
    words = [plain(pieces[place].text) for place in places]
    return len(keys) != len(set(keys)) or len(words) != len(set(words))


def _count_once(pieces: Sequence[Block], places: Sequence[int]) -> bool:
    """Return whether no label of paragraphs comes twice, letters included: where they do, the second list answers."""
    keys = [key_of(label) for place in places if (label := leading_label(pieces[place].text))]
    return len(keys) == len(set(keys))


def _are_of_one_list(pieces: Sequence[Block], chosen: Sequence[int]) -> bool:
    """Return whether labels of the same style stand on other paragraphs, too: those count with the questions."""
    labels = {
        place: label for place, block in enumerate(pieces) if (label := leading_label(block.text))
    }
    counted = set(chosen)
    styles = {labels[place].style for place in counted if place in labels}
    return any(label.style in styles for place, label in labels.items() if place not in counted)


def _tells(block: Block) -> bool:
    return bool(block.text.strip() or block.rows) and not (_asks(block) or is_quoted_line(block))


def _tells_at(pieces: Sequence[Block], place: int, edges: Sequence[int]) -> bool:
    """Return whether a paragraph tells, and is none of the asker's: what they wish, or what leads to the next question."""
    block = pieces[place]
    leads = place + 1 in edges and block.text.rstrip().endswith(":")
    return _tells(block) and not leads and not speaks_for_asker(block)


def _asks(block: Block) -> bool:
    return asks(behind_label(_unquoted(block.text)).strip())


def _unquoted(text: str) -> str:
    return text.lstrip("> ")


def is_quoted_line(block: Block) -> bool:
    """Return whether a mail's marks stand in front of a paragraph, or it stands in a block of quotation."""
    return block.quoted or block.text.lstrip().startswith(">")


def _is_quoted_question(block: Block) -> bool:
    """Return whether a mail's marks stand before a question: its greeting and its thanks are quoted, too."""
    text = _unquoted(block.text)
    label = leading_label(text)
    is_listed = label is not None and len(text[label.end :].split()) >= _FEWEST
    return is_quoted_line(block) and (is_listed or _asks(block))


def _is_labelled(block: Block) -> bool:
    label = leading_label(block.text)
    return label is not None and not label.is_answer


def _is_italic(block: Block) -> bool:
    return block.is_italic and not block.rows


def _is_bold(block: Block) -> bool:
    return (
        (is_bold_behind_label(block) or block.kind is Kind.HEADING)
        and not block.rows
        and _is_no_heading(block)
    )


def is_bold_behind_label(block: Block) -> bool:
    """Return whether a paragraph's words are bold, whatever the type of its label is."""
    label = leading_label(block.text)
    runs = after(block.runs, label.end) if label else block.runs
    return all_bold(runs)


def _is_no_heading(block: Block) -> bool:
    """Return whether bold words ask, or go on with what asks: "Section 31 – Law enforcement" heads what is below."""
    is_long = len(block.text.split()) > _LONGEST_HEADING
    return not is_heading_line(block) or _is_labelled(block) or (is_long and _asks(block))


def _is_asked(block: Block) -> bool:
    text = block.text.strip()
    return text.endswith("?") and not text.startswith(_MARKS)


def parted_questions(pieces: Sequence[Block]) -> list[Block]:
    """Return paragraphs with the answers cut off that stand on the lines of their questions: "1. Are there any? Yes"."""
    found = {place: both for place, block in enumerate(pieces) if (both := _both(block))}
    labelled = [place for place, block in enumerate(pieces) if _is_labelled(block)]
    if len(found) < _FEWEST or len(found) * 2 <= len(labelled):
        return [*pieces]
    cut: list[Block] = []
    for place, block in enumerate(pieces):
        cut += found.get(place, (block,))
    return cut


def _both(block: Block) -> tuple[Block, Block] | None:
    """Return a labelled question and the answer behind its mark, as a paragraph of its own each."""
    label = leading_label(block.text)
    if label is None or label.is_answer or block.rows:
        return None
    both = question_and_answer(block.text[label.end :])
    if both is None:
        return None
    end = block.text.index("?", label.end) + 1
    edge = block.start + (block.end - block.start) * end // len(block.text)
    lead = len(block.text) - len(block.text[end:].lstrip(" -\u2013\u2014:"))
    asked = replace(block, runs=before(block.runs, end), end=edge)
    told = replace(
        block, runs=after(block.runs, lead), start=edge, kind=Kind.PARAGRAPH, marker=None
    )
    return asked, told


def as_list(questions: Sequence[Block]) -> list[Block]:
    """Return questions as a list's items, where nothing else marks them as several."""
    if any(leading_label(one.text) for one in questions) or all(map(_is_asked, questions)):
        return [*questions]
    return [replace(one, kind=Kind.ITEM) for one in questions]
