"""The model of paraphrase that is installed here, for tests that need a real one."""

from functools import cache

import pytest

from answerable.matching.model_folder import model_folder
from answerable.matching.pair_model import taught
from answerable.matching.paraphrase import identity_of, model_in

needs_model = pytest.mark.skipif(
    model_folder("") is None,
    reason="no model of paraphrase is installed: docs/reference/precedent.md says how",
)


@cache
def installed_model():
    return model_in(model_folder(""))


def installed_folder():
    return model_folder("")


@cache
def installed_pair_model():
    return taught(installed_model(), identity_of(installed_folder()))
