"""What a model of paraphrase made of the questions of an index, where a site has one."""

import logging
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from answerable.matching.model_folder import model_folder
from answerable.matching.questions_on_file import QuestionsOnFile

if TYPE_CHECKING:
    # Where no model is, nothing waits for numpy.
    from answerable.matching.meanings import Meanings
    from answerable.matching.near_on_file import NearOnFile
    from answerable.matching.pair_model import PairModel
    from answerable.matching.paraphrase import Model

_FOLDER = "meanings"


def paraphrase_folder() -> Path | None:
    """Return the folder with the site's model of paraphrase; None if it has none."""
    return model_folder(settings.ANSWERABLE_PARAPHRASE)


def near_on_file(index: QuestionsOnFile, folder: Path | None) -> "NearOnFile | None":
    """Return an index of questions as the model in a folder sees them; None without a folder, or if it cannot be used."""
    loaded = loaded_model(folder) if folder else None
    if loaded is None:
        return None
    from answerable.matching.near_on_file import NearOnFile  # noqa: PLC0415 as above

    return NearOnFile(loaded[0], meanings_of(index, loaded), _taught(folder))


def meanings_of(index: QuestionsOnFile, loaded: "tuple[Model, str]") -> "Meanings":
    """Return the vectors of a model that stand beside an index."""
    from answerable.matching.meanings import Meanings  # noqa: PLC0415 as above

    model, identity = loaded
    return Meanings(index.path / _FOLDER, identity=identity, size=model.size)


@lru_cache(maxsize=2)
def loaded_model(folder: Path) -> "tuple[Model, str] | None":
    """Return the model in a folder with its identity; None if it cannot be used, which the log says once."""
    from answerable.matching.paraphrase import (  # noqa: PLC0415 as above
        ModelNotReadable,
        identity_of,
        model_in,
    )

    try:
        return model_in(folder), identity_of(folder)
    except ModelNotReadable as problem:
        logging.getLogger(__name__).warning("%s: questions are compared without it", problem)
        return None


@lru_cache(maxsize=2)
def _taught(folder: Path | None) -> "PairModel | None":
    """Return what reads two questions together with the model in a folder; None where nothing was taught besides of it."""
    from answerable.matching.pair_model import taught  # noqa: PLC0415 as above

    loaded = loaded_model(folder) if folder else None
    return taught(*loaded) if loaded else None


def paraphrase_troubles(indexes: Iterable[QuestionsOnFile]) -> Iterator[str]:
    """Yield in a sentence each what keeps the site's model from being used with indexes; nothing without a model."""
    folder = paraphrase_folder()
    if folder is None:
        return
    from answerable.matching.paraphrase import lacks  # noqa: PLC0415 as above

    lacking, loaded = lacks(folder), loaded_model(folder)
    if lacking or loaded is None:
        said = lacking or f"{folder} holds no model of paraphrase that runs here"
        yield f"{said}: questions are compared without it"
        return
    for index in indexes:
        if meanings_of(index, loaded).are_of_another:
            yield (
                f"The vectors in {index.path / _FOLDER} are of another model of paraphrase: questions are compared"
                " without one until the job `read questions by meaning` has read them anew"
            )
