"""Let the model of paraphrase read the questions of an index, some at a time: a cache, and so no ledger line."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from answerable.matching.questions_on_file import IndexUnavailable, QuestionsOnFile
from answerable.queries.meanings import loaded_model, meanings_of, paraphrase_folder
from answerable.queries.precedents import question_reader

if TYPE_CHECKING:
    # Where no model is, nothing waits for numpy.
    from answerable.matching.meanings import Meanings
    from answerable.matching.paraphrase import Model

_AT_ONCE = 64
KeysShown = Callable[[Sequence[int]], Iterable[int]]


@dataclass(frozen=True, slots=True)
class ReadByMeaning:
    """How many texts were read just now, how many are left of all, and how many were forgotten, for they are gone."""

    texts: int = 0
    left: int = 0
    all: int = 0
    gone: int = 0


def read_meanings(
    index: QuestionsOnFile, *, goes_on: Callable[[], bool], shown: KeysShown = iter
) -> ReadByMeaning:
    """Let the site's model read the texts of an index that have no vector, and forget those that are gone.

    Some are read in any case, more while it goes on; each part is kept, so that whoever is stopped goes on from there.
    Without a model or an index, or where another process reads, nothing is done. `shown` may show how far the work is.
    """
    folder = paraphrase_folder()
    loaded = loaded_model(folder) if folder else None
    if loaded is None:
        return ReadByMeaning()
    from answerable.matching.meanings import MeaningsBusy  # noqa: PLC0415 as above

    meanings = meanings_of(index, loaded)
    try:
        state = index.state()
        if meanings.done_with == state:
            return ReadByMeaning()
        with meanings.writing():
            return _read(index, loaded[0], meanings, state, goes_on, shown)
    except (IndexUnavailable, MeaningsBusy):
        return ReadByMeaning()


def _read(
    index: QuestionsOnFile,
    model: "Model",
    meanings: "Meanings",
    state: str,
    goes_on: Callable[[], bool],
    shown: KeysShown,
) -> ReadByMeaning:
    wanted, lacking = meanings.compared_with(index.meanings())
    gone = meanings.keep_only(wanted)
    read = 0
    reader, texts = question_reader(), iter(shown(lacking))
    while some := list(islice(texts, _AT_ONCE)):
        found = dict(index.texts(some, reader))
        if found:
            meanings.add(list(found), model.vectors(list(found.values())))
        read += len(some)
        if not goes_on():
            break
    left = len(lacking) - read
    if not left:
        meanings.say_done(state)
    return ReadByMeaning(read, left, len(wanted), gone)
