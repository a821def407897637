"""Tests as pytest rewrites them, so that an assertion that fails says what it compared: kept before a run.

Each process of a run would rewrite all of them, which takes as long as all else that it does before its first test.
"""

import re
from concurrent.futures import ProcessPoolExecutor

# What pytest keeps has no name that is meant for others: where it changes, a run says so at once.
from _pytest.assertion.rewrite import (
    PYC_TAIL,
    _read_pyc,
    _rewrite_test,
    _write_pyc_fp,
    get_cache_dir,
)

OF_TESTS = re.compile(r"/(?:test_\w+|conftest)\.py$")
"""The files that pytest rewrites."""


def rewrite_tests(places):
    """Keep those tests as they are rewritten that are not kept yet, on all cores."""
    with ProcessPoolExecutor() as pool:
        list(pool.map(rewrite_test, places, chunksize=16))


def rewrite_test(place):
    """Keep one file of tests as it is rewritten, where pytest looks for it."""
    kept = kept_at(place)
    if _read_pyc(place, kept) is not None:
        return
    source, code = _rewrite_test(place, None)
    kept.parent.mkdir(exist_ok=True)
    begun = kept.with_suffix(".begun")
    with begun.open("wb") as file:
        _write_pyc_fp(file, source, code)
    # Whoever reads it meanwhile finds all of it, or nothing.
    begun.replace(kept)


def kept_at(place):
    """Return where pytest keeps a file of tests as it rewrote it."""
    return get_cache_dir(place) / f"{place.stem}{PYC_TAIL}"
